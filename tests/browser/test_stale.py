"""An answer never outlives its question: it follows the form, says what moved, and is greyed and barred until it does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from selenium.webdriver.common.keys import Keys

from tests.browser.figures import PANEL_TOLD, PANEL_TOLD_ISO, PANEL_TOLD_WEEK_LATER, due, iso, off, typed, worded
from tests.browser.page import CATCH, WORKBENCH
from tests.browser.test_accessible import violations
from tests.browser.test_first_journey import READER, pick_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
OLDER = "england/child-safeguarding-practice-review-2018"
CURRENT = "england/child-safeguarding-practice-review-2026"
AWARE = "event-authority-aware"
TOLD = due("notify-panel", "2026-04-02")
LATE = TOLD + timedelta(days=1)
ANSWER = "#answer"
EXPORTS = ("save", "print", "print-all", "copy", "ics", "csv", "text", "share")
CHANGED = "You have changed something since this was worked out. Work it out again."

# Keeps replies back from now on, until `window.release()` lets all through; after that nothing is kept.
HOLD = """
const ask = CaseReviewEngine.ask;
const kept = [];
let holding = true;
window.asked = 0;
window.held = () => kept.length;
window.release = () => { holding = false; for (const through of kept) through(); };
CaseReviewEngine.ask = async (...given) => {
  window.asked += 1;
  const reply = await ask(...given);
  if (holding) await new Promise((through) => kept.push(through));
  return reply;
};"""
# Keeps the first reply back until `window.release()`, as a calculator that is still starting would.
HOLD_FIRST = """
const ask = CaseReviewEngine.ask;
let first = true;
CaseReviewEngine.ask = async (...given) => {
  const hold = first;
  first = false;
  const reply = await ask(...given);
  if (hold) await new Promise((resolve) => (window.release = resolve));
  return reply;
};"""


def stale(page: Page) -> bool:
    """Return whether the answer is marked as not answering the form, and said to be so."""
    marked = page.find(ANSWER).get_attribute("data-stale")
    assert marked in (None, "true")
    told = page.text("#answer-stale")
    assert told.startswith(CHANGED) if marked else told == "", "the mark is told in words, and only then"
    return marked == "true"


def release(page: Page) -> None:
    """Wait until the reply has come that is kept back, then let it through."""
    page.until(lambda: bool(page.run("return Boolean(window.release)")), "the reply that is kept back")
    page.run("window.release()")


def planned(page: Page, facts: str = "") -> None:
    """Show a plan."""
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&today=2026-04-20{facts}")
    page.follows()
    page.until(lambda: page.focus() == "answer-title", "the answer")
    assert page.due("notify-panel") == PANEL_TOLD
    assert not stale(page)


def was(page: Page) -> dict[str, str]:
    """Return what each line says that its date was."""
    found = page.run(
        "return [...document.querySelectorAll('#answer [data-rule]')].flatMap((line) =>"
        "[...line.querySelectorAll('.cr-answer__marks .cr-tag')].filter((tag) => tag.textContent.startsWith('was '))"
        ".map((tag) => [line.dataset.rule, tag.textContent]))"
    )
    return dict(found)


def test_a_publication_that_slips_twice_marks_what_it_was_and_the_old_mark_gives_way(page: Page) -> None:
    planned(page, "&publication=2026-05-06")
    reports = ("send-report", "send-report-ofsted")
    assert [page.line(rule, "due") for rule in reports] == [iso(rule, "2026-05-06") for rule in reports]
    assert was(page) == {}, "nothing moved yet"
    page.give("event-publication", "13 5 2026")
    page.follows()
    assert [page.line(rule, "due") for rule in reports] == [iso(rule, "2026-05-13") for rule in reports]
    assert [was(page)[rule] for rule in reports] == [f"was {worded(due(rule, '2026-05-06'))}" for rule in reports]
    page.give("event-publication", "20 5 2026")
    page.follows()
    assert [page.line(rule, "due") for rule in reports] == [iso(rule, "2026-05-20") for rule in reports]
    before = [f"was {worded(due(rule, '2026-05-13'))}" for rule in reports]
    assert [was(page)[rule] for rule in reports] == before, "the old mark is replaced"
    assert "notify-panel" not in was(page), "what did not move is not marked"
    assert page.line("keep-published", "due") == iso("keep-published", "2026-05-20")


def add_a_closed_day(page: Page) -> None:
    """Give a day on which the office was closed."""
    page.give(page.add("closed"), "7 4 2026")


CHANGES: dict[str, tuple[Callable[[Page], object], Callable[[Page], bool]]] = {  # a change, and how the answer shows it
    "a date": (
        lambda page: page.put(f"#{AWARE}-day", "9"),
        lambda page: page.due("notify-panel") == PANEL_TOLD_WEEK_LATER,
    ),
    "another date": (
        lambda page: page.give("event-publication", "6 5 2026"),
        lambda page: page.line("send-report", "due") == iso("send-report", "2026-05-06"),
    ),
    "a fact": (
        lambda page: page.say("looked-after", "no"),
        lambda page: page.line("notify-looked-after-death", "applies") == "no",
    ),
    "the same fact again": (
        lambda page: page.say("looked-after", "unknown"),
        lambda page: page.line("notify-looked-after-death", "applies") == "unknown",
    ),
    "a closed day": (
        add_a_closed_day,
        lambda page: (
            "Tuesday 7 April" in page.run("return document.getElementById('cr-closed-list').textContent")
            or bool(page.run("return CaseReviewForm.question().closed.length"))
        ),
    ),
    "the case reference": (
        lambda page: page.put("#reference", "CR-17"),
        lambda page: "CR-17" in page.text("#cr-basis"),
    ),
    "the day counted from": (
        lambda page: page.put("#today-day", "21"),
        lambda page: "21 April 2026" in page.text("#cr-basis"),
    ),
    "the edition": (lambda page: page.choose(OLDER), lambda page: "2018" in page.text("#cr-basis")),
    "the nation": (lambda page: page.nation("wales"), lambda page: "Single Unified" in page.text("#cr-basis")),
}


def test_the_answer_follows_every_change_of_the_form(page: Page) -> None:
    """One change after another: the answer comes again, unasked, and leaves the keyboard where it is."""
    planned(page)
    for what, (change, shown) in CHANGES.items():
        change(page)
        here = page.focus()
        page.follows()
        page.until(lambda shown=shown: shown(page), f"the answer to {what}")  # type: ignore[misc]  # a default, bound now
        assert not stale(page), what
        assert page.focus() == here, f"{what}: the keyboard stays in the form"


def test_the_answer_is_marked_and_barred_while_its_successor_is_under_way(page: Page) -> None:
    planned(page)
    page.run(CATCH)
    page.run("window.printed = 0; window.print = () => (window.printed += 1)")
    page.open_line("notify-panel")
    page.click("#cr-out > summary")
    page.run(HOLD)
    page.put(f"#{AWARE}-day", "9")
    assert stale(page)
    page.until(lambda: page.run("return window.held()") >= 1, "the reply that is kept back")
    assert stale(page), "until it comes"
    assert page.due("notify-panel") == PANEL_TOLD
    for button in [*(page.find(f"#cr-{each}") for each in EXPORTS), page.find("[data-copy-row=notify-panel]")]:
        assert button.get_attribute("aria-disabled") == "true"
        reason = page.text(f"#{button.get_attribute('aria-describedby')}")
        assert reason.startswith(CHANGED), "the reason is tied to the button"
        page.click_on(button)
    assert page.text("#cr-file-status") == ""
    assert not page.shows("#cr-link")
    assert page.run("return [window.caught, window.printed]") == [None, 0]
    page.run("window.release()")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
    assert was(page)["notify-panel"] == f"was {PANEL_TOLD}"
    assert not page.all(f"{ANSWER} [aria-disabled], {ANSWER} [aria-describedby='answer-stale']")
    page.click("#cr-csv")
    page.until(lambda: bool(page.run("return window.caught")), "the spreadsheet")
    assert iso("notify-panel", "2026-04-09") in str(page.run("return window.caught"))
    page.click("#cr-print")
    assert page.run("return window.printed") == 1


def test_half_a_date_leaves_the_answer_marked_and_says_why_and_put_back_takes_the_mark_off(page: Page) -> None:
    planned(page)
    page.put(f"#{AWARE}-year", "")
    page.until(lambda: "must include a year" in page.text("#answer-stale"), "why it cannot be worked out")
    assert stale(page)
    assert page.due("notify-panel") == PANEL_TOLD
    assert not page.shows("#cr-errors"), "nobody is taken away to a summary while typing"
    assert page.focus() == f"{AWARE}-year"
    page.put(f"#{AWARE}-year", "2026")
    page.follows()
    assert not stale(page)
    assert was(page) == {}, "it is where it was"
    page.put(f"#{AWARE}-day", "31")
    page.until(lambda: "31 April 2026 is not in the calendar" in page.text("#answer-stale"), "word of the mistake")
    page.put(f"#{AWARE}-day", "9")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER


def test_an_act_done_goes_into_the_answer_from_its_own_line(page: Page) -> None:
    planned(page)
    page.open_line("notify-panel")
    page.give("done-notify-panel", typed(LATE))
    page.follows()
    page.until(lambda: off(LATE, TOLD, "late") in page.text("#answer-notify-panel > summary"), "that it was done late")
    assert page.focus() == "done-notify-panel-year", "the keyboard stays though the line is drawn anew"
    assert "overdue" not in page.text("#answer-notify-panel > summary").lower()
    page.put("#done-notify-panel-day", "")
    page.until(lambda: "must include a day" in page.text("#answer-stale"), "why it stays marked")
    page.give("done-notify-panel", typed(TOLD))
    page.follows()
    assert "late" not in page.text("#answer-notify-panel > summary")
    page.click("#cr-hide-done")
    assert not page.all("#answer-notify-panel"), "what is done is hidden on request"
    page.click("#cr-hide-done")
    assert page.shows("#answer-notify-panel")


def test_a_day_that_cannot_be_used_is_told_at_the_act_s_own_field(page: Page) -> None:
    planned(page)
    page.open_line("notify-panel")
    day, error = "#done-notify-panel-day", "#done-notify-panel-error"
    page.put(day, "31")
    page.until(lambda: "must include a month" in page.text("#answer-stale"), "why it is not worked out")
    assert not page.shows(error), "half a date is not told off while it is typed"
    page.click(f"#{AWARE}-day" if page.shows(f"#{AWARE}-day") else "#cr-who")
    page.until(lambda: "must include a month" in page.text(error), "word of it at the field once that is left")
    page.give("done-notify-panel", "31 11 2026")
    page.until(
        lambda: "31 November 2026 is not in the calendar" in page.text(error), "word of the mistake at the field"
    )
    assert page.text(error).count("calendar") == 1
    assert page.find(day).get_attribute("aria-invalid") == "true"
    assert page.find(day).get_attribute("aria-describedby") == error.removeprefix("#")
    assert page.focus() == "done-notify-panel-year", "the keyboard stays"

    # Worked out all the same, the answer stays: its field is in it.
    page.run("document.getElementById('case').requestSubmit()")
    page.until(lambda: page.shows("#cr-errors"), "the summary of what is to be mended")
    assert page.focus() == "cr-errors"
    assert stale(page)
    assert page.text(error).count("calendar") == 1
    page.click("#cr-errors a")
    assert page.focus() == "done-notify-panel-day", "it leads to the field in its line"
    page.give("done-notify-panel", typed(TOLD))
    page.follows()
    assert not page.shows(error)
    assert not page.shows("#cr-errors"), "nothing is left to be mended"
    assert page.find(day).get_attribute("aria-invalid") is None
    page.click("#cr-hide-done")
    page.click("#cr-hide-done")
    assert not page.shows(error)


def test_a_tests_outcome_follows_the_facts(page: Page) -> None:
    planned(page, "&abuse-or-neglect=yes&child-died=no&seriously-harmed=yes&in-authority-area=yes")
    page.click("#cr-tests > summary")

    def outcome() -> str:
        return str(page.find("#cr-tests [data-test=serious-case]").get_attribute("data-outcome"))

    assert outcome() == "met"
    page.say("seriously-harmed", "no")
    page.follows()
    assert outcome() == "not-met"
    assert page.find("#cr-tests").get_attribute("open") is not None, "the fold stays open"
    assert page.line("notify-panel", "applies") == "no"
    page.say("seriously-harmed", "yes")
    page.follows()
    assert outcome() == "met"
    assert page.line("notify-panel", "applies") == "yes"


def test_figures_of_the_reader_s_own_copy_are_followed_too(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={CURRENT}#authority-aware=2026-04-02&today=2026-04-20")
    page.follows()
    page.pick("#limit-notify-panel-read", "differs")
    page.put("#limit-notify-panel-length", "5")
    page.put("#limit-notify-panel-place", "page 7")
    for name, value in READER.items():
        page.put(f"#figures-{name}", value)
    pick_day(page, "2026-04-19")
    page.follows()
    assert page.line("notify-panel", "due") == "2026-04-13"
    page.put("#limit-notify-panel-length", "6")
    page.follows()
    assert page.line("notify-panel", "due") == "2026-04-14"
    assert was(page)["notify-panel"] == "was Monday 13 April 2026"
    page.pick("#limit-notify-panel-read", "")
    page.follows()
    assert page.line("notify-panel", "due") == ""


def test_the_reply_to_an_earlier_question_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    planned(page)
    page.run(HOLD_FIRST)
    page.put(f"#{AWARE}-day", "3")
    page.until(lambda: bool(page.run("return Boolean(window.release)")), "the earlier reply, kept back")
    page.put(f"#{AWARE}-day", "9")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
    page.run("window.release()")
    page.run("return new Promise((done) => setTimeout(done))")
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER
    assert not stale(page)


def test_a_plan_that_comes_after_its_date_was_changed_is_marked_until_the_next_comes(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give(AWARE, "2 4 2026")
    page.run(HOLD)
    page.click("#cr-go")
    page.until(lambda: page.run("return window.held()") >= 1, "the reply that is kept back")
    page.type(f"#{AWARE}-day", "9")
    page.run("window.release()")
    page.follows()
    assert page.due("notify-panel") == PANEL_TOLD_WEEK_LATER, "the answer to what the form says"


def test_a_mistake_mended_before_the_reply_is_not_charged_to_the_mended_field(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give(AWARE, "31 2 2026")
    page.run(HOLD)
    page.click("#cr-go")
    page.until(lambda: page.run("return window.held()") >= 1, "the reply that is kept back")
    page.give(AWARE, "2 4 2026")
    page.run("window.release()")
    page.until(lambda: page.shows("#cr-errors"), "word that the form was changed")
    assert page.message() == "You changed something before the reply came. Work it out again."
    assert not page.all(f"#{AWARE} [aria-invalid]")


def test_a_file_that_is_ready_after_the_form_changed_is_not_handed_over(page: Page) -> None:
    planned(page)
    page.run(CATCH)
    page.click("#cr-out > summary")
    page.run(HOLD_FIRST)
    page.click("#cr-csv")
    page.put(f"#{AWARE}-day", "9")
    release(page)
    page.follows()
    page.until(
        lambda: "so nothing was made" in page.text("#cr-file-status"), "word of the file, though the next answer came"
    )
    assert page.run("return window.caught") is None
    page.put(f"#{AWARE}-day", "3")
    page.follows()
    assert page.text("#cr-file-status") == "", "not as long as the page"


def test_a_file_that_comes_once_another_answer_is_shown_is_refused_and_what_is_made_then_is_told_with_its_answer_alone(
    page: Page,
) -> None:
    planned(page)
    page.run(CATCH)
    page.click("#cr-out > summary")
    page.run(HOLD_FIRST)
    page.click("#cr-ics")
    page.put(f"#{AWARE}-day", "9")
    page.follows()
    release(page)
    page.until(
        lambda: page.text("#cr-file-status").endswith("nothing was made. Ask for it again."),
        "word of the calendar file",
    )
    assert page.run("return window.caught") is None
    page.click("#cr-csv")
    page.until(lambda: page.text("#cr-file-status").startswith("Made"), "the spreadsheet")
    page.put(f"#{AWARE}-day", "3")
    page.follows()
    assert page.text("#cr-file-status") == "", "no word of another answer's file"


def test_a_link_made_before_a_change_is_not_left_standing(page: Page) -> None:
    planned(page)
    page.click("#cr-out > summary")
    page.click("#cr-share")
    assert page.shows("#cr-link")
    page.put(f"#{AWARE}-day", "9")
    page.follows()
    assert not page.shows("#cr-link")


def test_a_marked_answer_is_accessible_in_light_and_dark(page: Page) -> None:
    planned(page)
    page.put(f"#{AWARE}-year", "")
    page.until(lambda: "must include a year" in page.text("#answer-stale"), "the mark, with its reason")
    page.run("for (const fold of document.querySelectorAll('#answer details')) fold.open = true")
    for colours in ("default", "slate"):
        page.run("document.body.dataset.mdColorScheme = arguments[0]", colours)
        assert stale(page)
        assert violations(page) == []


def test_what_was_done_under_one_edition_is_no_part_of_the_question_to_another(page: Page) -> None:
    planned(page)
    page.open_line("notify-panel")
    page.give("done-notify-panel", typed(LATE))
    page.follows()
    page.nation("wales")
    page.follows()
    assert "Single Unified" in page.text("#cr-basis"), "that edition has no such rule, and its plan comes all the same"
    page.choose(EDITION)
    page.follows()
    assert off(LATE, TOLD, "late") in page.text("#answer-notify-panel > summary"), (
        "the day is there again with its edition"
    )


def test_limits_entered_for_one_edition_are_no_part_of_the_question_to_another(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={CURRENT}#authority-aware=2026-04-02&today=2026-04-20")
    page.follows()
    page.pick("#limit-notify-panel-read", "0")
    for name, value in READER.items():
        page.put(f"#figures-{name}", value)
    pick_day(page, "2026-04-19")
    page.put("#limit-notify-panel-place", "page 7")
    page.follows()
    assert page.line("notify-panel", "due") == PANEL_TOLD_ISO
    assert page.focus() == "limit-notify-panel-place", "the answer takes the keyboard from nobody who types"
    page.nation("wales")
    page.follows()
    assert "Single Unified" in page.text("#cr-basis")
    page.nation("england")
    page.until(lambda: page.line("notify-panel", "due") == PANEL_TOLD_ISO, "the limit that was entered")
    assert page.values("#limit-notify-panel-place") == ["page 7"]


def test_a_refusal_stands_at_its_field_though_the_form_asked_by_itself_meanwhile(page: Page) -> None:
    planned(page)
    page.click("[data-change=happened]")
    page.run(HOLD)
    page.put(f"#{AWARE}-day", "31")
    page.find(f"#{AWARE}-day").send_keys(Keys.ENTER)
    page.run("return new Promise((done) => setTimeout(done, 400))")  # more than the form waits before it asks
    page.run("window.release()")
    page.until(lambda: page.shows("#cr-errors"), "the refusal")
    assert page.shows(f"#{AWARE}-error")


def test_keeping_an_outcome_leaves_the_keyboard_at_its_button(page: Page) -> None:
    planned(page, "&abuse-or-neglect=yes&child-died=yes")
    page.click("#cr-tests > summary")
    page.click("#cr-tests [data-test=serious-case] > summary")
    page.click("#cr-tests [data-test=serious-case] [data-keep]")
    page.follows()
    page.until(lambda: "Decided" in page.text("#cr-tests [data-test=serious-case]"), "the decision")
    assert page.run("return document.activeElement.matches('[data-test=serious-case] [data-keep]')")


def test_a_date_before_one_that_it_follows_is_said_at_its_field_as_long_as_it_is(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}#incident=2026-02-12&authority-aware=2026-02-10")
    page.follows()
    page.click("[data-change=happened]")
    said = page.text("#event-authority-aware-order")
    assert "10 February 2026, is before Date of the incident, 12 February 2026; check both dates." in said
    for described in ("#event-authority-aware", "#event-authority-aware-day"):
        assert "event-authority-aware-order" in str(page.find(described).get_attribute("aria-describedby"))
    assert not page.shows("#event-incident-order")
    page.put("#event-authority-aware-day", "")
    page.until(lambda: stale(page) and not page.shows("#event-authority-aware-order"), "no word on half a date")
    page.put("#event-authority-aware-day", "10")
    page.follows()
    assert page.text("#event-authority-aware-order") == said, "put back, it stands as before"
    page.give("event-authority-aware", "13 2 2026")
    page.follows()
    assert not page.shows("#event-authority-aware-order")


def test_what_stands_before_the_plan_has_a_heading(page: Page) -> None:
    planned(page)
    assert page.text("#cr-warnings > h3") == "Before you rely on these dates"
