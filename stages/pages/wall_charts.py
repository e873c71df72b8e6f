"""The wall chart of each nation: the edition in force on one sheet, its steps with who, when and how binding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from calculators.records import Kind, Shape
from stages.pages.compare import is_silent
from stages.pages.process import process
from stages.pages.statements import in_law
from stages.schema import TestBlock

if TYPE_CHECKING:
    from jinja2 import Environment
    from selectolax.lexbor import LexborNode

    from calculators.records import Edition, Rule, Test
    from stages.guide import Guide
    from stages.pages.process import Stage

# Characters of small print in a line across the sheet, and in each column by how many there are; wall-chart.css has their shares.
_WHOLE = 128
_COLUMNS = {3: (64, 37, 20), 4: (44, 24, 13, 40)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """A size of print, as read off printed sheets; a test prints each as full as it may be.

    `lines` of it fill a sheet, each `wider` by so much in characters than one of small print, and the space around a paragraph
    or a row comes to `leading` lines.
    """

    lines: float
    wider: float
    leading: float


_SIZES = {
    "large": _Size(lines=60, wider=0.86, leading=0.38),
    "small": _Size(lines=77, wider=1, leading=0.28),
    "smallest": _Size(lines=86, wider=1.08, leading=0.32),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WallChart:
    """What stands on one nation's sheet. `tests` say when there is a review; `last_held` whether any step names an earlier figure."""

    edition: Edition
    stages: tuple[Stage, ...]
    tests: tuple[tuple[str, Test], ...]  # what is done if it is met, and the test
    led_by: str | None
    last_held: bool


def wall_charts(guide: Guide, templates: Environment) -> dict[str, str]:
    """Return the chart of each nation of which an edition is in force, by path under docs/guide/."""
    made = {}
    for nation in guide.content.vocabulary.nations:
        current = guide.in_force(nation)
        if current:
            drawn = partial(
                templates.get_template("wall-chart.md.j2").render,
                chart=_chart(guide, current),
                standing=_standing,
                is_silent=is_silent,
                is_bare=partial(_is_bare, guide),
            )
            made[f"wall-charts/{nation}.md"] = drawn(size=_print_size(drawn(size="large")))
    return made


def _print_size(chart: str) -> str | None:
    """Return the largest print in which a drawn chart fills one sheet of A4 at most, by its lines; None if it does in none."""
    page = LexborHTMLParser(chart)
    return next((name for name, size in _SIZES.items() if _lines(page, size) <= size.lines), None)


def _lines(page: LexborHTMLParser, size: _Size) -> float:
    """Return how many lines a chart has in this size, with the space around its paragraphs and rows."""

    def taken(node: LexborNode, width: int) -> float:
        words = " ".join(node.text(deep=True).split())
        return ceil(len(words) / (width * size.wider)) + size.leading

    lines = sum(taken(node, _WHOLE) for node in page.css(".cr-wall :is(p, li)"))
    for row in page.css(".cr-wall tr"):
        cells = row.css("th, td")
        widths = _COLUMNS.get(len(cells), (_WHOLE,))
        lines += max(taken(cell, width) for cell, width in zip(cells, widths, strict=True))
    return lines


def _chart(guide: Guide, edition: Edition) -> WallChart:
    """Return what stands on the sheet of an edition."""
    written = next(one for one in guide.content.editions if one.id == edition.id)
    acts = {block.id: block.act for _, block in written.records(TestBlock)}
    tests = tuple(
        (f"{test.duty} {acts[test.id] or 'act'}", test)
        for test in edition.tests
        if test.topic == "criteria" and test.duty and test.shape in {Shape.ALL, Shape.ANY}
    )
    return WallChart(
        edition=edition,
        stages=process(edition, written.front.forks, guide.content.vocabulary.topics),
        tests=tests,
        led_by=written.front.led_by,
        last_held=any(rule.last_held for rule in edition.rules),
    )


def _is_bare(guide: Guide, edition: Edition, rule: Rule) -> bool:
    """Return whether nothing of a step was read but that there is one: no time, no duty, no earlier or supplied figure."""
    unread = rule.kind is Kind.GAP and not is_silent(edition, rule)
    return unread and rule.duty is None and not rule.last_held and rule.id not in guide.figures.get(edition.id, {})


def _standing(edition: Edition, rule: Rule) -> str:
    """Return how binding a step is and on what ground: 'must (law)'; the force of the time beside it where that differs."""
    if rule.duty is None:
        return "duty not read" if rule.kind is Kind.GAP and not is_silent(edition, rule) else "no duty stated"
    told = f"{rule.duty} ({'law' if in_law(edition, rule.citation) else 'guidance'})"
    return f"{told}; in that time: {rule.time_duty}" if rule.time_duty not in {None, rule.duty} else told
