"""Working days on, back and between, at the days on which the answer changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.counting.working_days import WorkingCalendar, between, ledger, step
from calculators.records import BeyondHorizon
from calculators.register import CALENDARS
from tests.by_hand import oracle

ENGLAND, SCOTLAND, IRELAND = (CALENDARS[name] for name in ("england-and-wales", "scotland", "northern-ireland"))
calendars = st.sampled_from(list(CALENDARS.values()))
days = st.dates(date(2004, 1, 1), date(2046, 12, 31))
lengths = st.integers(-900, 900)


@pytest.mark.parametrize(
    ("calendar", "start", "working_days", "reached"),
    [
        pytest.param(ENGLAND, "2026-04-02", 5, "2026-04-13", id="across Easter: Good Friday and Easter Monday pass"),
        pytest.param(
            SCOTLAND, "2026-04-02", 5, "2026-04-10", id="across Easter in Scotland, where Easter Monday counts"
        ),
        pytest.param(ENGLAND, "2026-05-06", -7, "2026-04-24", id="back across the early May holiday"),
        pytest.param(ENGLAND, "2026-06-11", 5, "2026-06-18", id="an ordinary Thursday in England"),
        pytest.param(IRELAND, "2026-06-11", 5, "2026-06-18", id="an ordinary Thursday in Northern Ireland"),
        pytest.param(SCOTLAND, "2026-06-11", 5, "2026-06-19", id="the World Cup holiday, Scotland only"),
        pytest.param(ENGLAND, "2026-07-10", 5, "2026-07-17", id="the second week of July in England"),
        pytest.param(SCOTLAND, "2026-07-10", 5, "2026-07-17", id="the second week of July in Scotland"),
        pytest.param(
            IRELAND, "2026-07-10", 5, "2026-07-20", id="12 July kept on Monday the 13th, Northern Ireland only"
        ),
        pytest.param(
            ENGLAND, "2026-12-18", 15, "2027-01-13", id="across Christmas in England, Boxing Day kept on the 28th"
        ),
        pytest.param(IRELAND, "2026-12-18", 15, "2027-01-13", id="across Christmas in Northern Ireland"),
        pytest.param(
            SCOTLAND, "2026-12-18", 15, "2027-01-14", id="across Christmas in Scotland, 2 January kept on the 4th"
        ),
        pytest.param(ENGLAND, "2026-06-01", 15, "2026-06-22", id="a rapid review from the incident"),
        pytest.param(ENGLAND, "2026-06-08", 15, "2026-06-29", id="a rapid review from the partners becoming aware"),
        pytest.param(ENGLAND, "2026-06-15", 15, "2026-07-06", id="a rapid review from the notification"),
        pytest.param(ENGLAND, "2026-06-13", 0, "2026-06-13", id="no step at all, from a Saturday"),
        pytest.param(ENGLAND, "2000-01-01", 0, "2000-01-01", id="the first day held is held"),
        pytest.param(ENGLAND, "2050-12-31", 0, "2050-12-31", id="and so is the last"),
        pytest.param(ENGLAND, "2026-06-13", 1, "2026-06-15", id="from a Saturday, Monday is day 1"),
        pytest.param(ENGLAND, "2026-06-14", 1, "2026-06-15", id="from a Sunday, Monday is day 1"),
        pytest.param(ENGLAND, "2026-06-12", 1, "2026-06-15", id="from a Friday, Monday is day 1"),
        pytest.param(ENGLAND, "2026-06-13", -1, "2026-06-12", id="back from a Saturday, Friday is day 1"),
        pytest.param(ENGLAND, "2026-06-15", -1, "2026-06-12", id="back from a Monday, Friday is day 1"),
        pytest.param(ENGLAND, "2026-04-03", 1, "2026-04-07", id="from Good Friday, Tuesday is day 1"),
        pytest.param(ENGLAND, "2026-04-03", 0, "2026-04-03", id="no working days leave a holiday where it is"),
        pytest.param(ENGLAND, "2050-12-29", 1, "2050-12-30", id="the last working day held, Friday 30 December 2050"),
        pytest.param(ENGLAND, "2000-01-05", -1, "2000-01-04", id="the first working day held, Tuesday 4 January 2000"),
    ],
)
def test_step(calendar: WorkingCalendar, start: str, working_days: int, reached: str) -> None:
    """The Nth working day after a day, or before it; the day itself is never counted."""
    assert step(calendar, date.fromisoformat(start), working_days) == date.fromisoformat(reached)


@pytest.mark.parametrize(
    ("start", "end", "working_days"),
    [
        pytest.param("2026-04-02", "2026-04-13", 5, id="the inverse of 5 working days across Easter"),
        pytest.param("2026-04-02", "2026-04-02", 0, id="nothing lies between a day and itself"),
        pytest.param("2026-04-02", "2026-04-06", 0, id="Good Friday to Easter Monday holds none"),
        pytest.param("2026-04-02", "2026-04-07", 1, id="the last day is counted"),
        pytest.param("2026-04-07", "2026-04-02", -1, id="backwards is negative"),
        pytest.param("2026-01-01", "2026-12-31", 253, id="2026 after New Year's Day: 260 weekdays, 7 more holidays"),
    ],
)
def test_between(start: str, end: str, working_days: int) -> None:
    """Working days after the first day, up to and including the last."""
    assert between(ENGLAND, date.fromisoformat(start), date.fromisoformat(end)) == working_days


@pytest.mark.parametrize(
    ("start", "working_days", "edge"),
    [
        pytest.param("2050-12-30", 1, "after 31 December 2050", id="one step past the last working day"),
        pytest.param("2050-12-01", 10_000, "after 31 December 2050", id="a long way past it"),
        pytest.param("2000-01-04", -1, "before 1 January 2000", id="one step before the first working day"),
        pytest.param("2000-01-01", -1, "before 1 January 2000", id="back from the first day held"),
        pytest.param("2051-01-01", 0, "after 31 December 2050", id="a start past the last day held"),
        pytest.param("1999-12-31", 1, "before 1 January 2000", id="a start before the first day held"),
    ],
)
def test_a_step_past_what_is_held_is_refused(start: str, working_days: int, edge: str) -> None:
    """No holiday is invented: the refusal names the calendar and where it ends."""
    with pytest.raises(BeyondHorizon) as refusal:
        step(ENGLAND, date.fromisoformat(start), working_days)
    assert str(refusal.value) == (
        f"We hold no bank holidays for England and Wales {edge}, so we cannot count working days there"
    )


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        pytest.param("2026-04-02", "counted", id="the Thursday before Easter"),
        pytest.param("2026-04-03", "holiday", id="Good Friday"),
        pytest.param("2026-12-26", "weekend", id="Boxing Day on a Saturday is a weekend"),
        pytest.param("2026-12-28", "holiday", id="the Monday on which it is kept"),
    ],
)
def test_kind_of_day(day: str, kind: str) -> None:
    """A weekend that is also a holiday is a weekend."""
    assert ENGLAND.kind_of(date.fromisoformat(day)) == kind


def test_a_weekend_beside_an_unheld_year_is_still_a_weekend() -> None:
    """A weekend needs no list of holidays; a weekday does."""
    assert ENGLAND.kind_of(date(2051, 1, 1)) == "weekend"
    with pytest.raises(BeyondHorizon):
        ENGLAND.kind_of(date(2051, 1, 2))


def test_the_ledger_across_easter() -> None:
    """Every day from the event to the due date, by hand."""
    lines = [(day.date.day, day.day, day.name, day.n) for day in ledger(ENGLAND, date(2026, 4, 2), date(2026, 4, 8))]
    assert lines == [
        (2, "excluded", None, None),
        (3, "holiday", "Good Friday", None),
        (4, "weekend", None, None),
        (5, "weekend", None, None),
        (6, "holiday", "Easter Monday", None),
        (7, "counted", None, 1),
        (8, "counted", None, 2),
    ]


def test_a_holiday_on_a_weekend_is_a_weekend_in_the_ledger_too() -> None:
    """An invented calendar whose Saturday has a name: it is not the name that keeps the day from being counted."""
    calendar = WorkingCalendar(
        id="x", name="X", first=date(2026, 1, 1), last=date(2026, 12, 31), published=date(2026, 12, 31),
        holidays={date(2026, 6, 13): "A Saturday", date(2026, 6, 15): "A Monday"},
    )  # fmt: skip
    lines = ledger(calendar, date(2026, 6, 12), date(2026, 6, 15))
    assert [(line.date.day, line.day, line.name) for line in lines] == [
        (12, "excluded", None), (13, "weekend", None), (14, "weekend", None), (15, "holiday", "A Monday"),
    ]  # fmt: skip


def test_the_ledger_backwards_is_in_date_order() -> None:
    """Back from Wednesday 6 May 2026: number 1 stands nearest the event."""
    lines = [(day.date.day, day.day, day.n) for day in ledger(ENGLAND, date(2026, 5, 6), date(2026, 5, 1))]
    assert lines == [
        (1, "counted", 2),
        (2, "weekend", None),
        (3, "weekend", None),
        (4, "holiday", None),
        (5, "counted", 1),
        (6, "excluded", None),
    ]


def test_a_closed_day_is_passed_over_but_keeps_its_own_name() -> None:
    """A closed Tuesday is 'closed'; a closed Good Friday is still Good Friday, a closed Saturday a weekend."""
    closed = {date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 7)}
    lines = [(day.day, day.n) for day in ledger(ENGLAND, date(2026, 4, 2), date(2026, 4, 8), closed=closed)]
    assert lines == [
        ("excluded", None), ("holiday", None), ("weekend", None), ("weekend", None), ("holiday", None),
        ("closed", None), ("counted", 1),
    ]  # fmt: skip


@given(calendars, days, lengths)
def test_step_is_a_naive_walk(calendar: WorkingCalendar, start: date, length: int) -> None:
    """The numbered calendar gives what walking one day at a time gives."""
    walked = oracle.working_days(calendar.id, start, length)
    assert step(calendar, start, length) == (walked[-1] if walked else start)


@given(calendars, days, lengths)
def test_forward_then_back_returns(calendar: WorkingCalendar, start: date, length: int) -> None:
    """From a working day, N on and N back is where one started."""
    start = step(calendar, start, 1)
    assert step(calendar, step(calendar, start, length), -length) == start


@given(calendars, days, st.integers(0, 900))
def test_until_inverts_add(calendar: WorkingCalendar, start: date, length: int) -> None:
    """Counting up to the day that N working days reach gives N."""
    assert between(calendar, start, step(calendar, start, length)) == length


@given(calendars, days, days, days)
def test_between_is_additive(calendar: WorkingCalendar, one: date, two: date, three: date) -> None:
    """By way of any third day, in any order."""
    assert between(calendar, one, two) + between(calendar, two, three) == between(calendar, one, three)


@given(calendars, days, st.integers(0, 30), lengths)
def test_a_later_start_never_arrives_earlier(calendar: WorkingCalendar, start: date, later: int, length: int) -> None:
    """Forwards and backwards alike."""
    if length:
        assert step(calendar, start, length) <= step(calendar, start + timedelta(days=later), length)


@given(calendars, days, st.integers(-60, 60))
def test_the_ledger_counts_what_was_asked(calendar: WorkingCalendar, start: date, length: int) -> None:
    """In date order, every day once from start to end, as many counted as asked for."""
    reached = step(calendar, start, length)
    lines = ledger(calendar, start, reached)
    first, last = min(start, reached), max(start, reached)
    assert [line.date for line in lines] == [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sorted(line.n for line in lines if line.n is not None) == list(range(1, abs(length) + 1))
