"""What a guide page weighs and how soon it stands, against a plain MkDocs Material page with the same words.

    python -m bench.page_weight [RUNS]      7 runs of each unless told

Ours: the built page of England 2023, the longest of the guide, and a short one. Theirs: the same words as headings and
paragraphs in a new MkDocs site with Material as it comes, less its fonts from outside. Both over http from this computer; each
run is a new browser process with a new profile, and the sides take turns. The page's own clock gives first paint and DOM ready.
Bytes are those of what the browser fetched for the page before anybody used the search, as the browser counted them once
decoded, and as the files count on the disk.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser

from bench.keeping import Figure, command, keep
from bench.rounds import median_of, ratios, say
from tests.browser import browsers, install, served
from tests.browser.proxy import Proxy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

ROOT = Path(__file__).parents[1]
PAGES = {
    "England 2023": "guide/england/child-safeguarding-practice-review-2023.html",
    "How we count": "about/counting.html",
}
LIMIT = 300_000  # bytes of a guide page without engine and search
SETTLED = 0.5  # seconds after the page's load event, for what it fetches late
PATIENCE = 60.0
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th"
STANDS = """const [page] = performance.getEntriesByType("navigation");
const [paint] = performance.getEntriesByName("first-contentful-paint");
return page.loadEventEnd && paint ? {ready: page.domContentLoadedEventEnd, paint: paint.startTime,
  files: [page, ...performance.getEntriesByType("resource")].map((each) => [each.name, each.decodedBodySize])} : null;"""


class Stood(NamedTuple):
    """One opening of a page: milliseconds to first paint and to DOM ready, and each file's bytes by address."""

    paint: float
    ready: float
    files: dict[str, int]


def same_words(page: str) -> str:
    """Return the text of a built page's article as plain Markdown: headings and paragraphs, no form and no styles."""
    article = LexborHTMLParser(page).css_first("article.md-content__inner")
    if article is None:
        sys.exit("a built page has no article; build the site first")
    lines = []
    for block in article.css(BLOCKS):
        if not block.css_first(BLOCKS) or block.tag in HEADINGS:  # the innermost, so that no word stands twice
            words = " ".join(block.text().split()).replace("<", "&lt;")
            lines.append(f"{HEADINGS.get(block.tag or '', '')} {words}".strip())
    return "\n\n".join(lines) + "\n"


def plain_site(folder: Path, words: str) -> Path:
    """Build a plain MkDocs Material site with one page of these words, and return its folder."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text(words, encoding="utf-8")
    settings = "site_name: Plain\ntheme: {name: material, font: false}\nuse_directory_urls: false\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    return folder / "site"


def stood(driver: WebDriver, address: str) -> Stood:
    """Open a page and return how soon it stood and what it fetched."""
    driver.get(address)
    end = time.monotonic() + PATIENCE
    while (seen := driver.execute_script(STANDS)) is None:
        if time.monotonic() > end:
            sys.exit(f"{address} was not drawn in {PATIENCE:.0f} s")
        time.sleep(0.1)
    time.sleep(SETTLED)
    seen = driver.execute_script(STANDS)
    return Stood(seen["paint"], seen["ready"], {name.partition("?")[0]: size for name, size in seen["files"]})


def opened(name: str, address: str, proxy: int) -> Stood:
    """Open a page in a new browser with a new profile."""
    driver = browsers.start(name, proxy=proxy)
    try:
        return stood(driver, address)
    finally:
        driver.quit()


def on_disk(site: Path, base: str, files: dict[str, int]) -> int:
    """Return the bytes of these files on the disk, fetched from `base`."""
    return sum((site / address.removeprefix(f"{base}/")).stat().st_size for address in files)


def main(runs: int) -> None:
    """Measure, print and keep medians and their ratios."""
    install.install()
    found: dict[tuple[str, str, str], list[Stood]] = {}
    with TemporaryDirectory() as folder, Proxy() as proxy:
        copies = {}
        for title, page in PAGES.items():
            words = same_words((ROOT / "site" / page).read_text(encoding="utf-8"))
            sides = {"ours": (ROOT / "site", page), "plain": (plain_site(Path(folder) / title, words), "index.html")}
            for side, (site, path) in sides.items():
                (into := Path(folder) / f"{title} {side}").mkdir()
                copies[title, side] = next(served.copied(site, into, "http")), path  # its server ends with this process
        for run in range(runs):
            for (title, side), (copy, path) in list(copies.items())[:: 1 if run % 2 else -1]:
                for name in browsers.NAMES:
                    found.setdefault((name, title, side), []).append(opened(name, copy.url(path), proxy.port))
            say(f"run {run + 1} of {runs}")
        told = [figure for title in PAGES for figure in (*weights(title, found, copies), *times(title, found))]
    for figure in told:
        say(f"{figure.what:60} {figure.value:>9} {figure.unit:6} {figure.note}")
    keep("page_weight", command("bench.page_weight"), told, runs=3)


def weights(
    title: str, found: dict[tuple[str, str, str], list[Stood]], copies: dict[tuple[str, str], tuple[served.Copy, str]]
) -> list[Figure]:
    """Return the bytes of one page, ours and the plain one's, by the files; and by each browser where it counts others."""
    told = []
    for side in ("ours", "plain"):
        copy = copies[title, side][0]
        of_files = {name: on_disk(copy.root, copy.base, found[name, title, side][0].files) for name in browsers.NAMES}
        by_browser = {name: sum(found[name, title, side][0].files.values()) for name in browsers.NAMES}
        limit = f"{'within' if max(of_files.values()) <= LIMIT else 'OVER'} {LIMIT:,}" if side == "ours" else ""
        other = [f"{name} counts {size:,}" for name, size in by_browser.items() if size != max(of_files.values())]
        told.append(
            Figure(f"{title}, {side}", max(of_files.values()), "bytes", "; ".join([*filter(None, [limit]), *other]))
        )
    return told


def times(title: str, found: dict[tuple[str, str, str], list[Stood]]) -> Iterator[Figure]:
    """Yield how soon one page stands in each browser, and how many times the plain page's that is, turn by turn."""
    for name in browsers.NAMES:
        ours, plain = found[name, title, "ours"], found[name, title, "plain"]
        for what, field in (("first paint", "paint"), ("DOM ready", "ready")):
            mine, theirs = ([float(getattr(each, field)) for each in side] for side in (ours, plain))
            yield median_of(f"{title}, {what}, {name}", mine, "ms")
            yield median_of(f"{title}, {what}, {name}, times the plain page's", ratios(mine, theirs))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
