"""What a screen reader says unasked: the live regions of a page, heard over a whole journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import states
from tests.browser.page import CATCH, WORKBENCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.page import Page

# Notes each text that comes to stand in a region that screen readers say unasked, as far as it is to be seen.
HEAR = """() => {
  window.announcedOfTest = [];
  const LIVE = "[role=status], [role=alert], [aria-live]";
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(LIVE);
      const text = region?.checkVisibility() ? region.textContent.replace(/\\s+/g, " ").trim() : "";
      if (text && announcedOfTest.at(-1) !== text) announcedOfTest.push(text);
    }
  }).observe(document, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"]});
}"""


@pytest.fixture
def heard(page: Page) -> Iterator[Page]:
    """Return a page whose live regions are listened to."""
    pinned = page.driver.script.pin(HEAR)
    yield page
    page.driver.script.unpin(pinned)  # type: ignore[no-untyped-call]  # selenium's own


def announced(page: Page, words: str) -> bool:
    """Return whether something with these words was said since the page was opened."""
    return any(words in each for each in page.run("return announcedOfTest"))


def test_the_start_a_mistake_a_change_and_a_file_are_said_and_the_answer_takes_the_keyboard(heard: Page) -> None:
    page = heard
    page.open(WORKBENCH)
    page.choose(states.ENGLAND)
    page.until(lambda: announced(page, "Reading the calculator's files"), "word that the calculator starts")
    page.give("event-authority-aware", "31 2 2026")
    page.work_out()
    assert announced(page, "There is a problem")
    assert announced(page, "31 February 2026") or announced(page, "must be a real date")
    assert page.focus() == "cr-errors"
    page.give("event-authority-aware", "2 4 2026")
    page.work_out()
    page.follows()
    assert page.focus() == "answer-title"
    page.put("#event-authority-aware-year", "")
    page.until(lambda: announced(page, "You have changed something since this was worked out"), "word of the change")
    page.put("#event-authority-aware-year", "2026")
    page.follows()
    page.run(CATCH)
    page.click("#cr-save")
    page.until(lambda: announced(page, "Keep it where your case records are"), "word of the file")


def test_the_case_list_says_how_many_it_could_not_read(heard: Page) -> None:
    states.cases_with_mistakes(heard)
    heard.until(lambda: announced(heard, "1 case"), "the totals")
    assert announced(heard, "could not be read")


def test_a_failure_is_said_at_once(heard: Page) -> None:
    states.failed(heard)
    assert announced(heard, "The calculator gave no answer. This browser is too old to run the calculator")


def test_the_day_counter_says_its_mistake(heard: Page) -> None:
    states.miscounted(heard)
    assert announced(heard, "There is a problem")
