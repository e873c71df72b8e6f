"""A practitioner's run in each nation, typed: the incident, the criteria, the plan, the calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

# The file is caught where the page hands it to the browser: saving it would only test the browser's own folder.
CATCH = """
window.caught = null;
HTMLAnchorElement.prototype.click = function () {
  if (this.download) fetch(this.href).then((file) => file.text()).then((text) => (window.caught = text));
  else HTMLElement.prototype.click.call(this);
};"""


@pytest.mark.parametrize(
    ("edition", "test", "facts", "field", "given", "rule", "due", "entry"),
    [
        pytest.param(
            "england/child-safeguarding-practice-review-2023",
            "notify-panel",
            ["abuse-or-neglect", "seriously-harmed", "in-authority-area"],
            "authority-aware",
            "2 February 2026",
            "notify-panel",
            "Monday 9 February 2026",
            "DTSTART;VALUE=DATE:20260209",
            id="England: must we notify, and by when",
        ),
        pytest.param(
            "northern-ireland/case-management-review-2017",
            "case-management-review",
            ["child-died", "register-ever", "board-concern", "significant-learning"],
            "requisition",
            "1 June 2026",
            "call-meeting",
            "Monday 15 June 2026",
            "DTSTART;VALUE=DATE:20260615",
            id="Northern Ireland: a case management review, and a meeting called for",
        ),
        pytest.param(
            "scotland/significant-case-review-2015",
            "review-after-death",
            ["child-died", "serious-service-concern", "suicide-or-accident"],
            "lead-informed",
            "8 June 2020",
            "send-notification-form",
            "Monday 15 June 2020",
            "DTSTART;VALUE=DATE:20200615",
            id="Scotland: a significant case review after a death, and its first form",
        ),
        pytest.param(
            "wales/child-practice-review-2016",
            "extended-review",
            ["abuse-or-neglect", "life-threatening-injury", "register-in-window"],
            "review-referral",
            "31 August 2023",
            "complete-review",
            "Thursday 29 February 2024",
            "DTSTART;VALUE=DATE:20240229",
            id="Wales: an extended review, and its end in a leap year",
        ),
    ],
)
def test_incident_criteria_plan_and_calendar_file(  # each column is a step of the run
    page: Page, edition: str, test: str, facts: list[str], field: str, given: str, rule: str, due: str, entry: str
) -> None:
    page.open(WORKBENCH)
    page.choose(edition)
    page.click(f"label[for='choose-{edition.replace('/', '-')}-{test}']")
    for fact in facts:
        page.click(f"label[for='fact-{fact}-yes']")
    page.click("#cr-decide")
    page.until(lambda: page.shows("#cr-outcome-title"), "the test's outcome")
    assert page.text("#cr-outcome-title").startswith(
        ("This test is met on these facts.", "On these facts this test is met, on the text as read")
    )
    assert page.all("#cr-limbs tr")
    assert "Because of" in page.text("#cr-reasons")
    by_when = [line.text for line in page.all("#cr-follows li .cr-line")]
    assert by_when
    assert all(by_when), "each thing that follows says by when"
    page.click("#cr-to-dates")
    page.give(f"event-{field}", given)
    page.type("#reference", "CASE-7")
    page.work_out()
    assert page.due(rule) == due
    assert page.count(rule)
    page.run(CATCH)
    page.click("#cr-ics")
    page.until(lambda: bool(page.run("return window.caught")), "the calendar file")
    calendar = str(page.run("return window.caught"))
    assert entry in calendar
    assert "CASE-7" in calendar


def test_an_outcome_not_known_says_what_holds_it_open(page: Page) -> None:
    """Wales: harm and abuse are known, the register is not: a review is required, its type not known yet."""
    page.open(f"{WORKBENCH}?edition=wales/child-practice-review-2016&test=concise-review")
    for fact in ("abuse-or-neglect", "child-died"):
        page.click(f"label[for='fact-{fact}-yes']")
    page.click("#cr-decide")
    page.until(lambda: page.shows("#cr-outcome-title"), "the test's outcome")
    assert "not known" in page.text("#cr-outcome-title")
    reasons = page.text("#cr-reasons")
    assert "Held open by" in reasons
    assert "required" in reasons
    assert not page.shows("#cr-follows")


def test_the_small_calculator_counts_over_the_scottish_holiday(page: Page) -> None:
    """Five working days after Thursday 11 June 2026 in Scotland, and a mistake mended from its message."""
    page.open(WORKBENCH)
    page.click("#cr-small > summary")
    page.click("#small-calendar option[value='scotland']")
    page.type("#small-length", "five")
    page.give("small-from", "11 June 2026")
    page.click("#cr-small-form button[type='submit']")
    page.until(lambda: page.shows("#cr-small-errors"), "the mistake")
    assert page.text("#cr-small-errors h2") == "There is something to mend"
    assert "The length must be a whole number" in page.text("#cr-small-errors li")
    page.click("#cr-small-errors a")
    assert page.focus() == "small-length"
    assert page.find("#small-length").get_attribute("aria-invalid") == "true"
    assert "The length must be a whole number" in page.text(
        f"#{page.find('#small-length').get_attribute('aria-describedby')}"
    )
    page.type("#small-length", "5")
    page.click("#cr-small-form button[type='submit']")
    page.until(lambda: page.shows("#cr-small-title"), "the count")
    assert not page.all("#cr-small-form [aria-invalid]")
    assert page.text("#cr-small-title") == "Friday 19 June 2026"
    assert "World Cup bank holiday" in page.text("#cr-small-answer")
