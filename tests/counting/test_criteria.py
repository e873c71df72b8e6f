"""Whether tests are met: every combination of facts against the law written out by hand, and what must always hold."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import records
from calculators.counting import criteria
from calculators.files.plain_text import criteria_text
from calculators.records import AllOf, AnyOf, Citation, Condition, Is, Limb, Not, Shape
from calculators.register import EDITIONS
from tests.by_hand.criteria import BY_HAND, NO, UNKNOWN, WALES_2016, WEIGHED, YES, Facts, Truth
from tests.by_hand.expressions import asked_about
from tests.door import ask

pytestmark = pytest.mark.real
TRUTHS = {"yes": YES, "no": NO, "unknown": UNKNOWN}
OUTCOMES = {YES: "met", NO: "not-met", UNKNOWN: "not-known"}
VALUES = {True: YES, False: NO, None: UNKNOWN}
TESTS = {(edition.id, test.id): test for edition in EDITIONS.values() for test in edition.tests}


def asked(edition: str, test: str, **facts: str) -> Any:  # noqa: ANN401 - JSON
    """Return the door's answer; underscores in names stand for hyphens."""
    named = {fact.replace("_", "-"): known for fact, known in facts.items()}
    return ask(ask="criteria", edition=edition, test=test, facts=named)


def test_every_test_stands_in_the_table() -> None:
    """None is forgotten and none invented."""
    assert set(TESTS) == set(BY_HAND) | WEIGHED


@pytest.mark.parametrize("name", BY_HAND, ids="/".join)
def test_every_combination_of_facts(name: tuple[str, str]) -> None:
    """Outcome and would_change, for yes, no and unknown of every fact, equal the law written out."""
    by_hand, test = BY_HAND[name], TESTS[name]
    facts = asked_about(by_hand)
    assert set(criteria.facts_of(test)) == set(facts)
    for values in product((True, False, None), repeat=len(facts)):
        known = dict(zip(facts, values, strict=True))
        decision = criteria.decide(test, known)
        expected = by_hand(reader(known))
        assert decision.outcome == OUTCOMES[expected], known
        assert set(decision.would_change) == changing(by_hand, known, expected), known
        assert held_by(by_hand, known, decision.because) == expected or expected == UNKNOWN, known


def reader(known: dict[str, bool | None]) -> Facts:
    """Return the facts as the functions by hand read them."""
    return lambda fact: VALUES[known[fact]]


def changing(by_hand: Any, known: dict[str, bool | None], expected: Truth) -> set[str]:  # noqa: ANN401
    """Return the facts of which another answer, yes or no, would change the outcome."""
    return {
        fact
        for fact, value in known.items()
        for other in (True, False)
        if other is not value and by_hand(reader({**known, fact: other})) != expected
    }


def held_by(by_hand: Any, known: dict[str, bool | None], because: tuple[str, ...]) -> Truth:  # noqa: ANN401
    """Return the outcome if only the facts in `because` were known: they alone must decide."""
    truth: Truth = by_hand(reader({fact: value if fact in because else None for fact, value in known.items()}))
    return truth


