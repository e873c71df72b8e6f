"""Looks at the built site more thoroughly than each run of the tests can, and keeps what it counted: `python -m tests.browser.scan PART`.

Parts: `states` (each state of the pages that work, in each scheme, in a narrow window and by keyboard), `pages` (each page in
each scheme and in a narrow window), `html JAR` (each page by the Nu checker, whose jar npm's package vnu-jar holds; needs
Java), `faults` (each fault that the tests make happen, in both browsers). Whatever is found wrong is printed, and nothing is
kept then. Needs the built site.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bench.keeping import Figure, keep
from bench.rounds import say
from tests.browser import browsers, states, stops
from tests.browser.kept import Kept
from tests.browser.proxy import Proxy
from tests.browser.served import Copy
from tests.browser.test_accessible import every_page, scrolls_sideways, violations, widest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.browser.page import Page

SITE = Path(__file__).parents[2] / "site"
FAULTS = ("tests/browser/test_failure.py", "tests/browser/test_faults.py")
_SIDEWAYS = "scrolls sideways at 320 pixels"
# What the theme itself writes that the Nu checker refuses; none of it reaches a reader.
THEME = (
    r"Bad value “” for attribute “tabindex” on element “label”",
    r"Attribute “autocomplete” is only allowed when the input type is",  # on the boxes behind menu and search
    r"The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control",  # contents
)


def chromium() -> Iterator[Page]:
    """Give a page of the built site, opened from its folder."""
    with Proxy() as proxy:
        kept = Kept(browsers.NAMES[0], proxy)
        yield kept.new_tab(Copy(root=SITE, base=SITE.as_uri()))
        kept.quit()


def in_every_scheme(page: Page, name: str) -> list[str]:
    """Return what axe finds in the page as it stands in each scheme, and what scrolls sideways in a narrow window."""
    found = []
    for scheme in states.SCHEMES:
        states.see(page, scheme)
        found += [f"{name}, {scheme}: {each}" for each in violations(page)]
    states.see(page, "light")
    page.narrow()
    try:  # what slides open, as the theme's search does, takes its time
        page.until(lambda: not scrolls_sideways(page), "the page to fit")
    except AssertionError:
        found.append(f"{name} {_SIDEWAYS}: {widest(page)}")
    page.wide()
    return found


def _found(wrong: list[str], what: str) -> list[Figure]:
    """Return how much was found wrong: nothing, or this is not kept."""
    sideways = sum(_SIDEWAYS in each for each in wrong)
    return [
        Figure(f"Of these, {what} that scroll sideways at 320 pixels", sideways, what),
        Figure("Barriers found, by axe or on the way by keyboard", len(wrong) - sideways, "barriers"),
    ]


def every_state() -> tuple[list[Figure], list[str]]:
    """Scan each state, and walk through it by the keyboard."""
    wrong: list[str] = []
    seen = 0
    for page in chromium():
        page.wide()
        for name, prepare in states.STATES.items():
            say(name)
            prepare(page)
            wrong += in_every_scheme(page, name)
            count, faults = stops.walk(page)
            wrong += [f"{name}, by keyboard: {each}" for each in faults]
            seen += count
    return [
        Figure("States of the pages that work, scanned with axe", len(states.STATES), "states"),
        Figure("Schemes in which each was scanned", len(states.SCHEMES), "schemes", ", ".join(states.SCHEMES)),
        *_found(wrong, "states"),
        Figure("Stops of the keyboard in them, each with a name, a box and an outline in view", seen, "stops"),
    ], wrong


def every_page_of_the_site() -> tuple[list[Figure], list[str]]:
    """Scan each page as it opens."""
    wrong: list[str] = []
    paths: list[str] = []
    for page in chromium():
        page.wide()
        paths = every_page(page)
        for path in paths:
            say(path)
            page.open(path)
            wrong += in_every_scheme(page, path)
    return [
        Figure("Pages scanned with axe", len(paths), "pages"),
        Figure("Schemes in which each was scanned", len(states.SCHEMES), "schemes", ", ".join(states.SCHEMES)),
        *_found(wrong, "pages"),
    ], wrong


def valid_html(jar: str) -> tuple[list[Figure], list[str]]:
    """Let the Nu checker read each page."""
    command = ["java", "-jar", jar, "--errors-only", "--skip-non-html", "--format", "json", str(SITE)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)  # noqa: S603 - fixed words
    version = subprocess.run(["java", "-jar", jar, "--version"], capture_output=True, text=True, check=True)  # noqa: S603, S607 - as above
    theme = [each for each in told["messages"] if any(re.match(known, each["message"]) for known in THEME)]
    wrong = [
        f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in told["messages"] if each not in theme
    ]
    pages = len(list(SITE.rglob("*.html")))
    return [
        Figure("Pages read by the Nu HTML checker without an error of ours", pages, "pages", version.stdout.strip()),
        Figure("Errors in what the theme itself writes", len(theme), "errors", "three kinds, listed in the command"),
    ], wrong


def every_fault() -> tuple[list[Figure], list[str]]:
    """Run the tests that make faults happen, and count those that hold in each browser."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        words = [sys.executable, "-m", "pytest", "-q", *FAULTS, "-k", "file or http", f"--junitxml={report}"]
        ended = subprocess.run(words, check=False).returncode  # noqa: S603 - fixed words
        if ended not in (0, 1):
            sys.exit("The tests did not run to their end.")
        tests = ET.parse(report).getroot().iter("testcase")  # noqa: S314 - pytest's own report
        held = {str(each.get("name")): not any(each) for each in tests}
    figures = [
        Figure(
            f"Faults made to happen in {name.capitalize()}, each told in a sentence with nothing lost",
            len({each.replace("-http", "-file") for each, right in held.items() if right and name in each}),
            "faults",
            "each from a folder and over http",
        )
        for name in browsers.NAMES
    ]
    return figures, [each for each, right in held.items() if not right]


PARTS: dict[str, Callable[..., tuple[list[Figure], list[str]]]] = {
    "states": every_state,
    "pages": every_page_of_the_site,
    "html": valid_html,
    "faults": every_fault,
}


def main(part: str, *given: str) -> None:
    """Scan one part, and keep its figures if nothing is wrong."""
    figures, wrong = PARTS[part](*given)
    if wrong:
        sys.exit("\n".join(wrong))
    words = " ".join(["python -m tests.browser.scan", part, *(Path(each).name for each in given)])
    say(f"Kept in {keep(f'scan-{part}', words, figures)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
