"""A table of many cases: which columns it may have, and what a row of it says of its case."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from calculators import __version__, request
from calculators.files import Records
from calculators.records import Refused
from calculators.register import CONTENT, EDITIONS, EVENTS, FACTS
from calculators.replies.parts import FORMAT
from calculators.typed import from_cell
from calculators.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.files import Record
    from calculators.reply import Json, TableReply, TableRowReply

CASE, EDITION = "case", "edition"
_DONE = "done:"
_OTHER_SIGNS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_KEYS = ("ask", "text")
_MOST_ROWS = 20_000
_LONGEST = 10_000_000  # characters of a table
_NOT_UTF8 = str.maketrans({"\ufffd": "\udcff"})  # what a browser makes of such bytes, as Python keeps them


def ask_table(asked: Json) -> TableReply:
    """Answer what the rows of a table are, so that its cases can be asked about a part at a time."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS)
    problems.stop_if_any()
    text = request.text(asked, "text").removeprefix("\ufeff")
    if len(text) > _LONGEST:
        raise request.QuestionRefused([Refused(f"This table is too long: it may have {_LONGEST:,} characters")])
    records = Records(iter(io.StringIO(text.translate(_NOT_UTF8), newline="")))
    columns = problems.gather(header_of, records)
    if columns is None:
        raise request.QuestionRefused(problems.refusals)
    rows: list[TableRowReply] = []
    while record := records.next(width=len(columns)):
        if len(rows) == _MOST_ROWS:
            message = f"This table has more than {_MOST_ROWS:,} rows; cut it into several"
            raise request.QuestionRefused([Refused(message)])
        rows.append({"line": record.line, "cells": [_whole(cell) for cell in record.cells], "reason": record.reason})
    return {"format": FORMAT, "release": __version__, "content": CONTENT, "columns": list(columns), "rows": rows}


def _whole(cell: str) -> str:
    """Return a cell whose stray bytes are shown as such, so that it can be carried as JSON anywhere."""
    return cell.replace("\udcff", "\ufffd")


def header_of(records: Records) -> tuple[str, ...]:
    """Return the names of a table's columns, from its first line that is not blank and says no more than how cells are parted.

    Raises `Refused`, in particular where cells are parted by anything but commas.
    """
    record = records.next(width=None)
    if record and record.cells == ["sep=", ""]:  # as Excel writes and reads it
        record = records.next(width=None)
    if record and not record.reason and "," not in (written := ",".join(record.cells).removeprefix("sep=")):
        for sign, name in _OTHER_SIGNS.items():
            if sign in written:
                raise Refused(f"The cells of this table are parted by {name}; save it as CSV UTF-8, parted by commas")
    return columns_of(record)


def columns_of(record: Record | None) -> tuple[str, ...]:
    """Return the names of a table's columns, from its header, or raise `Refused`."""
    if record is None:
        raise Refused("The table is empty: its first line must name the columns case, edition and events")
    if record.reason or "\0" in "".join(record.cells):
        raise Refused(f"The header cannot be read; save the table as CSV UTF-8. {record.reason or ''}".strip())
    names = tuple(name.strip() for name in record.cells)
    for number, name in enumerate(names, 1):
        if names.count(name) > 1 and name:
            raise Refused(f"The column {quoted(name)} is there twice; keep one")
        if not name:
            raise Refused(f"Column {number} has no name; name an event or take the column out")
        if name.startswith(_DONE):
            rules = {rule.id: rule for held in EDITIONS.values() for rule in held.rules}
            request.look_up(rules, name.removeprefix(_DONE), what="a rule", field=name)
        else:
            known = dict.fromkeys((CASE, EDITION, *EVENTS, *FACTS))
            request.look_up(known, name, what="a column", field=name)
    for name in (CASE, EDITION):
        if name not in names:
            raise Refused(f"There is no column {name}; the first line must name the columns case, edition and events")
    return names


def question_of_row(given: Mapping[str, str], problems: request.Refusals) -> Json:
    """Return the parts of a plan's question that a row's cells give, by column; empty cells say nothing."""
    told = {name: cell for name, cell in given.items() if cell}
    dates = {
        name: problems.gather(from_cell, cell, column=name)
        for name, cell in told.items()
        if name in EVENTS or name.startswith(_DONE)
    }
    return {
        "edition": given[EDITION],
        "events": {name: day for name, day in dates.items() if name in EVENTS},
        "facts": {name: cell for name, cell in told.items() if name in FACTS},
        "done": {name.removeprefix(_DONE): day for name, day in dates.items() if name.startswith(_DONE)},
    }
