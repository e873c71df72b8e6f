"""How to hold a whole answer to the rules typed by hand: every date, count and mark, with the oracle's days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.by_hand import oracle
from tests.by_hand.rules import AT_ONCE, CALENDAR, NEVER_BEFORE, RULES, TIME_DUTY, WITHOUT_NUMBER, Clock, Expected

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_HELD, LAST_HELD = date(2000, 1, 1), date(2050, 12, 31)  # beyond these no day is said to be a working day


def differences(edition: str, events: dict[str, date], reply: dict[str, Any]) -> Iterator[str]:
    """Yield every difference between an answer and the second opinion."""
    if "errors" in reply:
        yield f"{edition} {events}: refused: {reply['errors']}"
        return
    held = {one["rule"]: one for one in reply["dates"]}
    if held.keys() != RULES[edition].keys() | WITHOUT_NUMBER[edition].keys():
        yield f"{edition}: the rules are {sorted(held)}"
        return
    for rule, kind in WITHOUT_NUMBER[edition].items():
        one = held[rule]
        if (one["kind"], one["state"], one["due"]) != (kind, "no-number", None):
            yield f"{edition} {rule}: {one['kind']} {one['state']} {one['due']}, not a {kind} without a date"
    for rule, one in held.items():
        yield from marked_otherwise(edition, rule, one)
    for rule, expected in RULES[edition].items():
        for fact, ours, theirs in compared(CALENDAR[edition], expected, events, held[rule]):
            if ours != theirs:
                yield f"{edition} {rule} {events}: {fact} is {ours}, should be {theirs}"


def marked_otherwise(edition: str, rule: str, one: dict[str, Any]) -> Iterator[str]:
    """Yield where a rule's haste, or the force of its time limit, is not what the tables say."""
    if one["at_once"] != ((edition, rule) in AT_ONCE):
        yield f"{edition} {rule}: at_once is {one['at_once']}"
    duty, time_duty = TIME_DUTY.get((edition, rule), (one["duty"], None))
    if (one["duty"], one["time_duty"]) != (duty, time_duty):
        yield f"{edition} {rule}: the duty is {one['duty']}, in time {one['time_duty']}; should be {duty}, {time_duty}"


def compared(
    calendar: str, expected: Expected, events: dict[str, date], one: dict[str, Any]
) -> Iterator[tuple[str, object, object]]:
    """Yield each fact of a rule's answer: what it is called, ours, theirs."""
    dues = {name: due(calendar, clock, events) for name, clock in expected.readings.items()}
    known = [day for day in dues.values() if day]
    beside_words = expected.kind == "prompt"
    several = len(dues) > 1
    dispute = several and expected.kind == "deadline"  # the harm chooses among a look-back's readings
    undecided = beside_words or (several and not dispute)
    settled = not beside_words and is_settled(calendar, expected, events)
    chosen = min(known) if known and not undecided else None
    yield "kind", one["kind"], expected.kind
    yield "state", one["state"], "no-number" if beside_words else "due" if known else "waiting"
    yield "due", one["due"], iso(chosen)
    yield "settled", one["settled"], settled
    if undecided:
        yield "until", one["until"], None
        yield "last working day before", one["last_working_day_before"], None
        yield "left", one["left"], None
    yield "the readings", [each["id"] for each in one["readings"]], list(dues) if several else []
    for each in one["readings"] if several else [{**one, "id": None}]:
        clock = expected.readings.get(each["id"])
        if clock is None:
            continue
        day = dues[each["id"]]
        yield f"{each['id']} event", each["event"]["id"], clock.event
        yield f"{each['id']} due", each["due"], iso(day)
        looks_back = expected.kind == "lookback" and day
        yield f"{each['id']} until", each["until"], iso(events[clock.event] - oracle.DAY) if looks_back else None
        yield f"{each['id']} counted", counted(each), expected_count(calendar, clock, events)
        before = oracle.working_day_before(calendar, day) if day and day <= LAST_HELD and not looks_back else None
        held = before if before and before >= FIRST_HELD else None
        yield f"{each['id']} last working day before", each["last_working_day_before"], iso(held)
        yield f"{each['id']} holidays", each["holidays"], holidays(calendar, clock, events)
        if several:
            yield f"{each['id']} safest", each["safest"], dispute and settled and day == chosen
            yield f"{each['id']} has words for when it applies", bool(each["applies_when"]), expected.kind == "lookback"


def is_settled(calendar: str, expected: Expected, events: dict[str, date]) -> bool:
    """Return whether some date is known that no missing event could make earlier; a look-back needs them all."""
    dues = [day for clock in expected.readings.values() if (day := due(calendar, clock, events))]
    missing = [clock for clock in expected.readings.values() if clock.event not in events]
    if expected.kind == "lookback" or not dues:
        return not missing
    return all(comes_no_earlier(calendar, clock, min(dues), events) for clock in missing)


def comes_no_earlier(calendar: str, clock: Clock, day: date, events: dict[str, date]) -> bool:
    """Return whether a missing event, put on the first day on which it can lie, still gives no date before `day`."""
    before, waiting = set[str](), [clock.event]
    while waiting:
        found = NEVER_BEFORE.get(waiting.pop(), set()) - before
        before |= found
        waiting += found - events.keys()
    bounds = [events[event] for event in before if event in events]
    if not bounds:
        return False
    first = due(calendar, clock, {clock.event: max(bounds)})
    return first is not None and first >= day


def holidays(calendar: str, clock: Clock, events: dict[str, date]) -> str | None:
    """Return whether the working days counted, and those passed over, lie in the published list; None for other counts."""
    days = expected_dates(calendar, clock, events)
    if days is None or clock.unit != "working day":
        return None
    return "projected" if days[-1].year > oracle.PUBLISHED[-1] else "published"


def due(calendar: str, clock: Clock, events: dict[str, date]) -> date | None:
    """Return the date that a reading comes to, if its event is given."""
    days = expected_dates(calendar, clock, events)
    if days is None or clock.length == 0:
        return events.get(clock.event)
    return days[-1 if clock.length > 0 else 0]


def expected_dates(calendar: str, clock: Clock, events: dict[str, date]) -> tuple[date, ...] | None:
    """Return the dates that a reading counts, if its event is given."""
    if clock.event not in events:
        return None
    return oracle.counted(calendar, events[clock.event], clock.length, clock.unit)


def expected_count(calendar: str, clock: Clock, events: dict[str, date]) -> list[tuple[str, int]]:
    """Return the numbered lines that a count must have, in date order; a count backwards ends with number 1."""
    days = expected_dates(calendar, clock, events) or ()
    if clock.unit == "clear day":  # the far end is the answer, and is no clear day itself
        days = days[:-1] if clock.length > 0 else days[1:]
    numbers = range(1, len(days) + 1) if clock.length > 0 else range(len(days), 0, -1)
    return [(day.isoformat(), n) for day, n in zip(days, numbers, strict=True)]


def counted(each: dict[str, Any]) -> list[tuple[str, int]]:
    """Return the numbered lines of a count."""
    return [(line["date"], line["n"]) for line in each["count"] if line["n"] is not None]


def iso(day: date | None) -> str | None:
    """Return 'YYYY-MM-DD', or None."""
    return day.isoformat() if day else None
