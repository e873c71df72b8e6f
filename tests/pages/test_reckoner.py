"""The ready reckoner: every day of its years, every working-day period of the rules, each date by an independent count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calculators.records import Direction, Period, Unit
from stages.pages.reckoner import Reckoner, _columns_of, _days_of, reckoners
from tests import real
from tests.by_hand.oracle import SATURDAY
from tests.invented import edition, reading, rule

YEARS = (2025, 2026)
ONE_DAY = timedelta(days=1)


def tables() -> tuple[Reckoner, ...]:
    """Return the reckoner of the real content."""
    guide, _ = real.compiled()
    return reckoners(guide.editions, guide.calendars, YEARS)


def walked(start: date, length: int, direction: Direction, closed: set[date]) -> date:
    """Return the date of the `length`th working day from `start`, by walking one day at a time."""
    step = -ONE_DAY if direction is Direction.BEFORE else ONE_DAY
    day, left = start, length
    while left:
        day += step
        left -= day.weekday() < SATURDAY and day not in closed
    return day


@pytest.mark.slow
def test_every_date_by_walking() -> None:
    """Each cell is counted a second time, a day at a time, over the same bank holidays."""
    guide, _ = real.compiled()
    for table in tables():
        closed = set(guide.calendars[table.calendar].holidays)
        for day, dates in table.rows:
            for (period, direction), due in zip(table.columns, dates, strict=True):
                assert due == walked(day, period.length, direction, closed), (table.calendar, day, period)


@pytest.mark.parametrize(
    ("day", "period", "direction", "due"),
    [
        pytest.param("2026-04-02", 5, Direction.AFTER, "2026-04-13", id="Easter: both holidays passed over"),
        pytest.param("2025-12-24", 5, Direction.AFTER, "2026-01-05", id="Christmas into the new year"),
        pytest.param("2026-01-10", 5, Direction.AFTER, "2026-01-16", id="from a Saturday"),
        pytest.param("2026-07-15", 7, Direction.BEFORE, "2026-07-06", id="backwards"),
    ],
)
def test_dates_worked_by_hand(day: str, period: int, direction: Direction, due: str) -> None:
    table = next(one for one in tables() if one.calendar == "england-and-wales")
    column = table.columns.index((Period(length=period, unit=Unit.WORKING_DAY), direction))
    dates = dict(table.rows)[date.fromisoformat(day)]
    assert dates[column] == date.fromisoformat(due)


def test_every_working_day_period_has_its_column() -> None:
    guide, _ = real.compiled()
    for table in tables():
        wanted = {
            (one.period, one.direction)
            for edition in guide.editions
            if edition.calendar == table.calendar
            for rule in edition.rules
            for one in rule.readings
            if one.period.unit is Unit.WORKING_DAY
        }
        assert set(table.columns) == wanted
        assert wanted


def test_calendars_without_such_a_period_have_no_table() -> None:
    plain = edition(rule(reading(period=Period(length=7, unit=Unit.DAY))))
    guide, _ = real.compiled()
    assert reckoners((plain,), guide.calendars, YEARS) == ()


def test_columns_stand_shortest_first_and_once() -> None:
    ten = Period(length=10, unit=Unit.WORKING_DAY)
    one = edition(rule(reading(period=ten)), replace(rule(reading()), id="b"), replace(rule(reading()), id="c"))
    assert [str(period) for period, _ in _columns_of([one])] == ["5 working days", "10 working days"]


def test_every_day_of_the_years_has_its_row() -> None:
    days = _days_of((2024, 2025))
    assert (days[0], days[-1], len(days)) == (date(2024, 1, 1), date(2025, 12, 31), 366 + 365)
    assert date(2024, 2, 29) in days
