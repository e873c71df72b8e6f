"""Every page opens without asking anything of the outside and without a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.browser.page import Page


def test_every_page_opens_quietly(page: Page) -> None:
    pages = sorted(each.relative_to(page.site.root).as_posix() for each in page.site.root.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        page.open(path)
        assert page.shows("main h1"), path
        assert (path, page.complaints(), page.outside()) == (path, [], [])
