"""How long from opening the page to the full count in it, against the least that a stock Pyodide site pays.

    python -m bench.open_to_answer [RUNS]      7 runs of each unless told

Ours: the built workbench from a folder (`file://`), to the last row of the count. Theirs: the unmodified npm
distribution of Pyodide over http from this computer, on a bare page, to the end of `loadPyodide()` and
`runPython("1+1")`. Each run is a new browser process with a new profile; the runs take turns. The page's own clock
counts from the start of its navigation, so that the driver's delays do not.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.browser import browsers, install, served
from tests.browser.proxy import Proxy

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

ROOT = Path(__file__).parents[1]
OURS = (
    "guide/workbench.html?edition=england/child-safeguarding-practice-review-2023&rule=notify-panel"
    "#authority-aware=2026-04-02"
)
# Presses the button once the page's scripts are in, and notes when the twelfth day of the count stands in the page.
PRESS_AND_NOTE = """() => {
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => {
      const last = document.querySelector("#answer-notify-panel .cr-count tbody tr:nth-child(12)");
      if (last && last.textContent.includes("Monday 13 April 2026")) window.noted ??= performance.now();
    }).observe(document.body, {childList: true, subtree: true});
    document.getElementById("cr-go")?.click();
  });
}"""
BARE_PAGE = """<!doctype html><meta charset="utf-8"><title>Bare Pyodide</title>
<script src="pyodide/pyodide.js"></script>
<script>loadPyodide().then((python) => { python.runPython("1+1"); window.noted = performance.now(); });</script>
"""
PATIENCE = 120.0


def milliseconds(driver: WebDriver, address: str) -> float:
    """Return the time that the page noted, by its own clock from the start of navigation."""
    driver.get(address)
    end = time.monotonic() + PATIENCE
    while (noted := driver.execute_script("return window.noted ?? null")) is None:
        if time.monotonic() > end:
            sys.exit(f"{address} gave no answer in {PATIENCE:.0f} s")
        time.sleep(0.1)
    return float(noted)


def opened(name: str, address: str, *, proxy: int, before_page: str | None) -> float:
    """Open the address in a new browser with a new profile and return its milliseconds."""
    driver = browsers.start(name, proxy=proxy)
    try:
        if before_page:
            driver.script.pin(before_page)
        return milliseconds(driver, address)
    finally:
        driver.quit()


def measured(runs: int) -> dict[tuple[str, str], list[float]]:
    """Return the milliseconds of every run, by browser and side."""
    found: dict[tuple[str, str], list[float]] = {}
    with TemporaryDirectory() as folder, Proxy() as proxy:
        bare = Path(folder) / "bare"
        bare.mkdir()
        (bare / "index.html").write_text(BARE_PAGE, encoding="utf-8")
        (bare / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
        (Path(folder) / "ours").mkdir()
        for theirs in served.copied(bare, Path(folder), "http"):
            for ours in served.copied(ROOT / "site", Path(folder) / "ours", "file"):
                sides = [("ours", ours.url(OURS), PRESS_AND_NOTE), ("bare", theirs.url("index.html"), None)]
                for run in range(runs):
                    for name in browsers.NAMES:
                        for side, address, before_page in sides if run % 2 else reversed(sides):
                            taken = opened(name, address, proxy=proxy.port, before_page=before_page)
                            found.setdefault((name, side), []).append(taken)
                            say(f"run {run + 1} of {runs}: {name} {side} {taken:.0f} ms")
    return found


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a command's own words


def main(runs: int) -> None:
    """Measure and print medians and their ratio."""
    install.install()
    found = measured(runs)
    say(f"\nmedians of {runs} cold runs, from navigation to answer")
    for name in browsers.NAMES:
        ours, bare = (statistics.median(found[name, side]) for side in ("ours", "bare"))
        say(
            f"{name}: ours from file:// {ours:.0f} ms, bare loadPyodide over http {bare:.0f} ms, ratio {ours / bare:.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
