"""What a length of time comes to, at the days on which counting changes its mind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.counting.periods import count
from calculators.records import BeyondHorizon, Direction, Period, Unit
from calculators.register import CALENDARS
from tests.by_hand import oracle

ENGLAND = CALENDARS["england-and-wales"]
AFTER, BEFORE, KEPT, WINDOW, INCLUDING = (
    Direction.AFTER, Direction.BEFORE, Direction.KEPT, Direction.WINDOW, Direction.FROM_AND_INCLUDING,
)  # fmt: skip


def period(words: str) -> Period:
    """Return '5 working days', '7 clear days' or '1 year' as a period."""
    length, rest = words.split(" ", 1)
    unit = Unit(rest.removeprefix("clear ").removesuffix("s"))
    return Period(length=int(length), unit=unit, clear=rest.startswith("clear "))


@pytest.mark.parametrize(
    ("words", "direction", "event", "due"),
    [
        pytest.param("5 working days", AFTER, "2026-04-02", "2026-04-13", id="working days pass Good Friday and Easter Monday"),
        pytest.param("7 working days", BEFORE, "2026-05-06", "2026-04-24", id="working days back pass the early May holiday"),
        pytest.param("7 days", BEFORE, "2026-05-06", "2026-04-29", id="days back count every day"),
        pytest.param("7 clear days", BEFORE, "2026-05-06", "2026-04-28", id="clear days leave out both ends"),
        pytest.param("1 week", BEFORE, "2026-05-06", "2026-04-29", id="a week is 7 days"),
        pytest.param("4 weeks", AFTER, "2026-02-03", "2026-03-03", id="4 weeks across a short February"),
        pytest.param("14 days", AFTER, "2024-02-20", "2024-03-05", id="14 days across a leap day"),
        pytest.param("14 days", AFTER, "2026-12-25", "2027-01-08", id="14 days across the new year"),
        pytest.param("6 months", AFTER, "2025-08-31", "2026-02-28", id="no 31 February: its last day"),
        pytest.param("6 months", AFTER, "2023-08-31", "2024-02-29", id="no 31 February in a leap year: the 29th"),
        pytest.param("6 months", AFTER, "2026-03-31", "2026-09-30", id="no 31 September: the 30th"),
        pytest.param("6 months", AFTER, "2026-02-28", "2026-08-28", id="a month's last day does not stick to last days"),
        pytest.param("1 month", AFTER, "2026-01-30", "2026-02-28", id="no 30 February"),
        pytest.param("12 months", AFTER, "2026-12-31", "2027-12-31", id="12 months are the same day next year"),
        pytest.param("6 months", WINDOW, "2025-08-31", "2025-02-28", id="months back to no 31 February"),
        pytest.param("12 months", WINDOW, "2024-02-29", "2023-02-28", id="a year back from a leap day"),
        pytest.param("1 year", KEPT, "2024-03-01", "2025-03-01", id="kept one year: still there on the same day"),
        pytest.param("1 year", KEPT, "2024-02-29", "2025-02-28", id="kept one year from a leap day"),
        pytest.param("3 years", KEPT, "2024-02-29", "2027-02-28", id="kept three years from a leap day"),
        pytest.param("4 years", KEPT, "2024-02-29", "2028-02-29", id="kept four years from a leap day"),
        pytest.param("12 weeks", KEPT, "2026-01-05", "2026-03-30", id="kept 12 weeks: 84 days"),
        pytest.param("1 month", INCLUDING, "2026-01-15", "2026-02-14", id="from and including the 15th ends on the 14th"),
        pytest.param("1 month", INCLUDING, "2026-01-31", "2026-02-27", id="from and including the 31st: clamped, then a day earlier"),
        pytest.param("1 month", INCLUDING, "2026-03-01", "2026-03-31", id="from and including the 1st is that whole month"),
        pytest.param("7 days", INCLUDING, "2026-01-15", "2026-01-21", id="7 days from and including the 15th"),
        pytest.param("5 working days", INCLUDING, "2026-06-11", "2026-06-17", id="working days from and including a Thursday"),
        pytest.param("5 working days", INCLUDING, "2026-06-13", "2026-06-19", id="working days from and including a Saturday"),
        pytest.param("2 clear days", AFTER, "2026-06-11", "2026-06-14", id="clear days forward leave out both ends"),
    ],
)  # fmt: skip
def test_due(words: str, direction: Direction, event: str, due: str) -> None:
    """The date that a period comes to, by hand from a calendar."""
    assert count(period(words), direction, date.fromisoformat(event), calendar=ENGLAND).due == date.fromisoformat(due)


def test_on_the_same_day() -> None:
    """A plan that must go with the report is due that very day, even on a Sunday."""
    found = count(Period(length=0, unit=Unit.DAY), Direction.SAME_DAY, date(2026, 2, 1), calendar=ENGLAND)
    assert found.due == date(2026, 2, 1)
    assert [(line.date, line.day) for line in found.ledger] == [(date(2026, 2, 1), "excluded")]


def test_a_window_runs_to_the_day_before_its_event() -> None:
    """A look-back of 6 months from 31 August 2025: 28 February to 30 August, both inside."""
    found = count(period("6 months"), WINDOW, date(2025, 8, 31), calendar=ENGLAND)
    assert (found.due, found.until) == (date(2025, 2, 28), date(2025, 8, 30))
    assert count(period("6 months"), BEFORE, date(2025, 8, 31), calendar=ENGLAND).until is None, (
        "a date has no other end"
    )


@pytest.mark.parametrize(
    ("words", "direction", "event", "notes"),
    [
        pytest.param("6 months", AFTER, "2026-03-31", ("There is no day 31 in that month, so its last day stands for it, 30 September 2026.",), id="a month without that day"),
        pytest.param("6 months", AFTER, "2026-03-30", (), id="a month with that day"),
        pytest.param("1 month", INCLUDING, "2026-01-15", ("The day itself is the first day of the period, so it ends the day before 15 February 2026.",), id="from and including, in months"),
        pytest.param("7 days", INCLUDING, "2026-01-15", ("The day itself is the first day of the period.",), id="from and including, in days"),
    ],
)  # fmt: skip
def test_a_surprising_date_says_why(words: str, direction: Direction, event: str, notes: tuple[str, ...]) -> None:
    """A clamped or inclusive period carries its reason."""
    assert count(period(words), direction, date.fromisoformat(event), calendar=ENGLAND).notes == notes


@pytest.mark.parametrize(
    ("words", "direction", "lines"),
    [
        pytest.param("3 months", AFTER, [("2026-01-31", "excluded", None), ("2026-02-28", "month", 1), ("2026-03-31", "month", 2), ("2026-04-30", "month", 3)], id="months forward: each from the event, so March is the 31st again"),
        pytest.param("2 months", WINDOW, [("2025-11-30", "month", 2), ("2025-12-31", "month", 1), ("2026-01-31", "excluded", None)], id="months back, in date order"),
        pytest.param("2 days", AFTER, [("2026-01-31", "excluded", None), ("2026-02-01", "counted", 1), ("2026-02-02", "counted", 2)], id="days forward"),
        pytest.param("2 days", BEFORE, [("2026-01-29", "counted", 2), ("2026-01-30", "counted", 1), ("2026-01-31", "excluded", None)], id="days back, in date order"),
        pytest.param("2 clear days", BEFORE, [("2026-01-28", "excluded", None), ("2026-01-29", "counted", 2), ("2026-01-30", "counted", 1), ("2026-01-31", "excluded", None)], id="clear days back: neither end is counted"),
        pytest.param("2 months", INCLUDING, [("2026-01-31", "counted", None), ("2026-02-28", "month", 1), ("2026-03-30", "month", 2)], id="months from and including: the event's day is in"),
        pytest.param("2 days", INCLUDING, [("2026-01-31", "counted", 1), ("2026-02-01", "counted", 2)], id="days from and including: the event's day is day 1"),
        pytest.param("2 working days", INCLUDING, [("2026-01-31", "weekend", None), ("2026-02-01", "weekend", None), ("2026-02-02", "counted", 1), ("2026-02-03", "counted", 2)], id="working days from and including a Saturday"),
    ],
)  # fmt: skip
def test_ledger(words: str, direction: Direction, lines: list[tuple[str, str, int | None]]) -> None:
    """Each line of a count from 31 January 2026, a Saturday, by hand."""
    found = count(period(words), direction, date(2026, 1, 31), calendar=ENGLAND).ledger
    assert [(line.date.isoformat(), line.day, line.n) for line in found] == lines


@pytest.mark.parametrize(
    ("direction", "event", "closed", "due", "excluded"),
    [
        pytest.param(AFTER, "2026-06-11", ["2026-06-15"], "2026-06-18", "2026-06-19", id="a closed day inside puts the other date a day on"),
        pytest.param(AFTER, "2026-06-11", ["2026-06-18"], "2026-06-18", "2026-06-19", id="closed on the due date itself"),
        pytest.param(AFTER, "2026-06-11", ["2026-06-18", "2026-06-19", "2026-06-22"], "2026-06-18", "2026-06-23", id="closed days that only the later count meets"),
        pytest.param(AFTER, "2026-06-11", ["2026-06-11"], "2026-06-18", "2026-06-18", id="closed on the event's own day changes nothing"),
        pytest.param(AFTER, "2026-06-11", ["2026-06-13"], "2026-06-18", "2026-06-18", id="a closed Saturday changes nothing"),
        pytest.param(AFTER, "2026-06-11", ["2026-06-19"], "2026-06-18", "2026-06-18", id="closed after the due date changes nothing"),
        pytest.param(BEFORE, "2026-06-11", ["2026-06-10"], "2026-06-04", "2026-06-03", id="counting back, a closed day puts it a day earlier"),
        pytest.param(BEFORE, "2026-06-11", ["2026-06-04", "2026-06-03"], "2026-06-04", "2026-06-02", id="counting back onto closed days"),
        pytest.param(BEFORE, "2026-06-11", ["2026-06-11"], "2026-06-04", "2026-06-04", id="counting back, closed on the event's own day changes nothing"),
        pytest.param(INCLUDING, "2026-06-11", ["2026-06-12"], "2026-06-17", "2026-06-18", id="from and including a Thursday, closed on the Friday"),
    ],
)  # fmt: skip
def test_closed_days_stand_beside(direction: Direction, event: str, closed: list[str], due: str, excluded: str) -> None:
    """5 working days, as the guidance defines them and if the reader's closed days were passed over."""
    day, shut = date.fromisoformat(event), {date.fromisoformat(one) for one in closed}
    plain = count(period("5 working days"), direction, day, calendar=ENGLAND)
    passed = count(period("5 working days"), direction, day, calendar=ENGLAND, closed=shut)
    assert (plain.due.isoformat(), passed.due.isoformat()) == (due, excluded)
    assert sum(line.n is not None for line in passed.ledger) == 5


