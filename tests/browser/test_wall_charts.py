"""A nation's wall chart fills exactly one sheet of A4, and can be read on a phone."""

from __future__ import annotations

import base64
import re
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.print_page_options import PrintOptions

from stages.pages.wall_charts import _print_size
from tests.browser.test_edition_pages import SCROLLS, SMALL

if TYPE_CHECKING:
    from tests.browser.page import Page

# Puts rows of one line each in a chart's place, in a size of print.
FILL = """
const chart = document.querySelector(".cr-wall");
const row = `<tr class="cr-wall__step"><th scope="row"><a>A step that fills a line</a></th><td><strong>within 5 days</strong></td><td>must</td></tr>`;
chart.className = `cr-wall cr-wall--${arguments[0]}`;
chart.innerHTML = `<table class="cr-wall__steps"><tbody>${row.repeat(arguments[1])}</tbody></table>`;
return chart.outerHTML;"""
NATIONS = ("england", "northern-ireland", "scotland", "wales")
SIDEWAYS = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"


def leaves(page: Page) -> list[bytes]:
    """Return what describes each leaf of the file that the page is printed to, on A4; Firefox keeps it compressed."""
    paper = PrintOptions()
    paper.page_width, paper.page_height = 21.0, 29.7
    printed = base64.b64decode(page.driver.print_page(paper))
    parts = [printed]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", printed, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(stream))
    return [leaf for part in parts for leaf in re.findall(rb"/Type\s*/Page(?!s)", part)]


@pytest.mark.parametrize("nation", NATIONS)
def test_a_chart_is_one_sheet_and_its_table_reads_on_a_phone(page: Page, nation: str) -> None:
    page.wide()
    page.open(f"guide/wall-charts/{nation}.html")
    assert len(leaves(page)) == 1
    assert page.run(SMALL) == []
    page.narrow()
    assert page.run(SCROLLS) == []
    assert not page.run(SIDEWAYS)
    page.wide()


@pytest.mark.parametrize(("size", "rows"), [("large", 43), ("small", 60), ("smallest", 65)])
def test_as_many_lines_as_a_size_may_have_fill_one_sheet(page: Page, size: str, rows: int) -> None:
    """The guide reckons which size fits; of the real charts none may be as full as that."""
    page.wide()
    page.open("guide/wall-charts/scotland.html")
    assert _print_size(page.run(FILL, size, rows)) == size
    assert len(leaves(page)) == 1


def test_a_chart_is_two_clicks_from_the_guide_s_index(page: Page) -> None:
    page.open("guide/index.html")
    page.click("a[href$='wall-charts/wales.html']:not(.md-nav__link)")
    page.until(lambda: "Wales" in page.text("h1"), "the chart of Wales")
    page.click(".cr-wall a[href$='#rule-keep-published']")
    page.until(lambda: page.run("return document.querySelector('#rule-keep-published details').open"), "the card open")
