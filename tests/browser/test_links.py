"""Links that choose guidance and rule, and hold dates only when the reader asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
ONE_RULE = f"{WORKBENCH}?edition={EDITION}&rule=notify-panel"


def asked_for(page: Page) -> list[str]:
    """Return the events whose fields are shown."""
    return [str(each.get_attribute("data-event")) for each in page.all("[data-event]") if each.is_displayed()]


def given(page: Page, field: str) -> list[str]:
    """Return what stands in a date's three fields."""
    return page.values(f"#{field}-day, #{field}-month, #{field}-year")


def test_a_link_to_a_rule_shows_that_rule_alone_and_widens_on_request(page: Page) -> None:
    page.open(ONE_RULE)
    assert asked_for(page) == ["authority-aware"]
    assert "Notify the Child Safeguarding Practice Review Panel" in page.text("#cr-only"), "it says which rule"
    page.give("event-authority-aware", "2 4 2026")
    page.work_out()
    assert [each.get_attribute("id") for each in page.all("#cr-results .cr-card")] == ["answer-notify-panel"]
    page.click("#cr-every")
    assert len(asked_for(page)) > 1
    assert given(page, "event-authority-aware") == ["2", "4", "2026"], "what was typed stays"
    page.work_out()
    assert len(page.all("#cr-results .cr-card")) > 1


def test_a_rule_s_card_in_the_guide_leads_to_its_date(page: Page) -> None:
    page.open(f"guide/{EDITION}.html")
    page.click("a[href*='workbench.html'][href*='rule=notify-panel']")
    page.until(lambda: page.shows("#cr-form"), "the workbench")
    assert asked_for(page) == ["authority-aware"]
    assert not page.shows("#cr-link-fault")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param(
            f"{WORKBENCH}?edition=england/no-such-edition#authority-aware=2026-04-02",
            "“england/no-such-edition”, that this copy of the guide does not hold",
            id="an edition nobody holds",
        ),
        pytest.param(
            f"{WORKBENCH}?edition={EDITION}&rule=no-such-rule#authority-aware=2026-04-02",
            "“no-such-rule”, that has no date to work out in this edition",
            id="a rule the edition lacks",
        ),
        pytest.param(
            f"{ONE_RULE}#no-such-event=2026-01-01&authority-aware=2026-04-02",
            "“no-such-event”, which is no event of this guide; it was left out",
            id="an event nobody knows",
        ),
        pytest.param(
            f"{ONE_RULE}#incident=yesterday&authority-aware=2026-04-02",
            "“incident” is “yesterday”; type it as day, month and year instead",
            id="a date that is none",
        ),
    ],
)
def test_a_broken_link_names_its_fault_and_loses_nothing_else(page: Page, address: str, words: str) -> None:
    page.open(address)
    page.until(lambda: page.shows("#cr-link-fault"), "the fault")
    assert words in page.text("#cr-link-fault")
    assert given(page, "event-authority-aware") == ["2", "4", "2026"]
    if not page.shows("#cr-events"):
        page.choose(EDITION)
    page.work_out()
    assert page.due("notify-panel") == "Monday 13 April 2026"


def test_a_shared_link_brings_back_the_form_and_its_answer(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give("event-authority-aware", "2 April 2026")
    page.give("event-publication", "6 5 2026")
    page.type("#reference", "CR-17")
    page.work_out()
    assert "2026-04" not in page.driver.current_url, "the address itself never holds dates unasked"
    answer = page.text("#cr-dated")
    page.click("#cr-share")
    link = page.values("#cr-link")[0]
    assert "CR-17" not in link
    assert page.focus() == "cr-link"
    page.driver.get("about:blank")
    page.driver.get(link)
    page.until(lambda: page.shows("#cr-form"), "the workbench")
    assert not page.shows("#cr-link-fault")
    assert given(page, "event-publication")[2] == "2026"
    page.work_out()
    assert page.text("#cr-dated") == answer


def test_a_link_carries_the_day_counted_from_only_if_it_is_not_today(page: Page) -> None:
    page.open(f"{ONE_RULE}#authority-aware=2026-04-02")
    page.work_out()
    page.click("#cr-share")
    assert "today=" not in page.values("#cr-link")[0]
    page.give("today", "1 4 2026")
    page.work_out()
    page.click("#cr-share")
    link = page.values("#cr-link")[0]
    page.driver.get("about:blank")
    page.driver.get(link)
    assert given(page, "today") == ["1", "4", "2026"]


def test_a_link_says_that_the_reader_s_own_figures_are_not_in_it(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose("england/child-safeguarding-practice-review-2026")
    page.click("#cr-add-own")
    row = str(page.find("#cr-own-list fieldset").get_attribute("id"))
    page.type(f"#{row}-length", "5")
    page.click(f"#{row}-event option[value=authority-aware]")
    page.type(f"#{row}-place", "page 7")
    page.work_out()
    page.click("#cr-share")
    assert page.text("#cr-link-own") == "Your own figures are not in the link."


def test_after_following_a_result_to_the_guide_the_back_button_returns_to_a_form_that_works(page: Page) -> None:
    page.open(f"{ONE_RULE}#authority-aware=2026-04-02")
    page.work_out()
    page.click("#answer-notify-panel .cr-card__title a")
    page.until(
        lambda: page.driver.current_url.endswith(f"{EDITION}.html#rule-notify-panel"), "the rule's place in the guide"
    )
    assert page.shows("#rule-notify-panel")
    page.driver.back()
    page.until(lambda: page.shows("#cr-go"), "the workbench again")
    assert asked_for(page) == ["authority-aware"]
    page.work_out()
    assert page.due("notify-panel") == "Monday 13 April 2026"
