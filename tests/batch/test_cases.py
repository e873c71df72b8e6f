"""Many cases from a table: every row answered or listed, in bounded memory."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import shlex
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from calculators import __main__ as command_line
from calculators.batch.cases import _MOST_LISTED, COLUMNS, Tally, batch, cells
from calculators.files import LAST_HELD, csv_lines
from calculators.records import Refused
from calculators.register import EDITIONS, EVENTS
from tests.door import ask
from tests.files.test_figures_file import WORDS, figure, file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Checkout

ENGLAND = "england/child-safeguarding-practice-review-2023"
SMALL = min(
    (one for one in EDITIONS.values() if any(rule.readings for rule in one.rules)), key=lambda one: len(one.rules)
)
HEADER = "case,edition,authority-aware,publication"
GOOD = f"A1,{ENGLAND},2026-04-02,2026-05-06"


def run(*lines: str) -> list[dict[str, Any]]:
    """Return what a table with these lines under the usual header comes to."""
    return list(batch(io.StringIO("\n".join([HEADER, *lines]) + "\n", newline="")))


def unreadable(*lines: str) -> dict[int, str]:
    """Return the reasons of the rows that could not be read, by line."""
    return {row["line"]: row["reason"] for row in run(*lines) if row["state"] == "unreadable"}


def test_a_case_comes_to_what_a_plan_says() -> None:
    """Rule by rule, the same dates as at the door, for every edition."""
    day = "2026-06-11"
    header = ",".join(["case", "edition", *EVENTS])
    table = [header, *(",".join(["A", edition, *[day] * len(EVENTS)]) for edition in EDITIONS)]
    found = list(batch(table))
    asked = ({"ask": "plan", "edition": edition, "events": dict.fromkeys(EVENTS, day)} for edition in EDITIONS)
    planned = [(reply, one) for reply in (ask(**each) for each in asked) for one in reply["dates"]]
    assert len(found) == len(planned)
    for row, (reply, one) in zip(found, planned, strict=True):
        assert (row["edition"], row["rule"]) == (reply["edition"], one["rule"])
        for key in ("kind", "state", "settled", "due", "until", "last_working_day_before", "action"):
            assert row[key] == one[key]
        assert row["readings"] == ({each["id"]: each["due"] for each in one["readings"]} or None)
        assert (row["source"], row["place"]) == (one["source"]["title"], one["source"]["place"])
        assert (row["superseded_by"], row["content"]) == (reply["superseded_by"], reply["content"][:12])
        assert set(row["warnings"]) <= set(reply["warnings"])


def test_a_row_of_the_table_that_is_written() -> None:
    """Aware on 2 April 2026: 13 April. Publishing on 6 May: 24 April by the guidance, 29 April by the regulation."""
    found = {row["rule"]: dict(zip(COLUMNS, cells(row), strict=True)) for row in run(GOOD)}
    one = found["notify-panel"]
    assert (one["line"], one["case"], one["state"], one["settled"], one["due"]) == (
        "2",
        "A1",
        "due",
        "yes",
        "2026-04-13",
    )
    assert found["send-report"]["readings"] == "guidance=2026-04-24;regulation=2026-04-29"
    assert found["rapid-review"]["readings"] == "incident=;partners-aware=;panel-notified="
    assert "this edition, in force from 15 December 2023" in one["warnings"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("A,mars,,", "'mars' is not an edition that this guide holds; write one of: england/", id="no such edition"),
        pytest.param("A,,,", "'' is not an edition that this guide holds; write one of: england/", id="no edition"),
        pytest.param(f",{ENGLAND},,", "The case has no name in the column case.", id="no case"),
        pytest.param(",,,", "The case has no name in the column case. '' is not an edition", id="empty cells: both are told"),
        pytest.param(
            f"A,{ENGLAND},11/27/2026,",
            "authority-aware: the day stands first, as in 27/11/2026, and there is no month 27; this is '11/27/2026'. "
            "Check the other dates of this table too.",
            id="a date with the month first",
        ),
        pytest.param(
            f"A,{ENGLAND},02/04/26,",
            "Date the local authority became aware must be a date written as YYYY-MM-DD, such as 2026-04-02; "
            "this is '02/04/26'.",
            id="a year in two digits",
        ),
        pytest.param(
            f"A,{ENGLAND},31/02/2026,",
            "Date the local authority became aware must be a real date; 31 February 2026 is not in the calendar.",
            id="no such day, with the day first",
        ),
        pytest.param(
            f"A,{ENGLAND},,2026-02-30", "Date of publication of the report must be a real date; 2026-02-30 is not in the calendar.",
            id="no such day",
        ),
        pytest.param(f"A,{ENGLAND},1999-12-31,", "Date the local authority became aware must be from 1 ", id="before the years held"),
        pytest.param(f"A,{ENGLAND},2026-04-02", "The row has 3 cells where the header has 4.", id="a cell too few"),
        pytest.param(f"{GOOD},", "The row has 5 cells where the header has 4.", id="a cell too many"),
        pytest.param("A", "The row has 1 cell where the header has 4.", id="one cell"),
        pytest.param(f'"A"x,{ENGLAND},,', "The row cannot be read as CSV: ", id="a letter behind a quotation mark"),
        pytest.param(f"A\udce9,{ENGLAND},,", "The row holds bytes that are not UTF-8; save ", id="a letter in another encoding"),
        pytest.param(f'A,"{"x" * 140_000}",,', "The row cannot be read as CSV: field larger than", id="a cell without end"),
        pytest.param(f'"A,{ENGLAND},,', "A quotation mark is opened and not closed within 100 lines.", id="a quotation mark left open"),
        pytest.param(f'A,"{ENGLAND},,', "A quotation mark is opened and not closed within 100 lines.", id="one left open inside"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", [pytest.param(0, id="at the end"), pytest.param(250, id="with rows behind it")])
def test_a_row_that_cannot_be_read(line: str, reason: str, after: int) -> None:
    """It is in its place with its line and reason, and costs no other row."""
    found = run(GOOD, line, *[GOOD] * after)
    lines = list(dict.fromkeys(row["line"] for row in found))
    assert lines == list(range(2, after + 4))
    (bad,) = [row for row in found if row["state"] == "unreadable"]
    assert bad["line"] == 3
    assert bad["reason"].startswith(reason)
    assert bad.keys() == set(COLUMNS)


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        pytest.param([f'"A\nB",{ENGLAND},,', GOOD], [2, 4], id="a line end in a cell: the line where the row starts"),
        pytest.param(["", GOOD, "", "", GOOD], [3, 6], id="blank lines are no rows"),
        pytest.param([f'"A\nB",{ENGLAND}', GOOD], [2, 3, 4], id="a row too short over two lines: each line on its own"),
        pytest.param([f'"A ""1""",{ENGLAND},,'], [2], id="a quotation mark written twice"),
    ],
)
def test_line_numbers(lines: list[str], numbers: list[int]) -> None:
    assert list(dict.fromkeys(row["line"] for row in run(*lines))) == numbers


