"""When the calculator cannot run, the page says why, names the file, keeps what was typed and shows the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import browsers, faults
from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_WEEK_LATER
from tests.browser.page import WORKBENCH, Page
from tests.browser.watch import Watch

if TYPE_CHECKING:
    from tests.browser.conftest import Mode
    from tests.browser.proxy import Proxy
    from tests.browser.served import Copy

EDITION = "england/child-safeguarding-practice-review-2023"
AWARE = "event-authority-aware"


def fails(page: Page, copy: Copy) -> str:
    """Try to work out a date in a copy that is damaged, and return what the page says went wrong."""
    page.open(WORKBENCH, site=copy)
    page.choose(EDITION)
    page.give(AWARE, "2 April 2026")
    page.work_out()
    assert page.shows("#cr-failed")
    assert not page.shows("#answer")
    assert page.values(f"#{AWARE}-day, #{AWARE}-month, #{AWARE}-year") == ["2", "April", "2026"]
    assert page.shows("#cr-table table"), "the table of every period is opened"
    tables = [str(each.get_attribute("href")) for each in page.all("#cr-failed a")]
    assert [each.rsplit("/", 1)[-1] for each in tables] == [
        "reckoner.html",
        "bank-holidays.html",
        "workbench.html#cr-table",
    ]
    assert page.outside() == []
    return page.text("#cr-failed")


def remove(copy: Copy, path: str) -> None:
    """Take a file away, as a scanner or a partial copy would."""
    (copy.root / path).unlink()


def cut_short(copy: Copy, path: str) -> None:
    """Keep the first half of a file."""
    whole = (copy.root / path).read_bytes()
    (copy.root / path).write_bytes(whole[: len(whole) // 2])


def from_another_build(copy: Copy, path: str) -> None:
    """Give a payload file another build's id."""
    text = (copy.root / path).read_text(encoding="utf-8")
    opening, name, comma, build, rest = text.split('"', 4)
    (copy.root / path).write_text('"'.join([opening, name, comma, build[::-1] + "0", rest]), encoding="utf-8")


def altered(copy: Copy, path: str) -> None:
    """Change one letter of what a file hands over."""
    text = (copy.root / path).read_text(encoding="utf-8")
    at = len(text) // 2
    (copy.root / path).write_text(f"{text[:at]}{'B' if text[at] == 'A' else 'A'}{text[at + 1 :]}", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "file", "words"),
    [
        pytest.param(remove, "assets/engine/wasm.js", "is missing or was blocked", id="a file that is missing"),
        pytest.param(cut_short, "assets/engine/wasm.js", "is damaged", id="a file copied in part"),
        pytest.param(altered, "assets/engine/wasm.js", "is damaged", id="one letter of WebAssembly"),
        pytest.param(altered, "assets/engine/calculators.js", "is damaged", id="one letter of the memory"),
        pytest.param(from_another_build, "assets/engine/calculators.js", "belongs to another build", id="a mixed copy"),
    ],
)
def test_a_damaged_payload_is_named(page: Page, own_copy: Copy, damage: object, file: str, words: str) -> None:
    assert callable(damage)
    damage(own_copy, file)
    assert f"{file} {words}" in fails(page, own_copy)
    page.complaints()  # the missing file itself is complained of, as it should be


@pytest.mark.parametrize(
    "file",
    [
        "engine.js",
        "dom.js",
        "hand-over.js",
        "asker.js",
        "form.js",
        "limits.js",
        "done.js",
        "added.js",
        "steps.js",
        "answers.js",
        "back-plan.js",
        "criteria.js",
        "keep.js",
        "links.js",
        "chosen-rows.js",
        "files.js",
    ],
)
def test_a_missing_script_is_named_by_the_standing_notice(page: Page, own_copy: Copy, file: str) -> None:
    remove(own_copy, f"assets/js/{file}")
    page.open(WORKBENCH, site=own_copy)
    assert f"assets/js/{file}" in page.text("#cr-asleep")
    assert not page.shows("#case")
    assert page.shows("#cr-table table")
    assert any(file in each for each in page.complaints())


def test_without_the_script_that_joins_them_the_standing_notice_and_the_table_are_shown(
    page: Page, own_copy: Copy
) -> None:
    remove(own_copy, "assets/js/workbench.js")
    page.open(WORKBENCH, site=own_copy)
    assert "The calculator is not running" in page.text("#cr-asleep")
    assert not page.shows("#case")
    assert page.shows("#cr-table table")
    page.complaints()


