"""docs/about/what-hangs-on-what.md: every rule has its place there, by its own title, on the right side of the line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calculators.register import EDITIONS

pytestmark = pytest.mark.real
PAGE = Path(__file__).parents[1] / "docs" / "about" / "what-hangs-on-what.md"
LINK = re.compile(r"\[([^\]]+)\]\(\.\./guide/([^)#]+)\.md#rule-([^)]+)\)")
HANGS, NOTHING = "## Rules that hang on something", "## Rules that hang on nothing"
TITLES = {(edition.id, rule.id): rule.action for edition in EDITIONS.values() for rule in edition.rules}
HUNG = {(edition.id, rule.id) for edition in EDITIONS.values() for rule in edition.rules if rule.applies}


def part(begin: str, end: str | None = None) -> str:
    """Return the page from one heading to another."""
    text = PAGE.read_text(encoding="utf-8")
    return text[text.index(begin) : text.index(end) if end else None]


def test_each_rule_that_hangs_on_something_has_its_row_and_no_other() -> None:
    rows = [line for line in part(HANGS, NOTHING).splitlines() if line.startswith("| [")]
    links = [LINK.findall(row) for row in rows]
    assert [len(found) for found in links] == [1] * len(rows), "a row is about one rule"
    assert sorted((edition, rule) for ((_, edition, rule),) in links) == sorted(HUNG)


def test_each_other_rule_stands_once_under_its_reason() -> None:
    named = sorted((edition, rule) for _, edition, rule in LINK.findall(part(NOTHING)))
    assert named == sorted(TITLES.keys() - HUNG)


def test_each_stands_under_the_heading_of_its_edition() -> None:
    """A heading, or the first line of a list, names the nation and the year."""
    heading, wrong = "", []
    for line in part(HANGS).splitlines():
        heading = line.strip("#- ").split(" {")[0] if line.startswith(("### ", "- ")) else heading
        for words, edition, _ in LINK.findall(line):
            nation, year = edition.split("/")[0].replace("-", " ").title(), edition.rsplit("-", 1)[1]
            wrong += [] if heading == f"{nation} {year}" else [(heading, edition, words)]
    assert wrong == []


def test_each_is_named_by_its_title() -> None:
    wrong = [
        (edition, rule, words) for words, edition, rule in LINK.findall(part(HANGS)) if TITLES[edition, rule] != words
    ]
    assert wrong == []


@pytest.mark.parametrize("column", [1, 2])
def test_each_row_says_on_what_and_why_that_is_safe(column: int) -> None:
    for line in part(HANGS, NOTHING).splitlines():
        if line.startswith("| ["):
            assert len(line.strip("| ").split(" | ")[column]) > 20, line


def test_no_edition_is_said_to_have_no_conditions_that_has_one() -> None:
    """The page names the editions of which no rule hangs on anything."""
    sentence = " ".join(part(NOTHING).split("\n\n")[1].split())
    names = {"england": "England", "northern-ireland": "Northern Ireland", "scotland": "Scotland", "wales": "Wales"}
    said = {
        edition for edition in EDITIONS if f"{names[edition.split('/')[0]]} {edition.rsplit('-', 1)[1]}" in sentence
    }
    assert said == EDITIONS.keys() - {edition for edition, _ in HUNG}
