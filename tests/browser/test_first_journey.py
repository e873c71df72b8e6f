"""England, today: the current figures are not held, and two marked ways lead to the same count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.browser.page import Page

CURRENT = "england/child-safeguarding-practice-review-2026"
LAST_HELD = "england/child-safeguarding-practice-review-2023"

# Five working days after Thursday 2 April 2026, counted by hand on a wall calendar.
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


def test_one_click_leads_from_home_to_the_workbench(page: Page) -> None:
    page.open("index.html")
    page.click("#tasks + .cr-tasks a")
    page.until(lambda: page.shows("#cr-form"), "the workbench's form")
    assert "guide/workbench.html" in page.driver.current_url
    assert not page.shows("#cr-asleep")


def test_england_says_first_that_the_current_figures_are_not_held_and_chooses_neither_way(page: Page) -> None:
    page.open("guide/workbench.html")
    assert not page.shows("#cr-events"), "no date is asked for before the guidance is chosen"
    page.click("label[for=nation-england]")
    notice = page.text("#stub-england")
    assert "Working Together to Safeguard Children 2026 is in force, from 18 March 2026" in notice
    assert "does not hold its figures" in notice
    assert "No edition is chosen for you" in notice
    assert not [each for each in page.all("#ways-england input") if each.is_selected()]
    assert not page.shows("#cr-own")
    assert not page.shows("#cr-events")
    top = [page.find(css).rect["y"] for css in ("#stub-england", "#ways-england input")]
    assert top == sorted(top), "the notice stands above the ways"


def test_the_last_edition_held_gives_its_date_marked_superseded_with_every_day_of_the_count(page: Page) -> None:
    page.open("guide/workbench.html")
    page.choose(LAST_HELD)
    page.give("event-authority-aware", "2 April 2026")
    page.work_out()
    assert page.due("notify-panel") == "Monday 13 April 2026"
    marks = page.text("#answer-notify-panel .cr-answer__marks")
    assert "superseded: check against Working Together to Safeguard Children 2026" in marks
    assert "superseded" in page.text("#cr-warnings")
    assert page.count("notify-panel") == OVER_EASTER
    dated = page.all("#cr-dated > .cr-card")
    assert dated
    assert all("superseded" in each.text for each in dated), "every date is marked, not the first alone"


def test_a_figure_of_the_reader_s_own_gives_the_same_count_marked_as_theirs(page: Page) -> None:
    page.open("guide/workbench.html")
    page.choose(CURRENT)
    page.click("#cr-add-own")
    row = page.find("#cr-own-list fieldset").get_attribute("id")
    page.type(f"#{row}-length", "5")
    page.click(f"#{row}-unit option[value='working day']")
    page.click(f"#{row}-runs option[value=after]")
    page.click(f"#{row}-event option[value=authority-aware]")
    page.type(f"#{row}-place", "paragraph 5.14")
    page.type(f"#{row}-action", "Notify the Panel")
    page.give("event-authority-aware", "2 April 2026")
    page.work_out()
    card = "#answer-your-copy-1"
    assert page.due("your-copy-1") == "Monday 13 April 2026"
    assert page.text(f"{card} .cr-card__title") == "Notify the Panel"
    assert "A figure you supplied" in page.text(f"{card} .cr-answer__marks")
    assert "paragraph 5.14" in page.text(card)
    assert page.count("your-copy-1") == OVER_EASTER
