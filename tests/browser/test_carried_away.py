"""What is carried away: rows one by one in calendar and spreadsheet, read by other programs than ours."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import icalendar

from tests.browser.figures import PANEL_TOLD, due
from tests.browser.page import CATCH, WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
PLANNED = f"{WORKBENCH}?edition={EDITION}#incident=2026-04-01&authority-aware=2026-04-02&today=2026-04-20"


def caught(page: Page, button: str) -> str:
    """Press a button of an open fold, and return the file that the page hands over."""
    page.run("window.caught = null")
    page.click(button)
    page.until(lambda: bool(page.run("return window.caught")), "the file")
    return str(page.run("return window.caught")).removeprefix("\ufeff")


def rules(table: str) -> set[str]:
    """Return the rules that have a row in a spreadsheet."""
    return {row["rule"] for row in csv.DictReader(io.StringIO(table))}


def test_calendar_and_spreadsheet_hold_the_rows_that_were_chosen_and_the_choice_outlives_the_answer(page: Page) -> None:
    page.open(PLANNED)
    page.follows()
    page.run(CATCH)
    page.click("#cr-out > summary")
    page.click("#cr-rows > summary")
    assert page.text("#cr-rows > summary span") == "all"
    every = rules(caught(page, "#cr-csv"))
    assert every == {str(each.get_attribute("value")) for each in page.all("#cr-rows-list input")}
    assert f"{PANEL_TOLD} · Notify the Child Safeguarding Practice Review Panel" in page.text("#cr-rows-list")

    page.click("#row-rapid-review")
    assert page.text("#cr-rows > summary span") == f"{len(every) - 1} of {len(every)}"
    assert rules(caught(page, "#cr-csv")) == every - {"rapid-review"}
    page.give("event-authority-aware", "7 4 2026")  # the answer is drawn anew, and the choice stays
    page.follows()
    assert not page.find("#row-rapid-review").is_selected()

    page.click("#cr-rows-none")
    page.click("#cr-ics")
    page.until(lambda: "No row is chosen" in page.text("#cr-file-status"), "that nothing is chosen")
    page.click("#row-notify-panel")
    page.type("#cr-reminders", "7, 1")
    (entry,) = icalendar.Calendar.from_ical(caught(page, "#cr-ics")).walk("VEVENT")
    assert entry.decoded("dtstart") == due("notify-panel", "2026-04-07")
    assert [alarm.decoded("trigger").days for alarm in entry.walk("VALARM")] == [-7, -1]
    page.click("#cr-rows-all")
    assert page.text("#cr-rows > summary span") == "all"
    page.click("#remind-rapid-review")  # a reminder is left out of a row that stays
    found = icalendar.Calendar.from_ical(caught(page, "#cr-ics")).walk("VEVENT")
    quiet = {str(each["summary"]).partition(" (")[0] for each in found if not each.walk("VALARM")}
    assert quiet == {"Submit the rapid review to the Panel"}
    page.click("#remind-rapid-review")
    page.type("#cr-reminders", "")
    assert not page.shows("[id^=remind-]"), "nobody is asked of which rows to be reminded of nothing"

    page.pick("#cr-who", "safeguarding partners")
    page.click("#cr-rows-shown")
    partners = rules(caught(page, "#cr-csv"))
    assert "rapid-review" in partners
    assert "notify-panel" not in partners
