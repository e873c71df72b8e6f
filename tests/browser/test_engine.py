"""The calculator starts once, not before it is wanted, leaves nothing behind, and all of its answer is printed on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import faults
from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_WEEK_LATER
from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page
    from tests.browser.served import Copy

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


@pytest.mark.parametrize(
    ("path", "sign"),
    [
        ("index.html", "label[for=nation-england]"),
        ("guide/day-counter.html", "label[for=nation-england]"),
        ("guide/cases.html", "#today-day"),
    ],
)
def test_on_every_form_the_first_sign_of_intent_fetches_the_calculator_and_nothing_before_it(
    page: Page, path: str, sign: str
) -> None:
    """The home page only leads to a calculator: it reads the files ahead and starts nothing."""
    page.open(path)
    page.click("h1")
    assert page.run("return document.querySelectorAll('script[src*=\"assets/engine/\"]').length") == 0
    before = page.run(WORKERS)
    page.click(sign)
    page.until(lambda: page.run(PAYLOAD) == 1, "the calculator's files")
    if path == "index.html":
        assert page.run(WORKERS) == before
    else:
        page.until(lambda: page.run(WORKERS) == before + 1, "the calculator's worker")


HELD = f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02"


def test_a_link_with_a_date_starts_the_calculator_before_any_other_script_is_in(page: Page, own_copy: Copy) -> None:
    """The scripts that follow it in the page are gone from this copy, so that they cannot be what starts it."""
    for script in (own_copy.root / "assets" / "js").glob("*.js"):
        if script.name not in {"engine.js", "theme.js"}:
            script.unlink()
    page.open(WORKBENCH, site=own_copy)
    assert page.run(PAYLOAD) == 0
    page.open(HELD, site=own_copy)
    assert page.run("return CaseReviewEngine.start().then((worker) => worker instanceof Worker)")
    assert page.run(PAYLOAD) == 1
    page.complaints()  # of the missing scripts


def test_a_page_that_is_left_while_the_calculator_starts_leaves_nothing_that_stops_the_next(page: Page) -> None:
    for _ in range(2):
        page.open(HELD)
        page.until(lambda: "Starting Python" in page.text("#cr-stage") or page.shows("#answer"), "the start")
    page.open(HELD)
    page.until(lambda: page.shows("#answer"), "the answer")


COUNT_UNPACKED = """
window.unpackedOfTest = [];
const { atob: plain } = window, { fromBase64 } = Uint8Array;
window.atob = (text) => (unpackedOfTest.push(text.length), plain(text));
if (fromBase64) Uint8Array.fromBase64 = (text) => (unpackedOfTest.push(text.length), fromBase64.call(Uint8Array, text));
"""


def test_the_page_itself_unpacks_nothing_of_the_calculator(page: Page, own_copy: Copy) -> None:
    faults.plant(own_copy, COUNT_UNPACKED)
    page.open(HELD, site=own_copy)
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD
    assert page.run("return unpackedOfTest") == []


def test_the_calculator_starts_once_however_often_it_is_asked(page: Page) -> None:
    page.open(WORKBENCH)
    before = page.run(WORKERS)
    page.choose(EDITION)
    page.give("event-authority-aware", "2 April 2026")
    for day in ("2", "3", "9"):
        page.put("#event-authority-aware-day", day)
        page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
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
