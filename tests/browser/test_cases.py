"""The case list: many files and tables at once, the next date first, and nothing that was opened is lost."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from calculators.files import LAST_HELD as LAST_HELD_COLUMN
from tests.browser.figures import PANEL_TOLD_ISO, clocks, due, iso, typed, worded
from tests.browser.page import CATCH
from tests.browser.test_accessible import scrolls_sideways, violations
from tests.browser.written_files import CURRENT, case_file, figures_file
from tests.by_hand.rules import LAST_HELD, RULES, SCOTLAND_2021

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.page import Page

CASES = "guide/cases.html"
HELD = clocks("notify-panel")[0]
ENGLAND = "england/child-safeguarding-practice-review-2023"
FACTS = "yes,yes,no"  # of the columns below: so that one duty applies, and another does not
HEADER = "case,edition,authority-aware,child-died,abuse-or-neglect,looked-after,done:notify-panel"
LIST, TABLE, TOTALS = "#cr-cases-list", "#cr-cases-table", "#cr-cases-totals"
GOOD, BAD, MANY = 463, 37, 5_000


def table(path: Path, rows: list[str]) -> str:
    """Write a table of cases and return its path."""
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return str(path)


def saved(path: Path, reference: str, **changed: object) -> str:
    """Write a case file, made by hand, and return its path: the authority became aware on 2 April 2026, and the Panel is told in time."""
    facts = {"child-died": "yes", "abuse-or-neglect": "yes", "looked-after": "no"}
    case = {"facts": facts, "answered": {"notify-panel": PANEL_TOLD_ISO}, **changed}
    path.write_text(json.dumps(case_file(reference, "2026-04-02", **case)), encoding="utf-8")
    return str(path)


def show(page: Page, today: str, *files: str) -> None:
    """Open the page, look from a day such as '8 4 2026', and open files."""
    page.open(CASES)
    page.give("today", today)
    give(page, *files)
    finished(page)


def give(page: Page, *files: str) -> None:
    """Choose files."""
    page.find("#cr-cases-files").send_keys("\n".join(files))


def finished(page: Page) -> None:
    """Wait until every case that was opened is in the list."""
    page.until(lambda: page.shows(TOTALS) and not page.find(LIST).get_attribute("data-stale"), "the whole list")


def worked_out(page: Page) -> int:
    """Return how many cases have been worked out so far: all, if nothing says how many."""
    told = re.search(r"([0-9,]+) of", page.text("#cr-cases-stage")) if page.shows("#cr-cases-stage") else None
    return int(told[1].replace(",", "")) if told else MANY


def rows(page: Page) -> list[tuple[str, str]]:
    """Return each case that is shown with its next date, in order."""
    found = page.run(
        f"return [...document.querySelectorAll('{TABLE} tr[data-case]')].map((one) => [one.dataset.case, one.dataset.due])"
    )
    return [(case, due) for case, due in found]


def unread(page: Page) -> list[list[str]]:
    """Return what could not be read: file, line, case and why."""
    found = page.run(
        "return [...document.querySelectorAll('#cr-cases-unread-table tbody tr')]"
        ".map((one) => [...one.cells].map((cell) => cell.textContent))"
    )
    return [list(each) for each in found]


def test_a_list_of_five_hundred_rows_with_37_bad_ones(page: Page, tmp_path: Path) -> None:
    """Every bad row is listed with its line; the rest are sorted by their next date, and filtered."""
    days = ["2026-04-02", "2026-04-20", "2026-05-01"]
    told = due("notify-panel", "2026-04-20")
    lines: list[str] = []
    bad: list[int] = []
    for number in range(GOOD + BAD):
        if number % 13 == 0 and len(bad) < BAD:
            bad.append(number + 2)
            lines.append(f"C{number:03},{ENGLAND},2026-02-30,{FACTS},")
        else:
            done = "2026-04-20" if number % 3 == 0 else ""
            lines.append(f"C{number:03},{ENGLAND},{days[number % 3]},{FACTS},{done}")
    show(page, typed(told), table(tmp_path / "many.csv", lines))
    assert [(each[0], int(each[1])) for each in unread(page)] == [("many.csv", line) for line in bad]
    assert {each[3] for each in unread(page)} == {
        "Date the local authority became aware must be a real date; 2026-02-30 is not in the calendar."
    }
    assert page.text("#cr-cases-unread-title") == "37 could not be read"
    shown = rows(page)
    assert len(shown) == 200, "the first are drawn at once"
    assert [due for _, due in shown] == sorted(due for _, due in shown)
    # Aware on 20 April and not notified: due today. Notified late on 2 April's: its rapid review runs
    # from the incident, which is not given.
    late = [number for number in range(GOOD + BAD) if number % 3 == 1 and number + 2 not in bad]
    assert shown[0] == (f"C{late[0]:03}", told.isoformat())
    assert page.text(TOTALS) == f"463 cases, 0 overdue, {len(late)} this week; 37 could not be read."
    page.click("#cr-cases-all")
    page.until(lambda: len(rows(page)) == GOOD, "every case")
    Select(page.find("#cr-cases-show")).select_by_value("week")
    assert {due for _, due in rows(page)} == {told.isoformat()}
    assert page.text(TOTALS).endswith(f"Shown: {len(late)}.")
    page.give("today", typed(told + timedelta(days=1)))
    assert page.find(LIST).get_attribute("data-stale") == "true", "an answer never outlives its question"
    assert page.find("#cr-cases-csv").get_attribute("aria-disabled") == "true"
    page.find("#today-year").send_keys(Keys.ENTER)
    finished(page)
    assert page.text(TOTALS).startswith(f"463 cases, {len(late)} overdue, {len(late)} this week;")


def test_five_thousand_show_how_far_they_are_and_can_be_stopped_and_gone_on_with(page: Page, tmp_path: Path) -> None:
    lines = [f"C{number:04},{ENGLAND},2026-04-{number % 28 + 1:02},{FACTS}," for number in range(MANY)]
    page.open(CASES)
    page.give("today", "8 4 2026")
    give(page, table(tmp_path / "many.csv", lines))
    page.until(lambda: page.shows("#cr-cases-cancel") and "of 5,000" in page.text("#cr-cases-progress"), "progress")
    page.click("#cr-cases-cancel")
    assert not page.shows("#cr-cases-progress")
    told = page.text("#cr-cases-stale")
    assert "of 5,000 have not been worked out yet, and are not in this list" in told
    assert page.focus() == "cr-cases-go"
    page.click("#cr-cases-go")
    page.until(lambda: worked_out(page) > MANY / 2, "the first half")  # each half may take as long as anything else
    finished(page)
    assert page.text(TOTALS).startswith("5,000 cases, ")
    assert len(rows(page)) == 200
    assert page.text("#cr-cases-more span") == "The first 200 of 5,000 are shown."


def test_saved_cases_say_what_moved_and_why(page: Page, tmp_path: Path) -> None:
    """One was saved when Easter Monday was thought a working day, one for another event, one rests on nothing known."""
    told = due("notify-panel", "2026-04-02")
    thought, late = due("notify-panel", "2026-04-02", less=1), told + timedelta(days=1)
    basis = {
        "period": f"{HELD.length} {HELD.unit}s",
        "event": "authority-aware",
        "date": "2026-04-02",
        "skipped": ["2026-04-03", "2026-04-04", "2026-04-05"],
    }
    easter = saved(
        tmp_path / "easter.json", "E", answered={"notify-panel": thought.isoformat()}, basis={"notify-panel": basis}
    )
    before = saved(tmp_path / "before.json", "B", answered={"notify-panel": thought.isoformat()})
    same = saved(tmp_path / "same.json", "S")
    done = saved(tmp_path / "done.json", "D", done={"notify-panel": late.isoformat()})
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": 1,\n "kind": ', encoding="utf-8")
    show(page, "8 4 2026", easter, before, same, done, str(broken))
    assert rows(page) == [*((case, told.isoformat()) for case in "BES"), ("D", "")]
    assert unread(page) == [["broken.json", "", "", "A case file must be a JSON object; this is none from line 2 on."]]
    Select(page.find("#cr-cases-show")).select_by_value("moved")
    assert [case for case, _ in rows(page)] == ["B", "E"]
    for case, why in (("E", "the bank holidays changed"), ("B", "why is not known")):
        button = page.find(f"{TABLE} tr[data-case='{case}'] button")
        button.send_keys(Keys.ENTER)
        assert button.get_attribute("aria-expanded") == "true"
        said = page.text(f"{TABLE} tr[data-case='{case}'] + tr")
        assert f"{worded(thought)} is now {worded(told)}; {why}." in said
    Select(page.find("#cr-cases-show")).select_by_value("all")
    page.click(f"{TABLE} tr[data-case='D'] button")
    assert f"Done on {worded(late)}, 1 day late" in page.text(f"{TABLE} tr[data-case='D'] + tr")
    newer = saved(tmp_path / "newer.json", "S", saved="2026-04-07", done={"notify-panel": "2026-04-07"})
    give(page, newer)
    page.until(lambda: page.shows("#cr-cases-merged"), "what was there twice")
    assert dict(rows(page))["S"] == "", "the one saved last stands"
    page.click("#cr-cases-merged summary")
    assert page.text("#cr-cases-merged li") == (
        "S: same.json, saved on Thursday 2 April 2026 gave way to newer.json, saved on Tuesday 7 April 2026"
    )


def test_the_list_goes_out_as_a_spreadsheet_and_one_person_s_part_of_it(page: Page, tmp_path: Path) -> None:
    lines = [f"=1+1,{ENGLAND},2026-04-02,{FACTS},", f"C2,{ENGLAND},2026-04-30,{FACTS},", "C3,england/none,,,,,"]
    show(page, "8 4 2026", table(tmp_path / "few.csv", lines))
    page.run(CATCH)
    page.click("#cr-cases-csv")
    page.until(lambda: page.text("#cr-cases-file-status").startswith("Made case-list.csv: 2 cases and 1"), "the file")
    page.until(lambda: bool(page.run("return window.caught")), "its text")
    text = str(page.run("return window.caught"))
    head, first, second, bad = text.splitlines()
    assert head.removeprefix("\ufeff").startswith("Next date,What,Who,Case,Days left,Note,Overdue,Due this week,")
    assert first.startswith(f"{PANEL_TOLD_ISO},Notify the Child Safeguarding Practice Review Panel")
    assert ",'=1+1," in first, "no cell is a formula"
    assert second.startswith(f"{iso('notify-panel', '2026-04-30')},"), (
        "the early May bank holiday, Monday 4 May, is not counted"
    )
    assert bad.split(",")[3] == "C3"
    assert "few.csv,4," in bad
    who = Select(page.find("#cr-cases-who"))
    assert [each.text for each in who.options] == ["Anybody", "local authority"]
    who.select_by_visible_text("local authority")
    assert [case for case, _ in rows(page)] == ["=1+1", "C2"]


def test_the_empty_page_explains_and_its_example_opens_and_is_accessible(page: Page) -> None:
    page.open(CASES)
    assert page.shows("#cr-cases-empty")
    assert "keep them where your case records are" in page.text("#cr-cases-private")
    assert violations(page) == []
    page.click("#cr-cases-example-open")
    finished(page)
    assert not page.shows("#cr-cases-empty")
    assert not page.shows("#cr-cases-unread")
    assert len(rows(page)) == 4
    page.find(f"{TABLE} tr[data-case='EXAMPLE-2'] button").send_keys(Keys.SPACE)
    assert "Check in your copy" in page.text(f"{TABLE} .cr-cases__detail")
    assert violations(page) == []
    page.narrow()
    assert not scrolls_sideways(page)
    assert page.run("return sessionStorage.length") == 0
    assert page.find(f"{TABLE} tr[data-case='EXAMPLE-2']").find_elements(By.CSS_SELECTOR, "[data-label='Next date']")
    page.wide()
    page.click("#cr-cases-clear")
    assert page.shows("#cr-cases-empty")
    assert not page.shows(LIST)


def test_figures_files_are_used_in_the_list_and_a_broken_one_is_listed(page: Page, tmp_path: Path) -> None:
    """Four working days after Thursday 2 April 2026, by hand: Friday 10 April, as Good Friday and Easter Monday fall out."""
    figures = figures_file()
    (tmp_path / "anyshire.json").write_text(json.dumps(figures), encoding="utf-8")
    (tmp_path / "bad.json").write_text(json.dumps(figures | {"read_on": "soon"}), encoding="utf-8")
    stub = saved(tmp_path / "stub.json", "STUB", edition=CURRENT, answered={})
    show(page, "8 4 2026", stub)
    assert rows(page) == [("STUB", "")]
    give(page, str(tmp_path / "anyshire.json"), str(tmp_path / "bad.json"))
    page.until(lambda: rows(page) == [("STUB", "2026-04-10")], "the figures to be used")
    assert "Figures of Partnership of Anyshire for Working Together to Safeguard Children 2026" in page.text(
        "#cr-cases-figures"
    )
    assert [each[0] for each in unread(page)] == ["bad.json"]
    page.click("#cr-cases-figures button")
    page.until(lambda: rows(page) == [("STUB", "")], "the figures to be gone")


def test_figures_of_one_name_for_two_editions_both_stay_and_later_ones_are_told(page: Page, tmp_path: Path) -> None:
    """From two folders; and the same file again, with another figure: five working days are up on Monday 13 April, by hand."""
    for folder, figures in (
        ("now", figures_file()),
        ("earlier", figures_file(edition="england/child-safeguarding-practice-review-2018")),
        ("later", figures_file(5)),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "figures.json").write_text(json.dumps(figures), encoding="utf-8")
    stub = saved(tmp_path / "stub.json", "STUB", edition=CURRENT, answered={})
    show(page, "8 4 2026", stub, str(tmp_path / "now" / "figures.json"))
    page.until(lambda: rows(page) == [("STUB", "2026-04-10")], "the figures to be used")
    give(page, str(tmp_path / "earlier" / "figures.json"))
    page.until(lambda: [each[0] for each in unread(page)] == ["figures.json"], "word of figures that fill no gap")
    assert rows(page) == [("STUB", "2026-04-10")], "those of the other edition stay"
    give(page, str(tmp_path / "later" / "figures.json"))
    page.until(lambda: rows(page) == [("STUB", "2026-04-13")], "the later figure")
    told = page.run("return document.getElementById('cr-cases').textContent")  # in a fold
    assert "figures.json was opened again: its figures stand in place of those read before" in told


def test_a_list_that_is_drawn_anew_keeps_what_was_open_and_the_keyboard(page: Page, tmp_path: Path) -> None:
    lines = [f"C{number},{ENGLAND},2026-04-{number:02},{FACTS}," for number in (2, 9, 14)]
    show(page, "8 4 2026", table(tmp_path / "few.csv", lines))
    row = f"{TABLE} tr[data-case='C9']"
    page.find(f"{row} button").send_keys(Keys.ENTER)
    assert page.shows(f"{row} + .cr-cases__detail")
    # A file more is opened while the keyboard stays at the case.
    page.run(
        "const carried = new DataTransfer(); carried.items.add(new File([arguments[0]], 'more.csv'));"
        "document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}))",
        f"{HEADER}\nC1,{ENGLAND},2026-04-01,{FACTS},\n",
    )
    page.until(lambda: len(rows(page)) == 4, "the case of the other file")
    finished(page)
    assert page.shows(f"{row} + .cr-cases__detail"), "what was open is open"
    assert page.find(f"{row} button").get_attribute("aria-expanded") == "true"
    assert page.run("return document.activeElement.textContent") == "C9"
    Select(page.find("#cr-cases-show")).select_by_value("overdue")
    Select(page.find("#cr-cases-show")).select_by_value("all")
    assert page.shows(f"{row} + .cr-cases__detail"), "a filter closes nothing for good"
    page.find(f"{row} button").send_keys(Keys.ENTER)
    assert not page.shows(f"{row} + .cr-cases__detail")


def last_held(page: Page) -> list[tuple[str, str]]:
    """Return each case that is shown with its first date by the last figure held, in order."""
    found = page.run(
        f"return [...document.querySelectorAll('{TABLE} tr[data-case]')].map((one) => [one.dataset.case, one.dataset.lastHeld])"
    )
    return [(case, day) for case, day in found]


def exported(page: Page, made: str) -> list[dict[str, str]]:
    """Save the list as a spreadsheet, wait until it says what it made, and return its rows."""
    page.run(CATCH)
    page.click("#cr-cases-csv")
    page.until(lambda: bool(page.run("return window.caught")), "the spreadsheet")
    assert page.text("#cr-cases-file-status") == made
    return list(csv.DictReader(io.StringIO(str(page.run("return window.caught")).removeprefix("\ufeff"), newline="")))


def told_in_time(day: str) -> date:
    """Return by when the Panel is told, by the figure that was last held before the edition in force, if aware on this day."""
    return due("notify-panel", day, LAST_HELD[CURRENT]["notify-panel"])


def test_dates_by_the_last_figure_held_stand_among_the_others_and_are_never_told_as_held(
    page: Page, tmp_path: Path
) -> None:
    """The figure in force is not held for three of five cases: one is past its last-held date, one comes to it today."""
    aware = {
        "LATE": "2026-08-03",
        "HELD": "2026-08-10",
        "Z-DAY": "2026-10-12",
        "A-DAY": "2026-10-12",
        "SOON": "2026-12-14",
    }
    held = {"HELD", "Z-DAY"}
    lines = [f"{case},{ENGLAND if case in held else CURRENT},{day},{FACTS}," for case, day in sorted(aware.items())]
    today = told_in_time("2026-10-12")
    show(page, typed(today), table(tmp_path / "five.csv", lines))
    assert last_held(page) == [
        (case, "" if case in held else told_in_time(day).isoformat()) for case, day in aware.items()
    ], "by their dates, of whichever kind; of one day, the one that is held first"
    assert [day for _, day in rows(page)] == [
        iso("notify-panel", day) if case in held else "" for case, day in aware.items()
    ]
    more = "(and 1 more by a last figure held: check)"
    assert page.text(TOTALS) == f"5 cases, 1 overdue {more}, 1 this week {more}; 0 could not be read."
    assert "this is the date if the last one that was held still applies" in page.text("#cr-cases-basis")
    late = f"{TABLE} tr[data-case='LATE']"
    assert page.text(f"{late} .cr-cases__next").splitlines()[-2:] == [
        f"CHECK: {worded(told_in_time('2026-08-03'))}",
        "passed, if it applies, by the last figure held: check in your copy",
    ]
    assert (
        page.run(f'return getComputedStyle(document.querySelector("{late} .cr-cases__next span")).borderLeftStyle')
        == "dashed"
    )
    assert page.text(f"{late} [data-label=Left]") == ""
    assert page.text(f"{late} [data-label=Overdue]").endswith("0\n1 by the last figure held: check")
    for show_, cases in (
        ("overdue", ["LATE", "HELD"]),
        ("week", ["Z-DAY", "A-DAY"]),
        ("check", ["LATE", "A-DAY", "SOON"]),
    ):
        Select(page.find("#cr-cases-show")).select_by_value(show_)
        assert [case for case, _ in rows(page)] == cases
    assert [each.text for each in Select(page.find("#cr-cases-who")).options] == ["Anybody", "local authority"]
    Select(page.find("#cr-cases-who")).select_by_visible_text("local authority")
    assert [case for case, _ in rows(page)] == ["LATE", "A-DAY", "SOON"], "whoever has something to check, too"


def test_the_spreadsheet_has_dates_by_the_last_figure_held_if_they_are_asked_for_in_columns_of_their_own(
    page: Page, tmp_path: Path
) -> None:
    lines = [f"LATE,{CURRENT},2026-08-03,{FACTS},", f"HELD,{ENGLAND},2026-08-10,{FACTS},"]
    show(page, "12 10 2026", table(tmp_path / "two.csv", lines))
    kept = "Keep it where your case records are."
    late, held = exported(page, f"Made case-list.csv: 2 cases. It is without the dates by the last figure held, of 1 case: tick the box above to include them. {kept}")  # fmt: skip
    assert (late["Case"], late["Next date"], late["Days left"], late["Overdue"], late["To check"]) == (
        "LATE",
        "",
        "",
        "0",
        "1",
    )
    assert not any(told_in_time("2026-08-03").isoformat() in cell for cell in late.values())
    assert int(held["Days left"]) == (due("notify-panel", "2026-08-10") - date(2026, 10, 12)).days, (
        "a number below nought"
    )
    names = list(late)
    page.click("#cr-cases-with-last-held")
    again, other = exported(page, f"Made case-list.csv: 2 cases. {kept}")
    assert {name: again[name] for name in names} == late, "the other columns say what they said"
    assert list(again)[len(names) :] == [LAST_HELD_COLUMN, "CHECK: what", "CHECK: who", "CHECK: passed"]
    assert again[LAST_HELD_COLUMN] == told_in_time("2026-08-03").isoformat()
    assert (again["CHECK: who"], again["CHECK: passed"]) == ("local authority", "1")
    assert again["CHECK: what"].startswith("Notify the Child Safeguarding Practice Review Panel")
    assert "check in your copy" in again["CHECK: what"]
    assert [other[name] for name in list(other)[len(names) :]] == [""] * 4


def test_where_the_law_s_date_is_held_it_stands_beside_the_earlier_one_to_check(page: Page, tmp_path: Path) -> None:
    """Of the same act, England's edition in force gives the law's date, and that of 2023 gave an earlier one."""
    day = "2026-12-09"
    law, last = due("send-report", day, CURRENT), due("send-report", day, LAST_HELD[CURRENT]["send-report"])
    show(page, typed(law + timedelta(days=1)), saved(tmp_path / "p.json", "P", edition=CURRENT, events={"publication": day}, answered={}))  # fmt: skip
    assert (rows(page), last_held(page)) == ([("P", law.isoformat())], [("P", last.isoformat())])
    assert page.text(".cr-cases__next .cr-cases__check") == f"CHECK: {worded(last)}"
    assert page.text(f"{TABLE} [data-label=What] .cr-cases__beside").startswith(f"{worded(law)}, 1 ")
    assert page.text(TOTALS).startswith("1 case, 1 overdue, "), (
        "overdue by the law's date: nothing more is to be counted"
    )
    page.give("today", typed(law))
    page.find("#today-year").send_keys(Keys.ENTER)
    finished(page)
    assert page.text(TOTALS).startswith("1 case, 0 overdue (and 1 more by a last figure held: check), ")


def test_a_box_for_what_nobody_has_to_check_is_not_offered(page: Page, tmp_path: Path) -> None:
    show(page, "8 4 2026", table(tmp_path / "one.csv", [f"A,{ENGLAND},2026-04-02,{FACTS},"]))
    assert not page.shows("#cr-cases-held")
    assert "last figure held" not in page.text(LIST)


def test_an_act_to_be_done_at_once_is_said_once_with_each_of_its_limits(page: Page, tmp_path: Path) -> None:
    """A looked-after child died on Friday 13 November 2026, known on Monday: the first limit has passed on the day behind it."""
    rule, events = "notify-looked-after-death", {"incident": "2026-11-13", "authority-aware": "2026-11-16"}
    days = [
        due(rule, events[clock.event], SCOTLAND_2021, reading=name)
        for name, clock in RULES[SCOTLAND_2021][rule].readings.items()
    ]
    facts = {"child-died": "yes", "looked-after": "yes"}
    common = {"edition": SCOTLAND_2021, "events": events, "answered": {}}
    files = [
        saved(tmp_path / "sure.json", "SURE", facts=facts, **common),
        saved(tmp_path / "maybe.json", "MAYBE", facts={"child-died": "yes"}, **common),
        saved(tmp_path / "done.json", "DONE", facts=facts, done={rule: "2026-11-16"}, **common),
    ]
    show(page, typed(min(days) + timedelta(days=1)), *files)
    assert [case for case, _ in rows(page)] == ["SURE", "MAYBE", "DONE"]
    assert page.text(TOTALS).startswith("3 cases, 2 overdue, ")
    act = "Notify the Scottish Ministers and the Care Inspectorate"
    for case, more in (("SURE", ""), ("MAYBE", ", if it applies")):
        row = f"{TABLE} tr[data-case='{case}']"
        assert page.text(f"{row} .cr-cases__next").endswith(f"At once\nfirst limit {worded(min(days))}{more}")
        assert page.text(row).count(act) == 1
        assert page.text(f"{row} [data-label=Left]").endswith("(1 day)")
        page.click(f"{row} button")
        limits = page.all(f"{row} + tr [data-rule='{rule}'] li")
        assert len(limits) == len(days)
        for limit, day in zip(limits, days, strict=True):
            assert worded(day) in limit.text
            assert "within 1 " in limit.text, "its clock"
    Select(page.find("#cr-cases-show")).select_by_value("overdue")
    assert [case for case, _ in rows(page)] == ["SURE", "MAYBE"]


def test_dates_with_the_day_first_are_read_and_those_with_the_month_first_are_not(page: Page, tmp_path: Path) -> None:
    lines = [
        f"UK,{ENGLAND},02/04/2026,{FACTS},",
        f"ISO,{ENGLAND},2026-04-02,{FACTS},",
        f"US,{ENGLAND},4/13/2026,{FACTS},",
    ]
    show(page, "8 4 2026", table(tmp_path / "excel.csv", lines))
    assert rows(page) == [("ISO", PANEL_TOLD_ISO), ("UK", PANEL_TOLD_ISO)]
    why = "authority-aware: the day stands first, as in 27/11/2026, and there is no month 13; this is '4/13/2026'."
    assert unread(page) == [["excel.csv", "4", "US", f"{why} Check the other dates of this table too."]]
