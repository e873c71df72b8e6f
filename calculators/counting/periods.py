"""What a length of time comes to: pure functions from an event's date and a period to a date with its count.

The event's day is day 0 and is never counted, except in 'from and including'. A date is never moved for
falling on a day that is no working day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from calculators.counting.working_days import ONE_DAY, ledger, step
from calculators.records import Count, Day, Direction, Period, Unit
from calculators.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from calculators.counting.working_days import WorkingCalendar

_BACKWARDS = {Direction.BEFORE, Direction.WINDOW}
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
    """Count `period` from `event` in `direction` and return the date with the ledger behind it.

    `closed` days are passed over, for periods in working days only.
    Raises `BeyondHorizon` if working days run past the bank holidays held.
    Source: the day of the event is excluded and a month ends on its corresponding date, Dodds v Walker
    [1981] 1 WLR 1027; that guidance is counted as statute would be is this guide's convention.
    """
    if direction is Direction.FROM_AND_INCLUDING:
        return _including_the_event(period, event, calendar=calendar, closed=closed)
    sign = -1 if direction in _BACKWARDS else 1
    if period.unit is Unit.WORKING_DAY:
        counted = _in_working_days(period.length * sign, event, calendar=calendar, closed=closed)
    elif period.unit in _IN_MONTHS:
        counted = _in_months(period.length * _IN_MONTHS[period.unit] * sign, event)
    else:
        counted = _in_days(period.length * _IN_DAYS[period.unit] * sign, event)
        if period.clear:
            counted = _clear_of(counted, ONE_DAY * sign)
    if direction is Direction.WINDOW:
        return Count(due=counted.due, until=event - ONE_DAY, ledger=counted.ledger, notes=counted.notes)
    return counted


def _in_working_days(
    length: int, event: date, *, calendar: WorkingCalendar, closed: AbstractSet[date] = frozenset()
) -> Count:
    """Count `length` working days on (back, if negative), passing over `closed` days as well."""
    due = step(calendar, event, length)
    stride = 1 if length > 0 else -1
    passed: set[date] = set()
    while shut := {day for day in closed - passed if _lies_between(event, day, due) and calendar.is_working_day(day)}:
        passed |= shut
        due = step(calendar, event, length + stride * len(passed))
    return Count(due=due, ledger=ledger(calendar, event, due, closed=passed))


def _lies_between(event: date, day: date, due: date) -> bool:
    """Return whether `day` lies after `event` and up to `due`, in whichever direction `due` is."""
    return event < day <= due if due > event else due <= day < event


def _in_days(length: int, event: date) -> Count:
    """Count `length` days of any kind on (back, if negative)."""
    stride = ONE_DAY if length >= 0 else -ONE_DAY
    days = [Day(event, "excluded")]
    days += [Day(event + stride * n, "counted", None, n) for n in range(1, abs(length) + 1)]
    return Count(due=event + timedelta(days=length), ledger=tuple(days if length >= 0 else reversed(days)))


def _clear_of(counted: Count, stride: timedelta) -> Count:
    """Return `counted` with both end days excluded: the date lies one `stride` further off, and is not counted."""
    end = Day(counted.due + stride, "excluded", _CLEAR)
    ledger = (*counted.ledger, end) if stride > timedelta(0) else (end, *counted.ledger)
    return Count(due=end.date, ledger=ledger, notes=counted.notes)


def _in_months(length: int, event: date) -> Count:
    """Count `length` months on (back, if negative) by corresponding dates, or that month's last day if there is none."""
    stride = 1 if length >= 0 else -1
    days = [Day(event, "excluded")]
    days += [Day(_corresponding(event, stride * n), "month", None, n) for n in range(1, abs(length) + 1)]
    due = days[-1].date
    notes: tuple[str, ...] = ()
    if due.day != event.day:
        notes = (f"There is no day {event.day} in that month, so its last day stands for it, {in_words(due)}.",)
    return Count(due=due, ledger=tuple(days if length >= 0 else reversed(days)), notes=notes)


def _corresponding(event: date, months: int) -> date:
    """Return the same-numbered day `months` on (back, if negative), or that month's last day.

    >>> _corresponding(date(2024, 1, 31), 1).isoformat(), _corresponding(date(2024, 1, 31), -2).isoformat()
    ('2024-02-29', '2023-11-30')
    """
    year, month0 = divmod(event.year * 12 + event.month - 1 + months, 12)
    return date(year, month0 + 1, min(event.day, monthrange(year, month0 + 1)[1]))


def _including_the_event(
    period: Period, event: date, *, calendar: WorkingCalendar, closed: AbstractSet[date] = frozenset()
) -> Count:
    """Count `period` with the event's own day as its first: days run from the day before; months end a day earlier."""
    if period.unit not in _IN_MONTHS:
        counted = count(period, Direction.AFTER, event - ONE_DAY, calendar=calendar, closed=closed)
        return Count(
            due=counted.due, ledger=counted.ledger[1:], notes=("The day itself is the first day of the period.",)
        )
    counted = count(period, Direction.AFTER, event, calendar=calendar)
    due = counted.due - ONE_DAY
    *earlier, last = counted.ledger
    days = (Day(event, "counted"), *earlier[1:], Day(due, last.day, None, last.n))
    note = f"The day itself is the first day of the period, so it ends the day before {in_words(counted.due)}."
    return Count(due=due, ledger=days, notes=(*counted.notes, note))
