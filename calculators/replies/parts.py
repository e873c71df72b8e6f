"""The shapes of an answer: records made into the dictionaries that become JSON, the same for every door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__
from calculators.counting import facts_of, last_working_day_before
from calculators.records import YOUR_COPY, Kind, Refused
from calculators.register import CONTENT, EVENTS, FACTS, days_in_force, successor, superseded
from calculators.typed import ISO, from_iso
from calculators.wording import NO_FIGURE, clock_words, in_full, ledger_words, outcome_words, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calculators.counting import Decision, Value, WorkingCalendar
    from calculators.records import Citation, Count, Direction, Edition, Period, Reading, Rule, Test
    from calculators.reply import Json

FORMAT = 1
_VALUES = {True: "yes", False: "no", None: "unknown"}


def dates_in_full(reply: object) -> dict[str, str]:
    """Return every ISO date anywhere in an answer with its words, so that a page need not know the calendar."""
    found: set[str] = set()
    unread = [reply]
    while unread:
        part = unread.pop()
        if isinstance(part, dict):
            unread += part.values()
        elif isinstance(part, list):
            unread += part
        elif isinstance(part, str) and part not in found and ISO.fullmatch(part):
            found.add(part)
    return {text: words for text in sorted(found) if (words := _in_full_if_date(text))}


def _in_full_if_date(text: str) -> str | None:
    """Return an ISO date in words; None for a reader's own text that only looks like one."""
    try:
        return in_full(from_iso(text, label="", field=""))
    except Refused:
        return None


def clock_payload(reading: Reading) -> str:
    """Return a reading's clock in words."""
    return clock_words(reading.period, reading.direction, EVENTS[reading.event].words)


def source_payload(edition: Edition, citation: Citation) -> Json:
    """Return where a rule stands, and whether that text was read or only a restatement of it."""
    if citation.ref == YOUR_COPY:
        return {"ref": YOUR_COPY, "title": "Your own copy", "place": citation.place,
                "read": "none", "via": None, "how_known": "As you typed it.", "url": None}  # fmt: skip
    source = edition.sources[citation.ref]
    via_title = edition.sources[citation.via].title if citation.via else None
    return {
        "ref": citation.ref,
        "title": source.title,
        "place": citation.place,
        "read": source.read,
        "via": citation.via,
        "how_known": read_words(source.read, via_title),
        "url": source.url,
    }


def period_payload(period: Period, runs: Direction, counted: Count, *, calendar: WorkingCalendar) -> Json:
    """Return what one length of time comes to, with its count."""
    return {
        "format": FORMAT,
        "calendar": calendar.id,
        "release": __version__,
        "content": CONTENT,
        "clock": clock_words(period, runs, "that day"),
        "due": counted.due.isoformat(),
        "until": iso(counted.until),
        "last_working_day_before": iso(last_working_day_before(counted.due, calendar=calendar)),
        "count": ledger_payload(counted),
        "notes": list(counted.notes),
    }


def criteria_payload(edition: Edition, test: Test, decision: Decision, facts: Mapping[str, Value]) -> Json:
    """Return what a test comes to, with each limb's value and place, and what follows if it is met."""
    return {
        "format": FORMAT,
        "edition": edition.id,
        "guidance": edition.guidance,
        "release": __version__,
        "content": CONTENT,
        "checked": edition.checked,
        "test": test.id,
        "question": test.question,
        "outcome": decision.outcome,
        "outcome_words": outcome_words(decision.outcome, test),
        "who": test.who,
        "duty": test.duty,
        "because": list(decision.because),
        "would_change": list(decision.would_change),
        "facts": {
            fact: {"value": _VALUES[facts.get(fact)], "question": FACTS[fact].question} for fact in facts_of(test)
        },
        "limbs": [
            {"text": limb.text, "value": _VALUES[value], "source": source_payload(edition, limb.citation)}
            for limb, value in decision.limbs
        ],
        "follows": [_follows_payload(rule) for rule in edition.rules if rule.id in test.follows],
        "notes": list(decision.notes),
        "source": source_payload(edition, test.citation),
    }


def _follows_payload(rule: Rule) -> Json:
    """Return a rule that a met test brings, with when it is due in words."""
    clocks = list(dict.fromkeys(clock_payload(reading) for reading in rule.readings))
    when = "; or ".join(clocks) or (rule.words if rule.kind is Kind.PROMPT else NO_FIGURE)
    return {"rule": rule.id, "action": rule.action, "when": when}


def event_payload(event: str | None, day: date | None) -> Json | None:
    """Return an event with its date, if it was given."""
    if event is None:
        return None
    return {
        "id": event,
        "label": EVENTS[event].label,
        "words": EVENTS[event].words,
        "date": iso(day),
        "known": day is not None,
    }


def ledger_payload(counted: Count | None) -> list[Json]:
    """Return a count's days in date order."""
    if counted is None:
        return []
    days = zip(counted.ledger, ledger_words(counted.ledger), strict=True)
    return [
        {"date": day.date.isoformat(), "day": day.day, "name": day.name, "n": day.n, "words": words}
        for day, words in days
    ]


def edition_payload(edition: Edition) -> Json:
    """Return what is held of an edition."""
    later = successor(edition)
    in_force = edition.in_force
    return {
        "edition": edition.id,
        "nation": edition.nation,
        "review": edition.review,
        "guidance": edition.guidance,
        "in_force": {
            "from": in_force.start,
            "from_is": in_force.start_is,
            "to": in_force.end,
            "to_is": in_force.end_is,
        },
        "in_words": days_in_force(edition),
        "status": "superseded" if superseded(edition) else "current",
        "superseded_by": later.id if later else None,
        "coverage": edition.coverage,
        "coverage_note": edition.coverage_note,
        "transition": edition.transition,
        "checked": edition.checked,
        "review_by": edition.review_by,
        "rules": [rule.id for rule in edition.rules],
    }


def iso(day: date | None) -> str | None:
    """Return 'YYYY-MM-DD', or None."""
    return day.isoformat() if day else None
