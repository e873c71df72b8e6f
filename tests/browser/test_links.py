"""Links that choose guidance, rule or test, and hold dates and facts only when the reader asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_ISO, iso
from tests.browser.page import WORKBENCH
from tests.browser.test_first_journey import READER, pick_day
from tests.by_hand.rules import NORTHERN_IRELAND

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
CURRENT = "england/child-safeguarding-practice-review-2026"
ONE_RULE = f"{WORKBENCH}?edition={EDITION}&rule=notify-panel"
LINES = """
return [...document.querySelectorAll("#answer [data-rule]")].map((line) =>
  [line.id, line.dataset.due, line.dataset.lastHeld, line.dataset.state, line.dataset.applies]);"""


def asked_for(page: Page) -> list[str]:
    """Return the events whose fields are shown, but for the incident's, which is always asked."""
    shown = [str(each.get_attribute("data-event")) for each in page.all("[data-event]") if each.is_displayed()]
    return [event for event in shown if event != "incident"]


def given(page: Page, field: str) -> list[str]:
    """Return what stands in a date's three fields."""
    return page.values(f"#{field}-day, #{field}-month, #{field}-year")


def follow(page: Page, link: str) -> None:
    """Open a link anew."""
    page.driver.get("about:blank")
    page.driver.get(link)


def share(page: Page) -> str:
    """Make a link and return it."""
    if page.find("#cr-out").get_attribute("open") is None:
        page.click("#cr-out > summary")
    page.click("#cr-share")
    assert page.focus() == "cr-link"
    return page.values("#cr-link")[0]


def test_a_link_to_a_rule_shows_that_rule_alone_and_widens_on_request(page: Page) -> None:
    page.open(ONE_RULE)
    page.until(lambda: asked_for(page) == ["authority-aware"], "the one date that the rule needs")
    assert "Notify the Child Safeguarding Practice Review Panel" in page.text("#cr-only"), "it says which rule"
    assert not page.shows("#step-child")
    page.give("event-authority-aware", "2 4 2026")
    page.work_out()
    assert [each.get_attribute("id") for each in page.all("#answer [data-rule]")] == ["answer-notify-panel"]
    page.click("[data-change=happened]")
    page.click("#cr-every")
    page.until(lambda: len(page.all("#answer [data-rule]")) > 1, "every rule of the edition")
    page.follows()
    assert len(asked_for(page)) > 1
    assert given(page, "event-authority-aware") == ["2", "4", "2026"], "what was typed stays"


def test_a_rule_s_card_in_the_guide_leads_to_its_date(page: Page) -> None:
    page.open(f"guide/{EDITION}.html")
    page.click("#rule-notify-panel summary")
    page.click("a[href*='workbench.html'][href*='rule=notify-panel']")
    page.until(lambda: page.shows("#case"), "the workbench")
    assert asked_for(page) == ["authority-aware"]
    assert not page.shows("#cr-link-fault")


def test_a_test_s_card_in_the_guide_leads_to_its_questions(page: Page) -> None:
    page.open(f"guide/{EDITION}.html#test-notify-looked-after-death")
    page.click("a[href*='workbench.html'][href*='test=notify-looked-after-death']")
    page.until(lambda: page.shows("#case"), "the workbench")
    asked = [
        str(each.get_attribute("data-fact")) for each in page.all("#case fieldset[data-fact]") if each.is_displayed()
    ]
    assert sorted(asked) == ["child-died", "looked-after"]
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
            f"{WORKBENCH}?edition={EDITION}&test=no-such-test#authority-aware=2026-04-02",
            "“no-such-test”, that this edition does not have",
            id="a test the edition lacks",
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
        pytest.param(
            f"{ONE_RULE}#child-died=perhaps&authority-aware=2026-04-02",
            "“child-died” is “perhaps”, which is not yes, no or unknown; it was left out",
            id="an answer that is none",
        ),
        pytest.param(
            f"{ONE_RULE}#figures=%5B%7B&authority-aware=2026-04-02",
            "This link's figures are damaged; they were left out",
            id="figures cut off",
        ),
    ],
)
def test_a_broken_link_names_its_fault_and_loses_nothing_else(page: Page, address: str, words: str) -> None:
    page.open(address)
    page.until(lambda: page.shows("#cr-link-fault"), "the fault")
    assert words in page.text("#cr-link-fault")
    assert given(page, "event-authority-aware") == ["2", "4", "2026"]
    if not page.shows("#cr-go"):
        page.choose(EDITION)
    page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD


@pytest.mark.parametrize(
    ("address", "place", "words"),
    [
        pytest.param(
            f"{ONE_RULE}&test=notify-panel#authority-aware=2026-04-02",
            "#cr-link-fault",
            "names a rule and a test, and one alone can be shown: its test, “notify-panel”, was left out",
            id="a rule and a test",
        ),
        pytest.param(
            f"{ONE_RULE}&colour=green#authority-aware=2026-04-02",
            "#cr-link-fault",
            "says “colour”, which this page does not know; it was left out",
            id="a parameter nobody knows",
        ),
        pytest.param(
            f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-01&authority-aware=2026-04-02",
            "#cr-link-fault",
            "says “authority-aware” more than once; the last was taken",
            id="one event twice",
        ),
        pytest.param(
            f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&requisition=2026-04-01&register-ever=yes",
            "#cr-unused",
            "nothing is counted from it: ",
            id="what another nation's edition uses",
        ),
    ],
)
def test_what_a_link_holds_and_is_not_used_is_named_and_the_rest_is_answered(
    page: Page, address: str, place: str, words: str
) -> None:
    page.open(address)
    page.follows()
    page.until(lambda: page.shows(place), "what was left out")
    assert words in page.text(place)
    assert page.due("notify-panel") == PANEL_TOLD


