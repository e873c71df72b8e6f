"""An edition's page as it is read: how long it is, that a link opens its card, and what stands on paper."""

from __future__ import annotations

import base64
import re
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from calculators.register import EDITIONS

if TYPE_CHECKING:
    from tests.browser.page import Page

ENGLAND_2023 = "england/child-safeguarding-practice-review-2023"
WALES_2016 = "wales/child-practice-review-2016"
TALLEST = {ENGLAND_2023: 15_000, WALES_2016: 11_000}  # pixels at a width of 1280, every card folded
OTHERS = 14_000
MOST_WORDS, MOST_SHEETS = 11_000, 14
RULE = "#rule-notify-panel"
HEIGHT = "return document.documentElement.scrollHeight"
WORDS = "return document.querySelector('article.md-content__inner').textContent.trim().split(/\\s+/).length"
SMALL = """
const small = new Set();
const texts = document.createTreeWalker(document.querySelector("article.md-content__inner"), NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const {parentElement: holder, data} = texts.currentNode;
  if (data.trim() && parseFloat(getComputedStyle(holder).fontSize) < 16) small.add(holder.outerHTML.slice(0, 80));
}
return [...small];"""
SCROLLS = """
return [...document.querySelectorAll("article.md-content__inner *")]
  .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth)
  .map((one) => one.className)"""
OPEN = "return document.querySelector(arguments[0] + ' details').open"
TOP = "return document.querySelector(arguments[0]).getBoundingClientRect().top"
PAPER = """
return [...document.querySelectorAll(".cr-fold")].map((fold) => [fold.closest("article").id, fold.dataset.folded !== undefined])"""


@pytest.mark.parametrize("edition", [pytest.param(one, id=one) for one in EDITIONS])
def test_a_page_is_as_long_as_can_be_read_and_nothing_in_it_is_small_or_scrolls(page: Page, edition: str) -> None:
    page.wide()
    page.open(f"guide/{edition}.html")
    assert page.run(HEIGHT) <= TALLEST.get(edition, OTHERS)
    assert page.run(WORDS) <= MOST_WORDS
    assert page.run(SMALL) == []
    assert page.run(SCROLLS) == []
    page.narrow()
    assert page.run(SCROLLS) == []
    page.wide()


def test_a_link_to_a_rule_or_test_opens_its_card_and_shows_its_beginning(page: Page) -> None:
    """From another page, from this one, and by the address of its heading, as the search gives it."""
    for place in (RULE, "#test-local-review", "#rule-send-report-title"):
        card = place.removesuffix("-title")
        page.open(f"guide/{ENGLAND_2023}.html{place}")
        page.until(lambda card=card: page.run(OPEN, card), f"{card} open")  # type: ignore[misc]
        page.until(lambda card=card: 0 <= page.run(TOP, card) < 500, f"the beginning of {card}")  # type: ignore[misc]
    page.open(f"guide/{ENGLAND_2023}.html")
    assert not page.run(OPEN, RULE)
    page.click(f".cr-step a[href='{RULE}']")
    page.until(lambda: page.run(OPEN, RULE), "the card open")
    assert page.shows(f"{RULE} a[href*='workbench.html'][href*='rule=notify-panel']")


def test_every_card_opens_and_folds_by_its_line_and_all_by_one_button(page: Page) -> None:
    page.open(f"guide/{WALES_2016}.html")
    line = "#rule-complete-review summary"
    page.click(line)
    assert page.shows("#rule-complete-review .cr-facts")
    page.click(line)
    assert not page.shows("#rule-complete-review .cr-facts")
    page.click("[data-open-all]")
    assert page.run("return document.querySelectorAll('.cr-fold:not([open])').length") == 0
    assert page.text("[data-open-all]") == "Fold every card"
    page.click("[data-open-all]")
    assert page.run("return document.querySelectorAll('.cr-fold[open]').length") == 0


def test_paper_has_the_lines_and_the_cards_that_were_opened(page: Page) -> None:
    page.open(f"guide/{ENGLAND_2023}.html")
    folded = sheets(page)
    assert folded <= MOST_SHEETS
    page.click("#rule-rapid-review summary")
    page.until(lambda: ["rule-rapid-review", False] in page.run(PAPER), "the card marked as open")
    assert [name for name, left in page.run(PAPER) if not left] == ["rule-rapid-review"]
    page.click("[data-open-all]")
    page.until(lambda: all(not left for _, left in page.run(PAPER)), "every card marked as open")
    assert sheets(page) > folded


def sheets(page: Page) -> int:
    """Return on how many sheets of paper a page is printed: the leaves of its file, which Firefox keeps compressed."""
    printed = base64.b64decode(page.driver.print_page())
    parts = [printed]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", printed, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(stream))
    return sum(len(re.findall(rb"/Type\s*/Page(?!s)", part)) for part in parts)
