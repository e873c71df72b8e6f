"""Files that people keep: a case saved comes back whole and says what moved; what cannot be used is refused and loses nothing."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.browser.figures import PANEL_TOLD_ISO, clocks, due, iso, off, worded
from tests.browser.page import CATCH, WORKBENCH
from tests.browser.written_files import CURRENT, case_file, figures_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.page import Page

EDITION = "england/child-safeguarding-practice-review-2023"
HELD = clocks("notify-panel")[0]
FACTS = {"child-died": "yes", "abuse-or-neglect": "yes", "in-authority-area": "yes", "looked-after": "no"}
OPENED = "return document.getElementById('cr-opened').textContent"
ASKS = """
const leaving = new Event("beforeunload", {cancelable: true});
dispatchEvent(leaving);
return leaving.defaultPrevented;"""
DROP = """
const carried = new DataTransfer();
carried.items.add(new File([arguments[1]], arguments[0], {type: "application/json"}));
document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: carried, bubbles: true, cancelable: true}));"""


def fill_in(page: Page) -> None:
    """Work out a case with something of everything that a case can hold, as on 2 March 2026."""
    page.nation("england")
    page.give("event-incident", "10 2 2026")
    page.until(lambda: "2023" in page.text("#guidance-name"), "the edition of the incident's date")
    for fact, value in FACTS.items():
        page.say(fact, value)
    page.give("event-authority-aware", "11 2 2026")
    page.give("today", "2 3 2026")
    page.put("#reference", "CR-17")
    page.put("#notes", "The inquest may delay publication.")
    page.give(page.add("closed"), "16 2 2026")
    page.work_out()
    page.open_line("notify-panel")
    page.give("done-notify-panel", "17 2 2026")
    page.follows()


def closed_row(page: Page) -> str:
    """Return the id of the first closed day's fields."""
    return str(page.find("#cr-closed-list fieldset").get_attribute("id"))


def save(page: Page) -> dict[str, Any]:
    """Save the case and return the file as the page handed it over."""
    page.run(CATCH)
    page.click("#cr-save")
    page.until(lambda: bool(page.run("return window.caught")), "the case file")
    page.until(
        lambda: "Keep it where your case records are" in page.text("#cr-file-status"), "where such a file belongs"
    )
    saved = json.loads(str(page.run("return window.caught")))
    assert isinstance(saved, dict)
    return saved


def offer(page: Page, file: Path, content: object) -> str:
    """Choose a file of this content in the page's own field, and return what the page then says of it."""
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    page.run("document.getElementById('cr-opened').textContent = ''")
    page.find("#open-files").send_keys(str(file))
    page.until(lambda: bool(page.run(OPENED)), f"word of {file.name}")
    return str(page.run(OPENED))


def stands(page: Page) -> dict[str, object]:
    """Return everything that stands in the form, and the dates that stand in the answer."""
    row = closed_row(page)
    dates = {name: page.values(f"#{name}-day, #{name}-month, #{name}-year") for name in (
        "event-incident", "event-authority-aware", "done-notify-panel", row
    )}  # fmt: skip
    return {
        "dates": list(dates.values()),
        "facts": page.run("return CaseReviewForm.question().facts"),
        "edition": page.run("return CaseReviewForm.edition()"),
        "kept": page.values("#reference, #notes"),
        "due": page.run(
            "return [...document.querySelectorAll('#answer [data-rule]')].map((line) => [line.id, line.dataset.due])"
        ),
    }


