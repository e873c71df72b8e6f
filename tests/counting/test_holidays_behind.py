"""Whether the bank holidays behind a date are published or projected: by the last day that the count looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calculators.counting.periods import count
from calculators.counting.planner import Dated, holidays_behind
from calculators.records import Direction, Period, Unit
from calculators.register import CALENDARS
from tests.invented import reading

ENGLAND = CALENDARS["england-and-wales"]
FIVE = Period(length=5, unit=Unit.WORKING_DAY)


def dated(event: date, direction: Direction = Direction.AFTER, period: Period = FIVE) -> Dated:
    """Return a reading counted from an event."""
    counted = count(period, direction, event, calendar=ENGLAND)
    return Dated(reading(period=period, direction=direction), event, counted)


@pytest.mark.parametrize(
    ("direction", "published", "behind"),
    [
        pytest.param(Direction.AFTER, "2026-06-18", "published", id="published up to the due date, Thursday 18 June"),
        pytest.param(Direction.AFTER, "2026-06-17", "projected", id="published up to the day before it"),
        pytest.param(Direction.BEFORE, "2026-06-10", "published", id="counting back, up to the last working day before the event"),
        pytest.param(Direction.BEFORE, "2026-06-09", "projected", id="counting back, up to the day before that"),
    ],
)  # fmt: skip
def test_the_last_day_counted(direction: Direction, published: str, behind: str) -> None:
    """5 working days from Thursday 11 June 2026: on to the 18th, or back from the 10th to the 4th."""
    calendar = replace(ENGLAND, published=date.fromisoformat(published))
    assert holidays_behind(dated(date(2026, 6, 11), direction), calendar=calendar) == behind


def test_forward_from_the_first_day_held_nothing_is_looked_up_before_it() -> None:
    """No working day lies before 1 January 2000 in the years held, and none is asked for."""
    assert holidays_behind(dated(date(2000, 1, 1)), calendar=ENGLAND) == "published"


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(Dated(reading(), None), id="its event has no date"),
        pytest.param(Dated(reading(), date(2050, 12, 30), past_horizon=True), id="it runs past the years held"),
        pytest.param(
            dated(date(2026, 6, 11), period=Period(length=5, unit=Unit.DAY)), id="plain days need no holidays"
        ),
    ],
)
def test_no_holidays_are_behind(found: Dated) -> None:
    """Nothing was counted, or nothing that holidays could change."""
    assert holidays_behind(found, calendar=ENGLAND) is None
