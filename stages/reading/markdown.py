"""Reads the Markdown of an edition into topics, prose and blocks, by a tokeniser that knows its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from stages.problems import Problem, nearest
from stages.reading.files import NAME
from stages.reading.model import Prose, Section, Unread, WrittenBlock, WrittenReading
from stages.reading.validation import Block, keys_of, parse, read
from stages.schema import BLOCKS, ClockBlock, DatedBlock, PromptBlock, ReadingBlock

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark")
_CLOCK_KEYS = tuple(keys_of(ClockBlock, ()))
_NO_SPACE = re.compile(r"(#{1,6})([^#\s])")
TOPIC, WITHIN = "##", "###"


def read_sections(lines: list[str], *, start: int, path: str) -> tuple[tuple[Section, ...], list[Problem], Unread]:
    """Return the sections below line `start` (counted from 0), the problems in them, and what was not read."""
    lines, problems = _with_spaced_headings([""] * start + lines[start:], path)
    tokens = _MARKDOWN.parse("\n".join(lines))
    headings = [token for token in tokens if token.type == "heading_open" and token.markup == TOPIC and not token.level]
    fences = [token for token in tokens if token.type == "fence"]
    problems += _heading_problems(tokens, lines, path)
    faults = {_first_line(token): fault for token in fences if (fault := _fence_problem(token, lines, path))}
    problems += faults.values()
    lines = _blanked(lines, [token for token in fences if _first_line(token) in faults])
    fences = [token for token in fences if _first_line(token) not in faults]
    unread = Unread(lost=bool(faults))
    borders = [*(_first_line(heading) for heading in headings), len(lines)]
    if stray := next((n for n, line in enumerate(lines[start : borders[0]], start) if line.strip()), None):
        unread |= Unread(lost=any(_first_line(token) < borders[0] for token in fences))
        if not any(problem.line == stray + 1 for problem in problems):
            message = "text before the first `## ` heading belongs to no topic; move it under one"
            problems.append(Problem(path, stray + 1, message))
    elif not headings:
        message = "no topic is written; begin with `## ` and a heading of content/topics.yml"
        problems.append(Problem(path, start, message))
    sections = []
    for heading, begin, stop in zip(headings, borders, borders[1:], strict=False):
        own = [token for token in fences if begin < _first_line(token) < stop]
        parts, mistakes, missed = _read_parts(lines, own, begin=begin + 1, stop=stop, path=path)
        name = tokens[tokens.index(heading) + 1].content
        sections.append(Section(heading=name, line=begin + 1, parts=tuple(parts)))
        problems += mistakes
        unread |= missed
    return tuple(sections), problems, unread


def _blanked(lines: list[str], fences: list[Token]) -> list[str]:
    """Return the lines without those of `fences`, so that what cannot be read is not taken for prose."""
    gone = {number for fence in fences for number in range(*(fence.map or (0, 0)))}
    return ["" if number in gone else line for number, line in enumerate(lines)]


def _first_line(token: Token) -> int:
    """Return the line on which a token begins, counted from 0."""
    return token.map[0] if token.map else 0


def _with_spaced_headings(lines: list[str], path: str) -> tuple[list[str], list[Problem]]:
    """Return the lines with a space in headings that lack one, and the problem of each: the site takes them for headings."""
    problems = []
    lines = list(lines)
    for token in _MARKDOWN.parse("\n".join(lines)):
        if token.type != "paragraph_open" or token.level or not token.map:
            continue
        for number in range(*token.map):
            if found := _NO_SPACE.match(lines[number]):
                lines[number] = _NO_SPACE.sub(r"\1 \2", lines[number], count=1)
                problems.append(Problem(path, number + 1, f"put a space after {found[1]}"))
    return lines, problems


def _heading_problems(tokens: list[Token], lines: list[str], path: str) -> list[Problem]:
    """Return what is wrong in how headings are made."""
    problems = []
    for token in tokens:
        if token.type != "heading_open":
            continue
        at = _first_line(token)
        message = None
        if token.markup in {"-", "="}:
            message = (
                "the line of dashes under this makes it a heading; write `## ` before it, or put a blank line between"
            )
        elif token.level or lines[at].startswith(" "):
            message = "a heading begins at the start of its line, outside lists and quotations"
        elif token.markup not in {TOPIC, WITHIN}:
            message = f"'{token.markup}' is no heading of an edition; write `## ` for a topic, `### ` inside one (the page's title comes from `guidance`)"
        if message:
            problems.append(Problem(path, at + 1, message))
    return problems


def _fence_problem(fence: Token, lines: list[str], path: str) -> Problem | None:
    """Return why a fenced block cannot be read, before its YAML is looked at."""
    opening, after = fence.map or (0, 0)
    words = fence.info.split()
    message = None
    inside = fence.content.split("\n")
    swallowed = next((n for n, line in enumerate(inside) if line.lstrip().startswith(fence.markup)), None)
    if swallowed is not None:
        message = f"this block is not closed before the one on line {opening + swallowed + 2}; end it with a line {fence.markup}"
    elif after <= opening + 1 or set(lines[after - 1].strip(" >")) != {fence.markup[0]}:  # no line but the first
        message = f"this block is not closed, so it takes in the rest of the file; end it with a line {fence.markup}"
    elif fence.level:
        message = "a block stands outside lists and quotations: begin each of its lines at the start of the line"
    elif words[:1] != ["yaml"] or " ".join(words[1:]) not in BLOCKS:
        kinds = [f"yaml {kind}" for kind in BLOCKS]
        message = (
            f"'{fence.markup}{fence.info.strip()}' is not a kind of block{nearest(fence.info.strip().lower(), kinds)}"
        )
    return Problem(path, opening + 1, message) if message else None


def _read_parts(
    lines: list[str], fences: list[Token], *, begin: int, stop: int, path: str
) -> tuple[list[Prose | WrittenBlock], list[Problem], Unread]:
    """Return the prose and blocks of one section, in order; the problems in its blocks, and what was not read."""
    parts: list[Prose | WrittenBlock] = []
    problems: list[Problem] = []
    unread = Unread()
    at = begin
    for fence in fences:
        opening, after = fence.map or (at, at)
        _add_prose(parts, lines, at, opening)
        found, missed = _read_block(fence, path=path, line=opening + 2)
        if isinstance(found, list):
            problems += found
            unread |= missed
        else:
            parts.append(found)
        at = after
    _add_prose(parts, lines, at, stop)
    return parts, problems, unread


def _add_prose(parts: list[Prose | WrittenBlock], lines: list[str], begin: int, stop: int) -> None:
    """Append the lines from `begin` to `stop` as prose, unless they are blank."""
    while begin < stop and not lines[begin].strip():
        begin += 1
    text = "\n".join(lines[begin:stop]).rstrip()
    if text:
        parts.append(Prose(text=text, line=begin + 1))


def _read_block(fence: Token, *, path: str, line: int) -> tuple[WrittenBlock | list[Problem], Unread]:
    """Return one fenced block, or its problems and what it would have named."""
    kind = " ".join(fence.info.split()[1:])
    block = parse(fence.content, path=path, line=line)
    if isinstance(block, Problem):
        return [block], _names_in(fence.content.split("\n"), kind)
    shape = BLOCKS[kind]
    if shape is DatedBlock or shape is PromptBlock:
        found = _read_clocked(kind, block, shape)
    else:
        record = read(block, BLOCKS[kind])
        found = record if isinstance(record, list) else WrittenBlock(kind=kind, record=record, block=block)
    return found, _names_in(fence.content.split("\n"), kind)


def _names_in(lines: list[str], kind: str) -> Unread:
    """Return what a block that could not be read would have named, as far as one can tell from its lines."""
    key = {"example": "rule", "case": "test"}.get(kind, "id")
    name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith(f"{key}:")), None)
    if not name or not NAME.fullmatch(name):
        return Unread(lost=True)
    return Unread(ids=frozenset({name})) if key == "id" else Unread(worked=frozenset({name}))


def _read_clocked(kind: str, block: Block, shape: type[DatedBlock | PromptBlock]) -> WrittenBlock | list[Problem]:
    """Return a rule with a clock or readings: what is said of it, then those. A prompt has no clock of its own."""
    clock_keys = _CLOCK_KEYS if shape is DatedBlock else ()
    own = [key for key in block.node if key not in clock_keys and key != "readings"]
    record = read(block, shape, keys=own, beside=(*clock_keys, "readings"))
    clock = read(block, ClockBlock, keys=clock_keys)
    readings: dict[str, WrittenReading] = {}
    mistakes = _read_readings(block, into=readings) if "readings" in block.node else []
    if isinstance(record, list) or isinstance(clock, list) or mistakes:
        return [*(record if isinstance(record, list) else ()), *(clock if isinstance(clock, list) else ()), *mistakes]
    return WrittenBlock(kind=kind, record=record, block=block, clock=clock, readings=readings)


def _read_readings(block: Block, *, into: dict[str, WrittenReading]) -> list[Problem]:
    """Put a rule's readings `into` a mapping by name, and return the problems in them."""
    node = block.node["readings"]
    if not isinstance(node, dict) or not node:
        return [block.problem("'readings' must name each reading, with its keys under it", "readings")]
    problems: list[Problem] = []
    for name, keys in node.items():
        at = ("readings", name)
        if not NAME.fullmatch(str(name)):
            problems.append(
                block.problem(f"'{name}' must be small letters, digits and hyphens, such as notify-panel", *at)
            )
        if not isinstance(keys, dict):
            problems.append(block.problem(f"reading '{name}' must be a set of `key: value` lines", *at))
            continue
        said = read(
            block, ReadingBlock, at=at, keys=[key for key in keys if key not in _CLOCK_KEYS], beside=_CLOCK_KEYS
        )
        runs = read(block, ClockBlock, at=at, keys=_CLOCK_KEYS)
        problems += [*(said if isinstance(said, list) else ()), *(runs if isinstance(runs, list) else ())]
        if not isinstance(said, list) and not isinstance(runs, list):
            into[str(name)] = WrittenReading(said=said, clock=runs)
    return problems


def opening_paragraph(section: Section) -> Prose | None:
    """Return the paragraph with which a section begins, as the tokeniser sees it; None if it begins with anything else.

    A table is no paragraph, though a strict reader of Markdown takes it for one.
    """
    first = section.parts[0] if section.parts else None
    if not isinstance(first, Prose):
        return None
    tokens = _MARKDOWN.parse(first.text)
    if tokens[0].type != "paragraph_open" or tokens[1].content.startswith("|"):
        return None
    return Prose(text=tokens[1].content, line=first.line)
