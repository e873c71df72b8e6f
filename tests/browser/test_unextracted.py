"""The home page opened from inside a zip that nobody extracted, and with its files beside it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.browser import served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Mode
    from tests.browser.page import Page

LOST = ".cr-unstyled"


def test_the_home_page_without_its_files_says_to_extract_them(
    page: Page, mode: Mode, site: Path, tmp_path: Path
) -> None:
    """A file manager unpacks the one file that was double-clicked, into a folder of its own."""
    (tmp_path / "taken").mkdir()
    shutil.copy(site / "index.html", tmp_path / "taken")
    for alone in served.copied(tmp_path / "taken", tmp_path / "temporary", mode.scheme):
        page.open("index.html", site=alone)
        page.until(lambda: page.shows(LOST), "the message")
        assert page.text(LOST) == (
            "This page has lost its files: if you opened it inside a zip, "
            "extract all files first, then open index.html again."
        )
        assert page.find(LOST).rect["y"] < 200, "it is seen without scrolling"
        assert any("did not load" in each or "ERR_" in each for each in page.complaints())


def test_with_its_files_the_home_page_says_nothing_of_them(page: Page) -> None:
    page.open("index.html")
    assert page.shows("main h1")
    assert not page.shows(LOST)
