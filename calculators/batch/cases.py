"""Many cases from one table, a row at a time: every rule of every case, and every row that could not be read.

No more than one case is held at once, however long the table. A case may come twice, as under two editions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from calculators.counting import Case, last_working_day_before, plan, planned
from calculators.files import LAST_HELD, Records, plain, written_out
from calculators.horizon import day
from calculators.records import Kind, Refused
from calculators.register import CONTENT, EDITIONS, EVENTS, FIGURES, calendar, edition, last_held_rule, successor
from calculators.replies import (
    CASE,
    EDITION,
    VALUES,
    about_events,
    about_facts,
    about_unused_facts,
    clock_payload,
    done_of,
    figures_for,
    header_of,
    iso,
    question_of_row,
    source_payload,
    supplied_source,
)
from calculators.request import QuestionRefused, Refusals, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from calculators.counting import Planned, WorkingCalendar
    from calculators.records import Edition, Figure, Reading, Rule, Supplied

Row = dict[str, Any]  # a line of output as JSON
_MOST_LISTED = 20
_NONE = ""  # no reading is called so: an undisputed rule's only one has no id
COLUMNS = (
    "line", CASE, EDITION, "rule", "kind", "state", "reason", "applies", "settled", "due", "until", "last_working_day_before",
    "readings", "period", "action", "superseded_by", "source", "place", "how_known", "warnings", "content", "done",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is the same for every row: the columns, the figures by edition, and whether figures last held are wanted."""

    columns: tuple[str, ...]
    figures: Mapping[str, Mapping[str, Figure]]
    last_held: bool


def batch(
    lines: Iterable[str], *, figures: Sequence[object] = (), last_held: bool = False, read_by: date | None = None
) -> Iterator[Row]:
    """Return the rows of output for a table whose columns are `case`, `edition`, ids of events and facts, and `done:RULE`, in any order.

    Each row is a dictionary of `COLUMNS` (and `LAST_HELD`, if wanted): one for every rule of a case; one with the state
    'unreadable', a line and a reason for a row that cannot be used. `figures` are figures files as parsed from JSON, and
    `read_by` the last day on which they can have been read, if anybody knows.
    Raises `Refused` at once if the header or a figures file cannot be used.
    """
    records = Records(iter(lines))
    columns = header_of(records)
    return _rows(records, _Asked(columns=columns, figures=_figures_by_edition(figures, read_by), last_held=last_held))


def _figures_by_edition(files: Sequence[object], read_by: date | None) -> dict[str, Mapping[str, Figure]]:
    """Return the figures to use under each edition: those built in, and those of the files; or raise `Refused`."""
    by_edition: dict[str, list[object]] = {}
    for file in files:
        name = file.get("edition") if isinstance(file, dict) else None
        by_edition.setdefault(name if isinstance(name, str) else "", []).append(file)
    found: dict[str, Mapping[str, Figure]] = dict(FIGURES)
    for name, given in by_edition.items():
        problems = Refusals()
        try:
            found[name] = figures_for(given, edition(name), problems, today=read_by)
            problems.stop_if_any()
        except QuestionRefused as unusable:
            told = "; ".join(f"{name}, {refusal.field}: {refusal}" for refusal in unusable.refusals)
            raise Refused(told) from None
    return found


def _rows(records: Records, asked: _Asked) -> Iterator[Row]:
    """Yield the rows of output, in the table's order."""
    columns = (*COLUMNS, LAST_HELD) if asked.last_held else COLUMNS
    while record := records.next(width=len(asked.columns)):
        given = {name: cell.strip() for name, cell in zip(asked.columns, record.cells, strict=False)}
        shown: Row = dict.fromkeys(columns) | {"line": record.line, "content": CONTENT[:12]}
        shown |= {name: written_out(given[name]) if name in given else None for name in (CASE, EDITION)}
        if record.reason:
            yield shown | {"state": "unreadable", "reason": f"{record.reason}."}
            continue
        try:
            yield from _case_rows(given, asked, shown)
        except QuestionRefused as unusable:
            yield shown | {"state": "unreadable", "reason": " ".join(f"{refusal}." for refusal in unusable.refusals)}
        except Exception as fault:  # noqa: BLE001 - as at the door: a fault of ours is told, and loses no other row
            reason = f"The calculator met a fault of its own ({type(fault).__name__}: {fault})."
            yield shown | {"state": "unreadable", "reason": reason}


