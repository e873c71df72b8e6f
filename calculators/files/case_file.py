"""A case file: what the reader gave, what was answered, and on what basis, so that a later day can say what moved.

Format: `{"format": 1, "kind": "case", "saved", "release", "content", "reference", "edition", "facts", "events", "done",
"closed", "figures", "own", "notes", "answered": {rule: date}, "basis": {rule: {"period", "event", "date", "skipped",
"figure"}}}`. `basis` may be missing; `own` is where the reader typed periods of
their own, `decisions` a list of `{"test", "outcome", "on", "facts"}` where any was taken.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators import request
from calculators.files.kept import FORMAT, object_of
from calculators.records import Refused
from calculators.wording import compared_words, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calculators.reply import Because, Json, MovedReply, PlanReply, RuleReply
    from calculators.request import Refusals

_KEYS = (
    "format", "kind", "saved", "release", "content", "reference", "edition", "facts", "events", "done", "closed",
    "figures", "own", "notes", "decisions", "answered", "basis",
)  # fmt: skip
_ASKED = ("reference", "edition", "facts", "events", "done", "closed", "figures", "own", "notes", "decisions")
_SKIPPED = {"weekend", "holiday", "closed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCase:
    """A case as it was saved: the question it asks again, and what was answered then."""

    question: Json
    answered: dict[str, date]
    basis: Json


def case_of(given: object, problems: Refusals, *, field: str) -> SavedCase | None:
    """Return a saved case as parsed from JSON, or None after noting every reason in `problems`."""
    before = len(problems.refusals)
    case = object_of(given, problems, kind="case", keys=_KEYS, field=field)
    if case is None:
        return None
    problems.gather(request.iso_day, case.get("saved"), label="saved", field=f"{field}.saved")
    answered = {}
    for rule, day in (problems.gather(request.mapping, case, "answered") or {}).items():
        found = problems.gather(
            request.iso_day, day, label=f"The date answered for {rule}", field=f"{field}.answered.{rule}"
        )
        if found:
            answered[rule] = found
    basis = problems.gather(request.mapping, case, "basis") or {}
    for rule, told in basis.items():
        if not isinstance(told, dict):
            problems.refuse(f"The basis of {quoted(rule)} must be an object", field=f"{field}.basis.{rule}")
    for name in ("release", "content"):
        if not isinstance(case.get(name, ""), str):
            problems.refuse(f"{name} must be text", field=f"{field}.{name}")
    if len(problems.refusals) > before:
        return None
    question = {name: case[name] for name in _ASKED if case.get(name) is not None}
    return SavedCase(question=question, answered=answered, basis=basis)


def _is_basis(told: Json) -> bool:
    """Return whether a basis is of the shape that we write, so that something can be told by it."""
    texts = (told.get(name) for name in ("period", "clock", "event", "date", "figure"))
    skipped = told.get("skipped", [])
    listed = isinstance(skipped, list) and all(isinstance(day, str) for day in skipped)
    return listed and bool(told.get("period")) and all(text is None or isinstance(text, str) for text in texts)


def case_file(reply: PlanReply) -> str:
    """Return a plan as a case file, or raise `Refused` if nobody says which day it is."""
    saved = reply["today"] or str(reply.get("made", ""))[:10]
    if not saved:
        raise Refused("Saving a case needs today's date; give today", field="today")
    asked = reply["asked"]
    dated = [rule for rule in reply["dates"] if rule["due"]]
    return json.dumps(
        {
            "format": FORMAT,
            "kind": "case",
            "saved": saved,
            **{name: reply[name] for name in ("release", "content", "reference", "edition")},
            **{name: asked[name] for name in ("facts", "events", "done", "closed", "figures")},
            **({"own": asked["own"]} if asked["own"] else {}),
            "notes": asked["notes"],
            **({"decisions": asked["decisions"]} if asked["decisions"] else {}),
            "answered": {rule["rule"]: rule["due"] for rule in dated},
            "basis": {rule["rule"]: _basis_of(rule) for rule in dated},
        },
        indent=1,
        ensure_ascii=False,
    )


def _basis_of(rule: RuleReply) -> Json:
    """Return what a date rests on: its period, its event and that event's date, the days passed over, whose figure it is."""
    event = rule["event"]
    return {
        "period": rule["period"],
        "clock": rule["clock"],
        "event": event["id"] if event else None,
        "date": event["date"] if event else None,
        "skipped": [day["date"] for day in rule["count"] if day["day"] in _SKIPPED],
        "figure": rule["supplied"]["by"] if rule["supplied"] else None,
    }


def moved(saved: SavedCase, reply: PlanReply) -> list[MovedReply]:
    """Return each rule whose date is another than when the case was saved, and because of what."""
    now = {rule["rule"]: rule for rule in reply["dates"]}
    return [
        {
            "rule": rule,
            "was": was.isoformat(),
            "now": now[rule]["due"] if rule in now else None,
            "because": _because(saved.basis.get(rule), now.get(rule)),
        }
        for rule, was in saved.answered.items()
        if rule not in now or now[rule]["due"] != was.isoformat()
    ]


def compared(saved: SavedCase, reply: PlanReply, found: Sequence[MovedReply]) -> str:
    """Return, in words, what of a saved case was compared, and how much of it moved as `found`."""
    last_held = any(rule["last_held"] and rule["last_held"]["due"] for rule in reply["dates"])
    return compared_words(len(saved.answered), len(found), last_held=last_held)


def _because(basis: Json | None, rule: RuleReply | None) -> Because:
    """Return why a date moved, as far as what was saved can tell."""
    if rule is None:
        return "rule-gone"
    if not basis or not _is_basis(basis):
        return "not-known"
    now = _basis_of(rule)
    if basis.get("figure", now["figure"]) != now["figure"]:
        return "figure"
    if basis.get("period") != now["period"] or basis.get("clock", now["clock"]) != now["clock"]:
        other_event = basis.get("event") != now["event"] and basis.get("period") == now["period"]
        return "figure" if now["figure"] else "event" if other_event else "period"
    if (basis.get("event"), basis.get("date")) != (now["event"], now["date"]):
        return "event"
    return "bank-holiday" if basis.get("skipped") is not None and basis["skipped"] != now["skipped"] else "not-known"
