"""The whole journey without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

FAR = 80  # more presses of Tab than the page's head can need


def press(page: Page, *keys: str) -> None:
    """Press keys, whatever has the keyboard: a field for files would take them for a file's name."""
    for key in keys:
        ActionChains(page.driver).send_keys(key).perform()


def tab_to(page: Page, *ids: str) -> str:
    """Press Tab until one of these elements has the keyboard, and return its id."""
    for _ in range(FAR):
        press(page, Keys.TAB)
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
    ways = [str(each.get_attribute("id")) for each in page.all("#ways-england input")]
    tab_to(page, *ways)
    press(page, Keys.SPACE)
    for _ in ways:
        if page.focus() == "edition-england-child-safeguarding-practice-review-2023":
            break
        press(page, Keys.ARROW_DOWN)
    assert page.find("#edition-england-child-safeguarding-practice-review-2023").is_selected()
    tab_to(page, "event-authority-aware-day")
    press(page, "2", Keys.TAB, "april", Keys.TAB, "2026", Keys.ENTER)
    page.until(lambda: page.focus() == "cr-results-title", "the keyboard at the heading of the results")
    assert page.due("notify-panel") == "Monday 13 April 2026"


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
