"""Where a date stands to an edition's dates in force, which may be known only to the month or the year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from calculators.wording import MONTHS, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calculators.records import Edition, InForce


class Standing(StrEnum):
    """A date's place among the days of an edition."""

    BEFORE = "before"
    AT_UNKNOWN_START = "at-unknown-start"
    INSIDE = "inside"
    AT_UNKNOWN_END = "at-unknown-end"
    AFTER = "after"


@cache
def bounds(partial: str) -> tuple[date, date]:
    """Return the first and last day that '2023-12-15', '2021-09' or '2017' may mean.

    >>> [day.isoformat() for day in bounds('2024-02')]
    ['2024-02-01', '2024-02-29']
    """
    year, *rest = (int(part) for part in partial.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
    return date(year, *rest), date(year, *rest)


def standing(in_force: InForce, day: date) -> Standing:
    """Return where `day` stands; inside a month or year that is all we hold of a border, it is at an unknown one."""
    earliest, latest = bounds(in_force.start)
    if day < earliest:
        return Standing.BEFORE
    if day <= latest and earliest < latest:
        return Standing.AT_UNKNOWN_START
    if in_force.end is None:
        return Standing.INSIDE
    earliest, latest = bounds(in_force.end)
    if day > latest:
        return Standing.AFTER
    if day >= earliest and earliest < latest:
        return Standing.AT_UNKNOWN_END
    return Standing.INSIDE


def said(partial: str) -> str:
    """Return '15 December 2023', 'September 2021 (we do not hold the day)' or '2017 (we do not hold the day)'.

    >>> said('2021-09')
    'September 2021 (we do not hold the day)'
    """
    first, last = bounds(partial)
    if first == last:
        return in_words(first)
    month = "" if first.month != last.month else f"{MONTHS[first.month - 1]} "
    return f"{month}{first.year} (we do not hold the day)"


def newest_first(editions: Iterable[Edition], nation: str) -> tuple[Edition, ...]:
    """Return a nation's editions, the latest to begin first."""
    of_nation = (edition for edition in editions if edition.nation == nation)
    return tuple(sorted(of_nation, key=lambda edition: edition.in_force.start, reverse=True))


def next_after(edition: Edition, editions: Iterable[Edition]) -> Edition | None:
    """Return the edition of the same nation that follows, or None for its newest. It may lie ahead."""
    later = [other for other in newest_first(editions, edition.nation) if other.in_force.start > edition.in_force.start]
    return later[-1] if later else None


def lies_ahead(edition: Edition, on: date) -> bool:
    """Return whether an edition's first day is surely still to come on a day: it was published before it commences."""
    return standing(edition.in_force, on) is Standing.BEFORE


def as_checked(editions: Iterable[Edition]) -> date:
    """Return the day on which any of the editions was last checked: what is in force is said as of that day."""
    return max(date.fromisoformat(edition.checked) for edition in editions)


def is_superseded(edition: Edition, editions: Iterable[Edition], on: date) -> bool:
    """Return whether, on a day, an edition has ended or one that follows it has begun. One that lies ahead takes no place."""
    if standing(edition.in_force, on) is Standing.AFTER:
        return True
    return any(
        other.in_force.start > edition.in_force.start and not lies_ahead(other, on)
        for other in newest_first(editions, edition.nation)
    )


def days_in_force(held: Edition) -> str:
    """Return 'from 15 December 2023 (publication) to 17 March 2026'."""
    start = f"from {said(held.in_force.start)} ({held.in_force.start_is})"
    if held.in_force.end is None:
        return start
    end_is = f" ({held.in_force.end_is})" if held.in_force.end_is else ""
    return f"{start} to {said(held.in_force.end)}{end_is}"