def test_spaces_around_cells_and_any_order_of_columns() -> None:
    (row, *_) = batch(["authority-aware , edition,case\r\n", f" 2026-04-02 , {ENGLAND} , A 1 \r\n"])
    assert (row["case"], row["due"]) == ("A 1", "2026-04-13")


@pytest.mark.parametrize("written", ["02/04/2026", "2/4/2026", "2-4-2026", "02.04.2026", "2026-04-02"])
def test_dates_as_spreadsheets_write_them(written: str) -> None:
    """The day stands first: 2 April 2026, of an event and of what was done."""
    table = [f"{HEADER},done:notify-panel", f"A,{ENGLAND},{written},,{written}"]
    (told,) = (row for row in batch(table) if row["rule"] == "notify-panel")
    assert (told["due"], told["done"]) == ("2026-04-13", "2026-04-02")


def test_a_day_on_which_something_was_done_has_no_month_first_either() -> None:
    (row,) = batch(["case,edition,done:notify-panel", f"A,{ENGLAND},4/13/2026"])
    assert row["reason"].startswith(
        "done:notify-panel: the day stands first, as in 27/11/2026, and there is no month 13; "
    )


def test_a_line_that_says_how_cells_are_parted() -> None:
    """Excel writes 'sep=,' before the header; lines are counted from it."""
    found = list(batch(io.StringIO(f"sep=,\n{HEADER}\n{GOOD}\n", newline="")))
    assert {row["line"] for row in found} == {3}
    assert found[0]["case"] == "A1"


