"""Whatever is typed wrongly is named in words that suffice to mend it, and what was typed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.figures import PANEL_TOLD
from tests.browser.page import WORKBENCH, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.browser.kept import Kept
    from tests.browser.served import Copy

LAST_HELD = "england/child-safeguarding-practice-review-2023"
CURRENT = "england/child-safeguarding-practice-review-2026"
AWARE = "event-authority-aware"
PARTS = ("day", "month", "year")


@pytest.fixture(scope="module")
def tabs() -> dict[WebDriver, Page]:
    """Return where the one tab of these mistakes is kept, by its browser."""
    return {}


@pytest.fixture
def workbench(tabs: dict[WebDriver, Page], browser: Kept, shared_copy: Copy) -> Iterator[Page]:
    """Return a workbench with its form emptied, whose calculator starts once for all the mistakes of this module."""
    if browser.driver not in tabs:
        tabs[browser.driver] = browser.new_tab(shared_copy)
        tabs[browser.driver].open(WORKBENCH)
    tab = tabs[browser.driver]
    tab.run("CaseReviewForm.clear()")
    yield tab
    tab.assert_quiet()


def typed(page: Page, field: str) -> list[str]:
    """Return what stands in a date's three fields."""
    return page.values(", ".join(f"#{field}-{part}" for part in PARTS))


def link_leads_to(page: Page, words: str, field: str) -> None:
    """Click the summary's link of these words; the keyboard must then be at the field, which shows the words too."""
    (link,) = [each for each in page.all("#cr-errors a") if words in each.text]
    page.click_on(link)
    assert page.focus() == field
    described = str(page.find(f"#{field}").get_attribute("aria-describedby")).split()
    assert any(words in page.text(f"#{each}") for each in described), "the words stand at the field too, tied to it"
    assert page.find(f"#{field}").get_attribute("aria-invalid") == "true"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        pytest.param(["2", "4", ""], "must include a year", id="no year"),
        pytest.param(["", "", "2026"], "must include a day and a month", id="a year alone"),
        pytest.param(["31", "2", "2026"], "31 February 2026 is not in the calendar", id="the 31st of February"),
        pytest.param(
            ["2", "foo", "2026"], "a number from 1 to 12 or a name such as March; this is 'foo'", id="no month"
        ),
        pytest.param(["2", "4", "26"], "the year must be four digits, such as 2026; this is '26'", id="two-digit year"),
        pytest.param(["two", "4", "2026"], "the day must be a number from 1 to 31; this is 'two'", id="a day in words"),
        pytest.param(["2", "4", "2051"], "must be from 1 January 2000 to 31 December 2050", id="past the horizon"),
        pytest.param(["31", "12", "1999"], "must be from 1 January 2000 to 31 December 2050", id="before 2000"),
    ],
)
def test_a_date_is_mended_from_its_message_alone(workbench: Page, wrong: list[str], words: str) -> None:
    workbench.choose(LAST_HELD)
    for part, value in zip(PARTS, wrong, strict=True):
        workbench.type(f"#{AWARE}-{part}", value)
    workbench.work_out()
    assert workbench.driver.title.startswith("Error: ")
    assert workbench.text("#cr-errors h2") == "There is a problem"
    assert workbench.focus() == "cr-errors"
    assert "Date the local authority became aware" in workbench.message(), "the message names the field by its label"
    assert words in workbench.message()
    assert not workbench.shows("#answer"), "an earlier answer does not stand beside the error"
    assert typed(workbench, AWARE) == wrong
    link_leads_to(workbench, words, f"{AWARE}-day")
    workbench.give(AWARE, "2 apr 2026")
    workbench.work_out()
    assert not workbench.shows("#cr-errors")
    assert workbench.due("notify-panel") == PANEL_TOLD


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        pytest.param("length", "Give the length, a whole number from 1 to 1,000", id="no length"),
        pytest.param("event", "Choose the event that the period runs from", id="no event"),
        pytest.param("place", "Say where the figure stands in your copy", id="no place"),
    ],
)
def test_a_figure_of_the_reader_s_own_is_mended_from_its_message_alone(
    workbench: Page, lacking: str, words: str
) -> None:
    workbench.choose(CURRENT)
    row = workbench.add("own")
    given = {"length": "5", "place": "page 7", "event": "authority-aware"}
    for part, value in given.items():
        fill_own(workbench, row, part, "" if part == lacking else value)
    workbench.work_out()
    assert workbench.focus() == "cr-errors"
    assert words in workbench.message()
    assert workbench.find(f"#{row}-{lacking}").get_attribute("aria-invalid") == "true"
    kept = {part: workbench.values(f"#{row}-{part}")[0] for part in given if part != lacking}
    assert kept == {part: value for part, value in given.items() if part != lacking}
    link_leads_to(workbench, words, f"{row}-{lacking}")
    fill_own(workbench, row, lacking, given[lacking])
    workbench.give(AWARE, "2 4 2026")
    workbench.work_out()
    # The default unit is whichever stands first; the unit of 5 working days is tried elsewhere.
    assert not workbench.shows("#cr-errors")
    assert workbench.shows("#answer-your-copy-1")


