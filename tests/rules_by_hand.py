"""The date rules of England 2023 and Scotland 2015, written by hand from the guidance ledger, and how to hold an answer to them.

Nothing of ours is imported: neither content/ nor the calculators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests import oracle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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
            "deadline",
            {event: Clock(15, "working day", event) for event in ("incident", "partners-aware", "panel-notified")},
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


def compared(
    calendar: str, expected: Expected, events: dict[str, date], one: dict[str, Any]
) -> Iterator[tuple[str, object, object]]:
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
