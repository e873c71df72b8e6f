"""The JSON Schema of rules.json, made from the records: a field added to one is in the schema, and nothing else is let in."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from calculators.records import Body, Condition, Edition, Event, Fact, Figure, Period
from calculators.reply import Json, RulesReply

_HELD = {  # what the answer's type calls JSON of any shape is a record here
    "events": Mapping[str, Event],
    "facts": Mapping[str, Fact],
    "bodies": Mapping[str, Body],
    "editions": tuple[Edition, ...],
    "figures": Mapping[str, Mapping[str, Figure]],
}
_PLAIN: dict[object, Json] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}
_CONDITION = "Condition"


def rules_schema() -> Json:
    """Return the schema, in JSON Schema 2020-12."""
    defined: dict[str, Json] = {}
    hints = get_type_hints(RulesReply) | _HELD
    whole = _closed({name: _schema_of(hint, defined) for name, hint in hints.items()})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "UK Case Review Guide: rules.json",
        "description": "Every edition with its rules, readings, tests and sources, and the words that they use. Dates are ISO text.",
        **whole,
        "$defs": dict(sorted(defined.items())),
    }


def _schema_of(hint: object, defined: dict[str, Json]) -> Json:
    """Return the schema of a field's type; what has a name of its own goes into `defined`."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _any_of(inner, defined)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _schema_of(inner[0], defined)}
    if origin in {Mapping, dict}:
        return {"type": "object", "additionalProperties": _schema_of(inner[1], defined)}
    return _named(hint, defined)


def _any_of(members: tuple[Any, ...], defined: dict[str, Json]) -> Json:
    """Return the schema of several types, one of which it must be; all kinds of condition go by one name."""
    kinds = get_args(Condition)
    rest = [_schema_of(member, defined) for member in members if member not in kinds]
    schemas = [*([_condition(defined)] if set(kinds) <= set(members) else []), *rest]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _named(record: Any, defined: dict[str, Json]) -> Json:  # noqa: ANN401 - the class of a record or of an enumeration
    """Return a reference to the schema of a record or enumeration, and put that into `defined`."""
    name = record.__name__
    if name not in defined:
        defined[name] = {}  # a record may hold its own kind
        said = {"description": inspect.getdoc(record)}
        defined[name] = said | _body_of(record, defined)
    return _reference(name)


def _body_of(record: Any, defined: dict[str, Json]) -> Json:  # noqa: ANN401 - as above
    """Return the schema of a record or enumeration itself; a period has its words beside its fields."""
    if isinstance(record, type) and issubclass(record, Enum):
        return {"enum": [member.value for member in record]}
    if not is_dataclass(record):
        raise TypeError(f"{record} is no kind of type that rules.json knows; say in stages/contracts how it is written")
    hints = get_type_hints(record, localns={"Mapping": Mapping})
    properties = {field.name: _schema_of(hints[field.name], defined) for field in fields(record)}
    return _closed(properties | ({"words": _PLAIN[str]} if record is Period else {}))


def _condition(defined: dict[str, Json]) -> Json:
    """Return a reference to the schema of a condition, whose one key says of which kind it is."""
    itself = _reference(_CONDITION)
    several = {"type": "array", "items": itself}
    kinds = {
        "fact": _PLAIN[str],
        "presumed": _PLAIN[str],
        "not": itself,
        "all": several,
        "any": several,
        "test": _PLAIN[str],
        "event": _PLAIN[str],
    }
    defined[_CONDITION] = {
        "description": (
            "A fact that must be true, or one that is presumed while it is not known; the opposite of a condition; "
            "all or any of several; a test of the same edition that must be met; an event that must have happened."
        ),
        "oneOf": [_closed({key: schema}) for key, schema in kinds.items()],
    }
    return itself


def _reference(name: str) -> Json:
    """Return a reference to what is defined under a name."""
    return {"$ref": f"#/$defs/{name}"}


def _closed(properties: Json) -> Json:
    """Return the schema of an object that has each of these and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
