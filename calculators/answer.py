"""The one door: a question in JSON, an answer in JSON, never an exception.

Questions: `{"ask": "plan", "edition", "events", "facts", "done", "closed", "figures", "today", …}`, `{"ask": "moved", "case"}`,
`{"ask": "criteria", "edition", "test", "facts"}`, `{"ask": "nations", "on", "facts"}`, `{"ask": "workdays", "calendar", …}`,
`{"ask": "cases", "today", "cases": [case files], "columns", "rows": [{"line", "cells"}]}`, `{"ask": "table", "text"}`,
`{"ask": "cells", "name", "rows": [[text]]}`, `{"ask": "period", "calendar", …}`, `{"ask": "editions", "nation", "on"}`. A date is `YYYY-MM-DD`, or an object of `day`, `month` and `year` as typed.
A plan asked `"as": "ics" | "csv" | "text" | "summary" | "row" | "case"` also brings `"file": {"name", "type", "text"}`, of one `"rule"`
or the `"rows"` given; criteria and nations asked `"as": "text"` bring the record of the decision.
What cannot be used comes back as `{"errors": [{"field", "message"}]}`, every problem at once.
"""

from __future__ import annotations

import json

from calculators.replies import dates_in_full, handle
from calculators.request import QuestionRefused, parse

_LONGEST_FIELD = 200


def answer(asked: str) -> str:
    """Return the JSON answer to the JSON question `asked`."""
    try:
        reply = handle(parse(asked))
        return json.dumps(
            {**reply, "in_full": dates_in_full(reply)}
        )  # in ASCII, so that it stays valid JSON through any pipe, file or console encoding
    except QuestionRefused as refused:
        errors = [{"field": _short(refusal.field), "message": str(refusal)} for refusal in refused.refusals]
    except Exception as fault:  # noqa: BLE001 - the door never raises: a fault of ours is an answer too
        message = f"The calculator met a fault of its own ({type(fault).__name__}: {fault}). No date was worked out."
        errors = [{"field": None, "message": message}]
    return json.dumps({"errors": errors})


def _short(field: str | None) -> str | None:
    """Return the field of a refusal; the name of one that nobody reads to its end is cut."""
    return field if field is None or len(field) <= _LONGEST_FIELD else f"{field[:_LONGEST_FIELD]}…"
