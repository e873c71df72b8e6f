"""The answer to 'what is due when': a plan made into the dictionary that becomes JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__
from calculators.counting import (
    any_projected,
    applies,
    because,
    between,
    holidays_behind,
    known_of,
    last_working_day_before,
    planned,
    still_open,
)
from calculators.records import BeyondHorizon, Kind
from calculators.register import BODIES, CONTENT, EVENTS, FACTS, calendar, last_held_rule, successor
from calculators.replies.back_plan import back_plans
from calculators.replies.parts import (
    FORMAT,
    VALUES,
    applies_word,
    clock_payload,
    event_payload,
    figure_payload,
    held_reading,
    iso,
    ledger_payload,
    said_value,
    source_payload,
    supplied_source,
)
from calculators.replies.warnings import out_of_order
from calculators.wording import contact_words, last_held_words, left_words, supplied_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from calculators.counting import Case, Dated, Planned, WorkingCalendar
    from calculators.records import Edition, Rule, Supplied
    from calculators.reply import (
        AskedReply,
        BodyReply,
        DayReply,
        DoneReply,
        DutyWord,
        HeldDateReply,
        HeldReadingReply,
        LastHeldReply,
        LeftReply,
        PlanReply,
        ReadingReply,
        RuleReply,
        SourceReply,
        SuppliedReply,
        TimingReply,
    )


def plan_payload(
    edition: Edition,
    case: Case,
    plan: Sequence[Planned],
    warnings: Sequence[str],
    *,
    calendar: WorkingCalendar,
    reference: str | None = None,
    asked: AskedReply,
) -> PlanReply:
    """Return the answer to 'what is due when' for one edition and case."""
    later = successor(edition, case.today)
    open_facts = still_open(edition, known_of(edition, case.facts, case.events))
    return {
        "format": FORMAT,
        "edition": edition.id,
        "guidance": edition.guidance,
        "superseded_by": later.guidance if later else None,
        "calendar": edition.calendar,
        "working_day": edition.working_day_note,
        "release": __version__,
        "content": CONTENT,
        "checked": edition.checked,
        "today": iso(case.today),
        "reference": reference,
        "asked": asked,
        "warnings": list(warnings),
        "out_of_order": [{"event": event, "words": words} for event, words in out_of_order(case.events)],
        "dates": [_rule_payload(edition, planned, case, calendar=calendar) for planned in plan],
        "back": back_plans(case, plan, calendar=calendar),
        "open": [fact for fact in FACTS if fact in open_facts],
    }


def _rule_payload(edition: Edition, planned: Planned, case: Case, *, calendar: WorkingCalendar) -> RuleReply:
    """Return one rule of a plan. With readings, the top level shows the reading whose date is the rule's own."""
    rule, shown = planned.rule, planned.shown
    several = len(planned.readings) > 1 or bool(planned.readings and rule.kind is Kind.PROMPT)
    duty = (shown.reading.duty if shown else None) or rule.duty
    known = known_of(edition, case.facts, case.events)
    overridden = (
        planned.done is not None and applies(rule, known) is False
    )  # it was done, so it is not said not to apply
    because_facts, because_tests = ((), ()) if overridden else because(rule, known)
    return {
        "rule": rule.id,
        "topic": rule.topic,
        "kind": rule.kind.value,
        "state": planned.state,
        "settled": planned.settled,
        "applies": VALUES[planned.applies],
        "because_facts": list(because_facts),
        "because_tests": list(because_tests),
        "because_words": [f"{FACTS[fact].question} {said_value(case.facts.get(fact))}" for fact in because_facts],
        "at_once": rule.at_once,
        "action": rule.action,
        "who": rule.who,
        "to": list(rule.to),
        "bodies": [_body_payload(body, rule) for body in rule.to],
        "duty": duty.value if duty else None,
        "time_duty": _time_duty(rule, shown),
        "period": str(shown.reading.period) if shown else None,
        "words": rule.words,
        "clock": clock_payload(shown.reading) if shown else None,
        "event": event_payload(shown.reading.event, shown.event) if shown else event_payload(rule.event, None),
        **_timing(rule, shown, calendar=calendar),
        "left": left_payload(rule, shown, case.today, planned.done, calendar=calendar),
        "readings": [_reading_payload(edition, planned, each, case, calendar=calendar) for each in planned.readings]
        if several
        else [],
        "last_held": _last_held(rule.last_held, case, planned.done) if rule.last_held else None,
        "supplied": _supplied_payload(planned.supplied) if planned.supplied else None,
        "done": done_payload(planned.done, shown) if planned.done else None,
        "notes": list(dict.fromkeys((*rule.notes, *_notes_of(shown)))),
        "source": _source_of(edition, planned),
    }


def _source_of(edition: Edition, planned: Planned) -> SourceReply:
    """Return where a rule's figure stands: with whoever supplied it, else in the reading that is shown."""
    if planned.supplied:
        return supplied_source(planned.supplied)
    return source_payload(edition, planned.shown.reading.citation if planned.shown else planned.rule.citation)


def _time_duty(rule: Rule, shown: Dated | None) -> DutyWord | None:
    """Return the force of a rule's time limit, or of the reading shown; None where it is the duty's own."""
    duty = (shown.reading.duty if shown else None) or rule.duty
    force = (shown.reading.time_duty if shown else None) or rule.time_duty
    return force.value if force and force is not duty else None


def _body_payload(body: str, rule: Rule) -> BodyReply:
    """Return whom a rule says to tell, and how that body is reached with what it sends."""
    return {"id": body, "name": BODIES[body].name, "how": contact_words(BODIES[body], rule.sends)}


