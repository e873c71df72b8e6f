"""The pages that stand across editions: comparisons, the deadline matrix, what changed, and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stages.changes import changes
from stages.compare import compared, dated, lines
from stages.references import mentions_of, places, references
from stages.sayings import Words, asked, when

if TYPE_CHECKING:
    from jinja2 import Environment

    from calculators.records import Edition
    from stages.changes import Changes
    from stages.compare import Line, Row, Summaries
    from stages.pages import Guide


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


def across(guide: Guide, templates: Environment, said: Summaries) -> dict[str, str]:
    """Return the pages that stand across editions, by path under docs/guide/."""
    vocabulary = guide.content.vocabulary
    by_nation = {nation: tuple(guide.newest_first(nation)) for nation in vocabulary.nations}
    in_force = tuple(held[0] for held in by_nation.values() if held)
    everything = tuple(edition for held in by_nation.values() for edition in held)
    pages = compare_pages(guide, by_nation, in_force, everything, said)
    titles = (*pages, {"path": "deadlines", "title": "The deadline matrix"})
    words = Words(
        events={key: event.words for key, event in vocabulary.events.items()},
        bodies={key: body.name for key, body in vocabulary.bodies.items()},
    )
    made = {
        f"{page.path}.md": templates.get_template("compare.md.j2").render(
            page=page, pages=titles, with_figures=tuple(with_figures(held) for held in by_nation.values() if held)
        )
        for page in pages
    }
    made["deadlines.md"] = templates.get_template("deadlines.md.j2").render(
        pages=titles,
        columns=in_force,
        all_editions=everything,
        rows=dated(compared(in_force, vocabulary.topics, said)),
        matrices=[
            Matrix(id=nation, columns=held, lines=lines(held, vocabulary.topics))
            for nation, held in by_nation.items()
            if held
        ],
    )
    made["changes.md"] = templates.get_template("changes.md.j2").render(
        by_nation={nation: consecutive(held, words) for nation, held in by_nation.items()},
        when_words=lambda rule: when(rule, words),
        asked_words=asked,
    )
    mentions = mentions_of(guide.content)
    made["sources.md"] = templates.get_template("sources.md.j2").render(
        references={nation: references(nation, held, mentions) for nation, held in by_nation.items()}, places=places
    )
    return made


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


def consecutive(newest_first: tuple[Edition, ...], words: Words) -> tuple[Changes, ...]:
    """Return what changed between each edition of a nation and the one before it, newest first."""
    pairs = zip(newest_first[1:], newest_first, strict=False)
    return tuple(changes(before, after, words) for before, after in pairs)
