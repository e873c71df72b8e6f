"""'What is due next, in all of these cases?': saved cases and rows of a table, each answered or refused on its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from calculators import __version__, horizon, request
from calculators.files import Record, case_of, csv_lines, moved
from calculators.records import Refused
from calculators.register import CONTENT, successor
from calculators.replies.ask_plan import question_again, understood
from calculators.replies.case_acts import acts_of, acts_to_check, next_of
from calculators.replies.parts import FORMAT, iso
from calculators.replies.table import CASE, columns_of, question_of_row
from calculators.request import QuestionRefused, Refusals
from calculators.wording import counted, moved_words

if TYPE_CHECKING:
    from calculators.files import SavedCase
    from calculators.replies.ask_plan import Understood
    from calculators.reply import (
        CaseReply,
        CasesReply,
        CellsReply,
        ErrorReply,
        Json,
        MovedActReply,
        UnreadReply,
    )

_KEYS = ("ask", "cases", "columns", "rows", "figures", "today", "made")
_CELLS_KEYS = ("ask", "name", "rows")
_MOST_CASES = 200
_MOST_ROWS = 20_002  # of cells: as many as a table may have, and two lines of head
_LONGEST_NAME = 100
_LONGEST_FILE = 1_000_000  # characters of a case file: far more than any


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    """What is asked of every case in a list: the day to look from, and the figures files that are open beside them."""

    given: Json
    figures: list[Any]

    def of_edition(self, edition: object) -> Json:
        """Return what is asked of a case under an edition, with the figures that are for it, if there are any."""
        its = [file for file in self.figures if not isinstance(file, dict) or file.get("edition") == edition]
        return {**self.given, "figures": its} if its else self.given


def ask_cases(asked: Json) -> CasesReply:
    """Answer what is due next in each of many cases, and what moved in those that were saved.

    Figures files given beside them fill the gaps of the cases under their own edition.
    """
    problems = Refusals()
    problems.refuse_unknown(asked, _KEYS)
    today = problems.gather(horizon.a_day, asked.get("today"), label="Today", field="today")
    cases = problems.gather(request.sequence, asked, "cases") or []
    rows = problems.gather(request.sequence, asked, "rows") or []
    figures = problems.gather(request.sequence, asked, "figures") or []
    columns = problems.gather(_columns, asked, needed=bool(rows))
    if len(cases) + len(rows) > _MOST_CASES:
        message = f"{len(cases) + len(rows):,} cases were given; at most {_MOST_CASES} can be answered at once"
        problems.refuse(message, field="cases")
    if today is None or columns is None or problems.refusals:
        raise QuestionRefused(problems.refusals)
    now = _Now(given={"today": today.isoformat(), "made": asked.get("made")}, figures=figures)
    monday = today - timedelta(days=today.weekday())
    return {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "today": today.isoformat(),
        "week": {"first": monday.isoformat(), "last": (monday + timedelta(days=6)).isoformat()},
        "cases": [*(_of_file(each, now) for each in cases), *(_of_row(each, columns, now) for each in rows)],
    }


def _columns(asked: Json, *, needed: bool) -> tuple[str, ...]:
    """Return the columns of the rows given, or raise `Refused`; none without rows."""
    names = request.sequence(asked, "columns")
    if not needed:
        return ()
    if not all(isinstance(name, str) for name in names):
        raise Refused("columns must be a list of names, as the table's first line has them", field="columns")
    return columns_of(Record(1, names))


def _of_file(given: object, now: _Now) -> CaseReply | UnreadReply:
    """Return what is due in a saved case: a case file as text, or what that text holds."""
    try:
        parsed: Any = _parsed(given) if isinstance(given, str) else given
    except QuestionRefused as refused:
        return _unread(refused)
    name = parsed.get("reference") if isinstance(parsed, dict) else None
    try:
        return _saved_case(parsed, now)
    except Exception as fault:  # noqa: BLE001 - a file that cannot be used, or a fault of ours, loses no other
        return _unread(fault, reference=name if isinstance(name, str) else None)


def _saved_case(parsed: Any, now: _Now) -> CaseReply:  # noqa: ANN401 - whatever JSON holds
    """Return what is due in a case file as parsed, or raise `QuestionRefused`."""
    problems = Refusals()
    saved = case_of(parsed, problems, field="case")
    if saved is None:
        raise QuestionRefused(problems.refusals)
    question, left_out = question_again(saved, now.of_edition(saved.question.get("edition")))
    found = understood(question, problems, saved=True)
    return _case_payload(found, (*found.warnings, *left_out), saved=saved, saved_on=parsed["saved"])


def _parsed(text: str) -> Json:
    """Return what a case file holds, or raise `QuestionRefused`."""
    if len(text) > _LONGEST_FILE:
        raise QuestionRefused([Refused("This file is too large to be a case file")])
    try:
        return request.parse(text.removeprefix("\ufeff"))
    except QuestionRefused as refused:
        cause = refused.__cause__
        where = f"; this is none from line {cause.lineno} on" if isinstance(cause, json.JSONDecodeError) else ""
        told = [str(each).replace("The question must", "A case file must") + where for each in refused.refusals]
        raise QuestionRefused([Refused(message) for message in told]) from None


def _of_row(row: object, columns: tuple[str, ...], now: _Now) -> CaseReply | UnreadReply:
    """Return what is due in a case that a row of a table gives: its line and cells, as the question 'table' cut it."""
    parts = row if isinstance(row, dict) else {}
    line, told = parts.get("line"), parts.get("cells")
    cells = [cell.strip() if isinstance(cell, str) else "" for cell in told] if isinstance(told, list) else []
    given = dict(zip(columns, cells, strict=False))
    try:
        return _row_case(given, _why_not(parts.get("reason"), cells, columns), now, line=line)
    except Exception as fault:  # noqa: BLE001 - as above
        return _unread(fault, line=line, reference=given.get(CASE) or None)


def _why_not(reason: object, cells: list[str], columns: tuple[str, ...]) -> str | None:
    """Return why a row has no cells to read, or None if it has."""
    if isinstance(reason, str):
        return reason
    if len(cells) != len(columns):
        return f"The row has {counted(len(cells), 'cell')} where the header has {len(columns)}"
    return None if cells[columns.index(CASE)] else "The case has no name in the column case"


def _row_case(given: dict[str, str], reason: str | None, now: _Now, *, line: int | None) -> CaseReply:
    """Return what is due in a row's case, or raise `QuestionRefused`."""
    if reason:
        raise QuestionRefused([Refused(reason)])
    problems = Refusals()
    question = question_of_row(given, problems)
    question |= {"reference": given[CASE], **now.of_edition(question.get("edition"))}
    found = understood(question, problems, saved=False)
    return _case_payload(found, found.warnings, line=line)


