"""A page as a reader meets it: what is shown, what can be clicked and typed, and the workbench's own moves."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.common.by import By

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from tests.browser.proxy import Proxy
    from tests.browser.served import Copy
    from tests.browser.watch import Watch

WORKBENCH = "guide/workbench.html"
PATIENCE = 40.0  # seconds: a limit on hanging, not a measure of speed


class Page:
    """One tab, with what it asked of the outside and what it complained of."""

    def __init__(self, driver: WebDriver, site: Copy, watch: Watch, proxy: Proxy) -> None:
        self.driver = driver
        self.site = site
        self.watch = watch
        self.proxy = proxy

    def open(self, path: str, *, site: Copy | None = None) -> None:
        """Open a page of the site, or of another copy of it. Differing fragments alone still load anew."""
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
        assert self.complaints() == []
        assert self.outside() == []

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
        """Click this element after bringing it to the middle, clear of the fixed header."""
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()

    def type(self, css: str, text: str) -> None:
        """Put text into a field in place of what it held."""
        field = self.find(css)
        self.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", field)
        field.clear()
        field.send_keys(text)

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

    def choose(self, edition: str) -> None:
        """Choose a nation, then one of its editions, by their labels."""
        self.click(f"label[for='nation-{edition.partition('/')[0]}']")
        self.click(f"label[for='edition-{edition.replace('/', '-')}']")

    def give(self, field: str, date: str) -> None:
        """Type a date as day, month and year, such as '2 April 2026', into the fields of `field`."""
        for part, value in zip(("day", "month", "year"), date.split(" "), strict=True):
            self.type(f"#{field}-{part}", value)

    def work_out(self) -> None:
        """Press the button and wait for dates, errors or a failure."""
        self.run(
            "document.getElementById('cr-foot').textContent = ''"
        )  # so that an earlier answer is not taken for this
        self.click("#cr-go")
        self.until(self._replied, "an answer")

    def _replied(self) -> bool:
        return bool(self.text("#cr-foot")) or self.shows("#cr-errors") or self.shows("#cr-failed")

    def due(self, rule: str) -> str:
        """Return the date that stands on a rule's card."""
        return self.text(f"#answer-{rule} .cr-answer__due")

    def count(self, rule: str) -> list[tuple[str, str]]:
        """Open a rule's count by its summary and return its rows as they are seen."""
        if not self.shows(f"#answer-{rule} > .cr-count tbody tr"):
            self.click(f"#answer-{rule} > .cr-count > summary")
        rows = self.all(f"#answer-{rule} > .cr-count tbody tr")
        cells = [row.find_elements(By.CSS_SELECTOR, "th, td") for row in rows]
        return [(day.text, words.text) for day, words in cells]

    def message(self) -> str:
        """Return the text of the error summary's list."""
        return self.text("#cr-errors ul")
