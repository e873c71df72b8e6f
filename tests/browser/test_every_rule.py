"""The browser and the command line give one answer, and the page shows the whole of it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.page import WORKBENCH

if TYPE_CHECKING:
    from tests.browser.page import Page

ROOT = Path(__file__).parents[2]
TODAY = "2026-04-20"
FIRST = date(2026, 4, 2)  # the Thursday before Easter; each further event is nine days later
ASK = """
const done = arguments[0];
const question = {...CaseReviewForm.question(), own: []};
CaseReviewEngine.ask(question).then(done, (error) => done({failed: String(error)}));"""
SHOWN = """
const rows = (box) => [...box.querySelectorAll(":scope > .cr-count tbody tr")]
  .map((row) => [...row.cells].map((cell) => cell.textContent));
return [...document.querySelectorAll("#cr-dated > .cr-card")].map((card) => ({
  rule: card.id.replace("answer-", ""), due: card.querySelector(".cr-answer__due").textContent, count: rows(card),
  readings: [...card.querySelectorAll(".cr-reading")].map((one) => (
    {due: one.querySelector(".cr-reading__due").textContent, count: rows(one)}))}));"""


def command_line(*words: str) -> Any:  # noqa: ANN401 - JSON
    """Return the command line's JSON answer."""
    command = [sys.executable, "-m", "calculators", *words, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8")  # noqa: S603 - our own program
    return json.loads(done.stdout)


def plan(edition: str, events: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    """Return the command line's plan."""
    given = [word for event, day in events.items() for word in ("--event", f"{event}={day}")]
    return command_line("plan", edition, *given, "--today", TODAY)


def give_every_date(page: Page) -> dict[str, str]:
    """Fill every event the form asks for, and return them as written."""
    fields = [each for each in page.all("[data-event]") if each.is_displayed()]
    events = {}
    for number, field in enumerate(fields):
        day = FIRST + timedelta(days=9 * number)
        event = str(field.get_attribute("data-event"))
        page.run("CaseReviewForm.fill(arguments[0], arguments[1])", f"event-{event}", day.isoformat())
        events[event] = day.isoformat()
    page.give("today", "20 4 2026")
    return events


def test_the_browser_answers_every_edition_as_the_command_line_does(page: Page) -> None:
    page.open(WORKBENCH)
    editions = [one["edition"] for one in command_line("editions")["editions"]]
    assert editions
    for edition in editions:
        page.choose(edition)
        events = give_every_date(page)
        assert page.driver.execute_async_script(ASK) == plan(edition, events), edition


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param("england/child-safeguarding-practice-review-2023", id="England 2023"),
        pytest.param("scotland/significant-case-review-2015", id="Scotland 2015"),
    ],
)
def test_the_page_shows_each_date_in_order_with_its_count_to_the_day(page: Page, edition: str) -> None:
    page.open(WORKBENCH)
    page.choose(edition)
    answer = plan(edition, give_every_date(page))
    page.work_out()
    expected = sorted((one for one in answer["dates"] if first_date(one)), key=first_date)
    assert len(expected) > 1
    shown = page.run(SHOWN)
    assert [each["rule"] for each in shown] == [one["rule"] for one in expected]
    for each, one in zip(shown, expected, strict=True):
        assert each["due"] == (answer["in_full"][one["due"]] if one["due"] else "See the readings")
        assert each["count"] == ([] if one["readings"] else in_words(one["count"], answer))
        assert [
            (reading["due"].split(" to ")[0].removesuffix(" Safest"), reading["count"]) for reading in each["readings"]
        ] == [(answer["in_full"][reading["due"]], in_words(reading["count"], answer)) for reading in one["readings"]]
    page.click("#cr-open-counts")
    counts = page.all("#cr-dated .cr-count")
    assert counts
    assert all(each.get_attribute("open") is not None for each in counts)
    assert all(each.find_element("css selector", "tbody tr:last-child").is_displayed() for each in counts)


def first_date(one: dict[str, Any]) -> str:
    """Return the date by which a rule is sorted: its own, or the earliest of its readings."""
    readings = [reading["due"] for reading in one["readings"] if reading["due"]]
    return str(one["due"] or min(readings, default=""))


def in_words(count: list[dict[str, str]], answer: dict[str, Any]) -> list[list[str]]:
    """Return a count's rows as the page words them."""
    return [[answer["in_full"][day["date"]], day["words"]] for day in count]
