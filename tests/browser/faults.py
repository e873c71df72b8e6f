"""What can go wrong around a page while it is open, made to happen: its calculator killed, its copy replaced, its clock, its memory."""

from __future__ import annotations

import contextlib
import re
import resource
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import browsers
from tests.browser.page import WORKBENCH, Page
from tests.browser.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.browser.proxy import Proxy
    from tests.browser.served import Copy

SPARE = 512 * 1024 * 1024  # bytes that a starved tab may still take: enough for a page, too little for the calculator
# Stands before engine.js, and keeps the worker where a test can end it.
KEEP_WORKER = """
const BrowserWorker = window.Worker;
window.plantedOfTest = window.endedOfTest = 0;
window.Worker = class extends BrowserWorker {
  constructor(...given) { super(...given); window.workerOfTest = this; window.plantedOfTest += String(given[0]).startsWith('blob:'); }
  terminate() { super.terminate(); window.endedOfTest += 1; }
};"""
DEAF = "window.Worker.prototype.postMessage = () => {};"  # a worker that never begins
# The next question reaches a worker that the browser ends for want of memory while it works.
KILL_AT_THE_QUESTION = """
workerOfTest.postMessage = function () {
  this.terminate();
  this.dispatchEvent(new ErrorEvent("error", {message: "out of memory", cancelable: true}));
};"""
# Stands in the worker's script, before what asks which browser it is.
ON_AN_IPHONE = (
    "Object.defineProperty(navigator, 'userAgent', {value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)'});"
)
# Lets each of the calculator's files come five seconds late where no server can: the page sees what a slow disk shows it.
LATE_FILES = """
const append = HTMLHeadElement.prototype.append;
HTMLHeadElement.prototype.append = function (...parts) {
  const late = parts.some((part) => part.src?.includes("/assets/engine/"));
  setTimeout(() => append.apply(this, parts), late ? 5000 : 0);
};"""
# The computer's clock, set to the middle of Monday 2 June 2031 in every page that is opened.
IN_2031 = """() => {
  const Today = Date;
  const ahead = new Today(2031, 5, 2, 12).getTime() - Today.now();
  window.Date = class extends Today {
    constructor(...given) { if (given.length) super(...given); else super(Today.now() + ahead); }
    static now() { return Today.now() + ahead; }
  };
}"""


def plant(copy: Copy, script: str = KEEP_WORKER) -> None:
    """Let a script of the test run before the workbench's own; unless another is given, the page's workers can be ended and counted."""
    (copy.root / "assets/js/planted.js").write_text(script, encoding="utf-8")
    engine = '<script src="../assets/js/engine.js"'
    copy.change(WORKBENCH, engine, f'<script src="../assets/js/planted.js"></script>{engine}')


def replace(copy: Copy) -> str:
    """Put another build of the site in the place of a copy, and return the first one's id."""
    html = (copy.root / WORKBENCH).read_text(encoding="utf-8")
    found = re.search(r'data-build="([^"]+)"', html)
    assert found
    for file in (*copy.root.rglob("*.html"), *(copy.root / "assets/engine").glob("*.js")):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f'"{found[1]}"', '"a-later-build"'), encoding="utf-8")
    return found[1]


def lacking(name: str, proxy: Proxy, copy: Copy, without: str) -> Iterator[Page]:
    """Give a page in a browser of its own that was started without something."""
    driver = browsers.start(name, proxy=proxy.port, without=without)
    try:
        yield Page(driver, copy, Watch(driver), proxy)
    finally:
        driver.quit()


def starve(driver: WebDriver) -> None:
    """Let no tab of this Firefox take much more memory than it has, by the limit that Linux knows. Chromium has a flag for it."""
    for tab in _tabs(driver.capabilities["moz:processID"]):
        status = Path(f"/proc/{tab}/status").read_text(encoding="utf-8")
        taken = int(status.partition("VmSize:")[2].split()[0]) * 1024
        resource.prlimit(tab, resource.RLIMIT_AS, (taken + SPARE, taken + SPARE))


def _tabs(browser: int) -> list[int]:
    """Return the processes that Firefox started for its tabs."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            parents[int(status.parent.name)] = int(status.read_text(encoding="utf-8").partition("PPid:")[2].split()[0])
    found = []
    for process in parents:
        parent = process
        while parent and parent != browser:
            parent = parents.get(parent, 0)
        if parent and Path(f"/proc/{process}/cmdline").read_bytes().rstrip(b"\0").endswith(b"tab"):
            found.append(process)
    return found
