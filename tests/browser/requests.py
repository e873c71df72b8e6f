"""`python -m tests.browser.requests`: open every page in the four ways, use it, and keep what it asked of the outside.

Build the site first. The proxy that hears what is meant for the outside is that of every journey.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.keeping import Figure, keep
from tests.browser import served
from tests.browser.conftest import MODES, Mode
from tests.browser.kept import Kept
from tests.browser.page import WORKBENCH, Page
from tests.browser.proxy import Proxy

COMMAND = "python -m tests.browser.requests"
EDITION = "england/child-safeguarding-practice-review-2023"
ASKED = f"{WORKBENCH}?edition={EDITION}&rule=notify-panel#authority-aware=2026-04-02"
_SITE = Path(__file__).parents[2] / "site"
_OWN = "return performance.getEntriesByType('resource').length"


class Heard:
    """What was counted over all ways."""

    def __init__(self) -> None:
        self.opened = self.fetched = self.planted = 0
        self.outside: list[str] = []


def walk(page: Page, heard: Heard) -> None:
    """Open every page, work out a plan and search; then, in the page that a copy has altered, hear what was planted."""
    root = page.site.root
    for path in sorted(each.relative_to(root).as_posix() for each in root.rglob("*.html")):
        page.open(path)
        heard.opened += 1
        heard.fetched += page.run(_OWN)
        heard.outside += page.outside()
    page.open(ASKED)
    page.follows()
    page.click(".md-search__input")
    page.type(".md-search__input", "rapid review")
    page.until(lambda: page.shows(".md-search-result__item"), "something found")
    heard.fetched += page.run(_OWN)
    page.complaints()  # what was said has come by now, and so has what was asked
    heard.outside += page.outside()
    page.site.change("index.html", "img-src 'self'", "img-src http: 'self'")
    page.site.change("index.html", "</body>", '<img src="http://outside.example/x.png" alt=""></body>')
    page.open("index.html")
    planted: list[str] = []

    def came() -> bool:
        planted.extend(page.outside())
        return any("outside.example" in each for each in planted)

    page.until(came, "the planted request")
    heard.planted += 1
    heard.outside += [each for each in planted if "outside.example" not in each]


def in_one_way(mode: Mode, proxy: Proxy, heard: Heard) -> None:
    """Walk through a copy of the site in one browser, from a folder or over http."""
    with tempfile.TemporaryDirectory() as folder:
        copies = served.copied(_SITE, Path(folder), mode.scheme)
        browser = Kept(mode.browser, proxy)
        try:
            walk(browser.new_tab(next(copies)), heard)
        finally:
            browser.quit()
            next(copies, None)
    heard.outside += [each for each in proxy.taken() if "outside.example" not in each]


def main() -> int:
    """Print and keep what was heard; return 1 if anything was asked of the outside."""
    heard = Heard()
    with Proxy() as proxy:
        for mode in MODES:
            in_one_way(mode, proxy, heard)
            sys.stdout.write(
                f"{mode}: {heard.opened} pages opened so far, {len(heard.outside)} requests to the outside\n"
            )
    figures = [
        Figure("pages opened, in two browsers, each from a folder and over http", heard.opened, "pages"),
        Figure("files of the copy itself that those pages fetched", heard.fetched, "files", "as the browsers say"),
        Figure("plans worked out and searches made", 2 * len(MODES)),
        Figure("requests to anything but the copy", len(heard.outside), "requests"),
        Figure("requests planted on purpose that were heard", heard.planted, "requests", f"of {len(MODES)}"),
    ]
    sys.stdout.write("\n".join([*heard.outside[:20], *(f"{one.value} {one.what}" for one in figures)]) + "\n")
    keep("requests", COMMAND, figures)
    return bool(heard.outside)


if __name__ == "__main__":
    sys.exit(main())
