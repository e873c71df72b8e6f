"""Whether a rule applies, against the law worked out by hand: any facts, any events, every rule of every edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from calculators.counting import Case, because, known_of, plan
from calculators.register import CALENDARS, EDITIONS, EVENTS, FACTS
from tests.by_hand.applies import BY_HAND, Word, expected, word_of
from tests.by_hand.criteria import BY_HAND as TESTS
from tests.by_hand.rules import CALENDAR, EVERY_EVENT, RULES, WITHOUT_NUMBER
from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from calculators.counting import Planned
    from calculators.records import Edition

WORDS: tuple[Word, ...] = ("yes", "no", "unknown")
VALUES: dict[Word, bool | None] = {"yes": True, "no": False, "unknown": None}
SAID: dict[bool | None, Word] = {value: word for word, value in VALUES.items()}
UNKNOWN: dict[str, Word] = dict.fromkeys(FACTS, "unknown")
HUNG = [
    pytest.param(edition, rule, id=f"{edition} {rule}") for edition, rules in BY_HAND.items() for rule in rules
]  # fmt: skip


class Drawn(NamedTuple):
    """A case drawn by lot: some facts are not given at all, which is not known as well."""

    edition: str
    facts: dict[str, Word]
    events: dict[str, date]
    done: dict[str, date]

    @property
    def known(self) -> dict[str, Word]:
        """Return every fact, those not given as not known."""
        return UNKNOWN | self.facts

    @property
    def case(self) -> Case:
        """Return the case as the calculators take it."""
        facts = {fact: VALUES[word] for fact, word in self.facts.items()}
        return Case(events=self.events, facts=facts, done=self.done)


def rules_of(edition: str) -> list[str]:
    """Return the rules of an edition, from the tables by hand."""
    return [*RULES[edition], *WITHOUT_NUMBER[edition]]


def may_be_done(edition: str) -> list[str]:
    """Return the rules that ask for an act: not those to keep something, nor to look back."""
    passive = {rule for rule, clocks in RULES[edition].items() if clocks.kind in {"retention", "lookback"}}
    return [rule for rule in rules_of(edition) if rule not in passive]


def drawn(seed: int, how_many: int, *, done: bool = False) -> Iterator[Drawn]:
    """Yield cases drawn by lot, the same ones each time."""
    lot = Random(seed)  # noqa: S311 - no secret
    facts_asked = tuple(FACTS)
    for _ in range(how_many):
        edition = lot.choice(tuple(RULES))
        weights = lot.choice(((1, 1, 1), (4, 1, 1), (1, 4, 1), (1, 1, 4)))
        given = lot.random()
        facts = {fact: lot.choices(WORDS, weights)[0] for fact in facts_asked if lot.random() < given}
        first = date(2012, 1, 1) + timedelta(days=lot.randrange(6000))
        share = lot.random()
        events = {event: first + timedelta(days=lot.randrange(90)) for event in EVERY_EVENT if lot.random() < share}
        acts = [rule for rule in may_be_done(edition) if done and lot.random() < 0.5]
        yield Drawn(edition, facts, events, {rule: first + timedelta(days=lot.randrange(200)) for rule in acts})


def planned(one: Drawn, *, edition: Edition | None = None, follows: bool = True) -> tuple[Planned, ...]:
    """Return the plan of a case, if need be with no event said to follow another."""
    vocabulary = EVENTS if follows else {name: replace(event, follows=()) for name, event in EVENTS.items()}
    calendar = CALENDARS[CALENDAR[one.edition]]
    return plan(edition or EDITIONS[one.edition], one.case, calendar=calendar, vocabulary=vocabulary)


def by_hand(one: Drawn) -> dict[str, Word]:
    """Return whether each rule applies, what was done left aside."""
    return {rule: expected(one.edition, rule, one.known, one.events.keys()) for rule in rules_of(one.edition)}


def said(plans: Collection[Planned]) -> dict[str, Word]:
    """Return whether each rule of a plan applies."""
    return {one.rule.id: SAID[one.applies] for one in plans}


def deciding_tests(one: Drawn, rule: str, word: Word) -> tuple[str, ...]:
    """Return the tests by which a rule applies or not: of notifying, and where they decided, of a serious case or a review."""
    if rule not in BY_HAND.get(one.edition, {}):
        return ()
    if rule == "rapid-review":
        return ("serious-case",) if word_of(TESTS[one.edition, "serious-case"], one.known, set()) == word else ()
    return ("notify-panel",) if rule == "notify-panel" else ()


@pytest.mark.slow
def test_ten_thousand_cases() -> None:
    """Any facts and events of any edition; nothing is left out, and a rule says by which facts it was decided."""
    for one in drawn(20261125, 10_000):
        found, should = planned(one), by_hand(one)
        assert len(found) == len(should), one
        assert said(found) == should, one
        held = known_of(EDITIONS[one.edition], one.case.facts, one.case.events)
        for each in found:
            facts, tests = because(each.rule, held)
            assert tests == deciding_tests(one, each.rule.id, should[each.rule.id]), one
            if each.rule.id not in BY_HAND.get(one.edition, {}):
                assert facts == (), one
            elif each.applies is not None:
                decided = UNKNOWN | {fact: one.facts[fact] for fact in facts}
                again = expected(one.edition, each.rule.id, decided, one.events.keys())
                assert again == should[each.rule.id], (one, each.rule.id)


@pytest.mark.parametrize(("edition", "rule"), HUNG)
def test_every_answer_to_the_facts_that_a_rule_asks_about(edition: str, rule: str) -> None:
    """Yes, no and unknown of each, with the notification's date and without."""

    class Asked(dict[str, Word]):
        """Facts that note which were asked about."""

        def __missing__(self, fact: str) -> Word:
            self[fact] = "unknown"
            return "unknown"

    asked = Asked()
    expected(edition, rule, asked, set())
    for words in product(WORDS, repeat=len(asked)):
        for events in ({}, {"panel-notified": date(2026, 4, 2)}):
            one = Drawn(edition, dict(zip(asked, words, strict=True)), events, {})
            assert said(planned(one))[rule] == by_hand(one)[rule], (words, events)


