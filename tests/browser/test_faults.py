"""What fails around an open page is told in a sentence, and nothing that was typed is lost. Damaged copies: test_failure.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser import faults, served
from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_ISO, PANEL_TOLD_WEEK_LATER, due, worded
from tests.browser.page import WORKBENCH, Page
from tests.browser.test_failure import AWARE, EDITION, answered_by_a_worker_in_hand, remove
from tests.browser.test_kept_files import ASKS
from tests.browser.test_search import FIELD, search

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.conftest import Mode
    from tests.browser.kept import Kept
    from tests.browser.proxy import Proxy
    from tests.browser.served import Copy

SCOTLAND = "scotland/significant-case-review-2015"
FILE_SAID = "return document.getElementById('cr-file-status').textContent"


def typed(page: Page) -> list[str]:
    """Return the date that stands in the form."""
    return page.values(f"#{AWARE}-day, #{AWARE}-month, #{AWARE}-year")


def filled(page: Page, copy: Copy) -> None:
    """Open the workbench of a copy and type a date."""
    page.open(WORKBENCH, site=copy)
    page.choose(EDITION)
    page.give(AWARE, "2 April 2026")


def calendar(page: Page) -> str:
    """Ask for the calendar file, of which the calculator's part is fetched only now, and return what the page says of it."""
    page.reach("#cr-ics")
    if not page.shows("#cr-ics"):
        page.click("#cr-out > summary")
    page.click("#cr-ics")
    page.until(lambda: "The first takes a moment" not in page.run(FILE_SAID) != "", "word of the calendar file")
    return str(page.run(FILE_SAID))


def test_a_calculator_killed_over_a_question_says_so_and_the_question_can_be_put_again(
    page: Page, own_copy: Copy
) -> None:
    answered_by_a_worker_in_hand(page, own_copy)
    page.run(faults.KILL_AT_THE_QUESTION)
    page.put(f"#{AWARE}-day", "9")
    page.until(lambda: page.shows("#cr-failed"), "word that it stopped")
    told = page.text("#cr-failed")
    assert "The calculator has stopped (out of memory). It had too little memory" in told
    assert "What you typed is still here" in told
    assert typed(page) == ["9", "April", "2026"]
    assert page.stale(), "the old answer stays, marked"
    page.work_out()
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER


@pytest.fixture
def without_storage(mode: Mode, proxy: Proxy, shared_copy: Copy) -> Iterator[Page]:
    """Return a page of a browser that refuses to store anything."""
    yield from faults.lacking(mode.browser, proxy, shared_copy, "storage")


def test_where_nothing_may_be_stored_colours_search_and_calculator_work_all_the_same(without_storage: Page) -> None:
    page = without_storage
    page.open("index.html")
    page.click("label.md-header__button[for=__palette_1]")
    page.until(lambda: page.run("return document.body.dataset.mdColorScheme") == "slate", "dark colours")
    search(page, "significant case review 2015", "scotland/significant-case-review-2015.html")
    page.find(FIELD).send_keys(Keys.ESCAPE)
    filled(page, page.site)
    page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD
    page.assert_quiet()


@pytest.fixture
def short_of_memory(mode: Mode, proxy: Proxy, shared_copy: Copy) -> Iterator[Page]:
    """Return a filled-in workbench whose calculator will find too little memory to start in."""
    for page in faults.lacking(mode.browser, proxy, shared_copy, "memory"):
        page.open(WORKBENCH)
        if mode.browser == "firefox":
            faults.starve(page.driver)
        yield page


def test_where_memory_is_short_the_page_says_so_and_what_to_do(short_of_memory: Page) -> None:
    page = short_of_memory
    page.choose(EDITION)
    page.give(AWARE, "2 April 2026")
    page.work_out()
    told = page.text("#cr-failed")
    assert "It had too little memory: close other tabs and programs, then try again." in told
    assert typed(page) == ["2", "April", "2026"]
    assert page.shows("#cr-table table"), "the table of every period is opened"


@pytest.fixture
def without_scripts(mode: Mode, proxy: Proxy, shared_copy: Copy) -> Iterator[Page]:
    """Return a page of a browser that runs no script."""
    yield from faults.lacking(mode.browser, proxy, shared_copy, "scripts")


