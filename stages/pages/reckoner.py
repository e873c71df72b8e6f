"""The ready reckoner: for every day of two years, the date that each working-day period of the rules comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from calculators.counting import SATURDAY, count
from calculators.records import Unit
from calculators.wording import MONTHS
from stages.compiling import status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calculators.counting import WorkingCalendar
    from calculators.records import Direction, Edition, Period
    from stages.schema import BankHolidaysBlock


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
        columns = _columns_of(edition for edition in editions if edition.calendar == calendar.id)
        if columns:
            rows = tuple(
                (day, tuple(count(p, d, day, calendar=calendar).due for p, d in columns)) for day in _days_of(years)
            )
            tables.append(Reckoner(calendar=calendar.id, name=calendar.name, years=years, columns=columns, rows=rows))
    return tuple(tables)


def _columns_of(editions: Iterable[Edition]) -> tuple[tuple[Period, Direction], ...]:
    """Return the periods in working days that the editions' rules use, shortest first."""
    found = {
        (reading.period, reading.direction)
        for edition in editions
        for rule in edition.rules
        for reading in rule.readings
        if reading.period.unit is Unit.WORKING_DAY
    }
    return tuple(sorted(found, key=lambda column: (column[1], column[0].length)))


def _days_of(years: tuple[int, ...]) -> list[date]:
    """Return every day of consecutive `years`."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


_Shown = dict[str, Any]  # what a template names


def holiday_years(
    calendars: Iterable[WorkingCalendar], spec: BankHolidaysBlock, *, near: tuple[int, ...]
) -> list[_Shown]:
    """Return each calendar's bank holidays by year: the `near` years, then those to come, then those gone by."""
    shown = []
    for calendar in calendars:
        sources = {added.date: added.source for added in spec.added if added.calendar == calendar.id}
        years = [
            {
                "year": year,
                "status": status(days[0], spec),
                "days": [(day, calendar.holidays[day], sources.get(day)) for day in days],
            }
            for year, days in (
                (year, list(group)) for year, group in groupby(calendar.holidays, key=lambda day: day.year)
            )
        ]
        later = [year for year in years if year["year"] > max(near)]
        shown.append(
            {
                "id": calendar.id,
                "name": calendar.name,
                "near": [year for year in years if year["year"] in near],
                "later": [year for year in later if year["status"] != "projected"],
                "projected": [year for year in later if year["status"] == "projected"],
                "earlier": [year for year in years if year["year"] < min(near)][::-1],
            }
        )
    return shown


def reckoner_months(tables: Iterable[Reckoner], calendars: Mapping[str, WorkingCalendar]) -> list[_Shown]:
    """Return each reckoner with its rows by year and month, every date as it is printed."""
    return [
        {
            "calendar": table.calendar,
            "name": table.name,
            "years": table.years,
            "columns": table.columns,
            "by_year": _by_year(table, calendars[table.calendar]),
        }
        for table in tables
    ]


def _by_year(table: Reckoner, calendar: WorkingCalendar) -> dict[int, list[_Shown]]:
    """Return the months of each year of a reckoner."""
    found: dict[int, list[_Shown]] = {year: [] for year in table.years}
    for (year, month), rows in groupby(table.rows, key=lambda row: (row[0].year, row[0].month)):
        found[year].append(
            {
                "key": f"{year}-{month:02}",
                "name": MONTHS[month - 1],
                "rows": [_reckoner_row(day, dates, calendar) for day, dates in rows],
            }
        )
    return found


def _reckoner_row(day: date, dates: tuple[date, ...], calendar: WorkingCalendar) -> _Shown:
    """Return one day's row: the day, the bank holiday if it is one, and the date that each period comes to."""
    holiday = calendar.holidays.get(day)
    return {
        "day": f"{_WEEKDAYS[day.weekday()]} {day.day}",
        "holiday": holiday,
        "closed": bool(holiday) or day.weekday() >= SATURDAY,
        "due": [_in_short(due) for due in dates],
    }


def _in_short(day: date) -> str:
    """Return 'Mon 13 Apr'; within a table of one month and a few weeks around it, the year goes without saying."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1][:3]}"
