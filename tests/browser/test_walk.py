"""Random steps in the workbench: the answer shown is always the door's answer to the form shown, or is marked as old.

`python -m tests.browser.walk 1000` walks further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.page import WORKBENCH
from tests.browser.shown_form import differences, look
from tests.browser.walk import Walk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Mode
    from tests.browser.page import Page

SEEDS = {"chromium-file": 1, "chromium-http": 2, "firefox-file": 3, "firefox-http": 4}
STEPS = 30
EDITION = "england/child-safeguarding-practice-review-2023"


@pytest.mark.timeout(900)  # a browser on a busy machine needs seconds for each step
def test_whatever_a_reader_does_the_answer_is_the_doors_or_marked(page: Page, mode: Mode, tmp_path: Path) -> None:
    walk = Walk(page, SEEDS[str(mode)], tmp_path)
    walk.walk(STEPS)
    assert walk.counted["compared"] >= STEPS / 8, walk.counted


def test_an_answer_that_is_not_the_doors_is_told(page: Page) -> None:
    """The comparison can fail: one date changed in the page, one line taken out of it."""
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&today=2026-04-03")
    page.follows()
    assert differences(look(page), {}) == []
    page.run("document.getElementById('answer-notify-panel').dataset.due = '2026-04-10'")
    page.run("document.getElementById('answer-rapid-review').remove()")
    found = differences(look(page), {})
    assert len(found) == 2
    assert found[0].startswith("notify-panel: the page shows ['2026-04-10'")
