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
for (const key of ["notes", "reference", "facts", "rule"]) delete question[key];
CaseReviewEngine.ask(question).then(done, (error) => done({failed: String(error)}));"""
SHOWN = """
const rows = (box) => [...box.querySelectorAll(":scope > .cr-count tbody[data-rows] tr")]
  .map((row) => [...row.cells].map((cell) => cell.textContent));
return [...document.querySelectorAll("#answer [data-rule]")].map((line) => ({
  rule: line.dataset.rule, iso: line.dataset.due, state: line.dataset.state, applies: line.dataset.applies,
  due: line.querySelector(".cr-answer__due").textContent, count: rows(line.querySelector(".cr-answer__body")),
  readings: [...line.querySelectorAll(".cr-reading")].map((one) => (
    {due: one.querySelector(".cr-reading__due").textContent, count: rows(one)}))}));"""


@pytest.fixture
def built_from(site: Path) -> Path:
    """Return the copy of the repository that the site was built from: this one, unless the site lies in another."""
    return site.parent if (site.parent / "calculators").is_dir() else ROOT


def command_line(built_from: Path, *words: str) -> Any:  # noqa: ANN401 - JSON
    """Return the command line's JSON answer."""
    command = [sys.executable, "-m", "calculators", *words, "--json"]
    done = subprocess.run(command, cwd=built_from, capture_output=True, check=True, text=True, encoding="utf-8")  # noqa: S603 - our own program
    return json.loads(done.stdout)


def plan(built_from: Path, edition: str, events: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
    """Return the command line's plan."""
    given = [word for event, day in events.items() for word in ("--event", f"{event}={day}")]
    return command_line(built_from, "plan", edition, *given, "--today", TODAY)


def give_every_date(page: Page) -> dict[str, str]:
    """Fill every event the form asks for, and return them as written."""
    if page.shows("#cr-further"):
        page.click("#cr-further")
    fields = [each for each in page.all("[data-event]") if each.is_displayed()]
    events = {}
    for number, field in enumerate(fields):
        day = FIRST + timedelta(days=9 * number)
        event = str(field.get_attribute("data-event"))
        page.run("CaseReviewForm.fill(arguments[0], arguments[1])", f"event-{event}", day.isoformat())
        events[event] = day.isoformat()
    page.give("today", "20 4 2026")
    return events


def test_the_browser_answers_every_edition_as_the_command_line_does(page: Page, built_from: Path) -> None:
    page.open(WORKBENCH)
    editions = [one["edition"] for one in command_line(built_from, "editions")["editions"]]
    assert editions
    for edition in editions:
        page.choose(edition)
        events = give_every_date(page)
        shown = page.driver.execute_async_script(ASK)
        assert shown == plan(built_from, edition, events), edition


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param("england/child-safeguarding-practice-review-2023", id="England 2023"),
        pytest.param("scotland/significant-case-review-2015", id="Scotland 2015"),
    ],
)
def test_the_page_shows_every_rule_with_its_count_to_the_day_and_the_dated_in_order(
    page: Page, built_from: Path, edition: str
) -> None:
    page.open(WORKBENCH)
    page.choose(edition)
    answer = plan(built_from, edition, give_every_date(page))
    page.work_out()
    shown = {each["rule"]: each for each in page.run(SHOWN)}
    assert sorted(shown) == sorted(one["rule"] for one in answer["dates"]), "each rule once, and none is dropped"
    for one in answer["dates"]:
        each = shown[one["rule"]]
        assert (each["iso"], each["state"], each["applies"]) == (one["due"] or "", one["state"], one["applies"])
        if one["due"] and one["kind"] == "deadline":
            assert each["due"] == answer["in_full"][one["due"]]
        assert each["count"] == ([] if one["readings"] else in_words(one["count"], answer))
        assert [
            (reading["due"].split(" to ")[0].removesuffix(" Safest"), reading["count"]) for reading in each["readings"]
        ] == [
            (
                answer["in_full"][reading["due"]] if reading["due"] else reading["due"],
                in_words(reading["count"], answer),
            )
            for reading in one["readings"]
        ]
    dated = [
        str(each.get_attribute("data-due"))
        for each in page.all("#cr-groups > .cr-group--left:first-child [data-rule]")
        if each.get_attribute("data-due")
    ]
    assert len(dated) > 1
    assert dated == sorted(dated), "soonest first"
    by_its_page = page.run("return [...document.querySelectorAll('.cr-answer__do a')].map((link) => link.hash)")
    assert sorted(by_its_page) == sorted(f"#rule-{one['rule']}" for one in answer["dates"]), "each leads to its page"


def in_words(count: list[dict[str, str]], answer: dict[str, Any]) -> list[list[str]]:
    """Return a count's rows as the page words them."""
    return [[answer["in_full"][day["date"]], day["words"]] for day in count]
