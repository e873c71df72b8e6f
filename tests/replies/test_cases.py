"""Many cases at once: each answered or refused on its own, the next act by hand, and what moved since a case was saved."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from calculators.batch import batch
from calculators.register import EDITIONS
from calculators.replies.case_acts import next_of
from tests.door import ask

ENGLAND = "england/child-safeguarding-practice-review-2023"
STUB = "england/child-safeguarding-practice-review-2026"
SCOTLAND = "scotland/learning-review-2021"
FACTS = {"child-died": "yes", "abuse-or-neglect": "yes", "in-authority-area": "yes", "looked-after": "no"}
COLUMNS = ["case", "edition", "authority-aware", "publication", "looked-after", "done:notify-panel"]
TEMPLATE = Path(__file__).parents[2] / "stages" / "pages" / "templates" / "cases.md.j2"


def saved(**changed: object) -> dict[str, Any]:
    """Return a case file of a notification by 13 April 2026, as if saved on 2 April."""
    return {
        "format": 1, "kind": "case", "saved": "2026-04-02", "reference": "A1", "edition": ENGLAND, "facts": FACTS,
        "events": {"authority-aware": "2026-04-02"}, "answered": {"notify-panel": "2026-04-13"}, **changed,
    }  # fmt: skip


def answered(*cases: object, today: str = "2026-04-08") -> list[Any]:
    """Return what case files come to."""
    return list(ask(ask="cases", today=today, cases=cases)["cases"])


def rows(*lines: tuple[int, list[str]], today: str = "2026-04-08") -> list[Any]:
    """Return what rows of a table come to."""
    given = [{"line": line, "cells": cells, "reason": None} for line, cells in lines]
    return list(ask(ask="cases", today=today, columns=COLUMNS, rows=given)["cases"])


@pytest.mark.parametrize(
    ("today", "days", "words", "overdue", "this_week"),
    [
        pytest.param("2026-04-08", 5, "3 working days left (5 days)", 0, 0, id="a Wednesday: next week's Monday is not this week"),
        pytest.param("2026-04-12", 1, "1 working day left (1 day)", 0, 0, id="Sunday ends the week before"),
        pytest.param("2026-04-13", 0, "today", 0, 1, id="the day itself is not overdue"),
        pytest.param("2026-04-14", -1, "1 working day past (1 day)", 1, 1, id="a day late, and still this week"),
        pytest.param("2026-04-20", -7, "5 working days past (7 days)", 1, 0, id="the Monday after"),
    ],
)  # fmt: skip
def test_the_next_act_its_week_and_whether_it_is_late(
    today: str, days: int, words: str, overdue: int, this_week: int
) -> None:
    (case,) = answered(saved(), today=today)
    following = case["next"]
    assert (following["rule"], following["due"], following["who"]) == ("notify-panel", "2026-04-13", "local authority")
    assert (following["left"]["days"], following["left"]["words"]) == (days, words)
    assert (case["overdue"], case["this_week"]) == (overdue, this_week)


def test_the_week_runs_from_monday_to_sunday() -> None:
    assert ask(ask="cases", today="2026-04-12")["week"] == {"first": "2026-04-06", "last": "2026-04-12"}
    assert ask(ask="cases", today="2026-04-13")["week"] == {"first": "2026-04-13", "last": "2026-04-19"}


def test_what_is_done_or_does_not_apply_or_is_kept_is_never_next() -> None:
    """Published on 4 May 2026: the report is to be kept until 4 May 2027, which nobody is late with."""
    (case,) = answered(
        saved(
            done={"notify-panel": "2026-04-14"}, events={"authority-aware": "2026-04-02", "publication": "2026-05-04"}
        )
    )
    by_rule = {act["rule"]: act for act in case["dates"]}
    assert by_rule["notify-panel"]["done"] == {"date": "2026-04-14", "days": 1}
    assert by_rule["notify-looked-after-death"]["applies"] == "no"
    assert by_rule["keep-published"]["due"] == "2027-05-04"
    assert not any(by_rule[rule]["open"] for rule in ("notify-panel", "notify-looked-after-death", "keep-published"))
    assert case["next"]["due"] == "2026-04-23", "working days before Monday 4 May: 1 May, 30, 29, 28, 27, 24, 23 April"
    assert [act["due"] for act in case["dates"]] == sorted(act["due"] for act in case["dates"])


def test_of_two_acts_due_on_one_day_the_one_that_applies_is_next() -> None:
    """Under the text of 2018 both are due five working days after Thursday 2 April; whether the Panel is told turns on the child."""
    (case,) = answered(saved(edition="england/child-safeguarding-practice-review-2018", facts={}, answered={}))
    (first, second, *_) = case["dates"]
    assert (first["rule"], first["due"], first["applies"]) == ("tell-partners", "2026-04-13", "yes")
    assert (second["rule"], second["due"], second["applies"]) == ("notify-panel", "2026-04-13", "unknown")
    assert case["next"] == first


def test_what_is_to_be_done_at_once_stands_before_every_date_if_it_applies() -> None:
    facts = {"child-died": "yes", "looked-after": "yes"}
    events = {"incident": "2026-11-16", "authority-aware": "2026-11-16"}
    given = {"edition": SCOTLAND, "events": events, "answered": {}}
    sure, unsure = answered(
        saved(**given, facts=facts), saved(**given, facts={"child-died": "yes"}), today="2026-11-17"
    )
    assert (sure["next"]["rule"], sure["next"]["at_once"], sure["next"]["due"]) == (
        "notify-looked-after-death",
        True,
        None,
    )
    assert (unsure["next"]["rule"], unsure["next"]["first"]) == ("notify-looked-after-death", "2026-11-17")
    assert unsure["dates"][0]["rule"] == "notify-looked-after-death", "it may apply, and is never left out"


@pytest.mark.parametrize(
    ("today", "overdue", "this_week", "words"),
    [
        pytest.param("2026-11-16", 0, 1, "1 working day left (1 day)", id="the day itself"),
        pytest.param("2026-11-17", 0, 1, "today", id="the day on which both limits run out"),
        pytest.param("2026-11-18", 1, 1, "1 working day past (1 day)", id="the day after"),
        pytest.param("2026-11-23", 1, 0, "4 working days past (6 days)", id="the Monday after"),
    ],
)
def test_what_is_to_be_done_at_once_is_overdue_by_the_first_limit_beside_it(
    today: str,
    overdue: int,
    this_week: int,
    words: str,
) -> None:
    """A death on Monday 16 November, known that day: one working day is up on the 17th, and so are 24 hours."""
    events = {"incident": "2026-11-16", "authority-aware": "2026-11-16"}
    (case,) = answered(saved(edition=SCOTLAND, events=events, facts={"child-died": "yes"}, answered={}), today=today)
    act = case["dates"][0]
    assert (act["due"], act["first"], act["overdue"], act["this_week"]) == (None, "2026-11-17", overdue, this_week)
    assert (case["overdue"], case["this_week"]) == (overdue, this_week)
    assert [(each["due"], each["left"]["words"]) for each in act["readings"]] == [("2026-11-17", words)] * 2
    assert [each["clock"] for each in act["readings"]] == [
        "within 1 working day after the local authority becomes aware of the incident",
        "within 1 day after the incident",
    ]
    assert "24 hours" in act["readings"][1]["note"]


@pytest.mark.parametrize(
    ("changed", "first"),
    [
        pytest.param({"events": {"incident": "2026-11-16", "authority-aware": "2026-11-20"}}, "2026-11-17", id="known late: the death's limit is the first"),
        pytest.param({"events": {"authority-aware": "2026-11-20"}}, "2026-11-23", id="a Friday, with one limit alone dated: the Monday after"),
        pytest.param({"events": {}}, None, id="nothing is dated"),
        pytest.param({"done": {"notify-looked-after-death": "2026-11-24"}, "events": {"incident": "2026-11-16"}}, "2026-11-17", id="done, late: no more overdue"),
        pytest.param({"facts": {"looked-after": "no"}, "events": {"incident": "2026-11-16"}}, "2026-11-17", id="not on these facts"),
    ],
)  # fmt: skip
def test_the_first_limit_of_several_that_are_dated(changed: dict[str, Any], first: str | None) -> None:
    (case,) = answered(saved(**{"edition": SCOTLAND, "facts": {}, "answered": {}, **changed}), today="2026-11-25")
    act = case["dates"][0]
    assert (act["rule"], act["first"]) == ("notify-looked-after-death", first)
    assert act["overdue"] == (first is not None and act["open"])
    assert act["open"] == (act["done"] is None and act["applies"] != "no")


def test_a_limit_that_is_disputed_gives_each_reading_its_date() -> None:
    """Publishing on Wednesday 6 May 2026: 24 April by the guidance, 29 April by the Regulations; the first is the act's own."""
    (case,) = answered(saved(events={"publication": "2026-05-06"}, answered={}), today="2026-04-27")
    act = next(each for each in case["dates"] if each["rule"] == "send-report")
    assert (act["due"], act["first"], act["overdue"]) == ("2026-04-24", "2026-04-24", True)
    assert [(each["due"], each["left"]["days"]) for each in act["readings"]] == [("2026-04-24", -3), ("2026-04-29", 2)]


