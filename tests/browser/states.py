"""The states in which a reader meets the pages that work, and the schemes in which any page is seen: what scans go through."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.browser.figures import due
from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.page import Page

ENGLAND = "england/child-safeguarding-practice-review-2023"
IN_FORCE = "england/child-safeguarding-practice-review-2026"
AWARE = f"edition={ENGLAND}#incident=2026-02-10&authority-aware=2026-02-11&today=2026-02-12&child-died=yes&abuse-or-neglect=yes"
CASES = "guide/cases.html"
DAYS = "guide/day-counter.html"
SEARCH = ".md-search__input"
LIST = "case,edition,authority-aware\n{rows}\n"
DROP = """
const carried = new DataTransfer();
carried.items.add(new File([arguments[1]], arguments[0]));
document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));"""
EVERY_FOLD = "for (const fold of document.querySelectorAll('#case details, #answer details')) fold.open = true"

# Each way in which a page may be seen, as the media features and the kind of medium that a browser can be told to show.
SCHEMES: dict[str, tuple[str, dict[str, str]]] = {
    "light": ("screen", {"prefers-color-scheme": "light"}),
    "dark": ("screen", {"prefers-color-scheme": "dark"}),
    "forced colours": ("screen", {"forced-colors": "active"}),
    "more contrast": ("screen", {"prefers-contrast": "more"}),
    "print": ("print", {"prefers-color-scheme": "light"}),
}
SETTLED = """
const done = arguments[1];
document.body.dataset.mdColorScheme = arguments[0];
for (const running of document.getAnimations()) running.finish();
requestAnimationFrame(() => done(null));"""


def see(page: Page, scheme: str) -> None:
    """Let a Chromium show the page that is open in a scheme."""
    kind, features = SCHEMES[scheme]
    media = {"media": kind, "features": [{"name": name, "value": value} for name, value in features.items()]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    page.driver.execute_async_script(SETTLED, "slate" if scheme == "dark" else "default")


def answered(query: str) -> Callable[[Page], None]:
    """Return what opens the workbench by a link that is answered at once."""

    def opened(page: Page) -> None:
        page.open(f"{WORKBENCH}?{query}")
        page.follows()

    return opened


def opened_at(path: str) -> Callable[[Page], None]:
    """Return what opens a page and does nothing in it."""
    return lambda page: page.open(path)


def begun(page: Page) -> None:
    """Say where and when, and nothing of the child."""
    page.open(f"{WORKBENCH}?nation=england#incident=2026-02-10")
    page.until(lambda: page.shows("#cr-steps"), "the steps")


def mistaken(page: Page) -> None:
    """Give a date that is none."""
    begun(page)
    page.give("event-authority-aware", "31 2 2026")
    page.work_out()


def everything_open(page: Page) -> None:
    """Open the form under an answer, and every fold of both: questions, limits, counts, tests, back-plan, the four nations."""
    answered(f"edition={ENGLAND}#authority-aware=2026-04-02&publication=2026-05-06&incident=2026-04-01")(page)
    page.click("[data-change=where]")
    page.run(EVERY_FOLD)
    page.until(lambda: len(page.all("#cr-nations h4")) == 4, "the same facts in the four nations")


def limits(page: Page) -> None:
    """Open what the reader's own copy is asked for, and say of one limit that it differs."""
    answered(f"edition={IN_FORCE}#incident=2026-11-28&authority-aware=2026-11-28")(page)
    page.reach("#cr-limits")
    page.run(EVERY_FOLD)
    page.run(
        "const read = [...document.querySelectorAll('#cr-limits [data-limit=read]')].find((each) => each.options.length > 1);"
        "read.selectedIndex = read.options.length - 1; read.dispatchEvent(new Event('change', {bubbles: true}));"
        "read.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    page.until(lambda: page.shows("#cr-reader"), "who read it")


def back_plan(page: Page) -> None:
    """Open what must be done before publication, with conflicts."""
    answered(f"edition={ENGLAND}#review-decision=2026-08-26&publication=2026-09-01&today=2026-08-03")(page)
    page.click("#back-publication > summary")


def decided(page: Page) -> None:
    """Keep the outcome of a test as a decision."""
    answered(AWARE)(page)
    page.click("#cr-tests > summary")
    page.run("for (const fold of document.querySelectorAll('#cr-tests details')) fold.open = true")
    page.click("#cr-tests [data-keep]")
    page.until(lambda: "Decided" in page.text("#cr-decisions"), "the decision")


def stale(page: Page) -> None:
    """Leave half a date under an answer."""
    answered(AWARE)(page)
    page.put("#event-authority-aware-year", "")
    page.until(page.stale, "the mark")


def asked_about(page: Page) -> None:
    """Drop a saved case on work that is not saved."""
    begun(page)
    page.put("#notes", "Not saved yet.")
    page.run(DROP, "other.json", _case())
    page.until(lambda: page.shows("#cr-replace"), "the question")


def moved(page: Page) -> None:
    """Open a case whose date has moved since it was saved."""
    page.open(WORKBENCH)
    page.run(DROP, "case.json", _case())
    page.follows()
    page.until(lambda: page.shows("#cr-moved li"), "what moved")


def failed(page: Page) -> None:
    """Ask in a browser that lacks what the calculator needs."""
    page.open(WORKBENCH)
    page.run("window.DecompressionStream = undefined")
    page.choose(ENGLAND)
    page.give("event-authority-aware", "2 4 2026")
    page.work_out()


def _case() -> str:
    """Return a case file of one date, saved as if it had been another."""
    was = (due("notify-panel", "2026-02-11") + timedelta(days=1)).isoformat()
    return json.dumps({
        "format": 1, "kind": "case", "saved": "2026-03-02", "release": "0", "content": "0", "reference": "CR-9",
        "edition": ENGLAND, "facts": {}, "events": {"authority-aware": "2026-02-11"}, "done": {}, "closed": [],
        "figures": None, "notes": "", "answered": {"notify-panel": was},
    })  # fmt: skip


def cases(page: Page) -> None:
    """Open the example of a case list, and one of its cases."""
    page.open(CASES)
    page.click("#cr-cases-example-open")
    page.until(lambda: page.shows("#cr-cases-table tr[data-case='EXAMPLE-2']"), "the list")
    page.click("#cr-cases-table tr[data-case='EXAMPLE-2'] button")


def cases_with_mistakes(page: Page) -> None:
    """Open a list of which rows cannot be read."""
    page.open(CASES)
    rows = f"A,{ENGLAND},2026-04-02\nB,{ENGLAND},2026-02-30\nC,england/none,2026-04-02"
    page.run(DROP, "few.csv", LIST.format(rows=rows))
    page.until(lambda: page.shows("#cr-cases-unread"), "what could not be read")


def counted(page: Page) -> None:
    """Count five working days over a holiday."""
    page.open(f"{DAYS}?nation=scotland&count=after")
    page.type("#day-length", "5")
    page.give("from", "11 6 2026")
    page.click("#day-form button[type='submit']")
    page.until(lambda: page.shows("#day-words"), "the count")


def miscounted(page: Page) -> None:
    """Ask the day counter about no date."""
    page.open(f"{DAYS}?nation=scotland&count=after")
    page.click("#day-form button[type='submit']")
    page.until(lambda: page.shows("#day-form .cr-error-summary"), "the errors")


def home_mistaken(page: Page) -> None:
    """Press the first page's button with nothing said."""
    page.open("index.html")
    page.click("#cr-start-form button[type='submit']")
    page.until(lambda: page.shows("#cr-start-form .cr-error-summary"), "the errors")


def searched(page: Page) -> None:
    """Find pages by a word."""
    page.open("index.html")
    page.click(SEARCH)
    page.type(SEARCH, "rapid review")
    page.until(lambda: page.shows(".md-search-result__item"), "what is found")


def checked(page: Page) -> None:
    """Let the copy check itself."""
    page.open("about/self-check.html")
    page.click("#check-start")
    page.until(lambda: page.shows("#check-answer"), "the verdict")


STATES: dict[str, Callable[[Page], None]] = {
    "workbench: empty": opened_at(WORKBENCH),
    "workbench: begun": begun,
    "workbench: a mistake": mistaken,
    "workbench: England 2023 answered": answered(AWARE),
    "workbench: England in force answered": answered(
        f"edition={IN_FORCE}#incident=2026-11-28&authority-aware=2026-11-28&child-died=yes"
    ),
    "workbench: Northern Ireland answered": answered(
        "edition=northern-ireland/case-management-review-2017#requisition=2026-11-28"
    ),
    "workbench: Scotland answered": answered(
        "edition=scotland/learning-review-2021#incident=2026-06-12&authority-aware=2026-06-12&child-died=yes&looked-after=yes"
    ),
    "workbench: Wales answered": answered(
        "edition=wales/single-unified-safeguarding-review-2024#incident=2026-11-28&child-died=yes"
    ),
    "workbench: every fold open": everything_open,
    "workbench: limits": limits,
    "workbench: back from publication": back_plan,
    "workbench: a decision kept": decided,
    "workbench: a stale answer": stale,
    "workbench: unsaved work asked about": asked_about,
    "workbench: a saved case that moved": moved,
    "workbench: the calculator failed": failed,
    "case list: empty": opened_at(CASES),
    "case list: a case open": cases,
    "case list: rows that cannot be read": cases_with_mistakes,
    "day counter: empty": opened_at(DAYS),
    "day counter: answered": counted,
    "day counter: a mistake": miscounted,
    "home: a mistake": home_mistaken,
    "search: found": searched,
    "self-check: done": checked,
}
