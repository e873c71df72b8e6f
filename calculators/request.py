"""Reads a question's parts from JSON, where anything may stand, and gathers every refusal so that all are told at once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sized
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from calculators.records import Refused
from calculators.typed import from_iso
from calculators.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

_MOST = 10_000
_MOST_ENTRIES = 400  # of one list or set of names: far more than any case has, and few enough to answer at once
_MOST_NAMES_TOLD = 20  # of one object: those that are no part of it
_MOST_TOLD = 100  # of one question's refusals: a person mends these first
_LONGEST = 20_000_000  # characters of a question: twice the longest table
_LONGEST_NAME = 100  # characters of a name that are compared with ours
_DEEPEST = 50  # no question is nested so far; thousands deep, Python in a browser dies instead of refusing
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


class QuestionRefused(Exception):  # noqa: N818 - it carries refusals; it is no error of ours
    """A question that cannot be answered, with every reason."""

    def __init__(self, refusals: list[Refused]) -> None:
        super().__init__()
        self.refusals = refusals


class Refusals:
    """The refusals met while reading one question, which ends with `QuestionRefused` where there are too many to tell."""

    def __init__(self) -> None:
        self.refusals: list[Refused] = []

    def gather(self, reader: Callable[_Given, _Found], *given: _Given.args, **named: _Given.kwargs) -> _Found | None:
        """Return what `reader` reads, or None after noting why it refused."""
        try:
            return reader(*given, **named)
        except Refused as refusal:
            self._note(refusal)
            return None

    def refuse(self, message: str, *, field: str | None) -> None:
        """Note a refusal."""
        self._note(Refused(message, field=field))

    def _note(self, refusal: Refused) -> None:
        """Note a refusal, and end there if it is one too many."""
        self.refusals.append(refusal)
        if len(self.refusals) == _MOST_TOLD:
            self.refusals.append(
                Refused(f"Reading stopped after {_MOST_TOLD} mistakes; mend these, and ask again", field=None)
            )
            raise QuestionRefused(self.refusals)

    def refuse_unknown(
        self, given: Mapping[str, object], known: Collection[str], *, within: str = "", what: str | None = None
    ) -> None:
        """Note a refusal for each key of a question, or of a part `within` it, that is none of the `known`.

        `what` names that part where it is a file of its own, which nobody need have put into a question.
        """
        whole = what or (f"{within} of this question" if within else "this question")
        unknown = [name for name in given if name not in known]
        for name in unknown[:_MOST_NAMES_TOLD]:
            message = f"{quoted(name)} is no part of {whole}; {_hint(name, known)}"
            self.refuse(message, field=f"{within}.{name}" if within else name)
        if (more := len(unknown) - _MOST_NAMES_TOLD) > 0:
            self.refuse(
                f"{more:,} further name{'' if more == 1 else 's'} in {whole} cannot be used either",
                field=within or None,
            )

    def stop_if_any(self) -> None:
        """Raise `QuestionRefused` if anything was refused."""
        if self.refusals:
            raise QuestionRefused(self.refusals)


def parse(asked: str) -> dict[str, Any]:
    """Return the question as a dictionary, or raise `QuestionRefused`: too long, no JSON, no object, or a name given twice."""
    problems = Refusals()

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            times = Counter(name for name, _ in pairs)
            for name in (name for name, number in times.items() if number > 1):
                problems.refuse(f"{quoted(name)} is given twice; give it once", field=name)
        return found

    if len(asked) > _LONGEST:
        message = f"The question has {len(asked):,} characters; it may have {_LONGEST:,}"
        raise QuestionRefused([Refused(message, field=None)])
    try:
        question = None if _too_deep(asked) else json.loads(asked, object_pairs_hook=once)
    except (ValueError, TypeError) as fault:  # kept as the cause: it knows the line
        raise QuestionRefused([Refused("The question must be a JSON object", field=None)]) from fault
    problems.stop_if_any()
    if not isinstance(question, dict):
        raise QuestionRefused([Refused("The question must be a JSON object", field=None)])
    return question


def _too_deep(asked: str) -> bool:
    """Return whether brackets in JSON text are nested deeper than in any question."""
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(asked):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > _DEEPEST:
            return True
    return False


def look_up(held: Mapping[str, _Found], wanted: str, *, what: str, field: str) -> _Found:
    """Return what is held under the id `wanted`, or raise `Refused` naming the nearest id."""
    if wanted in held:
        return held[wanted]
    raise Refused(f"{quoted(wanted)} is not {what} that this guide holds; {_hint(wanted, held)}", field=field)


def _hint(wanted: str, known: Collection[str]) -> str:
    """Return the known name that is nearest to the one that was written, or all of them.

    >>> _hint('Case', ['case', 'edition']), _hint('x', ['case', 'edition'])
    ('did you mean case?', 'write one of: case, edition')
    """
    near = [
        *(name for name in known if name == wanted.lower()),
        *get_close_matches(wanted[:_LONGEST_NAME], known, n=1),
        *get_close_matches(wanted[:_LONGEST_NAME].lower(), known, n=1),
    ]
    return f"did you mean {near[0]}?" if near else f"write one of: {', '.join(known) or 'none is held'}"


def text(asked: dict[str, Any], field: str) -> str:
    """Return the text under `field`; anything else is empty, so that its look-up says what to write."""
    value = asked.get(field)
    return value if isinstance(value, str) else ""


def mapping(asked: dict[str, Any], field: str) -> dict[str, Any]:
    """Return the object under `field`, empty if absent."""
    return _shaped(asked.get(field), dict, field=field, what="an object of names and values")


def sequence(asked: dict[str, Any], field: str, *, most: int = _MOST_ENTRIES) -> list[Any]:
    """Return the list under `field`, empty if absent."""
    return _shaped(asked.get(field), list, field=field, what="a list", most=most)


def _shaped(value: object, shape: type[_Found], *, field: str, what: str, most: int = _MOST_ENTRIES) -> _Found:
    """Return `value` if it has this shape and at most so many entries, an empty one for None; raise `Refused` otherwise."""
    if value is None:
        return shape()
    if not isinstance(value, shape):
        raise Refused(f"{field} must be {what}", field=field)
    if isinstance(value, Sized) and len(value) > most:
        raise Refused(f"{field} has {len(value):,} entries; at most {most} can be worked out at once", field=field)
    return value


def strings(value: object, *, field: str) -> dict[str, str]:
    """Return an object whose values are all text, or raise `Refused`."""
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        raise Refused(f"{field} must be an object of text values", field=field)
    return value


def number(value: object, *, field: str) -> int:
    """Return a whole number from 0 to 10,000, or raise `Refused`."""
    written = str(value) if isinstance(value, str | int | float) else ""
    if not (written.isascii() and written.isdigit() and len(written) <= len(str(_MOST)) and int(written) <= _MOST):
        message = f"{field} must be a whole number from 0 to {_MOST:,}; this is {quoted(written)}"
        raise Refused(message, field=field)
    return int(written)


def wanted(asked: dict[str, Any], field: str) -> bool:
    """Return whether something is asked for: true or false, false if absent; raise `Refused` otherwise."""
    value = asked.get(field)
    if value is not None and not isinstance(value, bool):
        raise Refused(f"{field} must be true or false", field=field)
    return value is True


def known(value: object, *, field: str) -> bool | None:
    """Return True for 'yes', False for 'no', None for 'unknown', or raise `Refused`."""
    values = {"yes": True, "no": False, "unknown": None}
    if not isinstance(value, str) or value not in values:
        raise Refused(f"{field.rpartition('.')[2]} must be yes, no or unknown", field=field)
    return values[value]


def iso_day(value: object, *, label: str, field: str) -> date:
    """Return the date that text names as exactly `YYYY-MM-DD`, or raise `Refused`."""
    if not isinstance(value, str):
        raise Refused(f"{label} must be a date written as YYYY-MM-DD, such as 2026-04-02", field=field)
    return from_iso(value, label=label, field=field)
