"""The questions that readers bring, each answered in at most three clicks or one search, from the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.by import By

from tests.browser.figures import period
from tests.browser.test_search import FOUND, search
from tests.by_hand.rules import ENGLAND_2026

if TYPE_CHECKING:
    from tests.browser.page import Page

CLICKS = 3
REVIEWS = {
    "child safeguarding practice review": "england/child-safeguarding-practice-review-2026.html",
    "case management review": "northern-ireland/case-management-review-2017.html",
    "learning review": "scotland/learning-review-2021.html",
    "single unified safeguarding review": "wales/single-unified-safeguarding-review-2024.html",
}


def clicked(page: Page, *links: str) -> str:
    """Open the first page and click these links by their words; return what the last page says."""
    assert len(links) <= CLICKS
    page.open("index.html")
    for words in links:
        here = page.driver.current_url
        page.click_on(
            next(link for link in page.driver.find_elements(By.PARTIAL_LINK_TEXT, words) if link.is_displayed())
        )
        page.until(lambda here=here: page.driver.current_url != here and page.shows("main h1"), words)  # type: ignore[misc]
    return page.text("main")


@pytest.mark.parametrize(("review", "leads"), REVIEWS.items(), ids=REVIEWS)
def test_what_a_review_is_called_stands_on_the_first_page_and_leads_to_its_edition(
    page: Page, review: str, leads: str
) -> None:
    page.open("index.html")
    assert page.shows("#names")
    page.click_on(page.driver.find_element(By.LINK_TEXT, review))
    page.until(lambda: page.driver.current_url.endswith(leads), f"the edition of the {review}")


def test_must_they_notify_and_whom(page: Page) -> None:
    said = clicked(page, "Whom do we tell")
    for told in (
        "local authority (must)",
        "Child Safeguarding Practice Review Panel",  # England
        "Care Inspectorate",  # Scotland
        "Welsh Ministers",  # Wales
    ):
        assert told in said, told


@pytest.mark.parametrize(
    ("nation", "says"),
    [
        pytest.param("england", "the child has died or been seriously harmed", id="England"),
        pytest.param("northern-ireland", "the child has died or been significantly harmed", id="Northern Ireland"),
        pytest.param("scotland", "the child was looked after by a local authority", id="Scotland"),
        pytest.param("wales", "abuse or neglect of a child within the board's area is known or suspected", id="Wales"),
    ],
)
def test_which_facts_make_a_review_compulsory(page: Page, nation: str, says: str) -> None:
    page.open("index.html")
    search(page, f"review compulsory {nation.replace('-', ' ')}", f"guide/{nation}/")
    assert f"guide/{nation}/" in page.run(FOUND)[0]
    assert "#criteria" in " ".join(page.run(FOUND))
    page.click(".md-search-result__item a[href*='#criteria']")
    page.until(lambda: page.driver.current_url.endswith("#criteria") and page.shows("#criteria"), "the criteria")
    assert says in page.text("main").lower()


def test_how_long_a_report_must_stay_public(page: Page) -> None:
    page.open("index.html")
    search(
        page,
        "how long must a report stay public",
        "child-safeguarding-practice-review-2026.html#rule-keep-published-title",
    )
    assert f"at least {period('keep-published', ENGLAND_2026)}" in page.text(".md-search-result__list")


def test_what_changed_in_england_between_2015_and_2023(page: Page) -> None:
    said = clicked(page, "What changed", "England: 2015 to 2023")
    assert page.shows("[id$='2023-from-2015']")
    assert "2015" in said


def test_what_is_not_known_about_scotland(page: Page) -> None:
    said = clicked(page, "learning review")
    assert "Not held" in said
    assert "was not read" in said or "Not read" in said