def test_a_single_working_day_passes_a_closed_one() -> None:
    """1 working day after Thursday 11 June 2026 is the Friday; closed then, it is the Monday, and the ledger shows why."""
    found = count(period("1 working days"), AFTER, date(2026, 6, 11), calendar=ENGLAND, closed={date(2026, 6, 12)})
    assert [(line.date.day, line.day, line.n) for line in found.ledger] == [
        (11, "excluded", None), (12, "closed", None), (13, "weekend", None), (14, "weekend", None), (15, "counted", 1),
    ]  # fmt: skip


def test_the_far_end_of_clear_days_says_why_it_is_not_counted() -> None:
    """2 clear days after 11 June 2026: the 12th and 13th are counted, the 14th is the day."""
    found = count(period("2 clear days"), AFTER, date(2026, 6, 11), calendar=ENGLAND).ledger
    assert [(line.date.day, line.name) for line in found] == [
        (11, None), (12, None), (13, None), (14, "the days between are clear of it"),
    ]  # fmt: skip


def test_only_working_days_need_the_list_of_holidays() -> None:
    """Months reach past the years held; working days are refused."""
    assert count(period("1 year"), AFTER, date(2050, 12, 1), calendar=ENGLAND).due == date(2051, 12, 1)
    with pytest.raises(BeyondHorizon):
        count(period("30 working days"), AFTER, date(2050, 12, 1), calendar=ENGLAND)


