"""Search and calculator live on one page, in either order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"


def search(page: Page, words: str) -> list[str]:
    """Search and return the addresses of what was found."""
    page.click(".md-search__input")
    page.type(".md-search__input", words)
    page.until(lambda: bool(page.all(".md-search-result__item a")), f"something found for {words!r}")
    return [str(each.get_attribute("href")) for each in page.all(".md-search-result__item a")]


def test_search_finds_an_edition_after_a_calculation_and_the_calculator_answers_after_a_search(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}&rule=notify-panel#authority-aware=2026-04-02")
    page.work_out()
    assert page.due("notify-panel") == "Monday 13 April 2026"
    assert any(f"{EDITION}.html" in each for each in search(page, "Working Together 2023 notification"))
    page.find(".md-search__input").send_keys("\ue00c")  # Escape
    page.until(lambda: not page.shows(".md-search__output"), "the search closed")
    page.give("event-authority-aware", "9 4 2026")
    page.work_out()
    assert page.due("notify-panel") == "Thursday 16 April 2026"


def test_a_search_result_opens_the_page_it_names(page: Page) -> None:
    page.open("index.html")
    search(page, "Significant case reviews 2015")
    page.click(".md-search-result__item a")
    page.until(lambda: "/guide/" in page.driver.current_url, "the page found")
    assert page.shows("main h1")
