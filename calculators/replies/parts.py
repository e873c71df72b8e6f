"""The shapes of an answer: records made into the dictionaries that become JSON, the same for every door."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from calculators import __version__
from calculators.counting import days_in_force, facts_of, last_working_day_before, value
from calculators.records import YOUR_COPY, Direction, Kind, Refused
from calculators.register import CONTENT, EVENTS, FACTS, ahead, as_of, successor, superseded
from calculators.typed import ISO, from_iso
from calculators.wording import (
    NO_FIGURE,
    clock_words,
    event_words,
    in_full,
    ledger_words,
    outcome_words,
    period_words,
    prompt_words,
    read_words,
    supplied_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from typing import Literal

    from calculators.counting import Dated, Decision, Value, WorkingCalendar
    from calculators.records import Citation, Count, Edition, Period, Reading, Rule, Supplied, Test
    from calculators.reply import (
        CriteriaReply,
        DayReply,
        EditionReply,
        EventReply,
        FigureReply,
        FollowsReply,
        HeldReadingReply,
        PeriodReply,
        SourceReply,
        TestReply,
        WindowReply,
        YesNoUnknown,
    )

FORMAT = 1
_RUNS = {Direction.AFTER: "after", Direction.BEFORE: "before", Direction.KEPT: "kept", Direction.WINDOW: "window"}
VALUES: dict[bool | None, YesNoUnknown] = {True: "yes", False: "no", None: "unknown"}


def said_value(value: Value) -> str:
    """Return how an answer to a fact's question is said."""
    return {True: "Yes.", False: "No.", None: "Not known."}[value]


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
    return clock_words(reading.period, reading.direction, event_words(EVENTS[reading.event], reading.direction))


def supplied_source(supplied: Supplied) -> SourceReply:
    """Return where a supplied figure stands, and who read it there."""
    return {
        "ref": YOUR_COPY,
        "title": supplied.source,
        "place": supplied.place,
        "read": "none",
        "via": None,
        "how_known": supplied_words(supplied),
        "url": None,
    }


def source_payload(edition: Edition, citation: Citation) -> SourceReply:
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
        "read": source.read.value,
        "via": citation.via,
        "how_known": read_words(source.read, via_title),
        "url": source.url,
    }


def period_payload(
    period: Period,
    runs: Direction,
    start: date,
    counted: Count,
    *,
    calendar: WorkingCalendar,
    holidays: Literal["published", "projected"] | None,
) -> PeriodReply:
    """Return what one length of time comes to, with its count."""
    return {
        "format": FORMAT,
        "calendar": calendar.id,
        "release": __version__,
        "content": CONTENT,
        "words": period_words(period, runs, start, counted.due, counted.until),
        "clock": clock_words(period, runs, "that day"),
        "due": counted.due.isoformat(),
        "until": iso(counted.until),
        "last_working_day_before": iso(
            None if runs is Direction.WINDOW else last_working_day_before(counted.due, calendar=calendar)
        ),
        "holidays": holidays,
        "count": ledger_payload(counted),
        "notes": list(counted.notes),
    }


def criteria_payload(
    edition: Edition,
    test: Test,
    decision: Decision,
    facts: Mapping[str, Value],
    *,
    warnings: Sequence[str] = (),
    window: WindowReply | None = None,
    today: date | None = None,
    reference: str | None = None,
) -> CriteriaReply:
    """Return one test's answer."""
    return {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "checked": edition.checked,
        "today": iso(today),
        "reference": reference,
        "warnings": list(warnings),
        **test_payload(edition, test, decision, facts, window=window),  # type: ignore[typeddict-item] # it has no file
    }


