"""Comma-separated values that any spreadsheet reads, and in which no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from calculators.files.rows import entries, plain, reading_state, remarks
from calculators.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from calculators.reply import Json

_MAY_BE_A_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]")  # noqa: RUF001 - the wide forms count as formulas as well
_COLUMNS = (
    "reference", "edition", "rule", "reading", "kind", "state", "settled", "safest", "due", "until",
    "last_working_day_before", "period", "action", "who", "duty", "to", "guidance", "source", "place", "how_known",
    "notes",
)  # fmt: skip


def csv_file(reply: Json) -> str:
    """Return a plan as CSV: a row for each rule, or for each reading of one that is disputed."""
    return "".join(csv_lines((_COLUMNS, *(_cells(reply, rule, each) for rule, each in entries(reply)))))


def _cells(reply: Json, rule: Json, each: Json) -> list[str]:
    """Return one row, in the order of `COLUMNS`."""
    row = rule | each | each["source"] | {key: reply[key] for key in ("reference", "edition", "guidance")}
    row["reading"] = each["id"] if rule["readings"] else None
    row["state"] = reading_state(each) if rule["readings"] else rule["state"]
    row["settled"] = "yes" if rule["settled"] else "no"
    row["safest"] = ("yes" if each["safest"] else "no") if rule["readings"] else None
    row["period"] = each["clock"] or (rule["words"] if rule["kind"] == Kind.PROMPT else None)
    row["to"] = "; ".join(body["name"] for body in rule["bodies"])
    row["source"] = each["source"]["title"]
    looked = [rule["words"]] if rule["kind"] == Kind.GAP and rule["words"] else []
    row["notes"] = " ".join((*remarks(reply, rule, each), *looked))
    return [plain(row[column] or "") for column in _COLUMNS]


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
