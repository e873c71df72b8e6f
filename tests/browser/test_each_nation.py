"""A practitioner's run in each nation, typed: the incident, the child, the plan, the tests, the calendar file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.browser.figures import counted, due, iso, worded
from tests.browser.page import CATCH, WORKBENCH
from tests.by_hand import oracle, rules

if TYPE_CHECKING:
    from tests.browser.page import Page

SCOTLAND, WALES, NORTHERN_IRELAND = rules.SCOTLAND_2021, rules.WALES_2024, rules.NORTHERN_IRELAND
OVER_THE_WORLD_CUP = ("Monday 15 June 2026", "Not counted: World Cup bank holiday")


def opened_test(page: Page, test: str) -> str:
    """Open the fold of the tests and one test in it, and return what it says."""
    if page.find("#cr-tests").get_attribute("open") is None:
        page.click("#cr-tests > summary")
    box = f"#cr-tests [data-test='{test}']"
    among = f"[data-either]:not([open]):has([data-test='{test}']) > summary"  # one question of which it is an outcome
    if page.all(among):
        page.click(among)
    if page.find(box).get_attribute("open") is None:
        page.click(f"{box} > summary")
    return page.text(box)


@pytest.mark.parametrize(
    ("edition", "test", "facts", "field", "given", "rule"),
    [
        pytest.param(
            "england/child-safeguarding-practice-review-2023",
            "notify-panel",
            ["abuse-or-neglect", "seriously-harmed", "in-authority-area"],
            "authority-aware",
            "2026-02-02",
            "notify-panel",
            id="England: must we notify, and by when",
        ),
        pytest.param(
            "northern-ireland/case-management-review-2017",
            "case-management-review",
            ["child-died", "register-ever", "board-concern", "significant-learning"],
            "requisition",
            "2026-06-01",
            "call-meeting",
            id="Northern Ireland: a case management review, and a meeting called for",
        ),
        pytest.param(
            "scotland/significant-case-review-2015",
            "review-after-death",
            ["child-died", "serious-service-concern", "suicide-or-accident"],
            "lead-informed",
            "2020-06-08",
            "send-notification-form",
            id="Scotland: a significant case review after a death, and its first form",
        ),
        pytest.param(
            "wales/child-practice-review-2016",
            "extended-review",
            ["abuse-or-neglect", "life-threatening-injury", "register-in-window"],
            "review-referral",
            "2023-08-31",
            "complete-review",
            id="Wales: an extended review, and its end in a leap year",
        ),
    ],
)
def test_incident_criteria_plan_and_calendar_file(  # each column is a step of the run
    page: Page, edition: str, test: str, facts: list[str], field: str, given: str, rule: str
) -> None:
    day = due(rule, given, edition)
    page.open(WORKBENCH)
    page.choose(edition)
    for fact in facts:
        page.say(fact)
    page.give(f"event-{field}", worded(date.fromisoformat(given)).partition(" ")[2])
    page.put("#reference", "CASE-7")
    page.work_out()
    assert page.due(rule) == worded(day)
    assert page.line(rule, "applies") == "yes", "what was said of the child reaches the plan"
    said = opened_test(page, test)
    assert page.find(f"#cr-tests [data-test='{test}']").get_attribute("data-outcome") == "met"
    assert page.text(f"[data-test='{test}'] .cr-test__outcome").startswith("met")
    assert page.text(f"[data-test='{test}'] [data-outcome-words]").startswith(
        ("This test is met on these facts.", "On these facts this test is met, on the text as read")
    )
    assert page.all(f"[data-test='{test}'] tbody tr")
    assert "Because of" in said
    by_when = page.run(FOLLOWS, test)
    assert by_when
    assert all(line.partition(": ")[2] for line in by_when), "each thing that follows says by when"
    assert page.count(rule)
    page.run(CATCH)
    page.click("#cr-out > summary")
    page.click("#cr-ics")
    page.until(lambda: bool(page.run("return window.caught")), "the calendar file")
    calendar = str(page.run("return window.caught"))
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in calendar
    assert "CASE-7" in calendar


FOLLOWS = """
const rows = [...document.querySelectorAll(`[data-test="${arguments[0]}"] .cr-fact`)];
const follows = rows.find((row) => row.querySelector("dt").textContent === "What follows");
return [...(follows?.querySelectorAll(".cr-line") ?? [])].map((line) => line.textContent);"""


def test_an_outcome_not_known_says_what_holds_it_open(page: Page) -> None:
    """Wales: harm and abuse are known, the register is not: a review is required, its type not known yet."""
    page.open(f"{WORKBENCH}?edition=wales/child-practice-review-2016&test=concise-review")
    page.until(lambda: page.shows("#cr-only"), "word that one test is asked for")
    assert not page.shows("#step-happened"), "no date decides it but the window's"
    for fact in ("abuse-or-neglect", "child-died"):
        page.say(fact)
    page.work_out()
    assert [each.get_attribute("data-test") for each in page.all("#cr-tests [data-test]")] == ["concise-review"]
    assert "not known" in page.text("#cr-tests .cr-test__outcome")
    said = page.text("#cr-tests")
    assert "Held open by" in said
    assert "required" in said
    assert "What follows" not in said


def test_scotland_the_death_of_a_looked_after_child_over_the_holiday_of_june_2026(page: Page) -> None:
    page.open(WORKBENCH)
    page.nation("scotland")
    page.give("event-incident", "12 June 2026")
    page.until(lambda: "12 June 2026" in page.text("#guidance-reason"), "the edition of that day, and why")
    for fact in ("child-died", "looked-after"):
        page.say(fact)
    page.give("event-authority-aware", "12 6 2026")
    page.give("today", "13 6 2026")
    page.work_out()
    first, *_ = page.all("#answer [data-rule]")
    assert first.get_attribute("data-rule") == "notify-looked-after-death", "what is at once stands before every date"
    assert page.due("notify-looked-after-death") == "At once"
    assert page.line("notify-looked-after-death", "due") == ""
    assert page.line("notify-looked-after-death", "applies") == "yes"
    assert page.line("report-looked-after-death", "due") == iso("report-looked-after-death", "2026-06-12", SCOTLAND)
    line = "#answer-notify-looked-after-death > summary"
    clocks = {
        each: worded(due("notify-looked-after-death", "2026-06-12", SCOTLAND, reading=each))
        for each in ("guidance", "care-inspectorate")
    }
    shown = [each.text.replace("\n", " ") for each in page.all(f"{line} .cr-answer__left > span")]
    assert [each.partition(" (")[0] for each in shown] == [clocks["care-inspectorate"], clocks["guidance"]], (
        "soonest first"
    )
    assert shown[0].endswith(": today")
    assert not page.all(".cr-answer--past")
    page.give("today", "14 6 2026")
    page.follows()
    assert [each.text for each in page.all(f"{line} .cr-answer__past")] == ["0 working days past (1 day)"]
    assert page.all("#answer-notify-looked-after-death.cr-answer--past"), "marked as other lines are"
    page.open_line("notify-looked-after-death")
    readings = [each.text for each in page.all("#answer-notify-looked-after-death .cr-reading__due")]
    assert [each.removesuffix(" Safest") for each in readings] == [*clocks.values()]
    count = page.count("notify-looked-after-death", reading=1)
    assert count == counted("notify-looked-after-death", "2026-06-12", SCOTLAND)
    assert OVER_THE_WORLD_CUP in count
    page.say("looked-after", "no")
    page.follows()
    assert page.line("notify-looked-after-death", "applies") == "no"
    assert not page.shows("#answer-notify-looked-after-death"), "on these facts it is folded away, not dropped"
    assert "Not on these facts" in page.text("#cr-folded")


def test_wales_an_impairment_identified_after_the_incident_has_the_window_s_dates_inside_the_question(
    page: Page,
) -> None:
    first = due("review-type-window", "2026-05-31", WALES, reading="impairment-identified")
    by_incident = worded(due("review-type-window", "2026-03-02", WALES, reading="incident")).partition(" ")[2]
    held = f"{worded(first)} to Saturday 30 May 2026"
    page.open(WORKBENCH)
    page.nation("wales")
    page.give("event-incident", "2 3 2026")
    page.give("event-impairment-identified", "31 5 2026")
    page.say("abuse-or-neglect")
    page.say("permanent-impairment")
    page.until(
        lambda: (
            page.shows("#fact-register-in-window [data-window]")
            and by_incident not in page.text("#fact-register-in-window [data-window]")
        ),
        "the window that the harm means, alone, inside the question",
    )
    for fact in ("register-in-window", "looked-after-in-window"):
        assert held in page.text(f"#fact-{fact} [data-window]")
        assert not page.shows(f"#fact-{fact} > .cr-hint:not([data-defined-in])"), (
            "nobody is told to work out what stands there"
        )
    assert page.text("#cr-either").endswith("yes; its type is not known yet")
    page.say("register-in-window")
    page.until(lambda: "extended" in page.text("#cr-either"), "the type, beside the question that settles it")
    page.work_out()
    assert len(page.all("#cr-tests > details")) == 1 + len(page.all("#cr-tests > [data-test]")), "asked once, not twice"
    assert page.find("#cr-tests > [data-either]").get_attribute("data-either") == "extended-review"
    assert "met" in opened_test(page, "extended-review")
    assert page.find("[data-test=extended-review]").get_attribute("data-outcome") == "met"
    assert page.find("[data-test=concise-review]").get_attribute("data-outcome") == "not-met"
    assert page.text("#answer-review-type-window .cr-answer__due") == held
    page.open_line("review-type-window")
    assert held in page.text("#answer-review-type-window")
    assert page.find("#answer-review-type-window").get_attribute("data-state") == "due"
    assert page.text("#answer-review-type-window .cr-answer__left") == "", "a window is no deadline"


def test_wales_without_any_of_the_harms_has_no_window(page: Page) -> None:
    page.open(WORKBENCH)
    page.nation("wales")
    page.give("event-incident", "2 3 2026")
    page.say("abuse-or-neglect")
    for harm in ("child-died", "life-threatening-injury", "permanent-impairment"):
        page.say(harm, "no")
    page.work_out()
    assert page.due("review-type-window") == "Not on these facts"


def test_northern_ireland_the_clocks_of_a_meeting(page: Page) -> None:
    notice = due("meeting-notice", "2026-06-15", NORTHERN_IRELAND)
    page.open(WORKBENCH)
    page.nation("northern-ireland")
    page.give("event-requisition", "1 6 2026")
    page.give("event-panel-meeting", "15 6 2026")
    page.give("event-inquorate-meeting", "15 1 2026")
    page.work_out()
    assert page.line("call-meeting", "due") == iso("call-meeting", "2026-06-01", NORTHERN_IRELAND)
    assert page.line("meeting-notice", "due") == notice.isoformat()
    assert page.line("reconvene-meeting", "due") == iso("reconvene-meeting", "2026-01-15", NORTHERN_IRELAND)
    before = oracle.working_day_before(rules.CALENDAR[NORTHERN_IRELAND], notice)
    beside = page.text("#answer-meeting-notice > summary .cr-answer__left").replace("\n", " ")
    assert beside.endswith(f"last working day before: {worded(before)}") if before else "before" not in beside
    page.open_line("meeting-notice")
    assert not before or worded(before) in page.text("#answer-meeting-notice [data-fact=working-day]")
    assert page.shows("#answer-undertake-review"), "a must is not folded away, number or not"


def test_facts_that_cannot_both_hold_are_said(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose("england/child-safeguarding-practice-review-2023")
    page.say("abuse-or-neglect")
    page.say("child-died")
    page.say("outside-england")
    page.give("event-authority-aware", "2 2 2026")
    page.work_out()
    before = str(page.run("return document.getElementById('cr-warnings').textContent"))
    page.say("in-authority-area")
    page.follows()
    said = str(page.run("return document.getElementById('cr-warnings').textContent"))
    assert said != before
    assert "cannot both" in said or "contradict" in said
    assert page.shows("#cr-warnings > p")
    page.run("document.querySelector('#cr-nations > summary').scrollIntoView({block: 'center'})")
    page.click("#cr-nations > summary")
    page.until(lambda: len(page.all("#cr-nations h4")) == 4, "the same facts in the four nations")
    assert [each.text for each in page.all("#cr-nations h4")] == ["England", "Northern Ireland", "Scotland", "Wales"]
    for width, columns in ((1280, 4), (390, 1)):
        page.size(width, 900)
        assert len({each.rect["x"] for each in page.all("#cr-nations section")}) == columns, f"side by side, at {width}"
    page.wide()
    for nation in page.all("#cr-nations section"):
        parts = [each.tag_name for each in nation.find_elements("css selector", ":scope > *")]
        assert parts.index("ul") < parts.index("details"), "what the tests come to stands before what is held"
        held = nation.find_element("css selector", "details")
        assert not held.get_attribute("open")
        assert "not" in str(held.find_element("css selector", "p").get_property("textContent"))
        edition = nation.find_element("css selector", "p > a")
        assert edition.text.endswith("(new tab)")
        assert (page.site.root / "guide" / str(edition.get_attribute("href")).partition("/guide/")[2]).is_file()
    # Northern Ireland's law also asks what the Board thinks of the case, which England's form does not ask.
    board = "Does the Board have concerns"
    settle = [each.text for each in page.all("#cr-nations .cr-nations__open")]
    assert any(board in each for each in settle), settle