def test_payload(
    edition: Edition, test: Test, decision: Decision, facts: Mapping[str, Value], *, window: WindowReply | None
) -> TestReply:
    """Return what a test comes to, with each limb's value and place, and what follows if it is met."""
    return {
        "edition": edition.id,
        "guidance": edition.guidance,
        "test": test.id,
        "question": test.question,
        "outcome": decision.outcome,
        "outcome_words": outcome_words(decision.outcome, test, as_read(edition, test)),
        "then": test.outcome,
        "who": test.who,
        "duty": test.duty.value if test.duty else None,
        "because": list(decision.because),
        "would_change": list(decision.would_change),
        "facts": {
            fact: {"value": VALUES[facts.get(fact)], "question": FACTS[fact].question} for fact in facts_of(test)
        },
        "limbs": [
            {"text": limb.text, "value": VALUES[value], "source": source_payload(edition, limb.citation)}
            for limb, value in decision.limbs
        ],
        "follows": [_follows_payload(rule) for rule in edition.rules if rule.id in test.follows],
        "window": window,
        "notes": list(decision.notes),
        "source": source_payload(edition, test.citation),
    }


def as_read(edition: Edition, test: Test) -> str | None:
    """Return which text a test stands on, where amendments since were not checked."""
    cited = (test.citation, *(limb.citation for limb in test.limbs))
    return next((read for each in cited if (read := edition.sources[each.ref].as_read)), None)


def _follows_payload(rule: Rule) -> FollowsReply:
    """Return a rule that a met test brings, with when it is due in words: a prompt's own first, and its readings beside."""
    clocks = [clock_payload(reading) for reading in rule.readings]
    if rule.kind is Kind.PROMPT:
        labels = [reading.label for reading in rule.readings]
        when = prompt_words(rule.words or "", list(zip(clocks, labels, strict=True)))
    else:
        when = "; or ".join(dict.fromkeys(clocks)) or NO_FIGURE
    return {"rule": rule.id, "action": rule.action, "when": when}


@overload
def event_payload(event: str, day: date | None) -> EventReply: ...
@overload
def event_payload(event: str | None, day: date | None) -> EventReply | None: ...
def event_payload(event: str | None, day: date | None) -> EventReply | None:
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


def ledger_payload(counted: Count | None) -> list[DayReply]:
    """Return a count's days in date order."""
    if counted is None:
        return []
    ledger = counted.ledger
    days = zip(ledger, ledger_words(ledger), strict=True)
    return [
        {"date": day.date.isoformat(), "day": day.day, "name": day.name, "n": day.n, "words": words}
        for day, words in days
    ]


def edition_payload(edition: Edition, today: date | None) -> EditionReply:
    """Return what is held of an edition, and how it stands on a day; on that of the last check if that is later, or none is given."""
    later = successor(edition, today)
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
        "status": "superseded" if superseded(edition, today) else "ahead" if ahead(edition, today) else "current",
        "status_on": as_of(today).isoformat(),
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


def applies_word(reading: Reading, facts: Mapping[str, Value]) -> YesNoUnknown:
    """Return whether a reading is the one for this case: yes of one that goes by no fact, else as far as the facts say."""
    if reading.applies is None:
        return "unknown" if reading.applies_when else "yes"
    return VALUES[value(reading.applies, facts)]


def held_reading(edition: Edition, each: Dated, facts: Mapping[str, Value]) -> HeldReadingReply:
    """Return one reading with its dates, whether the facts make it the one, and its own source."""
    return {
        "id": each.reading.id,
        "label": each.reading.label,
        "event": event_payload(each.reading.event, each.event),
        "period": str(each.reading.period),
        "clock": clock_payload(each.reading),
        "due": iso(each.counted.due if each.counted else None),
        "until": iso(each.counted.until if each.counted else None),
        "applies": applies_word(each.reading, facts),
        "source": source_payload(edition, each.reading.citation),
        "figure": figure_payload(each.reading),
    }


def figure_payload(reading: Reading) -> FigureReply | None:
    """Return a reading's figure as a figures file writes it, or None where such a file has no words for it."""
    period, runs = reading.period, _RUNS.get(reading.direction)
    unit = f"{'clear ' if period.clear else ''}{period.unit}s"
    return {"length": period.length, "unit": unit, "runs": runs, "event": reading.event} if runs else None
