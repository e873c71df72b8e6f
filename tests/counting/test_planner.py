"""Every date of a case: what is settled, what waits, which reading is the safest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from calculators.counting.planner import Case, Planned, last_working_day_before, plan, planned
from calculators.records import Direction, Kind, Period, Unit
from calculators.register import CALENDARS, EVENTS
from tests.invented import edition, reading, rule

ENGLAND = CALENDARS["england-and-wales"]
TRIGGERS = ("incident", "partners-aware", "panel-notified")
DAYS = dict(zip(TRIGGERS, (date(2026, 6, 1), date(2026, 6, 8), date(2026, 6, 15)), strict=True))
FIFTEEN = Period(length=15, unit=Unit.WORKING_DAY)
RAPID_REVIEW = rule(*(reading(event, id=event, period=FIFTEEN) for event in TRIGGERS))
TWELVE_MONTHS = Period(length=12, unit=Unit.MONTH)
ONE_YEAR = Period(length=1, unit=Unit.YEAR)
KEPT = rule(
    *(reading(event, id=event, period=ONE_YEAR, direction=Direction.KEPT) for event in ("publication", "final-report")),
    kind=Kind.RETENTION,
)
LOOK_BACK = rule(
    *(reading(event, id=event, period=TWELVE_MONTHS, direction=Direction.WINDOW, applies_when=f"{event} is the harm")
      for event in ("incident", "impairment-identified")),
    kind=Kind.LOOKBACK,
)  # fmt: skip


def shown_due(one: Planned) -> str | None:
    """Return the date at the head of a rule."""
    return one.shown.counted.due.isoformat() if one.shown and one.shown.counted else None


def safest(one: Planned) -> list[str | None]:
    """Return the readings marked safest."""
    return [each.reading.id for each in one.readings if each.safest]


@pytest.mark.parametrize(
    ("given", "state", "settled", "due", "marked"),
    [
        pytest.param(TRIGGERS, "due", True, "2026-06-22", ["incident"], id="all three triggers: the earliest is the safest"),
        pytest.param(("partners-aware", "panel-notified"), "due", False, "2026-06-29", [], id="no incident: the earliest of the rest, not settled, none marked"),
        pytest.param(("panel-notified",), "due", False, "2026-07-06", [], id="the notification alone"),
        pytest.param((), "waiting", False, None, [], id="no event: nothing to go by"),
    ],
)  # fmt: skip
def test_a_deadline_with_readings(
    *, given: tuple[str, ...], state: str, settled: bool, due: str | None, marked: list[str]
) -> None:
    """Incident 1 June, aware 8 June, notified 15 June 2026: 22 June, 29 June or 6 July."""
    found = planned(
        RAPID_REVIEW, Case(events={event: DAYS[event] for event in given}), calendar=ENGLAND, vocabulary=EVENTS
    )
    assert (found.state, found.settled, shown_due(found), safest(found)) == (state, settled, due, marked)


def test_readings_that_tie_are_each_the_safest() -> None:
    """The same day for two triggers: both readings give the earliest date."""
    events = {**DAYS, "partners-aware": DAYS["incident"]}
    found = planned(RAPID_REVIEW, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS)
    assert safest(found) == ["incident", "partners-aware"]


@pytest.mark.parametrize(
    ("events", "settled", "due", "marked"),
    [
        pytest.param({"publication": "2024-03-01", "final-report": "2024-02-01"}, True, "2025-03-01", ["publication"], id="kept: the latest is the safest"),
        pytest.param({"final-report": "2024-02-01"}, False, "2025-02-01", [], id="kept, one event missing: what is known, none marked"),
    ],
)  # fmt: skip
def test_a_retention_with_readings(*, events: dict[str, str], settled: bool, due: str, marked: list[str]) -> None:
    """One year from either event."""
    case = Case(events={event: date.fromisoformat(day) for event, day in events.items()})
    found = planned(KEPT, case, calendar=ENGLAND, vocabulary=EVENTS)
    assert (found.settled, shown_due(found), safest(found)) == (settled, due, marked)


def test_an_unsettled_retention_goes_by_its_earliest() -> None:
    """Two of three readings known: the latest could still be another, so none is the safest yet."""
    three = replace(KEPT, readings=(*KEPT.readings, reading("review-decision", id="review-decision", period=ONE_YEAR)))
    events = {"publication": date(2024, 3, 1), "final-report": date(2024, 2, 1)}
    found = planned(three, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS)
    assert (found.settled, shown_due(found), safest(found)) == (False, "2025-02-01", [])


def test_a_look_backs_readings_are_no_dispute() -> None:
    """Each has its window; none is the safest, and none heads the rule."""
    events = {"incident": date(2025, 8, 31), "impairment-identified": date(2025, 9, 30)}
    found = planned(LOOK_BACK, Case(events=events), calendar=ENGLAND, vocabulary=EVENTS)
    windows = [(str(each.counted.due), str(each.counted.until)) for each in found.readings if each.counted]
    assert (found.state, found.settled, found.shown, safest(found)) == ("due", True, None, [])
    assert windows == [("2024-08-31", "2025-08-30"), ("2024-09-30", "2025-09-29")]


def test_a_look_back_with_one_reading_heads_its_rule() -> None:
    """Nothing to choose between: the window is the rule's own."""
    alone = rule(LOOK_BACK.readings[0], kind=Kind.LOOKBACK)
    assert (
        shown_due(planned(alone, Case(events={"incident": date(2025, 8, 31)}), calendar=ENGLAND, vocabulary=EVENTS))
        == "2024-08-31"
    )


