"""What may be asked, one function a question: each reads its question's parts, calls the calculators, shapes the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from calculators import __version__
from calculators.counting import Case, count, decide, ledger, plan, planned, step
from calculators.files import file_of, reference_of
from calculators.records import Count, Direction
from calculators.register import (
    CONTENT,
    EDITIONS,
    EVENTS,
    FACTS,
    calendar,
    edition,
    governing,
    look_up,
    of_nation,
    test_of,
)
from calculators.replies import request
from calculators.replies.own_figure import own_rule
from calculators.replies.parts import FORMAT, criteria_payload, edition_payload, ledger_payload, period_payload
from calculators.replies.plan import plan_payload
from calculators.replies.warnings import warnings_of
from calculators.typed import period_from_fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from calculators.records import Rule
    from calculators.reply import Json

_RUNS = {"after": Direction.AFTER, "before": Direction.BEFORE, "kept": Direction.KEPT, "window": Direction.WINDOW}


# What each question may hold.
_KEYS = {
    "plan": ("ask", "edition", "events", "closed", "today", "own", "reference", "rule", "as", "made"),
    "criteria": ("ask", "edition", "test", "facts"),
    "workdays": ("ask", "calendar", "from", "add", "before", "back", "until"),
    "period": ("ask", "calendar", "length", "unit", "runs", "from"),
    "editions": ("ask", "nation", "on"),
}
_OWN_KEYS = ("length", "unit", "runs", "event", "place", "action")


def _ask_plan(asked: Json) -> Json:
    """Answer 'what is due when'."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS["plan"])
    held = problems.gather(edition, request.text(asked, "edition"))
    events: dict[str, date] = {}
    for event, typed in (problems.gather(request.mapping, asked, "events") or {}).items():
        known = problems.gather(look_up, EVENTS, event, what="an event", field=f"events.{event}")
        label = known.label if known else event
        day = problems.gather(request.day, typed, label=label, field=f"events.{event}") if known else None
        if day:
            events[event] = day
    events = {event: events[event] for event in EVENTS if event in events}  # in one order, whichever was given
    closed = {
        day
        for number, typed in enumerate(problems.gather(request.sequence, asked, "closed") or (), 1)
        if (day := problems.gather(request.day, typed, label=f"Closed day {number}", field=f"closed.{number}"))
    }
    today = problems.gather(request.day, asked.get("today"), label="Today", field="today")
    own = _own_rules(problems.gather(request.sequence, asked, "own") or [], problems)
    reference = problems.gather(reference_of, asked.get("reference"))
    made = problems.gather(request.time_of, asked.get("made"), field="made")
    only = request.text(asked, "rule") or None
    if only is None and asked.get("rule") not in (None, ""):
        problems.refuse("rule must be the id of a rule, as text", field="rule")
    if held and only:
        named = {rule.id: rule for rule in (*held.rules, *own)}
        problems.gather(look_up, named, only, what=f"a rule of {held.id}", field="rule")
    if held is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    case = Case(events=events, closed=closed, today=today)
    days = calendar(held.calendar)
    dates = (*plan(held, case, calendar=days), *(planned(rule, case, calendar=days) for rule in own))
    reply = plan_payload(held, case, dates, warnings_of(held, events, dates, today=today), calendar=days) | {
        "reference": reference
    }
    if made:
        reply["made"] = made
    if asked.get("as") is not None:
        reply["file"] = problems.gather(file_of, reply, request.text(asked, "as"), rule=only)
        problems.stop_if_any()
    return reply


def _own_rules(typed: list[Any], problems: request.Refusals) -> list[Rule]:
    """Return the reader's own figures as rules."""
    rules = []
    for number, figure in enumerate(typed, 1):
        fields = problems.gather(request.strings, figure, field=f"own.{number}")
        problems.refuse_unknown(fields or {}, _OWN_KEYS, within=f"own.{number}")
        rule = problems.gather(own_rule, fields, number=number) if fields is not None else None
        if rule:
            event = rule.readings[0].event
            problems.gather(look_up, EVENTS, event, what="an event", field=f"own.{number}.event")
            rules.append(rule)
    return rules


