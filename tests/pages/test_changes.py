"""What changed between two editions, and how much it matters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from calculators import records
from calculators.records import AllOf, Citation, Direction, Duty, Is, Kind, Limb, Period, Shape, Unit
from stages.pages.changes import Change, ChangeKind, Significance, _changes
from stages.pages.statements import Words
from stages.schema import EventBlock
from tests.invented import CITATION, edition, reading, rule

if TYPE_CHECKING:
    from calculators.records import Edition, Rule

EVENTS = {"incident": "the incident", "publication": "publication"}
WORDS = Words(
    events={name: EventBlock(label=name, words=words, hint=words) for name, words in EVENTS.items()},
    bodies={"panel": "The Panel", "board": "The Board"},
)
SEVEN_DAYS = Period(length=7, unit=Unit.DAY)
BEFORE = rule(reading())
GAP = replace(BEFORE, kind=Kind.GAP, readings=())
TWO = replace(BEFORE, readings=(reading(id="guidance"), reading(id="regulation", period=SEVEN_DAYS)))
TEST = records.Test(
    id="a-test",
    topic="criteria",
    shape=Shape.ALL,
    question="Must there be a review?",
    outcome="There must be.",
    limbs=(Limb(text="A child died.", when=Is("child-died"), citation=CITATION),),
    citation=CITATION,
    who="the authority",
)


def held(*rules: Rule, coverage: Literal["whole", "partial", "stub"] = "whole") -> Edition:
    """Return an edition with these rules, held whole unless said otherwise."""
    return replace(edition(*rules), coverage=coverage)


def only(before: Edition, after: Edition) -> Change:
    """Return the one change of a rule between two editions."""
    (change,) = _changes(before, after, WORDS).rules
    return change


@pytest.mark.parametrize(
    ("after", "what", "before_words", "after_words", "significance"),
    [
        pytest.param(rule(reading(period=SEVEN_DAYS)), "When", "within 5 working days after the incident", "within 7 days after the incident", Significance.CLOCK, id="another period is another clock"),
        pytest.param(rule(reading("publication")), "When", "within 5 working days after the incident", "within 5 working days after publication", Significance.CLOCK, id="another event is another clock"),
        pytest.param(rule(reading(direction=Direction.FROM_AND_INCLUDING)), "When", "within 5 working days after the incident", "within 5 working days from and including the incident", Significance.CLOCK, id="the first day counted in is another clock"),
        pytest.param(TWO, "When", "within 5 working days after the incident", "within 5 working days after the incident, or within 7 days after the incident", Significance.CLOCK, id="a second reading beside a text held whole is another clock"),
        pytest.param(replace(BEFORE, kind=Kind.PROMPT, words="immediately"), "When", "within 5 working days after the incident", "immediately; beside it, other texts say: within 5 working days after the incident", Significance.CLOCK, id="a word that governs, with the clock beside it"),
        pytest.param(replace(BEFORE, duty=Duty.MUST), "Duty", "", "must", Significance.DUTY, id="a duty where none was said"),
        pytest.param(replace(BEFORE, who="the partners"), "Who", "the authority", "the partners", Significance.WHO, id="someone else acts"),
        pytest.param(replace(BEFORE, to=("panel", "board")), "To whom", "", "The Panel; The Board", Significance.TO, id="someone is told"),
        pytest.param(replace(BEFORE, citation=Citation(ref="text", place="paragraph 2")), "Source", "An invented text, paragraph 1", "An invented text, paragraph 2; An invented text, paragraph 1", Significance.SOURCE, id="it stands elsewhere, though its reading does not"),
        pytest.param(replace(BEFORE, action="Inform them"), "What", "Tell them", "Inform them", Significance.WORDS, id="only the words differ"),
        pytest.param(GAP, "When", "within 5 working days after the incident", "this guide holds no figure", Significance.TIME_LOST, id="a gap is no change of the clock"),
    ],
)  # fmt: skip
def test_a_difference_is_said_in_both_editions_words_with_its_weight(
    after: Rule, what: str, before_words: str, after_words: str, significance: Significance
) -> None:
    change = only(held(BEFORE), held(after))
    assert change.kind is ChangeKind.CHANGED
    (found,) = change.differences
    assert (found.what, found.before, found.after, found.significance) == (
        what,
        before_words,
        after_words,
        significance,
    )
    assert change.significance is significance


@pytest.mark.parametrize(
    ("before", "after", "significance"),
    [
        pytest.param(held(TWO), held(BEFORE, coverage="stub"), Significance.TIME_LOST, id="a reading missing from a stub is not held, not abolished"),
        pytest.param(held(TWO), held(BEFORE), Significance.CLOCK, id="a reading missing from a text held whole is a change"),
        pytest.param(held(BEFORE, coverage="partial"), held(TWO), Significance.TIME_FOUND, id="a reading that the earlier text may have had"),
        pytest.param(held(GAP), held(BEFORE), Significance.TIME_FOUND, id="a figure where there was a gap"),
    ],
)  # fmt: skip
def test_what_is_not_held_is_not_called_changed(before: Edition, after: Edition, significance: Significance) -> None:
    assert only(before, after).significance is significance


def test_a_change_is_as_weighty_as_its_weightiest_difference() -> None:
    after = replace(rule(reading(period=SEVEN_DAYS)), action="Inform them", duty=Duty.MUST)
    change = only(held(BEFORE), held(after))
    assert [each.what for each in change.differences] == ["When", "What", "Duty"]
    assert change.significance is Significance.CLOCK


@pytest.mark.parametrize(
    ("coverage", "added", "removed"),
    [
        pytest.param("whole", Significance.ADDED, Significance.REMOVED, id="held whole: it was not there"),
        pytest.param("partial", Significance.NOT_HELD_BEFORE, Significance.NOT_HELD_AFTER, id="held in part: it may have been"),
        pytest.param("stub", Significance.NOT_HELD_BEFORE, Significance.NOT_HELD_AFTER, id="a stub: it may have been"),
    ],
)  # fmt: skip
def test_a_rule_on_one_side_alone_is_added_or_removed_only_if_the_other_text_is_held_whole(
    coverage: Literal["whole", "partial", "stub"], added: Significance, removed: Significance
) -> None:
    gained = only(held(coverage=coverage), held(BEFORE))
    assert (gained.kind, gained.before, gained.rule, gained.significance) == (ChangeKind.ADDED, None, BEFORE, added)
    lost = only(held(BEFORE), held(coverage=coverage))
    assert (lost.kind, lost.after, lost.rule, lost.significance) == (ChangeKind.REMOVED, None, BEFORE, removed)


def test_the_guide_s_own_notes_are_no_change() -> None:
    found = _changes(held(BEFORE), held(replace(BEFORE, notes=("Seen again.",))), WORDS)
    assert (found.rules, found.tests, found.same) == ((), (), (replace(BEFORE, notes=("Seen again.",)),))


def test_two_gaps_are_the_same_though_they_would_run_from_different_days() -> None:
    assert _changes(held(GAP), held(replace(GAP, event="incident")), WORDS).rules == ()


@pytest.mark.parametrize(
    ("after", "what", "significance"),
    [
        pytest.param(replace(TEST, shape=Shape.ANY), "Asks for", Significance.TEST, id="any one instead of every one"),
        pytest.param(replace(TEST, limbs=(replace(TEST.limbs[0], when=AllOf((Is("child-died"), Is("looked-after", presumed=True)))),)), "Asks for", Significance.TEST, id="another fact"),
        pytest.param(replace(TEST, limbs=(replace(TEST.limbs[0], text="The child is dead."),)), "Limbs", Significance.WORDS, id="the same fact in other words"),
        pytest.param(replace(TEST, duty=Duty.MAY), "Duty", Significance.DUTY, id="another duty"),
    ],
)  # fmt: skip
def test_tests_are_compared_by_what_they_ask(after: records.Test, what: str, significance: Significance) -> None:
    with_test, with_other = replace(held(), tests=(TEST,)), replace(held(), tests=(after,))
    (change,) = _changes(with_test, with_other, WORDS).tests
    assert ([each.what for each in change.differences], change.significance) == ([what], significance)
