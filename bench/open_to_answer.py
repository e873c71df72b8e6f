"""How long from opening the page to the full count in it, against the least that a stock Pyodide site pays; and where it goes.

    python -m bench.open_to_answer [RUNS]      5 rounds unless told

Ours: the built workbench from a folder (`file://`), by a link with a date, to the last row of the count. Bare: the
unmodified npm distribution of Pyodide over http from this computer, on a bare page, to the end of `loadPyodide()` and
`runPython("1+1")`. Floor: the same WebAssembly fetched over http and instantiated with the functions that it asks for, and
nothing run. Each opening is a new browser process with a new profile; in each round the three take turns. The page's own
clock counts from the start of its navigation, so that the driver's delays do not. What was measured is kept: of three runs at
least ten minutes apart.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.keeping import KEPT, Figure, command, keep
from bench.rounds import say
from tests.browser import browsers, install, served
from tests.browser.proxy import Proxy

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

ROOT = Path(__file__).parents[1]
NAME = "open_to_answer"
RUNS, APART = 3, dt.timedelta(minutes=10)
OURS = (
    "guide/workbench.html?edition=england/child-safeguarding-practice-review-2023&rule=notify-panel"
    "#authority-aware=2026-04-02"
)
PHASES = {  # as the page notes them, and what has happened by then
    "parsed": "page parsed",
    "files": "the calculator's files read",
    "worker": "its worker running",
    "wasm": "WebAssembly unpacked and instantiated",
    "ready": "Python started, with the rules",
    "asked": "plan asked",
    "answered": "plan answered",
    "noted": "last row drawn",
}
# Put before the worker's own script: says when that begins, and when its WebAssembly stands.
INSIDE = """{
  const tell = (phase) => self.postMessage({ phase, at: performance.timeOrigin + performance.now() });
  tell("worker");
  const plain = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await plain.apply(WebAssembly, given);
    tell("wasm"); // the last that stands is Python's
    return made;
  };
}
"""
# Presses the button once the page's scripts are in, and notes when each phase is done, the twelfth day of the count last.
PRESS_AND_NOTE = """() => {
  const phases = window.phases = {};
  const note = (name, at = performance.now()) => (phases[name] = at);
  document.addEventListener("load", ({ target }) => String(target?.src).includes("/assets/engine/") && note("files"), true);
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(() => {
      const last = document.querySelector("#answer-notify-panel .cr-count tbody tr:nth-child(12)");
      if (phases.noted || !last?.textContent.includes("Monday 13 April 2026")) return;
      window.noted = note("noted");
    }).observe(document.body, { childList: true, subtree: true });
    note("parsed", performance.getEntriesByType("navigation")[0]?.domInteractive || performance.now());
    document.getElementById("cr-go")?.click();
  });
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) =>
    address.call(URL, blob.type === "text/javascript" ? new Blob([INSIDE, blob], { type: blob.type }) : blob);
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", (event) => {
        const { phase, at, progress, ready, answer } = event.data;
        if (phase) {
          event.stopImmediatePropagation();
          note(phase, at - performance.timeOrigin);
        } else if (!phases.noted) {
          note(progress ?? (ready ? "ready" : "answered"));
        }
      });
    }
    postMessage(message, ...rest) {
      if (message.question && !phases.noted) note("asked");
      super.postMessage(message, ...rest);
    }
  };
}""".replace("INSIDE", json.dumps(INSIDE))
BARE_PAGE = """<!doctype html><meta charset="utf-8"><title>Bare Pyodide</title>
<script src="pyodide/pyodide.js"></script>
<script>loadPyodide().then((python) => { python.runPython("1+1"); window.noted = performance.now(); });</script>
"""
FLOOR_PAGE = """<!doctype html><meta charset="utf-8"><title>WebAssembly alone</title>
<script type="module">
const file = fetch("pyodide/pyodide.asm.wasm");
const { default: make } = await import("./pyodide/pyodide.asm.mjs");
make({
  API: { config: {}, runtimeEnv: {} }, preRun: [],
  instantiateWasm: (imports) => {
    Object.assign(imports.env, { Jsv_GetError_import: () => null, JsvError_Check: () => 0 });
    WebAssembly.instantiateStreaming(file, imports).then(() => (window.noted = performance.now()));
    return {};
  },
});
</script>
"""
PATIENCE = 120.0


def milliseconds(driver: WebDriver, address: str) -> dict[str, float]:
    """Return the times that the page noted, by its own clock from the start of navigation; `noted` is the last."""
    driver.get(address)
    end = time.monotonic() + PATIENCE
    while (noted := driver.execute_script("return window.noted ?? null")) is None:
        if time.monotonic() > end:
            sys.exit(f"{address} gave no answer in {PATIENCE:.0f} s")
        time.sleep(0.1)
    return {**driver.execute_script("return window.phases ?? {}"), "noted": float(noted)}


def opened(name: str, address: str, *, proxy: int, before_page: str | None) -> dict[str, float]:
    """Open the address in a new browser with a new profile and return its milliseconds."""
    driver = browsers.start(name, proxy=proxy)
    try:
        if before_page:
            driver.script.pin(before_page)
        return milliseconds(driver, address)
    finally:
        driver.quit()


def measured(runs: int) -> dict[tuple[str, str], list[dict[str, float]]]:
    """Return the milliseconds of every opening, by browser and side."""
    found: dict[tuple[str, str], list[dict[str, float]]] = {}
    with TemporaryDirectory() as folder, Proxy() as proxy:
        stock = Path(folder) / "stock"
        stock.mkdir()
        (stock / "bare.html").write_text(BARE_PAGE, encoding="utf-8")
        (stock / "floor.html").write_text(FLOOR_PAGE, encoding="utf-8")
        (stock / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
        (Path(folder) / "ours").mkdir()
        for theirs in served.copied(stock, Path(folder), "http"):
            for ours in served.copied(ROOT / "site", Path(folder) / "ours", "file"):
                sides = [
                    ("ours", ours.url(OURS), PRESS_AND_NOTE),
                    ("bare", theirs.url("bare.html"), None),
                    ("floor", theirs.url("floor.html"), None),
                ]
                for run in range(runs):
                    for name in browsers.NAMES:
                        for side, address, before_page in sides if run % 2 else reversed(sides):
                            taken = opened(name, address, proxy=proxy.port, before_page=before_page)
                            found.setdefault((name, side), []).append(taken)
                            say(f"round {run + 1} of {runs}: {name} {side} {taken['noted']:.0f} ms")
    return found


def figures(found: dict[tuple[str, str], list[dict[str, float]]]) -> list[Figure]:
    """Return what is kept of a run: the ratio, its parts, how far the floor is, and the phases, for each browser."""
    kept = []
    for name in browsers.NAMES:
        ours, bare, floor = (middle(found[name, side], "noted") for side in ("ours", "bare", "floor"))
        title, rounds = name.capitalize(), f"medians of {len(found[name, 'ours'])} rounds"
        kept += [
            Figure(f"{title}: ours over bare Pyodide", round(ours / bare, 2), "", rounds),
            Figure(f"{title}: ours over the WebAssembly alone", round(ours / floor, 2), "", rounds),
            Figure(f"{title}: ours from a folder", round(ours), "ms"),
            Figure(f"{title}: bare loadPyodide() over http", round(bare), "ms"),
            Figure(f"{title}: the WebAssembly alone over http", round(floor), "ms"),
        ]
        kept += [
            Figure(f"{title}, ours, {what}", round(middle(found[name, "ours"], phase)), "ms", "from navigation")
            for phase, what in PHASES.items()
        ]
    return kept


def middle(taken: list[dict[str, float]], phase: str) -> float:
    """Return the median time of one phase."""
    return statistics.median(each[phase] for each in taken)


def too_soon(now: dt.datetime) -> dt.timedelta:
    """Return how long to wait until a run is far enough from the last that was kept; nothing or less if it is."""
    file = KEPT / f"{NAME}.json"
    if not file.exists():
        return dt.timedelta()
    last = json.loads(file.read_text(encoding="utf-8"))["runs"][-1]["at"]
    return APART - (now - dt.datetime.fromisoformat(last))


def main(runs: int) -> None:
    """Measure, print and keep; a run too soon after the last would not be a separate one, and is refused."""
    wait = too_soon(dt.datetime.now(dt.UTC))
    if wait > dt.timedelta():
        sys.exit(f"The last run that was kept is too near: try again in {wait.total_seconds() / 60:.0f} minutes.")
    install.install()
    made = figures(measured(runs))
    for figure in made:
        say(f"{figure.what}: {figure.value} {figure.unit}".rstrip())
    say(f"kept as {keep(NAME, command('bench.open_to_answer'), made, runs=RUNS).relative_to(ROOT)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
