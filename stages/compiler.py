"""The way from what was written to what pages and tables are made of, or to every mistake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stages.checks import (
    changelog_problems,
    check,
    check_figures,
    docs_problems,
    nav_problems,
    second_reading_problems,
    slot_problems,
    supplement_problems,
    title_problems,
)
from stages.compiling import bank_holidays_of, filled, table_texts, working_calendars
from stages.guide import Guide
from stages.problems import ContentRefused
from stages.reading import read_content, read_figures, read_host, read_second_reading, read_supplements

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from stages.problems import Problem


def compile_guide(
    root: Path, *, handwritten: Mapping[str, str], navigation: str, today: date
) -> tuple[Guide, dict[str, str]]:
    """Return the guide in `root` and the texts of the generated tables by file name.

    `handwritten` holds the pages of docs/ that people write, by path; `navigation` is the text of mkdocs.yml. `today` is
    the last day on which somebody can have read a figure.
    Raises `ContentRefused` with every mistake.
    """
    content = read_content(root / "content")
    supplements = read_supplements(root / "content")
    host, not_said = read_host(root / "content")
    spec = content.vocabulary.bank_holidays
    days = bank_holidays_of(spec)
    calendars = working_calendars(spec, days)
    checked = check(content, calendars)
    problems = [
        *checked.problems,
        *supplement_problems(supplements, content),
        *(problem for path, text in handwritten.items() for problem in docs_problems(text, path=path)),
        *title_problems(navigation, path="mkdocs.yml"),
        *changelog_problems(supplements.changelog, path="CHANGELOG.md"),
        *not_said,
    ]
    if problems:
        raise ContentRefused(problems)
    editions = tuple(filled(edition, checked.names) for edition in checked.editions)
    by_id = {edition.id: edition for edition in editions}
    blocks, mistakes = read_figures(root / "content")
    figures, more = check_figures(blocks, by_id, content.vocabulary.events, today=today)
    if problems := [*nav_problems(navigation, editions), *slot_problems(supplements, checked.names), *mistakes, *more]:
        raise ContentRefused(problems)
    guide = Guide(
        content=content,
        editions=editions,
        names=checked.names,
        calendars=calendars,
        supplements=supplements,
        figures=figures,
        host=host,
    )
    return guide, table_texts(content, editions, days, figures)


def second_reader_problems(root: Path, guide: Guide) -> list[Problem]:
    """Return where the guide in `root` and content/second-reading.yml part.

    They keep nobody from looking at the pages, but the check is not green before they agree.
    """
    second, problems = read_second_reading(root / "content")
    if second:
        last = guide.content.vocabulary.bank_holidays.published.end
        problems += second_reading_problems(second, guide.editions, published_to=last.year)
    return problems
