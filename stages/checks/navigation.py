"""What must hold in mkdocs.yml and in the front matter of pages: every page in its place, and titles that are plain words."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import ScalarEvent

from stages.problems import Problem
from stages.reading import not_yaml, parse
from stages.schema import HTML

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from calculators.records import Edition
    from stages.reading import Block


FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)  # a page's front matter, as MkDocs finds it


def nav_problems(nav: str, editions: tuple[Edition, ...]) -> Iterator[Problem]:
    """Find what mkdocs.yml's navigation (its text is `nav`) lacks, and pages in it that are not made.

    Every edition stands in it, and the comparison of each nation's editions where there are several.
    """
    read = nav_pages(nav)
    if isinstance(read, Problem):
        yield read
        return
    begins, pages = read
    held = Counter(edition.id.split("/")[0] for edition in editions)
    lacking = {f"guide/{edition.id}.md": edition.id for edition in editions}
    lacking |= {
        f"guide/compare-{nation}.md": f"the comparison of {nation}'s editions"
        for nation, number in held.items()
        if number > 1
    }
    first: dict[str, int] = {}
    for page, line in pages:
        if page in first and page in lacking:
            yield Problem("mkdocs.yml", line, f"{page} stands on line {first[page]} already; keep one")
        elif page not in lacking and (message := _not_made(page, lacking, held)):
            yield Problem("mkdocs.yml", line, message)
        first.setdefault(page, line)
    for page, what in lacking.items():
        if page not in first:
            yield Problem("mkdocs.yml", begins, f"the navigation lacks {what}; add `- …: {page}` under nav")


def nav_pages(text: str) -> tuple[int, list[tuple[str, int]]] | Problem:
    """Return the line on which the navigation of mkdocs.yml begins and its pages, each with its line, or why it cannot be read."""
    block = parse(text, path="mkdocs.yml", line=1)
    if isinstance(block, Problem):
        return block
    return block.line_of("nav"), list(_pages_under(block, ("nav",)))


def _pages_under(block: Block, keys: tuple[str | int, ...]) -> Iterator[tuple[str, int]]:
    """Yield each page of a part of the navigation with its line."""
    node = block.node
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else node[key]
    if isinstance(node, str):
        yield node, block.line_of(*keys)
    elif isinstance(node, list | dict):
        for key in node if isinstance(node, dict) else range(len(node)):
            yield from _pages_under(block, (*keys, key))


def _not_made(page: str, made: Iterable[str], held: Mapping[str, int]) -> str | None:
    """Return what is wrong with an edition or comparison that content/ does not make; None for any other page."""
    made = list(made)
    near = get_close_matches(page, made, n=1)
    comparison = re.fullmatch(r"guide/compare-([^/]+)\.md", page)
    if comparison and comparison[1] != "editions":  # that page compares any
        if comparison[1] in held:
            return f"{page} is not made: {comparison[1]} has one edition; take this line out"
        return f"{page} is not made; " + (f"did you mean '{near[0]}'?" if near else "take this line out")
    if not re.fullmatch(r"guide/(?!local/|library/|compare/|wall-charts/)[^/]+/.+", page):
        return None
    return f"{page} is no edition of content/; " + (
        f"did you mean '{near[0]}'?" if near else f"take this line out, or write one of: {', '.join(made)}"
    )


def title_problems(text: str, *, path: str, line: int = 1) -> Iterator[Problem]:
    """Find HTML in the YAML of mkdocs.yml or of a page's front matter: the theme prints titles as they stand."""
    try:
        for event in YAML().parse(text):
            if isinstance(event, ScalarEvent) and (found := HTML.search(event.value)):
                yield Problem(path, line + event.start_mark.line, f"'{found[0]}' is HTML; write plain words")
    except MarkedYAMLError as error:
        yield not_yaml(error, path=path, line=line)
