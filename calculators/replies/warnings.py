"""What a reader must be warned of beside the dates: superseded text, odd events, dates that could still move."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calculators.counting import Standing, bounds, said, standing
from calculators.records import Kind
from calculators.register import EVENTS, days_in_force, successor, superseded
from calculators.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from calculators.counting import Planned
    from calculators.records import Edition


def warnings_of(
    edition: Edition, events: Mapping[str, date], plan: Sequence[Planned], *, today: date | None
) -> tuple[str, ...]:
    """Return the warnings of a plan, as whole sentences. Whether the edition has aged is told if `today` is given."""
    return (
        *_about_currency(edition),
        *_about_age(edition, today),
        *about_events(edition, events, plan),
        *_about_readings(plan),
    )


def about_events(edition: Edition, events: Mapping[str, date], plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of the dates that were given: outside the edition's, used by no rule, or in an odd order."""
    yield from _about_dates_in_force(edition, events)
    yield from _about_unused(edition, events, plan)
    yield from _about_order(events)


def _about_currency(edition: Edition) -> Iterator[str]:
    """Warn that a later edition has taken this one's place, and what is held of that."""
    later = successor(edition)
    if later:
        yield (
            f"These dates are from {edition.guidance}, superseded: {later.guidance} is in force from "
            f"{said(later.in_force.start)} ({later.in_force.start_is}). Check each against the newer text."
        )
    elif superseded(edition):
        yield (
            f"{edition.guidance} was in force {days_in_force(edition)}. This guide holds no edition that followed it: "
            "check each date against the text in force."
        )
    held = {"partial": "is held in part", "stub": "is in force, but its figures are not held"}
    if edition.coverage in held:
        yield f"{edition.guidance} {held[edition.coverage]}. {edition.coverage_note}"


def _about_age(edition: Edition, today: date | None) -> Iterator[str]:
    """Warn that what is held of this edition was due to be checked again."""
    if today and today.isoformat() > edition.review_by:
        due, checked = (in_words(date.fromisoformat(day)) for day in (edition.review_by, edition.checked))
        yield (
            f"What this guide holds of {edition.guidance} was last checked on {checked}, and was due to be checked "
            f"again by {due}. Check each date against the text in force."
        )


def _about_dates_in_force(edition: Edition, events: Mapping[str, date]) -> Iterator[str]:
    """Warn of events outside the edition's dates, or at a border whose day is not held."""
    placed = {event: standing(edition.in_force, day) for event, day in events.items()}
    outside = [
        f"{EVENTS[event].label}, {in_words(events[event])}"
        for event, where in placed.items()
        if where in {Standing.BEFORE, Standing.AFTER}
    ]
    if outside:
        lie = "lies" if len(outside) == 1 else "lie"
        yield (
            f"{_listed(outside, last=', and ')}, {lie} outside the dates of this edition, "
            f"in force {days_in_force(edition)}."
        )
    for event, where in placed.items():
        if where in {Standing.AT_UNKNOWN_START, Standing.AT_UNKNOWN_END}:
            border = edition.in_force.start if where is Standing.AT_UNKNOWN_START else edition.in_force.end
            first, last = bounds(border or "")
            yield (
                f"{EVENTS[event].label}, {in_words(events[event])}: this edition's border is known only as lying between "
                f"{in_words(first)} and {in_words(last)}, so we cannot say whether it covers that day."
            )


def _about_unused(edition: Edition, events: Mapping[str, date], plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of events that no rule of the edition, nor any figure of the reader's own, counts from."""
    used = {reading.event for planned in plan for reading in planned.rule.readings}
    used |= {planned.rule.event for planned in plan if planned.rule.event}
    for event in events:
        if event not in used:
            yield f"{EVENTS[event].label} starts no clock in {edition.guidance}; its date was not used."


def _about_order(events: Mapping[str, date]) -> Iterator[str]:
    """Warn of events dated before one that they follow."""
    for event, day in events.items():
        for earlier in EVENTS[event].follows:
            if earlier in events and day < events[earlier]:
                yield (
                    f"{EVENTS[event].label}, {in_words(day)}, is before "
                    f"{EVENTS[earlier].label}, {in_words(events[earlier])}; check both dates."
                )


def _about_readings(plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of each event whose date is missing and could move a date that is shown."""
    for planned in plan:
        if planned.state != "due" or planned.rule.kind is Kind.LOOKBACK:
            continue
        missing = [EVENTS[reading.reading.event].label for reading in planned.readings if reading.event is None]
        if missing:
            change = "make it later" if planned.rule.kind is Kind.RETENTION else "make it earlier"
            labels = list(dict.fromkeys(missing))
            have = "has" if len(labels) == 1 else "have"
            waiting = _listed(labels, last=" and ")
            yield f"{planned.rule.action}: the date is not settled. {waiting} {have} no date yet, and could {change}."


def _listed(parts: Sequence[str], *, last: str) -> str:
    """Return 'one', 'one and two' or 'one; two; and three', with `last` before the last."""
    *first, end = parts
    return f"{'; '.join(first)}{last}{end}" if first else end
