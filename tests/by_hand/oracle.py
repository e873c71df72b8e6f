"""A second opinion on dates: nothing of ours imported, every day walked one at a time.

Bank holidays of 2012 to the end of the published list are those of the `govuk-bank-holidays` package's copy of it, with what
content/second-reading.yml adds to that copy. Other years, and years that the copy lacks, follow the statute: the Banking and Financial Dealings Act 1971,
Schedule 1, and the royal proclamations as usually made.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from tests.by_hand.second_reading import SECOND_READING

PUBLISHED = range(2012, SECOND_READING.published_to + 1)
COPIED = range(2012, 2029)  # the years in the package's copy of the list
DAY = timedelta(days=1)
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def published() -> dict[str, dict[date, str]]:
    """Return the published list: each calendar's days, named by GOV.UK's title and marked where a note says substitute."""
    data = json.loads((files("govuk_bank_holidays") / "bank-holidays.json").read_text(encoding="utf-8"))
    found = {
        calendar: {
            date.fromisoformat(one["date"]): one["title"]
            + (" (substitute day)" if one["notes"] == "Substitute day" else "")
            for one in division["events"]
        }
        for calendar, division in data.items()
    }
    for calendar, named in found.items():
        named.update((day, name) for division, day, name in _proclaimed("added") if division == calendar)
        for division, day, _name in _proclaimed("removed"):
            if division == calendar:
                named.pop(day, None)
    return found


def _proclaimed(how: str) -> list[tuple[str, date, str]]:
    """Return the calendar, day and name of each bank holiday that was proclaimed, or taken away."""
    return [(one["calendar"], one["date"], one["name"]) for one in SECOND_READING.bank_holidays[how]]


def proclaimed_years(calendar: str) -> set[int]:
    """Return the years in which the second reading has a day more, or less, than the package's copy of the list."""
    return {day.year for how in ("added", "removed") for division, day, _ in _proclaimed(how) if division == calendar}


@cache
def holidays(calendar: str, year: int) -> frozenset[date]:
    """Return the weekday holidays of one year."""
    if year in PUBLISHED and year in COPIED:
        return frozenset(day for day in published()[calendar] if day.year == year)
    days = {day for day in by_statute(calendar, year) if day.weekday() < SATURDAY}
    days |= {day for division, day, _ in _proclaimed("added") if division == calendar and day.year == year}
    return frozenset(days - {day for division, day, _ in _proclaimed("removed") if division == calendar})


def by_statute(calendar: str, year: int) -> list[date]:
    """Return the holidays that the Act and the usual proclamations give a year outside the published list."""
    days = [
        *new_year(calendar, year),
        easter(year) - 2 * DAY,
        first_monday(year, 5),
        last_monday(year, 5) if year != 2002 else date(2002, 6, 4),
        first_monday(year, 8) if calendar == "scotland" else last_monday(year, 8),
        *christmas(year),
    ]
    if calendar != "scotland":
        days.append(easter(year) + DAY)
    if calendar == "scotland" and year >= 2007:  # St Andrew's Day Bank Holiday (Scotland) Act 2007
        days.append(monday_if_weekend(date(year, 11, 30)))
    if calendar == "northern-ireland":
        days += [monday_if_weekend(date(year, 3, 17)), monday_if_weekend(date(year, 7, 12))]
    if year == 2002:
        days.append(date(2002, 6, 3))  # Golden Jubilee
    if year == 2011:
        days.append(date(2011, 4, 29))  # royal wedding
    return days


def new_year(calendar: str, year: int) -> list[date]:
    """Return 1 January, in Scotland 2 January too, each moved off a weekend to the next day not already a holiday."""
    if calendar != "scotland":
        return [monday_if_weekend(date(year, 1, 1))]
    return two_days_off_the_weekend(date(year, 1, 1))


def christmas(year: int) -> list[date]:
    """Return Christmas Day and Boxing Day, each moved off a weekend to the next day not already a holiday."""
    return two_days_off_the_weekend(date(year, 12, 25))


def two_days_off_the_weekend(first: date) -> list[date]:
    """Return the weekdays on which a two-day holiday beginning on `first` is kept."""
    return {
        FRIDAY: [first, first + 3 * DAY],
        SATURDAY: [first + 2 * DAY, first + 3 * DAY],
        SUNDAY: [first + DAY, first + 2 * DAY],
    }.get(first.weekday(), [first, first + DAY])


def monday_if_weekend(day: date) -> date:
    """Return `day`, or the Monday after it if it is a Saturday or Sunday."""
    while day.weekday() >= SATURDAY:
        day += DAY
    return day


def first_monday(year: int, month: int) -> date:
    """Return the first Monday of a month."""
    day = date(year, month, 1)
    while day.weekday() != MONDAY:
        day += DAY
    return day


def last_monday(year: int, month: int) -> date:
    """Return the last Monday of a month of 31 days."""
    day = date(year, month, 31)
    while day.weekday() != MONDAY:
        day -= DAY
    return day


def easter(year: int) -> date:
    """Return Easter Sunday: the anonymous Gregorian computus (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


@cache
def is_working_day(calendar: str, day: date) -> bool:
    """Return whether `day` is Monday to Friday and no holiday."""
    return day.weekday() < SATURDAY and day not in holidays(calendar, day.year)


def working_days(calendar: str, event: date, length: int) -> list[date]:
    """Return the `length` working days after `event` (before it, if negative), in the order walked."""
    stride = DAY if length > 0 else -DAY
    found: list[date] = []
    day = event
    while len(found) < abs(length):
        day += stride
        if is_working_day(calendar, day):
            found.append(day)
    return found


def months(event: date, length: int) -> date:
    """Return the same-numbered day `length` months on (back, if negative), or that month's last day."""
    year, month = event.year, event.month
    for _ in range(abs(length)):
        month += 1 if length > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        elif month == 0:
            year, month = year - 1, 12
    leap = month == 2 and ((year % 4 == 0 and year % 100 != 0) or year % 400 == 0)
    return date(year, month, min(event.day, LENGTHS[month - 1] + leap))


@cache
def counted(calendar: str, event: date, length: int, unit: str) -> tuple[date, ...]:
    """Return the days or dates that a period counts, in date order; the last (the first, if negative) is the answer.

    Units are those of guidance, and 'month from and including'. Clear days leave out both ends: the answer lies one further off.
    """
    if unit == "working day":
        found = working_days(calendar, event, length)
    elif unit == "day":
        found = days(event, length)
    elif unit == "week":
        found = days(event, 7 * length)
    elif unit == "clear day":
        found = days(event, length + (1 if length > 0 else -1))
    elif unit == "month from and including":
        *earlier, last = [months(event, n) for n in range(1, length + 1)]
        found = [*earlier, last - DAY]
    else:
        in_months = {"month": 1, "year": 12}[unit] * length
        found = [months(event, n if length > 0 else -n) for n in range(1, abs(in_months) + 1)]
    return tuple(sorted(found))


def days(event: date, length: int) -> list[date]:
    """Return the `length` days after `event` (before it, if negative), in the order walked."""
    found: list[date] = []
    day = event
    while len(found) < abs(length):
        day += DAY if length > 0 else -DAY
        found.append(day)
    return found


def working_day_before(calendar: str, due: date) -> date | None:
    """Return the last working day before `due` if `due` is none."""
    if is_working_day(calendar, due):
        return None
    while not is_working_day(calendar, due):
        due -= DAY
    return due