@pytest.mark.slow
def test_the_door_says_the_same() -> None:
    """Some hundreds of cases as a reader's question, with what was done among them; every rule stands in the answer."""
    seen = set()
    for one in drawn(7, 400, done=True):
        reply = ask(
            ask="plan",
            edition=one.edition,
            facts=one.facts,
            events={event: day.isoformat() for event, day in one.events.items()},
            done={rule: day.isoformat() for rule, day in one.done.items()},
        )
        should = by_hand(one)
        assert sorted(each["rule"] for each in reply["dates"]) == sorted(should), one
        for each in reply["dates"]:
            rule, word = each["rule"], each["applies"]
            if rule in one.done and should[rule] == "no":
                assert word != "no", (one, rule)
            else:
                assert word == should[rule], (one, rule)
            assert (each["done"] is not None) == (rule in one.done)
            assert {*each["because_facts"]} <= one.known.keys()
            seen.add((one.edition, rule, word))
    for edition, rules in BY_HAND.items():
        for rule in rules:
            never = (
                {"no"} if rule == "rapid-review" else set()
            )  # a notification whose date is not given may have been made
            assert {word for held, name, word in seen if (held, name) == (edition, rule)} == {*WORDS} - never, rule


def test_what_was_done_is_never_said_not_to_apply() -> None:
    """With every fact answered no, and with every fact not known."""
    for edition in RULES:
        done = dict.fromkeys(may_be_done(edition), date(2026, 4, 2))
        for word in WORDS:
            found = planned(Drawn(edition, dict.fromkeys(FACTS, word), {}, done))
            assert [one.rule.id for one in found if one.rule.id in done and one.applies is False] == []
    not_done = planned(Drawn(next(iter(BY_HAND)), dict.fromkeys(FACTS, "no"), {}, {}))
    assert any(one.applies is False for one in not_done), "the check above could fail"


def test_what_follows_what_never_decides() -> None:
    """Neither the rules that a test brings nor the order of events: without either, the same applies."""
    for one in drawn(11, 1000):
        held = EDITIONS[one.edition]
        bare = replace(held, tests=tuple(replace(test, follows=()) for test in held.tests))
        assert said(planned(one, edition=bare, follows=False)) == said(planned(one)), one


def test_a_later_event_does_not_stand_for_the_one_before_it() -> None:
    """The Panel has received a rapid review, so it was surely notified; but only a date that was given counts."""
    for edition in BY_HAND:
        if "rapid-review" in BY_HAND[edition]:
            later = {"rapid-review-complete": date(2026, 4, 2), "rapid-review-received": date(2026, 4, 3)}
            one = Drawn(edition, {"abuse-or-neglect": "no"}, later, {})
            assert said(planned(one))["rapid-review"] == "unknown"


def test_nothing_is_dropped_and_the_order_stands() -> None:
    """Whatever applies, the rules are all there, in the edition's order."""
    for word in WORDS:
        for edition in RULES:
            reply = ask(ask="plan", edition=edition, facts=dict.fromkeys(FACTS, word), events={})
            assert [each["rule"] for each in reply["dates"]] == [rule.id for rule in EDITIONS[edition].rules]