def test_a_saved_case_comes_back_whole_and_says_what_moved_and_a_bad_file_loses_nothing(
    page: Page, tmp_path: Path
) -> None:
    page.open(WORKBENCH)
    assert not page.run(ASKS), "an empty form is left without a question"
    fill_in(page)
    assert page.run(ASKS), "unsaved work is not left without a question"
    saved = save(page)
    assert not page.run(ASKS), "what is saved may be left"
    assert (saved["format"], saved["kind"], saved["edition"], saved["reference"]) == (1, "case", EDITION, "CR-17")
    assert saved["answered"]["notify-panel"] == iso("notify-panel", "2026-02-11")
    assert saved["answered"]["rapid-review"] == iso("rapid-review", "2026-02-10")
    assert saved["done"] == {"notify-panel": "2026-02-17"}
    before = stands(page)
    page.put("#reference", "CR-18")
    assert page.run(ASKS), "a change after saving is unsaved work"
    page.put("#reference", "CR-17")
    assert not page.run(ASKS)

    # In a fresh page, on another day.
    page.open(WORKBENCH)
    assert offer(page, tmp_path / "case.json", saved) == "Opened case.json."
    page.follows()
    assert stands(page) == before
    assert page.text("#cr-basis").endswith(" · no date kept in the file has moved since it was saved")
    assert not page.shows("#cr-moved"), "a box that says nothing moved"
    early = off(date(2026, 2, 17), due("notify-panel", "2026-02-11"), "early")
    assert f"done Tuesday 17 February 2026, {early}" in page.text("#answer-notify-panel > summary")
    assert not page.run(ASKS), "what was just opened is kept already"

    # The same case as if its rules had been others when it was saved.
    saved["answered"] |= {"notify-panel": due("notify-panel", "2026-02-11", less=1).isoformat(), "gone": "2026-02-20"}
    saved["basis"]["notify-panel"] |= {"period": f"{HELD.length - 1} {HELD.unit}s"}
    assert offer(page, tmp_path / "older.json", saved) == "Opened older.json."
    page.until(lambda: len(page.all("#cr-moved li")) == 2, "what moved")
    told = worded(due("notify-panel", "2026-02-11"))
    first, second = sorted((each.text for each in page.all("#cr-moved li")), reverse=True)
    assert "was Friday 20 February 2026, now no date; the rule is gone." in first + second
    assert (
        f"was {worded(due('notify-panel', '2026-02-11', less=1))}, now {told}; the period is another." in first + second
    )
    assert stands(page) == before

    # Files that cannot be used.
    whole = json.dumps(saved)
    for name, content, words in (
        ("damaged.json", whole[: len(whole) // 2], "it is no JSON"),
        ("foreign.json", {"kind": "shopping list", "format": 1}, "it does not say that it is a case or a figures file"),
        ("newer.json", saved | {"format": 2}, "format"),
        ("strange.json", saved | {"colour": "green"}, "colour"),
    ):
        said = offer(page, tmp_path / name, content)
        assert said.startswith(f"{name} was not opened: "), said
        assert words in said
        assert stands(page) == before, f"{name} loses nothing"
        assert page.shows("#cr-opened"), "a refusal is to be seen, though the form is folded"


def test_of_a_case_that_keeps_no_date_none_is_said_to_stand(page: Page, tmp_path: Path) -> None:
    """Dates by a last figure held are shown and are in no case file, so nobody can say whether they moved."""
    page.open(WORKBENCH)
    kept = case_file("CR-26", "2026-11-26", edition=CURRENT)
    assert offer(page, tmp_path / "case.json", kept | {"answered": {}}) == "Opened case.json."
    page.follows()
    assert page.line("notify-panel", "last-held")
    assert page.text("#cr-basis").endswith(
        " · the file keeps no date to compare; dates by a last figure held are not kept in it, and were not compared"
    )


def test_a_case_opened_over_unsaved_work_is_asked_about_and_nothing_is_lost_unasked(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(json.dumps(case_file("CR-9", "2026-02-11")), encoding="utf-8")
    page.open(WORKBENCH)
    page.nation("england")
    page.give("event-incident", "10 2 2026")
    page.put("#notes", "Not saved yet.")
    for keep in (True, False):
        page.find("#open-files").send_keys(str(file))
        page.until(lambda: page.shows("#cr-replace"), "the question")
        assert page.focus() == "cr-replace", "whoever uses the keyboard or a screen reader comes to it"
        asked = page.text("#cr-replace-question")
        assert asked == "The case in other.json would take the place of what is on this page, which is not saved."
        assert page.values("#notes") == ["Not saved yet."], "nothing has been replaced before the answer"
        page.click("#cr-replace-keep" if keep else "#cr-replace-go")
        page.until(lambda: bool(page.run(OPENED)), "word of it")
        assert not page.shows("#cr-replace")
        if keep:
            assert page.run(OPENED) == "other.json was not opened: what is on this page stays."
            assert page.values("#notes, #event-incident-day") == ["10", "Not saved yet."]
            assert page.run(ASKS), "it is unsaved still"
            page.run("document.getElementById('cr-opened').textContent = ''")
    page.follows()
    assert page.run(OPENED) == "Opened other.json."
    assert page.values("#notes, #event-incident-day") == ["", ""]
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-11")

    # What is kept gives way unasked; a second file that comes before the answer overtakes the first.
    page.put("#notes", "Again not saved.")
    page.run(DROP, "first.json", json.dumps(case_file("CR-9", "2026-02-12")))
    page.until(lambda: "first.json" in page.text("#cr-replace-question"), "the first question")
    page.run(DROP, "second.json", json.dumps(case_file("CR-9", "2026-02-13")))
    page.until(lambda: "second.json" in page.text("#cr-replace-question"), "the second question")
    page.click("#cr-replace-go")
    page.until(lambda: page.run(OPENED) == "Opened second.json.", "the second case")
    page.follows()
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-13")
    page.run(DROP, "third.json", json.dumps(case_file("CR-9", "2026-02-11")))
    page.until(lambda: page.run(OPENED) == "Opened third.json.", "the third case, unasked")


def test_what_was_replaced_can_be_put_back_until_the_next_change(page: Page) -> None:
    page.open(WORKBENCH)
    fill_in(page)
    before = stands(page)

    def replace() -> None:
        page.run("document.getElementById('cr-opened').textContent = ''")
        page.run(DROP, "other.json", json.dumps(case_file("CR-9", "2026-02-13")))
        page.until(lambda: page.shows("#cr-replace"), "the question")
        page.click("#cr-replace-go")
        page.until(lambda: page.run(OPENED) == "Opened other.json.", "the other case")
        page.until(lambda: page.shows("#cr-put-back"), "the way back")

    replace()
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-13")
    page.click("#cr-put-back-go")
    page.until(lambda: page.values("#reference") == ["CR-17"], "what was here before")
    page.until(lambda: stands(page) == before, "everything as it was, its answer too")
    assert not page.shows("#cr-put-back")
    assert page.run(ASKS), "it is unsaved, as it was"

    page.pick("#limit-explain-delay-read", "differs")  # begun and not finished, so that no file could hold it
    page.put("#limit-explain-delay-length", "3")
    replace()
    page.click("#cr-put-back-go")
    page.until(lambda: page.values("#limit-explain-delay-length") == ["3"], "what was begun")
    assert page.run("return CaseReviewDone.given(CaseReviewForm.edition())") == {
        "notify-panel": {"day": "17", "month": "2", "year": "2026"}
    }

    replace()
    page.put("#reference", "CR-10")
    page.until(lambda: not page.shows("#cr-put-back"), "the way back to be withdrawn")
    assert page.run("return localStorage.length + sessionStorage.length") == 0


def test_a_link_that_is_followed_over_unsaved_work_is_asked_about_too(page: Page) -> None:
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-02-11")
    page.follows()
    page.put("#notes", "Not saved yet.")
    page.work_out()  # folds the form; the question is to be seen all the same
    page.run("location.hash = 'authority-aware=2026-02-12'")
    page.until(lambda: page.shows("#cr-replace"), "the question")
    page.click("#cr-replace-keep")
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-11")
    page.run("location.hash = 'authority-aware=2026-02-13'")
    page.until(lambda: page.shows("#cr-replace"), "the question")
    page.click("#cr-replace-go")
    page.until(lambda: page.line("notify-panel", "due") == iso("notify-panel", "2026-02-13"), "what the link holds")
    assert page.values("#notes") == [""]


def test_a_file_dropped_on_the_page_is_opened_and_the_page_stays(page: Page) -> None:
    told = due("notify-panel", "2026-02-11")
    later = told + timedelta(days=1)
    case = {
        "format": 1, "kind": "case", "saved": "2026-03-02", "release": "0", "content": "0", "reference": "CR-9",
        "edition": EDITION, "facts": {}, "events": {"authority-aware": "2026-02-11"}, "done": {}, "closed": [],
        "figures": None, "notes": "", "answered": {"notify-panel": later.isoformat()},
    }  # fmt: skip
    page.open(WORKBENCH)
    page.run(DROP, "dropped.json", json.dumps(case))
    page.until(lambda: page.run(OPENED) == "Opened dropped.json.", "the dropped case")
    page.follows()
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-11")
    assert f"was {worded(later)}, now {worded(told)}; why is not known" in page.text("#cr-moved li")
    page.run(DROP, "no.json", "{}")
    page.until(lambda: "no.json was not opened" in str(page.run(OPENED)), "the refusal")
    assert page.line("notify-panel", "due") == iso("notify-panel", "2026-02-11")


def test_figures_for_other_guidance_are_set_aside_and_come_back_with_it(page: Page, tmp_path: Path) -> None:
    figures = figures_file()
    page.open(f"{WORKBENCH}?edition={EDITION}#authority-aware=2026-04-02&today=2026-04-20")
    page.follows()
    assert offer(page, tmp_path / "anyshire.json", figures) == (
        "Opened the figures in anyshire.json. Set aside: they are for Working Together to Safeguard Children 2026, "
        "and are used once that is chosen."
    )
    page.follows()
    assert page.line("notify-panel", "due") == PANEL_TOLD_ISO, "the plan is answered without them"
    page.click("[data-change=where]")
    assert "Set aside" in page.text("#cr-figures-opened li")
    page.choose(CURRENT)
    page.until(lambda: "Set aside" not in page.text("#cr-figures-opened li"), "the figures to be used")
    page.work_out()
    assert page.line("notify-panel", "due") == "2026-04-10"  # by hand: four working days after 2 April 2026
    said = offer(page, tmp_path / "foreign.json", figures | {"edition": "england/no-such"})
    page.follows()
    assert "“england/no-such”, which this copy of the guide does not hold" in said
    assert page.line("notify-panel", "due") == "2026-04-10"


def test_figures_of_one_name_for_two_editions_both_stay_and_later_ones_are_told(page: Page, tmp_path: Path) -> None:
    page.open(f"{WORKBENCH}?edition={CURRENT}#authority-aware=2026-04-02&today=2026-04-20")
    page.follows()
    file = tmp_path / "figures.json"
    assert offer(page, file, figures_file()) == "Opened the figures in figures.json."
    page.until(lambda: page.line("notify-panel", "due") == "2026-04-10", "the figure")  # by hand, as above
    assert "Set aside" in offer(page, file, figures_file(edition=EDITION))
    page.follows()
    assert page.line("notify-panel", "due") == "2026-04-10", "those of the other edition do not take its place"
    assert offer(page, file, figures_file()) == "Opened the figures in figures.json.", "the same again is nothing new"
    assert offer(page, file, figures_file(5)) == (
        "Opened the figures in figures.json. They take the place of other figures from a file of that name."
    )
    page.until(lambda: page.line("notify-panel", "due") == "2026-04-13", "the later figure")  # by hand: Monday 13 April
