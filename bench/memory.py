"""What a tab holds in memory before and after the engine has started, and after it has answered.

    python build.py
    python -m bench.memory [RUNS]      3 runs unless told; Linux alone, since it reads /proc

The built workbench from a folder (`file://`), each run a new browser with a new profile. Memory is the proportional share
(Pss) of the process in which the page's scripts run, as Linux counts it in /proc: what two processes share counts half for
each. It is the process of the browser's that holds most of those that draw pages. The WebAssembly memory is in it.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.keeping import command, keep
from bench.plans import QUESTION
from bench.rounds import median_of, say
from tests.browser import browsers, install, served
from tests.browser.page import WORKBENCH
from tests.browser.proxy import Proxy

ROOT = Path(__file__).parents[1]
PROC = Path("/proc")
SETTLED = 2.0  # seconds after a step, so that what it left behind can go
DRAWS_PAGES = re.compile(r"--type=renderer|-contentproc.*\btab\b")  # Chromium's and Firefox's words on the command line
STEPS = {
    "page open": "arguments[arguments.length - 1](null)",
    "engine started": "CaseReviewEngine.start().then(() => arguments[1](null), (error) => arguments[1](String(error)))",
    "a plan answered": "CaseReviewEngine.ask(arguments[0]).then(() => arguments[1](null), (error) => arguments[1](String(error)))",
}


def pss(rollup: str) -> float:
    r"""Return the megabytes that /proc/PID/smaps_rollup gives as the process's proportional share.

    >>> pss("00400000-7fff rollup\nRss:      3000 kB\nPss:      2048 kB\nPss_Anon:   9 kB\n")
    2.097152
    """
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    return int(found[1]) * 1024 / 1e6 if found else 0.0


def parent(stat: str) -> int:
    """Return the process that started another, from /proc/PID/stat; the name in it may hold spaces and brackets.

    >>> parent("42 (Web) Content) S 7 42 42 0")
    7
    """
    return int(stat.rpartition(")")[2].split()[1])


def descendants(of: int, parents: dict[int, int]) -> set[int]:
    """Return every process that another started, or that one of these did.

    >>> sorted(descendants(1, {2: 1, 3: 2, 4: 9}))
    [2, 3]
    """
    found: set[int] = set()
    wanted = {of}
    while wanted := {child for child, by in parents.items() if by in wanted} - found:
        found |= wanted
    return found


def page_memory(driver_process: int) -> float:
    """Return the megabytes of the largest process that draws pages, of the browser that this driver started."""
    parents, words = {}, {}
    for folder in PROC.glob("[0-9]*"):
        try:
            parents[int(folder.name)] = parent((folder / "stat").read_text())
            words[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue  # it has ended meanwhile
    drawing = [each for each in descendants(driver_process, parents) if DRAWS_PAGES.search(words.get(each, ""))]
    return max(pss((PROC / str(each) / "smaps_rollup").read_text()) for each in drawing)


def measured(name: str, address: str, proxy: int) -> dict[str, float]:
    """Return the megabytes after each step in one new browser."""
    driver = browsers.start(name, proxy=proxy)
    try:
        driver.get(address)
        found = {}
        for step, script in STEPS.items():
            if fault := driver.execute_async_script(script, QUESTION):
                sys.exit(f"{name}, {step}: {fault}")
            time.sleep(SETTLED)
            found[step] = page_memory(driver.service.process.pid)  # type: ignore[attr-defined]
    finally:
        driver.quit()
    return found


def main(runs: int) -> None:
    """Measure, print and keep."""
    if not PROC.is_dir():
        sys.exit("memory is read from /proc, which this system has not")
    install.install()
    found: dict[tuple[str, str], list[float]] = {}
    with TemporaryDirectory() as folder, Proxy() as proxy:
        for copy in served.copied(ROOT / "site", Path(folder), "file"):
            for _ in range(runs):
                for name in browsers.NAMES:
                    for step, size in measured(name, copy.url(WORKBENCH), proxy.port).items():
                        found.setdefault((name, step), []).append(size)
    told = [median_of(f"{name}: {step}", sizes, "MB") for (name, step), sizes in sorted(found.items(), key=_in_order)]
    for figure in told:
        say(f"{figure.what:30} {figure.value:>8} {figure.unit:3} {figure.note}")
    keep("memory", command("bench.memory"), told, runs=3)


def _in_order(found: tuple[tuple[str, str], list[float]]) -> tuple[int, int]:
    (name, step), _ = found
    return browsers.NAMES.index(name), list(STEPS).index(step)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