def test_a_mark_inside_a_cell_is_no_letter() -> None:
    """Two files of Excel's, one behind the other, leave one in the middle."""
    (row, *_) = batch(["case,\ufeffedition,authority-aware\r\n", f"\ufeffA1,{ENGLAND}\ufeff,2026-04-02\r\n"])
    assert (row["case"], row["due"]) == ("A1", "2026-04-13")


@pytest.mark.parametrize(
    ("case", "said", "cell"),
    [
        pytest.param("A\x1b[2JB", r"A\u001b[2JB", r"A\u001b[2JB", id="what would clear a terminal"),
        pytest.param("A\x00B", r"A\u0000B", r"A\u0000B", id="a NUL"),
        pytest.param("A\x9b2JB", r"A\u009b2JB", r"A\u009b2JB", id="the same in one character"),
        pytest.param("A\x7fB", r"A\u007fB", r"A\u007fB", id="a character that deletes"),
        pytest.param("A;=1+1", "A;=1+1", "A;'=1+1", id="a formula where semicolons part cells"),
        pytest.param("A; B", "A; B", "A; B", id="a semicolon"),
        pytest.param(
            "A\u00a0M\u00f4n",
            "A\u00a0M\u00f4n",
            "A\u00a0M\u00f4n",
            id="a space of a special kind, and a letter beyond ASCII",
        ),
    ],
)
def test_what_a_case_is_called_commands_nothing(case: str, said: str, cell: str) -> None:
    """Neither a terminal nor a spreadsheet, in a table or as JSON; and nothing of the name is lost."""
    (row, *_) = batch([f"{HEADER}\n", GOOD.replace("A1", case)])
    assert row["case"] == said
    (line,) = csv_lines([cells(row)])
    assert next(csv.reader([line]))[1] == cell


def test_a_case_may_come_twice() -> None:
    """Under two editions, or with other dates: which is meant, only its owner knows."""
    assert unreadable(GOOD, GOOD) == {}


@pytest.mark.parametrize(
    ("header", "message"),
    [
        pytest.param("", "The table is empty", id="nothing at all"),
        pytest.param("\n\n", "The table is empty", id="blank lines alone"),
        pytest.param("case,edition,incidant", "'incidant' is not a column that this guide holds; did you mean incident?", id="an unknown event"),
        pytest.param("Case,edition,incident", "'Case' is not a column that this guide holds; did you mean case?", id="a capital letter"),
        pytest.param("reference,edition,incident", "'reference' is not a column that this guide holds; write one of: case, edition, incident, ", id="a name of one's own"),
        pytest.param(GOOD, "'A1' is not a column", id="no header"),
        pytest.param("edition,incident", "There is no column case;", id="no cases"),
        pytest.param("case,incident", "There is no column edition;", id="no editions"),
        pytest.param("case,edition,incident,incident", "The column 'incident' is there twice; keep one", id="an event twice"),
        pytest.param("case,edition,case", "The column 'case' is there twice; keep one", id="cases twice"),
        pytest.param("case,edition,", "Column 3 has no name; name an event or take the column out", id="a column without a name"),
        pytest.param('case,"edition', "The header cannot be read; save the table as CSV UTF-8.", id="a quotation mark left open"),
        pytest.param("\udcff\udcfec\0a\0s\0e\0", "The header cannot be read; save", id="UTF-16"),
        pytest.param("c\0a\0s\0e\0,\0", "The header cannot be read; save", id="UTF-16 without its mark"),
        pytest.param("case;edition;incident", "The cells of this table are parted by semicolons; save it as CSV UTF-8, parted by commas", id="semicolons for commas"),
        pytest.param("sep=;\ncase;edition", "The cells of this table are parted by semicolons; save it as CSV UTF-8, parted by commas", id="semicolons, and said so"),
        pytest.param("case\tedition\tincident", "The cells of this table are parted by tabs; save it as CSV UTF-8, parted by commas", id="tabs"),
        pytest.param("case|edition", "The cells of this table are parted by upright strokes; save it", id="upright strokes"),
    ],
)  # fmt: skip
def test_a_header_that_cannot_be_used(header: str, message: str) -> None:
    with pytest.raises(Refused) as refusal:
        batch(io.StringIO(header, newline=""))
    assert str(refusal.value).startswith(message)


