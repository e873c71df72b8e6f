"""The forms in which a plan may be carried away, and what their files are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calculators.files.calendar_file import calendar_file
from calculators.files.csv_file import csv_file
from calculators.files.plain_text import plan_text
from calculators.records import YOUR_COPY, Refused
from calculators.register import look_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.reply import Json


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


def file_of(reply: Json, form: str, *, rule: str | None = None) -> Json:
    """Return a plan as `{"name", "type", "text"}` in the form 'ics', 'csv' or 'text'.

    With a `rule`, only that one and the reader's own figures. The name holds no detail of the case but its reference.
    Raises `Refused` for any other form, or a calendar that cannot be made.
    """
    ending, kind, make = look_up(_FORMS, form, what="a form of file", field="as")
    kept = [
        rule_reply
        for rule_reply in reply["dates"]
        if rule in (None, rule_reply["rule"]) or rule_reply["source"]["ref"] == YOUR_COPY
    ]
    parts = (reply["edition"], rule or "", reply["reference"] or "")
    name = "-".join(safe for part in parts if (safe := re.sub(r"[\W_]+", "-", part).strip("-")))
    return {"name": f"{name}.{ending}", "type": kind, "text": make(reply | {"dates": kept})}


_FORMS: dict[str, tuple[str, str, Callable[[Json], str]]] = {
    "ics": ("ics", "text/calendar", calendar_file),
    "csv": ("csv", "text/csv", csv_file),
    "text": ("txt", "text/plain", plan_text),
}
