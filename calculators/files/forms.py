"""The forms in which a plan may be carried away, and what their files are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.files.calendar_file import calendar_file
from calculators.files.case_file import case_file
from calculators.files.csv_file import csv_file
from calculators.files.plain_plan import plan_text
from calculators.files.summary_text import row_text, summary_text
from calculators.records import YOUR_COPY, Refused
from calculators.request import look_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from calculators.reply import FileReply, PlanReply, RuleReply


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the reader chose of a plan to carry away. With a `rule`, only that one and the reader's own figures."""

    rule: str | None = None
    rows: tuple[str, ...] | None = None  # ids of rules; None for all
    reminders: tuple[int, ...] = ()  # whole days before each date of a calendar
    remind: tuple[str, ...] | None = None  # ids of rules of which the reminders are; None for all
    last_held: bool = False  # dates by figures last held too, in calendar and table


def file_of(reply: PlanReply, form: str, choice: Choice) -> FileReply:
    """Return a plan as `{"name", "type", "text"}` in the form 'ics', 'csv', 'text', 'summary', 'row' or 'case'; a case is saved whole.

    The name holds no detail of the case but its reference. Raises `Refused` for any other form, or a calendar that cannot be made.
    """
    ending, kind, make = look_up(_FORMS, form, what="a form of file", field="as")
    name = name_of(reply["edition"], choice.rule, reply["reference"])
    shown: PlanReply = (
        reply if form == "case" else {**reply, "dates": [rule for rule in reply["dates"] if _chosen(rule, choice)]}
    )
    return {"name": f"{name}.{ending}", "type": kind, "text": make(shown, choice)}


def name_of(*parts: str | None) -> str:
    """Return a file's name without its ending, of parts that may hold what no file can be called.

    >>> name_of("england/review-2023", None, "../CR 17: é?")
    'england-review-2023-CR-17-é'
    """
    return "-".join(safe for part in parts if (safe := re.sub(r"[\W_]+", "-", part or "").strip("-")))


def _chosen(rule: RuleReply, choice: Choice) -> bool:
    """Return whether a rule of the plan is among those chosen."""
    own = rule["source"]["ref"] == YOUR_COPY and not rule["supplied"]
    return (choice.rule in {None, rule["rule"]} or own) and (choice.rows is None or rule["rule"] in choice.rows)


_FORMS: dict[str, tuple[str, str, Callable[[PlanReply, Choice], str]]] = {
    "ics": (
        "ics",
        "text/calendar",
        lambda reply, choice: calendar_file(
            reply, last_held=choice.last_held, reminders=choice.reminders, remind=choice.remind
        ),
    ),
    "csv": ("csv", "text/csv", lambda reply, choice: csv_file(reply, last_held=choice.last_held)),
    "text": ("txt", "text/plain", lambda reply, _: plan_text(reply)),
    "summary": ("summary.txt", "text/plain", lambda reply, _: summary_text(reply)),
    "row": ("row.txt", "text/plain", lambda reply, _: row_text(reply)),
    "case": ("case.json", "application/json", lambda reply, _: case_file(reply)),
}
