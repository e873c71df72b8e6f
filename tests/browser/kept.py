"""The browser of one of the four ways, kept for all its journeys, and replaced where it died."""

from __future__ import annotations

import contextlib
import os
import signal
from typing import TYPE_CHECKING

from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

from tests.browser import browsers
from tests.browser.page import Page
from tests.browser.watch import Watch

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.browser.proxy import Proxy
    from tests.browser.served import Copy

PROCESS = {"chromium": "goog:processID", "firefox": "moz:processID"}
SOON = 15  # seconds in which a living browser says a word, however busy the machine
DEAD = (WebDriverException, HTTPError, OSError)  # what selenium lets through when nobody answers any more


class Kept:
    """One running browser, and the ear on what its pages complain of."""

    def __init__(self, name: str, proxy: Proxy) -> None:
        self._name = name
        self._proxy = proxy
        self._start()

    def _start(self) -> None:
        self._died = self._ended = False
        self.driver: WebDriver = browsers.start(self._name, proxy=self._proxy.port)
        self._watch = Watch(self.driver)

    def new_tab(self, site: Copy) -> Page:
        """Close the tab that is open and return a fresh one."""
        before = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        fresh = self.driver.current_window_handle
        self.driver.switch_to.window(before)
        self.driver.close()
        self.driver.switch_to.window(fresh)
        return Page(self.driver, site, self._watch, self._proxy)

    def dead(self) -> bool:
        """Return whether it answers no more, or had stopped answering when it was ended."""
        if not self._died and not self._ended:
            self.driver.command_executor.client_config.timeout = SOON  # type: ignore[union-attr]  # as in browsers.py
            try:
                self.driver.execute_script("return 1")
            except DEAD:
                self._died = True
            self.driver.command_executor.client_config.timeout = browsers.ANSWER  # type: ignore[union-attr]
        return self._died

    def replace(self) -> None:
        """Start another in its place, unless its way has ended and the next takes one of its own."""
        if not self._ended:
            self.quit()
            self._start()

    def quit(self) -> None:
        """End it, by force if it does not answer."""
        dead = self.dead()
        self._ended = True
        if dead:
            for process in (self.driver.capabilities[PROCESS[self._name]], self.driver.service.process.pid):  # type: ignore[attr-defined]  # a local driver has one
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        with contextlib.suppress(*DEAD):
            self.driver.quit()
