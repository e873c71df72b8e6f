"""Which date of a disputed rule stands while an event is missing: what cannot come earlier holds nothing open."""

from __future__ import annotations

from datetime import date

import pytest

from calculators.counting.planner import Case, Dated, Planned, planned
from calculators.records import Direction, Kind, Period, Rule, Unit
from calculators.register import CALENDARS, EVENTS
from tests.invented import reading, rule

ENGLAND = CALENDARS["england-and-wales"]
FIFTEEN = Period(length=15, unit=Unit.WORKING_DAY)
FIVE = Period(length=5, unit=Unit.WORKING_DAY)
YEAR = Period(length=12, unit=Unit.MONTH)
SAME_DAY = Period(length=0, unit=Unit.DAY)
JUNE_1 = {"incident": date(2026, 6, 1)}


def found(rule: Rule, events: dict[str, date]) -> Planned:
    """Return what a rule comes to in England."""
    return planned(rule, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS)


def due(one: Planned) -> str | None:
    """Return the date at the head of a rule."""
    return one.shown.counted.due.isoformat() if one.shown and one.shown.counted else None


@pytest.mark.parametrize(
    ("missing", "period", "settled", "could_move"),
    [
        pytest.param("partners-aware", FIFTEEN, True, (), id="nobody is aware before the incident: the same length ends no earlier"),
        pytest.param("partners-aware", Period(length=14, unit=Unit.WORKING_DAY), False, ("partners-aware",), id="a shorter one could end a day earlier"),
        pytest.param("panel-notified", FIFTEEN, True, (), id="by way of an event between that has no date either"),
        pytest.param("impairment-identified", FIFTEEN, False, ("impairment-identified",), id="of which nothing is known before which it cannot lie"),
    ],
)  # fmt: skip
def test_an_event_that_may_still_come(
    missing: str, period: Period, *, settled: bool, could_move: tuple[str, ...]
) -> None:
    """15 working days after the incident of 1 June 2026 are 22 June; the other reading's event has no date."""
    one = found(rule(reading(id="known", period=FIFTEEN), reading(missing, id="missing", period=period)), JUNE_1)
    assert (one.state, due(one), one.settled, one.could_move) == ("due", "2026-06-22", settled, could_move)
    assert [each.reading.id for each in one.readings if each.safest] == (["known"] if settled else [])


def test_the_latest_of_the_events_before_counts() -> None:
    """The Panel is told no earlier than the authority is aware, 8 June: 5 working days from then end on 15 June, not on 8 June."""
    both = rule(
        reading(id="known", period=Period(length=7, unit=Unit.WORKING_DAY)), reading("panel-notified", id="missing")
    )
    alone = found(both, JUNE_1)
    assert (due(alone), alone.settled) == ("2026-06-10", False)
    later = found(both, {**JUNE_1, "authority-aware": date(2026, 6, 8)})
    assert (due(later), later.settled) == ("2026-06-10", True)


def test_each_missing_event_is_named_once() -> None:
    """Two readings that wait for the same event."""
    waiting = (
        reading("impairment-identified", id=str(days), period=Period(length=days, unit=Unit.DAY)) for days in (1, 2)
    )
    assert found(rule(reading(id="known"), *waiting), JUNE_1).could_move == ("impairment-identified",)


def test_a_retention_waits_for_every_event() -> None:
    """Its latest date is the safe one, and an event that comes later could make it later still."""
    one = found(
        rule(
            reading(id="known", period=YEAR, direction=Direction.KEPT),
            reading("partners-aware", id="missing", period=YEAR, direction=Direction.KEPT),
            kind=Kind.RETENTION,
        ),
        JUNE_1,
    )
    assert (one.settled, one.could_move) == (False, ("partners-aware",))


def test_without_any_event_each_reading_is_there_to_see() -> None:
    """None is chosen, and none is left out."""
    both = rule(reading(id="one"), reading("panel-notified", id="two"))
    one = found(both, {})
    assert one.readings == tuple(Dated(each, None) for each in both.readings)
    assert (one.state, one.settled, one.shown) == ("waiting", False, one.readings[0])


@pytest.mark.parametrize(
    ("incident", "direction", "due_date", "settled"),
    [
        pytest.param("2049-12-30", Direction.AFTER, "2050-12-30", True, id="a date within the years held: what runs past them is later"),
        pytest.param("2049-12-31", Direction.AFTER, "2050-12-31", True, id="on their last day"),
        pytest.param("2050-01-01", Direction.AFTER, "2051-01-01", False, id="past them: either could be the earlier"),
        pytest.param("2000-06-01", Direction.BEFORE, "2001-06-01", False, id="what runs back past the first of them is the earlier"),
    ],
)  # fmt: skip
def test_a_reading_that_runs_past_the_years_held(
    incident: str, direction: Direction, due_date: str, *, settled: bool
) -> None:
    """12 months from the incident, beside 15 working days on from the last day held or back from the first."""
    edge = date(2050, 12, 30) if direction is Direction.AFTER else date(2000, 1, 4)
    both = rule(
        reading(id="months", period=YEAR), reading("publication", id="days", period=FIFTEEN, direction=direction)
    )
    one = found(both, {"incident": date.fromisoformat(incident), "publication": edge})
    assert (due(one), one.settled) == (due_date, settled)
    assert one.readings[1]._replace(notes=()) == Dated(both.readings[1], edge, past_horizon=True)


@pytest.mark.parametrize(
    ("direction", "settled"),
    [
        pytest.param(Direction.AFTER, True, id="on from then it is later, whenever that was"),
        pytest.param(Direction.BEFORE, False, id="back from then nothing is sure"),
    ],
)
def test_a_missing_event_near_the_edge_of_the_years_held(direction: Direction, *, settled: bool) -> None:
    """Due on the incident's own day, the last or the first working day held; the other reading runs past that edge."""
    edge = date(2050, 12, 30) if direction is Direction.AFTER else date(2000, 1, 4)
    same_day = reading(id="known", period=SAME_DAY, direction=Direction.SAME_DAY)
    both = rule(same_day, reading("partners-aware", id="missing", period=FIVE, direction=direction))
    one = found(both, {"incident": edge})
    assert (due(one), one.settled) == (edge.isoformat(), settled)


@pytest.mark.parametrize("count", [1, 2])
def test_a_prompts_readings_stand_for_themselves(count: int) -> None:
    """The prompt's own words have no number; each reading beside them has its date or waits for it."""
    prompt = rule(*(reading(id=str(number)) for number in range(count)), kind=Kind.PROMPT)
    waiting = tuple(Dated(each, None) for each in prompt.readings)
    assert found(prompt, {}) == Planned(prompt, "no-number", settled=False, readings=waiting)
    dated = found(prompt, JUNE_1)
    assert (dated.state, dated.settled, dated.shown) == ("no-number", False, None)
    assert [each.counted and each.counted.due for each in dated.readings] == [date(2026, 6, 8)] * count


@pytest.mark.parametrize(("events", "settled"), [({}, False), (JUNE_1, True)])
def test_one_reading_is_settled_once_it_has_its_date(events: dict[str, date], *, settled: bool) -> None:
    """Nothing else could move it."""
    assert found(rule(reading()), events).settled is settled


def test_a_reading_keeps_its_event_and_its_notes() -> None:
    """A month that is clamped says so with the reading."""
    (one,) = found(rule(reading(period=Period(length=6, unit=Unit.MONTH))), {"incident": date(2026, 3, 31)}).readings
    assert one.event == date(2026, 3, 31)
    assert one.notes == ("There is no day 31 in that month, so its last day stands for it, 30 September 2026.",)
