"""Which days are working days, and how to step between them in constant time.

A working day is Monday to Friday less the bank holidays of one calendar. Each calendar numbers its
working days once; a step of any length is then two look-ups. Days are walked only for a shown count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from calculators.records import BeyondHorizon, Day
from calculators.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WorkingCalendar:
    """The bank holidays of one division of the UK, from `first` to `last` inclusive; those after `published` are projected."""

    id: str
    name: str
    first: date
    last: date
    published: date
    holidays: Mapping[date, str]

    def kind_of(self, day: date) -> Literal["weekend", "holiday", "counted"]:
        """Return 'weekend', 'holiday' or 'counted'; a weekend that is also a holiday is a weekend."""
        if day.weekday() >= SATURDAY:
            return "weekend"
        return "holiday" if self.name_of(day) else "counted"

    def name_of(self, day: date) -> str | None:
        """Return the bank holiday's name, or None. Raises `BeyondHorizon` outside the years held."""
        self.must_hold(day)
        return self.holidays.get(day)

    def is_working_day(self, day: date) -> bool:
        """Return whether `day` is Monday to Friday and no bank holiday."""
        return day.weekday() < SATURDAY and self.name_of(day) is None

    def must_hold(self, day: date) -> None:
        """Raise `BeyondHorizon` unless `day` lies in the years held."""
        if not self.first <= day <= self.last:
            raise _beyond(self, later=day > self.last)


def _beyond(calendar: WorkingCalendar, *, later: bool) -> BeyondHorizon:
    """Return the refusal of a count that runs past either end of the years held."""
    edge = f"after {in_words(calendar.last)}" if later else f"before {in_words(calendar.first)}"
    return BeyondHorizon(f"We hold no bank holidays for {calendar.name} {edge}, so we cannot count working days there")


@cache
def _numbered(calendar: WorkingCalendar) -> tuple[int, list[int], list[date]]:
    """Return the number of the first day held, the working days up to and including each day, and each working day."""
    first = calendar.first.toordinal()
    up_to: list[int] = []
    days: list[date] = []
    for ordinal in range(first, calendar.last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() < SATURDAY and day not in calendar.holidays:
            days.append(day)
        up_to.append(len(days))
    return first, up_to, days


def step(calendar: WorkingCalendar, start: date, working_days: int) -> date:
    """Return the Nth working day after `start` (before it, if N is negative); `start` itself if N is 0.

    Raises `BeyondHorizon` if the calendar does not reach that far.
    """
    calendar.must_hold(start)
    if working_days == 0:
        return start
    first, up_to, days = _numbered(calendar)
    index = up_to[start.toordinal() - first] + working_days
    if working_days > 0 or days[index - working_days - 1] == start:
        index -= 1
    if not 0 <= index < len(days):
        raise _beyond(calendar, later=working_days > 0)
    return days[index]


def between(calendar: WorkingCalendar, start: date, end: date) -> int:
    """Return how many working days lie after `start` up to and including `end`; negative if `end` is earlier."""
    calendar.must_hold(start)
    calendar.must_hold(end)
    first, up_to, _ = _numbered(calendar)
    return up_to[end.toordinal() - first] - up_to[start.toordinal() - first]


def ledger(
    calendar: WorkingCalendar, start: date, end: date, *, closed: AbstractSet[date] = frozenset()
) -> tuple[Day, ...]:
    """Walk from `start` (excluded) to `end` either way and return each day, counted or skipped, in date order.

    `closed` days are passed over as if they were holidays; a weekend or bank holiday keeps its own name.
    """
    way = 1 if end >= start else -1
    stride = way * ONE_DAY
    days, n, day = [Day(start, "excluded")], 0, start
    while day != end:
        day += stride
        kind = calendar.kind_of(day)
        if kind == "counted" and day in closed:
            days.append(Day(day, "closed"))
        elif kind == "counted":
            n += 1
            days.append(Day(day, "counted", None, n))
        else:
            days.append(Day(day, kind, calendar.name_of(day) if kind == "holiday" else None))
    return tuple(days[::way])
