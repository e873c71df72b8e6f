"""Every date rule of England 2023 and Scotland 2015, on every day of the published list, against a second opinion.

The rules below are written by hand from the guidance ledger, not read from content/.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from calculators import register
from calculators.answer import answer
from calculators.working_days import WorkingCalendar
from tests import oracle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Checkout

ENGLAND = "england/child-safeguarding-practice-review-2023"
SCOTLAND = "scotland/significant-case-review-2015"


class Clock(NamedTuple):
    """One reading: how long (negative: before), in what, from which event."""

    length: int
    unit: str
    event: str


class Expected(NamedTuple):
    """One rule: its kind and its readings; an undisputed rule's one reading has no name."""

    kind: str
    readings: dict[str | None, Clock]


def deadline(length: int, unit: str, event: str) -> Expected:
    """Return an undisputed deadline."""
    return Expected("deadline", {None: Clock(length, unit, event)})


def kept(years: int, event: str) -> Expected:
    """Return a retention."""
    return Expected("retention", {None: Clock(years, "year", event)})


def sent_before(event: str) -> Expected:
    """Return the two readings of sending a report: guidance's working days, the regulations' days."""
    return Expected("deadline", {"guidance": Clock(-7, "working day", event), "regulation": Clock(-7, "day", event)})


CALENDAR = {ENGLAND: "england-and-wales", SCOTLAND: "scotland"}
RULES = {
    ENGLAND: {
        "notify-panel": deadline(5, "working day", "authority-aware"),
        "notify-looked-after-death": deadline(5, "working day", "authority-aware"),
        "rapid-review": Expected(
            "deadline", {event: Clock(15, "working day", event) for event in ("incident", "partners-aware", "panel-notified")}
        ),
        "send-report": sent_before("publication"),
        "send-report-ofsted": deadline(-7, "working day", "publication"),
        "send-improvement-information": sent_before("publication"),
        "publish-report": deadline(6, "month", "review-decision"),
        "keep-published": kept(1, "publication"),
        "national-send-report": sent_before("national-publication"),
        "national-send-improvement-information": sent_before("national-publication"),
        "national-publish-report": deadline(6, "month", "national-review-decision"),
        "keep-national-published": kept(3, "national-publication"),
    },
    SCOTLAND: {
        "send-notification-form": deadline(7, "day", "lead-informed"),
        "submit-report": deadline(14, "day", "report-requested"),
    },
}
WITHOUT_NUMBER = {
    ENGLAND: {
        "notify-care-leaver-death": "gap",
        "send-rapid-review": "prompt",
        "tell-of-review": "prompt",
        "panel-response": "prompt",
        "explain-delay": "gap",
        "audit-progress": "gap",
        "national-tell-secretary": "gap",
        "national-explain-delay": "gap",
        "national-send-copies": "gap",
    },
    SCOTLAND: {"notify-committee": "prompt", "decide-review": "gap", "complete-review": "gap"},
}
EVENTS = {
    edition: sorted({clock.event for rule in rules.values() for clock in rule.readings.values()})
    for edition, rules in RULES.items()
}
EDITIONS = pytest.mark.parametrize("edition", [pytest.param(ENGLAND, id="England 2023"), pytest.param(SCOTLAND, id="Scotland 2015")])


def differences(edition: str, events: dict[str, date], reply: dict[str, Any]) -> Iterator[str]:
    """Yield every difference between an answer and the second opinion."""
    if "errors" in reply:
        yield f"{edition} {events}: refused: {reply['errors']}"
        return
    held = {one["rule"]: one for one in reply["dates"]}
    for rule, kind in WITHOUT_NUMBER[edition].items():
        one = held.get(rule, {"kind": "missing", "state": None, "due": None})
        if (one["kind"], one["state"], one["due"]) != (kind, "no-number", None):
            yield f"{edition} {rule}: {one['kind']} {one['state']} {one['due']}, not a {kind} without a date"
    for rule, expected in RULES[edition].items():
        if rule not in held:
            yield f"{edition} {rule}: missing"
            continue
        for fact, ours, theirs in compared(CALENDAR[edition], expected, events, held[rule]):
            if ours != theirs:
                yield f"{edition} {rule} {events}: {fact} is {ours}, should be {theirs}"


def compared(calendar: str, expected: Expected, events: dict[str, date], one: dict[str, Any]) -> Iterator[tuple[str, object, object]]:
    """Yield each fact of a rule's answer: what it is called, ours, theirs."""
    dues = {name: due(calendar, clock, events) for name, clock in expected.readings.items()}
    known = [day for day in dues.values() if day]
    settled = len(known) == len(dues)
    pick = max if expected.kind == "retention" and settled else min
    chosen = pick(known) if known else None
    yield "kind", one["kind"], expected.kind
    yield "state", one["state"], "due" if known else "waiting"
    yield "settled", one["settled"], settled
    yield "due", one["due"], iso(chosen)
    disputed = len(dues) > 1
    yield "the readings", [each["id"] for each in one["readings"]], list(dues) if disputed else []
    for each in one["readings"] if disputed else [{**one, "id": None}]:
        clock = expected.readings.get(each["id"])
        if clock is None:
            continue
        day = dues[each["id"]]
        yield f"{each['id']} event", each["event"]["id"], clock.event
        yield f"{each['id']} due", each["due"], iso(day)
        yield f"{each['id']} counted", counted(each), expected_count(calendar, clock, events)
        before = oracle.working_day_before(calendar, day) if day else None
        yield f"{each['id']} last working day before", each["last_working_day_before"], iso(before)
        if disputed:
            yield f"{each['id']} safest", each["safest"], settled and day == chosen