def test_without_scripts_every_page_that_needs_them_says_so_and_shows_no_dead_form(without_scripts: Page) -> None:
    page = without_scripts
    for path, notice, dead in (
        (WORKBENCH, "#cr-asleep", "#case"),
        ("guide/day-counter.html", "#cr-asleep", "#day-form"),
        ("guide/cases.html", "#cr-cases-asleep", "#cr-cases-form"),
        ("about/self-check.html", "#check-asleep", "#check-start"),
    ):
        page.driver.get(page.site.url(path))
        assert "Scripts are switched off or blocked" in page.text(notice), path
        assert not page.shows(dead), path
    for path, table in (
        ("guide/reckoner.html", "table"),
        ("guide/bank-holidays.html", "table"),
        ("guide/compare.html", "table"),
    ):
        page.driver.get(page.site.url(path))
        assert page.shows(table), f"{path} does the same in plain tables"
    page.driver.get(page.site.url("index.html"))
    assert page.shows("#cr-start-links a"), "the first card has links in place of its form"
    assert not page.shows("#cr-start-form")
    assert page.outside() == []


@pytest.fixture
def slow_copy(mode: Mode, site: Path, tmp_path: Path) -> Iterator[Copy]:
    """Return a copy of the site of which each file of the calculator comes five seconds late."""
    for copy in served.copied(site, tmp_path, mode.scheme, served.Slow):
        if mode.scheme == "file":
            faults.plant(copy, faults.LATE_FILES)
        yield copy


def test_on_a_slow_share_the_page_says_what_it_waits_for_and_then_answers(page: Page, slow_copy: Copy) -> None:
    filled(page, slow_copy)
    page.click("#cr-go")
    page.until(lambda: "Reading the calculator's files" in page.text("#cr-status"), "word of what is waited for")
    assert not page.shows("#cr-failed")
    page.until(lambda: page.shows("#answer"), "the answer")
    assert page.due("notify-panel") == PANEL_TOLD
    assert typed(page) == ["2", "April", "2026"]


def test_who_types_on_while_a_link_s_answer_is_on_its_way_keeps_the_form_and_gets_the_answer_to_it(
    page: Page, slow_copy: Copy
) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02", site=slow_copy)
    page.type(f"#{AWARE}-day", "9")
    assert not page.shows("#answer"), "it was typed in time"
    page.until(lambda: page.shows("#answer"), "the answer")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
    assert page.shows(f"#{AWARE}-day"), "the form is not folded away under her hands"


def test_what_was_typed_over_a_link_whose_answer_cannot_come_is_unsaved(page: Page, slow_copy: Copy) -> None:
    (slow_copy.root / "assets/engine/calculators.js").unlink()
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02", site=slow_copy)
    assert not page.run(ASKS), "the link itself holds what it brought"
    page.type(f"#{AWARE}-day", "9")
    page.until(lambda: page.shows("#cr-failed"), "word that the calculator cannot start")
    assert page.run(ASKS), "only this page holds what was typed"
    page.complaints()


def test_where_a_browser_calls_itself_an_iphone_the_calculator_starts_too(page: Page, own_copy: Copy) -> None:
    """There Python calls functions in another way than where its memory was made."""
    own_copy.change(
        "assets/engine/runtime.js",
        "self.importScripts = undefined;",
        f"{faults.ON_AN_IPHONE}self.importScripts = undefined;",
    )
    filled(page, own_copy)
    page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD


def test_two_tabs_answer_each_its_own_question_and_share_nothing(page: Page, browser: Kept) -> None:
    first = page.driver.current_window_handle
    filled(page, page.site)
    page.work_out()
    page.driver.switch_to.new_window("tab")
    try:
        page.open(WORKBENCH)
        assert typed(page) == ["", "", ""]
        page.choose(SCOTLAND)
        page.give("event-lead-informed", "8 June 2020")
        page.work_out()
        assert page.due("send-notification-form") == worded(due("send-notification-form", "2020-06-08", SCOTLAND))
        other = page.driver.current_window_handle
        page.driver.switch_to.window(first)
        assert page.line("notify-panel", "due") == PANEL_TOLD_ISO
        page.put(f"#{AWARE}-day", "9")
        page.follows()
        assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
        page.driver.switch_to.window(other)
        assert page.due("send-notification-form") == worded(due("send-notification-form", "2020-06-08", SCOTLAND))
        assert page.run("return localStorage.length + sessionStorage.length") == 0
    finally:
        browser.driver.close()
        page.driver.switch_to.window(first)


