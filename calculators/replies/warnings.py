"""What a reader must be warned of beside the dates: superseded text, odd events, dates that could still move."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calculators.counting import Standing, bounds, days_in_force, facts_in, facts_of, leaves, said, standing, value
from calculators.records import Direction, Happened, Kind
from calculators.register import EVENTS, FACTS, ahead, last_held_rule, successor, superseded
from calculators.replies.back_plan import counted_back, last_before
from calculators.replies.parts import said_value
from calculators.wording import coverage_words, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from calculators.counting import Case, Planned, Value
    from calculators.records import Edition


_PICKS_THE_EDITION = "incident"
_PUBLICATIONS = {"publication": ("notification", "first-look", "decision"), "national-publication": ()}
"""The events that make a report public, each with the topics whose steps are over by then."""


def warnings_of(edition: Edition, case: Case, plan: Sequence[Planned]) -> tuple[str, ...]:
    """Return the warnings of a plan, as whole sentences. Whether the edition has aged is told if the case knows the day."""
    return (
        *_about_currency(edition, case.today),
        *_about_age(edition, case.today),
        *_about_figures(edition, case),
        *about_facts(case.facts),
        *about_unused_facts(edition, case.facts),
        *about_events(edition, case.events, plan),
        *_about_days_to_come(case),
        *_about_publication(case.events, plan),
        *_about_days_counted_back(case, plan),
        *_about_done(case, plan),
        *_about_readings(plan),
    )


def about_facts(facts: Mapping[str, Value]) -> Iterator[str]:
    """Warn of facts that contradict each other."""
    told: set[frozenset[str]] = set()
    for fact, given in facts.items():
        for excluded in FACTS[fact].excludes if given else ():
            if value(excluded, facts):
                others = [other for other in dict.fromkeys(facts_in(excluded)) if facts.get(other) is not None]
                if frozenset({fact, *others}) not in told:
                    told.add(frozenset({fact, *others}))
                    said = " ".join(f"{FACTS[name].question} {said_value(facts[name])}" for name in (fact, *others))
                    yield f"These answers contradict each other; check them. {said}"


def about_unused_facts(edition: Edition, facts: Mapping[str, Value]) -> Iterator[str]:
    """Warn of facts about which neither a test nor a rule of the edition asks."""
    if not facts:
        return
    asked = {fact for test in edition.tests for fact in facts_of(test)}
    asked |= {fact for rule in edition.rules if rule.applies for fact in facts_in(rule.applies)}
    for fact in facts:
        if fact not in asked:
            yield f"No test and no rule of {edition.guidance} asks: {FACTS[fact].question} The answer was not used; if another question of this edition asks the like, answer that too."


def _about_figures(edition: Edition, case: Case) -> Iterator[str]:
    """Warn of figures that were supplied, once the text in which they were read is due to be read again."""
    used = {figure.supplied.by for figure in case.figures.values()}
    latest = max((figure.supplied.read_on for figure in case.figures.values()), default="")
    if used and (case.today.isoformat() if case.today else latest) > edition.review_by:
        yield (
            f"The figures supplied by {_listed(sorted(used), last=' and ')} were due to be read again by "
            f"{in_words(date.fromisoformat(edition.review_by))}. Check each against the text in force."
        )


def _about_done(case: Case, plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of acts that are said to be done on a day yet to come, or before what their time runs from, or ran when it was last held."""
    for planned in plan:
        day, rule = planned.done, planned.rule
        if not day:
            continue
        readings = (*rule.readings, *(last_held_rule(rule.last_held)[1].readings if rule.last_held else ()))
        starts = [_given(each.event, case.events) for each in readings if each.direction is Direction.AFTER]
        first = min(filter(None, starts), key=lambda event: case.events[event], default=None)
        if case.today and day > case.today:
            yield f"{rule.action}: given as done on {in_words(day)}, which is yet to come; check the date."
        elif first and day < case.events[first]:
            yield f"{rule.action}: given as done on {in_words(day)}, before {EVENTS[first].label}; check both dates."


def _given(event: str, events: Mapping[str, date]) -> str | None:
    """Return an event whose date was given, or else the latest given of those that it follows, at one remove or more."""
    if event in events:
        return event
    earlier = filter(None, (_given(each, events) for each in EVENTS[event].follows))
    return max(earlier, key=lambda name: events[name], default=None)