@pytest.mark.parametrize("kind", [Kind.PROMPT, Kind.GAP])
def test_words_and_silence_have_no_date(kind: Kind) -> None:
    """A prompt or a gap stays without a number, its event known or not."""
    found = planned(rule(kind=kind, event="incident"), Case(events=DAYS), calendar=ENGLAND, vocabulary=EVENTS)
    assert (found.state, found.settled, found.readings, found.shown) == ("no-number", False, (), None)


@pytest.mark.parametrize(
    ("event", "state", "due"),
    [
        pytest.param(
            "2050-12-21", "due", "2050-12-30", id="the last 5 working days held end on Friday 30 December 2050"
        ),
        pytest.param("2050-12-22", "past-horizon", None, id="a day later they run past what is held"),
    ],
)
def test_the_horizon(event: str, state: str, due: str | None) -> None:
    """Christmas Day 2050 is a Sunday, kept on Tuesday: 22, 23, 28, 29 and 30 December are the last working days held."""
    found = planned(
        rule(reading()), Case(events={"incident": date.fromisoformat(event)}), calendar=ENGLAND, vocabulary=EVENTS
    )
    assert (found.state, shown_due(found)) == (state, due)


def test_a_reading_past_the_horizon_leaves_the_others_standing() -> None:
    """Months have no horizon; the working days beside them say why they have no date, and nothing is settled."""
    both = rule(reading(id="days"), reading(id="months", period=TWELVE_MONTHS))
    found = planned(both, Case(events={"incident": date(2050, 12, 30)}), calendar=ENGLAND, vocabulary=EVENTS)
    assert (found.state, found.settled, shown_due(found), safest(found)) == ("due", False, "2051-12-30", [])
    assert found.readings[0].notes == (
        "We hold no bank holidays for England and Wales after 31 December 2050, so we cannot count working days there.",
    )