def test_what_may_be_to_do_at_once_and_has_no_limit_comes_behind_every_date() -> None:
    dated: Any = {"open": True, "at_once": False, "applies": "unknown", "first": "2026-12-14"}
    undated: Any = {"open": True, "at_once": True, "applies": "unknown", "first": None}
    sure = undated | {"applies": "yes"}
    assert next_of([undated, dated]) == dated
    assert next_of([dated, sure]) == sure
    assert next_of([dated | {"open": False}]) is None


def test_a_figure_last_held_is_to_be_checked_and_is_never_next_nor_late() -> None:
    """Aware on 2 April 2026 under the edition of 2026, whose figure is not held: by that of 2023 it was 13 April."""
    (case,) = answered(saved(edition=STUB, answered={}), today="2026-05-01")
    assert (case["next"], case["overdue"]) == (None, 0)
    (check,) = (each for each in case["to_check"] if each["rule"] == "notify-panel")
    assert check["due"] == "2026-04-13"
    assert "check in your copy" in check["words"]


@pytest.mark.parametrize(
    ("today", "passed", "this_week"),
    [
        pytest.param("2026-04-12", 0, 0, id="the Sunday before"),
        pytest.param("2026-04-13", 0, 1, id="the day itself has not passed"),
        pytest.param("2026-04-14", 1, 1, id="a day late, and still this week"),
        pytest.param("2026-04-20", 1, 0, id="the Monday after"),
    ],
)
def test_a_date_by_the_figure_last_held_says_where_it_lies_and_counts_as_nothing_else(
    today: str,
    passed: int,
    this_week: int,
) -> None:
    (case,) = answered(saved(edition=STUB, answered={}, facts={}), today=today)
    (check,) = (each for each in case["to_check"] if each["rule"] == "notify-panel")
    assert (check["open"], check["applies"], check["settled"]) == (True, "unknown", True)
    assert (check["passed"], check["this_week"]) == (passed, this_week)
    assert (case["overdue"], case["this_week"], case["next"]) == (0, 0, None)


