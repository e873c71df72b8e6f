"""Each state of the pages that work stands in a narrow window and in forced colours; `python -m tests.browser.scan` goes further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import browsers, faults, served, states, stops
from tests.browser.test_accessible import scrolls_sideways, violations, widest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.page import Page
    from tests.browser.proxy import Proxy

WALKED = ("workbench: begun", "workbench: a decision kept", "case list: a case open", "day counter: answered")


@pytest.fixture
def chromium(proxy: Proxy, site: Path, tmp_path: Path) -> Iterator[Page]:
    """Return a page of a Chromium of its own, with the site in a folder: what the system shows can be chosen there alone."""
    for copy in served.copied(site, tmp_path, "file"):
        yield from faults.lacking(browsers.NAMES[0], proxy, copy, "")


@pytest.mark.timeout(900)  # every state, on a machine that may be busy
def test_every_state_is_accessible_in_forced_colours_and_fits_a_narrow_window(chromium: Page) -> None:
    found: list[str] = []
    for name, prepare in states.STATES.items():
        chromium.wide()
        states.see(chromium, "light")
        prepare(chromium)
        chromium.narrow()
        # What slides open, as the theme's search does, takes its time.
        chromium.until(lambda: not scrolls_sideways(chromium), f"{name} to fit: {widest(chromium)}")
        states.see(chromium, "forced colours")
        found += [f"{name}: {each}" for each in violations(chromium)]
    assert found == []


@pytest.mark.parametrize("name", WALKED)
def test_wherever_the_keyboard_stops_there_is_a_name_and_an_outline_in_view(page: Page, name: str) -> None:
    states.STATES[name](page)
    seen, wrong = stops.walk(page)
    assert wrong == []
    assert seen > 20


BARS = """
const first = document.querySelector("#cr-groups .cr-answer--next > summary");
const bar = (summary) => getComputedStyle(summary).borderLeftColor;
return [...document.querySelectorAll("#cr-groups .cr-answer > summary")].filter((each) => bar(each) === bar(first)).length;"""
ARROWS = """
const ground = getComputedStyle(document.body).backgroundColor;
return [...document.querySelectorAll("#answer summary")].filter((each) => getComputedStyle(each, "::after").backgroundColor === ground).length;"""
BROKEN = """
const lines = (each) => { const words = document.createRange(); words.selectNodeContents(each); return words.getClientRects().length; };
return [...document.querySelectorAll(".cr-grid :is(.cr-sign, .cr-day__end)")].filter((each) => each.checkVisibility() && lines(each) > 1).length;"""


def test_the_first_act_and_the_folds_are_marked_in_forced_colours_too(chromium: Page) -> None:
    chromium.wide()
    states.STATES["workbench: England 2023 answered"](chromium)
    for scheme in ("light", "forced colours"):
        states.see(chromium, scheme)
        assert chromium.run(BARS) == 1, f"one line alone is marked in {scheme}"
        assert chromium.run(ARROWS) == 0, f"every fold has its arrow in {scheme}"


def test_a_day_s_word_stands_on_one_line_in_a_narrow_window(chromium: Page) -> None:
    chromium.wide()
    states.STATES["workbench: England 2023 answered"](chromium)
    chromium.run(states.EVERY_FOLD)
    chromium.narrow()
    assert chromium.shows(".cr-grid .cr-day__end")
    assert chromium.run(BROKEN) == 0


def test_everything_is_printed_with_room_to_sign_it_off_and_a_list_keeps_its_columns(chromium: Page) -> None:
    chromium.wide()
    states.see(chromium, "light")
    states.STATES["workbench: England 2023 answered"](chromium)
    chromium.run("window.print = () => (window.room = document.getElementById('answer').hasAttribute('data-whole'))")
    for button, room in (("#cr-print", False), ("#cr-print-all", True)):
        chromium.click(button)
        assert chromium.run("return window.room") is room
        assert chromium.run("return document.getElementById('answer').hasAttribute('data-whole')") is False
    assert not chromium.shows("#cr-sign-off")
    states.see(chromium, "print")
    assert not chromium.shows("#cr-sign-off"), "the plan for the wall is not signed off"
    chromium.run("document.getElementById('answer').toggleAttribute('data-whole', true)")
    assert chromium.shows("#cr-sign-off")

    states.see(chromium, "light")
    states.STATES["case list: a case open"](chromium)
    chromium.size(680, 900)  # what A4 leaves between its margins
    states.see(chromium, "print")
    assert chromium.run("return getComputedStyle(document.querySelector('#cr-cases-table thead')).position") == "static"


def test_a_decision_is_printed_with_room_for_who_took_it_and_for_dissent(chromium: Page) -> None:
    chromium.wide()
    states.see(chromium, "light")
    states.STATES["workbench: a decision kept"](chromium)
    room = "#cr-tests .cr-fact.cr-on-paper"
    assert not chromium.shows(room)
    states.see(chromium, "print")
    told = [each.find_element("tag name", "dt").text for each in chromium.all(room) if each.is_displayed()]
    assert told == ["Decided by (roles, no names)", "Dissent (roles, no names)"]
    states.see(chromium, "light")