def test_where_webassembly_refuses_the_page_says_so_at_once(page: Page, own_copy: Copy) -> None:
    own_copy.change(WORKBENCH, " 'wasm-unsafe-eval'", "")  # Pyodide then only waits
    assert "The calculator could not start (CompileError: " in fails(page, own_copy)
    page.complaints()


def test_a_restored_file_is_read_at_the_next_try(page: Page, own_copy: Copy) -> None:
    file = own_copy.root / "assets/engine/calculators.js"
    whole = file.read_bytes()
    file.unlink()
    assert "assets/engine/calculators.js is missing" in fails(page, own_copy)
    page.complaints()
    file.write_bytes(whole)
    page.click("#cr-retry")
    page.until(lambda: not page.shows("#cr-failed") and not page.shows("#cr-progress"), "the calculator")
    page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD


def test_a_worker_that_was_given_up_is_ended_and_does_not_come_late(page: Page, own_copy: Copy) -> None:
    own_copy.change("assets/js/engine.js", "90_000", "3_000")
    faults.plant(own_copy, faults.KEEP_WORKER + faults.DEAF)
    assert "did not start in time" in fails(page, own_copy)
    assert page.run("return [plantedOfTest, endedOfTest]") == [1, 1]
    page.complaints()


def answered_by_a_worker_in_hand(page: Page, copy: Copy) -> None:
    """Work out a date, with the worker kept where it can be ended."""
    faults.plant(copy)
    page.open(WORKBENCH, site=copy)
    page.choose(EDITION)
    page.give(AWARE, "2 April 2026")
    page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD


def test_a_calculator_that_stops_says_so_and_the_next_question_starts_another(page: Page, own_copy: Copy) -> None:
    answered_by_a_worker_in_hand(page, own_copy)
    before = page.run("return window.workersOfTest")
    page.run(
        "workerOfTest.terminate();"
        "workerOfTest.dispatchEvent(new ErrorEvent('error', {message: 'out of memory', cancelable: true}))"
    )
    page.until(lambda: page.shows("#cr-failed"), "word that it stopped")
    assert "The calculator has stopped (out of memory)" in page.text("#cr-failed")
    page.put(f"#{AWARE}-day", "9")
    page.work_out()
    page.follows()
    assert not page.shows("#cr-failed")
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
    assert page.run("return window.workersOfTest") == before + 1


def test_a_calculator_that_died_without_a_word_is_given_up_in_time(page: Page, own_copy: Copy) -> None:
    own_copy.change("assets/js/engine.js", "LONGEST_ANSWER = 60_000", "LONGEST_ANSWER = 5_000")
    answered_by_a_worker_in_hand(page, own_copy)
    page.run("workerOfTest.terminate()")
    page.put(f"#{AWARE}-day", "9")
    page.until(lambda: page.shows("#cr-failed"), "word that no answer came")
    assert "it gave no answer in time" in page.text("#cr-failed")
    assert page.stale(), "the old answer stays marked"
    page.work_out()
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER


def test_with_webassembly_switched_off_the_page_says_so(mode: Mode, proxy: Proxy, shared_copy: Copy) -> None:
    driver = browsers.start(mode.browser, proxy=proxy.port, without="webassembly")
    try:
        page = Page(driver, shared_copy, Watch(driver), proxy)
        assert "WebAssembly is switched off in this browser" in fails(page, shared_copy)
    finally:
        driver.quit()


def test_with_scripts_switched_off_the_notice_and_the_tables_are_shown(
    mode: Mode, proxy: Proxy, shared_copy: Copy
) -> None:
    driver = browsers.start(mode.browser, proxy=proxy.port, without="scripts")
    try:
        page = Page(driver, shared_copy, Watch(driver), proxy)
        driver.get(shared_copy.url(WORKBENCH))
        assert "Scripts are switched off or blocked here" in page.text("#cr-asleep")
        assert not page.shows("#case")
        assert not page.shows("#answer")
        assert page.shows("#cr-table table")
        for width in (1280, 500, 320):
            page.size(width, 900)
            frame = page.find("#cr-table").rect
            edges = [each.rect["x"] + each.rect["width"] for each in page.all("#cr-table table")]
            assert max(edges) <= frame["x"] + frame["width"], f"at {width}, a table runs over its frame"
        driver.get(shared_copy.url(f"guide/{EDITION}.html"))
        assert page.shows("#rule-notify-panel")
        assert page.outside() == []
    finally:
        driver.quit()
