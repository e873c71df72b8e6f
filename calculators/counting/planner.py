"""Every date of a case: one edition's rules, what is known of the case, and what cannot be worked out yet.

A date comes only from an event that was given and a figure that is held or was supplied. Where readings of a rule differ,
each has its own date, and the safest is marked once no missing event could still change which that is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from calculators.counting.criteria import applies, known_of
from calculators.counting.periods import count
from calculators.counting.working_days import step
from calculators.records import BeyondHorizon, Direction, Event, Kind, Rule, Supplied, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from calculators.counting.criteria import Value
    from calculators.counting.working_days import WorkingCalendar
    from calculators.records import Count, Edition, Figure, Reading

State: TypeAlias = Literal["due", "waiting", "no-number", "past-horizon"]
_KIND_OF_FIGURE = {Direction.KEPT: Kind.RETENTION, Direction.WINDOW: Kind.LOOKBACK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the reader gave; `today` is the day to reckon from, never the clock."""

    events: Mapping[str, date]
    facts: Mapping[str, Value] = field(default_factory=dict)
    done: Mapping[str, date] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    closed: AbstractSet[date] = field(default_factory=frozenset)
    today: date | None = None


class Dated(NamedTuple):
    """One reading, with its count if its event was given and the calendar reaches."""

    reading: Reading
    event: date | None
    counted: Count | None = None
    if_closed: Count | None = None
    past_horizon: bool = False
    safest: bool = False
    notes: tuple[str, ...] = ()


class Planned(NamedTuple):
    """One rule of a plan. `shown` is the reading whose date is the rule's own; None where each stands for itself."""

    rule: Rule
    state: State
    settled: bool
    readings: tuple[Dated, ...] = ()
    shown: Dated | None = None
    applies: Value = True
    done: date | None = None
    supplied: Supplied | None = None
    could_move: tuple[str, ...] = ()  # events without a date that could still change which date to go by


def plan(
    edition: Edition, case: Case, *, calendar: WorkingCalendar, vocabulary: Mapping[str, Event]
) -> tuple[Planned, ...]:
    """Return what `edition` asks in this case, rule by rule in the edition's order.

    The `vocabulary` of events says which cannot come before which.
    """
    known = known_of(edition, case.facts, case.events)
    found = []
    for rule in edition.rules:
        figure = case.figures.get(rule.id)
        dated = planned(with_figure(rule, figure) if figure else rule, case, calendar=calendar, vocabulary=vocabulary)
        done = case.done.get(rule.id)
        if figure or done or rule.applies:
            value = applies(rule, known)
            if done and value is False:  # what was done is never said not to apply
                value = True
            dated = dated._replace(applies=value, done=done, supplied=figure.supplied if figure else None)
        found.append(dated)
    return tuple(found)


def with_figure(rule: Rule, figure: Figure) -> Rule:
    """Return a gap filled by a figure that was supplied: who, to whom, the duty and the notes stay."""
    kind = _KIND_OF_FIGURE.get(figure.reading.direction, Kind.DEADLINE)
    time_duty = figure.duty if figure.duty is not rule.duty else None
    return replace(rule, kind=kind, time_duty=time_duty, readings=(figure.reading,))


def planned(rule: Rule, case: Case, *, calendar: WorkingCalendar, vocabulary: Mapping[str, Event]) -> Planned:
    """Work out one rule's date; readings beside a prompt's words each stand for themselves."""
    if not rule.readings:
        return Planned(rule, "no-number", settled=False)
    if len(rule.readings) == 1:
        only = _dated(rule.readings[0], case, calendar)
        if rule.kind is Kind.PROMPT:
            return Planned(rule, "no-number", settled=False, readings=(only,))
        return Planned(rule, _state_of(only), only.counted is not None, (only,), only)
    readings = tuple([_dated(reading, case, calendar) for reading in rule.readings])
    if rule.kind is Kind.PROMPT:
        return Planned(rule, "no-number", settled=False, readings=readings)
    if rule.kind is Kind.LOOKBACK:
        settled = all(dated.counted for dated in readings)
        return Planned(rule, _furthest(readings), settled, readings)
    return _with_readings(rule, readings, case, calendar=calendar, vocabulary=vocabulary)


