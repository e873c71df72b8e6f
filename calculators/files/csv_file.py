"""Comma-separated values that any spreadsheet reads, and in which no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from calculators.files.rows import entries, plain, reading_state, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from calculators.reply import Json, LastHeldReply, PlanReply, ReadingReply, RuleReply

_MAY_BE_A_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")  # the wide forms count as formulas as well
_COLUMNS = (
    "reference", "edition", "rule", "reading", "kind", "state", "applies", "settled", "safest", "due", "until",
    "last_working_day_before", "period", "action", "who", "duty", "time_duty", "done", "to", "guidance", "source", "place",
    "how_known", "supplied_by", "notes",
)  # fmt: skip
LAST_HELD = "CHECK: date if the last figure still held"


def csv_file(reply: PlanReply, *, last_held: bool = False) -> str:
    """Return a plan as CSV: a row for each rule, or for each reading of one that is disputed.

    With `last_held`, a column of its own has the date by the last figure held.
    """
    columns = (*_COLUMNS, LAST_HELD) if last_held else _COLUMNS
    return "".join(csv_lines((columns, *(_cells(reply, rule, reading, columns) for rule, reading in entries(reply)))))


def _cells(reply: PlanReply, rule: RuleReply, reading: ReadingReply | None, columns: Sequence[str]) -> list[str]:
    """Return one row, in the order of `columns`."""
    each = reading or rule
    row: Json = {**rule, **each, **each["source"], **{key: reply[key] for key in ("reference", "edition", "guidance")}}
    row["reading"] = reading["label"] if reading else None
    row["state"] = reading_state(reading) if reading else rule["state"]
    row["settled"] = "yes" if rule["settled"] else "no"
    row["safest"] = ("yes" if reading["safest"] else "no") if reading else None
    row["done"] = rule["done"]["date"] if rule["done"] else None
    row["supplied_by"] = rule["supplied"]["words"] if rule["supplied"] else None
    row["how_known"] = None if rule["supplied"] else each["source"]["how_known"]  # who read it is said once
    row[LAST_HELD] = _last_held_cell(rule["last_held"]) if rule["last_held"] else None
    row["period"] = each["clock"] or (rule["words"] if rule["kind"] == "prompt" else None)
    row["to"] = "; ".join(body["name"] for body in rule["bodies"])
    row["source"] = each["source"]["title"]
    looked = [rule["words"]] if rule["kind"] == "gap" and rule["words"] else []
    row["notes"] = " ".join((*remarks(reply, rule, reading), *looked))
    return [plain(row[column] or "") for column in columns]


def _last_held_cell(held: LastHeldReply) -> str:
    """Return the date by the last figure held, or each reading's."""
    dates = [f"{each['due']} ({each['label']})" for each in held["readings"] if each["due"]]
    return "; ".join(dates) or held["due"] or ""


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines of CSV (RFC 4180), one at a time, none of them a formula."""
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that might be gets an apostrophe before it.

    >>> _harmless('=SUM(A1)'), _harmless(' -1'), _harmless('5 days')
    ("'=SUM(A1)", "' -1", '5 days')
    """
    return f"'{cell}" if _MAY_BE_A_FORMULA.match(cell) else cell
