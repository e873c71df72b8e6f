"""The one door: a question in JSON, an answer in JSON, never an exception.

Questions: `{"ask": "plan", "edition", "events", "closed", "today", "own"}`, `{"ask": "workdays", "calendar", …}`,
`{"ask": "editions", "nation", "on"}`. A date is `YYYY-MM-DD`, or an object of `day`, `month` and `year` as typed.
What cannot be used comes back as `{"errors": [{"field", "message"}]}`, every problem at once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from calculators import __version__, question
from calculators.cautions import cautions
from calculators.own_figure import own_rule
from calculators.payload import FORMAT, edition_payload, ledger_payload, plan_payload
from calculators.planner import Case, plan, planned
from calculators.records import Count, Refused
from calculators.register import CONTENT, EDITIONS, EVENTS, calendar, edition, governing, look_up, of_nation
from calculators.working_days import between, ledger, step

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from calculators.payload import Json
    from calculators.records import Rule


def answer(asked: str) -> str:
    """Return the JSON answer to the JSON question `asked`."""
    try:
        reply = put(question.parse(asked))
    except question.Unusable as unusable:
        reply = {"errors": [{"field": one.field, "message": str(one)} for one in unusable.refusals]}
    except Exception as fault:  # noqa: BLE001 - the door never raises: a fault of ours is an answer too
        message = f"The calculator met a fault of its own ({type(fault).__name__}: {fault}). No date was worked out."
        reply = {"errors": [{"field": None, "message": message}]}
    return json.dumps(reply, ensure_ascii=False)


def put(asked: Json) -> Json:
    """Return the answer to a question that is a JSON object."""
    problems = question.Problems()
    ask = problems.gather(look_up, ASKS, asked.get("ask", ""), what="a question", field="ask")
    problems.stop_if_any()
    return ASKS[asked["ask"]](asked) if ask else {}


def ask_plan(asked: Json) -> Json:
    """Answer 'what is due when'."""
    problems = question.Problems()
    held = problems.gather(edition, question.text(asked, "edition"))
    events: dict[str, date] = {}
    for event, typed in question.mapping(asked, "events").items():
        known = problems.gather(look_up, EVENTS, event, what="an event", field=f"events.{event}")
        label = known.label if known else event
        day = problems.gather(question.day, typed, label=label, field=f"events.{event}") if known else None
        if day:
            events[event] = day
    closed = {
        day
        for number, typed in enumerate(question.sequence(asked, "closed"), 1)
        if (day := problems.gather(question.day, typed, label=f"Closed day {number}", field=f"closed.{number}"))
    }
    today = problems.gather(question.day, asked.get("today"), label="Today", field="today")
    own = tuple(own_rules(question.sequence(asked, "own"), problems))
    problems.stop_if_any()
    if held is None:
        return {}
    case = Case(events=events, closed=closed, today=today)
    days = calendar(held.calendar)
    dates = (*plan(held, case, calendar=days), *(planned(rule, case, calendar=days) for rule in own))
    return plan_payload(held, case, dates, cautions(held, events, dates), calendar=days)


def own_rules(typed: list[Any], problems: question.Problems) -> list[Rule]:
    """Return the reader's own figures as rules."""
    rules = []
    for number, one in enumerate(typed, 1):
        fields = problems.gather(question.strings, one, field=f"own.{number}")
        rule = problems.gather(own_rule, fields, number=number) if fields is not None else None
        if rule:
            event = rule.readings[0].event
            problems.gather(look_up, EVENTS, event, what="an event", field=f"own.{number}.event")
            rules.append(rule)
    return rules


def ask_workdays(asked: Json) -> Json:
    """Answer one of: the Nth working day after a day, the Nth before it, or how many lie between two days."""
    problems = question.Problems()
    days = problems.gather(calendar, question.text(asked, "calendar"))
    given = {key for key in ("from", "add", "before", "back", "until") if asked.get(key) is not None}
    if given not in ({"from", "add"}, {"before", "back"}, {"from", "until"}):
        problems.refuse("Give --from and --add, or --before and --back, or --from and --until", field=None)
    start_field = "before" if "before" in given else "from"
    start = problems.gather(question.day, asked.get(start_field), label=start_field, field=start_field)
    until = problems.gather(question.day, asked.get("until"), label="until", field="until")
    number_field = "back" if "back" in given else "add"
    number = problems.gather(question.number, asked.get(number_field), field=number_field)
    if start and until and until < start:
        problems.refuse("until must not be before from", field="until")
    problems.stop_if_any()
    if days is None or start is None:
        return {}
    if until is None:
        until = step(days, start, -(number or 0) if number_field == "back" else (number or 0))
    counted = Count(due=until, ledger=ledger(days, start, until))
    working_days = abs(between(days, start, until)) if number is None else number
    return {
        "format": FORMAT,
        "calendar": days.id,
        "release": __version__,
        "content": CONTENT,
        "date": until.isoformat(),
        "working_days": working_days,
        "count": ledger_payload(counted),
    }


def ask_editions(asked: Json) -> Json:
    """Answer what is held, and which edition governs on a date."""
    problems = question.Problems()
    nation = asked.get("nation")
    held = problems.gather(of_nation, question.text(asked, "nation")) if nation else tuple(EDITIONS.values())
    on = problems.gather(question.day, asked.get("on"), label="on", field="on")
    problems.stop_if_any()
    governs = []
    if on:
        for one in dict.fromkeys(edition.nation for edition in held or ()):
            found = governing(one, on)
            governs.append({
                "nation": one,
                "on": on.isoformat(),
                "editions": [edition.id for edition in found.editions],
                "reason": found.reason,
            })
    return {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "editions": [edition_payload(one) for one in held or ()],
        "governs": governs,
    }


ASKS: dict[str, Callable[[Json], Json]] = {"plan": ask_plan, "workdays": ask_workdays, "editions": ask_editions}