units = st.sampled_from(list(Unit))
lengths = st.integers(1, 40)
events = st.dates(date(2004, 1, 1), date(2008, 12, 31)) | st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(lengths, units, st.sampled_from([AFTER, KEPT, BEFORE, WINDOW]), events)
def test_a_count_is_the_oracles(length: int, unit: Unit, direction: Direction, event: date) -> None:
    """The date, the numbered lines, and a ledger in date order that spans the event and the date."""
    found = count(Period(length=length, unit=unit), direction, event, calendar=ENGLAND)
    backwards = direction in {BEFORE, WINDOW}
    in_days = {Unit.WEEK: (length * 7, Unit.DAY)}.get(unit, (length, unit))
    expected = oracle.counted(ENGLAND.id, event, in_days[0] * (-1 if backwards else 1), in_days[1])
    assert found.due == expected[0 if backwards else -1]
    assert tuple(line.date for line in found.ledger if line.n is not None) == expected
    dates = [line.date for line in found.ledger]
    assert dates == sorted(dates)
    assert {dates[0], dates[-1]} == {event, found.due}


@given(lengths, units, st.sampled_from(list(Direction)), events, st.integers(0, 10))
def test_a_later_event_never_gives_an_earlier_date(
    length: int, unit: Unit, direction: Direction, event: date, days: int
) -> None:
    """In every unit and direction."""
    early = count(Period(length=length, unit=unit), direction, event, calendar=ENGLAND)
    late = count(Period(length=length, unit=unit), direction, event + timedelta(days=days), calendar=ENGLAND)
    assert early.due <= late.due