def _case_rows(given: dict[str, str], asked: _Asked, shown: Row) -> list[Row]:
    """Return a row for each rule of one case on top of what is `shown` of it, or raise `QuestionRefused` with every reason."""
    problems = Refusals()
    if not given[CASE]:
        problems.refuse("The case has no name in the column case", field=CASE)
    held = problems.gather(edition, given[EDITION])
    question = question_of_row(given, problems)
    events: dict[str, date] = {}
    for name, typed in question["events"].items():
        found = problems.gather(day, typed, label=EVENTS[name].label, field=name)
        if found:
            events[name] = found
    facts = {name: problems.gather(known, typed, field=f"facts.{name}") for name, typed in question["facts"].items()}
    figures = asked.figures.get(held.id, {}) if held else {}
    done = done_of(question, held, figures, problems) if held else {}
    if held is None or problems.refusals:
        raise QuestionRefused(problems.refusals)
    days = calendar(held.calendar)
    case = Case(events=events, facts=facts, done=done, figures=figures)
    dates = plan(held, case, calendar=days, vocabulary=EVENTS)
    shown = {
        **shown,
        "superseded_by": _superseded_by(held.id),
        "warnings": [*about_facts(facts), *about_unused_facts(held, facts), *about_events(held, events, dates)],
    }
    rows = [_rule_row(held, rule, days, shown) for rule in dates]
    if asked.last_held:
        for row, rule in zip(rows, dates, strict=True):
            row[LAST_HELD] = _last_held(rule.rule.last_held, case) if rule.rule.last_held else None
    return rows


@cache
def _superseded_by(edition_id: str) -> str | None:
    """Return the guidance that took an edition's place."""
    later = successor(EDITIONS[edition_id])
    return later.guidance if later else None


def _last_held(name: str, case: Case) -> str | dict[str, str | None] | None:
    """Return the date by the last figure held, or each reading's."""
    held, rule = last_held_rule(name)
    found = planned(rule, case, calendar=calendar(held.calendar), vocabulary=EVENTS)
    if len(found.readings) > 1:
        return {each.reading.label or "": iso(each.counted.due if each.counted else None) for each in found.readings}
    return iso(found.readings[0].counted.due if found.readings[0].counted else None)


def _rule_row(held: Edition, planned: Planned, days: WorkingCalendar, case: Row) -> Row:
    """Return one rule of a case on top of what is said of the case; with readings, `due` is the rule's own and `readings` has each."""
    rule, shown = planned.rule, planned.shown
    found = shown.counted if shown else None
    looks_back = rule.kind is Kind.LOOKBACK
    before = None if found is None or looks_back else last_working_day_before(found.due, calendar=days)
    said = _said(held, rule, shown.reading if shown else None, planned.supplied) if planned.supplied else None
    return {
        **case,
        **(said or _said_of_held(held.id, rule.id, shown.reading.id if shown else _NONE)),
        "state": planned.state,
        "applies": VALUES[planned.applies],
        "settled": planned.settled,
        "done": iso(planned.done),
        "due": found.due.isoformat() if found else None,
        "until": found.until.isoformat() if found and found.until else None,
        "last_working_day_before": before.isoformat() if before else None,
        "readings": {
            each.reading.id: each.counted.due.isoformat() if each.counted else None for each in planned.readings
        }
        if len(planned.readings) > 1
        else None,
    }


@cache
def _said_of_held(edition_id: str, rule_id: str, reading_id: str | None) -> Row:
    """Return what is the same in every case of a rule of the guide's own, for the reading that is shown if any is."""
    held = EDITIONS[edition_id]
    rule = next(rule for rule in held.rules if rule.id == rule_id)
    shown = next((reading for reading in rule.readings if reading.id == reading_id), None)
    return _said(held, rule, shown, None)


def _said(held: Edition, rule: Rule, shown: Reading | None, supplied: Supplied | None) -> Row:
    """Return what is said of a rule: what it asks, its period in words, and where that stands."""
    source = supplied_source(supplied) if supplied else source_payload(held, shown.citation if shown else rule.citation)
    return {
        "rule": rule.id,
        "kind": rule.kind,
        "period": clock_payload(shown) if shown else rule.words if rule.kind is Kind.PROMPT else None,
        "action": rule.action,
        "source": source["title"],
        "place": source["place"],
        "how_known": source["how_known"],
    }


def cells(row: Row, columns: Sequence[str] = COLUMNS) -> list[str]:
    """Return a row of output as cells of a table: readings as 'guidance=2026-04-24;regulation=2026-04-29'.

    Each cell is one line, with no character that a terminal obeys.
    """
    return [plain(_cell(row[column])) for column in columns]


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
