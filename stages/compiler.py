"""The way from what was written to what pages and tables are made of, or to every mistake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.checks import editions as checks
from stages.checks import local as local_checks
from stages.checks import markdown as markdown_checks
from stages.checks import supplements as shelf_checks
from stages.compiling import records as tables
from stages.compiling import slots
from stages.compiling.bank_holidays import bank_holidays, calendars
from stages.guide import Guide
from stages.problems import ContentRefused
from stages.reading.editions import read_content
from stages.reading.supplements import read_shelf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def compiled(root: Path, *, handwritten: Mapping[str, str], navigation: str) -> tuple[Guide, dict[str, str]]:
    """Return the guide in `root` and the texts of the generated tables by file name.

    `handwritten` holds the pages of docs/ that people write, by path; `navigation` is the text of mkdocs.yml.
    Raises `ContentRefused` with every mistake.
    """
    content = read_content(root / "content")
    spec = content.vocabulary.bank_holidays
    days = bank_holidays(spec)
    held = calendars(spec, days)
    shelf = read_shelf(root / "content")
    problems = [
        *checks.check(content, held),
        *shelf_checks.problems(shelf, content),
        *checks.docs_problems(handwritten),
        *checks.title_problems(navigation, path="mkdocs.yml"),
        *markdown_checks.changelog_problems(shelf.changelog, path="CHANGELOG.md"),
    ]
    if problems:
        raise ContentRefused(problems)
    editions = tables.compiled(content)
    names = slots.names(editions, checks.mentions(content))
    editions = tuple(slots.filled(edition, names) for edition in editions)
    if problems := [*checks.nav_problems(navigation, editions), *local_checks.slot_problems(shelf, names)]:
        raise ContentRefused(problems)
    guide = Guide(content=content, editions=editions, names=names, calendars=held, shelf=shelf)
    return guide, tables.texts(content, editions, days)
