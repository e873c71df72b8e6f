"""Everything that is held, as data: each record as an object of its fields, conditions told apart by one key."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING, Any

from calculators import __version__
from calculators.files.kept import FORMAT
from calculators.records import AllOf, AnyOf, Happened, Is, Met, Not, Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.records import Body, Edition, Event, Fact, Figure
    from calculators.reply import RulesReply

_CONDITIONS = {AllOf: "all", AnyOf: "any", Not: "not", Met: "test", Happened: "event"}


def rules_payload(
    *,
    content: str,
    checked: str,
    nations: Mapping[str, str],
    topics: Mapping[str, str],
    events: Mapping[str, Event],
    facts: Mapping[str, Fact],
    bodies: Mapping[str, Body],
    editions: Mapping[str, Edition],
    figures: Mapping[str, Mapping[str, Figure]],
) -> RulesReply:
    """Return every edition, rule, reading, test, fact, event, body and source, as compiled."""
    return {
        "format": FORMAT,
        "release": __version__,
        "content": content,
        "checked": checked,
        "nations": dict(nations),
        "topics": dict(topics),
        "events": _plain(dict(events)),
        "facts": _plain(dict(facts)),
        "bodies": _plain(dict(bodies)),
        "editions": [_plain(edition) for edition in editions.values()],
        "figures": {edition: _plain(dict(held)) for edition, held in figures.items()},
    }


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - a record of any kind, into JSON of any kind
    """Return a record, mapping, tuple, enumeration or text as JSON's own shapes."""
    match value:
        case Enum():
            return value.value
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case tuple() | list():
            return [_plain(inner) for inner in value]
        case Is(fact, presumed):
            return {"presumed": fact} if presumed else {"fact": fact}
        case AllOf() | AnyOf() | Not() | Met() | Happened():
            (field,) = fields(value)
            return {_CONDITIONS[type(value)]: _plain(getattr(value, field.name))}
        case Period():
            return {"length": value.length, "unit": value.unit.value, "clear": value.clear, "words": str(value)}
        case None | str() | int():
            return value
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