def fill_own(page: Page, row: str, part: str, value: str) -> None:
    """Fill one part of a period from the reader's own copy."""
    if part == "event":
        page.click(f"#{row}-event option[value='{value}']")
    else:
        page.type(f"#{row}-{part}", value)


def test_two_mistakes_are_told_at_once(workbench: Page) -> None:
    workbench.choose(LAST_HELD)
    workbench.give(AWARE, "31 2 2026")
    workbench.give("event-publication", "1 13 2026")
    workbench.work_out()
    assert len(workbench.all("#cr-errors li")) == 2
    link_leads_to(workbench, "this is '13'", "event-publication-day")


def test_a_mistake_in_a_closed_day_is_reached_though_its_part_was_folded(workbench: Page) -> None:
    workbench.choose(LAST_HELD)
    row = workbench.add("closed")
    workbench.give(row, "30 2 2026")
    workbench.click("#cr-more > summary")
    workbench.work_out()
    link_leads_to(workbench, "30 February 2026 is not in the calendar", f"{row}-day")


def test_a_figure_without_its_paragraph_and_its_reader_is_not_counted(workbench: Page) -> None:
    workbench.choose(CURRENT)
    workbench.give(AWARE, "2 4 2026")
    workbench.until(lambda: bool(workbench.all("#limit-notify-panel-read")), "the limits to check")
    workbench.pick("#limit-notify-panel-read", "0")
    workbench.work_out()
    assert "give the paragraph of your copy" in workbench.message()
    assert "give the paragraph of your copy" in workbench.text("#limit-notify-panel-error")
    link_leads_to(workbench, "give the paragraph of your copy", "limit-notify-panel-place")
    place = workbench.find("#limit-notify-panel-place")
    assert place.get_attribute("aria-invalid") == "true"
    assert place.get_attribute("aria-describedby") == "limit-notify-panel-error"
    assert workbench.find("#limit-notify-panel-read").get_attribute("aria-invalid") is None, (
        "what is right is not marked"
    )
    for words, field in (
        ("Give the body whose copy was read", "figures-supplied_by"),
        ("Give the role of whoever read it", "figures-role"),
        ("Give the text that was read", "figures-source"),
        ("Give the day on which it was read", "figures-read_on"),
    ):
        link_leads_to(workbench, words, field)


def test_with_no_nation_chosen_the_reader_is_told_to_choose(workbench: Page) -> None:
    workbench.find("#event-incident-day").send_keys(Keys.ENTER)
    workbench.until(lambda: workbench.shows("#cr-errors"), "word of what is missing")
    assert workbench.message() == "Choose a nation"
    assert workbench.text("#nation-error") == "Choose a nation"
    workbench.click("#cr-errors a")
    assert workbench.focus().startswith("nation-"), "the link leads to what can be chosen"


def test_a_date_that_settles_no_edition_says_so_and_has_the_reader_choose(workbench: Page) -> None:
    """Scotland's editions changed in September 2021, and the day is not held."""
    workbench.nation("scotland")
    workbench.give("event-incident", "15 9 2021")
    workbench.until(lambda: "not settled" in workbench.text("#guidance-name"), "that no edition is settled")
    assert "September 2021" in workbench.text("#guidance-reason")
    assert workbench.shows("#ways-scotland"), "the choice is open"
    workbench.find("#event-incident-day").send_keys(Keys.ENTER)
    workbench.until(lambda: workbench.shows("#cr-errors"), "word of what is missing")
    assert "Choose an edition" in workbench.message()
    workbench.click("#cr-errors a")
    assert workbench.focus().startswith("edition-scotland-")
    workbench.click("label[for='edition-scotland-significant-case-review-2015']")
    workbench.work_out()
    assert workbench.shows("#answer")


def test_with_no_date_given_every_rule_says_what_it_waits_for(workbench: Page) -> None:
    workbench.choose(LAST_HELD)
    workbench.work_out()
    assert {each.get_attribute("data-due") for each in workbench.all("#answer [data-rule]")} == {""}
    assert "Waiting for a date" in workbench.text("#cr-groups")
    assert workbench.shows("#answer-notify-panel")
    assert "becomes aware of the incident" in workbench.due("notify-panel")


def test_a_period_of_the_reader_s_own_offers_the_events_of_its_edition_in_groups(workbench: Page) -> None:
    """The eight events from which a clock of England 2026 runs or would run, and of Wales 2024 its own alone."""
    workbench.choose(CURRENT)
    row = workbench.add("own")
    groups = {
        group.get_attribute("label"): [option.get_attribute("value") for option in group.find_elements("css selector", "option")]
        for group in workbench.all(f"#{row}-event optgroup")
    }  # fmt: skip
    assert groups == {
        "Up to the decision": [
            "incident",
            "authority-aware",
            "partners-aware",
            "panel-notified",
            "review-decision",
            "national-review-decision",
        ],
        "Report and publication": ["publication", "national-publication"],
    }
    fill_own(workbench, row, "event", "panel-notified")
    workbench.choose("wales/single-unified-safeguarding-review-2024")
    offered = workbench.values(f"#{row}-event option")
    assert offered[-1] == workbench.values(f"#{row}-event")[0] == "panel-notified", "what was chosen is not lost"
    assert "impairment-identified" in offered
    assert "authority-aware" not in offered
