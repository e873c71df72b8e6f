"""Editions side by side: each topic's summary and rules in the columns of a comparison, and clocks in those of a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from markdown_it import MarkdownIt
from markupsafe import Markup

from calculators.records import Kind, Read
from stages.compiling import fill
from stages.reading import opening_paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.records import Edition, Rule, Test
    from stages.compiling import Names
    from stages.reading import WrittenEdition

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_LINKS = {"link_open", "link_close"}
_TIMES = _HELD, _WORDS_ONLY, _SILENT, _UNREAD, _NO_STEP = (
    "held for", "in words without a number for", "none given by the text that was read for", "not read for",
    "no step held here for",
)  # fmt: skip

Summaries: TypeAlias = (
    "Mapping[str, Mapping[str, Markup]]"  # by edition, then by topic; a topic that an edition leaves out is not there
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one edition says on one topic; no summary where this guide holds nothing."""

    edition: Edition
    summary: Markup | None
    rules: tuple[Rule, ...]
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One topic across editions."""

    topic: str
    heading: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One rule of a nation across its editions, named as the newest edition that has it; None where one has not."""

    topic: str
    action: str
    cells: tuple[tuple[Edition, Rule | None], ...]


def summaries(written: Sequence[WrittenEdition], topics: Mapping[str, str], names: Names) -> Summaries:
    """Return the first paragraph of every section as HTML, its slots filled."""
    topic_of = {heading: topic for topic, heading in topics.items()}
    return {
        edition.id: {
            topic_of[section.heading]: _in_line(fill(opening.text, edition=edition.id, known=names))
            for section in edition.sections
            if section.heading in topic_of and (opening := opening_paragraph(section))
        }
        for edition in written
    }


def _in_line(text: str) -> Markup:
    """Return a paragraph's Markdown as HTML, without links: they are written for the edition's own page."""
    (paragraph,) = _MARKDOWN.parseInline(text)
    told = [token for token in paragraph.children or () if token.type not in _LINKS]
    return Markup(_MARKDOWN.renderer.render(told, _MARKDOWN.options, {}))  # noqa: S704 - our own Markdown, HTML escaped


def compared(editions: Sequence[Edition], topics: Mapping[str, str], said: Summaries) -> tuple[Row, ...]:
    """Return every topic with a cell for each edition, in the order given."""
    return tuple(
        Row(
            topic=topic,
            heading=heading,
            cells=tuple(
                Cell(
                    edition=edition,
                    summary=said[edition.id].get(topic),
                    rules=tuple(rule for rule in edition.rules if rule.topic == topic),
                    tests=tuple(test for test in edition.tests if test.topic == topic),
                )
                for edition in editions
            ),
        )
        for topic, heading in topics.items()
    )


def dated(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the topics in which some edition has a rule."""
    return tuple(row for row in rows if any(cell.rules for cell in row.cells))


def lines(newest_first: Sequence[Edition], topics: Mapping[str, str]) -> tuple[Line, ...]:
    """Return the rules of one nation, a line for each id, in the order of the topics and then of the newest edition."""
    named: dict[str, Rule] = {}
    for edition in newest_first:
        for rule in edition.rules:
            named.setdefault(rule.id, rule)
    order = list(topics)
    return tuple(
        Line(
            topic=rule.topic,
            action=rule.action,
            cells=tuple((edition, _rule_in(edition, name)) for edition in newest_first),
        )
        for name, rule in sorted(named.items(), key=lambda entry: order.index(entry[1].topic))
    )


def _rule_in(edition: Edition, name: str) -> Rule | None:
    """Return the edition's rule with this id, or None."""
    return next((rule for rule in edition.rules if rule.id == name), None)


def short_name(edition: Edition, nations: Mapping[str, str]) -> str:
    """Return an edition's nation and the year in which it began, for heads of columns: 'England 2023'."""
    return f"{nations[edition.nation]} {edition.in_force.start[:4]}"


def is_silent(edition: Edition, rule: Rule) -> bool:
    """Return whether a gap is the silence of a text that was read whole, itself or as another text restates it."""
    return edition.sources[rule.citation.via or rule.citation.ref].read is Read.WHOLE


def times_said(row: Row, nations: Mapping[str, str]) -> str | None:
    """Return for which editions of a row a time is held, in a sentence; None where none of them has a step."""
    found: dict[str, list[str]] = {words: [] for words in _TIMES}
    for cell in row.cells:
        name = nations[cell.edition.nation]
        numbers = sum(_with_time(rule) for rule in cell.rules)
        gaps = [rule for rule in cell.rules if rule.kind is Kind.GAP]
        if numbers:
            found[_HELD].append(f"{name} ({numbers} of {_steps(len(cell.rules))})")
        elif any(not is_silent(cell.edition, rule) for rule in gaps):
            found[_UNREAD].append(name)
        elif gaps:
            found[_SILENT].append(name)
        elif cell.rules:
            found[_WORDS_ONLY].append(name)
        else:
            found[_NO_STEP].append(name)
    if len(found[_NO_STEP]) == len(row.cells):
        return None
    told = "; ".join(f"{words} {listed(names)}" for words, names in found.items() if names)
    return f"Times: {told}."


def _with_time(rule: Rule) -> bool:
    """Return whether a rule says a time: a length of time, or at once."""
    return rule.kind in {Kind.DEADLINE, Kind.RETENTION, Kind.LOOKBACK} or rule.at_once


def listed(words: Sequence[str]) -> str:
    """Return words as a sentence lists them.

    >>> listed(["England", "Scotland", "Wales"])
    'England, Scotland and Wales'
    """
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _steps(number: int) -> str:
    """Return '1 step' or '4 steps'."""
    return f"{number} step{'' if number == 1 else 's'}"
