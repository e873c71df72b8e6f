"""The JSON contract of calculators/reply.py as TypeScript's types, so that the pages' scripts are held to it."""

from __future__ import annotations

import json
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from calculators import reply

_MADE_BY = "// Generated from calculators/reply.py by `python build.py tables`; do not edit."
_PLAIN: dict[object, str] = {str: "string", int: "number", bool: "boolean", NoneType: "null", Any: "any"}


def reply_types() -> str:
    """Return the text of docs/assets/js/reply.d.ts: every public type of the contract, in its order there."""
    public = {name: value for name, value in vars(reply).items() if not name.startswith("_")}
    aliases = {name: value for name, value in public.items() if get_origin(value)}
    names = {value: name for name, value in aliases.items()}
    parts = [
        f"type {name} = {_shape(value, names)};" if name in aliases else _record(value, names)
        for name, value in public.items()
        if name in aliases or is_typeddict(value)
    ]
    return "\n\n".join([_MADE_BY, *parts]) + "\n"


def _record(record: Any, names: dict[Any, str]) -> str:  # noqa: ANN401 - the class of a record
    """Return one record, what it inherits among its own keys; those that may be left out are marked."""
    lines = [
        f"  {key}{'' if key in record.__required_keys__ else '?'}: {_type(hint, names)};\n"
        for key, hint in get_type_hints(record).items()
    ]
    # Without the indent of its words, which Python 3.13 drops by itself and 3.11 keeps.
    said = f"/** {getdoc(record)} */\n" if record.__doc__ else ""
    return f"{said}type {record.__name__} = {{\n{''.join(lines)}}};"


def _type(hint: object, names: dict[Any, str]) -> str:
    """Return a type by the name that the contract gives it, or as it is made up."""
    return names.get(hint) or _shape(hint, names)


def _shape(hint: object, names: dict[Any, str]) -> str:
    """Return how a type is made up."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(json.dumps(word) for word in inner)
    if origin in {Union, UnionType}:
        return " | ".join(_type(member, names) for member in inner)
    if origin is list:
        element = _type(inner[0], names)
        return f"({element})[]" if " | " in element else f"{element}[]"
    if origin is dict:
        return f"Record<string, {_type(inner[1], names)}>"
    if isinstance(hint, type) and is_typeddict(hint):
        return hint.__name__
    raise TypeError(f"{hint} is no type that the contract has used; say in stages/contracts how TypeScript writes it")
