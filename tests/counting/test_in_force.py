"""Where a day stands to an edition's dates, at each border."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from calculators.counting.in_force import (
    Standing,
    as_checked,
    bounds,
    days_in_force,
    is_superseded,
    lies_ahead,
    newest_first,
    next_after,
    said,
    standing,
)
from calculators.records import InForce
from tests.invented import edition

if TYPE_CHECKING:
    from calculators.records import Edition

TO_THE_DAY = InForce(start="2018-06-29", start_is="commencement", end="2023-12-14")
TO_THE_MONTH = InForce(start="2015-03-31", start_is="publication", end="2021-09")
FROM_THE_MONTH = InForce(start="2021-09", start_is="publication")
FROM_THE_YEAR = InForce(start="2017", start_is="publication")


@pytest.mark.parametrize(
    ("in_force", "day", "where"),
    [
        pytest.param(TO_THE_DAY, "2018-06-28", Standing.BEFORE, id="the eve of its first day"),
        pytest.param(TO_THE_DAY, "2018-06-29", Standing.INSIDE, id="its first day is inside"),
        pytest.param(TO_THE_DAY, "2023-12-14", Standing.INSIDE, id="its last day is inside"),
        pytest.param(TO_THE_DAY, "2023-12-15", Standing.AFTER, id="the day after its last"),
        pytest.param(TO_THE_MONTH, "2021-08-31", Standing.INSIDE, id="the eve of a month that holds its end"),
        pytest.param(TO_THE_MONTH, "2021-09-01", Standing.AT_UNKNOWN_END, id="the first of that month"),
        pytest.param(TO_THE_MONTH, "2021-09-30", Standing.AT_UNKNOWN_END, id="the last of that month"),
        pytest.param(TO_THE_MONTH, "2021-10-01", Standing.AFTER, id="the month after"),
        pytest.param(FROM_THE_MONTH, "2021-08-31", Standing.BEFORE, id="the eve of a month that holds its start"),
        pytest.param(FROM_THE_MONTH, "2021-09-01", Standing.AT_UNKNOWN_START, id="the first of the month of its start"),
        pytest.param(FROM_THE_MONTH, "2021-09-30", Standing.AT_UNKNOWN_START, id="the last of the month of its start"),
        pytest.param(FROM_THE_MONTH, "2021-10-01", Standing.INSIDE, id="once that month is out"),
        pytest.param(FROM_THE_YEAR, "2016-12-31", Standing.BEFORE, id="the eve of a year that holds its start"),
        pytest.param(FROM_THE_YEAR, "2017-01-01", Standing.AT_UNKNOWN_START, id="the first day of that year"),
        pytest.param(FROM_THE_YEAR, "2017-12-31", Standing.AT_UNKNOWN_START, id="the last day of that year"),
        pytest.param(FROM_THE_YEAR, "2018-01-01", Standing.INSIDE, id="once that year is out"),
        pytest.param(FROM_THE_YEAR, "2050-12-31", Standing.INSIDE, id="an edition without an end does not end"),
    ],
)
def test_standing(in_force: InForce, day: str, where: Standing) -> None:
    """Both ends are inclusive; any day of a border known only to the month or year is one we cannot place."""
    assert standing(in_force, date.fromisoformat(day)) is where


@pytest.mark.parametrize(
    ("partial", "first", "last", "words"),
    [
        pytest.param("2023-12-15", "2023-12-15", "2023-12-15", "15 December 2023", id="a day"),
        pytest.param("2021-09", "2021-09-01", "2021-09-30", "September 2021 (we do not hold the day)", id="a month"),
        pytest.param(
            "2024-02", "2024-02-01", "2024-02-29", "February 2024 (we do not hold the day)", id="a leap February"
        ),
        pytest.param("2017", "2017-01-01", "2017-12-31", "2017 (we do not hold the day)", id="a year"),
    ],
)
def test_partial_dates(partial: str, first: str, last: str, words: str) -> None:
    """The days that a date may mean, and how it is said."""
    assert bounds(partial) == (date.fromisoformat(first), date.fromisoformat(last))
    assert said(partial) == words


OLD, MIDDLE, NEW = (
    edition(start="2015", end="2018-06-28"),
    edition(start="2018-06-29", end="2023-12-14"),
    edition(start="2023-12-15"),
)
WELSH = replace(edition(start="2030-01-01"), nation="wales")
ALL = (MIDDLE, WELSH, NEW, OLD)


def test_editions_of_a_nation() -> None:
    """Only that nation's, the latest to begin first."""
    assert newest_first(ALL, "england") == (NEW, MIDDLE, OLD)
    assert newest_first(ALL, "scotland") == ()


