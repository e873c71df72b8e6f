"""'Is this test met?', for one test or for every test in force in the four nations on one set of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators import __version__, horizon, request
from calculators.counting import Case, decide, planned
from calculators.files import decision_record, nations_record, reference_of
from calculators.register import CHECKED, CONTENT, EVENTS, FACTS, NATIONS, calendar, edition, governing, test_of
from calculators.replies.parts import FORMAT, as_read, criteria_payload, held_reading, iso, test_payload
from calculators.replies.warnings import about_facts
from calculators.wording import alternatives_words, coverage_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calculators.counting import Value
    from calculators.records import Edition, Test
    from calculators.reply import (
        AlternativesReply,
        CriteriaReply,
        Json,
        NationReply,
        NationsReply,
        TestReply,
        WindowReply,
    )

_RECORD_KEYS = ("today", "reference", "as")
_KEYS = ("ask", "edition", "test", "facts", "events", *_RECORD_KEYS)
_NATIONS_KEYS = ("ask", "on", "facts", *_RECORD_KEYS)


def ask_criteria(asked: Json) -> CriteriaReply:
    """Answer whether a test is met on the facts given. Events, if given, date the window that its facts ask about."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _KEYS)
    held = problems.gather(edition, request.text(asked, "edition"))
    test = problems.gather(test_of, held, request.text(asked, "test")) if held else None
    facts = facts_of_question(asked, problems)
    events = events_of_question(asked, problems)
    today, reference, as_text = _record_of(asked, problems)
    if held is None or test is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    reply = criteria_payload(
        held,
        test,
        decide(test, facts, others=held.tests),
        facts,
        warnings=tuple(about_facts(facts)),
        window=_window_of(held, test, facts, events),
        today=today,
        reference=reference,
    )
    if as_text:
        reply["file"] = decision_record(reply)
    return reply


def _record_of(asked: Json, problems: request.Refusals) -> tuple[date | None, str | None, bool]:
    """Return the day and the case reference that a record bears, and whether it is asked for; its one form is text."""
    today = problems.gather(horizon.day, asked.get("today"), label="Today", field="today")
    reference = problems.gather(reference_of, asked.get("reference"))
    as_text = asked.get("as") is not None and problems.gather(
        request.look_up, {"text": True}, request.text(asked, "as"), what="a form of record", field="as"
    )
    return today, reference, bool(as_text)


def tests_of(held: Edition, facts: Mapping[str, Value], events: Mapping[str, date]) -> list[TestReply]:
    """Return what every test of an edition comes to; events date the window that a test's facts ask about."""
    return [
        test_payload(
            held, test, decide(test, facts, others=held.tests), facts, window=_window_of(held, test, facts, events)
        )
        for test in held.tests
    ]


def alternatives_of(held: Edition, facts: Mapping[str, Value], events: Mapping[str, date]) -> list[AlternativesReply]:
    """Return what every question comes to of which several tests are the outcomes."""
    found: dict[str, list[Test]] = {}
    for test in held.tests:
        if test.either_asks:
            found.setdefault(test.either_asks, []).append(test)
    return [_alternatives(held, question, tests, facts, events) for question, tests in found.items()]


def _alternatives(
    held: Edition, question: str, tests: list[Test], facts: Mapping[str, Value], events: Mapping[str, date]
) -> AlternativesReply:
    """Return which of several tests is met, or that none is, or what is certain before that is known."""
    decided = [(test, decide(test, facts, others=tests)) for test in tests]
    met = next((test for test, decision in decided if decision.outcome == "met"), None)
    certain = next((test.either_says for test, decision in decided if test.either_says in decision.notes), None)
    none = all(decision.outcome == "not-met" for _, decision in decided)
    outcome = met.id if met else "neither" if none else "not-known"
    return {
        "question": question,
        "outcome": outcome,
        "words": alternatives_words(outcome, met, as_read(held, met) if met else None, certain=certain is not None),
        "says": certain,
        "window": _window_of(held, tests[0], facts, events),
        "tests": [
            {
                "test": test.id,
                "name": test.either_name or test.question,
                "outcome": decision.outcome,
                "says": test.either_says,
            }
            for test, decision in decided
        ],
    }


