"""Search and calculator live on one page, in either order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selenium.webdriver.common.keys import Keys

from tests.browser.figures import PANEL_TOLD
from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
FOUND = "return [...document.querySelectorAll('.md-search-result__item a')].map((link) => link.href)"
CLOSED = "return document.querySelector('.md-search__overlay').offsetWidth === 0"


def search(page: Page, words: str, finds: str) -> None:
    """Search, and wait until what is found leads to this page."""
    page.click(".md-search__input")
    page.type(".md-search__input", words)
    page.until(lambda: any(finds in each for each in page.run(FOUND)), f"{finds} found by {words!r}")


def test_search_finds_an_edition_after_a_calculation_and_the_calculator_answers_after_a_search(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}&rule=notify-panel#authority-aware=2026-04-02")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD
    search(page, "Working Together 2023 notification", f"{EDITION}.html")
    page.find(".md-search__input").send_keys(Keys.ESCAPE)
    page.until(lambda: page.run(CLOSED), "the search closed")
    page.give("event-authority-aware", "9 4 2026")
    page.follows()
    assert page.due("notify-panel") == "Thursday 16 April 2026"


def test_a_search_result_opens_the_page_it_names(page: Page) -> None:
    page.open("index.html")
    search(page, "significant case review 2015", "scotland/significant-case-review-2015.html")
    page.click(".md-search-result__item a[href*='significant-case-review-2015.html']")
    page.until(lambda: "scotland/significant-case-review-2015.html" in page.driver.current_url, "the page found")
    assert page.shows("main h1")
