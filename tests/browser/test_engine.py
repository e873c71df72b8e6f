"""The calculator starts once, not before it is wanted, leaves nothing behind, and all of its answer is printed on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
PAYLOAD = "return document.querySelectorAll('script[src*=\"assets/engine/wasm.js\"]').length"
WORKERS = "return window.workersOfTest"
STORED = """
const done = arguments[0];
indexedDB.databases().then((databases) => done({
  kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage)], cookies: document.cookie,
  text: JSON.stringify({...localStorage, ...sessionStorage}), databases: databases.map((each) => each.name)}));"""


def answered(page: Page) -> None:
    """Go from an empty form to an answer."""
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give("event-authority-aware", "2 April 2026")
    page.put("#reference", "CR-17")
    page.work_out()


def test_nothing_of_the_calculator_is_loaded_before_the_first_sign_of_intent(page: Page) -> None:
    page.open(WORKBENCH)
    assert page.run(PAYLOAD) == 0
    before = page.run(WORKERS)
    page.click("label[for=nation-england]")
    page.until(lambda: page.run(PAYLOAD) == 1, "the calculator's files")
    page.until(lambda: page.run(WORKERS) == before + 1, "the calculator's worker")


def test_the_calculator_starts_once_however_often_it_is_asked(page: Page) -> None:
    page.open(WORKBENCH)
    before = page.run(WORKERS)
    page.choose(EDITION)
    page.give("event-authority-aware", "2 April 2026")
    for day in ("2", "3", "9"):
        page.put("#event-authority-aware-day", day)
        page.work_out()
    assert page.due("notify-panel") == "Thursday 16 April 2026"
    assert page.run("return CaseReviewEngine.start() === CaseReviewEngine.start()")
    assert page.run(PAYLOAD) == 1
    assert page.run(WORKERS) == before + 1


def test_nothing_but_the_choice_of_colours_is_kept(page: Page) -> None:
    page.open("index.html")
    page.click("label.md-header__button[for=__palette_1]")
    answered(page)
    page.click("#cr-out > summary")
    page.click("#cr-share")
    stored = page.driver.execute_async_script(STORED)
    assert [each for each in stored["kept"] if not each.endswith("__palette")] == []
    assert not [word for word in ("2026", "CR-17", "england", "April") if word in stored["text"]]
    assert stored["databases"] == []
    assert stored["cookies"] == ""
    page.run("localStorage.clear()")


def test_print_everything_opens_every_fold_for_the_print_and_folds_it_again(page: Page) -> None:
    answered(page)
    folds = "#answer details:not(#cr-out):not(#cr-nations)"
    before = [bool(each.get_attribute("open")) for each in page.all(folds)]
    assert before
    assert not any(before), "what was not asked for is folded"
    page.run(
        f"window.print = () => (window.printed = [...document.querySelectorAll({folds!r})].map((each) => each.open))"
    )
    page.click("#cr-print-all")
    assert page.run("return window.printed") == [True] * len(before), "every rule, count, note and source"
    assert [bool(each.get_attribute("open")) for each in page.all(folds)] == before
    page.click("#cr-print")
    assert page.run("return window.printed") == before, "the plan is printed as it is folded"
    assert page.driver.print_page(), "the browser makes a PDF"