def due(calendar: str, clock: Clock, events: dict[str, date]) -> date | None:
    """Return the date that a reading comes to, if its event is given."""
    days = expected_dates(calendar, clock, events)
    return None if days is None else days[-1 if clock.length > 0 else 0]


def expected_dates(calendar: str, clock: Clock, events: dict[str, date]) -> tuple[date, ...] | None:
    """Return the dates that a reading counts, if its event is given."""
    if clock.event not in events:
        return None
    return oracle.counted(calendar, events[clock.event], clock.length, clock.unit)


def expected_count(calendar: str, clock: Clock, events: dict[str, date]) -> list[tuple[str, int]]:
    """Return the numbered lines that a count must have, in date order; a count backwards ends with number 1."""
    days = expected_dates(calendar, clock, events) or ()
    numbers = range(1, len(days) + 1) if clock.length > 0 else range(len(days), 0, -1)
    return [(day.isoformat(), n) for day, n in zip(days, numbers, strict=True)]


def counted(each: dict[str, Any]) -> list[tuple[str, int]]:
    """Return the numbered lines of a count."""
    return [(line["date"], line["n"]) for line in each["count"] if line["n"] is not None]


def iso(day: date | None) -> str | None:
    """Return 'YYYY-MM-DD', or None."""
    return day.isoformat() if day else None


def asked(edition: str, events: dict[str, date]) -> dict[str, Any]:
    """Return the door's answer in this process."""
    typed = {event: day.isoformat() for event, day in events.items()}
    reply: dict[str, Any] = json.loads(answer(json.dumps({"ask": "plan", "edition": edition, "events": typed})))
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
    odd = {2012, 2020, 2022, 2023} | ({2026} if calendar == "scotland" else set())
    differ = {
        year for year in oracle.PUBLISHED if set(oracle.by_statute(calendar, year)) != oracle.holidays(calendar, year)
    }
    assert differ == odd


@EDITIONS
def test_every_day_of_the_published_list(edition: str) -> None:
    """All events on the day: 6,210 days, every rule and reading."""
    found = [
        each
        for day in days_from(date(2012, 1, 1), date(2028, 12, 31))
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
    """Every 5th day, which meets every day of the week and every holiday's neighbourhood."""
    found = [
        each
        for day in days_from(first, last, stride=5)
        for each in differences(edition, all_on(edition, day), asked(edition, all_on(edition, day)))
    ]
    assert found[:20] == []


@pytest.mark.parametrize("missing", [(), *((event,) for event in EVENTS[ENGLAND]), ("incident", "panel-notified"), tuple(EVENTS[ENGLAND])],
                         ids=lambda missing: f"without {' or '.join(missing) or 'nothing'}")  # fmt: skip
def test_a_missing_event_leaves_its_rules_open(missing: tuple[str, ...]) -> None:
    """The events lie a week apart; what was not given decides nothing and unsettles what it could change."""
    events = {event: date(2026, 3, 20) + timedelta(days=7 * n) for n, event in enumerate(EVENTS[ENGLAND])}
    given = {event: day for event, day in events.items() if event not in missing}
    assert list(differences(ENGLAND, given, asked(ENGLAND, given))) == []


@pytest.mark.parametrize("typed", [
    "2012-01-01", "2012-05-28", "2015-12-18", "2016-02-29", "2017-12-31", "2020-05-01", "2022-05-27", "2022-09-12",
    "2024-08-31", "2026-04-02", "2026-06-08", "2028-12-31",
])  # fmt: skip
@EDITIONS
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
    pytest.param(ENGLAND, "england-and-wales", "date(2026, 4, 3): \"Good Friday\"", "2026-04-02", id="Good Friday 2026, England and Wales"),
    pytest.param(SCOTLAND, "scotland", "date(2026, 6, 15): \"World Cup bank holiday\"", "2026-06-08", id="the World Cup holiday, Scotland"),
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


@EDITIONS
def test_any_published_holiday_moved_by_a_day_is_found(edition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in turn, a day later; seen from a week before it."""
    name = CALENDAR[edition]
    ours = register.CALENDARS[name]
    unseen = []
    for day in sorted(oracle.published()[name]):
        holidays = {other: said for other, said in ours.holidays.items() if other != day}
        holidays[day + oracle.DAY] = ours.holidays[day]
        altered = WorkingCalendar(id=name, name=ours.name, first=ours.first, last=ours.last, holidays=holidays)
        monkeypatch.setitem(register.CALENDARS, name, altered)
        events = all_on(edition, day - 7 * oracle.DAY)
        if not list(differences(edition, events, asked(edition, events))):
            unseen.append(day)
    assert unseen == []


def test_answers_are_in_step_with_each_other() -> None:
    """A later event never gives an earlier date, for any rule, across a Christmas."""
    replies = [asked(ENGLAND, all_on(ENGLAND, day)) for day in days_from(date(2026, 12, 1), date(2027, 1, 31))]
    for before, after in pairwise(replies):
        earlier = [one["due"] for one in before["dates"] if one["due"]]
        later = [one["due"] for one in after["dates"] if one["due"]]
        assert all(one <= two for one, two in zip(earlier, later, strict=True))
