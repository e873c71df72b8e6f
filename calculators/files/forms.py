"""The forms in which a plan may be carried away, and what their files are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.files.calendar_file import calendar_file
from calculators.files.case_file import case_file
from calculators.files.csv_file import csv_file
from calculators.files.plain_plan import plan_text
from calculators.records import YOUR_COPY, Refused
from calculators.request import look_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.reply import FileReply, PlanReply


_LONGEST_REFERENCE = 60


def reference_of(typed: object) -> str | None:
    """Return the case reference as given, None for none, or raise `Refused`: too long, or not plain text."""
    if typed is None:
        return None
    text = typed.strip() if isinstance(typed, str) else "\n"
    if len(text) > _LONGEST_REFERENCE or not text.isprintable():
        message = f"The case reference must be text of up to {_LONGEST_REFERENCE} characters on one line"
        raise Refused(message, field="reference")
    return text or None


def file_of(reply: PlanReply, form: str, *, rule: str | None = None, last_held: bool = False) -> FileReply:
    """Return a plan as `{"name", "type", "text"}` in the form 'ics', 'csv', 'text' or 'case'.

    Dates by figures last held stand in calendar and table only with `last_held`. With a `rule`, only that one and the reader's own figures. The name holds no detail of the case but its reference.
    Raises `Refused` for any other form, or a calendar that cannot be made.
    """
    ending, kind, make = look_up(_FORMS, form, what="a form of file", field="as")
    kept = [
        rule_reply
        for rule_reply in reply["dates"]
        if rule in (None, rule_reply["rule"])
        or (rule_reply["source"]["ref"] == YOUR_COPY and not rule_reply["supplied"])
    ]
    parts = (reply["edition"], rule or "", reply["reference"] or "")
    name = "-".join(safe for part in parts if (safe := re.sub(r"[\W_]+", "-", part).strip("-")))
    shown: PlanReply = reply if form == "case" else {**reply, "dates": kept}  # a case is saved whole
    return {"name": f"{name}.{ending}", "type": kind, "text": make(shown, last_held)}


_FORMS: dict[str, tuple[str, str, Callable[[PlanReply, bool], str]]] = {
    "ics": ("ics", "text/calendar", lambda reply, last_held: calendar_file(reply, last_held=last_held)),
    "csv": ("csv", "text/csv", lambda reply, last_held: csv_file(reply, last_held=last_held)),
    "text": ("txt", "text/plain", lambda reply, _: plan_text(reply)),
    "case": ("case.json", "application/json", lambda reply, _: case_file(reply)),
}
