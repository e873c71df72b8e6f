"""What must hold in prose: no length of time typed, no slot that names nothing, no Markdown with two meanings."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from stages.content import Prose
from stages.problems import Problem
from stages.slots import SLOT, faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stages.content import WrittenBlock, WrittenEdition
    from stages.slots import Names

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|hundred"
)
LENGTH = re.compile(
    rf"\b(?:[0-9]+|{NUMBERS})[\s-]+(?:(?:calendar|working|clear|full)[\s-]+)?(?:day|week|month|year)s?\b"
    r"(?![\s-]+old\b|[\s-]+of[\s-]+age\b)|\bfortnight(?:s|ly)?\b",
    re.IGNORECASE,
)
PLAIN_FIELDS = {
    "id",
    "ref",
    "via",
    "read",
    "kind",
    "to",
    "rule",
    "event",
    "words",
    "url",
    "title",
    "publisher",
    "place",
}


def problems(edition: WrittenEdition, names: Names) -> Iterator[Problem]:
    """Find what is wrong in an edition's prose, and in the sentences of its blocks."""
    for section in edition.sections:
        yield from summary_problems(edition, section.parts, section.line)
        for part in section.parts:
            if isinstance(part, Prose):
                yield from text_problems(part.text, path=edition.path, line=part.line)
                yield from two_meanings(part, edition.path)
                for offset, fault in faults(part.text, edition=edition.id, known=names):
                    yield Problem(edition.path, part.line + offset, fault)
            else:
                yield from sentence_problems(part, edition, names)
    for key in ("coverage_note", "transition"):
        yield from typed_in(getattr(edition.front, key) or "", edition.path, edition.front_block.line_of(key))


def summary_problems(edition: WrittenEdition, parts: tuple[Any, ...], line: int) -> Iterator[Problem]:
    """Find a section that does not begin with a paragraph: the comparison prints it alone."""
    first = parts[0] if parts else None
    opens = MarkdownIt("commonmark").parse(first.text)[0].type if isinstance(first, Prose) else None
    if opens != "paragraph_open":
        message = "begin this section with a paragraph that stands alone: the comparison prints it as the summary"
        yield Problem(edition.path, line, message)


def text_problems(text: str, *, path: str, line: int) -> Iterator[Problem]:
    """Find typed lengths of time in Markdown; slots are left alone."""
    for number, one in enumerate(text.split("\n")):
        yield from typed_in(SLOT.sub("", one), path, line + number)


def typed_in(text: str, path: str, line: int) -> Iterator[Problem]:
    """Find each typed length of time in one text."""
    for found in LENGTH.finditer(text):
        message = (
            f"'{found[0]}' is a length of time typed in prose; name its rule, as in {{{{ rule-id.period }}}}, "
            "or give it a `yaml mention` block"
        )
        yield Problem(path, line, message)


def two_meanings(prose: Prose, path: str) -> Iterator[Problem]:
    """Find lists that the site and an editor's preview would read differently."""
    lines = prose.text.split("\n")
    for token in MarkdownIt("commonmark").parse(prose.text):
        if token.type not in {"bullet_list_open", "ordered_list_open"} or not token.map:
            continue
        first = token.map[0]
        indent = len(lines[first]) - len(lines[first].lstrip())
        if token.level == 0 and first and lines[first - 1].strip():
            yield Problem(
                path, prose.line + first, "put a blank line before this list; without it the site shows one paragraph"
            )
        if token.level and indent % 4:
            yield Problem(
                path, prose.line + first, "indent a list inside a list by four spaces; the site does not see fewer"
            )


def sentence_problems(block: WrittenBlock, edition: WrittenEdition, names: Names) -> Iterator[Problem]:
    """Find typed lengths and slots that name nothing in a block's sentences."""
    for at, text in sentences(block):
        line = block.block.line_of(*at)
        yield from typed_in(SLOT.sub("", text), edition.path, line)
        for _, fault in faults(text, edition=edition.id, known=names):
            yield Problem(edition.path, line, fault)


def sentences(block: WrittenBlock) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each sentence of a block with the keys under which it stands."""
    if block.kind == "mention":
        return
    yield from sentences_of(block.record, ())
    for name, reading in (block.readings or {}).items():
        yield from sentences_of(reading.said, ("readings", name))


def sentences_of(value: object, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the sentences in a value: text, or the fields and parts of records, lists and mappings."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from sentences_of(one, (*at, number))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from sentences_of(one, (*at, key))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in PLAIN_FIELDS:
                yield from sentences_of(getattr(value, field.name), (*at, field.name.removesuffix("_of")))
