"""No sentence twice: what is said of a case is said once, in the form, in the answer and in each of its lines.

Let through, since each line is opened, copied and acted on by itself: whom to tell and how, what decided that an act applies,
notes, places and last figures that two acts share; where each part of a test stands; and the labels that only a screen reader hears, which must tell fields apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

SHORT = 6  # words; fewer are a label, a name or a date
OPEN = "for (const fold of document.querySelectorAll('#answer details:not(#cr-nations, .cr-count)')) fold.open = true"
# Each piece of text that is seen, with the line, test or part of the page in which it stands, and the fact that it fills.
SAID = """
const part = (element) =>
  element.closest(".cr-reading, [data-test]") ?? element.closest("[data-rule], [data-step], [data-either]") ?? document.body;
const names = new Map();
const name = (element) => names.get(element) ?? (names.set(element, names.size), names.get(element));
const seen = [...document.querySelectorAll("#case *, #answer *")].filter(
  (element) => element.checkVisibility() && getComputedStyle(element).display !== "inline"
    && !element.closest("select, .cr-actions, dt, th, td:nth-child(3), .cr-hidden, .cr-picture, .cr-count, .cr-answer__do"));
const blocks = new Set(seen);
for (const element of seen) for (let at = element.parentElement; at; at = at.parentElement) blocks.delete(at);
return [...blocks].map((element) => [name(part(element)), part(element) === document.body ? "page" : "part",
  element.closest(".cr-fact")?.dataset.fact ?? "", element.innerText.replace(/\\s+/g, " ").trim()]);"""
CASES = {
    "England 2023": "england/child-safeguarding-practice-review-2023#incident=2026-02-10&authority-aware=2026-02-11&child-died=yes",
    "England in force": "england/child-safeguarding-practice-review-2026#incident=2026-11-28&authority-aware=2026-11-28&child-died=yes&abuse-or-neglect=yes",
    "Scotland": "scotland/learning-review-2021#incident=2026-06-12&authority-aware=2026-06-12&child-died=yes&looked-after=yes",
    "Wales": "wales/single-unified-safeguarding-review-2024#incident=2026-03-02&impairment-identified=2026-05-31&permanent-impairment=yes&abuse-or-neglect=yes",
    "Northern Ireland": "northern-ireland/case-management-review-2017#requisition=2026-11-28&panel-meeting=2026-12-14&child-died=yes",
}  # fmt: skip


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that say something."""
    return [each for each in re.split(r"(?<=[.?!:]) (?=[A-Z“])", text) if len(each.split()) >= SHORT]


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_said_twice_in_a_line_or_on_the_page(page: Page, case: str) -> None:
    page.open(f"{WORKBENCH}?edition={CASES[case]}")
    page.until(lambda: page.shows("#answer"), "the answer")
    page.run(OPEN)
    parts: dict[int, Counter[str]] = defaultdict(Counter)
    known: Counter[str] = Counter()
    for part, kind, fact, text in page.run(SAID):
        said = sentences(text)
        if fact != "to":  # two bodies may be told in two ways that were printed in the same month
            parts[part].update(said)
        known.update(each for each in said if "was not read." in each and (kind == "page" or fact == "source"))
    twice = [each for said in parts.values() for each, times in said.items() if times > 1]
    assert twice == [], "; ".join(twice)
    assert [each for each, times in known.items() if times > 1] == [], "how a text is known is said once for all"
