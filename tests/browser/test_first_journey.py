"""England, from home to dates: the incident's date picks the edition, and what is not held is never shown as law."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_ISO, clocks, counted, iso
from tests.browser.page import CATCH, WORKBENCH

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.page import Page

CURRENT = "england/child-safeguarding-practice-review-2026"
LAST_HELD = "england/child-safeguarding-practice-review-2023"

# Five working days after Thursday 2 April 2026, counted by hand on a wall calendar: what a reader types is no figure of the guide.
OVER_EASTER = [
    ("Thursday 2 April 2026", "Not counted: the clock runs from this day"),
    ("Friday 3 April 2026", "Not counted: Good Friday"),
    ("Saturday 4 April 2026", "Not counted: weekend"),
    ("Sunday 5 April 2026", "Not counted: weekend"),
    ("Monday 6 April 2026", "Not counted: Easter Monday"),
    ("Tuesday 7 April 2026", "Day 1"),
    ("Wednesday 8 April 2026", "Day 2"),
    ("Thursday 9 April 2026", "Day 3"),
    ("Friday 10 April 2026", "Day 4"),
    ("Saturday 11 April 2026", "Not counted: weekend"),
    ("Sunday 12 April 2026", "Not counted: weekend"),
    ("Monday 13 April 2026", "Day 5"),
]
# By the limits of 2023, aware on 2 April 2026 of an incident of 1 April. No figure of 2026 is held, so they stand apart from what is due.
IF_2023_HELD = {
    "notify-panel": PANEL_TOLD_ISO,
    "notify-looked-after-death": iso("notify-looked-after-death", "2026-04-02"),
    "rapid-review": iso("rapid-review", "2026-04-01"),
}
HELD = clocks("notify-panel")[0]
MUSTS = ("notify-panel", "notify-looked-after-death", "publish-report", "send-report", "keep-published")
READER = {"supplied_by": "Partnership of Anyshire", "role": "business manager", "source": "Working Together 2026"}


def test_a_nation_and_one_click_lead_from_home_to_the_workbench(page: Page) -> None:
    page.open("index.html")
    page.click("label[for=nation-england]")
    page.click("#cr-start-form button")
    page.until(lambda: page.shows("#case"), "the workbench's form")
    assert page.driver.current_url.endswith("guide/workbench.html?nation=england")
    assert not page.shows("#cr-asleep")
    assert page.find("#nation-england").is_selected(), "what was said at home is not asked again"
    assert page.shows("#event-incident")
    page.open(WORKBENCH)
    assert page.shows("#event-incident")
    assert not page.shows("#event-authority-aware"), "no other date is asked for before the nation is known"


def test_the_incident_s_date_picks_the_edition_and_says_why_and_the_reader_may_choose_another(page: Page) -> None:
    page.open(WORKBENCH)
    page.nation("england")
    page.until(lambda: page.text("#guidance-name") == "Working Together to Safeguard Children 2026", "today's edition")
    assert page.text("#guidance-standing") == "In force"
    page.give("event-incident", "10 2 2026")
    page.until(lambda: "2023" in page.text("#guidance-name"), "the edition of the incident's date")
    assert page.text("#guidance-standing") == "Superseded"
    reason = page.text("#guidance-reason")
    assert "10 February 2026" in reason
    assert "15 December 2023" in reason
    page.give("event-incident", "18 3 2026")
    page.until(lambda: "2026" in page.text("#guidance-name"), "the edition of the day from which it is in force")
    page.choose(LAST_HELD)
    assert "2023" in page.text("#guidance-name"), "what the reader chooses stands"
    page.until(lambda: "You chose this edition" in page.text("#guidance-reason"), "word that another governs that date")
    page.give("event-incident", "19 3 2026")
    page.until(lambda: "19 March 2026" in page.text("#guidance-reason"), "the reason for the other date")
    assert page.find(f"#edition-{LAST_HELD.replace('/', '-')}").is_selected(), "a date does not undo their choice"


def test_england_2023_gives_its_date_marked_superseded_with_every_day_of_the_count(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(LAST_HELD)
    page.give("event-authority-aware", "2 April 2026")
    page.work_out()
    assert page.focus() == "answer-title"
    assert page.due("notify-panel") == PANEL_TOLD
    assert page.line("notify-panel", "due") == PANEL_TOLD_ISO
    assert "Working Together to Safeguard Children 2026 is in force" in page.text("#cr-warnings")
    assert "superseded" in page.text("#cr-basis")
    dated = page.all("#cr-groups [data-due]:not([data-due=''])")
    assert dated
    assert all("superseded" in each.text for each in dated), "every date is marked, not the first alone"
    assert page.count("notify-panel") == counted("notify-panel", "2026-04-02")


def test_england_today_keeps_law_and_the_last_figure_held_apart_until_a_reader_s_own_fills_the_gap(
    page: Page, tmp_path: Path
) -> None:
    today_in_england(page)
    assert page.text("#guidance-name") == "", "the step is folded"
    assert "Working Together to Safeguard Children 2026" in page.text("#step-where .cr-step__said")
    assert "its figures are not held" in page.text("#cr-warnings")
    held = {rule: page.line(rule, "last-held") for rule in IF_2023_HELD}
    assert held == IF_2023_HELD
    assert {page.line(rule, "due") for rule in IF_2023_HELD} == {""}, "the last figure held is no date of this edition"
    assert not page.shows("#cr-next"), "nor is it the first thing due"
    for rule in MUSTS:
        assert page.shows(f"#answer-{rule}"), f"{rule} is law, so it is not folded away"
        group = f".cr-group:has(#answer-{rule})"
        assert (
            "must" in page.text(f"#answer-{rule} .cr-answer__who")
            or "must do" in page.text(f"{group} > h3")
            or page.shows(f"{group} > p")
        )
    dashed = page.text("#answer-notify-panel .cr-answer__held").replace("\n", " ")
    past = (date(2026, 4, 20) - date.fromisoformat(PANEL_TOLD_ISO)).days
    assert dashed.startswith(f"{PANEL_TOLD}: ")
    assert dashed.endswith(f" past ({past} days), if the last figure held still applies")
    assert page.shows("#answer-notify-panel .cr-answer__past")
    assert not page.all(".cr-answer--past"), "nor is it said to be overdue"
    assert page.count("notify-panel", last_held=True) == counted("notify-panel", "2026-04-02")
    assert "Check it in your copy" in page.text(".cr-group:has(#answer-notify-panel) .cr-group__key")

    # A figure from the reader's own copy fills its gap, under their name.
    page.pick("#limit-notify-panel-read", "0")
    page.put("#limit-notify-panel-place", "paragraph 5.14")
    for name, value in READER.items():
        page.put(f"#figures-{name}", value)
    page.reach("#figures-read_on")
    pick_day(page, "2026-04-19")
    page.follows()
    assert filled(page) == (PANEL_TOLD_ISO, PANEL_TOLD_ISO, PANEL_TOLD)
    assert page.line("rapid-review", "due") == "", "the other gaps are gaps still"
    page.run(CATCH)
    page.click("#cr-save-figures")
    page.until(lambda: bool(page.run("return window.caught")), "the figures file")
    file = tmp_path / "figures.json"
    file.write_text(str(page.run("return window.caught")), encoding="utf-8")
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["kind"] == "figures"
    assert [(one["fills"], one["length"], one["unit"], one["place"]) for one in written["figures"]] == [
        ("notify-panel", HELD.length, f"{HELD.unit}s", "paragraph 5.14")
    ]
    assert page.count("notify-panel") == counted("notify-panel", "2026-04-02")

    # The same figure as a file, in a fresh page.
    today_in_england(page)
    assert page.line("notify-panel", "due") == ""
    page.find("#open-files").send_keys(str(file))
    page.until(lambda: "Opened the figures in figures.json" in str(page.run(OPENED)), "word of the file")
    page.follows()
    assert filled(page) == (PANEL_TOLD_ISO, PANEL_TOLD_ISO, PANEL_TOLD)
    page.click("[data-change=where]")
    page.click("#cr-figures-opened button")
    page.follows()
    assert page.line("notify-panel", "due") == "", "a figures file that is removed fills nothing"


COLUMNS = """
return [...document.querySelectorAll("#cr-groups [data-last-held]:not([data-last-held='']) > summary")].map((line) =>
  [".cr-answer__action", ".cr-answer__who", ".cr-answer__held"].map((part) => Math.round(line.querySelector(part).getBoundingClientRect().left)));"""


def test_a_last_figure_held_that_may_come_first_keeps_the_mark_from_a_later_act(page: Page) -> None:
    """Whether the notice is due is not known; so nothing after it is marked as what comes first, until it is done."""
    page.open(
        f"{WORKBENCH}?edition={CURRENT}#incident=2026-11-02&authority-aware=2026-11-02&publication=2027-03-01&today=2026-11-30"
    )
    page.until(lambda: page.shows("#answer"), "the answer")
    page.follows()
    assert page.line("send-report", "due") > page.line("notify-panel", "last-held")
    assert not page.all(".cr-answer--next")
    stood = page.run(COLUMNS)
    for rule in IF_2023_HELD:
        page.open_line(rule)
        page.give(f"done-{rule}", "9 11 2026")
        page.follows()
        assert "past" not in page.text(f"#answer-{rule} .cr-answer__held"), "what is done is not past"
        assert "done Monday 9 November 2026" in page.text(f"#answer-{rule} .cr-answer__left").replace("\n", " ")
        assert page.run(COLUMNS) == stood, "no column moves once something is done"
    assert [line.get_attribute("data-rule") for line in page.all(".cr-answer--next")] == ["send-report"]


OPENED = "return document.getElementById('cr-opened').textContent"


def today_in_england(page: Page) -> None:
    """Work out a case under the guidance in force, whose figures are not held, as on 20 April 2026."""
    page.open(WORKBENCH)
    page.nation("england")
    page.give("event-incident", "1 4 2026")
    page.give("event-authority-aware", "2 4 2026")
    page.give("today", "20 4 2026")
    page.work_out()


def pick_day(page: Page, day: str) -> None:
    """Choose the day on which the copy was read, as the browser's own calendar would; typing it differs by country."""
    page.run(
        "const field = document.getElementById('figures-read_on'); field.value = arguments[0];"
        "for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}))",
        day,
    )


