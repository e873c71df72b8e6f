"""Columns of a comparison are chosen by the keyboard or by an address, and nothing is stored; a copy says when it has aged."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver.common.keys import Keys

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
    due = page.find(".cr-old").get_attribute("data-review-by")
    for day, aged in (("2999-12-31", False), ("2000-01-01", True)):
        own_copy.change(path, f'data-review-by="{due}"', f'data-review-by="{day}"')
        page.open(f"{path}?{day}", site=own_copy)  # another address, so that no browser shows the page it kept
        page.until(partial(shows_its_age, page, aged=aged), f"the notice to be {'shown' if aged else 'hidden'}")
        assert {each.is_displayed() for each in page.all("article .cr-aged")} == {aged}
        due = day
    assert "Part of this copy was due to be checked again by" in page.text(".cr-old")


def shows_its_age(page: Page, *, aged: bool) -> bool:
    """Return whether the page says that it has aged, as it should or should not."""
    return page.shows(".cr-old") is aged
