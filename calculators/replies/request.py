"""Reads a question's parts from JSON, where anything may stand, and gathers every refusal so that all are told at once."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from calculators.records import Refused
from calculators.register import CALENDARS
from calculators.typed import PARTS, date_from_fields, from_iso
from calculators.wording import in_words, quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

FIRST = max(calendar.first for calendar in CALENDARS.values())
LAST = min(calendar.last for calendar in CALENDARS.values())
MOST = 10_000
DEEPEST = 50  # no question is nested so far; thousands deep, Python in a browser dies instead of refusing
STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)

Given = ParamSpec("Given")
Found = TypeVar("Found")


class Unusable(Exception):  # noqa: N818 - it carries refusals; it is no error of ours
    """A question that cannot be answered, with every reason."""

    def __init__(self, refusals: list[Refused]) -> None:
        super().__init__()
        self.refusals = refusals


class Problems:
    """The refusals met while reading one question."""

    def __init__(self) -> None:
        self.refusals: list[Refused] = []

    def gather(self, reader: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found | None:
        """Return what `reader` reads, or None after noting why it refused."""
        try:
            return reader(*given, **named)
        except Refused as refusal:
            self.refusals.append(refusal)
            return None

    def refuse(self, message: str, *, field: str | None) -> None:
        """Note a refusal."""
        self.refusals.append(Refused(message, field=field))

    def stop_if_any(self) -> None:
        """Raise `Unusable` if anything was refused."""
        if self.refusals:
            raise Unusable(self.refusals)


def parse(asked: str) -> dict[str, Any]:
    """Return the question as a dictionary, or raise `Unusable`: no JSON, no object, or a name given twice."""
    problems = Problems()

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            problems.refuse(f"{quoted(name)} is given twice; give it once", field=name)
        return dict(pairs)

    try:
        question = None if too_deep(asked) else json.loads(asked, object_pairs_hook=once)
    except (ValueError, TypeError):
        raise Unusable([Refused("The question must be a JSON object", field=None)]) from None
    problems.stop_if_any()
    if not isinstance(question, dict):
        raise Unusable([Refused("The question must be a JSON object", field=None)])
    return question


def too_deep(asked: str) -> bool:
    """Return whether brackets in JSON text are nested deeper than in any question."""
    depth = 0
    for found in STRING_OR_BRACKET.finditer(asked):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > DEEPEST:
            return True
    return False


def text(asked: dict[str, Any], field: str) -> str:
    """Return the text under `field`; anything else is empty, so that its look-up says what to write."""
    value = asked.get(field)
    return value if isinstance(value, str) else ""


def mapping(asked: dict[str, Any], field: str) -> dict[str, Any]:
    """Return the object under `field`, empty if absent."""
    return shaped(asked.get(field), dict, field=field, what="an object of names and values")


def sequence(asked: dict[str, Any], field: str) -> list[Any]:
    """Return the list under `field`, empty if absent."""
    return shaped(asked.get(field), list, field=field, what="a list")


def shaped(value: object, shape: type[Found], *, field: str, what: str) -> Found:
    """Return `value` if it has this shape, an empty one for None; raise `Refused` otherwise."""
    if value is None:
        return shape()
    if not isinstance(value, shape):
        raise Refused(f"{field} must be {what}", field=field)
    return value


def strings(value: object, *, field: str) -> dict[str, str]:
    """Return an object whose values are all text, or raise `Refused`."""
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise Refused(f"{field} must be an object of text values", field=field)
    return value


def day(value: object, *, label: str, field: str) -> date | None:
    """Return the date that `value` names, None for none given, or raise `Refused`.

    Text must be exactly `YYYY-MM-DD`; an object holds day, month and year as typed. The date must lie in the years
    for which every calendar's bank holidays are held.
    """
    if value is None:
        return None
    if isinstance(value, str):
        found: date | None = from_iso(value, label=label, field=field)
    elif isinstance(value, dict) and all(isinstance(value.get(part, ""), str) for part in PARTS):
        found = date_from_fields(value, label=label, field=field)
    else:
        raise Refused(f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02", field=field)
    if found and not FIRST <= found <= LAST:
        message = f"{label} must be from {in_words(FIRST)} to {in_words(LAST)}, the years whose bank holidays we hold"
        raise Refused(message, field=field)
    return found


def a_day(value: object, *, label: str, field: str) -> date:
    """Return the date that `value` names, where one is needed, or raise `Refused`."""
    found = day(value, label=label, field=field)
    if found is None:
        raise Refused(f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02", field=field)
    return found


def number(value: object, *, field: str) -> int:
    """Return a whole number from 0 to 10,000, or raise `Refused`."""
    written = str(value) if isinstance(value, str | int | float) else ""
    if not (written.isascii() and written.isdigit() and len(written) <= len(str(MOST)) and int(written) <= MOST):
        message = f"{field} must be a whole number from 0 to {MOST:,}; this is {quoted(written)}"
        raise Refused(message, field=field)
    return int(written)


def known(value: object, *, field: str) -> bool | None:
    """Return True for 'yes', False for 'no', None for 'unknown', or raise `Refused`."""
    values = {"yes": True, "no": False, "unknown": None}
    if not isinstance(value, str) or value not in values:
        raise Refused(f"{field.partition('.')[2]} must be yes, no or unknown", field=field)
    return values[value]
