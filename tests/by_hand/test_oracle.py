"""Every date rule of every edition, over all the days of the published list, against a second opinion.

The rules are those of content/second-reading.yml, not of the editions; the dates are the oracle's. Between them England 2023 and
Scotland 2015 have every kind of working-day count and go through every day; the others through every third.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from calculators import register
from calculators.counting.working_days import WorkingCalendar
from tests.by_hand import oracle
from tests.by_hand.rules import (
    CALENDAR,
    ENGLAND_2018,
    ENGLAND_2023,
    EVENTS,
    EVERY_EVENT,
    RULES,
    SCOTLAND_2015,
    WITHOUT_NUMBER,
)
from tests.by_hand.second_opinion import differences
from tests.by_hand.second_reading import NAME
from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Checkout

DATED = [edition for edition in RULES if RULES[edition]]
IN_FULL = {ENGLAND_2023, SCOTLAND_2015}
EDITIONS = pytest.mark.parametrize("edition", DATED)
IN_WORKING_DAYS = pytest.mark.parametrize(
    "edition", [pytest.param(ENGLAND_2023, id="England 2023"), pytest.param(SCOTLAND_2015, id="Scotland 2015")]
)


def asked(edition: str, events: dict[str, date]) -> dict[str, Any]:
    """Return the door's answer in this process."""
    typed = {event: day.isoformat() for event, day in events.items()}
    reply: dict[str, Any] = ask(ask="plan", edition=edition, events=typed)
    return reply


def all_on(edition: str, day: date) -> dict[str, date]:
    """Return every event of an edition on one day."""
    return dict.fromkeys(EVENTS[edition], day)


def days_from(first: date, last: date, stride: int = 1) -> Iterator[date]:
    """Yield every `stride`th day from `first` to `last`."""
    for n in range(0, (last - first).days + 1, stride):
        yield first + timedelta(days=n)


def test_the_oracle_knows_easter() -> None:
    """Easter Sundays of an almanac: the earliest, the latest and a leap year's among them."""
    almanac = [(2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2026, 4, 5), (2035, 3, 25), (2038, 4, 25), (2049, 4, 18)]
    assert [oracle.easter(year) for year, _, _ in almanac] == [date(*day) for day in almanac]


@pytest.mark.parametrize("calendar", ["england-and-wales", "scotland", "northern-ireland"])
def test_the_statutes_pattern_is_the_published_list_but_for_what_was_proclaimed_once(calendar: str) -> None:
    """The oracle's rule for years outside the list is itself checked on the years inside it."""
    odd = {2012, 2020, 2022, 2023} | oracle.proclaimed_years(calendar)
    differ = {
        year for year in oracle.PUBLISHED if set(oracle.by_statute(calendar, year)) != oracle.holidays(calendar, year)
    }
    assert differ == odd


def test_every_edition_stands_in_the_table() -> None:
    """None is forgotten and none invented, and each of their rules is typed once."""
    assert set(RULES) == set(register.EDITIONS), f"write each edition's rules in {NAME}, from its source"
    for edition, held in register.EDITIONS.items():
        typed = [*RULES[edition], *WITHOUT_NUMBER[edition]]
        assert sorted(rule.id for rule in held.rules) == sorted(typed), f"write each rule of {edition} in {NAME}"


@EDITIONS
def test_the_days_of_the_published_list(edition: str) -> None:
    """All events on the day, every rule and reading: 6,210 days, or every third, which meets each weekday in turn."""
    found = [
        each
        for day in days_from(date(2012, 1, 1), date(2028, 12, 31), stride=1 if edition in IN_FULL else 3)
        for each in differences(edition, all_on(edition, day), asked(edition, all_on(edition, day)))
    ]
    assert found[:20] == []


@EDITIONS
@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(date(2000, 1, 31), date(2011, 12, 31), id="before the published list"),
        pytest.param(date(2029, 1, 1), date(2047, 12, 1), id="after the published list"),
    ],
)
def test_a_sample_of_the_other_years(edition: str, first: date, last: date) -> None:
    """Every 5th or 11th day, which meets every day of the week and every holiday's neighbourhood."""
    found = [
        each
        for day in days_from(first, last, stride=5 if edition in IN_FULL else 11)
        for each in differences(edition, all_on(edition, day), asked(edition, all_on(edition, day)))
    ]
    assert found[:20] == []


@EDITIONS
@pytest.mark.parametrize("how_many", [
    pytest.param(0, id="none is missing"), pytest.param(1, id="each in turn"), pytest.param(2, id="each pair in turn"),
    pytest.param(None, id="all are missing"),
])  # fmt: skip
def test_a_missing_event_leaves_its_rules_open(edition: str, how_many: int | None) -> None:
    """The events lie a week apart; what was not given decides nothing and unsettles what it could change."""
    names = EVENTS[edition]
    events = {event: date(2026, 3, 20) + timedelta(days=7 * n) for n, event in enumerate(names)}
    for missing in combinations(names, len(names) if how_many is None else how_many):
        given = {event: day for event, day in events.items() if event not in missing}
        assert list(differences(edition, given, asked(edition, given))) == [], missing


@EDITIONS
def test_any_events_on_any_days(edition: str) -> None:
    """Some events given and some not, in any order, early or late: what is missing unsettles only what it could make earlier."""
    lot = Random(25)  # noqa: S311 - no secret
    for _ in range(400):
        first = date(2012, 1, 1) + timedelta(days=lot.randrange(6000))
        events = {event: first + timedelta(days=lot.randrange(40)) for event in EVERY_EVENT if lot.random() < 0.5}
        assert list(differences(edition, events, asked(edition, events))) == []


