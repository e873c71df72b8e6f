"""The ready reckoner: for every day of two years, the date that each working-day period of the rules comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from calculators.counting.periods import count
from calculators.records import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculators.counting.working_days import WorkingCalendar
    from calculators.records import Direction, Edition, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoner:
    """One calendar's table: a column for each period in working days, a row for each day of `years`."""

    calendar: str
    name: str
    years: tuple[int, ...]
    columns: tuple[tuple[Period, Direction], ...]
    rows: tuple[tuple[date, tuple[date, ...]], ...]


def reckoners(
    editions: tuple[Edition, ...], held: Mapping[str, WorkingCalendar], years: tuple[int, ...]
) -> tuple[Reckoner, ...]:
    """Return a table for each calendar in which some rule counts working days."""
    tables = []
    for calendar in held.values():
        columns = columns_of(one for one in editions if one.calendar == calendar.id)
        if columns:
            rows = tuple(
                (day, tuple(count(p, d, day, calendar=calendar).due for p, d in columns)) for day in days_of(years)
            )
            tables.append(Reckoner(calendar=calendar.id, name=calendar.name, years=years, columns=columns, rows=rows))
    return tuple(tables)


def columns_of(editions: Iterable[Edition]) -> tuple[tuple[Period, Direction], ...]:
    """Return the periods in working days that the editions' rules use, shortest first."""
    found = {
        (reading.period, reading.direction)
        for edition in editions
        for rule in edition.rules
        for reading in rule.readings
        if reading.period.unit is Unit.WORKING_DAY
    }
    return tuple(sorted(found, key=lambda column: (column[1], column[0].length)))


def days_of(years: tuple[int, ...]) -> list[date]:
    """Return every day of consecutive `years`."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
