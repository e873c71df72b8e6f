"""Back from a day that was given, such as publication: what must be done by when, and what time the other dates leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.counting import between
from calculators.records import BeyondHorizon, Direction
from calculators.register import EVENTS
from calculators.replies.parts import VALUES, event_payload
from calculators.wording import since_words, slack_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from calculators.counting import Case, Planned, WorkingCalendar
    from calculators.reply import BackPlanReply, BackStepReply, SlackReply


def back_plans(case: Case, plan: Sequence[Planned], *, calendar: WorkingCalendar) -> list[BackPlanReply]:
    """Return each event that was given and from which acts count back, with these acts, the first latest day first."""
    return [
        _back_plan(event, steps, last_before(event, case, plan), case, calendar=calendar)
        for event, steps in counted_back(case, plan)
    ]


def counted_back(case: Case, plan: Sequence[Planned]) -> Iterator[tuple[str, list[tuple[Planned, date]]]]:
    """Yield each event that was given and from which acts count back, with those that apply or may, by their latest day."""
    for event in case.events:
        steps = [
            (planned, planned.shown.counted.due)
            for planned in plan
            if planned.applies is not False and planned.shown and planned.shown.counted
            if planned.shown.reading.direction is Direction.BEFORE and planned.shown.reading.event == event
        ]
        if steps:
            yield event, sorted(steps, key=lambda step: step[1])


def last_before(event: str, case: Case, plan: Sequence[Planned]) -> tuple[str, date] | None:
    """Return the last date given of what leads to `event`: what it follows, or what follows that. None if none is given."""
    ends = {
        each.event for planned in plan for each in planned.rule.readings if each.direction is Direction.BEFORE
    }  # a day that is itself counted back from leads to no other
    leads = EVENTS[event].follows
    given = [
        (day, name)
        for name, day in case.events.items()
        if name not in ends and day <= case.events[event]
        if name in leads or any(earlier in leads for earlier in EVENTS[name].follows)
    ]
    if not given:
        return None
    day, name = max(given)
    return name, day


def _back_plan(
    event: str,
    steps: Sequence[tuple[Planned, date]],
    last: tuple[str, date] | None,
    case: Case,
    *,
    calendar: WorkingCalendar,
) -> BackPlanReply:
    """Return one event with the acts before it."""
    return {
        "event": event_payload(event, case.events[event]),
        "since": event_payload(*last) if last else None,
        "words": since_words(EVENTS[last[0]].words, last[1])
        if last
        else "No date that leads to it is given, so no time for each is counted.",
        "steps": [_step(planned, due, last[1] if last else None, calendar=calendar) for planned, due in steps],
    }


def _step(planned: Planned, due: date, start: date | None, *, calendar: WorkingCalendar) -> BackStepReply:
    """Return one act that must be done before the event, with the time that is left for it."""
    return {
        "rule": planned.rule.id,
        "action": planned.rule.action,
        "who": planned.rule.who,
        "by": due.isoformat(),
        "applies": VALUES[planned.applies],
        "done": planned.done.isoformat() if planned.done else None,
        "slack": _slack(start, due, calendar=calendar) if start and not planned.done else None,
    }


def _slack(start: date, due: date, *, calendar: WorkingCalendar) -> SlackReply:
    """Return the days from the last date given to an act's latest day, negative if they conflict."""
    try:
        working_days: int | None = between(calendar, start, due)
    except BeyondHorizon:
        working_days = None
    days = (due - start).days
    return {"days": days, "working_days": working_days, "words": slack_words(days, working_days)}
