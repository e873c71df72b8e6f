"""Editions side by side: each topic's summary and rules in the columns of a comparison, and clocks in those of a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from markdown_it import MarkdownIt
from markupsafe import Markup

from stages.compiling import fill
from stages.reading import opening_paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calculators.records import Edition, Rule, Test
    from stages.compiling import Names
    from stages.guide import Guide
    from stages.reading import WrittenEdition

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_LINKS = {"link_open", "link_close"}

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """One comparison by topic. Those that repeat what others show are `excluded` from the search."""

    path: str
    title: str
    lede: str
    columns: tuple[Edition, ...]
    rows: tuple[Row, ...]
    excluded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One nation's clocks through its editions."""

    id: str
    columns: tuple[Edition, ...]
    lines: tuple[Line, ...]


def compare_pages(
    guide: Guide,
    by_nation: dict[str, tuple[Edition, ...]],
    in_force: tuple[Edition, ...],
    everything: tuple[Edition, ...],
    said: Summaries,
) -> tuple[ComparePage, ...]:
    """Return the comparison of the nations, of each nation's editions if there are several, and of all editions."""
    nations, topics = guide.content.vocabulary.nations, guide.content.vocabulary.topics
    wanted = [("compare", "Compare the four nations", "The editions in force, side by side.", in_force, False)]
    wanted += [
        (f"compare-{nation}", f"Compare {nations[nation]}'s editions",
         f"{nations[nation]}'s editions, newest first, side by side.", held, True)
        for nation, held in by_nation.items()
        if len(held) > 1
    ]  # fmt: skip
    wanted.append(
        ("compare-editions", "Compare any editions", "Every edition that this guide holds.", everything, True)
    )
    return tuple(
        ComparePage(
            path=path, title=title, lede=lede, columns=columns, rows=compared(columns, topics, said), excluded=excluded
        )
        for path, title, lede, columns, excluded in wanted
    )


def with_figures(newest_first: tuple[Edition, ...]) -> Edition:
    """Return a nation's newest edition that is no stub, or else its newest."""
    return next((edition for edition in newest_first if edition.coverage != "stub"), newest_first[0])
