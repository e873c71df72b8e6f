"""The weekday bank holidays of each calendar, from the `holidays` package and what content/bank-holidays.yml amends."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import holidays

from calculators.counting import SATURDAY, WorkingCalendar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stages.schema import BankHolidaysBlock


def bank_holidays_of(spec: BankHolidaysBlock) -> dict[str, dict[date, str]]:
    """Return, for each calendar, its weekday bank holidays in date order with GOV.UK's names."""
    found = {}
    for calendar, named in from_package(spec).items():
        named |= {amendment.date: amendment.name for amendment in spec.added if amendment.calendar == calendar}
        for amendment in spec.removed:
            if amendment.calendar == calendar:
                named.pop(amendment.date, None)
        found[calendar] = {day: named[day] for day in sorted(named) if day.weekday() < SATURDAY}
    return found


def from_package(spec: BankHolidaysBlock) -> dict[str, dict[date, str]]:
    """Return each calendar's holidays as the package has them, by GOV.UK's names, with nothing added or removed."""
    years = (spec.first.year, spec.horizon.year)
    return {
        calendar: {day: spec.names.get(name, name) for day, name in _of_subdivision(division.subdivision, *years)}
        for calendar, division in spec.calendars.items()
    }


@cache
def _of_subdivision(subdivision: str, first: int, last: int) -> tuple[tuple[date, str], ...]:
    """Return the package's holidays of some years, under its own names; to work them out takes a tenth of a second."""
    held = holidays.country_holidays("GB", subdiv=subdivision, years=range(first, last + 1), language="en_GB")
    return tuple(held.items())


def status(day: date, spec: BankHolidaysBlock) -> str:
    """Return whether a bank holiday is 'historic', 'published' (in GOV.UK's list) or 'projected'."""
    if day < spec.published.start:
        return "historic"
    return "published" if day <= spec.published.end else "projected"


def working_calendars(spec: BankHolidaysBlock, days: Mapping[str, Mapping[date, str]]) -> dict[str, WorkingCalendar]:
    """Return the working calendars as the calculators will have them."""
    return {
        calendar: WorkingCalendar(
            id=calendar,
            name=division.name,
            first=spec.first,
            last=spec.horizon,
            published=spec.published.end,
            holidays=days[calendar],
        )
        for calendar, division in spec.calendars.items()
    }
