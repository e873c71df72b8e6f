"""What a length of time comes to: pure functions from an event's date and a period to a date, and the days behind it.

The event's day is day 0 and is never counted, except in 'from and including'. A date is never moved for
falling on a day that is no working day. No day is walked to find a date; a count's ledger is made when it is asked for.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from calculators.counting.working_days import ONE_DAY, ledger, step
from calculators.records import Count, Day, Direction, Period, Unit
from calculators.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from calculators.counting.working_days import WorkingCalendar

_IN_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_CLEAR = "the days between are clear of it"
_IN_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def count(
    period: Period,
    direction: Direction,
    event: date,
    *,
    calendar: WorkingCalendar,
    closed: AbstractSet[date] = frozenset(),
) -> Count:
    """Count `period` from `event` in `direction` and return the date with a way to walk the days behind it.

    `closed` days are passed over, for periods in working days only.
    Raises `BeyondHorizon` if working days run past the bank holidays held.
    Source: the day of the event is excluded and a month ends on its corresponding date, Dodds v Walker
    [1981] 1 WLR 1027; that guidance is counted as statute would be is this guide's convention.
    """
    if direction is Direction.FROM_AND_INCLUDING:
        return _including_the_event(period, event, calendar=calendar, closed=closed)
    backwards = direction is Direction.BEFORE or direction is Direction.WINDOW
    length = -period.length if backwards else period.length
    unit = period.unit
    if unit is Unit.WORKING_DAY:
        counted = _in_working_days(length, event, calendar=calendar, closed=closed)
    elif unit in _IN_MONTHS:
        counted = _in_months(length * _IN_MONTHS[unit], event)
    else:
        counted = _in_days(length * _IN_DAYS[unit], event, clear=period.clear)
    return counted._replace(until=event - ONE_DAY) if direction is Direction.WINDOW else counted


def _in_working_days(
    length: int, event: date, *, calendar: WorkingCalendar, closed: AbstractSet[date] = frozenset()
) -> Count:
    """Count `length` working days on (back, if negative), passing over `closed` days as well."""
    due = step(calendar, event, length)
    if not closed:
        return Count(due, partial(ledger, calendar, event, due))
    stride = 1 if length > 0 else -1
    passed: set[date] = set()
    while shut := {day for day in closed - passed if _lies_between(event, day, due) and calendar.is_working_day(day)}:
        passed |= shut
        due = step(calendar, event, length + stride * len(passed))
    return Count(due, partial(ledger, calendar, event, due, closed=passed))


def _lies_between(event: date, day: date, due: date) -> bool:
    """Return whether `day` lies after `event` and up to `due`, in whichever direction `due` is."""
    return event < day <= due if due > event else due <= day < event


def _in_days(length: int, event: date, *, clear: bool) -> Count:
    """Count `length` days of any kind on (back, if negative); clear days end one day further off, which is not counted."""
    beyond = 0 if not clear else 1 if length >= 0 else -1
    return Count(event + timedelta(days=length + beyond), partial(_each_day, length, event, clear=clear))


def _each_day(length: int, event: date, *, clear: bool) -> tuple[Day, ...]:
    """Return the days of a count in days, in date order."""
    way = 1 if length >= 0 else -1
    days = [Day(event, "excluded")]
    days += [Day(event + way * n * ONE_DAY, "counted", None, n) for n in range(1, abs(length) + 1)]
    if clear:
        days.append(Day(days[-1].date + way * ONE_DAY, "excluded", _CLEAR))
    return tuple(days[::way])


def _in_months(length: int, event: date) -> Count:
    """Count `length` months on (back, if negative) by corresponding dates, or that month's last day if there is none."""
    due = _corresponding(event, length)
    notes: tuple[str, ...] = ()
    if due.day != event.day:
        notes = (f"There is no day {event.day} in that month, so its last day stands for it, {in_words(due)}.",)
    return Count(due, partial(_each_month, length, event), None, notes)


def _each_month(length: int, event: date) -> tuple[Day, ...]:
    """Return the corresponding dates of a count in months, in date order."""
    way = 1 if length >= 0 else -1
    days = [Day(event, "excluded")]
    days += [Day(_corresponding(event, way * n), "month", None, n) for n in range(1, abs(length) + 1)]
    return tuple(days[::way])


def _corresponding(event: date, months: int) -> date:
    """Return the same-numbered day `months` on (back, if negative), or that month's last day.

    >>> _corresponding(date(2024, 1, 31), 1).isoformat(), _corresponding(date(2024, 1, 31), -2).isoformat()
    ('2024-02-29', '2023-11-30')
    """
    year, month0 = divmod(event.year * 12 + event.month - 1 + months, 12)
    try:
        return date(year, month0 + 1, event.day)
    except ValueError:
        return date(year, month0 + 1, monthrange(year, month0 + 1)[1])


def _including_the_event(
    period: Period, event: date, *, calendar: WorkingCalendar, closed: AbstractSet[date] = frozenset()
) -> Count:
    """Count `period` with the event's own day as its first: days run from the day before; months end a day earlier."""
    if period.unit not in _IN_MONTHS:
        counted = count(period, Direction.AFTER, event - ONE_DAY, calendar=calendar, closed=closed)
        note = "The day itself is the first day of the period."
        return counted._replace(walk=lambda: counted.ledger[1:], notes=(note,))
    counted = _in_months(period.length * _IN_MONTHS[period.unit], event)
    due = counted.due - ONE_DAY

    def walk() -> tuple[Day, ...]:
        *earlier, last = counted.ledger
        return (Day(event, "counted"), *earlier[1:], Day(due, last.day, None, last.n))

    note = f"The day itself is the first day of the period, so it ends the day before {in_words(counted.due)}."
    return Count(due, walk, None, (*counted.notes, note))
