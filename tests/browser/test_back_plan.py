"""Back from publication: what must be done by when, and a publication that slips twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.browser.figures import due, worded
from tests.browser.page import WORKBENCH
from tests.by_hand import oracle
from tests.by_hand.rules import CALENDAR, ENGLAND_2023

if TYPE_CHECKING:
    from tests.browser.page import Page

LINK = (
    f"{WORKBENCH}?edition=england/child-safeguarding-practice-review-2023"
    "#review-decision=2026-08-26&publication=2026-09-01&today=2026-08-03"
)
DECIDED = date(2026, 8, 26)
SENT = "#back-publication tr[data-step='send-report-ofsted']"


def between(day: date, later: date) -> str:
    """Return how far one day is from a later one, as the page says it."""
    days = (later - day).days
    working = sum(oracle.is_working_day(CALENDAR[ENGLAND_2023], later - n * oracle.DAY) for n in range(days))
    return f"{working} working days ({days} days)"


def test_a_publication_that_slips_twice_moves_what_comes_before_it_and_conflicts_are_said(page: Page) -> None:
    """Over Monday 31 August 2026, which is a bank holiday."""
    first, second, third = (due("send-report-ofsted", day) for day in ("2026-09-01", "2026-09-11", "2026-09-18"))
    page.open(LINK)
    page.follows()
    assert "is after the last day of what must be done before publication of the report" in page.text("#cr-warnings")
    assert "3 in conflict" in page.text("#back-publication > summary")
    page.click("#back-publication > summary")
    assert worded(first) in page.text(SENT)
    assert f"Too late by {between(first, DECIDED)}" in page.text(SENT)

    page.give("event-publication", "11 9 2026")
    page.follows()
    assert page.find("#back-publication").get_attribute("open"), "what was open stays open"
    assert worded(second) in page.text(SENT)
    assert between(DECIDED, second) in page.text(SENT)
    assert "counted from the decision to hold a review, Wednesday 26 August 2026" in page.text("#back-publication p")
    assert "conflict" not in page.text("#back-publication > summary")
    assert "is after the last day" not in page.text("#cr-warnings")

    page.give("event-publication", "18 9 2026")
    page.follows()
    assert worded(third) in page.text(SENT)
    assert between(DECIDED, third) in page.text(SENT)
    assert page.line("send-report-ofsted", "due") == third.isoformat()
    page.narrow()
    assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    page.wide()