def test_what_is_to_be_checked_comes_soonest_first_and_a_time_to_keep_is_no_act() -> None:
    """Publishing on 6 May: 24 April by the figures of 2023. Aware on Friday 1 May: 11 May, as Monday 4 May is a bank holiday.

    In Wales a report of 2 November 2026 was kept until 25 January.
    """
    events = {"authority-aware": "2026-05-01", "publication": "2026-05-06"}
    (england,) = answered(saved(edition=STUB, events=events, answered={}))
    assert [check["due"] for check in england["to_check"]] == [*["2026-04-24"] * 3, "2026-05-11"]
    wales = "wales/single-unified-safeguarding-review-2024"
    (kept,) = answered(saved(edition=wales, events={"publication": "2026-11-02"}, answered={}), today="2027-01-26")
    (check,) = kept["to_check"]
    assert (check["rule"], check["due"]) == ("keep-published", "2027-01-25")
    assert not any(check[key] for key in ("open", "passed", "this_week"))


BASIS = {"period": "5 working days", "event": "authority-aware", "date": "2026-04-02"}


@pytest.mark.parametrize(
    ("changed", "because", "words"),
    [
        pytest.param({"basis": {"notify-panel": {**BASIS, "skipped": ["2026-04-03", "2026-04-04", "2026-04-05"]}}}, "bank-holiday", "Friday 10 April 2026 is now Monday 13 April 2026; the bank holidays changed", id="Easter Monday was not known"),
        pytest.param({"basis": {"notify-panel": {**BASIS, "date": "2026-04-01"}}}, "event", "Friday 10 April 2026 is now Monday 13 April 2026; the date it runs from changed", id="another day of the event"),
        pytest.param({}, "not-known", "Friday 10 April 2026 is now Monday 13 April 2026; why is not known", id="no basis was kept"),
        pytest.param({"events": {}}, "not-known", "Friday 10 April 2026 is now no date; why is not known", id="it has no date any more"),
    ],
)  # fmt: skip
def test_what_moved_and_why(changed: dict[str, object], because: str, words: str) -> None:
    (case,) = answered(saved(answered={"notify-panel": "2026-04-10"}, **changed))
    (moved,) = case["moved"]
    assert (moved["because"], moved["words"]) == (because, words)
    assert moved["action"].startswith("Notify the Child Safeguarding Practice Review Panel")


