"""Parses YAML 1.2 as an editor types it, remembering the line of every key, and says what most likely went wrong."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from stages.problems import Problem
from stages.reading.files import text_of

if TYPE_CHECKING:
    from pathlib import Path

Node: TypeAlias = Any  # YAML's own shapes
# What a YAML reader finds, and what an editor most likely did. The first that is found in its words is said.
_NOT_YAML = {
    "mapping values are not allowed": "this line has a second `: `, or is indented too far; put text that has a colon in quotation marks, and begin each key under the one before",
    "found unexpected end of stream": "a quotation mark is opened here and never closed; close it",
    "expected ',' or ']'": "a list is opened with [ here and not closed; put ] after its last word, and quotation marks around text that has brackets",
    "expected ',' or '}'": "a set of keys is opened with { here and not closed; put } after the last, and quotation marks around text that has braces or `: `",
    "could not find expected ':'": "this line is no `key: value`; put a colon and a space after its key",
    "found undefined alias": "text that begins with * must stand in quotation marks",
    "expected alphabetic or numeric": "text that begins with & or * must stand in quotation marks",
    "expected a comment or a line break": "text that begins with | or > must stand in quotation marks",
    "expected the node content": "a bracket or brace is closed here that nothing opened; put text that has them in quotation marks",
    "<document start>": "this line does not belong to what stands above it; write `key: value` lines and nothing else",
    "another document": "a line of --- or ... stands here; take it out",
    "sequence entries are not allowed": "a list begins on a line of its own, indented, with `- ` before each entry",
    "unknown escape": "text in double quotation marks has a backslash; use single ones",
    "expected <block end>": "this line does not belong to what stands above it; begin each key under the one before, and put text that begins with a quotation mark, [ or { wholly in quotation marks",
}
_CANNOT_START = re.compile(r"found character '(.+)' that cannot start")
_FROM_THE_OPENING = ("unexpected end", "',' or", "expected ':'")  # told where it was opened, not where it was missed
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Block:
    """A parsed YAML mapping that remembers on which line of its file each key stands."""

    def __init__(self, node: Node, *, path: str, line: int) -> None:
        self.node, self.path, self.line = node, path, line

    def line_of(self, *keys: str | int) -> int:
        """Return the line of the deepest of `keys` that exists; the block's own line if none does."""
        node: Node = self.node
        line = self.line
        for key in keys:
            try:
                lines = node.lc
                place = lines.item(key) if isinstance(node, list) else lines.key(key)
            except (AttributeError, KeyError, TypeError, IndexError):
                break
            line = self.line + place[0]
            node = node[key]
        return int(line)

    def problem(self, message: str, *keys: str | int) -> Problem:
        """Return a problem at the line of `keys`."""
        return Problem(self.path, self.line_of(*keys), message)


@lru_cache(maxsize=4096)  # more blocks than the guide has: while an editor works, only what she changed is read again
def _loaded(text: str) -> Node:
    """Return what YAML's reader makes of a text, never to be altered; it raises what the reader raises."""
    return YAML(typ="rt").load(text)


def parse(text: str, *, path: str, line: int) -> Block | Problem:
    """Return the mapping that `text` holds; `line` is the line of its first line in the file."""
    try:
        node = _loaded(text)
    except DuplicateKeyError as error:
        name = str(error.problem).split('"')[1] if '"' in str(error.problem) else "a key"
        return Problem(path, line + (error.problem_mark.line if error.problem_mark else 0),
                       f"'{name}' is written twice here; keep one")  # fmt: skip
    except MarkedYAMLError as error:
        return not_yaml(error, path=path, line=line)
    except YAMLError as error:
        return Problem(path, line, f"this is not YAML ({' '.join(str(error).split())})")
    except ValueError:  # the reader makes dates as it goes
        return _no_such_day(text, path=path, line=line)
    if not isinstance(node, dict):
        return Problem(path, line, "write `key: value` lines here")
    return Block(node, path=path, line=line)


def not_yaml(error: MarkedYAMLError, *, path: str, line: int) -> Problem:
    """Return what an editor most likely did where the reader lost its way."""
    what = " ".join(str(error.problem or error.context).split())
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in what for words in _FROM_THE_OPENING):
        mark = error.context_mark
    message = next((said for words, said in _NOT_YAML.items() if words in what), None)
    if start := _CANNOT_START.search(what):
        message = f"text that begins with {start[1]} must stand in quotation marks"
    message = message or f"this is not YAML ({what}); check colons, quotation marks and indentation"
    return Problem(path, line + (mark.line if mark else 0), message)


def _no_such_day(text: str, *, path: str, line: int) -> Problem:
    """Return the finding that a date in `text` is no day of the calendar."""
    for number, text_line in enumerate(text.split("\n")):
        for found in _DATE.findall(text_line):
            try:
                date.fromisoformat(found)
            except ValueError:
                return Problem(path, line + number, f"there is no {found} in the calendar; check the date")
    return Problem(path, line, "a date or time here is none; write dates such as 2026-04-02")


def parse_file(root: Path, name: str) -> tuple[Block | None, list[Problem]]:
    """Return the file `name` of `root` (content/) as parsed, none if it cannot be, with the problems met."""
    path, file = f"{root.name}/{name}.yml", root / f"{name}.yml"
    if not file.is_file():
        return None, [Problem(path, 1, "this file is missing; restore it from the repository")]
    text, problems = text_of(file, path=path)
    block = parse(text, path=path, line=1) if text is not None else None
    return (None, [*problems, block]) if isinstance(block, Problem) else (block, problems)
