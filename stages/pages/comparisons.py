"""Every page that sets editions side by side: by topic, all topics, the criteria matrix and the deadline matrix."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calculators.counting import Standing, standing
from calculators.records import Read
from stages.pages.compare import compared, dated, is_silent, lines, listed, short_name, times_said
from stages.pages.criteria_matrix import criteria_matrix

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from calculators.records import Edition
    from stages.guide import Guide
    from stages.pages.compare import Line, Row, Summaries
    from stages.schema import ComparisonBlock

_NSPCC_COMPARED = date(2018, 9, 1)  # the day of NSPCC Learning's page on all four nations, a source of several editions


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Editions to show together, under the name by which a reader asks for them."""

    name: str
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """The choices of columns that have a name, in the order in which a reader is offered them."""

    in_force: View
    last_held: View
    nspcc_2018: View
    everything: View

    @property
    def offered(self) -> tuple[View, ...]:
        """Return all of them."""
        return (self.in_force, self.last_held, self.nspcc_2018, self.everything)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """One comparison by topic. Those that repeat what others show are `excluded` from the search.

    `first` are the columns shown until others are asked for; `topic` is the one topic of a page that has one.
    """

    path: str
    title: str
    lede: str
    columns: tuple[Edition, ...]
    first: tuple[Edition, ...]
    rows: tuple[Row, ...]
    excluded: bool
    topic: str | None = None

    @property
    def root(self) -> str:
        """Return the way from the page to docs/guide/."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One nation's clocks through its editions."""

    id: str
    columns: tuple[Edition, ...]
    lines: tuple[Line, ...]


def comparison_pages(guide: Guide, templates: Environment, said: Summaries) -> dict[str, str]:
    """Return every page that sets editions side by side, by path under docs/guide/."""
    vocabulary = guide.content.vocabulary
    by_nation = {nation: held for nation in vocabulary.nations if (held := guide.newest_first(nation))}
    views = _views(guide, by_nation)
    in_force, everything = views.in_force.editions, views.everything.editions
    fronts = {written.id: written.front for written in guide.content.editions}
    pages = (
        *_by_nation(guide, by_nation, views, said),
        *_by_topic(guide, in_force, everything, said),
    )
    shared = {
        "others": [page for page in pages if page.topic is None],
        "views": views,
        "short": lambda edition: short_name(edition, vocabulary.nations),
        "is_silent": is_silent,
        "fronts": fronts,
    }
    shows = _shows(guide, compared(in_force, vocabulary.topics, said), guide.supplements.comparisons)
    made = {
        f"{page.path}.md": templates.get_template("compare.md.j2").render(page=page, shows=shows, **shared)
        for page in pages
    }
    made["criteria.md"] = templates.get_template("criteria.md.j2").render(
        columns=everything,
        first=in_force,
        tables=criteria_matrix(everything, guide.content.editions, vocabulary.facts),
        shows=shows["criteria"],
        **shared,
    )
    made["deadlines.md"] = templates.get_template("deadlines.md.j2").render(
        columns=in_force,
        all_editions=everything,
        rows=dated(compared(in_force, vocabulary.topics, said)),
        matrices=[
            Matrix(id=nation, columns=held, lines=lines(held, vocabulary.topics)) for nation, held in by_nation.items()
        ],
        **shared,
    )
    return made


def _in_force(guide: Guide) -> tuple[Edition, ...]:
    """Return each nation's edition in force, or else the newest that is held."""
    nations = guide.content.vocabulary.nations
    return tuple(guide.in_force(nation) or held[0] for nation in nations if (held := guide.newest_first(nation)))


def _views(guide: Guide, by_nation: Mapping[str, tuple[Edition, ...]]) -> Views:
    """Return the choices of columns that have a name."""
    whole = {
        written.id for written in guide.content.editions if written.front.criteria_read is Read.WHOLE
    }  # the editions of which it can be said what the criteria were, and what they were not
    in_2018 = tuple(
        edition
        for held in by_nation.values()
        for edition in held
        if standing(edition.in_force, _NSPCC_COMPARED) is Standing.INSIDE
    )
    return Views(
        in_force=View(name="In force", editions=_in_force(guide)),
        last_held=View(
            name="Last held in all four nations",
            editions=tuple(
                next((edition for edition in held if edition.id in whole), held[0]) for held in by_nation.values()
            ),
        ),
        nspcc_2018=View(name="As NSPCC compared them in 2018", editions=in_2018),
        everything=View(name="All", editions=tuple(edition for held in by_nation.values() for edition in held)),
    )


def _by_nation(
    guide: Guide, by_nation: Mapping[str, tuple[Edition, ...]], views: Views, said: Summaries
) -> tuple[ComparePage, ...]:
    """Return the comparisons of all topics: of the nations, of each nation's editions if there are several, of all."""
    nations, topics = guide.content.vocabulary.nations, guide.content.vocabulary.topics
    last = (
        "The last edition of each nation whose criteria were read whole, themselves or as another text restates them. "
        "Those marked as superseded no longer govern."
    )
    wanted = [
        ("compare", "Compare the four nations", "The editions in force, side by side.", views.in_force.editions, False),
        (
            "compare/last-held",
            "Compare the last editions held in all four nations",
            last,
            views.last_held.editions,
            True,
        ),
    ]
    wanted += [
        (f"compare-{nation}", f"Compare {nations[nation]}'s editions",
         f"{nations[nation]}'s editions, newest first, side by side.", held, True)
        for nation, held in by_nation.items()
        if len(held) > 1
    ]  # fmt: skip
    wanted.append(
        (
            "compare-editions",
            "Compare any editions",
            "Every edition that this guide holds.",
            views.everything.editions,
            True,
        )
    )
    return tuple(
        ComparePage(
            path=path, title=title, lede=lede, columns=columns, first=columns, rows=compared(columns, topics, said),
            excluded=excluded,
        )
        for path, title, lede, columns, excluded in wanted
    )  # fmt: skip


def _by_topic(
    guide: Guide, in_force: tuple[Edition, ...], everything: tuple[Edition, ...], said: Summaries
) -> tuple[ComparePage, ...]:
    """Return a page for each topic."""
    topics = guide.content.vocabulary.topics
    return tuple(
        ComparePage(
            path=f"compare/{topic}",
            title=f"{heading}: the nations compared",
            lede="",
            columns=everything,
            first=in_force,
            rows=tuple(row for row in compared(everything, topics, said) if row.topic == topic),
            excluded=True,
            topic=topic,
        )
        for topic, heading in topics.items()
    )


def _shows(
    guide: Guide, rows: tuple[Row, ...], comparisons: Mapping[str, ComparisonBlock]
) -> dict[str, tuple[str, str | None, tuple[tuple[Edition, str], ...]]]:
    """Return by topic what the comparison of the editions in force shows: in words, of their times, and where from."""
    nations = guide.content.vocabulary.nations
    by_id = {edition.id: edition for edition in guide.editions}
    found = {}
    for row in rows:
        written = comparisons.get(row.topic)
        grounds = tuple(
            (by_id[name], topic) for name, _, topic in (one.partition("#") for one in written.rests_on)
        ) if written else ()  # fmt: skip
        held = [
            f"{nations[cell.edition.nation]}{' holds' * (cell is row.cells[0])} {cell.edition.review}s"
            for cell in row.cells
        ]
        found[row.topic] = (
            written.says if written else f"{listed(held)}.",
            times_said(row, nations),
            grounds,
        )
    return found
