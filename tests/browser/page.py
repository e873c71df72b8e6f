"""A page as a reader meets it: what is shown, what can be clicked and typed, and the workbench's own moves."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
)
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from tests.browser.proxy import Proxy
    from tests.browser.served import Copy
    from tests.browser.watch import Watch

WORKBENCH = "guide/workbench.html"
# The headings of the closed folds around an element, the outermost first.
FOLDS = """
const closed = [];
for (let at = arguments[0].parentElement; at; at = at.parentElement)
  if (at.matches("details:not([open])")) closed.unshift(at.querySelector(":scope > summary"));
return closed;"""
# A file is caught where the page hands it to the browser: saving it would only test the browser's own folder.
CATCH = """
window.caught = null;
HTMLAnchorElement.prototype.click = function () {
  if (this.download) fetch(this.href).then((file) => file.text()).then((text) => (window.caught = text));
  else HTMLElement.prototype.click.call(this);
};"""
PATIENCE = 40.0  # seconds: a limit on hanging, not a measure of speed
MOVING = 5.0  # seconds in which a page may go on moving what is pressed


class Page:
    """One tab, with what it asked of the outside and what it complained of."""

    def __init__(self, driver: WebDriver, site: Copy, watch: Watch, proxy: Proxy) -> None:
        self.driver = driver
        self.site = site
        self.watch = watch
        self.proxy = proxy

    def open(self, path: str, *, site: Copy | None = None) -> None:
        """Open a page of the site, or of another copy of it. Differing fragments alone still load anew.

        Nothing unsaved is left behind: a driver does not always live through the browser's own question.
        """
        self.run("if (typeof CaseReviewKeep !== 'undefined') CaseReviewKeep.settled()")
        self.driver.get("about:blank")
        self.driver.get((site or self.site).url(path))

    def outside(self) -> list[str]:
        """Return what was asked of the outside since the last call."""
        return self.proxy.taken()

    def complaints(self) -> list[str]:
        """Return what the pages complained of since the last call."""
        return self.watch.taken()

    def assert_quiet(self) -> None:
        """Fail if anything was asked of the outside or any page complained."""
        complaints, outside = self.complaints(), self.outside()
        assert complaints == [], complaints
        assert outside == [], outside

    def find(self, css: str) -> WebElement:
        """Return the first element that matches."""
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        """Return every element that matches."""
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def text(self, css: str) -> str:
        """Return what the reader sees of the first element that matches."""
        return self.find(css).text

    def values(self, css: str) -> list[str]:
        """Return what stands in each field that matches."""
        return [str(each.get_property("value")) for each in self.all(css)]

    def shows(self, css: str) -> bool:
        """Return whether any element that matches is to be seen."""
        return any(each.is_displayed() for each in self.all(css))

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401 - whatever the script returns
        """Return what a script returns in the page."""
        return self.driver.execute_script(script, *given)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds, or fail saying what did not come."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if holds():
                    return
            except (NoSuchElementException, StaleElementReferenceException):
                pass
            assert time.monotonic() < end, f"waited in vain for {what}; the page shows:\n{self.text('main')[:2000]}"
            time.sleep(0.02)

    def click(self, css: str) -> None:
        """Click an element after bringing it to the middle, clear of the fixed header."""
        self.click_on(self.find(css))

    def click_on(self, element: WebElement) -> None:
        """Click this element after bringing it to the middle, clear of the fixed header; again if the page moved just then."""
        end = time.monotonic() + MOVING
        while True:
            self.run(  # of a list's entry, the list
                "(arguments[0].closest('select') ?? arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})",
                element,
            )
            try:
                return element.click()
            except ElementClickInterceptedException:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def type(self, css: str, text: str) -> None:
        """Put text into a field in place of what it held."""

        def typed() -> bool:  # again, if the answer was drawn anew meanwhile and the field with it
            field = self.find(css)
            self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", field)
            if text:
                field.clear()
            field.send_keys(text or Keys.CONTROL + "a" + Keys.NULL + Keys.BACKSPACE)  # `clear` alone is no typing
            return True

        self.until(typed, f"{css} to take {text!r}")

    def focus(self) -> str:
        """Return the id of the element that has the keyboard."""
        return str(self.run("return document.activeElement.id"))

    def narrow(self) -> None:
        """Make the window as narrow as a phone, or a desktop at 400 % zoom."""
        self.size(320, 900)

    def wide(self) -> None:
        """Make the window as wide as a desktop's."""
        self.size(1280, 1000)

    def size(self, width: int, height: int) -> None:
        """Give the page this width and height, in CSS pixels."""
        tab = self.driver.current_window_handle
        self.driver.browsing_context.set_viewport(context=tab, viewport={"width": width, "height": height})

    # The workbench's own moves.

    def reach(self, css: str) -> None:
        """Open what a field is folded into, as a reader would: its step by "Change", the folds around it by their headings."""
        if self.run("return document.querySelector(arguments[0])?.closest('.cr-step, .cr-answer') !== null", css):
            self.until(lambda: self._reached(css), f"{css} to be reached")

    def _reached(self, css: str) -> bool:
        element = self.find(css)
        if element.is_displayed():
            return True
        step = self.run("return arguments[0].closest('.cr-step')?.id.replace('step-', '')", element)
        folds = self.run(FOLDS, element)
        if step and self.all(f"#step-{step}[data-folded]"):
            if not self.shows(f"[data-change={step}]"):  # a step of which nothing was said shows with the others
                self.click_on(next(each for each in self.all("[data-change]") if each.is_displayed()))
            self.click(f"[data-change={step}]")
        elif folds:
            self.click_on(folds[0])
        elif self.shows("#cr-further"):
            self.click("#cr-further")
        return self.find(css).is_displayed()

    def choose(self, edition: str) -> None:
        """Choose a nation, then another of its editions than the one that follows, by their labels."""
        self.nation(edition.partition("/")[0])
        label = f"label[for='edition-{edition.replace('/', '-')}']"
        self.reach(label)
        self.click(label)

    def nation(self, nation: str) -> None:
        """Choose a nation by its label."""
        self.reach(f"label[for='nation-{nation}']")
        self.click(f"label[for='nation-{nation}']")

    def add(self, kind: Literal["closed", "own"]) -> str:
        """Add a row for a closed day or for a period of the reader's own, and return its id."""
        rows = f"#cr-{kind}-list > *"
        before = len(self.all(rows))

        def added() -> bool:  # pressed again if an answer that came moved the button from under the pointer
            self.reach(f"#cr-add-{kind}")
            self.click(f"#cr-add-{kind}")
            return len(self.all(rows)) > before

        self.until(added, f"a row for {kind}")
        return str(self.all(rows)[-1].get_attribute("id"))

    def say(self, fact: str, value: str = "yes") -> None:
        """Answer a question about the child by its label."""
        label = f"label[for='fact-{fact}-{value}']"
        self.reach(label)

        def said() -> bool:  # the questions move as the calculator says which are still open
            if not self.find(f"#fact-{fact}-{value}").is_selected():
                self.click(label)
            return self.find(f"#fact-{fact}-{value}").is_selected()

        self.until(said, f"{fact} to be answered {value}")

    def give(self, field: str, date: str) -> None:
        """Type a date as day, month and year, such as '2 April 2026', into the fields of `field`."""
        self.reach(f"#{field}-day")
        for part, value in zip(("day", "month", "year"), date.split(" "), strict=True):
            self.type(f"#{field}-{part}", value)

    def put(self, css: str, text: str) -> None:
        """Put text into a field, in place of what it held, wherever it is folded away."""
        self.reach(css)
        self.type(css, text)

    def pick(self, css: str, value: str) -> None:
        """Choose one of a list's entries by its value."""
        self.reach(css)
        self.click(f"{css} option[value='{value}']")

    def work_out(self) -> None:
        """Press the button and wait for dates, errors or a failure. An answer that follows the form needs no button."""
        # Emptied, so that an earlier answer is not taken for this.
        self.run("document.getElementById('cr-foot').textContent = ''")

        def pressed() -> bool:  # opened again, if an answer that came meanwhile has closed the form
            try:
                if not self.shows("#cr-go"):
                    self.click_on(next(each for each in self.all("[data-change]") if each.is_displayed()))
                self.click("#cr-go")
            except (ElementNotInteractableException, StopIteration):
                return False
            return True

        self.until(pressed, "the button")
        self.until(self._replied, "an answer")

    def _replied(self) -> bool:
        return bool(self.text("#cr-foot")) or self.shows("#cr-errors") or self.shows("#cr-failed")

    def follows(self) -> None:
        """Wait until the answer that is shown answers the form as it stands."""
        self.until(lambda: self.shows("#answer") and not self.stale(), "an answer to the form as it stands")

    def stale(self) -> bool:
        """Return whether the answer is marked as one to something else than the form says."""
        return self.find("#answer").get_attribute("data-stale") == "true"

    def line(self, rule: str, name: str) -> str:
        """Return what a rule's line says of itself for scripts: due, last-held, state or applies."""
        return str(self.find(f"#answer-{rule}").get_attribute(f"data-{name}"))

    def due(self, rule: str) -> str:
        """Return the date that stands on a rule's line."""
        return self.text(f"#answer-{rule} .cr-answer__due")

    def open_line(self, rule: str) -> None:
        """Open a rule's line, and the fold that it stands in, once no other answer is under way that would replace it."""
        self.follows()
        line = self.find(f"#answer-{rule}")
        for fold in [*self.run(FOLDS, line), *([] if line.get_attribute("open") else [line])]:
            summary = fold if fold.tag_name == "summary" else fold.find_element(By.CSS_SELECTOR, "summary")
            self.click_on(summary)

    def count(self, rule: str, reading: int | None = None, *, last_held: bool = False) -> list[tuple[str, str]]:
        """Open a rule's line and its count, or that of one of its readings or of the figure last held, and return its rows as seen."""
        self.open_line(rule)
        place = ".cr-answer__body" if reading is None else f".cr-reading:nth-child({reading})"
        place = f"{place} > .cr-held-count" if last_held else place
        count = f"#answer-{rule} {place} > .cr-count"
        if not self.shows(f"{count} tbody[data-rows] tr"):
            self.click(f"{count} > summary")
        rows = self.all(f"{count} tbody[data-rows] tr")
        cells = [row.find_elements(By.CSS_SELECTOR, "th, td") for row in rows]
        return [(day.text, words.text) for day, words in cells]

    def message(self) -> str:
        """Return the text of the error summary's list."""
        return self.text("#cr-errors ul")