def _unread(fault: Exception, *, line: int | None = None, reference: str | None = None) -> UnreadReply:
    """Return why a case cannot be read; a fault of ours says so."""
    if isinstance(fault, QuestionRefused):
        errors: list[ErrorReply] = [{"field": each.field, "message": str(each)} for each in fault.refusals]
    else:
        message = f"The calculator met a fault of its own ({type(fault).__name__}: {fault})"
        errors = [{"field": None, "message": message}]
    return {"line": line, "reference": reference, "errors": errors}


def _case_payload(
    found: Understood,
    warnings: tuple[str, ...],
    *,
    line: int | None = None,
    saved: SavedCase | None = None,
    saved_on: str | None = None,
) -> CaseReply:
    """Return one case of the list: its acts, what of them is to be checked, and what moved since it was saved."""
    acts = acts_of(found)
    later = successor(found.held, found.case.today)
    return {
        "line": line,
        "reference": found.reference,
        "edition": found.held.id,
        "guidance": found.held.guidance,
        "superseded_by": later.guidance if later else None,
        "saved": saved_on,
        "next": next_of(acts),
        "overdue": sum(act["overdue"] for act in acts),
        "this_week": sum(act["this_week"] for act in acts),
        "to_check": acts_to_check(found),
        "dates": acts,
        "moved": _moved(found, saved) if saved else [],
        "warnings": list(warnings),
    }


def _moved(found: Understood, saved: SavedCase) -> list[MovedActReply]:
    """Return what moved since a case was saved. The counts that tell why are walked only if something did."""
    now = {
        each.rule.id: iso(each.shown.counted.due if each.shown and each.shown.counted else None) for each in found.dates
    }
    if all(now.get(rule) == was.isoformat() for rule, was in saved.answered.items()):
        return []
    actions = {each.rule.id: each.rule.action for each in found.dates}
    return [
        {
            **each,
            "action": actions.get(each["rule"], f"An act that this edition has no longer, {each['rule']}"),
            "words": moved_words(each["was"], each["now"], each["because"]),
        }
        for each in moved(saved, found.reply())
    ]


def ask_cells(asked: Json) -> CellsReply:
    """Answer with cells made into a file for a spreadsheet, none of them a formula."""
    problems = Refusals()
    problems.refuse_unknown(asked, _CELLS_KEYS)
    name = request.text(asked, "name")
    if not name.replace("-", "").isalnum() or len(name) > _LONGEST_NAME:
        problems.refuse(f"name must be up to {_LONGEST_NAME} letters, digits and hyphens", field="name")
    rows = asked.get("rows")
    shaped = isinstance(rows, list) and all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows
    )
    if not isinstance(rows, list) or not shaped or len(rows) > _MOST_ROWS:
        problems.refuse(f"rows must be a list of up to {_MOST_ROWS:,} lists of texts", field="rows")
    problems.stop_if_any()
    text = "".join(csv_lines(rows or []))
    return {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "file": {"name": f"{name}.csv", "type": "text/csv", "text": text},
    }
