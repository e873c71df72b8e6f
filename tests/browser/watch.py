"""Hears what a page complains of: script errors, console errors, refusals by its policy, files that failed to load.

Both browsers tell scripts' errors over WebDriver BiDi. What only one of them would tell (a file that failed to load, a
refusal by the policy) a script of ours, run before the page's own, turns into a console error in both.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

BEFORE_PAGE = """() => {
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy refused ${event.violatedDirective}: ${event.blockedURI}`), true);
  addEventListener("error", (event) => {
    if (event.target instanceof Element) console.error(`did not load: ${event.target.src || event.target.href}`);
  }, true);
  const BrowserWorker = window.Worker;
  window.workersOfTest = 0;
  window.Worker = class extends BrowserWorker {
    constructor(...given) { super(...given); window.workersOfTest += 1; }
  };
}"""
PATIENCE = 10.0


class Watch:
    """The complaints of every page of one browser."""

    def __init__(self, driver: WebDriver) -> None:
        self._driver = driver
        self._heard: list[str] = []
        self._sentinels = 0
        driver.script.add_console_message_handler(self._note)
        driver.script.add_javascript_error_handler(self._note)
        driver.script.pin(BEFORE_PAGE)

    def _note(self, entry: Any) -> None:  # noqa: ANN401 - selenium's two kinds of log entry have no common type
        if entry.level == "error":
            self._heard.append(str(entry.text))

    def taken(self) -> list[str]:
        """Return the complaints since the last call, once one of our own has come through behind them."""
        self._sentinels += 1
        sentinel = f"sentinel {self._sentinels} of the test"
        self._driver.execute_script("console.error(arguments[0])", sentinel)
        end = time.monotonic() + PATIENCE
        while sentinel not in self._heard:
            assert time.monotonic() < end, "the test no longer hears the console of this page"
            time.sleep(0.01)
        heard = [text for text in self._heard if text != sentinel] + self._chromium_log()
        self._heard.clear()
        return heard

    def _chromium_log(self) -> list[str]:
        if self._driver.capabilities["browserName"] == "firefox":
            return []
        log = self._driver.get_log("browser")  # type: ignore[attr-defined]  # Chromium's own
        return [each["message"] for each in log if each["level"] == "SEVERE" and "sentinel" not in each["message"]]
