"""Back from publication: what must be done by when, and a publication that slips twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

LINK = (
    f"{WORKBENCH}?edition=england/child-safeguarding-practice-review-2023"
    "#review-decision=2026-08-26&publication=2026-09-01&today=2026-08-03"
)
SENT = "#back-publication tr[data-step='send-report-ofsted']"


def test_a_publication_that_slips_twice_moves_what_comes_before_it_and_conflicts_are_said(page: Page) -> None:
    """Seven working days back, by hand; Monday 31 August 2026 is a bank holiday."""
    page.open(LINK)
    page.follows()
    assert "is after the last day of what must be done before publication of the report" in page.text("#cr-warnings")
    assert "3 in conflict" in page.text("#back-publication > summary")
    page.click("#back-publication > summary")
    assert "Thursday 20 August 2026" in page.text(SENT)
    assert "Too late by 4 working days (6 days)" in page.text(SENT)

    page.give("event-publication", "11 9 2026")
    page.follows()
    assert page.find("#back-publication").get_attribute("open"), "what was open stays open"
    assert "Wednesday 2 September 2026" in page.text(SENT)
    # Thursday 27 and Friday 28 August, Tuesday 1 and Wednesday 2 September.
    assert "4 working days (7 days)" in page.text(SENT)
    assert "counted from the decision to hold a review, Wednesday 26 August 2026" in page.text("#back-publication p")
    assert "conflict" not in page.text("#back-publication > summary")
    assert "is after the last day" not in page.text("#cr-warnings")

    page.give("event-publication", "18 9 2026")
    page.follows()
    assert "Wednesday 9 September 2026" in page.text(SENT)
    assert "9 working days (14 days)" in page.text(SENT)
    assert page.line("send-report-ofsted", "due") == "2026-09-09"
    page.narrow()
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    page.wide()
