"""The words in which clocks, counts and sources are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest

from calculators import records
from calculators.records import Day, Direction, Period, Unit
from calculators.wording import alternatives_words, clock_words, coverage_words, ledger_words, left_words, read_words
from tests.invented import CITATION, edition


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
    ],
)
def test_days(
    treated: Literal["excluded", "weekend", "holiday", "closed", "counted"], name: str | None, n: int | None, words: str
) -> None:
    """How each day of a count was treated."""
    assert ledger_words([Day(date(2026, 4, 3), treated, name, n)]) == (words,)


@pytest.mark.parametrize(
    ("ledger", "words"),
    [
        pytest.param([("2026-01-15", "excluded", None), ("2026-02-15", "month", 1)], "Month 1: the corresponding date", id="the same-numbered day"),
        pytest.param([("2026-01-31", "excluded", None), ("2026-02-28", "month", 1)], "Month 1: the last day of the month, which has no day 31", id="31 January and a month"),
        pytest.param([("2025-02-28", "month", 1), ("2025-03-31", "excluded", None)], "Month 1: the last day of the month, which has no day 31", id="31 March less a month"),
        pytest.param([("2026-01-15", "counted", None), ("2026-02-14", "month", 1)], "Month 1: the day before the corresponding date", id="a month from and including 15 January"),
        pytest.param([("2026-01-31", "counted", None), ("2026-02-27", "month", 1)], "Month 1: the day before the last day of the month, which has no day 31", id="a month from and including 31 January"),
    ],
)  # fmt: skip
def test_where_a_month_of_a_count_ends(ledger: list[tuple[str, Any, int | None]], words: str) -> None:
    """Each as a calendar on the wall shows it."""
    days = [Day(date.fromisoformat(day), treated, None, n) for day, treated, n in ledger]
    assert words in ledger_words(days)


def test_a_month_on_the_way_is_its_corresponding_date() -> None:
    """Two months from and including 31 December 2025: only the last ends a day early."""
    days = [
        Day(date(2025, 12, 31), "counted"),
        Day(date(2026, 1, 31), "month", None, 1),
        Day(date(2026, 2, 27), "month", None, 2),
    ]
    assert ledger_words(days)[1:] == (
        "Month 1: the corresponding date", "Month 2: the day before the last day of the month, which has no day 31",
    )  # fmt: skip


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


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        pytest.param("whole", "This guidance is held whole. All was read.", id="whole"),
        pytest.param("partial", "This guidance is held in part. All was read.", id="in part"),
        pytest.param("stub", "This guidance is in force, but its figures are not held. All was read.", id="figures lacking"),
    ],
)  # fmt: skip
def test_how_much_of_an_edition_is_held(coverage: Literal["whole", "partial", "stub"], words: str) -> None:
    assert coverage_words(replace(edition(), coverage=coverage, coverage_note="All was read.")) == words


def test_an_outcome_says_where_it_stands_on_a_text_that_may_have_been_amended() -> None:
    met = records.Test(
        id="extended-review", topic="criteria", who="the board", shape=records.Shape.ALL, question="", outcome="", limbs=(),
        citation=CITATION, either_name="extended",
    )  # fmt: skip
    assert alternatives_words("extended-review", met, None, certain=True) == "extended"
    assert alternatives_words("extended-review", met, "as made", certain=True) == "extended, on the text as read"