@pytest.mark.parametrize(
    ("closed", "period", "beside"),
    [
        pytest.param(
            ["2026-06-15"], Period(length=5, unit=Unit.WORKING_DAY), "2026-06-19", id="closed inside the count"
        ),
        pytest.param(
            ["2026-08-03"],
            Period(length=5, unit=Unit.WORKING_DAY),
            "2026-06-18",
            id="closed elsewhere: given all the same",
        ),
        pytest.param([], Period(length=5, unit=Unit.WORKING_DAY), None, id="never closed: nothing to say"),
        pytest.param(["2026-06-15"], Period(length=7, unit=Unit.DAY), None, id="plain days know no closing"),
    ],
)
def test_closed_days_never_move_the_date(closed: list[str], period: Period, beside: str | None) -> None:
    """11 June 2026 and 5 working days, or 7 days: 18 June either way, with the other date beside it."""
    case = Case(events={"incident": date(2026, 6, 11)}, closed={date.fromisoformat(day) for day in closed})
    found = planned(rule(reading(period=period)), case, calendar=ENGLAND, vocabulary=EVENTS)
    assert found.shown
    assert shown_due(found) == "2026-06-18"
    assert (found.shown.if_closed.due.isoformat() if found.shown.if_closed else None) == beside


def test_closed_days_before_an_event() -> None:
    """5 working days before Thursday 11 June 2026 are 4 June; closed on the 10th, they would be the 3rd."""
    case = Case(events={"incident": date(2026, 6, 11)}, closed={date(2026, 6, 10)})
    found = planned(rule(reading(direction=Direction.BEFORE)), case, calendar=ENGLAND, vocabulary=EVENTS)
    assert found.shown
    assert found.shown.if_closed
    assert (shown_due(found), found.shown.if_closed.due) == ("2026-06-04", date(2026, 6, 3))


def test_closed_days_at_the_horizon_are_given_up_quietly() -> None:
    """The date stands; only the other one would run past what is held."""
    case = Case(events={"incident": date(2050, 12, 21)}, closed={date(2050, 12, 28)})
    found = planned(rule(reading()), case, calendar=ENGLAND, vocabulary=EVENTS)
    assert (shown_due(found), found.shown and found.shown.if_closed) == ("2050-12-30", None)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        pytest.param("2026-06-18", None, id="a Thursday is a working day"),
        pytest.param("2026-06-20", "2026-06-19", id="before a Saturday: Friday"),
        pytest.param("2026-04-06", "2026-04-02", id="before Easter Monday: the Thursday before Good Friday"),
        pytest.param("2000-01-02", None, id="before the years held there is nothing to say"),
        pytest.param("2051-06-01", None, id="nor after them"),
    ],
)
def test_last_working_day_before(day: str, before: str | None) -> None:
    """Stands beside a date that is no working day."""
    found = last_working_day_before(date.fromisoformat(day), calendar=ENGLAND)
    assert (found.isoformat() if found else None) == before


def test_a_plan_follows_the_editions_order() -> None:
    """Rule by rule, as the edition lists them."""
    rules = (RAPID_REVIEW, LOOK_BACK, KEPT)
    assert [one.rule for one in plan(edition(*rules), Case(events=DAYS), calendar=ENGLAND, vocabulary=EVENTS)] == list(
        rules
    )


def test_a_plan_knows_which_events_come_first() -> None:
    """The triggers that are missing cannot come before the incident, so its date stands."""
    (found,) = plan(
        edition(RAPID_REVIEW), Case(events={"incident": DAYS["incident"]}), calendar=ENGLAND, vocabulary=EVENTS
    )
    assert (shown_due(found), found.settled) == ("2026-06-22", True)


def test_of_a_reading_that_waits_and_one_past_the_horizon_the_latter_is_shown() -> None:
    """The rule's state is then past-horizon, and the event beside it must be the one that makes it so."""
    waits, beyond = reading("incident", id="waits"), reading("publication", id="beyond")
    case = Case(events={"publication": date(2050, 12, 30)})
    found = planned(rule(waits, beyond), case, calendar=CALENDARS["england-and-wales"], vocabulary=EVENTS)
    assert found.state == "past-horizon"
    assert found.shown is not None
    assert found.shown.reading.id == "beyond"
