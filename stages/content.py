"""Reads content/ as it stands into values that remember their lines; says what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - part of this module's public signature
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from stages.problems import ContentRefused, Problem
from stages.schema import (
    BLOCKS,
    BankHolidaysBlock,
    BodyBlock,
    ClockBlock,
    DatedBlock,
    EventBlock,
    FactBlock,
    FrontMatter,
    Id,
    ReadingBlock,
    Text,
)
from stages.strict_yaml import Block, keys_of, parse, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

CLOCK_KEYS = tuple(keys_of(ClockBlock, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReading:
    """One reading as written: what is said of it, and its clock."""

    said: ReadingBlock
    clock: ClockBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBlock:
    """A fenced block: its kind, its record, and for a dated rule its clock or readings."""

    kind: str
    record: Any  # an instance of BLOCKS[kind]
    block: Block
    clock: ClockBlock | None = None
    readings: Mapping[str, WrittenReading] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown between blocks, with the line on which it starts."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One `##` heading and what stands under it, in order."""

    heading: str
    line: int
    parts: tuple[Prose | WrittenBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEdition:
    """One edition file as written."""

    id: str
    path: str
    front: FrontMatter
    front_block: Block
    sections: tuple[Section, ...]

    def blocks(self) -> Iterator[tuple[Section, WrittenBlock]]:
        """Yield every block with its section, in order."""
        for section in self.sections:
            for part in section.parts:
                if isinstance(part, WrittenBlock):
                    yield section, part


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that editions share."""

    nations: Mapping[str, str]
    topics: Mapping[str, str]
    events: Mapping[str, EventBlock]
    facts: Mapping[str, FactBlock]
    bodies: Mapping[str, BodyBlock]
    bank_holidays: BankHolidaysBlock
    blocks: Mapping[str, Block]  # each file as parsed, for the lines of later findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All of content/, with the problems met in reading it; unreadable editions are left out."""

    vocabulary: Vocabulary
    editions: tuple[WrittenEdition, ...]
    problems: tuple[Problem, ...]
    unread_nations: frozenset[str]  # nations with an edition that could not be read


VOCABULARIES: dict[str, Any] = {
    "nations": dict[Id, Text],
    "topics": dict[Id, Text],
    "events": dict[Id, EventBlock],
    "facts": dict[Id, FactBlock],
    "bodies": dict[Id, BodyBlock],
    "bank-holidays": BankHolidaysBlock,
}


def read_content(root: Path) -> Content:
    """Return what `root` (content/) holds. Raises `ContentRefused` only if a vocabulary cannot be read."""
    vocabulary = read_vocabulary(root)
    editions: list[WrittenEdition] = []
    problems: list[Problem] = []
    unread: set[str] = set()
    for nation in vocabulary.nations:
        for file in sorted((root / nation).glob("*.md")):
            found = read_edition(
                file.read_text(encoding="utf-8"), id=f"{nation}/{file.stem}", path=f"{root.name}/{nation}/{file.name}"
            )
            if isinstance(found, list):
                problems += found
                unread.add(nation)
            else:
                edition, mistakes = found
                editions.append(edition)
                problems += mistakes
    return Content(
        vocabulary=vocabulary, editions=tuple(editions), problems=tuple(problems), unread_nations=frozenset(unread)
    )


def read_vocabulary(root: Path) -> Vocabulary:
    """Return the shared vocabularies, or raise `ContentRefused` with every problem in them."""
    found: dict[str, Any] = {}
    blocks: dict[str, Block] = {}
    problems: list[Problem] = []
    for name, shape in VOCABULARIES.items():
        path = f"{root.name}/{name}.yml"
        file = root / f"{name}.yml"
        if not file.is_file():
            problems.append(Problem(path, 1, "this file is missing; restore it from the repository"))
            continue
        block = parse(file.read_text(encoding="utf-8"), path=path, line=1)
        if isinstance(block, Problem):
            problems.append(block)
            continue
        value = read(block, shape)
        if isinstance(value, list):
            problems += value
        blocks[name], found[name.replace("-", "_")] = block, value
    if problems:
        raise ContentRefused(problems)
    return Vocabulary(blocks=blocks, **found)


def read_edition(text: str, *, id: str, path: str) -> tuple[WrittenEdition, list[Problem]] | list[Problem]:  # noqa: A002
    """Return an edition with the problems in its blocks, or only problems if its front matter cannot be read."""
    lines = text.splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        return [Problem(path, 1, "start with front matter: a line `---`, the edition's keys, a line `---`")]
    end = lines.index("---", 1)
    front_block = parse("\n".join(lines[1:end]), path=path, line=2)
    if isinstance(front_block, Problem):
        return [front_block]
    front = read(front_block, FrontMatter)
    if isinstance(front, list):
        return front
    sections, problems = read_sections(lines, start=end + 1, path=path)
    edition = WrittenEdition(id=id, path=path, front=front, front_block=front_block, sections=sections)
    return edition, problems


def read_sections(lines: list[str], *, start: int, path: str) -> tuple[tuple[Section, ...], list[Problem]]:
    """Return the sections below line `start` (counted from 0), and the problems in their blocks."""
    tokens = MarkdownIt("commonmark").parse("\n".join([""] * start + lines[start:]))
    top = [token for token in tokens if token.level == 0 and token.map]
    headings = [token for token in top if token.type == "heading_open" and token.tag == "h2"]
    sections: list[Section] = []
    problems: list[Problem] = []
    first = headings[0].map[0] if headings and headings[0].map else len(lines)
    if any(line.strip() for line in lines[start:first]):
        stray = next(n for n, line in enumerate(lines[start:first], start) if line.strip())
        problems.append(
            Problem(path, stray + 1, "text before the first `## ` heading belongs to no topic; move it under one")
        )
    borders = [*(heading.map[0] for heading in headings if heading.map), len(lines)]
    for heading, begin, stop in zip(headings, borders, borders[1:], strict=False):
        name = tokens[tokens.index(heading) + 1].content
        fences = [t for t in top if t.type == "fence" and t.map and begin < t.map[0] < stop and is_block(t)]
        parts, mistakes = read_parts(lines, fences, begin=begin + 1, stop=stop, path=path)
        sections.append(Section(heading=name, line=begin + 1, parts=tuple(parts)))
        problems += mistakes
    return tuple(sections), problems


def is_block(fence: Token) -> bool:
    """Return whether a fence is one of ours: its info says `yaml` and a kind."""
    return fence.info.split()[:1] == ["yaml"]


def read_parts(
    lines: list[str], fences: list[Token], *, begin: int, stop: int, path: str
) -> tuple[list[Prose | WrittenBlock], list[Problem]]:
    """Return the prose and blocks of one section, in order."""
    parts: list[Prose | WrittenBlock] = []
    problems: list[Problem] = []
    at = begin
    for fence in fences:
        opening, after = fence.map or (at, at)
        add_prose(parts, lines, at, opening)
        found = read_block(fence, path=path, line=opening + 2)
        if isinstance(found, list):
            problems += found
        else:
            parts.append(found)
        at = after
    add_prose(parts, lines, at, stop)
    return parts, problems


def add_prose(parts: list[Prose | WrittenBlock], lines: list[str], begin: int, stop: int) -> None:
    """Append the lines from `begin` to `stop` as prose, unless they are blank."""
    while begin < stop and not lines[begin].strip():
        begin += 1
    text = "\n".join(lines[begin:stop]).rstrip()
    if text:
        parts.append(Prose(text=text, line=begin + 1))


def read_block(fence: Token, *, path: str, line: int) -> WrittenBlock | list[Problem]:
    """Return one fenced block, or its problems."""
    kind = " ".join(fence.info.split()[1:])
    if kind not in BLOCKS:
        kinds = ", ".join(BLOCKS)
        return [
            Problem(
                path,
                line - 1,
                f"'yaml {kind}' is not a kind of block; write yaml and one of: {kinds}".replace("yaml '", "yaml'"),
            )
        ]
    block = parse(fence.content, path=path, line=line)
    if isinstance(block, Problem):
        return [block]
    if BLOCKS[kind] is not DatedBlock:
        record = read(block, BLOCKS[kind])
        return record if isinstance(record, list) else WrittenBlock(kind=kind, record=record, block=block)
    return read_dated(kind, block)


def read_dated(kind: str, block: Block) -> WrittenBlock | list[Problem]:
    """Return a deadline, retention or lookback: what is said of it, then its clock or its readings."""
    own = [key for key in block.node if key not in CLOCK_KEYS and key != "readings"]
    record = read(block, DatedBlock, keys=own)
    clock = read(block, ClockBlock, keys=CLOCK_KEYS)
    readings: dict[str, WrittenReading] = {}
    problems = [*(record if isinstance(record, list) else ()), *(clock if isinstance(clock, list) else ())]
    if "readings" in block.node:
        if not isinstance(block.node["readings"], dict) or not block.node["readings"]:
            return [*problems, block.problem("'readings' must name each reading, with its keys under it", "readings")]
        for name, keys in block.node["readings"].items():
            at = ("readings", name)
            if not isinstance(keys, dict):
                problems.append(block.problem(f"reading '{name}' must be a set of `key: value` lines", *at))
                continue
            said = read(block, ReadingBlock, at=at, keys=[key for key in keys if key not in CLOCK_KEYS])
            runs = read(block, ClockBlock, at=at, keys=CLOCK_KEYS)
            problems += [*(said if isinstance(said, list) else ()), *(runs if isinstance(runs, list) else ())]
            if not isinstance(said, list) and not isinstance(runs, list):
                readings[str(name)] = WrittenReading(said=said, clock=runs)
    if problems:
        return problems
    return WrittenBlock(kind=kind, record=record, block=block, clock=clock, readings=readings)
