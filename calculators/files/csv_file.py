"""Comma-separated values that any spreadsheet reads, and in which no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from calculators.files.rows import entries, held_dates, plain, reading_state, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from calculators.reply import Json, LastHeldReply, PlanReply, ReadingReply, RuleReply

_MAY_BE_A_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")  # the wide forms count as formulas as well
_NEGATIVE = re.compile(r"-[0-9]+")  # a plain number, which must stay one
_FORMULA_AFTER = re.compile(
    r"(?<=;)(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])"
)  # a cell of its own where a semicolon parts cells
_COLUMNS = (
    "due", "action", "who", "left", "duty", "time_duty", "applies", "done", "until", "last_working_day_before", "period", "to",
    "reading", "safest", "settled", "state", "kind", "notes", "supplied_by", "supplied_read_on", "source", "place",
    "how_known", "guidance", "edition", "rule", "reference",
)  # fmt: skip
LAST_HELD = "CHECK: date if the last figure still held"
_LAST_FIGURE = "CHECK: the last figure"
_OFF_IF_HELD = "CHECK: left if the last figure still held"


def csv_file(reply: PlanReply, *, last_held: bool = False) -> str:
    """Return a plan as CSV: a row for each rule, or for each reading of one that is disputed.

    With `last_held`, columns of their own have the date by the last figure held, that figure in words, and how far off the date is.
    """
    columns = (*_COLUMNS, LAST_HELD, _LAST_FIGURE, _OFF_IF_HELD) if last_held else _COLUMNS
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
    row["left"] = each["left"]["words"] if each["left"] else None
    row["supplied_by"] = rule["supplied"]["words"] if rule["supplied"] else None
    row["how_known"] = None if rule["supplied"] else each["source"]["how_known"]  # who read it is said once
    row["supplied_read_on"] = rule["supplied"]["read_on"] if rule["supplied"] else None
    if held := rule["last_held"]:
        off = held["dates"][0]["off"] if held["dates"] else None
        row |= {LAST_HELD: held["due"], _LAST_FIGURE: _last_figure(held), _OFF_IF_HELD: off["words"] if off else None}
    row["period"] = each["clock"] or (rule["words"] if rule["kind"] == "prompt" else None)
    row["to"] = "; ".join(body["name"] for body in rule["bodies"])
    row["source"] = each["source"]["title"]
    looked = [rule["words"]] if rule["kind"] == "gap" and rule["words"] else []
    row["notes"] = " ".join((*remarks(reply, rule, reading), *looked))
    return [plain(row.get(column) or "") for column in columns]


def _last_figure(held: LastHeldReply) -> str:
    """Return the last figure held in words, with the date and the source of each of its readings."""
    by = f", by {held['source']['title']}" if held["readings"] else ""
    told = {
        due: " and ".join(f"({each['label']}, by {each['source']['title']})" for each in readings)
        for due, readings in held_dates(held).items()
    }
    dates = "; ".join(f"{due} {which}" for due, which in told.items())
    return f"{held['clock']}{by}, {held['words']}{f': {dates}' if dates else ''}"


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
    """Return a cell that no spreadsheet takes for a formula, whichever sign parts its cells: an apostrophe before what might be one.

    >>> _harmless('=SUM(A1)'), _harmless('-1+A1'), _harmless('-256'), _harmless('A;=1+1')
    ("'=SUM(A1)", "'-1+A1", '-256', "A;'=1+1")
    """
    if _NEGATIVE.fullmatch(cell):
        return cell
    cell = _FORMULA_AFTER.sub("'", cell)
    return f"'{cell}" if _MAY_BE_A_FORMULA.match(cell) else cell
