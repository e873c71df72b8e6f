"""A plan worked out again in the page's own ready worker, against the same answer in CPython.

    python build.py
    python -m bench.recalculation [ROUNDS]      7 rounds unless told

England's edition of 2023 with every event given, from `file://`, in Chromium and in Firefox: `CaseReviewEngine.ask`
in the built workbench, from the question to the answer as objects of the page, counts and all. CPython: the same
question to JSON, through the door, and the answer from JSON. Both must give the same answer. The three take turns.
"""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.keeping import command, keep
from bench.plans import QUESTION
from bench.rounds import median_of, ratios, say, seconds
from calculators.answer import answer
from tests.browser import browsers, install, served
from tests.browser.page import WORKBENCH
from tests.browser.proxy import Proxy

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

ROOT = Path(__file__).parents[1]
TIMES = 20  # questions in a turn, one after the other: Firefox's clock has a grain of a millisecond
PYTHON = "CPython"
# Milliseconds for one question, and the last answer.
ASK = """
const [question, times, done] = arguments;
(async () => {
  await CaseReviewEngine.start();
  const began = performance.now();
  let answer;
  for (let n = 0; n < times; n += 1) answer = await CaseReviewEngine.ask(question);
  done([(performance.now() - began) / times, answer]);
})().catch((error) => done([null, String(error)]));"""


def in_page(driver: WebDriver, expected: object) -> float:
    """Return the page's milliseconds for one question, or leave if its answer is another than CPython's."""
    taken, answered = driver.execute_async_script(ASK, QUESTION, TIMES)
    if taken is None:
        sys.exit(f"the page could not answer: {answered}")
    if answered != expected:
        sys.exit("the page's answer is not CPython's: run `python build.py`, so that site/ holds these calculators")
    return float(taken)


def in_python() -> object:
    """Return the answer as the page would have it: from an object to an object, through JSON."""
    return json.loads(answer(json.dumps(QUESTION)))


def measured(rounds: int) -> dict[str, list[float]]:
    """Return the milliseconds of every turn by side."""
    expected = in_python()
    found: dict[str, list[float]] = {name: [] for name in (PYTHON, *browsers.NAMES)}
    with TemporaryDirectory() as folder, Proxy() as proxy, ExitStack() as open_browsers:
        for copy in served.copied(ROOT / "site", Path(folder), "file"):
            drivers = {}
            for name in browsers.NAMES:
                drivers[name] = browsers.start(name, proxy=proxy.port)
                open_browsers.callback(drivers[name].quit)
                drivers[name].get(copy.url(WORKBENCH))
                in_page(drivers[name], expected)  # starts the worker, and warms it
            for _ in range(rounds):
                found[PYTHON].append(seconds(in_python, TIMES) * 1000)
                for name, driver in drivers.items():
                    found[name].append(in_page(driver, expected))
    return found


def main(rounds: int) -> None:
    """Measure, print and keep medians, and each turn's ratio to CPython's."""
    install.install()
    found = measured(rounds)
    told = []
    for name, taken in found.items():
        told.append(median_of(f"a plan again, {name}", taken, "ms", f"of {TIMES} questions each"))
        if name != PYTHON:
            told.append(median_of(f"a plan again, {name}, times {PYTHON}", ratios(taken, found[PYTHON])))
    for figure in told:
        say(f"{figure.what:45} {figure.value:>8} {figure.unit:3} {figure.note}")
    keep("recalculation", command("bench.recalculation"), told, runs=3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
