"""Search and calculator live on one page, in either order; and what people type leads to the page that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selenium.webdriver.common.keys import Keys

from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_WEEK_LATER, period, spelt
from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
FOUND = "return [...document.querySelectorAll('.md-search-result__item a')].map((link) => link.href)"
PAGES = """return [...document.querySelectorAll('.md-search-result__item')].slice(0, 3)
  .map((item) => ({leads: [...item.querySelectorAll('a')].map((link) => link.href.split('/guide/').pop()),
    heading: item.querySelector('h1').textContent}))"""
LOADED = "return performance.getEntriesByType('resource').map((each) => each.name.split('/').pop())"
CLOSED = "return document.querySelector('.md-search__overlay').offsetWidth === 0"
FIELD, NOTHING = ".md-search__input", ".cr-nothing"
NATIONS = {"England", "Northern Ireland", "Scotland", "Wales"}
IN_FORCE = {
    "england": "england/child-safeguarding-practice-review-2026.html",
    "scotland": "scotland/learning-review-2021.html",
    "wales": "wales/single-unified-safeguarding-review-2024.html",
}
# What people type, and where the answer stands: for each page that must be among the first three, with its part if one is meant.
ANSWERS = {
    "SUSR": [IN_FORCE["wales"]],
    "retention of report": [f"{IN_FORCE['england']}#rule-keep-published-title"],
    "how long keep": [f"{IN_FORCE['england']}#rule-keep-published-title", f"{IN_FORCE['wales']}#rule-keep-published-title"],
    spelt("notify-panel").replace("working ", ""): [f"{IN_FORCE['england']}#rule-notify-panel-title", f"{EDITION}.html#rule-notify-panel-title"],
    period("notify-panel"): [f"{IN_FORCE['england']}#rule-notify-panel-title", f"{EDITION}.html#rule-notify-panel-title"],
    "looked after child death": [f"{page}#rule-notify-looked-after-death-title" for page in IN_FORCE.values()],
    "who decides": ["glossary.html#crosswalk", f"{IN_FORCE['england']}#decision"],
    "rapid review deadline": [f"{IN_FORCE['england']}#rule-rapid-review-title", f"{EDITION}.html#rule-rapid-review-title"],
    "Jasmine": ["library/published-reviews.html#north-tyneside-jasmine-title"],
    "care leaver": [f"{IN_FORCE['england']}#rule-notify-care-leaver-death-title"],
    "ICR": ["glossary.html#initial-case-review", "scotland/significant-case-review-2015.html"],
    "serious case review wales": ["wales/child-practice-review-2016.html", "glossary.html#serious-case-review"],
    spelt("rapid-review"): [f"{EDITION}.html#rule-rapid-review-title"],
    "death of child in care": [f"{page}#rule-notify-looked-after-death-title" for page in IN_FORCE.values()],
    "panel mailbox": ["contacts.html"],
    "near miss": ["glossary.html#near-miss", f"{EDITION}.html#decision"],
}  # fmt: skip


def search(page: Page, words: str, finds: str) -> None:
    """Search, and wait until what is found leads to this page."""
    page.click(FIELD)
    page.type(FIELD, words)
    page.until(lambda: any(finds in each for each in page.run(FOUND)), f"{finds} found by {words!r}")


def test_search_finds_an_edition_after_a_calculation_and_the_calculator_answers_after_a_search(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}&rule=notify-panel#authority-aware=2026-04-02")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD
    search(page, "Working Together 2023 notification", f"{EDITION}.html")
    page.find(FIELD).send_keys(Keys.ESCAPE)
    page.until(lambda: page.run(CLOSED), "the search closed")
    page.give("event-authority-aware", "9 4 2026")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER


def test_a_search_result_opens_the_page_it_names(page: Page) -> None:
    page.open("index.html")
    search(page, "significant case review 2015", "scotland/significant-case-review-2015.html")
    page.click(".md-search-result__item a[href*='significant-case-review-2015.html']")
    page.until(lambda: "scotland/significant-case-review-2015.html" in page.driver.current_url, "the page found")
    assert page.shows("main h1")


def test_what_people_type_finds_the_answer_among_the_first_three_pages_in_force_first(page: Page) -> None:
    page.open("index.html")
    for words, pages in ANSWERS.items():
        search(page, words, pages[0])
        page.until(lambda pages=pages: answered(page.run(PAGES), pages), f"{pages} among the first three by {words!r}")  # type: ignore[misc]


def answered(first: list[dict[str, Any]], wanted: list[str]) -> bool:
    """Return whether every page wanted is among the first ones found, and each nation's in force before its superseded ones.

    Between nations no order is promised.
    """
    headings = [item["heading"] for item in first]
    in_force_first = all(
        of_nation == sorted(of_nation, key=lambda heading: "(superseded)" in heading)
        for of_nation in ([heading for heading in headings if heading.startswith(f"{nation}: ")] for nation in NATIONS)
    )
    return in_force_first and all(any(page in item["leads"] for item in first) for page in wanted)


def test_no_operator_of_the_search_hangs_it(page: Page) -> None:
    page.open("index.html?q=fuzzy~100")
    page.until(lambda: page.shows(NOTHING), "an answer to the link's question")
    search(page, "safeguarding~12", "england/")
    search(page, "rapid^99 *r*e*v*i*e*w*~9", "england/")


def test_a_page_fetches_nothing_of_the_search_until_it_is_used(page: Page) -> None:
    page.open(f"guide/{EDITION}.html")
    assert not {each for each in page.run(LOADED) if each.startswith(("bundle.", "search-worker", "search_index"))}
    page.find("body").send_keys("/")
    page.until(lambda: page.run("return document.activeElement.matches('.md-search__input')"), "the search by its key")
    page.driver.switch_to.active_element.send_keys("rapid review")
    page.until(lambda: len(page.run(FOUND)) > 0, "something found")


def test_where_nothing_is_found_the_search_says_where_else_to_look(page: Page) -> None:
    page.open("guide/glossary.html")
    page.click(FIELD)
    page.type(FIELD, "xyzzy")
    page.until(lambda: page.shows(NOTHING), "what helps where nothing is found")
    page.type(FIELD, "rapid review")
    page.until(lambda: not page.shows(NOTHING) and len(page.run(FOUND)) > 0, "something found")
    page.type(FIELD, "xyzzy")
    page.until(lambda: page.shows(NOTHING), "what helps where nothing is found")
    page.click(f"{NOTHING} a[href*='coverage']")
    page.until(lambda: page.driver.current_url.endswith("about/coverage.html"), "the page of what is held")


def test_the_words_of_forms_and_worked_cases_are_not_found(page: Page) -> None:
    page.open("index.html")
    search(page, "work out what is due", "workbench.html")
    assert not [each for each in page.run(FOUND) if "workbench.html#" in each or "cases.html#" in each]


def test_the_store_stays_empty_until_the_reader_chooses_colours(page: Page) -> None:
    page.open("guide/glossary.html")
    search(page, "rapid review", "glossary.html")
    assert page.run("return Object.keys(localStorage)") == []
    page.find(FIELD).send_keys(Keys.ESCAPE)
    page.until(lambda: page.run(CLOSED), "the search closed")
    page.click("label.md-header__button[for=__palette_1]")
    assert page.run("return document.body.getAttribute('data-md-color-scheme')") == "slate"
    page.open("guide/glossary.html")
    assert page.run("return document.body.getAttribute('data-md-color-scheme')") == "slate"
    page.run("localStorage.clear()")