@pytest.mark.parametrize(
    ("of", "following"),
    [
        pytest.param(OLD, MIDDLE, id="the next, not the newest"),
        pytest.param(MIDDLE, NEW, id="the newest"),
        pytest.param(NEW, None, id="nothing follows the newest"),
        pytest.param(WELSH, None, id="nor does another nation's"),
    ],
)
def test_the_edition_that_follows(of: Edition, following: Edition | None) -> None:
    """The first of the same nation to begin after it."""
    assert next_after(of, ALL) is following


@pytest.mark.parametrize(
    ("of", "on", "superseded"),
    [
        pytest.param(MIDDLE, "2023-12-14", False, id="its last day"),
        pytest.param(MIDDLE, "2023-12-15", True, id="the next one's first day"),
        pytest.param(NEW, "2026-11-30", False, id="the newest, in force"),
        pytest.param(NEW, "2031-01-01", False, id="another nation's new one supersedes nothing"),
        pytest.param(WELSH, "2026-11-30", False, id="one that lies ahead itself"),
        pytest.param(edition(start="2015", end="2018"), "2019-01-01", True, id="one that ended, though none follows"),
        pytest.param(edition(start="2015"), "2018-06-28", False, id="without an end, on the eve of the next one's first day"),
        pytest.param(edition(start="2015"), "2018-06-29", True, id="without an end, once the next one has begun"),
    ],
)  # fmt: skip
def test_superseded(of: Edition, on: str, *, superseded: bool) -> None:
    """It has ended, or one that follows it has begun; one that is published and not yet in force takes no place."""
    editions = () if of.in_force.end == "2018" else ALL
    assert is_superseded(of, editions, date.fromisoformat(on)) is superseded


@pytest.mark.parametrize(
    ("day", "ahead"),
    [
        pytest.param("2023-12-14", True, id="the eve of its first day"),
        pytest.param("2023-12-15", False, id="its first day"),
    ],
)
def test_lies_ahead(day: str, *, ahead: bool) -> None:
    """Published, and not yet in force."""
    assert lies_ahead(NEW, date.fromisoformat(day)) is ahead


def test_said_as_of_the_latest_check() -> None:
    """Of editions checked on several days, the last of these."""
    checked = [replace(NEW, checked=day) for day in ("2026-01-02", "2026-03-01", "2025-12-31")]
    assert as_checked(checked) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("in_force", "words"),
    [
        pytest.param(InForce(start="2023-12-15", start_is="publication"), "from 15 December 2023 (publication)", id="no end is known"),
        pytest.param(TO_THE_DAY, "from 29 June 2018 (commencement) to 14 December 2023", id="an end of which no more is said"),
        pytest.param(replace(TO_THE_MONTH, end_is="replaced"), "from 31 March 2015 (publication) to September 2021 (we do not hold the day) (replaced)", id="an end that says what it is"),
    ],
)  # fmt: skip
def test_days_in_force(in_force: InForce, words: str) -> None:
    """Both ends as well as they are known, each with what it is."""
    assert days_in_force(replace(NEW, in_force=in_force)) == words
