"""What was decided on a test, kept with a case: which test, what it came to, on which day and on which facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from calculators import horizon, request
from calculators.counting import Outcome
from calculators.records import Refused
from calculators.register import FACTS
from calculators.replies.parts import VALUES

if TYPE_CHECKING:
    from calculators.records import Edition
    from calculators.reply import DecisionReply, Json, YesNoUnknown

_KEYS = ("test", "outcome", "on", "facts")
_OUTCOMES: dict[str, Outcome] = {outcome: outcome for outcome in get_args(Outcome)}


def decisions_of(asked: Json, held: Edition, problems: request.Refusals, *, saved: bool) -> list[DecisionReply]:
    """Return the decisions given with a case, noting refusals in `problems`.

    A `saved` one is kept though the edition has its test no longer: it was taken all the same.
    """
    tests = {test.id: test.id for test in held.tests}
    found: list[DecisionReply] = []
    for number, given in enumerate(problems.gather(request.sequence, asked, "decisions") or [], 1):
        field = f"decisions.{number}"
        if not isinstance(given, dict):
            problems.refuse(f"A decision must be an object with {', '.join(_KEYS)}", field=field)
            continue
        before = len(problems.refusals)
        problems.refuse_unknown(given, _KEYS, within=field)
        test = request.text(given, "test")
        if not (saved and test.isprintable() and test):
            problems.gather(request.look_up, tests, test, what=f"a test of {held.id}", field=f"{field}.test")
        outcome = problems.gather(
            request.look_up, _OUTCOMES, request.text(given, "outcome"), what="an outcome", field=f"{field}.outcome"
        )
        on = problems.gather(horizon.a_day, given.get("on"), label="The day of a decision", field=f"{field}.on")
        facts = problems.gather(_facts_of, given.get("facts"), field=f"{field}.facts")
        if len(problems.refusals) == before and outcome and on and facts is not None:
            found.append({"test": test, "outcome": outcome, "on": on.isoformat(), "facts": facts})
    return found


def _facts_of(given: object, *, field: str) -> dict[str, YesNoUnknown]:
    """Return the facts on which a decision was taken, or raise `Refused`."""
    if not isinstance(given, dict):
        raise Refused("The facts of a decision must be an object of names and answers", field=field)
    for fact in given:
        request.look_up(FACTS, fact, what="a fact", field=f"{field}.{fact}")
    return {fact: VALUES[request.known(answer, field=f"{field}.{fact}")] for fact, answer in given.items()}
