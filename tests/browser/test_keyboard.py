"""The whole journey without a mouse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.figures import due, worded
from tests.browser.page import WORKBENCH
from tests.browser.stops import fault_here, press

if TYPE_CHECKING:
    from tests.browser.page import Page

FAR = 80  # more presses of Tab than the page's head can need


def tab_to(page: Page, *ids: str) -> str:
    """Press Tab until one of these elements has the keyboard, each stop on the way being one to be seen, and return its id."""
    for _ in range(FAR):
        press(page, Keys.TAB)
        assert fault_here(page) == ""
        if page.focus() in ids:
            return page.focus()
    message = f"Tab never reached {' or '.join(ids)}"
    raise AssertionError(message)


def test_from_the_top_of_the_page_to_the_answer_by_keyboard_alone(page: Page) -> None:
    page.open(WORKBENCH)
    tab_to(page, "nation-england", "nation-scotland")  # an unchosen group is entered at its first or last choice
    press(page, Keys.SPACE)
    for _ in range(3):
        if page.find("#nation-england").is_selected():
            break
        press(page, Keys.ARROW_UP)
    assert page.find("#nation-england").is_selected()
    tab_to(page, "event-incident-day")
    press(page, "10", Keys.TAB, "feb", Keys.TAB, "2026")
    page.until(lambda: "2023" in page.text("#guidance-name"), "the edition of the incident's date")
    tab_to(page, "fact-child-died-unknown")
    press(page, Keys.ARROW_UP, Keys.ARROW_UP)
    assert page.find("#fact-child-died-yes").is_selected()
    tab_to(page, "event-authority-aware-day")
    press(page, "11", Keys.TAB, "february", Keys.TAB, "2026", Keys.ENTER)
    page.until(lambda: page.focus() == "answer-title", "the keyboard at the heading of the answer")
    told = due("notify-panel", "2026-02-11")
    assert page.due("notify-panel") == worded(told)
    for _ in range(FAR):
        press(page, Keys.TAB)
        if page.run("return document.activeElement.matches('#answer-notify-panel > summary')"):
            break
    press(page, Keys.ENTER)
    page.until(lambda: page.shows("#answer-notify-panel .cr-answer__body"), "the line opened")
    tab_to(page, "done-notify-panel-day")
    eve = told - timedelta(days=1)
    press(page, str(eve.day), Keys.TAB, str(eve.month), Keys.TAB, str(eve.year))
    page.until(lambda: "1 day early" in page.text("#answer-notify-panel > summary"), "that it is done")
    assert page.focus() == "done-notify-panel-year", "the keyboard stays though the line is drawn anew"


def test_a_case_list_is_opened_and_read_by_keyboard_alone(page: Page) -> None:
    page.open("guide/cases.html")
    tab_to(page, "cr-cases-example-open")
    press(page, Keys.ENTER)
    page.until(lambda: page.shows("#cr-cases-table"), "the list")
    for _ in range(FAR):  # the list stands above the example that was opened
        ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        assert fault_here(page) == ""
        if page.run("return document.activeElement.textContent") == "EXAMPLE-2":
            break
    press(page, Keys.ENTER)
    page.until(lambda: page.shows("#cr-cases-table .cr-cases__detail"), "the case opened")


def test_a_page_is_found_and_opened_by_keyboard_alone(page: Page) -> None:
    page.open("index.html")
    press(page, "/")
    page.until(
        lambda: page.run("return document.activeElement.matches('.md-search__input')"), "the keyboard in the search"
    )
    press(page, "significant case review 2015")
    page.until(lambda: page.shows(".md-search-result__item"), "what is found")
    press(page, Keys.ARROW_DOWN, Keys.ENTER)
    page.until(lambda: "scotland/significant-case-review-2015.html" in page.driver.current_url, "the page found")


def test_every_stop_of_the_page_s_head_is_to_be_seen(page: Page) -> None:
    """All but the theme's choice of colours, whose box is hidden and whose label its script shows in its own time."""
    page.open("index.html")
    unseen = []
    for _ in range(FAR):
        press(page, Keys.TAB)
        if page.run("return Boolean(document.activeElement.closest('main'))"):
            break
        if not page.run(
            "const stop = document.activeElement; const box = stop.getBoundingClientRect();"
            "return stop.matches('.md-option') || (box.width > 0 && box.height > 0)"
        ):
            unseen.append(page.run("return document.activeElement.outerHTML"))
    assert unseen == []


def test_the_search_and_menu_buttons_of_a_narrow_window_are_reached_by_keyboard(page: Page) -> None:
    page.narrow()
    page.open("index.html")
    for name in ("Menu", "Search"):
        for _ in range(FAR):
            press(page, Keys.TAB)
            if page.run("return document.activeElement.getAttribute('aria-label')") == name:
                break
        else:
            message = f"Tab never reached {name}"
            raise AssertionError(message)
    press(page, Keys.ENTER)
    page.until(lambda: page.shows(".md-search__form"), "the search opened")