def about_events(edition: Edition, events: Mapping[str, date], plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of the dates that were given: outside the edition's, used by no rule, or in an odd order."""
    yield from _about_dates_in_force(edition, events)
    yield from _about_unused(edition, events, plan)
    yield from (words for _, words in out_of_order(events))


def _about_currency(edition: Edition, today: date | None = None) -> Iterator[str]:
    """Warn that a later edition has taken this one's place, or that this one has not begun, and what is held of it."""
    later = successor(edition, today)
    if later:
        yield (
            f"These dates are from {edition.guidance}, superseded: {later.guidance} is in force from "
            f"{said(later.in_force.start)} ({later.in_force.start_is}). Check each against the newer text."
        )
    elif ahead(edition, today):
        yield f"{edition.guidance} is not in force yet: it begins on {said(edition.in_force.start)} ({edition.in_force.start_is})."
    elif superseded(edition, today):
        yield (
            f"{edition.guidance} was in force {days_in_force(edition)}. This guide holds no edition that followed it: "
            "check each date against the text in force."
        )
    if edition.coverage != "whole":
        yield coverage_words(edition, called=edition.guidance) if later else coverage_words(edition)


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
    if used.issuperset(events):
        return
    used |= {planned.rule.event for planned in plan if planned.rule.event}
    for rule in edition.rules:
        used |= {leaf.event for leaf in leaves(rule.applies) if isinstance(leaf, Happened)} if rule.applies else set()
        used |= {reading.event for reading in last_held_rule(rule.last_held)[1].readings} if rule.last_held else set()
    for event in events:
        if event not in used:
            use = "says which edition governs, and no more" if event == _PICKS_THE_EDITION else "was not used"
            yield f"{EVENTS[event].label} starts no clock in {edition.guidance}; its date {use}."


def _about_days_to_come(case: Case) -> Iterator[str]:
    """Warn of events that are given for a day yet to come: planned ones, or a year mistyped."""
    ahead_of_today = [
        f"{EVENTS[event].label}, {in_words(day)}"
        for event, day in case.events.items()
        if case.today and day > case.today
    ]
    if ahead_of_today:
        one = len(ahead_of_today) == 1
        yield (
            f"{_listed(ahead_of_today, last=', and ')}, {'is' if one else 'are'} yet to come. Check the "
            f"{'date' if one else 'dates'}: what is counted from {'it' if one else 'them'} is provisional."
        )


def out_of_order(events: Mapping[str, date]) -> Iterator[tuple[str, str]]:
    """Yield each event that is dated before one that it follows, and the sentence that says so."""
    for event, day in events.items():
        for earlier in EVENTS[event].follows:
            if earlier in events and day < events[earlier]:
                former = f"{EVENTS[earlier].label}, {in_words(events[earlier])}"
                yield event, f"{EVENTS[event].label}, {in_words(day)}, is before {former}; check both dates."


def _about_publication(events: Mapping[str, date], plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of a publication that is given for a day after its own limit, or before steps that come first have run out."""
    open_acts = [
        (planned.rule, planned.shown, planned.shown.counted.due)
        for planned in plan
        if planned.rule.kind is Kind.DEADLINE and planned.applies is not False and not planned.done
        if planned.shown and planned.shown.counted and planned.shown.reading.direction is Direction.AFTER
    ]
    for event in (each for each in _PUBLICATIONS if each in events):
        given = f"{EVENTS[event].label}, {in_words(events[event])},"
        for rule, shown, due in open_acts:
            if rule.topic == "publication" and shown.reading.event in EVENTS[event].follows and due < events[event]:
                yield f"{given} is after the limit of this step, {in_words(due)}: {rule.action}. Check both dates."
        late = [
            f"{rule.action}, {in_words(due)}"
            for rule, _, due in open_acts
            if rule.topic in _PUBLICATIONS[event] and due > events[event]
        ]
        if late:
            yield f"{given} is before the last day of steps that come first; check the dates: {_listed(late, last=', and ')}."


def _about_days_counted_back(case: Case, plan: Sequence[Planned]) -> Iterator[str]:
    """Warn where the last day for an act before an event lies before what was given as leading to that event."""
    for event, steps in counted_back(case, plan):
        last = last_before(event, case, plan)
        late = [
            f"{planned.rule.action}, {in_words(due)}"
            for planned, due in steps
            if not planned.done and last and due < last[1]
        ]
        if last and late:
            yield (
                f"{EVENTS[last[0]].label}, {in_words(last[1])}, is after the last day of what must be done before "
                f"{EVENTS[event].words}; check the dates, or choose a later day for it: {_listed(late, last=', and ')}."
            )


def _about_readings(plan: Sequence[Planned]) -> Iterator[str]:
    """Warn of each event whose date is missing and could move a date that is shown."""
    for planned in plan:
        if planned.could_move:
            change = "make it later" if planned.rule.kind is Kind.RETENTION else "make it earlier"
            labels = list(dict.fromkeys(EVENTS[event].label for event in planned.could_move))
            have = "has" if len(labels) == 1 else "have"
            waiting = _listed(labels, last=" and ")
            yield f"{planned.rule.action}: the date is not settled. {waiting} {have} no date yet, and could {change}."


def _listed(parts: Sequence[str], *, last: str) -> str:
    """Return 'one', 'one and two' or 'one; two; and three', with `last` before the last."""
    *first, end = parts
    return f"{'; '.join(first)}{last}{end}" if first else end