@pytest.mark.parametrize("name", sorted(WEIGHED), ids="/".join)
def test_factors_are_always_weighed(name: tuple[str, str]) -> None:
    """Whether every factor is present, none, or nothing is known, nothing is decided."""
    facts = criteria.facts_of(TESTS[name])
    for value in (True, False, None):
        decision = criteria.decide(TESTS[name], dict.fromkeys(facts, value))
        assert decision.outcome == "weigh"
        assert decision.would_change == ()
        assert decision.because == (facts if value else ())
    assert all(len(list(criteria.facts_in(limb.when))) == 1 for limb in TESTS[name].limbs), "one fact a factor"


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        pytest.param({"abuse_or_neglect": "yes", "child_died": "yes"}, True, id="harm met, register and care unknown"),
        pytest.param({"abuse_or_neglect": "yes", "child_died": "yes", "register_in_window": "no"}, True, id="care alone unknown"),
        pytest.param({"abuse_or_neglect": "yes"}, False, id="no harm known"),
        pytest.param({"child_died": "yes"}, False, id="abuse not known"),
        pytest.param({"abuse_or_neglect": "yes", "child_died": "yes", "register_in_window": "yes"}, False, id="on the register: the type is known"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("test", ["concise-review", "extended-review"])
def test_wales_a_review_is_required_before_its_type_is_known(test: str, facts: dict[str, str], *, says: bool) -> None:
    """The sentence stands in both tests exactly when one of them must be met."""
    notes = asked(WALES_2016, test, **facts)["notes"]
    sentence = TESTS[WALES_2016, test].either_says
    assert sentence
    assert (sentence in notes) is (says and asked(WALES_2016, test, **facts)["outcome"] == "not-known")


def test_no_answer_says_that_no_review_is_needed() -> None:
    """A test that is not met says that and no more."""
    for (edition, test), held in TESTS.items():
        reply = asked(edition, test, **{fact.replace("-", "_"): "no" for fact in criteria.facts_of(held)})
        assert "not needed" not in json.dumps(reply)
        if reply["outcome"] == "not-met":
            assert criteria._NOT_MET in reply["notes"]


@pytest.mark.parametrize("name", TESTS, ids="/".join)
def test_an_answer_is_never_bare(name: tuple[str, str]) -> None:
    """Each limb has its words, its value and its place; the outcome its reasons."""
    reply = asked(*name)
    assert reply["limbs"]
    for limb in reply["limbs"]:
        assert limb["text"]
        assert limb["value"] in TRUTHS
        assert limb["source"]["place"]
    assert reply["outcome"] in {"not-known", "weigh"}, "nothing is known, so nothing is decided"
    assert reply["source"]["title"]


CITED = Citation(ref="text", place="here")
FACTS = ("a", "b", "c", "d")
conditions = st.recursive(
    st.builds(Is, st.sampled_from(FACTS), st.booleans()),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(AllOf, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=8,
)
values = st.dictionaries(st.sampled_from(FACTS), st.sampled_from([True, False, None]))


def invented(*whens: Condition, shape: Shape = Shape.ALL) -> records.Test:
    """Return a test with these limbs."""
    limbs = tuple(Limb(text="limb", when=when, citation=CITED) for when in whens)
    return records.Test(
        id="t", topic="criteria", shape=shape, question="?", outcome=".", limbs=limbs, citation=CITED, who="board"
    )


def without_presumption(when: Condition) -> Condition:
    """Return a condition in which no fact is presumed."""
    match when:
        case Is(fact):
            return Is(fact)
        case Not(part):
            return Not(without_presumption(part))
        case AllOf(parts):
            return AllOf(tuple(map(without_presumption, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(without_presumption, parts)))
        case _:
            return when


@given(conditions, values, st.sampled_from(FACTS), st.booleans())
def test_learning_more_never_unsettles(when: Condition, facts: dict[str, bool | None], fact: str, learnt: bool) -> None:  # noqa: FBT001 - hypothesis fills arguments by position
    """A longer list of known facts keeps an outcome that was known, where nothing was presumed."""
    plain = without_presumption(when)
    before = criteria.value(plain, facts)
    if before is not None and facts.get(fact) is None:
        assert criteria.value(plain, {**facts, fact: learnt}) is before


@given(st.lists(conditions, min_size=1, max_size=3), values)
def test_the_order_of_limbs_is_irrelevant(whens: list[Condition], facts: dict[str, bool | None]) -> None:
    """Turned round, a test comes to the same, for the same facts."""
    for shape in (Shape.ALL, Shape.ANY):
        one = criteria.decide(invented(*whens, shape=shape), facts)
        other = criteria.decide(invented(*reversed(whens), shape=shape), facts)
        assert (one.outcome, set(one.because), set(one.would_change)) == (
            other.outcome,
            set(other.because),
            set(other.would_change),
        )


@pytest.mark.parametrize(
    ("other", "says"),
    [
        pytest.param(Is("a"), True, id="whichever way the fact turns out, one of the two is met"),
        pytest.param(Is("b"), False, id="if a is so and b is not, neither is"),
    ],
)
def test_one_of_two_must_be_met_however_the_facts_turn_out(other: Condition, *, says: bool) -> None:
    """The first asks that a is not so; nothing is known yet."""
    first = replace(invented(Not(Is("a"))), either=("other",), either_says="One of them it is.")
    second = replace(invented(other), id="other")
    found = criteria.decide(first, {}, others=(second,))
    assert (found.outcome, found.notes) == ("not-known", ("One of them it is.",) if says else ())


@pytest.mark.parametrize(
    ("question", "field", "message"),
    [
        pytest.param({"test": "no-such"}, "test", "'no-such' is not a test of", id="an unknown test"),
        pytest.param({"facts": {"child-dead": "yes"}}, "facts.child-dead", "did you mean child-died?", id="a fact misspelt"),
        pytest.param({"facts": {"child-died": "maybe"}}, "facts.child-died", "child-died must be yes, no or unknown", id="a value that is none"),
        pytest.param({"facts": {"child-died": True}}, "facts.child-died", "child-died must be yes, no or unknown", id="true is not yes"),
        pytest.param({"facts": []}, "facts", "facts must be an object", id="a list of facts"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_used(question: dict[str, Any], field: str, message: str) -> None:
    """The entry is named, and what to write."""
    whole = {"ask": "criteria", "edition": WALES_2016, "test": "concise-review"} | question
    (error,) = ask(**whole)["errors"]
    assert error["field"] == field
    assert message in error["message"]


@pytest.mark.parametrize(
    ("edition", "test", "facts", "follows"),
    [
        pytest.param(
            "england/child-safeguarding-practice-review-2023", "notify-looked-after-death", ["looked-after", "child-died"],
            {"notify-looked-after-death": "within 5 working days after the local authority becomes aware of the incident"},
            id="one clock",
        ),
        pytest.param(
            "wales/single-unified-safeguarding-review-2024", "unified-review", ["child-criteria"],
            {"notify-government": "This guide holds no figure", "complete-review": "This guide holds no figure", "keep-published": "This guide holds no figure"},
            id="gaps have none",
        ),
    ],
)  # fmt: skip
def test_what_follows_says_by_when(edition: str, test: str, facts: list[str], follows: dict[str, str]) -> None:
    """Each rule that a met test brings has its clock in words, in the answer and in plain text."""
    reply = asked(edition, test, **{fact.replace("-", "_"): "yes" for fact in facts})
    assert reply["outcome"] == "met"
    assert {one["rule"]: one["when"] for one in reply["follows"]} == follows
    lines = criteria_text(reply).split("\n")
    for rule, when in follows.items():
        assert any(line.endswith(f" [{rule}]: {when}") for line in lines)


def test_what_follows_has_every_readings_clock_and_a_prompts_own_words() -> None:
    """England 2023's first test brings a dispute over the trigger, and two things with no number of days."""
    facts = {"abuse_or_neglect": "yes", "child_died": "yes", "in_authority_area": "yes"}
    reply = asked("england/child-safeguarding-practice-review-2023", "notify-panel", **facts)
    when = {one["rule"]: one["when"] for one in reply["follows"]}
    assert when["rapid-review"].count("within 15 working days after ") == 3
    assert when["rapid-review"].count("; or ") == 2
    assert "as soon as" in when["send-rapid-review"].lower()


def test_plain_text_leaves_out_reasons_that_there_are_none_of() -> None:
    """Factors of which none is known decide nothing, and nothing would change that."""
    text = criteria_text(asked("scotland/significant-case-review-2015", "lead-reviewer"))
    assert "weighed" in text
    assert "Because of" not in text
    assert "Would change it" not in text