def test_a_date_that_this_guidance_does_not_use_waits_for_the_guidance_that_does(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&requisition=2026-04-01&register-ever=yes")
    page.follows()
    label = str(page.find("#event-requisition").get_attribute("data-label"))
    assert f"{label} (1 4 2026)" in page.text("#cr-unused"), "the event by its name"
    assert str(page.run("return document.querySelector('#fact-register-ever legend').textContent")) in page.text(
        "#cr-unused"
    )
    page.nation("northern-ireland")
    page.until(lambda: label not in page.text("#cr-unused"), "the date to be used")
    page.work_out()
    assert page.line("call-meeting", "due") == iso("call-meeting", "2026-04-01", NORTHERN_IRELAND)
    assert "Yes" not in page.text("#cr-unused")


def test_a_link_with_everything_in_it_opens_answered(page: Page) -> None:
    page.open(WORKBENCH)
    page.nation("england")
    page.give("event-incident", "1 4 2026")
    for fact in ("child-died", "abuse-or-neglect", "in-authority-area"):
        page.say(fact)
    page.give("event-authority-aware", "2 April 2026")
    page.give("today", "20 4 2026")
    page.put("#reference", "CR-17")
    page.give(page.add("closed"), "7 4 2026")
    page.work_out()
    page.pick("#limit-notify-panel-read", "0")
    page.put("#limit-notify-panel-place", "paragraph 5.14")
    for name, value in READER.items():
        page.put(f"#figures-{name}", value)
    pick_day(page, "2026-04-19")
    page.follows()
    assert "2026-04" not in page.driver.current_url, "the address itself never holds dates unasked"
    assert page.line("notify-panel", "due") == PANEL_TOLD_ISO
    lines = page.run(LINES)

    held = parse_qs(urlsplit(share(page)).fragment)
    assert {"incident", "authority-aware", "closed", "today", "figures"} == set(held), "no fact is in it unasked"
    left = page.text("#cr-link-left-out")
    assert "what you said of the child" in left
    assert "reference and notes" in left
    page.click("#cr-link-facts")
    link = share(page)
    assert "what you said of the child" not in page.text("#cr-link-left-out")
    assert "CR-17" not in link
    assert parse_qs(urlsplit(link).fragment)["child-died"] == ["yes"]

    follow(page, link)
    page.follows()
    page.until(lambda: page.focus() == "answer-title", "the answer, without a button")
    assert not page.shows("#cr-link-fault")
    assert page.run(LINES) == lines
    assert given(page, "event-authority-aware") == ["2", "4", "2026"]
    assert given(page, "today") == ["20", "4", "2026"]
    assert page.run("return CaseReviewForm.question().facts") == dict.fromkeys(
        ("child-died", "abuse-or-neglect", "in-authority-area"), "yes"
    )
    assert "Partnership of Anyshire" in page.text("#answer-notify-panel > summary")


def test_a_link_carries_the_day_counted_from_only_if_it_is_not_today(page: Page) -> None:
    page.open(f"{ONE_RULE}#authority-aware=2026-04-02")
    page.follows()
    assert "today=" not in share(page)
    page.give("today", "1 4 2026")
    page.follows()
    follow(page, share(page))
    page.follows()
    assert given(page, "today") == ["1", "4", "2026"]


def test_a_link_says_that_the_reader_s_own_periods_and_what_is_done_are_not_in_it(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&today=2026-04-20")
    page.follows()
    row = page.add("own")
    page.pick(f"#{row}-event", "authority-aware")
    page.type(f"#{row}-place", "page 7")
    page.type(f"#{row}-length", "5")
    page.open_line("notify-panel")
    page.give("done-notify-panel", "10 4 2026")
    page.follows()
    share(page)
    left = page.text("#cr-link-left-out")
    assert "your own periods" in left
    assert "what is done" in left
    assert "A saved case holds everything" in left


def test_a_result_opens_the_guide_in_a_tab_of_its_own_and_the_form_stays(page: Page) -> None:
    page.open(f"{ONE_RULE}#authority-aware=2026-04-02")
    page.follows()
    page.open_line("notify-panel")
    here = page.driver.current_window_handle
    page.click("#answer-notify-panel .cr-answer__do a")
    page.until(lambda: len(page.driver.window_handles) == 2, "another tab")
    (other,) = set(page.driver.window_handles) - {here}
    page.driver.switch_to.window(other)
    page.until(
        lambda: page.driver.current_url.endswith(f"{EDITION}.html#rule-notify-panel"), "the rule's place in the guide"
    )
    page.until(lambda: page.shows("#rule-notify-panel"), "the rule")
    page.driver.close()
    page.driver.switch_to.window(here)
    assert page.due("notify-panel") == PANEL_TOLD
    assert not page.stale()
