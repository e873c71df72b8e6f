"""What must hold in prose: no length of time typed, no slot that names nothing, no Markdown with two meanings."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from stages.checks import markdown as markdown_checks
from stages.checks.navigation import FRONT, title_problems
from stages.checks.shared import texts_of
from stages.checks.typed_lengths import typed, typed_lengths
from stages.compiling import HALF, faults, named_in
from stages.problems import Problem
from stages.reading import Prose, opening_paragraph
from stages.schema import MentionBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stages.compiling import Names
    from stages.reading import Section, WrittenBlock, WrittenEdition

_NAME_IT = "name its rule, as in {{ rule-id.period }}, or give it a `yaml mention` block"
_EXAMPLES = {"example", "case"}
_MEASURED = "docs/about/proof.md"  # a command writes it; what was measured starts no clock
_LINK = re.compile(r"\]\([^)]*\)")
_NAMED_TEXT = re.compile(
    r"""
    \b(?:SI|SR|SSI|WSI)\s+\d{4}/\d+
    | \bWorking\s+Together\s+(?:to\s+Safeguard\s+Children\s+)?\d{4}
    | \b(?!The\s)(?:[A-Z][\w'\u2019-]*\s+(?:(?:and|of|for)\s+)?(?:\([A-Z][\w\s]*\)\s+)?)+  # an Act or the like, by name and year
      (?:Act|Order|Regulations)\s+(?:\([A-Z][\w\s]*\)\s+)?\d{4}
    """,
    re.VERBOSE,
)
_PLAIN_FIELDS = {
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


def prose_problems(edition: WrittenEdition, names: Names, used: frozenset[tuple[str, str]]) -> Iterator[Problem]:
    """Find what is wrong in an edition's prose, and in the sentences of its blocks; `used` is what slots name anywhere."""
    for section in edition.sections:
        yield from _summary_problems(edition, section)
        for part in section.parts:
            if isinstance(part, Prose):
                yield from (
                    Problem(edition.path, part.line + offset, typed(words, write=_NAME_IT))
                    for offset, words in typed_lengths(part.text)
                )
                yield from markdown_checks.edition_problems(part.text, path=edition.path, line=part.line)
                for offset, fault in faults(part.text, edition=edition.id, known=names):
                    yield Problem(edition.path, part.line + offset, fault)
            else:
                yield from _sentence_problems(part, edition, names)
    yield from _front_problems(edition, names)
    for block, mention in edition.records(MentionBlock):
        if (edition.id, mention.id) not in used and not edition.unread:
            message = f"no slot prints this; write {{{{ {mention.id}.words }}}} where prose speaks of it"
            yield block.block.problem(message, "id")


def _front_problems(edition: WrittenEdition, names: Names) -> Iterator[Problem]:
    """Find typed lengths, and slots that name nothing or are not filled, in the sentences of an edition's front matter."""
    for keys, text in _front_sentences(edition):
        line = edition.front_block.line_of(*keys)
        yield from (Problem(edition.path, line, typed(words, write=_NAME_IT)) for _, words in typed_lengths(text))
        for _, fault in faults(text, edition=edition.id, known=names):
            yield Problem(edition.path, line, fault)
    for keys, text in texts_of(edition.front_block.node):
        if HALF.search(text) and keys not in {keys for keys, _ in _front_sentences(edition)}:
            yield edition.front_block.problem("slots are not filled here; write words without a length of time", *keys)


def _front_sentences(edition: WrittenEdition) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the sentences of the front matter in which slots are filled, with their keys."""
    front = edition.front
    found: list[tuple[tuple[str | int, ...], str]] = [
        (("coverage_note",), front.coverage_note),
        (("working_day", "note"), front.working_day.note),
    ]
    for number, fork in enumerate(front.forks):
        found.append((("forks", number, "asks"), fork.asks))
        for place, way in enumerate(fork.ways):
            found += [
                (("forks", number, "ways", place, key), text)
                for key, text in (("name", way.name), ("says", way.says))
                if text
            ]
    return [*found, (("transition",), front.transition)] if front.transition else found


def named_text_problems(edition: WrittenEdition, titles: Iterable[str]) -> Iterator[Problem]:
    """Find a text that is no source of the edition's nation, as far as a name shows one.

    That is an instrument by its number, an Act, Order or Regulations by name and year, or Working Together by its year.
    """
    held = " ".join(titles).replace("to Safeguard Children ", "")
    prose = [
        (part.line, part.text) for section in edition.sections for part in section.parts if isinstance(part, Prose)
    ]
    front = [(edition.front_block.line_of(*keys), text) for keys, text in _front_sentences(edition)]
    blocks = [(block.block.line_of(*at), text) for _, block in edition.blocks() for at, text in _sentences(block)]
    for line, text in (*prose, *front, *blocks):
        for found in _NAMED_TEXT.finditer(text):
            name = " ".join(found[0].split())
            if name.replace("to Safeguard Children ", "") not in held:
                here = line + (text.count("\n", 0, found.start()) if (line, text) in prose else 0)
                message = f"'{name}' is no source of this nation's editions; add its entry under `sources`, and say how much of it was read"
                yield Problem(edition.path, here, message)


def used_names(editions: tuple[WrittenEdition, ...]) -> frozenset[tuple[str, str]]:
    """Return the edition and id of everything that some slot names."""
    found: set[tuple[str, str]] = set()
    for edition in editions:
        prose = [part.text for section in edition.sections for part in section.parts if isinstance(part, Prose)]
        told = [text for _, block in edition.blocks() for _, text in _sentences(block)]
        front = [text for _, text in _front_sentences(edition)]
        found |= {name for text in (*prose, *told, *front) for name in named_in(text, edition=edition.id)}
    return frozenset(found)


def _summary_problems(edition: WrittenEdition, section: Section) -> Iterator[Problem]:
    """Find a section that does not begin with a paragraph that stands alone: the comparison prints just that."""
    opening = opening_paragraph(section)
    if opening is None:
        message = "begin this section with a paragraph that stands alone: the comparison prints it as the summary"
        yield Problem(edition.path, section.line, message)
    elif opening.text.rstrip().endswith(":"):
        message = "the comparison prints this paragraph alone, so it cannot end with a colon; end the sentence"
        yield Problem(edition.path, opening.line + opening.text.count("\n"), message)


def docs_problems(text: str, *, path: str) -> Iterator[Problem]:
    """Find in a page written by hand what only content/ may say, and what the site's policy blocks."""
    if front := FRONT.match(text):
        yield from title_problems(front[1], path=path, line=2)
    for offset, words in () if path == _MEASURED else typed_lengths(text):
        yield Problem(path, 1 + offset, typed(words, write="a page written by hand links to the rule's card instead"))
    yield from markdown_checks.policy_problems(text, path=path, line=1)
    tokens = markdown_checks.tokens_of(text)
    yield from markdown_checks.place_problems(tokens, path=path, line=1)
    for token in tokens:
        for child in token.children or ():
            if child.type == "text" and HALF.search(child.content):
                here = 1 + markdown_checks.first_line(token) + markdown_checks.offset_of(child.content, token.content)
                yield Problem(path, here, "slots are filled in content/ alone; link to the rule's card instead")


def _sentence_problems(block: WrittenBlock, edition: WrittenEdition, names: Names) -> Iterator[Problem]:
    """Find typed lengths and slots that name nothing in a block's sentences."""
    for at, text in _sentences(block):
        line = block.block.line_of(*at)
        yield from (Problem(edition.path, line, typed(words, write=_NAME_IT)) for _, words in typed_lengths(text))
        if _LINK.search(text):
            message = "the sentences of a block stand in answers too, where a link cannot be followed; put the link in the prose"
            yield Problem(edition.path, line, message)
        if block.kind not in _EXAMPLES:
            for _, fault in faults(text, edition=edition.id, known=names):
                yield Problem(edition.path, line, fault)
    if block.kind in _EXAMPLES:
        for at, text in texts_of(block.block.node):
            if HALF.search(text):
                message = "slots are not filled in an example; write words without a length of time"
                yield block.block.problem(message, *at)


def _sentences(block: WrittenBlock) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each sentence of a block with the keys under which it stands."""
    if block.kind == "mention":
        return
    yield from _sentences_of(block.record, ())
    for name, reading in (block.readings or {}).items():
        yield from _sentences_of(reading.said, ("readings", name))


def _sentences_of(value: object, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the sentences in a value: text, or the fields and parts of records, lists and mappings."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from _sentences_of(part, (*at, number))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _sentences_of(part, (*at, key))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _PLAIN_FIELDS:
                yield from _sentences_of(getattr(value, field.name), (*at, field.name.removesuffix("_of")))
