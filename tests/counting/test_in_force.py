"""Where a day stands to an edition's dates, at each border."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.counting.in_force import Standing, bounds, said, standing
from calculators.records import InForce

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
