"""A figure that the reader supplies from their own copy of guidance we do not hold, counted like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculators.records import YOUR_COPY, Citation, Kind, Reading, Refused, Rule
from calculators.typed import RUNS, period_from_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = "A figure you supplied, not one that this guide holds. We have not checked it."
_LONGEST_TEXT = 200  # of a place or an action: a line, as the page's fields take it
_RUNS = {way: RUNS[way] for way in ("after", "before")}


def own_rule(typed: Mapping[str, str], *, number: int) -> Rule:
    """Return the rule that the reader's `length`, `unit`, `runs`, `event`, `place` and `action` describe.

    `length` is 1 to 1,000; `unit` one of the words of `Unit`; `runs` 'after' or 'before'. Raises `Refused`.
    """
    field = f"own.{number}"
    period = period_from_fields(typed, field=field)
    if typed.get("runs") not in _RUNS:
        raise Refused("Say whether the period runs after or before the event", field=f"{field}.runs")
    if not typed.get("event"):
        raise Refused("Choose the event that the period runs from", field=f"{field}.event")
    place = typed.get("place", "").strip()
    if not place:
        raise Refused("Say where the figure stands in your copy, such as a paragraph number", field=f"{field}.place")
    if not any(letter.isprintable() for letter in place):
        raise Refused("The place has no letter that can be seen; write it again", field=f"{field}.place")
    action = typed.get("action", "").strip()
    for name, text in (("place", place), ("action", action)):
        if len(text) > _LONGEST_TEXT:
            raise Refused(f"The {name} must be text of up to {_LONGEST_TEXT} characters", field=f"{field}.{name}")
    citation = Citation(ref=YOUR_COPY, place=place)
    reading = Reading(
        period=period,
        direction=_RUNS[typed["runs"]],
        event=typed["event"],
        citation=citation,
    )
    return Rule(
        id=f"{YOUR_COPY}-{number}",
        topic="overview",
        kind=Kind.DEADLINE,
        action=action or "Your own deadline",
        who="",
        to=(),
        duty=None,
        citation=citation,
        readings=(reading,),
        notes=(_MARK,),
    )