def _with_readings(
    rule: Rule, readings: tuple[Dated, ...], case: Case, *, calendar: WorkingCalendar, vocabulary: Mapping[str, Event]
) -> Planned:
    """Choose among the readings of a disputed rule: the earliest; for a retention, the latest once all are known."""
    counted = [dated.counted.due for dated in readings if dated.counted]
    if not counted:
        state = _furthest(readings)
        shown = next(dated for dated in readings if _state_of(dated) == state)
        return Planned(rule, state, settled=False, readings=readings, shown=shown)
    keep = rule.kind is Kind.RETENTION
    chosen, settled, move = min(counted), True, []
    if len(counted) < len(readings):
        for dated in readings:
            if dated.past_horizon:
                settled = settled and not keep and _lies_later(dated.reading, chosen, calendar)
            elif dated.event is None and (
                keep or not _comes_after(dated.reading, chosen, case, calendar=calendar, vocabulary=vocabulary)
            ):
                move.append(dated.reading.event)
        settled = settled and not move
    if settled:
        chosen = max(counted) if keep else chosen
        readings = tuple([_marked(dated, chosen) for dated in readings])
    shown = next(dated for dated in readings if dated.counted and dated.counted.due == chosen)
    return Planned(rule, "due", settled, readings, shown, could_move=tuple(dict.fromkeys(move)))


def _marked(dated: Dated, safest: date) -> Dated:
    """Return a reading marked safest if its date is that one."""
    if dated.counted is None or dated.counted.due != safest:
        return dated
    return dated._replace(safest=True)


def _lies_later(reading: Reading, day: date, calendar: WorkingCalendar) -> bool:
    """Return whether a reading that runs past the years held lies after `day` for sure, and so need not be known."""
    backwards = reading.direction in {Direction.BEFORE, Direction.WINDOW}
    return not backwards and day <= calendar.last


def _comes_after(
    reading: Reading, day: date, case: Case, *, calendar: WorkingCalendar, vocabulary: Mapping[str, Event]
) -> bool:
    """Return whether a reading whose event has no date can come to no day before `day`, given the events that have one."""
    earliest = _not_before(reading.event, case.events, vocabulary)
    if earliest is None:
        return False
    try:
        return count(reading.period, reading.direction, earliest, calendar=calendar).due >= day
    except BeyondHorizon:
        return _lies_later(reading, day, calendar)


def _not_before(event: str, events: Mapping[str, date], vocabulary: Mapping[str, Event]) -> date | None:
    """Return the day before which an event without a date cannot lie: the latest that is known of those it follows."""
    bounds = []
    for earlier in vocabulary[event].follows:
        bound = events.get(earlier) or _not_before(earlier, events, vocabulary)
        if bound:
            bounds.append(bound)
    return max(bounds, default=None)


def _furthest(readings: tuple[Dated, ...]) -> State:
    """Return how far the reading that has got furthest has got."""
    states = {_state_of(dated) for dated in readings}
    order: tuple[State, ...] = ("due", "past-horizon", "waiting")
    return next(state for state in order if state in states)


def _state_of(dated: Dated) -> State:
    """Return how far one reading has got: due, past-horizon or waiting."""
    if dated.counted:
        return "due"
    return "past-horizon" if dated.past_horizon else "waiting"


def _dated(reading: Reading, case: Case, calendar: WorkingCalendar) -> Dated:
    """Count one reading from its event, if that was given."""
    event = case.events.get(reading.event)
    if event is None:
        return Dated(reading, None)
    try:
        counted = count(reading.period, reading.direction, event, calendar=calendar)
    except BeyondHorizon as refusal:
        return Dated(reading, event, past_horizon=True, notes=(f"{refusal}.",))
    if_closed = _without_closed_days(reading, event, case, calendar=calendar) if case.closed else None
    return Dated(reading, event, counted, if_closed, notes=counted.notes)


def _without_closed_days(reading: Reading, event: date, case: Case, *, calendar: WorkingCalendar) -> Count | None:
    """Return the count as it would run if the reader's closed days were passed over, where that means anything."""
    if reading.period.unit is not Unit.WORKING_DAY:
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


def any_projected(readings: Iterable[Dated], *, calendar: WorkingCalendar) -> bool:
    """Return whether bank holidays behind the count of any of these readings are projected."""
    return any(holidays_behind(each, calendar=calendar) == "projected" for each in readings)


def holidays_behind(dated: Dated, *, calendar: WorkingCalendar) -> Literal["published", "projected"] | None:
    """Return whether the bank holidays behind a count in working days are 'published' or 'projected'; None for others."""
    if dated.counted is None or dated.event is None or dated.reading.period.unit is not Unit.WORKING_DAY:
        return None
    backwards = dated.counted.due < dated.event
    last_counted = step(calendar, dated.event, -1) if backwards else dated.counted.due
    return "projected" if last_counted > calendar.published else "published"
