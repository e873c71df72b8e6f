"""The referral form: a link brings a case's dates onto it, and nothing of the child; without one it is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

FORM = "guide/library/referral-form.html"
EDITION = "england/child-safeguarding-practice-review-2023"
SHOWN = """
return [...document.querySelectorAll("#cr-dates dl > div")]
  .filter((row) => row.getClientRects().length).map((row) => row.innerText.replace(/\\s+/g, " ").trim())"""
HREF = "return document.getElementById('cr-referral').href"


def test_dates_in_the_link_stand_on_the_form_and_nothing_else_of_it_does(page: Page) -> None:
    page.open(f"{FORM}#incident=2026-02-10&authority-aware=2026-02-11&child-died=yes&publication=soon&today=2026-02-12")
    assert [line.split(" ")[-3:] for line in page.run(SHOWN)] == [
        ["10", "February", "2026"],
        ["11", "February", "2026"],
    ]
    page.assert_quiet()


def test_a_form_that_is_opened_by_itself_has_no_dates(page: Page) -> None:
    page.open(FORM)
    assert not page.shows("#cr-dates")
    page.assert_quiet()


def test_the_plan_leads_to_the_form_with_its_dates_and_without_what_was_said_of_the_child(page: Page) -> None:
    page.open(
        f"{WORKBENCH}?edition={EDITION}#incident=2026-02-10&authority-aware=2026-02-11&today=2026-02-12&child-died=yes"
    )
    page.until(lambda: page.shows("#answer"), "the answer")
    page.run("document.getElementById('cr-referral').addEventListener('click', (event) => event.preventDefault())")
    page.click("#cr-out > summary")
    page.click("#cr-referral")
    assert page.run(HREF).endswith("guide/library/referral-form.html#incident=2026-02-10&authority-aware=2026-02-11")
    page.assert_quiet()