def _window_of(held: Edition, test: Test, facts: Mapping[str, Value], events: Mapping[str, date]) -> WindowReply | None:
    """Return the look-back that a test's facts ask about, if they do, with its dates as far as the events tell them."""
    if test.window is None:
        return None
    rule = next(rule for rule in held.rules if rule.id == test.window)
    found = planned(rule, Case(events=events), calendar=calendar(held.calendar), vocabulary=EVENTS)
    return {
        "rule": rule.id,
        "action": rule.action,
        "readings": [held_reading(held, each, facts) for each in found.readings],
    }


def ask_nations(asked: Json) -> NationsReply:
    """Answer every test of each nation's edition in force on a date, on the same facts."""
    problems = request.Refusals()
    problems.refuse_unknown(asked, _NATIONS_KEYS)
    on = problems.gather(horizon.a_day, asked.get("on"), label="on", field="on")
    facts = facts_of_question(asked, problems)
    today, reference, as_text = _record_of(asked, problems)
    if on is None or problems.refusals:
        raise request.QuestionRefused(problems.refusals)
    nations = [reply for nation in NATIONS for reply in _nation_replies(nation, on, facts)]
    used: dict[str, list[str]] = {fact: [] for fact in FACTS}
    for reply in nations:
        for test in reply["tests"]:
            for fact in test["facts"]:
                used[fact].append(f"{test['edition']}#{test['test']}")
    answered: NationsReply = {
        "format": FORMAT,
        "release": __version__,
        "content": CONTENT,
        "checked": CHECKED,
        "today": iso(today),
        "reference": reference,
        "on": on.isoformat(),
        "warnings": list(about_facts(facts)),
        "nations": nations,
        "facts": [{"id": fact, "used_by": tests} for fact, tests in used.items() if tests],
    }
    if as_text:
        answered["file"] = nations_record(answered)
    return answered


def _nation_replies(nation: str, on: date, facts: dict[str, Value]) -> list[NationReply]:
    """Return a nation's answer; one for each candidate where the day of change is not held, one without any if none is."""
    found = governing(nation, on)
    if not found.editions:
        return [
            {
                "nation": nation,
                "name": NATIONS[nation],
                "edition": None,
                "guidance": None,
                "held": found.reason,
                "tests": [],
            }
        ]
    return [
        {
            "nation": nation,
            "name": NATIONS[nation],
            "edition": held.id,
            "guidance": held.guidance,
            "held": coverage_words(held),
            "tests": [
                test_payload(held, test, decide(test, facts, others=held.tests), facts, window=None)
                for test in held.tests
            ],
        }
        for held in found.editions
    ]


def facts_of_question(asked: Json, problems: request.Refusals) -> dict[str, Value]:
    """Return the facts given, in the vocabulary's order; what is not given is not known."""
    found: dict[str, Value] = {}
    for fact, given in (problems.gather(request.mapping, asked, "facts") or {}).items():
        if problems.gather(request.look_up, FACTS, fact, what="a fact", field=f"facts.{fact}"):
            found[fact] = problems.gather(request.known, given, field=f"facts.{fact}")
    return {fact: found[fact] for fact in FACTS if fact in found}


def events_of_question(asked: Json, problems: request.Refusals) -> dict[str, date]:
    """Return the dates of events, in the vocabulary's order, whichever was given."""
    found: dict[str, date] = {}
    for event, typed in (problems.gather(request.mapping, asked, "events") or {}).items():
        known = problems.gather(request.look_up, EVENTS, event, what="an event", field=f"events.{event}")
        label = known.label if known else event
        day = problems.gather(horizon.day, typed, label=label, field=f"events.{event}") if known else None
        if day:
            found[event] = day
    return {event: found[event] for event in EVENTS if event in found}
