"""Lengths of time as people type them, and one length of time by itself."""

from __future__ import annotations

from typing import Any

import pytest

from calculators.records import Period, Refused, Unit
from calculators.typed import period_from_fields
from tests.door import ask


def test_a_length_and_a_unit() -> None:
    """Spaces around a number are nothing."""
    assert period_from_fields({"length": " 15 ", "unit": "working day"}, field="own.1") == Period(
        length=15, unit=Unit.WORKING_DAY
    )


@pytest.mark.parametrize(
    ("length", "unit", "field", "message"),
    [
        pytest.param("", "day", "own.1.length", "Give the length, a whole number from 1 to 1,000", id="nothing"),
        pytest.param("0", "day", "own.1.length", "The length must be a whole number from 1 to 1,000; this is '0'", id="no time at all"),
        pytest.param("1001", "day", "own.1.length", "The length must be a whole number from 1 to 1,000; this is '1001'", id="one too many"),
        pytest.param("five", "day", "own.1.length", "The length must be a whole number from 1 to 1,000; this is 'five'", id="a word"),
        pytest.param("5", "fortnight", "own.1.unit", "The unit must be one of: day, working day, week, month, year", id="a unit that is none of ours"),
    ],
)  # fmt: skip
def test_what_cannot_be_used(length: str, unit: str, field: str, message: str) -> None:
    """The part to mend is named."""
    with pytest.raises(Refused) as refused:
        period_from_fields({"length": length, "unit": unit}, field="own.1")
    assert (refused.value.field, str(refused.value)) == (field, message)


def by_itself(**asked: str) -> Any:  # noqa: ANN401 - JSON
    """Return the door's answer to one length of time by itself."""
    whole = {"ask": "period", "calendar": "scotland"} | {name.rstrip("_"): value for name, value in asked.items()}
    return ask(**whole)


@pytest.mark.parametrize(
    ("length", "unit", "runs", "start", "due", "until"),
    [
        pytest.param("5", "working day", "after", "2026-06-11", "2026-06-19", None, id="over the Scottish holiday of 15 June 2026"),
        pytest.param("7", "day", "before", "2026-05-06", "2026-04-29", None, id="seven days before a publication"),
        pytest.param("1", "year", "kept", "2024-03-01", "2025-03-01", None, id="a year to keep"),
        pytest.param("6", "month", "window", "2025-08-31", "2025-02-28", "2025-08-30", id="a window that begins at a month's end"),
    ],
)  # fmt: skip
def test_one_length_by_itself(length: str, unit: str, runs: str, start: str, due: str, until: str | None) -> None:
    """Each way to count gives its date with the count behind it."""
    reply = by_itself(length=length, unit=unit, runs=runs, from_=start)
    assert (reply["due"], reply["until"]) == (due, until)
    assert {reply["count"][0]["date"], reply["count"][-1]["date"]} == {start, due}


def test_every_problem_is_told_at_once() -> None:
    """Four entries, four sentences."""
    reply = by_itself(calendar="wales", length="x", unit="day", runs="sideways")
    assert [error["field"] for error in reply["errors"]] == ["calendar", "period.length", "period.runs", "from"]


def test_a_count_beyond_the_horizon_is_refused() -> None:
    """The calendar's end is named."""
    (error,) = by_itself(length="5", unit="working day", runs="after", from_="2050-12-30")["errors"]
    assert error["message"].startswith("We hold no bank holidays for Scotland after 31 December 2050")
    assert error["field"] == "period.length", "it is the length that can be mended"


@pytest.mark.parametrize(
    ("length", "unit", "runs", "start", "words"),
    [
        pytest.param("5", "working day", "after", "2026-06-11", "Friday 19 June 2026 is 5 working days after Thursday 11 June 2026", id="on"),
        pytest.param("1", "week", "before", "2026-05-06", "Wednesday 29 April 2026 is 1 week before Wednesday 6 May 2026", id="back"),
        pytest.param("1", "year", "kept", "2024-03-01", "Keep until Saturday 1 March 2025 at least, which is 1 year from Friday 1 March 2024", id="to keep"),
        pytest.param("6", "month", "window", "2025-08-31", "The 6 months before Sunday 31 August 2025 run from Friday 28 February 2025 to Saturday 30 August 2025", id="to look back over"),
        pytest.param("1", "month", "window", "2025-08-31", "The 1 month before Sunday 31 August 2025 runs from Thursday 31 July 2025 to Saturday 30 August 2025", id="one month"),
    ],
)  # fmt: skip
def test_an_answer_in_words(length: str, unit: str, runs: str, start: str, words: str) -> None:
    """Whoever was not there when it was asked understands it."""
    assert by_itself(length=length, unit=unit, runs=runs, from_=start)["words"] == words


@pytest.mark.parametrize(
    ("unit", "start", "holidays"),
    [
        pytest.param("working day", "2028-12-28", "published", id="ends on the last day published, which is a Friday"),
        pytest.param("working day", "2028-12-29", "projected", id="ends in January 2029"),
        pytest.param("month", "2029-12-29", None, id="no bank holiday matters to a month"),
    ],
)
def test_projected_holidays_are_told(unit: str, start: str, holidays: str | None) -> None:
    """GOV.UK's list ends on 31 December 2028; later ones are our projection."""
    assert by_itself(length="1", unit=unit, runs="after", from_=start)["holidays"] == holidays
    if unit == "working day":
        asked = {"ask": "workdays", "calendar": "scotland", "from": start, "add": 1}
        assert ask(**asked)["holidays"] == holidays
