"""Dates that journeys expect of the guide's own figures: what the second reader found, counted by the oracle.

A figure changes with content/ and the second reading alone, so that no journey types a date that hangs on one. What a reader
types into a form, or lays in as a file, is no figure of the guide, and is worked by hand.
"""

from __future__ import annotations

from datetime import date

from tests.by_hand import oracle
from tests.by_hand.rules import CALENDAR, ENGLAND_2023, RULES, Clock

_LETTERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def clocks(rule: str, edition: str = ENGLAND_2023) -> list[Clock]:
    """Return the clocks of a rule that run from the event of its first reading."""
    first, *others = RULES[edition][rule].readings.values()
    return [first, *(other for other in others if other.event == first.event)]


def due(rule: str, day: str, edition: str = ENGLAND_2023, *, reading: str | None = None, less: int = 0) -> date:
    """Return the earliest day that a rule comes to if that event was on `day`, YYYY-MM-DD; or by one reading, or so many units `less`."""
    given, found = date.fromisoformat(day), []
    for each in [RULES[edition][rule].readings[reading]] if reading else clocks(rule, edition):
        length = each.length - less if each.length > 0 else each.length + less
        found.append(oracle.counted(CALENDAR[edition], given, length, each.unit)[-1 if length > 0 else 0])
    return min(found)


def iso(rule: str, day: str, edition: str = ENGLAND_2023) -> str:
    """Return that day as YYYY-MM-DD."""
    return due(rule, day, edition).isoformat()


def period(rule: str, edition: str = ENGLAND_2023) -> str:
    """Return the length of a rule's clock in words: '5 working days', '1 year'."""
    held = clocks(rule, edition)[0]
    return f"{abs(held.length)} {held.unit}{'' if abs(held.length) == 1 else 's'}"


def spelt(rule: str, edition: str = ENGLAND_2023) -> str:
    """Return that length with its number in letters, as people also type it: 'five working days'."""
    number, _, unit = period(rule, edition).partition(" ")
    return f"{_LETTERS[int(number)]} {unit}"


def worded(day: date) -> str:
    """Return a day as the pages say it: 'Monday 13 April 2026'."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def typed(day: date) -> str:
    """Return a day as it is typed into three fields: '13 4 2026'."""
    return f"{day.day} {day.month} {day.year}"


def off(day: date, end: date, how: str) -> str:
    """Return how many days lie between a day and the end of a time limit, and `how`: '1 day late'."""
    days = abs((day - end).days)
    return f"{days} day{'' if days == 1 else 's'} {how}"


def counted(rule: str, day: str, edition: str = ENGLAND_2023) -> list[tuple[str, str]]:
    """Return the lines of a count of working days forward, from the day of its event on."""
    calendar, held, first = CALENDAR[edition], clocks(rule, edition)[0], date.fromisoformat(day)
    numbers = {one: number for number, one in enumerate(oracle.counted(calendar, first, held.length, held.unit), 1)}
    lines = [(worded(first), "Not counted: the clock runs from this day")]
    for ordinal in range(first.toordinal() + 1, max(numbers).toordinal() + 1):
        one = date.fromordinal(ordinal)
        passed = "weekend" if one.weekday() >= oracle.SATURDAY else oracle.published()[calendar].get(one)
        lines.append((worded(one), f"Day {numbers[one]}" if one in numbers else f"Not counted: {passed}"))
    return lines


PANEL_TOLD_ISO = iso("notify-panel", "2026-04-02")
PANEL_TOLD = worded(due("notify-panel", "2026-04-02"))  # by England's edition of 2023, aware on 2 April 2026
PANEL_TOLD_WEEK_LATER = worded(due("notify-panel", "2026-04-09"))  # and aware on 9 April