@pytest.mark.parametrize(("events", "settled", "safest"), [
    pytest.param({"incident": "2026-06-01"}, True, ["incident"], id="nobody can learn of it before it happens"),
    pytest.param({"partners-aware": "2026-06-08"}, False, [], id="the incident lies before"),
    pytest.param({"panel-notified": "2026-06-15"}, False, [], id="the incident and the partners' learning lie before"),
    pytest.param({"partners-aware": "2026-06-08", "panel-notified": "2026-06-08"}, False, [], id="only the incident is missing"),
    pytest.param({"incident": "2026-06-01", "panel-notified": "2026-06-01"}, True, ["incident", "panel-notified"], id="two on one day"),
    pytest.param({"incident": "2026-06-15", "panel-notified": "2026-06-08"}, True, ["panel-notified"], id="out of order: the partners learn no earlier than the incident"),
    pytest.param({"authority-aware": "2026-06-08", "partners-aware": "2026-06-08"}, False, [], id="the incident could still be earlier"),
])  # fmt: skip
@pytest.mark.parametrize("edition", [ENGLAND_2018, ENGLAND_2023])
def test_what_settles_a_rapid_review(edition: str, events: dict[str, str], settled: bool, safest: list[str]) -> None:  # noqa: FBT001 - a column of the table
    """Settled once no missing event could still make the date earlier; then, and only then, one is marked and nothing warned."""
    reply = ask(ask="plan", edition=edition, events=events)
    (one,) = [each for each in reply["dates"] if each["rule"] == "rapid-review"]
    assert one["settled"] is settled
    assert [each["id"] for each in one["readings"] if each["safest"]] == safest
    assert any("could make it earlier" in warning for warning in reply["warnings"]) is not settled


@pytest.mark.parametrize("typed", [
    "2012-01-01", "2012-05-28", "2015-12-18", "2016-02-29", "2017-12-31", "2020-05-01", "2022-05-27", "2022-09-12",
    "2024-08-31", "2026-04-02", "2026-06-08", "2028-12-31",
])  # fmt: skip
@IN_WORKING_DAYS
def test_a_bare_checkout_gives_the_same_answer(edition: str, typed: str, checkout: Checkout) -> None:
    """The command line, with nothing installed, on days beside a holiday, a leap day or a year's end."""
    events = all_on(edition, date.fromisoformat(typed))
    assert list(differences(edition, events, run(checkout, edition, events))) == []


def run(checkout: Checkout, edition: str, events: dict[str, date]) -> dict[str, Any]:
    """Return the command line's answer."""
    given = [part for event, day in events.items() for part in ("--event", f"{event}={day.isoformat()}")]
    done = checkout.run("plan", edition, *given, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    reply: dict[str, Any] = json.loads(done.stdout)
    return reply


@pytest.mark.parametrize(("edition", "calendar", "holiday", "event"), [
    pytest.param(ENGLAND_2023, "england-and-wales", 'date(2026, 4, 3): "Good Friday"', "2026-04-02", id="Good Friday 2026, England and Wales"),
    pytest.param(SCOTLAND_2015, "scotland", 'date(2026, 6, 15): "World Cup bank holiday"', "2026-06-08", id="the World Cup holiday, Scotland"),
])  # fmt: skip
def test_a_holiday_moved_by_a_day_in_our_table_is_found(
    edition: str, calendar: str, holiday: str, event: str, own_checkout: Checkout
) -> None:
    """The check above can fail: swap one holiday in a copy of our table, and it does."""
    table = own_checkout.directory / "calculators" / "_bank_holidays.py"
    text = table.read_text(encoding="utf-8")
    start = text.index(f'"{calendar}": WorkingCalendar(')
    at = text.index(holiday, start)
    day = date(*(int(part) for part in holiday[5 : holiday.index(")")].split(", ")))
    moved = day + timedelta(days=1)
    swapped = holiday.replace(f"{day.year}, {day.month}, {day.day}", f"{moved.year}, {moved.month}, {moved.day}")
    events = all_on(edition, date.fromisoformat(event))
    assert list(differences(edition, events, run(own_checkout, edition, events))) == []
    table.write_text(text[:at] + swapped + text[at + len(holiday) :], encoding="utf-8")
    assert list(differences(edition, events, run(own_checkout, edition, events))) != []


@IN_WORKING_DAYS
def test_any_published_holiday_moved_by_a_day_is_found(edition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in turn, a day later; seen from a week before it."""
    name = CALENDAR[edition]
    ours = register.CALENDARS[name]
    unseen = []
    for day in sorted(oracle.published()[name]):
        holidays = {other: said for other, said in ours.holidays.items() if other != day}
        holidays[day + oracle.DAY] = ours.holidays[day]
        altered = WorkingCalendar(
            id=name, name=ours.name, first=ours.first, last=ours.last, published=ours.published, holidays=holidays
        )
        monkeypatch.setitem(register.CALENDARS, name, altered)
        events = all_on(edition, day - 7 * oracle.DAY)
        if not list(differences(edition, events, asked(edition, events))):
            unseen.append(day)
    assert unseen == []


@EDITIONS
def test_answers_are_in_step_with_each_other(edition: str) -> None:
    """A later event never gives an earlier date, for any rule, across a Christmas."""
    replies = [asked(edition, all_on(edition, day)) for day in days_from(date(2026, 12, 1), date(2027, 1, 31))]
    for before, after in pairwise(replies):
        earlier = [one["due"] for one in before["dates"] if one["due"]]
        later = [one["due"] for one in after["dates"] if one["due"]]
        assert all(one <= two for one, two in zip(earlier, later, strict=True))
