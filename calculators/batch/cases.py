"""Many cases from one table, a row at a time: every rule of every case, and every row that could not be read.

No more than one case is held at once, however long the table. A case may come twice, as under two editions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from calculators.batch.csv_rows import Records
from calculators.counting import Case, last_working_day_before, plan
from calculators.records import Kind, Refused
from calculators.register import CONTENT, EVENTS, calendar, edition, look_up, successor
from calculators.replies import QuestionRefused, Refusals, a_day, about_events, clock_payload, iso, source_payload
from calculators.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from calculators.batch.csv_rows import Record
    from calculators.counting import Planned
    from calculators.records import Edition

Row = dict[str, Any]  # a line of output as JSON
_MOST_LISTED = 20
CASE, EDITION = "case", "edition"
COLUMNS = (
    "line", CASE, EDITION, "rule", "kind", "state", "reason", "settled", "due", "until", "last_working_day_before",
    "readings", "period", "action", "superseded_by", "source", "place", "how_known", "warnings", "content",
)  # fmt: skip


def batch(lines: Iterable[str]) -> Iterator[Row]:
    """Return the rows of output for a table whose columns are `case`, `edition` and ids of events, in any order.

    Each row is a dictionary of `COLUMNS`: one for every rule of a case; one with the state 'unreadable', a line and a
    reason for a row that cannot be used. Raises `Refused` at once if the header cannot be used.
    """
    records = Records(iter(lines))
    return _rows(records, _header(records.next(width=None)))


def _header(record: Record | None) -> tuple[str, ...]:
    """Return the names of the columns, or raise `Refused`."""
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
        if name not in {CASE, EDITION}:
            look_up(EVENTS, name, what="an event", field=name)
    for name in (CASE, EDITION):
        if name not in names:
            raise Refused(f"There is no column {name}; the first line must name the columns case, edition and events")
    return names


def _rows(records: Records, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of output, in the table's order."""
    while record := records.next(width=len(columns)):
        given = {name: cell.strip() for name, cell in zip(columns, record.cells, strict=False)}
        shown: Row = dict.fromkeys(COLUMNS) | {"line": record.line, "content": CONTENT[:12]}
        shown |= {name: given.get(name) for name in (CASE, EDITION)}
        if record.reason:
            yield shown | {"state": "unreadable", "reason": f"{record.reason}."}
            continue
        try:
            yield from (shown | row for row in _case_rows(given))
        except QuestionRefused as unusable:
            yield shown | {"state": "unreadable", "reason": " ".join(f"{refusal}." for refusal in unusable.refusals)}
        except Exception as fault:  # noqa: BLE001 - as at the door: a fault of ours is told, and loses no other row
            reason = f"The calculator met a fault of its own ({type(fault).__name__}: {fault})."
            yield shown | {"state": "unreadable", "reason": reason}


def _case_rows(given: dict[str, str]) -> list[Row]:
    """Return a row for each rule of one case, or raise `QuestionRefused` with every reason."""
    problems = Refusals()
    if not given[CASE]:
        problems.refuse("The case has no name in the column case", field=CASE)
    held = problems.gather(edition, given[EDITION])
    events: dict[str, date] = {}
    for event, typed in given.items():
        if event in EVENTS and typed:
            day = problems.gather(a_day, typed, label=EVENTS[event].label, field=event)
            if day:
                events[event] = day
    if held is None or problems.refusals:
        raise QuestionRefused(problems.refusals)
    days = calendar(held.calendar)
    dates = plan(held, Case(events=events), calendar=days)
    later = successor(held)
    shared: Row = {
        "superseded_by": later.guidance if later else None,
        "warnings": list(about_events(held, events, dates)),
    }
    return [shared | _rule_row(held, planned) for planned in dates]


def _rule_row(held: Edition, planned: Planned) -> Row:
    """Return one rule of one case; with readings, `due` is the rule's own and `readings` has each."""
    shown, disputed = planned.shown, len(planned.readings) > 1
    found = shown.count if shown else None
    source = source_payload(held, shown.reading.citation if shown else planned.rule.citation)
    before = last_working_day_before(found.due, calendar=calendar(held.calendar)) if found else None
    return {
        "rule": planned.rule.id,
        "kind": planned.rule.kind,
        "state": planned.state,
        "settled": planned.settled,
        "due": iso(found.due if found else None),
        "until": iso(found.until if found else None),
        "last_working_day_before": iso(before),
        "readings": {each.reading.id: iso(each.count.due if each.count else None) for each in planned.readings}
        if disputed
        else None,
        "period": clock_payload(shown.reading)
        if shown
        else planned.rule.words
        if planned.rule.kind is Kind.PROMPT
        else None,
        "action": planned.rule.action,
        "source": source["title"],
        "place": source["place"],
        "how_known": source["how_known"],
    }


def cells(row: Row) -> list[str]:
    """Return a row of output as cells of a table: readings as 'guidance=2026-04-24;regulation=2026-04-29'."""
    return [_cell(row[column]) for column in COLUMNS]


def _cell(value: object) -> str:
    """Return one value as text."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            return ";".join(f"{name}={day or ''}" for name, day in value.items())
        case list():
            return " ".join(value)
        case _:
            return str(value)


@dataclass(slots=True)
class Tally:
    """How many rows were read, and the first lines that could not be."""

    read: int = 0
    unreadable: int = 0
    lines: list[int] = field(default_factory=list)
    last: int = 0

    def watching(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows as they come, counting the lines they stand for."""
        for row in rows:
            if row["line"] != self.last:
                self.read, self.last = self.read + 1, row["line"]
                if row["state"] == "unreadable":
                    self.unreadable += 1
                    self.lines += [row["line"]] if len(self.lines) < _MOST_LISTED else []
            yield row

    def __str__(self) -> str:
        listed = ", ".join(map(str, self.lines))
        more = f" and {self.unreadable - len(self.lines):,} more" if self.unreadable > len(self.lines) else ""
        lines = f": {'line' if self.unreadable == 1 else 'lines'} {listed}{more}" if self.unreadable else ""
        return f"{self.read:,} row{'' if self.read == 1 else 's'} read, {self.unreadable:,} unreadable{lines}"