def _reading_payload(
    edition: Edition, planned: Planned, each: Dated, case: Case, *, calendar: WorkingCalendar
) -> ReadingReply:
    """Return one reading of a disputed rule."""
    rule = planned.rule
    duty = each.reading.duty or rule.duty
    return {
        "id": each.reading.id,
        "label": each.reading.label,
        "event": event_payload(each.reading.event, each.event),
        "period": str(each.reading.period),
        "clock": clock_payload(each.reading),
        "duty": duty.value if duty else None,
        "time_duty": _time_duty(rule, each),
        **_timing(rule, each, calendar=calendar),
        "left": left_payload(rule, each, case.today, planned.done, calendar=calendar),
        "safest": each.safest,
        "applies_when": each.reading.applies_when,
        "applies": applies_word(each.reading, case.facts),
        "notes": list(_notes_of(each)),
        "source": source_payload(edition, each.reading.citation),
    }


def _timing(rule: Rule, each: Dated | None, *, calendar: WorkingCalendar) -> TimingReply:
    """Return the date of a reading and everything that stands beside it."""
    counted = each.counted if each else None
    if_closed = each.if_closed if each else None
    day = (
        counted.due if counted and rule.kind is not Kind.LOOKBACK else None
    )  # nobody acts on the first day of a window
    return {
        "due": iso(counted.due if counted else None),
        "until": iso(counted.until if counted else None),
        "last_working_day_before": iso(last_working_day_before(day, calendar=calendar) if day else None),
        "if_closed_days_excluded": iso(if_closed.due if if_closed else None),
        "holidays": holidays_behind(each, calendar=calendar) if each else None,
        "count": ledger_payload(counted),
        "count_if_closed_days_excluded": ledger_payload(if_closed),
    }


def _notes_of(each: Dated | None) -> tuple[str, ...]:
    """Return what is to be said of a reading: its own note, then what its count says."""
    if each is None:
        return ()
    own = (each.reading.note,) if each.reading.note else ()
    return (*own, *each.notes)


def left_payload(
    rule: Rule, shown: Dated | None, today: date | None, done: date | None, *, calendar: WorkingCalendar
) -> LeftReply | None:
    """Return the days and working days from `today` to a date, negative once past; None unless both are known.

    A window that lies behind is not left, nor past; nor is the date of an act that is done.
    """
    if not shown or not shown.counted or not today or done or rule.kind is Kind.LOOKBACK:
        return None
    due = shown.counted.due
    try:
        working_days: int | None = between(calendar, today, due)
    except BeyondHorizon:
        working_days = None
    days = (due - today).days
    return {"days": days, "working_days": working_days, "words": left_words(days, working_days)}


def done_payload(done: date, shown: Dated | None) -> DoneReply:
    """Return when an act was done, and how late."""
    due = shown.counted.due if shown and shown.counted else None
    return {"date": done.isoformat(), "days": (done - due).days if due else None}


def _supplied_payload(supplied: Supplied) -> SuppliedReply:
    """Return who read a figure, when and where."""
    return {
        "by": supplied.by,
        "role": supplied.role,
        "read_on": supplied.read_on,
        "source": supplied.source,
        "place": supplied.place,
        "words": supplied_words(supplied),
    }


def _last_held(name: str, case: Case, done: date | None) -> LastHeldReply:
    """Return the last figure that an earlier edition gave for the same act, and its date if it still held."""
    held, old = last_held_rule(name)
    days = calendar(held.calendar)
    found = planned(old, case, calendar=days, vocabulary=EVENTS)
    shown = found.shown
    first = shown or found.readings[0]
    projected = any_projected(found.readings, calendar=days)
    readings: list[HeldReadingReply] = (
        [held_reading(held, each, case.facts) for each in found.readings] if len(found.readings) > 1 else []
    )
    cited = (source_payload(held, each.reading.citation) for each in found.readings)
    sources = {source["title"]: source for source in cited}
    return {
        "edition": held.id,
        "rule": old.id,
        "guidance": held.guidance,
        "kind": old.kind.value,
        "period": str(first.reading.period),
        "clock": clock_payload(first.reading),
        "due": iso(shown.counted.due if shown and shown.counted else None),
        "event": event_payload(first.reading.event, first.event),
        "figure": figure_payload(first.reading),
        "holidays": "projected" if projected else holidays_behind(first, calendar=days),
        "readings": readings,
        "dates": _held_dates(found, case.today, done, calendar=days),
        "waits": [EVENTS[event].label for event in found.could_move],
        "source": source_payload(held, first.reading.citation),
        "sources": list(sources.values()),
        "words": last_held_words(
            tuple(sources), held.guidance, held.id, keep=old.kind is Kind.RETENTION, projected=projected
        ),
    }


def _held_dates(
    found: Planned, today: date | None, done: date | None, *, calendar: WorkingCalendar
) -> list[HeldDateReply]:
    """Return each date by the last figure held, with the readings that come to it and how far off it is from `today`."""
    dated: dict[date, list[Dated]] = {}
    for each in found.readings:
        if each.counted:
            dated.setdefault(each.counted.due, []).append(each)
    return [
        {
            "due": due.isoformat(),
            "labels": [each.reading.label for each in readings if each.reading.label],
            "off": left_payload(found.rule, readings[0], today, done, calendar=calendar),
            "counts": _counts(readings),
        }
        for due, readings in sorted(dated.items())
    ]


def _counts(readings: Iterable[Dated]) -> list[list[DayReply]]:
    """Return the days that some readings count, each way of counting once."""
    counts: list[list[DayReply]] = []
    for each in readings:
        if (count := ledger_payload(each.counted)) and count not in counts:
            counts.append(count)
    return counts