def test_a_copy_replaced_before_the_calculator_is_wanted_is_told_and_a_new_page_answers(
    page: Page, own_copy: Copy
) -> None:
    page.open(WORKBENCH, site=own_copy)
    before = faults.replace(own_copy)
    page.choose(EDITION)
    page.give(AWARE, "2 April 2026")
    page.work_out()
    told = page.text("#cr-failed")
    assert f"belongs to another build of this guide (a-later-build; this page is from {before})" in told
    assert "The copy was replaced while this page was open" in told
    assert "Reload this page" in told
    assert typed(page) == ["2", "April", "2026"]
    filled(page, own_copy)
    page.work_out()
    assert page.due("notify-panel") == PANEL_TOLD


def test_a_copy_replaced_under_an_answer_leaves_it_and_says_why_no_calendar_file_comes(
    page: Page, own_copy: Copy
) -> None:
    filled(page, own_copy)
    page.work_out()
    faults.replace(own_copy)
    assert "assets/engine/exports.js belongs to another build" in calendar(page)
    assert page.due("notify-panel") == PANEL_TOLD
    assert not page.stale()
    assert typed(page) == ["2", "April", "2026"]
    page.put(f"#{AWARE}-day", "9")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER, "the calculator that runs goes on"


@pytest.mark.parametrize("path", ["guide/day-counter.html", "guide/cases.html"])
def test_other_pages_that_count_say_it_too_and_keep_what_was_typed(page: Page, own_copy: Copy, path: str) -> None:
    remove(own_copy, "assets/engine/wasm.js")
    page.open(path, site=own_copy)
    field = "from" if "counter" in path else "today"
    page.give(field, "2 4 2026")
    if field == "from":
        page.click("label[for=nation-england]")
        page.click("#day-form button[type=submit]")
    else:
        page.click("#cr-cases-example-open")
    failed = (
        "#cr-failed" if field == "from" else "#cr-cases-unread"
    )  # there it stands at the file, which can be opened again
    page.until(lambda: page.shows(failed), "word that it failed")
    assert "assets/engine/wasm.js is missing or was blocked" in page.text(failed)
    assert page.values(f"#{field}-day, #{field}-month, #{field}-year") == ["2", "4", "2026"]
    page.complaints()  # the missing file itself is complained of


@pytest.fixture
def in_2031(page: Page) -> Iterator[Page]:
    """Return a page of a computer whose clock says Monday 2 June 2031."""
    pinned = page.driver.script.pin(faults.IN_2031)
    yield page
    page.driver.script.unpin(pinned)  # type: ignore[no-untyped-call]  # selenium's own


def test_in_2031_a_copy_says_that_it_has_aged_and_which_holidays_are_projected(in_2031: Page) -> None:
    page = in_2031
    page.open(WORKBENCH)
    assert page.values("#today-day, #today-month, #today-year") == ["2", "6", "2031"]
    assert "This copy of the guide has aged" in page.text(".cr-old")
    page.choose(EDITION)
    page.give(AWARE, "30 5 2031")
    page.work_out()
    assert page.due("notify-panel") == worded(due("notify-panel", "2031-05-30"))
    assert "was due to be checked again by" in page.text("#cr-warnings")
    assert "they are projected, and may be moved or added to" in page.text("#cr-foot")
    page.open("guide/day-counter.html?nation=england&count=after")
    page.type("#day-length", "5")
    page.give("from", "30 5 2031")
    page.click("#day-form button[type='submit']")
    page.until(lambda: page.shows("#day-words"), "the count")
    assert "projected" in page.text("#day-beside")
    page.open(f"guide/{EDITION}.html")
    assert "That day has passed: check this against its sources." in page.text("main")
    page.open("guide/bank-holidays.html")
    assert "This copy of the guide has aged" in page.text(".cr-old")
    assert "s list ends" in page.text("main"), "which years are projected, and what that means"
