"""docs/about/coverage.md: every link of it leads to something that is there and says something; no section is left out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from markdown import Markdown  # type: ignore[import-untyped]
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests import real

pytestmark = pytest.mark.real
ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "about" / "coverage.md"
LINK = re.compile(r"\]\(\.\./guide/([^)#]+)\.md(?:#([^)]+))?\)")
HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}
# The section headings of the five texts, as published; the third has three only, near its end.
SECTIONS = {
    "NSPCC Learning": [
        "Introduction",
        "England: Criteria for carrying out a child safeguarding practice review",
        "England: Responsibilities",
        "England: Publishing reports",
        "England: Learning from case reviews",
        "England: Transition period",
        "Northern Ireland: Criteria for carrying out a case management review",
        "Northern Ireland: Carrying out a case management review",
        "Northern Ireland: Publishing case management reviews",
        "Northern Ireland: Learning from case management reviews",
        "Scotland: Criteria for carrying out a significant case review",
        "Scotland: Carrying out a significant case review",
        "Scotland: Initial case review",
        "Scotland: Significant case review",
        "Scotland: Publishing significant case reviews",
        "Scotland: Learning from significant case reviews",
        "Wales: Criteria for carrying out a child practice review",
        "Wales: Carrying out a child practice review",
        "Wales: Publishing child practice reviews",
        "Wales: Learning from child practice reviews",
        "References and resources: England",
        "References and resources: Northern Ireland",
        "References and resources: Scotland",
        "References and resources: Wales",
        "Further reading",
        "Related NSPCC/SCIE resources",
    ],
    "Cumbria Safeguarding Children Board": [
        "1. Serious Case Review Process",
        "1.1 Criteria for Notifiable Incidents",
        "1.2 Criteria for Serious Case Reviews",
        "1.3 Decisions Whether to Initiate a Serious Case Review",
        "1.4 Referrals to the Case Review Group",
        "1.5 Methodology for Learning and Improvement",
        "1.6 Appointing Reviewers",
        "1.7 Timescale for Serious Case Review Completion",
        "1.8 Engagement of Organisations",
        "1.9 Agreeing Improvement Action",
        "1.10 Publication of Reports",
        "1.11 National Panel of Independent Experts on Serious Case Reviews",
        "Further Information",
        "Amendments to this Chapter",
    ],
    "local safeguarding procedures": [
        "Opening",
        "Serious incident notification",
        "The rapid review",
        "Local child safeguarding practice review",
        "Foot of the page",
    ],
    "North Tyneside Safeguarding Children Partnership": [
        "Child Safeguarding Practice Review (CSPR)",
        "Previous Serious Case Reviews",
        "Learning from National Serious Case Reviews for the Voluntary Sector",
    ],
    "NSPCC inform": ["Learning models for serious case reviews in England", "Practice guidance and learning audits"],
}


def rows() -> list[tuple[str, str, str]]:
    """Return each row of the page: the text it is about, the section, the cells after it."""
    found, text = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            text = line.rsplit("(", 1)[1].rstrip(")")
        elif line.startswith("| ") and not line.startswith("| Section"):
            _, section, rest = line.split("|", 2)
            found.append((text, section.strip(), rest))
    return found


LINKS = sorted({(page, anchor) for _, _, rest in rows() for page, anchor in LINK.findall(rest)})


@cache
def generated() -> dict[str, str]:
    """Return the Markdown of the guide's pages."""
    return dict(real.made())


@cache
def shown(page: str) -> LexborHTMLParser:
    """Return a page as the site shows it, from its Markdown."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    front = generated()[f"{page}.md"].split("---\n", 2)
    made = Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])
    return LexborHTMLParser(made.convert(front[2] if front[0].strip() == "" and len(front) > 2 else "".join(front)))


def says(element: LexborNode) -> str:
    """Return an element's words; a heading's are those that stand under it, up to the next of its rank."""
    rank = HEADINGS.get((element.tag or "").upper())
    if rank is None:
        return element.text(separator=" ", strip=True) or ""
    words = []
    following = element.next
    while following is not None and HEADINGS.get((following.tag or "").upper(), 9) > rank:
        if "cr-hole" not in (following.attributes.get("class") or ""):
            words.append(following.text(separator=" ", strip=True) or "")
        following = following.next
    return " ".join(words).strip()


@pytest.mark.parametrize(("page", "anchor"), [pytest.param(*one, id="#".join(one)) for one in LINKS])
def test_each_link_leads_to_an_element_that_says_something(page: str, anchor: str) -> None:
    if not anchor:
        assert generated()[f"{page}.md"].strip()
        return
    element = shown(page).css_first(f'[id="{anchor}"]')
    assert element is not None, f"{page} has no element '{anchor}'"
    assert len(says(element)) > 20, f"'{anchor}' of {page} is empty"


@pytest.mark.parametrize("text", SECTIONS)
def test_every_section_of_a_text_has_a_row(text: str) -> None:
    assert set(SECTIONS[text]) <= {section for about, section, _ in rows() if about == text}


def test_every_row_has_a_place() -> None:
    assert not [row for row in rows() if not LINK.search(row[2])]


def test_a_link_to_a_rule_or_test_has_the_words_of_its_card() -> None:
    """So that no id stands there; and the words follow if the card's are changed."""
    editions = {one.id: one for one in real.compiled()[0].editions}
    told = []
    for words, page, anchor in re.findall(
        r"\[([^\]]+)\]\(\.\./guide/([^)#]+)\.md#((?:rule|test)-[^)]+)\)", PAGE.read_text(encoding="utf-8")
    ):
        card = {f"rule-{rule.id}": rule.action for rule in editions[page].rules}
        card |= {f"test-{test.id}": test.question for test in editions[page].tests}
        if words.partition(": ")[2].casefold() != card[anchor].casefold():
            told.append(f"'{words}' is the card '{card[anchor]}'")
    assert told == []


def test_no_two_links_have_the_same_words_and_lead_to_different_places() -> None:
    places: dict[str, set[str]] = {}
    for words, place in re.findall(r"\[([^\]]+)\]\(([^)]+)\)", PAGE.read_text(encoding="utf-8")):
        places.setdefault(words.casefold(), set()).add(place)
    assert {words: found for words, found in places.items() if len(found) > 1} == {}
