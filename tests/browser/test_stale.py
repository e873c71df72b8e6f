"""An answer never outlives its question: what no longer answers the form is marked, barred, and cleared when put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.page import CATCH, WORKBENCH
from tests.browser.test_accessible import violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
OLDER = "england/child-safeguarding-practice-review-2018"
CURRENT = "england/child-safeguarding-practice-review-2026"
AWARE = "event-authority-aware"
SERIOUS, OTHER = "serious-case", "local-review-circumstances"
FACTS = ("abuse-or-neglect", "seriously-harmed")
RESULTS, OUTCOME = "#cr-results", "#cr-outcome"
EXPORTS = ("ics", "csv", "copy", "print", "share")
CHANGED = "You have changed something since this was worked out. Work it out again."

# Keeps the first reply back until `window.release()`, as a calculator that is still starting would.
HOLD = """
const ask = CaseReviewEngine.ask;
let first = true;
CaseReviewEngine.ask = async (...given) => {
  const hold = first;
  first = false;
  const reply = await ask(...given);
  if (hold) await new Promise((resolve) => (window.release = resolve));
  return reply;
};"""


def stale(page: Page, region: str) -> bool:
    """Return whether the answer in a region is marked as not answering the form, and said to be so."""
    marked = page.find(region).get_attribute("data-stale")
    assert marked in (None, "true")
    told = "".join(each.text for each in page.all(f"{region} [role='status'].cr-stale"))
    assert told == (CHANGED if marked else ""), "the mark is told in words, and only then"
    return marked == "true"


def hold(page: Page) -> None:
    """Keep the next reply back."""
    page.run(HOLD)


def release(page: Page) -> None:
    """Wait until the reply has come that is kept back, then let it through."""
    page.until(lambda: bool(page.run("return Boolean(window.release)")), "the reply that is kept back")
    page.run("window.release()")


def planned(page: Page) -> None:
    """Show a plan."""
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give(AWARE, "2 4 2026")
    page.work_out()
    assert page.due("notify-panel") == "Monday 13 April 2026"
    assert not stale(page, RESULTS)


def choose_test(page: Page, test: str) -> None:
    """Choose a test of the edition by its label."""
    page.click(f"label[for='choose-{EDITION.replace('/', '-')}-{test}']")


def answer_facts(page: Page, value: str) -> None:
    """Answer the facts of the serious-case test."""
    for fact in FACTS:
        page.click(f"label[for='fact-{fact}-{value}']")


def ready_to_decide(page: Page) -> None:
    """Choose a test and answer its facts, so that it is met."""
    page.open(WORKBENCH)
    page.choose(EDITION)
    choose_test(page, SERIOUS)
    answer_facts(page, "yes")


def decided(page: Page) -> None:
    """Show that a test is met."""
    ready_to_decide(page)
    page.click("#cr-decide")
    page.until(lambda: page.shows("#cr-outcome-title"), "the test's outcome")
    assert "this test is met" in page.text("#cr-outcome-title").lower()
    assert not stale(page, OUTCOME)


def test_a_verdict_is_marked_when_the_facts_change_and_cleared_when_they_are_put_back(page: Page) -> None:
    decided(page)
    answer_facts(page, "no")
    assert stale(page, OUTCOME)
    answer_facts(page, "yes")
    assert not stale(page, OUTCOME)
    answer_facts(page, "no")
    page.click("#cr-decide")
    page.until(lambda: page.text("#cr-outcome-title").startswith("This test is not met"), "the other outcome")
    assert not stale(page, OUTCOME)


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda page: choose_test(page, OTHER), id="another test"),
        pytest.param(lambda page: page.choose(OLDER), id="another edition"),
        pytest.param(lambda page: page.click("label[for=nation-wales]"), id="another nation"),
    ],
)
def test_a_verdict_does_not_stay_beside_another_test(page: Page, leave: Callable[[Page], None]) -> None:
    decided(page)
    assert page.text("#cr-outcome-basis").startswith("Is this a serious child safeguarding case?"), "it names its test"
    leave(page)
    assert not page.shows(OUTCOME)
    page.choose(EDITION)
    choose_test(page, SERIOUS)
    assert not page.shows(OUTCOME), "an outcome that was taken away is asked for anew"


def test_a_verdict_that_comes_after_another_test_was_chosen_is_not_shown_as_its_own(page: Page) -> None:
    ready_to_decide(page)
    hold(page)
    page.click("#cr-decide")
    choose_test(page, OTHER)
    release(page)
    assert not page.shows(OUTCOME)
    page.click("#cr-decide")
    page.until(lambda: page.shows("#cr-outcome-title"), "the outcome of the test that is chosen")
    assert "Is this a serious child" not in page.text("#cr-outcome-basis")


def test_a_verdict_that_comes_after_a_fact_was_changed_comes_marked(page: Page) -> None:
    ready_to_decide(page)
    hold(page)
    page.click("#cr-decide")
    answer_facts(page, "no")
    release(page)
    assert "this test is met" in page.text("#cr-outcome-title").lower()
    assert stale(page, OUTCOME)
    assert page.focus() == f"fact-{FACTS[-1]}-no", "the reader is not taken away to what they no longer ask"


def test_the_reply_to_an_earlier_question_does_not_take_the_place_of_a_later_one(page: Page) -> None:
    ready_to_decide(page)
    hold(page)
    page.click("#cr-decide")
    answer_facts(page, "no")
    page.click("#cr-decide")
    page.until(lambda: page.shows("#cr-outcome-title"), "the later outcome")
    later = page.text(OUTCOME)
    assert later.startswith("This test is not met")
    release(page)
    assert page.text(OUTCOME) == later
    assert not stale(page, OUTCOME)


def add_a_closed_day(page: Page) -> None:
    """Give a day on which the office was closed."""
    page.click("details:has(#cr-closed-list) > summary")
    page.click("#cr-add-closed")
    page.give(str(page.find("#cr-closed-list fieldset").get_attribute("id")), "7 4 2026")


def remove_the_closed_day(page: Page) -> None:
    """Take it away again."""
    page.click("#cr-closed-list [data-remove]")


CHANGES: dict[str, tuple[Callable[[Page], object], Callable[[Page], object]]] = {  # a change, and how it is put back
    "a date": (lambda page: page.type(f"#{AWARE}-day", "3"), lambda page: page.type(f"#{AWARE}-day", "2")),
    "another date": (
        lambda page: page.give("event-publication", "6 5 2026"),
        lambda page: page.click("label[for='event-publication-unknown']"),
    ),
    "the edition": (lambda page: page.choose(OLDER), lambda page: page.choose(EDITION)),
    "the nation": (lambda page: page.click("label[for=nation-wales]"), lambda page: page.choose(EDITION)),
    "a closed day": (add_a_closed_day, remove_the_closed_day),
    "the case reference": (lambda page: page.type("#reference", "CR-17"), lambda page: page.type("#reference", "")),
    "the day counted from": (
        lambda page: page.type("#today-year", "2031"),
        lambda page: page.type("#today-year", str(page.run("return new Date().getFullYear()"))),
    ),
}


def test_a_plan_is_marked_while_the_form_says_something_else(page: Page) -> None:
    """One change after another, each put back: the mark comes and goes with every one."""
    planned(page)
    for what, (change, put_back) in CHANGES.items():
        change(page)
        assert stale(page, RESULTS), what
        put_back(page)
        assert not stale(page, RESULTS), what


def test_asking_again_takes_the_mark_off(page: Page) -> None:
    planned(page)
    page.type(f"#{AWARE}-day", "9")
    assert stale(page, RESULTS)
    page.work_out()
    assert page.due("notify-panel") == "Thursday 16 April 2026"
    assert not stale(page, RESULTS)


def test_a_plan_is_marked_when_a_figure_of_the_reader_s_own_changes(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(CURRENT)
    page.click("#cr-add-own")
    row = str(page.find("#cr-own-list fieldset").get_attribute("id"))
    page.type(f"#{row}-length", "5")
    page.click(f"#{row}-unit option[value='working day']")
    page.click(f"#{row}-event option[value=authority-aware]")
    page.type(f"#{row}-place", "page 7")
    page.give(AWARE, "2 4 2026")
    page.work_out()
    assert page.due("your-copy-1") == "Monday 13 April 2026"
    assert not stale(page, RESULTS)
    page.type(f"#{row}-length", "6")
    assert stale(page, RESULTS)
    page.type(f"#{row}-length", "5")
    assert not stale(page, RESULTS)
    page.click(f"#{row} [data-remove]")
    assert stale(page, RESULTS)


def test_a_plan_of_one_rule_is_marked_when_every_rule_is_asked_for(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}&rule=notify-panel#authority-aware=2026-04-02")
    page.work_out()
    assert not stale(page, RESULTS)
    page.click("#cr-every")
    assert stale(page, RESULTS)


def test_a_plan_that_comes_after_its_date_was_changed_comes_marked(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give(AWARE, "2 4 2026")
    hold(page)
    page.click("#cr-go")
    page.type(f"#{AWARE}-day", "3")
    release(page)
    assert page.due("notify-panel") == "Monday 13 April 2026", "the answer to what was asked"
    assert stale(page, RESULTS)
    assert page.focus() == f"{AWARE}-day"


def test_a_plan_of_one_rule_that_comes_after_every_rule_was_asked_for_is_drawn_as_asked(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}&rule=notify-panel#authority-aware=2026-04-02")
    hold(page)
    page.click("#cr-go")
    page.click("#cr-every")
    release(page)
    assert [each.get_attribute("id") for each in page.all(f"{RESULTS} .cr-card")] == ["answer-notify-panel"]
    assert stale(page, RESULTS)


def test_a_mistake_mended_before_the_reply_is_not_charged_to_the_mended_field(page: Page) -> None:
    page.open(WORKBENCH)
    page.choose(EDITION)
    page.give(AWARE, "31 2 2026")
    hold(page)
    page.click("#cr-go")
    page.give(AWARE, "2 4 2026")
    release(page)
    page.until(lambda: page.shows("#cr-errors"), "word that the form was changed")
    assert page.message() == "You changed something before the reply came. Work it out again."
    assert not page.all(f"#{AWARE} [aria-invalid]")


def test_a_marked_plan_may_not_be_carried_away(page: Page) -> None:
    planned(page)
    page.run(CATCH)
    page.run("window.printed = 0; window.print = () => (window.printed += 1)")
    page.type(f"#{AWARE}-day", "3")
    for export in EXPORTS:
        button = page.find(f"#cr-{export}")
        assert button.get_attribute("aria-disabled") == "true"
        assert page.text(f"#{button.get_attribute('aria-describedby')}") == CHANGED, "the reason is tied to the button"
        page.click_on(button)
    assert page.text("#cr-file-status") == ""
    assert not page.shows("#cr-shared")
    assert page.run("return [window.caught, window.printed]") == [None, 0]
    page.type(f"#{AWARE}-day", "2")
    assert not page.all(f"{RESULTS} [aria-disabled], {RESULTS} [aria-describedby='cr-results-stale']")
    page.click("#cr-csv")
    page.until(lambda: bool(page.run("return window.caught")), "the spreadsheet")
    assert "2026-04-13" in str(page.run("return window.caught"))
    page.click("#cr-print")
    assert page.run("return window.printed") == 1


def test_a_file_that_is_ready_after_the_form_changed_is_not_handed_over(page: Page) -> None:
    planned(page)
    page.run(CATCH)
    hold(page)
    page.click("#cr-csv")
    page.type(f"#{AWARE}-day", "3")
    release(page)
    page.until(lambda: bool(page.text("#cr-file-status")), "word of the file")
    assert "so nothing was made" in page.text("#cr-file-status")
    assert page.run("return window.caught") is None


def test_a_link_made_before_a_change_is_not_left_standing(page: Page) -> None:
    planned(page)
    page.click("#cr-share")
    assert page.shows("#cr-link")
    page.type(f"#{AWARE}-day", "3")
    assert not page.shows("#cr-link")


def test_marked_answers_are_accessible_in_light_and_dark(page: Page) -> None:
    decided(page)
    page.give(AWARE, "2 4 2026")
    page.work_out()
    page.click("#cr-open-counts")
    for colours in ("default", "slate"):
        page.run("document.body.dataset.mdColorScheme = arguments[0]", colours)
        page.type(f"#{AWARE}-day", "3")
        answer_facts(page, "no")
        assert stale(page, RESULTS)
        assert stale(page, OUTCOME)
        assert violations(page) == []
