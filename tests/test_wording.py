"""The words in which clocks, counts and sources are said."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.records import Day, Direction, Period, Unit
from calculators.wording import clock_words, day_words, left_words, read_words


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (Direction.AFTER, "within 6 months after the incident"),
        (Direction.FROM_AND_INCLUDING, "within 6 months from and including the incident"),
        (Direction.BEFORE, "at least 6 months before the incident"),
        (Direction.KEPT, "kept for at least 6 months from the incident"),
        (Direction.WINDOW, "any date in the 6 months before the incident"),
        (Direction.SAME_DAY, "on the same day as the incident"),
    ],
)
def test_clocks(direction: Direction, words: str) -> None:
    """Each way that a clock can run."""
    assert clock_words(Period(length=6, unit=Unit.MONTH), direction, "the incident") == words


@pytest.mark.parametrize(
    ("treated", "name", "n", "words"),
    [
        pytest.param("excluded", None, None, "Not counted: the clock runs from this day", id="the event's day"),
        pytest.param("weekend", None, None, "Not counted: weekend", id="a weekend"),
        pytest.param("holiday", "Good Friday", None, "Not counted: Good Friday", id="a holiday, by its name"),
        pytest.param("closed", None, None, "Not counted: a day you were closed", id="a closed day"),
        pytest.param("counted", None, 1, "Day 1", id="a counted day"),
        pytest.param("counted", None, None, "Counted: the period begins with this day", id="from and including"),
        pytest.param("month", None, 2, "Month 2: the corresponding date", id="a corresponding date"),
    ],
)
def test_days(treated: str, name: str | None, n: int | None, words: str) -> None:
    """How each day of a count was treated."""
    assert day_words(Day(date(2026, 4, 3), treated, name, n)) == words


@pytest.mark.parametrize(
    ("days", "working_days", "words"),
    [
        pytest.param(0, 0, "today", id="the day itself"),
        pytest.param(1, 1, "1 working day left (1 day)", id="tomorrow"),
        pytest.param(7, 5, "5 working days left (7 days)", id="a week off"),
        pytest.param(2, 0, "0 working days left (2 days)", id="only a weekend between"),
        pytest.param(-4, -2, "2 working days past (4 days)", id="gone by"),
        pytest.param(800, None, "800 days left", id="where the calendar does not reach"),
    ],
)
def test_what_is_left(days: int, working_days: int | None, words: str) -> None:
    """How far off, or how long past."""
    assert left_words(days, working_days) == words


@pytest.mark.parametrize(
    ("read", "via", "words"),
    [
        pytest.param("whole", None, None, id="read whole: nothing to say"),
        pytest.param("part", None, "Read in part.", id="read in part"),
        pytest.param("none", None, "The text itself was not read.", id="not read"),
        pytest.param(
            "none",
            "another text",
            "As restated by another text; the text itself was not read.",
            id="known by a restatement",
        ),
    ],
)
def test_how_a_source_is_known(read: str, via: str | None, words: str | None) -> None:
    """Never more certain than the reading was."""
    assert read_words(read, via) == words
