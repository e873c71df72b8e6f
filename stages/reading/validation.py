"""YAML 1.2 read strictly into the schema's dataclasses, each mistake with its line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from pydantic import TypeAdapter, ValidationError

from stages.problems import Problem, nearest
from stages.reading.yaml_document import Block, Node, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pydantic_core import ErrorDetails

__all__ = ["Block", "keys_of", "parse", "read"]
Shape: TypeAlias = Any  # a dataclass, or what typing makes of them, looked at for its keys
_Shaped = TypeVar("_Shaped")
_SAID = {
    "string_type": "must be text; put it in quotation marks if it looks like a number or a date",
    "int_type": "must be a whole number",
    "date_type": "must be a date such as 2026-04-02, without quotation marks or a time",
    "dict_type": "must be a set of `key: value` lines",
    "dataclass_type": "must be a set of `key: value` lines",
    "tuple_type": "must be a list, such as [one, two]",
    "string_too_short": "is empty; write it, or leave it out",
    "string_pattern_mismatch": "must be small letters, digits and hyphens, such as notify-panel",
    "too_short": "is empty; name at least one",
}
_OWN_WORDS = {"html", "period", "partial_date", "words", "skipped", "year", "url"}  # what schema/scalars.py says itself
_MARKS = {"[key]", "<one date>", "<a date each>"}  # what pydantic and schema/scalars.py put among the keys of a finding


def read(
    block: Block,
    shape: type[_Shaped],
    *,
    at: tuple[str | int, ...] = (),
    keys: Collection[str] | None = None,
    beside: Sequence[str] = (),
) -> _Shaped | list[Problem]:
    """Return the part of `block` at `at` (or only its `keys`) as a `shape`, or the list of problems in it.

    `beside` are further keys that may stand there and are read apart; they are offered where a key is misspelt.
    """
    node = block.node
    for key in at:
        node = node[key]
    if keys is not None:
        node = {key: value for key, value in node.items() if key in keys} if isinstance(node, dict) else node
    odd = list(_odd_keys(block, node, at))
    try:
        value = _adapter(shape).validate_python(node)
    except ValidationError as error:
        details = [detail for detail in error.errors() if not _told(detail)]
        unknown = {detail["loc"] for detail in details if detail["type"] in _UNEXPECTED}
        meant = {(*loc[:-1], near) for loc in unknown for near in _near_keys(loc, shape, beside)}
        problems = [
            _explained(block, shape, at, detail, beside)
            for detail in details
            if not (detail["type"] in _MISSING and detail["loc"] in meant)  # told at the misspelt key already
        ]
        wrong = {_inner_of(detail) for detail in details if detail["type"] not in _MISSING}
        return [*problems, *(problem for keys, problem in odd if not any(keys[: len(loc)] == loc for loc in wrong))]
    return [problem for _, problem in odd] or value


_adapters: dict[object, TypeAdapter[Any]] = {}  # making one costs more than using it


def _adapter(shape: type[_Shaped]) -> TypeAdapter[_Shaped]:
    """Return what checks and makes a `shape`."""
    if shape not in _adapters:
        _adapters[shape] = TypeAdapter(shape)
    return _adapters[shape]


_UNEXPECTED = {"unexpected_keyword_argument", "extra_forbidden"}
_MISSING = {"missing", "missing_keyword_only", "missing_argument"}


def _told(detail: ErrorDetails) -> bool:
    """Return whether `odd_keys` has told this already: an empty value, or a key that is no text."""
    if (
        detail["type"] == "invalid_key"
        or any(str(part).startswith("datetime.") for part in detail["loc"])
        or (detail["loc"][-1:] == ("[key]",) and not isinstance(detail["input"], str))
    ):
        return True
    return detail["input"] is None and detail["type"] not in _UNEXPECTED


def _odd_keys(
    block: Block,
    node: Node,
    at: tuple[str | int, ...],
    inner: tuple[str | int, ...] = (),
) -> Iterator[tuple[tuple[str | int, ...], Problem]]:
    """Yield a finding, with its keys below `at`, for each key without a value and each that is no text."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        keys = (*inner, key)
        if isinstance(node, dict) and not isinstance(key, str):
            yield (
                keys,
                block.problem(f"'{key}' cannot be a key; a key is a word, with its value after the colon", *at, *keys),
            )
        elif value is None:
            yield keys, block.problem(f"{_named(keys)} {_SAID['string_too_short']}", *at, *keys)
        else:
            yield from _odd_keys(block, value, at, keys)


def _named(where: tuple[str | int, ...]) -> str:
    """Return how a sentence names a key, or an entry of a list by its number."""
    if not where:
        return "this block"
    last = where[-1]
    return f"entry {last + 1} of '{where[-2]}'" if isinstance(last, int) and len(where) > 1 else f"'{last}'"


def _explained(
    block: Block,
    shape: Shape,
    at: tuple[str | int, ...],
    detail: ErrorDetails,
    beside: Sequence[str],
) -> Problem:
    """Return one of pydantic's findings as a sentence to an editor."""
    inner = _inner_of(detail)
    where = (*at, *inner)
    match detail["type"]:
        case known if known in _UNEXPECTED:
            message = f"{_named(where)} is not a key that belongs here"
            if detail["input"] is None:
                message += "; if it is part of a text with a comma, put the text in quotation marks"
            else:
                message += nearest(str(where[-1]), [*keys_of(shape, inner[:-1]), *(beside if len(inner) == 1 else ())])
        case known if known in _MISSING:
            message = f"{_named(where)} is missing; write `{where[-1]}: …`"
        case known if known in _OWN_WORDS:
            message = f"{_named(where)}: {detail['msg']}"
        case "literal_error":
            message = f"{_named(where)}: write {detail['ctx']['expected']}"
        case "string_type" if isinstance(detail["input"], dict | list):
            message = f"{_named(where)} must be text; text that has `: ` in it, or begins with {{ or [, stands in quotation marks"
        case "string_type" if hasattr(detail["input"], "tag"):
            message = f"{_named(where)} must be text; text that begins with ! stands in quotation marks"
        case known if known in _SAID:
            message = f"{_named(where)} {_SAID[known]}"
        case _:
            message = f"{_named(where)}: {detail['msg'][0].lower()}{detail['msg'][1:]}"
    return block.problem(message, *where)


def _inner_of(detail: ErrorDetails) -> tuple[str | int, ...]:
    """Return the keys of a finding, without the marks that stand among them."""
    return tuple(part for part in detail["loc"] if part not in _MARKS)


def _near_keys(loc: tuple[str | int, ...], shape: Shape, beside: Sequence[str]) -> list[str]:
    """Return the key that an unknown key most likely is."""
    return get_close_matches(str(loc[-1]), [*keys_of(shape, loc[:-1]), *(beside if len(loc) == 1 else ())], n=1)


def keys_of(shape: Shape, inner: tuple[str | int, ...]) -> list[str]:
    """Return the keys that a dataclass at the path `inner` of `shape` accepts, by their aliases."""
    for part in inner:
        fields = getattr(shape, "__pydantic_fields__", {})
        found = next((field for name, field in fields.items() if part in {name, field.alias}), None)
        if found is None:
            return _keys_of_values(shape)
        shape = found.annotation
    return _keys_of_values(shape)


def _keys_of_values(shape: Shape) -> list[str]:
    """Return the keys of a dataclass, or of the dataclasses that a mapping or tuple holds."""
    candidates = (shape, *getattr(shape, "__args__", ()))
    for candidate in candidates:
        fields = getattr(candidate, "__pydantic_fields__", None)
        if fields:
            return [field.alias or name for name, field in fields.items()]
    return []