@given(lengths, units, st.sampled_from([AFTER, INCLUDING, KEPT, BEFORE, WINDOW]), events, st.integers(1, 10))
def test_a_longer_period_ends_further_from_its_event(
    length: int, unit: Unit, direction: Direction, event: date, more: int
) -> None:
    """In every unit and direction that has a length: each step more leads away from the event."""
    short = count(Period(length=length, unit=unit), direction, event, calendar=ENGLAND)
    long = count(Period(length=length + more, unit=unit), direction, event, calendar=ENGLAND)
    assert long.due < short.due if direction in {BEFORE, WINDOW} else long.due > short.due


@given(lengths, events, st.sets(st.integers(-60, 60), max_size=12), st.sampled_from([AFTER, BEFORE]))
def test_closed_days_only_lengthen(length: int, event: date, offsets: set[int], direction: Direction) -> None:
    """Passing over closed days never brings the date nearer, and counts as many days that were open."""
    closed = {event + timedelta(days=offset) for offset in offsets}
    wanted = Period(length=length, unit=Unit.WORKING_DAY)
    plain = count(wanted, direction, event, calendar=ENGLAND)
    passed = count(wanted, direction, event, calendar=ENGLAND, closed=closed)
    assert abs(passed.due - event) >= abs(plain.due - event)
    counted = {line.date for line in passed.ledger if line.n is not None}
    assert len(counted) == length
    assert not counted & closed


@given(lengths, units, events, st.booleans())
def test_forward_then_back_returns(length: int, unit: Unit, event: date, clear: bool) -> None:  # noqa: FBT001 - hypothesis fills arguments by position
    """In every unit: to the event, or to the day that stands for it where it is no working day or the month is too short."""
    wanted = Period(length=length, unit=unit, clear=clear and unit is Unit.DAY)
    due = count(wanted, AFTER, event, calendar=ENGLAND).due
    back = count(wanted, BEFORE, due, calendar=ENGLAND).due
    if unit is Unit.WORKING_DAY:
        closed = oracle.holidays(ENGLAND.id, back.year) | oracle.holidays(ENGLAND.id, event.year)
        passed = [back + timedelta(days=day) for day in range(1, (event - back).days + 1)]
        assert back.weekday() < 5
        assert back not in closed
        assert all(day.weekday() > 4 or day in closed for day in passed), "the last working day up to the event"
    elif unit in {Unit.MONTH, Unit.YEAR} and due.day < event.day:
        assert (back.year, back.month, back.day) == (event.year, event.month, due.day)
    else:
        assert back == event


@given(
    lengths,
    st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.WEEK]),
    events,
    st.sampled_from([AFTER, BEFORE]),
    st.booleans(),
)
def test_the_days_of_a_count_add_up(length: int, unit: Unit, event: date, direction: Direction, clear: bool) -> None:  # noqa: FBT001 - hypothesis fills arguments by position
    """Each day from the event to the date stands once, counted or said to be left out; and so many are counted as were asked."""
    found = count(
        Period(length=length, unit=unit, clear=clear and unit is Unit.DAY), direction, event, calendar=ENGLAND
    )
    first, last = sorted((event, found.due))
    assert [line.date for line in found.ledger] == [
        first + timedelta(days=day) for day in range((last - first).days + 1)
    ]
    counted = [line for line in found.ledger if line.day == "counted"]
    assert sorted(line.n or 0 for line in counted) == list(range(1, length * (7 if unit is Unit.WEEK else 1) + 1))
    assert all(line.n is None for line in found.ledger if line.day != "counted")
