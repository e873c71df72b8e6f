"""What a reader chooses of a plan to carry away: rows and reminders, read back by two parsers that share nothing with ours."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import vobject

from calculators import __main__ as command_line
from calculators.register import EDITIONS, EVENTS, FACTS
from tests.door import ask
from tests.files import office
from tests.files.test_calendar_file import CASE, ENGLAND, file, put, read, rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NEW = "england/child-safeguarding-practice-review-2026"
NEW_CASE = {"authority-aware": "2026-11-27", "incident": "2026-11-27", "publication": "2027-01-06"}
PLAN = ["plan", ENGLAND, *(word for event, day in CASE.items() for word in ("--event", f"{event}={day}"))]


def entries(text: str) -> list[dict[str, Any]]:
    """Return a calendar file's entries as vobject understands them, in the words of `read`."""
    calendar = vobject.readOne(text)
    return [
        {
            "uid": entry.uid.value,
            "start": entry.dtstart.value.isoformat(),
            "end": entry.dtend.value.isoformat(),
            "summary": entry.summary.value,
            "description": entry.description.value,
            "sequence": int(entry.sequence.value),
            "reminders": [
                {
                    "action": alarm.action.value,
                    "says": alarm.description.value,
                    "days": -alarm.trigger.value / timedelta(days=1),
                }
                for alarm in entry.contents.get("valarm", [])
            ],
        }
        for entry in calendar.contents.get("vevent", [])
    ]


@pytest.mark.parametrize(
    ("edition", "events"),
    [
        pytest.param(ENGLAND, CASE, id="England in its time"),
        pytest.param(NEW, NEW_CASE, id="England today, with what was last held"),
        pytest.param("scotland/learning-review-2021", {"authority-aware": "2026-06-11", "incident": "2026-06-11"}, id="Scotland, at once"),
        pytest.param("wales/child-practice-review-2016", dict.fromkeys(EVENTS, "2024-02-29"), id="Wales, everything given"),
    ],
)  # fmt: skip
def test_two_parsers_read_the_same(edition: str, events: dict[str, str], tmp_path: Path) -> None:
    """Entry by entry, with letters beyond ASCII, commas and semicolons in the reference, and two reminders each."""
    text = file("ics", edition=edition, events=events, reference="Môn 3; a, b\\n", reminders=[7, 1], last_held=True)
    one, other = read(text, tmp_path)["events"], entries(text)
    assert one
    assert [{key: entry[key] for key in other[0]} for entry in one] == other
    for entry in other:
        assert entry["summary"].startswith("Môn 3; a, b\\n: ")
        assert [reminder["days"] for reminder in entry["reminders"]] == [7, 1]
        assert {reminder["action"] for reminder in entry["reminders"]} == {"DISPLAY"}
        assert {reminder["says"] for reminder in entry["reminders"]} == {entry["summary"]}


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_title_has_an_id(edition: str) -> None:
    """Neither a rule's nor a reading's nor an event's."""
    held = EDITIONS[edition]
    ids = {rule.id for rule in held.rules} | {each.id for rule in held.rules for each in rule.readings if each.id}
    ids = {name for name in {*ids, *EVENTS, *FACTS} if "-" in name} - {"looked-after"}  # a word as well
    reply = put(edition=edition, events=dict.fromkeys(EVENTS, "2026-06-11"), last_held=True, **{"as": "ics"})
    for entry in entries(reply["file"]["text"]) if "file" in reply else []:
        assert not [name for name in ids if name in entry["summary"]]
        assert "[" not in entry["summary"]


@pytest.mark.parametrize(
    ("reminders", "days"),
    [
        pytest.param(None, [], id="none asked for"),
        pytest.param([], [], id="none"),
        pytest.param([0], [0], id="on the day itself"),
        pytest.param([365, 30, 7, 1, 0], [365, 30, 7, 1, 0], id="five, from a year before"),
    ],
)
def test_reminders(reminders: list[int] | None, days: list[int]) -> None:
    for entry in entries(file("ics", reminders=reminders)):
        assert [reminder["days"] for reminder in entry["reminders"]] == days


