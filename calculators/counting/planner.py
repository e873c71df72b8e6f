"""Every date of a case: one edition's rules, the events that were given, and what cannot be worked out yet.

A date comes only from an event that was given. Where readings of a rule differ, each has its own date and the
safest is marked only once every reading's event is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from calculators.counting.periods import count
from calculators.counting.working_days import step
from calculators.records import BeyondHorizon, Count, Edition, Kind, Reading, Rule, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from calculators.counting.working_days import WorkingCalendar

_NO_NUMBER = {Kind.PROMPT, Kind.GAP}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the reader gave: dates of events, days they were closed, and the day to reckon from (never the clock)."""

    events: Mapping[str, date]
    closed: AbstractSet[date] = field(default_factory=frozenset)
    today: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One reading, with its count if its event was given and the calendar reaches."""

    reading: Reading
    event: date | None
    count: Count | None = None
    if_closed: Count | None = None
    past_horizon: bool = False
    safest: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One rule of a plan. `shown` is the reading whose date is the rule's own; None for look-backs with readings."""

    rule: Rule
    state: str  # due, waiting, no-number, past-horizon
    settled: bool
    readings: tuple[Dated, ...] = ()
    shown: Dated | None = None


def plan(edition: Edition, case: Case, *, calendar: WorkingCalendar) -> tuple[Planned, ...]:
    """Return what `edition` asks in this case, rule by rule in the edition's order."""
    return tuple(planned(rule, case, calendar=calendar) for rule in edition.rules)


def planned(rule: Rule, case: Case, *, calendar: WorkingCalendar) -> Planned:
    """Work out one rule."""
    if rule.kind in _NO_NUMBER:
        return Planned(rule=rule, state="no-number", settled=False)
    readings = tuple(_dated(reading, case, calendar=calendar) for reading in rule.readings)
    settled = all(reading.count for reading in readings)
    counted = [reading.count.due for reading in readings if reading.count]
    state = next(
        state
        for state in ("due", "past-horizon", "waiting")
        if any(_state_of(reading) == state for reading in readings)
    )
    if rule.kind is Kind.LOOKBACK and len(readings) > 1:
        return Planned(rule=rule, state=state, settled=settled, readings=readings)
    chosen = _choose(rule.kind, counted, settled=settled)
    if settled:
        readings = tuple(_mark_safest(reading, chosen) for reading in readings)
    told = (reading for reading in readings if _state_of(reading) == state)
    shown = next(
        (reading for reading in told if chosen is None or (reading.count and reading.count.due == chosen)), readings[0]
    )
    return Planned(rule=rule, state=state, settled=settled, readings=readings, shown=shown)


def _state_of(reading: Dated) -> str:
    """Return how far one reading has got: due, past-horizon or waiting."""
    if reading.count:
        return "due"
    return "past-horizon" if reading.past_horizon else "waiting"


def _choose(kind: Kind, counted: list[date], *, settled: bool) -> date | None:
    """Return the date to go by: the earliest; for a retention whose readings are all known, the latest."""
    if not counted:
        return None
    return max(counted) if kind is Kind.RETENTION and settled else min(counted)


def _mark_safest(reading: Dated, chosen: date | None) -> Dated:
    """Return `reading` marked safest if its date is the chosen one."""
    return replace(reading, safest=reading.count is not None and reading.count.due == chosen)


def _dated(reading: Reading, case: Case, *, calendar: WorkingCalendar) -> Dated:
    """Count one reading from its event, if that was given."""
    event = case.events.get(reading.event)
    if event is None:
        return Dated(reading=reading, event=None)
    try:
        counted = count(reading.period, reading.direction, event, calendar=calendar)
    except BeyondHorizon as refusal:
        return Dated(reading=reading, event=event, past_horizon=True, notes=(f"{refusal}.",))
    return Dated(
        reading=reading,
        event=event,
        count=counted,
        if_closed=_without_closed_days(reading, event, case, calendar=calendar),
        notes=counted.notes,
    )


def _without_closed_days(reading: Reading, event: date, case: Case, *, calendar: WorkingCalendar) -> Count | None:
    """Return the count as it would run if the reader's closed days were passed over, where that means anything."""
    if not case.closed or reading.period.unit is not Unit.WORKING_DAY:
        return None
    try:
        return count(reading.period, reading.direction, event, calendar=calendar, closed=case.closed)
    except BeyondHorizon:
        return None


def last_working_day_before(day: date, *, calendar: WorkingCalendar) -> date | None:
    """Return the working day before `day` if `day` is none; None if it is one, or lies outside the years held."""
    try:
        return None if calendar.is_working_day(day) else step(calendar, day, -1)
    except BeyondHorizon:
        return None
