"""Pictures of the workbench in each of its states, for people to look at: `python -m tests.browser.screenshots FOLDER`.

Needs the built site. Each state is taken as its first view, whole at a desktop's and a phone's width and zoomed, in dark, and
as it prints. The picture in README is the first view of `4-england-2023`.
"""

from __future__ import annotations

import base64
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import browsers
from tests.browser.kept import Kept
from tests.browser.page import WORKBENCH
from tests.browser.proxy import Proxy
from tests.browser.served import Copy
from tests.browser.states import AWARE, ENGLAND, IN_FORCE, answered, begun, mistaken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.page import Page

SITE = Path(__file__).parents[2] / "site"
WIDTHS = {"desktop": (1280, 757), "phone": (390, 844), "zoomed": (320, 757)}


def empty(page: Page) -> None:
    """Open the workbench before anything is said."""
    page.open(WORKBENCH)


def opened_line(page: Page) -> None:
    """Open an act, its count and the strip."""
    answered(f"edition={ENGLAND}#incident=2025-12-10&authority-aware=2025-12-22&today=2025-12-23&child-died=yes")(page)
    page.click("#answer-notify-panel > summary")
    page.click("#answer-notify-panel .cr-count > summary")
    page.click("#cr-strip-fold > summary")


STATES: dict[str, Callable[[Page], None]] = {
    "1-empty": empty,
    "2-begun": begun,
    "3-mistake": mistaken,
    "4-england-2023": answered(AWARE),
    "5-england-in-force": answered(f"edition={IN_FORCE}#incident=2026-11-28&authority-aware=2026-11-28&child-died=yes"),
    "6-scotland": answered(
        "edition=scotland/learning-review-2021#incident=2026-06-12&authority-aware=2026-06-12&child-died=yes&looked-after=yes"
    ),
    "7-wales": answered("edition=wales/single-unified-safeguarding-review-2024#incident=2026-11-28&child-died=yes"),
    "8-northern-ireland": answered("edition=northern-ireland/case-management-review-2017#requisition=2026-11-28"),
    "9-opened": opened_line,
}


def whole(page: Page, file: Path) -> None:
    """Save a picture of the whole page."""
    taken = page.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    file.write_bytes(base64.b64decode(taken["data"]))


def take(folder: Path) -> None:
    """Save every state in every width and colour, and as printed."""
    folder.mkdir(parents=True, exist_ok=True)
    with Proxy() as proxy:
        kept = Kept(browsers.NAMES[0], proxy)
        page = kept.new_tab(Copy(root=SITE, base=SITE.as_uri()))
        for name, prepare in STATES.items():
            page.size(*WIDTHS["desktop"])
            prepare(page)
            time.sleep(1)  # until the head has changed over to the page's title
            page.driver.save_screenshot(str(folder / f"{name}-view.png"))
            for width, size in WIDTHS.items():
                page.size(*size)
                whole(page, folder / f"{name}-{width}.png")
            page.size(*WIDTHS["desktop"])
            page.run("document.body.dataset.mdColorScheme = 'slate'")
            whole(page, folder / f"{name}-dark.png")
            (folder / f"{name}.pdf").write_bytes(base64.b64decode(page.driver.print_page()))
        kept.quit()


if __name__ == "__main__":
    take(Path(sys.argv[1]))