def filled(page: Page) -> tuple[str, str, str]:
    """Return the dates of a line that a figure filled, which must say in the same line who read it and when."""
    line = page.text("#answer-notify-panel > summary")
    assert "Partnership of Anyshire" in line
    assert "19 April 2026" in line
    return page.line("notify-panel", "due"), page.line("notify-panel", "last-held"), page.due("notify-panel")


def test_a_period_that_is_not_listed_gives_the_same_count_marked_as_the_reader_s(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(CURRENT)
    row = page.add("own")
    page.type(f"#{row}-length", "5")
    page.pick(f"#{row}-unit", "working day")
    page.pick(f"#{row}-runs", "after")
    page.pick(f"#{row}-event", "authority-aware")
    page.type(f"#{row}-place", "paragraph 5.14")
    page.type(f"#{row}-action", "Notify the Panel")
    page.give("event-authority-aware", "2 April 2026")
    page.work_out()
    line = "#answer-your-copy-1"
    assert page.due("your-copy-1") == "Monday 13 April 2026"
    assert page.text(f"{line} .cr-answer__action") == "Notify the Panel"
    assert "a figure you supplied" in page.text(f"{line} .cr-answer__marks")
    assert page.count("your-copy-1") == OVER_EASTER
    assert "paragraph 5.14" in page.text(line)