def test_nothing_moved_and_a_rule_that_is_gone() -> None:
    same, gone = answered(saved(), saved(answered={"no-such-rule": "2026-04-10"}))
    assert same["moved"] == []
    assert [each["because"] for each in gone["moved"]] == ["rule-gone"]


def test_a_list_says_what_the_case_alone_says() -> None:
    """The same dates, and the same moves, as the question 'moved' gives."""
    given = saved(
        answered={"notify-panel": "2026-04-10"}, events={"authority-aware": "2026-04-02", "publication": "2026-05-04"}
    )
    alone = ask(ask="moved", case=given, today="2026-04-08")
    (case,) = answered(given)
    assert {act["rule"]: act["due"] for act in case["dates"]} == {
        rule["rule"]: rule["due"] for rule in alone["dates"] if rule["due"]
    }
    assert [{key: each[key] for key in alone["moved"][0]} for each in case["moved"]] == alone["moved"]
    assert case["warnings"] == alone["warnings"]
    assert case["saved"] == "2026-04-02"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param("", "A case file must be a JSON object; this is none from line 1 on", id="an empty file"),
        pytest.param('{"format": 1,\n"kind" 2}', "A case file must be a JSON object; this is none from line 2 on", id="broken on its second line"),
        pytest.param("[1]", "A case file must be a JSON object", id="a list"),
        pytest.param('{"kind": 1, "kind": 2}', "'kind' is given twice; give it once", id="a name twice"),
        pytest.param("[" * 5000, "A case file must be a JSON object", id="nested without end"),
        pytest.param("x" * 1_000_001, "This file is too large to be a case file", id="a million characters"),
        pytest.param(json.dumps({**saved(), "kind": "figures"}), "This is no case file: its \"kind\" must be \"case\", and says 'figures'", id="a file of another kind"),
        pytest.param(saved(edition="england/none"), "'england/none' is not an edition that this guide holds", id="an edition nobody holds"),
        pytest.param(7, "A case file must be a JSON object", id="a number"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_loses_no_other(given: object, message: str) -> None:
    before, bad, after = answered(saved(), given, json.dumps(saved(reference="A2")))
    assert bad["errors"][0]["message"].startswith(message)
    assert (before["reference"], after["reference"]) == ("A1", "A2")


def test_a_fault_of_ours_loses_no_other_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition whose calendar is gone from our tables cannot be answered for; the next case can."""
    monkeypatch.setitem(EDITIONS, SCOTLAND, replace(EDITIONS[SCOTLAND], calendar="gone"))
    broken, whole = answered(saved(edition=SCOTLAND, answered={}), saved(reference="A2"))
    (error,) = broken["errors"]
    assert error["field"] is None
    assert error["message"].startswith("The calculator met a fault of its own (Refused: ")
    assert whole["reference"] == "A2"


def test_rows_are_answered_with_their_lines_and_bad_ones_refused_with_theirs() -> None:
    good, late, odd, short, nameless, twice = rows(
        (2, ["R1", ENGLAND, "2026-04-02", "", "no", ""]),
        (3, [" R2 ", ENGLAND, "2026-04-02", "", "no", "2026-04-14"]),
        (4, ["R3", ENGLAND, "2026-02-30", "", "perhaps", ""]),
        (5, ["R4", ENGLAND]),
        (6, ["", ENGLAND, "", "", "", ""]),
        (7, ["R6", SCOTLAND, "", "", "", "2026-04-14"]),
    )
    assert (good["line"], good["reference"], good["next"]["due"]) == (2, "R1", "2026-04-13")
    assert (late["reference"], late["next"]) == ("R2", None)
    assert [error["message"] for error in odd["errors"]] == [
        "Date the local authority became aware must be a real date; 2026-02-30 is not in the calendar",
        "looked-after must be yes, no or unknown",
    ]
    assert (short["line"], short["reference"], short["errors"][0]["message"]) == (
        5,
        "R4",
        "The row has 2 cells where the header has 6",
    )
    assert (nameless["line"], nameless["errors"][0]["message"]) == (6, "The case has no name in the column case")
    assert twice["errors"][0]["message"].startswith(f"'notify-panel' is not a rule of {SCOTLAND}")


def test_a_row_s_dates_may_be_written_with_the_day_first() -> None:
    """As a spreadsheet saves them; the month is never taken for the day."""
    good, done, bad = rows(
        (2, ["R1", ENGLAND, "02/04/2026", "", "no", ""]),
        (3, ["R2", ENGLAND, "2/4/2026", "", "no", "14.4.2026"]),
        (4, ["R3", ENGLAND, "04/13/2026", "5/27/2026", "no", ""]),
    )
    assert good["next"]["due"] == "2026-04-13"
    assert next(act["done"] for act in done["dates"] if act["rule"] == "notify-panel") == {
        "date": "2026-04-14",
        "days": 1,
    }
    assert [error["message"] for error in bad["errors"]] == [
        f"{column}: the day stands first, as in 27/11/2026, and there is no month {month}; this is '{written}'. "
        "Check the other dates of this table too"
        for column, month, written in (("authority-aware", 13, "04/13/2026"), ("publication", 27, "5/27/2026"))
    ]


def test_a_row_that_is_none_loses_no_other() -> None:
    line = {"line": 3, "cells": ["R1", ENGLAND, "2026-04-02", "", "no", ""], "reason": None}
    none, whole = ask(ask="cases", today="2026-04-08", columns=COLUMNS, rows=["R0", line])["cases"]
    assert none["errors"][0]["message"] == "The row has 0 cells where the header has 6"
    assert (whole["reference"], whole["next"]["due"]) == ("R1", "2026-04-13")


def test_a_table_is_cut_into_rows_and_every_broken_one_keeps_its_line() -> None:
    text = '\ufeffcase,edition,incident\nA,x,"2026-04-02"\n\nB,"open\nC,x\ufffd,\nD,x,\n'
    reply = ask(ask="table", text=text)
    assert reply["columns"] == ["case", "edition", "incident"]
    found = [(row["line"], row["cells"][:1], row["reason"]) for row in reply["rows"]]
    assert [(line, cells) for line, cells, reason in found if reason is None] == [(2, ["A"]), (6, ["D"])]
    assert {line: reason for line, _, reason in found if reason} == {
        4: "A quotation mark is opened and not closed within 100 lines",
        5: "The row holds bytes that are not UTF-8; save the table as CSV UTF-8",
    }
    assert reply["rows"][2]["cells"] == ["C", "x\ufffd", ""], "the stray byte is shown for what it is"
    again = ask(ask="cases", today="2026-04-08", columns=reply["columns"], rows=reply["rows"])
    assert [case["line"] for case in again["cases"]] == [2, 4, 5, 6], "none is dropped"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "The table is empty", id="nothing"),
        pytest.param("case,incident\n", "There is no column edition", id="a column is lacking"),
        pytest.param("case,edition,incidnet\n", "'incidnet' is not a column that this guide holds; did you mean incident?", id="a column misspelt"),
        pytest.param("case,edition,done:notify-pannel\n", "'notify-pannel' is not a rule that this guide holds; did you mean notify-panel?", id="what was done, misspelt"),
        pytest.param("case,edition\n" + "A,x\n" * 20_001, "This table has more than 20,000 rows; cut it into several", id="too many rows"),
        pytest.param("x" * 10_000_001, "This table is too long", id="too long"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_used_says_why(text: str, message: str) -> None:
    assert ask(ask="table", text=text)["errors"][0]["message"].startswith(message)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        pytest.param({}, "Today must be a date", id="no day to look from"),
        pytest.param({"today": "2026-04-08", "cases": [{}] * 201}, "201 cases were given; at most 200 can be answered at once", id="too many"),
        pytest.param({"today": "2026-04-08", "rows": [{"line": 2, "cells": []}]}, "There is no column case", id="rows without columns"),
        pytest.param({"today": "2026-04-08", "rows": [1], "columns": ["case", 2]}, "columns must be a list of names", id="a column that is no text"),
        pytest.param({"today": "2026-04-08", "case": {}}, "'case' is no part of this question; did you mean cases?", id="another question's part"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_used_says_why(question: dict[str, object], message: str) -> None:
    assert ask(ask="cases", **question)["errors"][0]["message"].startswith(message)


def test_what_was_done_is_a_column_of_the_terminal_s_tables_too() -> None:
    lines = ["case,edition,authority-aware,done:notify-panel\n", f"A,{ENGLAND},2026-04-02,2026-04-14\n"]
    found = {row["rule"]: row["done"] for row in batch(lines)}
    assert found["notify-panel"] == "2026-04-14"
    assert found["rapid-review"] is None


def test_cells_become_a_file_and_no_formula() -> None:
    file = ask(ask="cells", name="case-list", rows=[["a", '=1+1, "x"'], ["-256", ""]])["file"]
    assert file == {"name": "case-list.csv", "type": "text/csv", "text": 'a,"\'=1+1, ""x"""\r\n-256,\r\n'}
    assert ask(ask="cells", name="../x", rows=[[1]])["errors"] == [
        {"field": "name", "message": "name must be up to 100 letters, digits and hyphens"},
        {"field": "rows", "message": "rows must be a list of up to 20,002 lists of texts"},
    ]


def test_the_example_on_the_page_can_be_read_whole() -> None:
    found = re.search(r'id="cr-cases-example"[^>]*>(.*?)</pre>', TEMPLATE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    table = ask(ask="table", text=found[1])
    reply = ask(ask="cases", today="2026-11-27", columns=table["columns"], rows=table["rows"])
    assert [case["reference"] for case in reply["cases"]] == [f"EXAMPLE-{number}" for number in (1, 2, 3, 4)]
    assert not [case for case in reply["cases"] if "errors" in case]


FIGURES = {
    "format": 1, "kind": "figures", "edition": STUB, "supplied_by": "Partnership of Anyshire", "role": "business manager",
    "read_on": "2026-03-20", "source": "Working Together 2026",
    "figures": [{"fills": "notify-panel", "length": 4, "unit": "working days", "runs": "after",
                 "event": "authority-aware", "place": "paragraph 5.14"}],
}  # fmt: skip


def test_figures_beside_the_cases_fill_the_gaps_of_those_under_their_edition_alone() -> None:
    """Four working days after Thursday 2 April 2026 end on Friday 10 April: Good Friday and Easter Monday are left out."""
    stub = saved(edition=STUB, reference="A2", answered={})
    line = {"line": 2, "cells": ["A3", STUB, "2026-04-02", "", "", ""], "reason": None}
    reply = ask(ask="cases", today="2026-04-08", cases=[saved(), stub], columns=COLUMNS, rows=[line], figures=[FIGURES])
    due = [
        {act["rule"]: (act["due"], act["supplied"]) for act in case["dates"]}.get("notify-panel")
        for case in reply["cases"]
    ]
    assert due[0] == ("2026-04-13", None), "a figure that is held is never replaced"
    assert [each[0] for each in due[1:] if each] == ["2026-04-10", "2026-04-10"]
    assert all(each and "Partnership of Anyshire" in each[1] for each in due[1:])


def test_a_figure_that_a_case_was_saved_with_gives_way_to_the_one_beside_it_and_this_is_said() -> None:
    own = {**FIGURES, "figures": [{**FIGURES["figures"][0], "length": 6}]}  # type: ignore[index]
    reply = ask(
        ask="cases", today="2026-04-08", cases=[saved(edition=STUB, figures=own, answered={})], figures=[FIGURES]
    )
    (case,) = reply["cases"]
    assert case["next"]["due"] == "2026-04-10"
    assert any("gave way to the one given now" in each for each in case["warnings"])