def test_reminders_of_some_rules_alone() -> None:
    """The notice reminds, the rapid review's readings do not; nor does a date by the last figure held that was not chosen."""
    found = entries(file("ics", reminders=[3], remind=["notify-panel"]))
    reminded = {entry["summary"] for entry in found if entry["reminders"]}
    assert reminded == {"Notify the Child Safeguarding Practice Review Panel of a serious incident"}
    assert len(found) > 1
    events = {"incident": "2026-11-25", "authority-aware": "2026-11-25"}
    asked = {"edition": "england/child-safeguarding-practice-review-2026", "events": events, "last_held": True}
    found = entries(file("ics", **asked, reminders=[3], remind=["rapid-review"]))
    assert {entry["summary"].startswith("CHECK: Submit the rapid review") for entry in found if entry["reminders"]} == {
        True
    }
    assert [entry for entry in found if not entry["reminders"]]


def test_nobody_is_reminded_of_what_is_done() -> None:
    found = entries(file("ics", reminders=[7], done={"notify-panel": "2026-04-10"}))
    quiet = [entry["summary"] for entry in found if not entry["reminders"]]
    assert quiet == ["Notify the Child Safeguarding Practice Review Panel of a serious incident"]


@pytest.mark.parametrize("form", ["ics", "csv"])
@pytest.mark.parametrize(
    "chosen",
    [
        pytest.param(["notify-panel"], id="one"),
        pytest.param(["keep-published", "send-report"], id="two, in another order than the edition's"),
    ],
)
def test_rows_by_choice(form: str, chosen: list[str]) -> None:
    """With the same entries as in the whole file, and no other."""
    if form == "csv":
        assert [row for row in rows(file("csv")) if row["rule"] in chosen] == rows(file("csv", rows=chosen))
        return
    actions = {one["action"] for one in put()["dates"] if one["rule"] in chosen}
    whole = [entry for entry in entries(file("ics")) if any(entry["summary"].startswith(action) for action in actions)]
    assert whole
    assert entries(file("ics", rows=chosen)) == whole


def test_a_case_is_saved_whole() -> None:
    asked: dict[str, Any] = {"today": "2026-04-07", "as": "case"}
    assert put(**asked, rows=["notify-panel"])["file"]["text"] == put(**asked)["file"]["text"]


def test_a_row_without_a_date_makes_no_calendar() -> None:
    (error,) = put(rows=["tell-of-review"], **{"as": "ics"})["errors"]
    assert error["message"] == "There is no date to put in a calendar yet: give at least one date"


