"""axe-core finds nothing, and no page scrolls sideways in a narrow window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import browsers, served
from tests.browser.page import WORKBENCH, Page
from tests.browser.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.proxy import Proxy

EDITION = "england/child-safeguarding-practice-review-2023"
DAYS = "guide/day-counter.html"
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """
const done = arguments[0];
axe.run(document, {resultTypes: ["violations"], preload: false}).then((found) => done(found.violations.flatMap((one) =>
  one.nodes.map((node) => `${one.id}: ${one.help}: ${node.target.join(" ")}: ${node.failureSummary}`))))"""
WIDE = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
SCHEME = "return document.body.dataset.mdColorScheme"


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong in the page as it stands. WebDriver's scripts are not bound by the page's policy."""
    page.run(AXE.read_text(encoding="utf-8"))
    found = page.driver.execute_async_script(RUN)
    assert isinstance(found, list)
    return found


def scrolls_sideways(page: Page) -> bool:
    """Return whether the page is wider than its window."""
    content, window = page.run(WIDE)
    return bool(content > window)


def answered(page: Page) -> None:
    """Show a whole answer and the form, with every fold open."""
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&publication=2026-05-06&incident=2026-04-01")
    page.follows()
    page.click("[data-change=where]")
    page.run("for (const fold of document.querySelectorAll('#case details, #answer details')) fold.open = true")
    page.until(lambda: len(page.all("#cr-nations h4")) == 4, "the same facts in the four nations")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("index.html", id="home"),
        pytest.param(WORKBENCH, id="the workbench after an answer"),
        pytest.param(f"guide/{EDITION}.html", id="England 2023"),
        pytest.param("guide/bank-holidays.html", id="bank holidays"),
        pytest.param("guide/compare/publication.html", id="a topic compared"),
        pytest.param("guide/criteria.html", id="the criteria matrix"),
        pytest.param("guide/wall-charts/england.html", id="a wall chart"),
        pytest.param(DAYS, id="the day counter after an answer"),
    ],
)
def test_a_typical_page_is_accessible_in_light_dark_and_narrow(page: Page, path: str) -> None:
    show(page, path)
    assert violations(page) == []
    page.click("label.md-header__button[for=__palette_1]")
    page.until(lambda: page.run(SCHEME) == "slate", "dark colours")
    show(page, path)  # anew, so that no colour is caught half-way
    assert page.run(SCHEME) == "slate", "the choice of colours is kept"
    assert violations(page) == []
    page.narrow()
    assert not scrolls_sideways(page)
    page.run("localStorage.clear()")


def show(page: Page, path: str) -> None:
    """Open a page, and let it answer if it is one that does."""
    if path == WORKBENCH:
        answered(page)
    elif path == DAYS:
        page.open(f"{DAYS}?nation=scotland&count=after")
        page.type("#day-length", "5")
        page.give("from", "11 6 2026")
        page.click("#day-form button[type='submit']")
        page.until(lambda: page.shows("#day-words"), "the count")
    else:
        page.open(path)


@pytest.fixture
def chromium(proxy: Proxy, site: Path, tmp_path: Path) -> Iterator[Page]:
    """Return a page of a Chromium of its own, with the site in a folder: the sweep below is not one of the four ways."""
    driver = browsers.start("chromium", proxy=proxy.port)
    for copy in served.copied(site, tmp_path, "file"):
        yield Page(driver, copy, Watch(driver), proxy)
    driver.quit()


@pytest.mark.timeout(900)  # every page of the site, on a machine that may be busy
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_page_is_accessible_and_quiet(chromium: Page, colours: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": colours}]}
    chromium.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    chromium.wide()
    found: list[str] = []
    for path in every_page(chromium):
        chromium.open(path)
        found += [f"{path}: {each}" for each in violations(chromium) + chromium.complaints() + chromium.outside()]
    assert found == []


@pytest.mark.timeout(900)
def test_no_page_scrolls_sideways_in_a_narrow_window(chromium: Page) -> None:
    chromium.narrow()
    found: list[str] = []
    for path in every_page(chromium):
        chromium.open(path)
        if scrolls_sideways(chromium):
            found.append(f"{path} scrolls sideways at 320 pixels: {widest(chromium)}")
    assert found == []


def every_page(page: Page) -> list[str]:
    """Return the path of each page of the site."""
    pages = sorted(each.relative_to(page.site.root).as_posix() for each in page.site.root.rglob("*.html"))
    assert len(pages) > 10
    return pages


def widest(page: Page) -> list[str]:
    """Return the elements that reach beyond the window, to tell what to mend."""
    found = page.run(
        "return [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > 321)"
        ".map((one) => one.tagName + '.' + one.className).slice(0, 5)"
    )
    assert isinstance(found, list)
    return found
