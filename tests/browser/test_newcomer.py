"""Five questions of a newcomer, each answered from the home page: by a few clicks, or by one search."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.by import By

from tests.browser.figures import period
from tests.by_hand import rules

if TYPE_CHECKING:
    from tests.browser.page import Page

IN_NORTHERN_IRELAND = "who decides on a review in Northern Ireland"
KEPT_IN_WALES = "how long must a Welsh report stay on the website"
AFTER_SIGNIFICANT = "what replaced significant case reviews"
LOOKED_AFTER = "which editions disagree about who is told of a looked-after child's death"
SCOTLAND = "what do we not know about Scotland's clocks"

IN_TIME = "within {} after the local authority becomes aware of the incident"
MOST = 3  # clicks, and places among what a search finds
ROW = "tr:has(#{}) + tr "  # the first below a topic's heading
COLUMN = "td[data-column='{}']"
CLICKS = [  # the question; the text of each link; the elements that answer, each with words of the answer
    pytest.param(
        ("How do the nations differ?", "Decision"),
        {ROW.format("decision") + COLUMN.format("northern-ireland/case-management-review-2017"): "The Board decides"},
        id=IN_NORTHERN_IRELAND,
    ),
    pytest.param(
        ("How do the nations differ?", "Compare Wales's editions", "Publication"),
        {
            ROW.format("publication") + COLUMN.format("wales/child-practice-review-2016"): f"at least {period('keep-published', rules.WALES_2016)}",
            ROW.format("publication") + COLUMN.format("wales/single-unified-safeguarding-review-2024"): "Time not read",
        },
        id=KEPT_IN_WALES,
    ),
    pytest.param(
        ("How do the nations differ?", "Compare Scotland's editions", "Transition"),
        {ROW.format("transition") + COLUMN.format("scotland/learning-review-2021"): "Learning reviews took the place of significant case reviews"},
        id=AFTER_SIGNIFICANT,
    ),
    pytest.param(
        ("How do the nations differ?", "Compare England's editions", "Notification"),
        {
            **{
                ROW.format("notification") + COLUMN.format(edition):
                    "Notify the Secretary of State and Ofsted of the death of a looked-after child\n"
                    f"{IN_TIME.format(period('notify-looked-after-death', edition))}\nTo: Secretary of State for Education; Ofsted"
                for edition in (rules.ENGLAND_2023, rules.ENGLAND_2018)
            },
            ROW.format("notification") + COLUMN.format("england/serious-case-review-2015"):
                f"Report a notifiable incident\n{IN_TIME.format(period('report-incident', rules.ENGLAND_2015))}\nTo: Ofsted; Department for Education; Local Safeguarding Children Board",
        },
        id=LOOKED_AFTER,
    ),
    pytest.param(
        ("The guide", "Scotland"),
        {"article:has(a[href='scotland/learning-review-2021.html'])": "Complete the learning review"},
        id=SCOTLAND,
    ),
]  # fmt: skip
# What is typed; which result it is, from the first; the page; the element that answers, with its words. That editions
# disagree no one page of theirs can say: the comparison does, by clicks.
SEARCHES = [
    pytest.param(
        IN_NORTHERN_IRELAND, 3, "guide/northern-ireland/case-management-review-2017.html", "#at-a-glance + dl",
        "The Board decides", id=IN_NORTHERN_IRELAND,
    ),
    pytest.param(
        "Wales how long report website", 1, "guide/wales/single-unified-safeguarding-review-2024.html", "#rule-keep-published",
        "This guide holds no figure", id=KEPT_IN_WALES,
    ),
    pytest.param(
        AFTER_SIGNIFICANT, 1, "guide/glossary.html", "#significant-case-review + p", "Learning reviews replaced it",
        id=AFTER_SIGNIFICANT,
    ),
    pytest.param(
        "Scotland holds no figure", 1, "guide/scotland/learning-review-2021.html",
        ".cr-step--gap:has(a[href='#rule-complete-review'])",
        "This guide holds no figure: Complete the learning review", id=SCOTLAND,
    ),
]  # fmt: skip
SETTLED = 0.5  # seconds without change; typing changes what is found letter by letter
RESULTS = ".md-search-result__item > a"


def search(page: Page, query: str) -> list[str]:
    """Search from the home page and return the addresses found, once they have stopped changing."""
    page.open("index.html")
    page.click(".md-search__input")
    page.type(".md-search__input", query)
    seen: list[list[str]] = [[]]

    def still() -> bool:
        time.sleep(SETTLED)
        seen.append([str(one.get_attribute("href")) for one in page.all(RESULTS)])
        return bool(seen[-1]) and seen[-1] == seen[-2]

    page.until(still, f"what {query!r} finds")
    return seen[-1]


def follow(page: Page, link: str) -> None:
    """Click the first link to be seen whose text this is."""
    shown = [one for one in page.driver.find_elements(By.LINK_TEXT, link) if one.is_displayed()]
    assert shown, f"no link says {link!r}"
    page.click_on(shown[0])
    page.until(lambda: page.run("return document.readyState") == "complete", "the page")


@pytest.mark.parametrize(("links", "answers"), CLICKS)
def test_a_newcomer_is_answered_by_clicks(page: Page, links: tuple[str, ...], answers: dict[str, str]) -> None:
    assert len(links) <= MOST
    page.open("index.html")
    for link in links:
        follow(page, link)
    for element, words in answers.items():
        assert page.shows(element), element
        assert words in page.text(element)


@pytest.mark.parametrize(("query", "place", "path", "element", "words"), SEARCHES)
def test_a_newcomer_is_answered_by_one_search(
    page: Page, query: str, place: int, path: str, element: str, words: str
) -> None:
    assert place <= MOST
    assert path in search(page, query)[place - 1]
    page.all(RESULTS)[place - 1].click()
    page.until(lambda: path in page.driver.current_url and page.shows("main h1"), path)
    assert words in page.text(element)


@pytest.mark.parametrize(
    ("query", "current", "superseded"),
    [
        pytest.param("working together", "England: Working Together to Safeguard Children 2026", "England: Working Together to Safeguard Children 2023 (superseded)", id="England"),
        pytest.param("Scotland national guidance", "Scotland: National guidance for child protection committees: undertaking learning reviews (2021, updated 2024)", "Scotland: National guidance for child protection committees: conducting a significant case review (2015) (superseded)", id="Scotland"),
        pytest.param("Wales child practice review", "Wales: Single Unified Safeguarding Review statutory guidance (2024)", "Wales: Working Together to Safeguard People, volume 2 (2016), and the Regulations of 2015 (superseded)", id="Wales"),
    ],
)  # fmt: skip
def test_results_name_nation_edition_and_superseded_and_the_current_edition_comes_first(
    page: Page, query: str, current: str, superseded: str
) -> None:
    search(page, query)
    found = page.run(
        "return [...document.querySelectorAll('.md-search-result__item h1')].map((one) => one.textContent)"
    )
    assert found.index(current) < found.index(superseded)
