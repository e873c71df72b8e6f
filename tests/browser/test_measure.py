"""How much it takes to come to a plan, and how much room the plan takes: on a desk, on a phone, on paper."""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

from selenium.webdriver.common.print_page_options import PrintOptions

from tests.browser.figures import iso
from tests.browser.page import WORKBENCH
from tests.browser.test_accessible import scrolls_sideways

if TYPE_CHECKING:
    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
CASE = f"{WORKBENCH}?edition={EDITION}#incident=2026-02-10&authority-aware=2026-02-11&today=2026-02-12"
MOST = 14  # fields and clicks, a date counting as one
PAGES = 3  # A4
EVERYTHING = 10  # A4, with every count, note and source
# Tags are left out: a word or two in bold, such as "may apply", that the line or its body says in full as well.
SMALL = """
const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
return [...document.querySelectorAll("#case *, #answer *")]
  .filter((element) => (own(element) || element.matches("input, select, textarea")) && element.checkVisibility())
  .filter((element) => !element.closest(".cr-hidden, .cr-tag") && !["radio", "checkbox"].includes(element.type))
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 16)
  .map((element) => `${element.tagName}.${element.className}#${element.id} ${getComputedStyle(element).fontSize}: ${element.textContent.trim().slice(0, 40)}`);"""
BOX = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
return [box.top, box.bottom, box.height, innerHeight];"""
OPEN_ALL = "for (const fold of document.querySelectorAll('#case details, #answer details')) fold.open = true"


class Counted:
    """A reader's moves on a page, each counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.moves = 0

    def click(self, css: str) -> None:
        """Click once."""
        self.moves += 1
        self.page.click(css)

    def say(self, fact: str) -> None:
        """Answer one question by a click."""
        self.moves += 1
        self.page.say(fact)

    def give(self, field: str, date: str) -> None:
        """Fill in one date."""
        self.moves += 1
        self.page.give(field, date)


def pages(pdf: str) -> int:
    """Return how many pages a PDF has, looking into the streams in which some writers put its objects."""
    raw = base64.b64decode(pdf)
    found = [raw]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL):
        try:
            found.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            continue
    return sum(len(re.findall(rb"/Type\s*/Page\b(?!s)", part)) for part in found)


def printed(page: Page) -> int:
    """Print the page on A4 and return on how many sheets."""
    options = PrintOptions()
    options.page_width, options.page_height = 21.0, 29.7
    return pages(page.driver.print_page(options))


def test_a_short_plan_is_printed_on_one_sheet_with_none_left_blank(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition=scotland/learning-review-2021#incident=2026-06-12&authority-aware=2026-06-12")
    page.until(lambda: page.shows("#answer"), "the answer")
    assert printed(page) == 1


def test_the_plan_of_england_2023_is_one_sheet_that_names_what_is_folded_and_everything_is_few(page: Page) -> None:
    page.open(CASE)
    page.until(lambda: page.shows("#answer"), "the answer")
    assert printed(page) == 1
    assert not page.shows(".cr-on-paper"), "on the page a fold opens instead"
    for fold in page.all("#cr-folded > details"):
        named = str(fold.find_element("css selector", "summary > .cr-on-paper").get_property("textContent"))
        acts = [
            str(act.get_property("textContent")) for act in fold.find_elements("css selector", ".cr-answer__action")
        ]
        assert named == f": {'; '.join(acts)}."
    page.run(OPEN_ALL)
    page.run("document.getElementById('cr-nations').open = document.getElementById('cr-out').open = false")
    assert printed(page) <= EVERYTHING


def test_from_home_to_a_printed_plan_in_few_moves_and_on_few_sheets(page: Page) -> None:
    page.open("index.html")
    reader = Counted(page)
    reader.click("label[for=nation-england]")
    reader.give("incident", "10 2 2026")
    reader.click("#cr-start-form button")
    page.until(lambda: page.shows("#case"), "the workbench")
    page.until(lambda: "2023" in page.text("#guidance-name"), "the edition of the incident's date")
    for fact in ("child-died", "abuse-or-neglect", "in-authority-area"):
        reader.say(fact)
    reader.give("event-authority-aware", "11 2 2026")
    reader.click("#cr-go")
    page.follows()
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-11")
    assert page.line("rapid-review", "due") == iso("rapid-review", "2026-02-10")
    page.run("window.printed = 0; window.print = () => (window.printed += 1)")
    reader.click("#cr-print")
    assert page.run("return window.printed") == 1
    assert reader.moves <= MOST
    assert 1 <= printed(page) <= PAGES


def test_the_plan_is_short_on_a_desk_and_on_a_phone_and_is_read_at_once(page: Page) -> None:
    found = []
    for width, height, screens in ((1280, 757, 2), (390, 844, 4)):
        page.open(CASE)
        bar = page.run("return innerWidth - document.documentElement.clientWidth")
        page.size(width + bar, height)  # where a scroll bar takes room, as none does on a phone
        page.open(CASE)
        page.until(lambda: page.shows("#answer"), "the answer, which a link brings unasked")
        page.until(lambda: page.focus() == "answer-title", "the keyboard at the heading of the answer")
        _, _, tall, _ = page.run(BOX, "#answer")
        top, bottom, _, window = page.run(BOX, "#answer [data-rule]")
        whole = page.run("return document.documentElement.scrollHeight")
        if whole > screens * height:
            found.append(
                f"at {width}, the page is {whole} px high, its answer {tall}, more than {screens} screens of {height}"
            )
        if top < 0 or bottom > window:
            found.append(f"at {width}, the first line is from {top} to {bottom}, outside the first view of {window}")
        if scrolls_sideways(page):
            found.append(f"at {width}, the page scrolls sideways")
    page.narrow()
    page.run(OPEN_ALL)
    if scrolls_sideways(page):
        found.append("at 320, with everything opened, the page scrolls sideways")
    assert found == []


def test_no_text_of_form_and_answer_is_smaller_than_sixteen_pixels(page: Page) -> None:
    for nation in ("england/child-safeguarding-practice-review-2026", "scotland/learning-review-2021"):
        page.open(f"{WORKBENCH}?edition={nation}#incident=2026-04-01&authority-aware=2026-04-02")
        page.until(lambda: page.shows("#answer"), "the answer")
        page.click("[data-change=where]")
        page.run(OPEN_ALL)
        assert page.run(SMALL) == []
