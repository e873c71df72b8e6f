"""YAML 1.2 read strictly into the schema's dataclasses, each mistake with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError

from stages.problems import Problem, nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SAID = {
    "string_type": "must be text; put it in quotation marks if it looks like a number or a date",
    "int_type": "must be a whole number",
    "date_type": "must be a date such as 2026-04-02",
    "dict_type": "must be a set of `key: value` lines",
    "dataclass_type": "must be a set of `key: value` lines",
    "tuple_type": "must be a list, such as [one, two]",
    "string_too_short": "is empty; write it or leave the key out",
    "string_pattern_mismatch": "must be small letters, digits and hyphens, such as notify-panel",
}


class Block:
    """A parsed YAML mapping that remembers on which line of its file each key stands."""

    def __init__(self, node: Any, *, path: str, line: int) -> None:  # noqa: ANN401 - YAML's own shapes
        self.node, self.path, self.line = node, path, line

    def line_of(self, *keys: str | int) -> int:
        """Return the line of the deepest of `keys` that exists; the block's own line if none does."""
        node: Any = self.node
        line = self.line
        for key in keys:
            try:
                place = node.lc.item(key) if isinstance(node, list) else node.lc.key(key)
            except (AttributeError, KeyError, TypeError, IndexError):
                break
            line = self.line + place[0]
            node = node[key]
        return int(line)

    def problem(self, message: str, *keys: str | int) -> Problem:
        """Return a problem at the line of `keys`."""
        return Problem(self.path, self.line_of(*keys), message)


def parse(text: str, *, path: str, line: int) -> Block | Problem:
    """Return the mapping that `text` holds; `line` is the line of its first line in the file."""
    try:
        node = YAML(typ="rt").load(text)
    except DuplicateKeyError as error:
        name = str(error.problem).split('"')[1] if '"' in str(error.problem) else "a key"
        return Problem(path, line + (error.problem_mark.line if error.problem_mark else 0),
                       f"'{name}' is written twice here; keep one")  # fmt: skip
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(error.problem or error.context).split())
        message = f"this is not YAML ({what}); check colons, quotation marks and indentation"
        return Problem(path, line + (mark.line if mark else 0), message)
    if not isinstance(node, dict):
        return Problem(path, line, "write `key: value` lines here")
    return Block(node, path=path, line=line)


def read(block: Block, shape: Any, *, at: tuple[str | int, ...] = (), keys: Any = None) -> Any:  # noqa: ANN401
    """Return the part of `block` at `at` (or only its `keys`) as a `shape`, or the list of problems in it."""
    node = block.node
    for key in at:
        node = node[key]
    if keys is not None:
        node = {key: value for key, value in node.items() if key in keys} if isinstance(node, dict) else node
    try:
        return TypeAdapter(shape).validate_python(node)
    except ValidationError as error:
        return [explained(block, shape, at, detail) for detail in error.errors()]


def explained(block: Block, shape: Any, at: tuple[str | int, ...], detail: ErrorDetails) -> Problem:  # noqa: ANN401
    """Return one of pydantic's findings as a sentence to an editor."""
    where = (*at, *(part for part in detail["loc"] if part not in {"[key]", "date", "int"} and not is_type_tag(part)))
    name = f"'{where[-1]}'" if where else "this block"
    match detail["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            message = (
                f"{name} is not a key that belongs here{nearest(str(where[-1]), keys_of(shape, where[len(at) : -1]))}"
            )
        case "missing" | "missing_keyword_only" | "missing_argument":
            message = f"{name} is missing; write `{where[-1]}: …`"
        case "period" | "partial_date" | "words":
            message = f"{name}: {detail['msg']}"
        case "literal_error":
            message = f"{name}: write {detail['ctx']['expected']}"
        case known if known in SAID:
            message = f"{name} {SAID[known]}"
        case _:
            message = f"{name}: {detail['msg'][0].lower()}{detail['msg'][1:]}"
    return block.problem(message, *where)


def is_type_tag(part: str | int) -> bool:
    """Return whether pydantic put this in a path to name the arm of a union, not a key."""
    return isinstance(part, str) and part.startswith(("dict[", "function-", "constrained-", "nullable"))


def keys_of(shape: Any, inner: tuple[str | int, ...]) -> list[str]:  # noqa: ANN401
    """Return the keys that a dataclass at the path `inner` of `shape` accepts, by their aliases."""
    for part in inner:
        fields = getattr(shape, "__pydantic_fields__", {})
        found = next((field for name, field in fields.items() if part in {name, field.alias}), None)
        if found is None:
            return keys_of_values(shape)
        shape = found.annotation
    return keys_of_values(shape)


def keys_of_values(shape: Any) -> list[str]:  # noqa: ANN401
    """Return the keys of a dataclass, or of the dataclasses that a mapping or tuple holds."""
    candidates = (shape, *getattr(shape, "__args__", ()))
    for candidate in candidates:
        fields = getattr(candidate, "__pydantic_fields__", None)
        if fields:
            return [field.alias or name for name, field in fields.items()]
    return []
