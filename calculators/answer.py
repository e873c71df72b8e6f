"""The one door: a question in JSON, an answer in JSON, never an exception.

Questions: `{"ask": "plan", "edition", "events", "closed", "today", "own", "reference"}`, `{"ask": "workdays", "calendar", …}`,
`{"ask": "criteria", "edition", "test", "facts"}`, `{"ask": "editions", "nation", "on"}`. A date is `YYYY-MM-DD`, or an object of `day`, `month` and `year` as typed.
A plan asked `"as": "ics" | "csv" | "text"` also brings `"file": {"name", "type", "text"}`, of one `"rule"` if that is given.
What cannot be used comes back as `{"errors": [{"field", "message"}]}`, every problem at once.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from calculators.register import look_up
from calculators.replies import request as question
from calculators.replies.handlers import ask_criteria, ask_editions, ask_period, ask_plan, ask_workdays
from calculators.replies.parts import dates_in_full

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.reply import Json


def answer(asked: str) -> str:
    """Return the JSON answer to the JSON question `asked`."""
    try:
        reply = put(question.parse(asked))
        reply["in_full"] = dates_in_full(reply)
    except question.Unusable as unusable:
        reply = {"errors": [{"field": one.field, "message": str(one)} for one in unusable.refusals]}
    except Exception as fault:  # noqa: BLE001 - the door never raises: a fault of ours is an answer too
        message = f"The calculator met a fault of its own ({type(fault).__name__}: {fault}). No date was worked out."
        reply = {"errors": [{"field": None, "message": message}]}
    return json.dumps(reply)  # in ASCII, so that it stays valid JSON through any pipe, file or console encoding


def put(asked: Json) -> Json:
    """Return the answer to a question that is a JSON object."""
    problems = question.Problems()
    reply = problems.gather(look_up, ASKS, question.text(asked, "ask"), what="a question", field="ask")
    if reply is None:
        raise question.Unusable(problems.refusals)
    return reply(asked)


ASKS: dict[str, Callable[[Json], Json]] = {
    "plan": ask_plan,
    "criteria": ask_criteria,
    "workdays": ask_workdays,
    "period": ask_period,
    "editions": ask_editions,
}
