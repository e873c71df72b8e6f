"""The answer to 'what is due when': a plan made into the dictionary that becomes JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__
from calculators.counting import between, last_working_day_before
from calculators.records import BeyondHorizon
from calculators.register import BODIES, CONTENT, successor
from calculators.replies.parts import FORMAT, clock_payload, event_payload, iso, ledger_payload, source_payload
from calculators.wording import left_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calculators.counting import Case, Dated, Planned, WorkingCalendar
    from calculators.records import Count, Edition, Rule
    from calculators.reply import Json


def plan_payload(
    edition: Edition, case: Case, plan: Sequence[Planned], warnings: Sequence[str], *, calendar: WorkingCalendar
) -> Json:
    """Return the answer to 'what is due when' for one edition and case."""
    later = successor(edition)
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
        "warnings": list(warnings),
        "dates": [_rule_payload(edition, planned, case, calendar=calendar) for planned in plan],
    }


def _rule_payload(edition: Edition, planned: Planned, case: Case, *, calendar: WorkingCalendar) -> Json:
    """Return one rule of a plan. With readings, the top level shows the reading whose date is the rule's own."""
    rule, shown = planned.rule, planned.shown
    disputed = len(planned.readings) > 1
    return {
        "rule": rule.id,
        "topic": rule.topic,
        "kind": rule.kind,
        "state": planned.state,
        "settled": planned.settled,
        "action": rule.action,
        "who": rule.who,
        "to": list(rule.to),
        "bodies": [{"id": body, "name": BODIES[body].name, "how": BODIES[body].how} for body in rule.to],
        "duty": (shown.reading.duty if shown else None) or rule.duty,
        "period": str(shown.reading.period) if shown else None,
        "words": rule.words,
        "clock": clock_payload(shown.reading) if shown else None,
        "event": event_payload(shown.reading.event, shown.event) if shown else event_payload(rule.event, None),
        **_shown_timing(shown, calendar=calendar),
        "left": _left(shown.count if shown else None, case.today, calendar=calendar),
        "readings": [_reading_payload(edition, rule, each, calendar=calendar) for each in planned.readings]
        if disputed
        else [],
        "notes": list(dict.fromkeys((*rule.notes, *_notes_of(shown)))),
        "source": source_payload(edition, shown.reading.citation if shown else rule.citation),
    }


def _reading_payload(edition: Edition, rule: Rule, each: Dated, *, calendar: WorkingCalendar) -> Json:
    """Return one reading of a disputed rule."""
    return {
        "id": each.reading.id,
        "event": event_payload(each.reading.event, each.event),
        "period": str(each.reading.period),
        "clock": clock_payload(each.reading),
        "duty": each.reading.duty or rule.duty,
        **_shown_timing(each, calendar=calendar),
        "safest": each.safest,
        "applies_when": each.reading.applies_when,
        "notes": list(_notes_of(each)),
        "source": source_payload(edition, each.reading.citation),
    }


def _shown_timing(each: Dated | None, *, calendar: WorkingCalendar) -> Json:
    """Return the date of a reading and everything that stands beside it."""
    counted = each.count if each else None
    if_closed = each.if_closed if each else None
    return {
        "due": iso(counted.due if counted else None),
        "until": iso(counted.until if counted else None),
        "last_working_day_before": iso(last_working_day_before(counted.due, calendar=calendar) if counted else None),
        "if_closed_days_excluded": iso(if_closed.due if if_closed else None),
        "count": ledger_payload(counted),
        "count_if_closed_days_excluded": ledger_payload(if_closed),
    }


def _notes_of(each: Dated | None) -> tuple[str, ...]:
    """Return what is to be said of a reading: its own note, then what its count says."""
    if each is None:
        return ()
    own = (each.reading.note,) if each.reading.note else ()
    return (*own, *each.notes)


def _left(counted: Count | None, today: date | None, *, calendar: WorkingCalendar) -> Json | None:
    """Return the days and working days from `today` to the date counted, negative once past; None unless both are known."""
    if not counted or not today:
        return None
    try:
        working_days: int | None = between(calendar, today, counted.due)
    except BeyondHorizon:
        working_days = None
    days = (counted.due - today).days
    return {"days": days, "working_days": working_days, "words": left_words(days, working_days)}
