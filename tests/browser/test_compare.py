"""Columns of a comparison are chosen by the keyboard or by an address, and nothing is stored; a copy says when it has aged."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

from calculators.files import csv_lines
from tests.browser.page import CATCH
from tests.browser.test_edition_pages import SCROLLS, SMALL, sheets

if TYPE_CHECKING:
    from tests.browser.page import Page
    from tests.browser.served import Copy

ALL = "guide/compare-editions.html"
ENGLAND, SCOTLAND = "england/child-safeguarding-practice-review-2023", "scotland/significant-case-review-2015"


def columns(page: Page) -> list[str]:
    """Return the editions whose columns are shown."""
    return [
        str(each.get_attribute("data-column")) for each in page.all(".cr-compare thead [data-column]:not([hidden])")
    ]


def test_an_address_chooses_columns_and_the_keyboard_changes_them(page: Page) -> None:
    page.open(f"{ALL}?show={ENGLAND}&show={SCOTLAND}&show=england/no-such-edition")
    assert columns(page) == [ENGLAND, SCOTLAND]
    page.find(f"#cr-columns input[value='{SCOTLAND}']").send_keys(Keys.SPACE)
    assert columns(page) == [ENGLAND]
    assert page.driver.current_url.endswith(f"{ALL}?show={ENGLAND}")
    assert page.text("#cr-columns [role=status]") == f"1 of {len(page.all('#cr-columns input'))} shown"
    assert page.run("return sessionStorage.length") == 0
    page.open(ALL)
    assert len(columns(page)) == len(page.all("#cr-columns input")), "nothing was remembered but in the address"


@pytest.mark.parametrize("path", ["guide/compare.html", "guide/deadlines.html"])
def test_every_cell_leads_to_its_place(page: Page, path: str) -> None:
    page.open(path)
    cells = page.all(".cr-compare td")
    assert cells
    assert all(page.run("return arguments[0].querySelector('a[href*=\"#\"]') !== null", cell) for cell in cells)


def test_a_copy_says_that_it_has_aged_once_its_day_has_passed(page: Page, own_copy: Copy) -> None:
    path = f"guide/{ENGLAND}.html"
    page.open(path)
    # A part of the page may have a day of its own.
    dues = {each.get_attribute("data-review-by") for each in page.all("[data-review-by]")}
    for day, aged in (("2999-12-31", False), ("2000-01-01", True)):
        for due in dues:
            own_copy.change(path, f'data-review-by="{due}"', f'data-review-by="{day}"')
        page.open(f"{path}?{day}", site=own_copy)  # another address, so that no browser shows the page it kept
        page.until(partial(shows_its_age, page, aged=aged), f"the notice to be {'shown' if aged else 'hidden'}")
        assert {each.is_displayed() for each in page.all("article .cr-aged")} == {aged}
        dues = {day}
    assert "Part of this copy was due to be checked again by" in page.text(".cr-old")


def shows_its_age(page: Page, *, aged: bool) -> bool:
    """Return whether the page says that it has aged, as it should or should not."""
    return page.shows(".cr-old") is aged


NARROW_PAGES = ("guide/compare.html", "guide/compare/criteria.html", "guide/compare/last-held.html", "guide/criteria.html", "guide/deadlines.html")  # fmt: skip
LAST_HELD = [
    "england/child-safeguarding-practice-review-2023",
    "northern-ireland/case-management-review-2017",
    "scotland/significant-case-review-2015",
    "wales/child-practice-review-2016",
]
BELOW = """
const place = document.getElementById(arguments[0]).getBoundingClientRect();
const heads = [...document.querySelectorAll(".md-header, .cr-compare thead th")].filter((one) => getComputedStyle(one).position !== "static");
const lowest = Math.max(...heads.map((one) => one.getBoundingClientRect()).filter((box) => box.top < 100 && box.width > 2).map((box) => box.bottom));
return place.top >= lowest - 1 && place.top < innerHeight / 2;"""


def test_a_ready_choice_of_columns_is_a_link_that_can_be_passed_on(page: Page) -> None:
    page.open("guide/compare/report.html")
    in_force = columns(page)
    assert "england/child-safeguarding-practice-review-2026" in in_force
    link = next(each for each in page.all("[data-view]") if each.text == "Last held in all four nations")
    link.send_keys(Keys.ENTER)
    page.until(lambda: columns(page) == LAST_HELD, "the columns last held")
    page.click(".cr-columns__choose summary")
    page.click(f"#cr-columns input[value='{LAST_HELD[2]}']")
    assert columns(page) == [LAST_HELD[0], LAST_HELD[1], LAST_HELD[3]]
    assert page.driver.current_url.count("show=") == 3
    page.open("guide/compare/report.html")
    assert columns(page) == in_force, "nothing was remembered but in the address"


@pytest.mark.parametrize("topic", ["review-name", "criteria", "publication", "transition"])
def test_a_link_to_a_topic_shows_it_below_the_heads_that_stay(page: Page, topic: str) -> None:
    page.wide()
    page.open(f"guide/compare.html#{topic}")
    page.until(lambda: page.run(BELOW, topic), f"{topic} below the heads")
    page.narrow()
    page.open(f"guide/compare.html#{topic}")
    page.until(lambda: page.run(BELOW, topic), f"{topic} below the header of a narrow window")
    page.wide()


def test_an_edition_without_a_column_is_named_and_follows_the_choice(page: Page) -> None:
    page.open("guide/compare/involvement.html")
    assert columns(page) == ["northern-ireland/case-management-review-2017"]
    assert [each.text.split(":")[0] for each in page.all(".cr-unheld li:not([hidden])")] == ["? England 2026", "? Scotland 2021", "? Wales 2024"]  # fmt: skip
    page.open("guide/compare/involvement.html?show=england/child-safeguarding-practice-review-2023")
    assert not page.shows(".cr-unheld")


def test_the_matrix_leaves_out_facts_that_no_column_asks_about_and_says_so(page: Page) -> None:
    page.open("guide/criteria.html")
    custody = "#fact-died-in-custody"
    assert not page.shows(custody)
    rows = len(page.all("#cr-decide tbody tr"))
    left = len(page.all("#cr-decide tbody tr[hidden]"))
    assert f"{left} of {rows} facts are left out here" in page.text("[data-left-out='cr-decide']")
    page.open("guide/criteria.html?show=england/serious-case-review-2015")
    assert page.shows(custody)
    assert "always hold a serious case review" in page.text(custody)


def test_a_table_is_copied_and_saved_as_it_is_shown(page: Page) -> None:
    page.open(f"guide/criteria.html?show={LAST_HELD[1]}&show={LAST_HELD[2]}")
    page.run(CATCH)
    page.click("[data-table='cr-decide'] [data-take='csv']")
    page.until(lambda: bool(page.run("return window.caught")), "the file")
    rows = list(csv.reader(io.StringIO(str(page.run("return window.caught")).removeprefix("\ufeff"))))
    assert rows[0] == ["Fact", "Northern Ireland 2017 In force", "Scotland 2015 Superseded"]
    assert len(rows) == 1 + len(page.all("#cr-decide tbody tr:not([hidden])"))
    (died,) = [row for row in rows if row[0] == "Has the child died?"]
    assert died == [
        "Has the child died?",
        "must hold a review limb 1",
        "should hold a review limb 1; can hold a review, if not limb 1",
    ]
    assert "– Not asked" in {cell for row in rows for cell in row}
    page.run("addEventListener('copy', (event) => (window.taken = event.clipboardData.getData('text/html')))")
    page.click("[data-table='cr-decide'] [data-take='copy']")
    assert page.text("[data-table='cr-decide'] [role=status]") == "Copied."
    assert "<td>must hold a review limb 1</td>" in page.run("return window.taken")


def test_no_cell_that_is_taken_becomes_a_formula(page: Page) -> None:
    """It comes as the calculators' own writer has it, which a table of a plan goes through."""
    planted = [
        "=SUM(A1)",
        "-1",
        "-1+A1",
        "--1",
        "+1",
        "@x",
        "\uff1d1",
        "5 days",
        "A;=1+1",
        "A; -1; B",
        "\u2013 Not asked",
        "a-b; c=d",
    ]
    page.open("guide/criteria.html")
    page.run(CATCH)
    page.run(
        "const [row] = document.querySelectorAll('#cr-decide tbody tr:not([hidden])');"
        "row.replaceChildren(...arguments[0].map((text) => { const cell = document.createElement('td'); cell.textContent = text; return cell; }));",
        planted,
    )
    page.click("[data-table='cr-decide'] [data-take='csv']")
    page.until(lambda: bool(page.run("return window.caught")), "the file")
    (written,) = csv_lines([planted])
    assert written in str(page.run("return window.caught"))
    page.run("addEventListener('copy', (event) => (window.taken = event.clipboardData.getData('text/html')))")
    page.click("[data-table='cr-decide'] [data-take='copy']")
    assert "<td>'=SUM(A1)</td>" in page.run("return window.taken")


@pytest.mark.parametrize("path", NARROW_PAGES)
def test_a_comparison_has_no_small_text_and_nothing_in_it_scrolls(page: Page, path: str) -> None:
    for size in (page.narrow, page.wide):
        size()
        page.open(path)
        assert page.run(SMALL) == []
        assert page.run(SCROLLS) == []


def test_the_four_nations_are_printed_without_white_sheets(page: Page) -> None:
    """Seven sheets when this was written; a topic that is kept whole would leave a third of many white, and make eleven."""
    page.open("guide/compare.html")
    assert sheets(page) <= 9