def _ask_criteria(asked: Json) -> Json:
    """Answer whether a test is met on the facts given."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS["criteria"])
    held = problems.gather(edition, request.text(asked, "edition"))
    test = problems.gather(test_of, held, request.text(asked, "test")) if held else None
    facts: dict[str, bool | None] = {}
    for fact, given in (problems.gather(request.mapping, asked, "facts") or {}).items():
        if problems.gather(look_up, FACTS, fact, what="a fact", field=f"facts.{fact}"):
            facts[fact] = problems.gather(request.known, given, field=f"facts.{fact}")
    if held is None or test is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    return criteria_payload(held, test, decide(test, facts, others=held.tests), facts)


def _ask_workdays(asked: Json) -> Json:
    """Answer one of: the Nth working day after a day, the Nth before it, or how many lie between two days."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS["workdays"])
    days = problems.gather(calendar, request.text(asked, "calendar"))
    given = {key for key in ("from", "add", "before", "back", "until") if asked.get(key) is not None}
    if given not in ({"from", "add"}, {"before", "back"}, {"from", "until"}):
        problems.refuse("Give --from and --add, or --before and --back, or --from and --until", field=None)
    dates = {
        key: problems.gather(request.a_day, asked[key], label=key, field=key)
        for key in ("from", "before", "until")
        if key in given
    }
    numbers = {key: problems.gather(request.number, asked[key], field=key) for key in ("add", "back") if key in given}
    start, until = dates.get("from") or dates.get("before"), dates.get("until")
    if start and until and until < start:
        problems.refuse("until must not be before from", field="until")
    if days is None or start is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    if until is None:
        until = problems.gather(step, days, start, (numbers.get("add") or 0) - (numbers.get("back") or 0))
    if until is None:
        raise request.QuestionRefused(problems.refusals)
    counted = Count(due=until, ledger=ledger(days, start, until))
    return {
        "format": FORMAT,
        "calendar": days.id,
        "release": __version__,
        "content": CONTENT,
        "date": until.isoformat(),
        "working_days": sum(day.n is not None for day in counted.ledger),
        "count": ledger_payload(counted),
    }


def _ask_period(asked: Json) -> Json:
    """Answer what one length of time comes to, from or back from a day, for no rule in particular."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS["period"])
    days = problems.gather(calendar, request.text(asked, "calendar"))
    fields = {name: request.text(asked, name) for name in ("length", "unit")}
    period = problems.gather(period_from_fields, fields, field="period")
    runs = problems.gather(look_up, _RUNS, request.text(asked, "runs"), what="a way to count", field="period.runs")
    start = problems.gather(request.a_day, asked.get("from"), label="The date to count from", field="from")
    if days is None or period is None or runs is None or start is None:
        raise request.QuestionRefused(problems.refusals)
    counted = problems.gather(count, period, runs, start, calendar=days)
    if counted is None:
        raise request.QuestionRefused(problems.refusals)
    return period_payload(period, runs, counted, calendar=days)


def _ask_editions(asked: Json) -> Json:
    """Answer what is held, and which edition governs on a date."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS["editions"])
    nation = asked.get("nation")
    every = tuple(EDITIONS.values())
    held = every if nation is None else problems.gather(of_nation, request.text(asked, "nation"))
    on = problems.gather(request.day, asked.get("on"), label="on", field="on")
    problems.stop_if_any()
    governs = []
    if on:
        for each_nation in dict.fromkeys(edition.nation for edition in held or ()):
            found = governing(each_nation, on)
            governs.append(
                {
                    "nation": each_nation,
                    "on": on.isoformat(),
                    "editions": [edition.id for edition in found.editions],
                    "reason": found.reason,
                }
            )
    return {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "editions": [edition_payload(each_nation) for each_nation in held or ()],
        "governs": governs,
    }


_HANDLERS: dict[str, Callable[[Json], Json]] = {
    "plan": _ask_plan,
    "criteria": _ask_criteria,
    "workdays": _ask_workdays,
    "period": _ask_period,
    "editions": _ask_editions,
}


def handle(asked: Json) -> Json:
    """Return the answer to a question that is a JSON object, or raise `QuestionRefused`."""
    refusals = request.Refusals()
    handler = refusals.gather(look_up, _HANDLERS, request.text(asked, "ask"), what="a question", field="ask")
    if handler is None:
        raise request.QuestionRefused(refusals.refusals)
    return handler(asked)