@pytest.mark.parametrize(
    ("states", "summary"),
    [
        pytest.param("", "0 rows read, 0 unreadable", id="no row"),
        pytest.param("r", "1 row read, 0 unreadable", id="one row"),
        pytest.param("ru", "2 rows read, 1 unreadable: line 3", id="one that could not be read"),
        pytest.param("urruu", "5 rows read, 3 unreadable: lines 2, 5, 6", id="three"),
        pytest.param("u" * 1022, f"1,022 rows read, 1,022 unreadable: lines {', '.join(map(str, range(2, _MOST_LISTED + 2)))} "
                     "and 1,002 more", id="more than are listed"),
    ],
)  # fmt: skip
def test_the_summary(states: str, summary: str) -> None:
    tally = Tally()
    rows = [{"line": line, "state": "unreadable" if state == "u" else "due"} for line, state in enumerate(states, 2)]
    assert list(tally.watching(rows)) == rows
    assert str(tally) == summary


@pytest.mark.parametrize("arguments", [pytest.param([], id="a table"), pytest.param(["--json"], id="JSON lines")])
@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(lambda text: text.encode(), id="UTF-8"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="UTF-8 with Excel's mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="CR"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no line end at the end"),
    ],
)
@pytest.mark.parametrize("piped", [pytest.param(False, id="a file"), pytest.param(True, id="standard input")])
def test_the_command_line(arguments: list[str], encoded: Any, piped: bool, checkout: Checkout, tmp_path: Path) -> None:  # noqa: ANN401, FBT001 - columns of the table
    """A real process, whatever wrote the table: rows out, the summary on standard error."""
    table = tmp_path / "table.csv"
    table.write_bytes(encoded(f"{HEADER}\n=Môn,{ENGLAND},2026-04-02,\nB,{ENGLAND},April,\n"))
    command = [sys.executable, "-S", "-B", "-m", "calculators", "batch", *arguments, "-" if piped else str(table)]
    with table.open("rb") as given:
        done = subprocess.run(  # noqa: S603 - our own command line
            command, cwd=checkout.directory, stdin=given, capture_output=True, check=False, timeout=60
        )
    assert (done.returncode, done.stderr) == (3, b"2 rows read, 1 unreadable: line 3\n")
    text = done.stdout.decode()
    if arguments:
        found = [json.loads(line) for line in text.splitlines()]
        assert found[0]["case"] == "=Môn"
    else:
        found = list(csv.DictReader(io.StringIO(text, newline="")))
        assert found[0]["case"] == "'=Môn"
        assert text.count("\n") == text.count("\r\n")
    assert (found[0]["due"], found[-1]["state"], len(found)) == (
        "2026-04-13",
        "unreadable",
        len(EDITIONS[ENGLAND].rules) + 1,
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "cannot be read: No such file or directory", id="no such file"),
        pytest.param(b"", "The table is empty: its first line must name the columns case, edition and events", id="an empty file"),
        pytest.param(HEADER.encode("utf-16"), "The header cannot be read; save the table as CSV UTF-8.", id="UTF-16"),
        pytest.param(b"case,edition,\xe9v\xe9nement\n", "The header cannot be read; save the table as CSV UTF-8.", id="Latin-1"),
    ],
)  # fmt: skip
def test_a_table_that_is_none(
    content: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, one line, nothing on standard output."""
    table = tmp_path / "table.csv"
    if content is not None:
        table.write_bytes(content)
    with pytest.raises(SystemExit) as leaving:
        command_line.main(["batch", str(table)])
    out, err = capsys.readouterr()
    assert (leaving.value.code, out) == (2, "")
    assert message in err
    assert err.startswith("case-review: ")
    assert err.count("\n") == 1


def test_a_folder_is_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line.main(["batch", str(tmp_path)])
    assert capsys.readouterr().err.endswith(" cannot be read: Is a directory\n")


@pytest.mark.parametrize(
    ("command", "code", "error"),
    [
        pytest.param("{batch} table.csv | head -n 2", 0, b"", id="nobody reads on"),
        pytest.param("{batch} table.csv >&-", 0, b"300 rows", id="standard output closed"),
        pytest.param("{batch} - <&-", 2, b"case-review: - cannot be read: No such file or directory\n", id="standard input closed"),
        pytest.param("{batch} table.csv >/dev/full", 1, b"", id="a full disk"),
    ],
)  # fmt: skip
def test_a_stream_that_is_not_there(command: str, code: int, error: bytes, own_checkout: Checkout) -> None:
    """No traceback, and no summary of what nobody got."""
    (own_checkout.directory / "table.csv").write_text(f"{HEADER}\n" + f"{GOOD}\n" * 300, encoding="utf-8")
    shell = command.format(batch=f"{shlex.quote(sys.executable)} -S -B -m calculators batch")
    done = subprocess.run(  # noqa: S603 - our own command line
        ["/bin/sh", "-c", shell], cwd=own_checkout.directory, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr[: len(error) or None]) == (code, error)


PEAK = """
import resource, sys
from calculators.batch import batch
row = sys.argv[2] + "\\n"
def table():
    yield "case,edition," + sys.argv[3] + "\\n"
    for number in range(int(sys.argv[1])):
        yield f"case {number}," + row
out = sum(1 for _ in batch(table()))
print(out, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
def test_memory_does_not_grow_with_the_table() -> None:
    """A process that reads 100,000 rows needs no more than one that reads 1,000, give or take a megabyte."""
    peaks = []
    event = next(rule.readings[0].event for rule in SMALL.rules if rule.readings)
    for number in (1_000, 100_000):
        command = [sys.executable, "-c", PEAK, str(number), f"{SMALL.id},2026-06-11", event]
        rows, peak = subprocess.run(command, capture_output=True, check=True, text=True, timeout=300).stdout.split()  # noqa: S603 - our own script
        assert int(rows) == number * len(SMALL.rules)
        peaks.append(int(peak))
    small, large = peaks
    assert large - small < 1024  # kibibytes


@pytest.mark.parametrize("option", [pytest.param([], id="a table"), pytest.param(["--json"], id="JSON lines")])
def test_in_this_process(option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A good row brings a line a rule, a broken one its reason, and each counts once in the summary."""
    table = tmp_path / "table.csv"
    table.write_text(f"{HEADER}\n{GOOD}\nB,{ENGLAND},April,\n", encoding="utf-8")
    with pytest.raises(SystemExit) as leaving:
        command_line.main(["batch", *option, str(table)])
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == len(EDITIONS[ENGLAND].rules) + 1 + (not option)
    assert (leaving.value.code, err) == (3, "2 rows read, 1 unreadable: line 3\n")


def test_a_table_that_was_answered_whole_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No exit but the end of the program: 0 to a script."""
    table = tmp_path / "table.csv"
    table.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    command_line.main(["batch", str(table)])
    assert capsys.readouterr().err == "1 row read, 0 unreadable\n"


def test_stopped_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    """Control-C while a table is still coming in: one line that says how far it got."""
    reader, writer = os.pipe()
    os.write(writer, f"{HEADER}\n{GOOD}\n".encode())

    def interrupt() -> None:
        while select.select([reader], [], [], 0)[0]:  # until the table's first rows have been taken
            time.sleep(0.01)
        while not left.wait(0.5):  # once may be too early: a signal just before a read does not end it
            os.kill(os.getpid(), signal.SIGINT)

    left = threading.Event()
    threading.Thread(target=interrupt, daemon=True).start()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is born deaf to it
    try:
        with pytest.raises(SystemExit) as leaving:
            command_line.main(["batch", f"/dev/fd/{reader}"])
    finally:
        left.set()
        signal.signal(signal.SIGINT, before)
    os.close(writer)
    os.close(reader)
    assert leaving.value.code == 2
    assert re.fullmatch(r"case-review: stopped; [01] rows? read, 0 unreadable\n", capsys.readouterr().err)


def test_standard_input_that_is_not_there(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Its caller closed it before we began."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SystemExit):
        command_line.main(["batch", "-"])
    assert capsys.readouterr().err == "case-review: - cannot be read: No such file or directory\n"


def test_a_fault_of_ours_loses_no_other_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition whose calendar is gone from our tables cannot be answered for; the next row can."""
    broken = replace(EDITIONS[SMALL.id], calendar="gone")
    monkeypatch.setitem(EDITIONS, SMALL.id, broken)
    found = run(f"A,{SMALL.id},,", GOOD)
    assert (found[0]["line"], found[0]["state"]) == (2, "unreadable")
    assert found[0]["reason"].startswith("The calculator met a fault of its own (Refused: ")
    assert {row["line"] for row in found[1:]} == {3}
    assert len(found) == 1 + len(EDITIONS[ENGLAND].rules)


NEWEST = "england/child-safeguarding-practice-review-2026"
WITH_FACTS = "case,edition,authority-aware,abuse-or-neglect,child-died,in-authority-area"


@pytest.mark.parametrize(
    ("facts", "applies", "message"),
    [
        pytest.param("yes,yes,yes", "yes", None, id="all three"),
        pytest.param("yes,unknown,yes", "unknown", None, id="one not known"),
        pytest.param("yes,,yes", "unknown", None, id="one left out: not known either"),
        pytest.param("no,yes,yes", "no", None, id="one that is not so"),
        pytest.param("yes,perhaps,yes", None, "child-died must be yes, no or unknown.", id="one that is neither"),
        pytest.param("Yes,yes,yes", None, "abuse-or-neglect must be yes, no or unknown.", id="a capital letter"),
    ],
)
def test_columns_of_facts(facts: str, applies: str | None, message: str | None) -> None:
    """They decide what applies, as at the door; dates stand whatever applies."""
    found = list(batch([WITH_FACTS, f"A,{ENGLAND},2026-04-02,{facts}"]))
    if message:
        assert [(row["state"], row["reason"]) for row in found] == [("unreadable", message)]
        return
    (row,) = (each for each in found if each["rule"] == "notify-panel")
    assert (row["applies"], row["due"]) == (applies, "2026-04-13")


def test_facts_that_contradict_each_other_are_told() -> None:
    (row, *_) = batch(["case,edition,child-died,suicide-or-accident", f"A,{ENGLAND},no,yes"])
    assert row["warnings"][0].startswith("These answers contradict each other; check them. ")


@pytest.mark.parametrize("name", ["facts", "done", "child-dead"])
def test_a_column_that_is_neither_event_nor_fact(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        batch([f"case,edition,{name}"])
    assert str(refusal.value).startswith(f"'{name}' is not a column that this guide holds; ")


def test_figures_fill_the_gaps_of_their_own_edition() -> None:
    """Three working days after 11 June 2026 is the 16th; whose figure it is stands in the same row, and nowhere else."""
    table = ["case,edition,authority-aware", f"A,{NEWEST},2026-06-11", f"B,{ENGLAND},2026-06-11"]
    filled = list(batch(table, figures=[file(figure())]))
    (row,) = (each for each in filled if (each["case"], each["rule"]) == ("A", "notify-panel"))
    assert (row["kind"], row["state"], row["due"], row["period"]) == (
        "deadline", "due", "2026-06-16", "within 3 working days after the local authority becomes aware of the incident",
    )  # fmt: skip
    assert (row["source"], row["place"], row["how_known"]) == (
        "An invented copy of the guidance", "paragraph 7", WORDS.format(7),
    )  # fmt: skip
    others = [each for each in filled if each is not row]
    assert others == [each for each in batch(table) if (each["case"], each["rule"]) != ("A", "notify-panel")]
    assert not any("Invented" in str(each) for each in others)


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        pytest.param([file(figure(length=0))], f"{NEWEST}, figures.1.figures.1.length: length must be a whole number from 1 to 1,000; this is '0'", id="a figure that cannot be used"),
        pytest.param([file(), file(figure(length=9), supplied_by="Second Partnership")], f"{NEWEST}, figures: the figures file of Invented Partnership and the figures file of Second Partnership disagree on notify-panel; settle which is right", id="two that disagree"),
        pytest.param([file(edition="mars")], "'mars' is not an edition that this guide holds; write one of: ", id="of no edition that is held"),
        pytest.param([5], "'' is not an edition that this guide holds; write one of: ", id="no file at all"),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_used(figures: list[object], message: str) -> None:
    """At once, before any row."""
    with pytest.raises(Refused) as refusal:
        batch([HEADER, GOOD], figures=figures)
    assert str(refusal.value).startswith(message)


def test_dates_by_figures_last_held_have_a_column_of_their_own() -> None:
    """Five working days after Friday 27 November: 4 December; fifteen after the incident: 18 December."""
    table = ["case,edition,authority-aware,incident", f"A,{NEWEST},2026-11-27,2026-11-27"]
    found = {row["rule"]: row for row in batch(table, last_held=True)}
    assert (found["notify-panel"]["due"], found["notify-panel"][LAST_HELD]) == (None, "2026-12-04")
    review = found["rapid-review"][LAST_HELD]
    assert review["from the incident"] == "2026-12-18"
    assert sorted(day or "" for day in review.values()) == ["", "", "2026-12-18"]
    assert found["keep-published"][LAST_HELD] is None
    assert found["publish-report"][LAST_HELD] is None
    assert all(LAST_HELD not in row for row in batch(table))


def test_the_command_line_with_figures_and_figures_last_held(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table with one more column; a figures file that cannot be read is named, not the table."""
    table, figures = tmp_path / "table.csv", tmp_path / "figures.json"
    table.write_text(f"case,edition,authority-aware\nA,{NEWEST},2026-06-11\nB,{NEWEST},April\n", encoding="utf-8")
    figures.write_text(json.dumps(file(figure())), encoding="utf-8")
    with pytest.raises(SystemExit) as leaving:
        command_line.main(["batch", str(table), "--figures", str(figures), "--last-held"])
    assert leaving.value.code == 3
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert list(rows[0]) == [*COLUMNS, "CHECK: date if the last figure still held"]
    (row,) = (each for each in rows if (each["case"], each["rule"]) == ("A", "notify-panel"))
    assert (row["due"], row[LAST_HELD], row["how_known"]) == ("2026-06-16", "2026-06-18", WORDS.format(7))
    assert (rows[-1]["state"], rows[-1][LAST_HELD]) == ("unreadable", "")
    figures.unlink()
    with pytest.raises(SystemExit) as leaving:
        command_line.main(["batch", str(table), "--figures", str(figures)])
    out, err = capsys.readouterr()
    assert (leaving.value.code, out) == (2, "")
    assert err == f"case-review: {figures} cannot be read: No such file or directory\n"