@pytest.mark.parametrize(
    ("asked", "field", "message"),
    [
        pytest.param({"rows": []}, "rows", "rows must name at least one rule; leave it out for all of them", id="no row"),
        pytest.param({"rows": "notify-panel"}, "rows", "rows must be a list", id="a row that is no list"),
        pytest.param({"rows": [3]}, "rows.1", "rows must be a list of ids of rules, as text", id="a number"),
        pytest.param({"rows": ["notify-panel", "notify-panle"]}, "rows.2", f"'notify-panle' is not a rule of {ENGLAND} that this guide holds; did you mean notify-panel?", id="a slip"),
        pytest.param({"rows": ["notify-panel", "notify-panel"]}, "rows.2", "notify-panel is named twice in rows; name it once", id="twice"),
        pytest.param({"reminders": 7}, "reminders", "reminders must be a list", id="a number alone"),
        pytest.param({"reminders": [-1]}, "reminders.1", "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="after the day"),
        pytest.param({"reminders": [7, 366]}, "reminders.2", "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="more than a year"),
        pytest.param({"reminders": [True]}, "reminders.1", "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="true is no number"),
        pytest.param({"reminders": [1.5]}, "reminders.1", "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="half a day"),
        pytest.param({"reminders": ["7"]}, "reminders.1", "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="text"),
        pytest.param({"reminders": [1, 2, 3, 4, 5, 6]}, "reminders", "reminders has 6 entries; at most 5 can be set", id="six"),
        pytest.param({"reminders": [7, 7]}, "reminders.2", "The reminder 7 is given twice; give it once", id="the same again"),
        pytest.param({"reminders": [7], "remind": []}, "remind", "remind must name at least one rule; leave it out for all of them", id="reminders of nothing"),
        pytest.param({"last_held": "yes"}, "last_held", "last_held must be true or false", id="neither true nor false"),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen(asked: dict[str, Any], field: str, message: str) -> None:
    assert put(**{"as": "ics"}, **asked)["errors"] == [{"field": field, "message": message}]


def test_the_command_line_chooses_alike(capsys: pytest.CaptureFixture[str]) -> None:
    command_line.main([*PLAN, "--ics", "--rows", "notify-panel, send-report", "--reminders", "7, 1"])
    found = entries(capsys.readouterr().out)
    assert [entry["start"] for entry in found] == ["2026-04-13", "2026-04-24", "2026-04-29"]
    assert {tuple(reminder["days"] for reminder in entry["reminders"]) for entry in found} == {(7, 1)}
    command_line.main([*PLAN, "--ics", "--reminders", "7", "--remind", "notify-panel"])
    assert [bool(entry["reminders"]) for entry in entries(capsys.readouterr().out)].count(True) == 1
    command_line.main([*PLAN, "--csv", "--rows", "notify-panel"])
    assert [row["rule"] for row in rows(capsys.readouterr().out)] == ["notify-panel"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(["--rows", "notify-panel"], "--rows goes with --ics, --csv or --summary", id="rows of no file"),
        pytest.param(["--csv", "--reminders", "7"], "--reminders goes with --ics", id="a table does not remind"),
        pytest.param(["--ics", "--remind", "notify-panel"], "--remind goes with --reminders", id="nothing to remind of"),
        pytest.param(["--ics", "--reminders", "a week"], "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="a reminder in words"),
        pytest.param(["--ics", "--reminders", "7,,1"], "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="a comma too many"),
        pytest.param(["--ics", "--reminders", "9999999999"], "A reminder must be a whole number of days before, from 0 to 365, such as 7", id="a very long time before"),
        pytest.param(["--csv", "--rows", ""], f"'' is not a rule of {ENGLAND} that this guide holds; write one of: ", id="an empty list"),
    ],
)  # fmt: skip
def test_nonsense_on_the_command_line(options: Sequence[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, exit 2."""
    with pytest.raises(SystemExit) as leaving:
        command_line.main([*PLAN, *options])
    told = capsys.readouterr()
    assert (leaving.value.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert told.err.startswith(f"case-review: {message}")


def test_what_must_be_done_by_whom_comes_first() -> None:
    """The date, the act and who, then how far off it is; ids last."""
    header = file("csv").split("\r\n", 1)[0].split(",")
    assert header[:5] == ["due", "action", "who", "left", "duty"]
    assert header[-3:] == ["edition", "rule", "reference"]


def test_how_far_off_each_reading_is() -> None:
    """Each from its own date; none without today, none for what is done."""
    left = {(row["rule"], row["reading"]): row["left"] for row in rows(file("csv", today="2026-04-20", done={"send-report-ofsted": "2026-04-20"}))}  # fmt: skip
    assert left["send-report", "by the guidance"] == "4 working days left (4 days)"
    assert left["send-report", "by the Regulations"] == "7 working days left (9 days)"
    assert left["notify-panel", ""] == "5 working days past (7 days)"
    assert left["send-report-ofsted", ""] == ""
    assert {row["left"] for row in rows(file("csv"))} == {""}


def test_a_date_to_check_says_what_is_done_and_what_only_may_apply_as_the_other_entries_do() -> None:
    """England, the Panel told on 30 November, looked-after not known: told as in a calendar of the edition before, word for word."""
    asked: dict[str, Any] = {
        "events": dict.fromkeys(("incident", "authority-aware"), "2026-11-27"),
        "facts": dict.fromkeys(("child-died", "abuse-or-neglect", "in-authority-area"), "yes"),
        "done": {"notify-panel": "2026-11-30"},
    }
    told = ("If it applies: that turns on facts not known yet.", "Done on Monday 30 November 2026.")

    def entries_of(edition: str) -> dict[str, list[str]]:
        found = entries(file("ics", edition=edition, last_held=True, **asked))
        return {
            entry["summary"].removeprefix("CHECK: "): [words for words in told if words in entry["description"]]
            for entry in found
        }

    checked = entries_of(NEW)
    (panel,) = (name for name in checked if name.startswith("Notify the Child Safeguarding Practice Review Panel"))
    (death,) = (name for name in checked if "looked-after child" in name)
    assert (checked[panel], checked[death]) == ([told[1]], [told[0]])
    before = entries_of(ENGLAND)
    assert {name: before[name] for name in checked if name in before} == {
        name: checked[name] for name in checked if name in before
    }


def test_what_was_last_held_has_columns_of_its_own() -> None:
    """The earliest date alone in one, so that a spreadsheet takes it for a date; the figure and each reading in the other."""
    found = {row["rule"]: row for row in rows(file("csv", edition=NEW, events=NEW_CASE, last_held=True))}
    date, words, _ = list(found["rapid-review"])[-3:]
    assert (date, words) == ("CHECK: date if the last figure still held", "CHECK: the last figure")
    assert (found["rapid-review"]["due"], found["rapid-review"][date]) == ("", "2026-12-18")
    assert found["rapid-review"][words].endswith(
        ": 2026-12-18 (from the incident, by Child Safeguarding Practice Reviews (procedures text, 16 February 2024, version 46))"
    )
    assert "check in your copy" in found["rapid-review"][words]
    assert not [name for name in rows(file("csv", edition=NEW))[0] if name.startswith("CHECK")]


def test_how_far_off_a_date_by_the_last_figure_is_stands_beside_it() -> None:
    """All on Monday 2 November 2026, seen from 30 November: two of the rapid review's clocks agree, and their date is told once."""
    asked: dict[str, Any] = {"edition": NEW, "events": dict.fromkeys(("incident", "authority-aware", "partners-aware"), "2026-11-02"), "today": "2026-11-30"}  # fmt: skip
    found = {row["rule"]: row for row in rows(file("csv", **asked, last_held=True))}
    off = "CHECK: left if the last figure still held"
    assert (found["notify-panel"][off], found["notify-panel"]["left"]) == ("15 working days past (21 days)", "")
    assert found["rapid-review"][off] == "5 working days past (7 days)"
    assert found["rapid-review"]["CHECK: the last figure"].count("2026-11-23") == 1
    assert file("text", **asked).count("23 November 2026") == 1


@pytest.mark.slow
def test_a_spreadsheet_program_finds_real_dates(tmp_path: Path) -> None:
    """LibreOffice Calc: every cell with a date is a date there, of the same day."""
    text = file("csv", edition=NEW, events=NEW_CASE, last_held=True, done={"notify-panel": "2026-12-01"})
    (tmp_path / "plan.csv").write_text(text, encoding="utf-8", newline="")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    written = sorted(cell for cell in cells if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", cell))
    assert len(written) > 5
    assert sorted(re.findall('office:date-value="([^"]+)"', office.opened(tmp_path / "plan.csv"))) == written


def test_the_same_choices_of_a_saved_case() -> None:
    """Rows and reminders go with a case that is answered anew."""
    case = put(today="2026-04-07", **{"as": "case"})["file"]["text"]
    reply = ask(ask="moved", case=json.loads(case), rows=["notify-panel"], reminders=[1], **{"as": "ics"})
    (entry,) = entries(reply["file"]["text"])
    assert [reminder["days"] for reminder in entry["reminders"]] == [1]
