"""Whether a test is met, and a rule applies, on what is known: three-valued logic, with what decided and would change it.

Facts are True, False or None (not known). An answer is never a bare verdict: each limb has its own value and place.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Literal, TypeAlias

from calculators.records import AllOf, AnyOf, Condition, Happened, Is, Limb, Met, Not, Shape, Test

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from calculators.records import Edition, Rule

Value = bool | None
Outcome: TypeAlias = Literal["met", "not-met", "not-known", "weigh"]
WEIGHED = {Shape.FACTORS, Shape.CHOICE}
_NOT_MET = "This test is not met on these facts. That is all it says: other tests, or the bodies' own judgement, may still call for a review."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a test comes to: 'met', 'not-met', 'not-known' or 'weigh', and why."""

    outcome: Outcome
    because: tuple[str, ...]
    would_change: tuple[str, ...]
    limbs: tuple[tuple[Limb, Value], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a case: facts, and for what a rule hangs on the edition's tests and the events that have a date."""

    facts: Mapping[str, Value] = field(default_factory=dict)
    tests: Mapping[str, Test] = field(default_factory=dict)
    events: Collection[str] = ()
    presuming: bool = True  # whether a presumed fact counts as true while it is not known


def applies(rule: Rule, known: Known) -> Value:
    """Return whether `rule` applies, by its own `applies` and nothing else; a rule without one always does."""
    return True if rule.applies is None else _value(rule.applies, known)


def because(rule: Rule, known: Known) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the facts and the tests by which a rule applies or does not; for one not known, those that hold it open."""
    if rule.applies is None:
        return (), ()
    decided = tuple(_deciders(rule.applies, known, _value(rule.applies, known)))
    facts = dict.fromkeys(leaf.fact for leaf in decided if isinstance(leaf, Is))
    return tuple(facts), tuple(dict.fromkeys(leaf.test for leaf in decided if isinstance(leaf, Met)))


def known_of(edition: Edition, facts: Mapping[str, Value], events: Collection[str]) -> Known:
    """Return what is known of a case under one edition."""
    return Known(facts=facts, tests={test.id: test for test in edition.tests}, events=events)


def still_open(edition: Edition, known: Known) -> frozenset[str]:
    """Return the facts not known whose answer could still change which rules apply or what a test comes to.

    Such a fact lies under nothing that is settled. One that is presumed is open until it is known: a no could change much.
    Factors and choices are weighed, so nothing hangs on their facts.
    """
    presuming_nothing = replace(known, presuming=False)
    whole = [rule.applies for rule in edition.rules if rule.applies is not None]
    whole += [condition(test) for test in edition.tests if test.shape not in WEIGHED]
    return frozenset(fact for when in whole for fact in _open_in(when, presuming_nothing))


def _open_in(when: Condition, known: Known) -> Iterator[str]:
    """Yield the facts by which a condition is not settled; none if it is. Those of a test that it names are the test's own."""
    if _value(when, known) is not None:
        return
    match when:
        case Is(fact):
            yield fact
        case Not(part):
            yield from _open_in(part, known)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _open_in(part, known)


def decide(test: Test, facts: Mapping[str, Value], *, others: Sequence[Test] = ()) -> Decision:
    """Return what `test` comes to on `facts`; `others` are the edition's tests that its `either` may name.

    Strong Kleene logic: Kleene, Introduction to Metamathematics (1952), section 64. No fact is inferred from another.
    """
    limbs = tuple((limb, value(limb.when, facts)) for limb in test.limbs)
    if test.shape in WEIGHED:
        present = tuple(fact for limb, held in limbs if held for fact in facts_in(limb.when))
        return Decision(outcome="weigh", because=present, would_change=(), limbs=limbs, notes=test.notes)
    whole = condition(test)
    result = value(whole, facts)
    outcomes: dict[Value, Outcome] = {True: "met", False: "not-met", None: "not-known"}
    outcome = outcomes[result]
    notes = [*test.notes]
    if result is False:
        notes.append(_NOT_MET)
    if result is None and test.either_says and _certain_of_one(test, facts, others):
        notes.append(test.either_says)
    return Decision(
        outcome=outcome,
        because=tuple(
            dict.fromkeys(leaf.fact for leaf in _deciders(whole, Known(facts=facts), result) if isinstance(leaf, Is))
        ),
        would_change=tuple(fact for fact in facts_of(test) if _matters(fact, whole, facts, result)),
        limbs=limbs,
        notes=tuple(notes),
    )


def condition(test: Test) -> Condition:
    """Return a test's limbs as one condition."""
    parts = tuple(limb.when for limb in test.limbs)
    return AnyOf(parts) if test.shape is Shape.ANY else AllOf(parts)


def value(when: Condition, facts: Mapping[str, Value]) -> Value:
    """Return whether a condition over facts is true, false or not known."""
    return _value(when, Known(facts=facts))


def _value(when: Condition, known: Known) -> Value:
    """Return whether a condition is true, false or not known. A test that is weighed decides nothing."""
    if isinstance(when, Is):
        given = known.facts.get(when.fact)
        return True if given is None and when.presumed and known.presuming else given
    if isinstance(when, AllOf):
        return _all_are(when.parts, known, wanted=True)
    if isinstance(when, AnyOf):
        return _negated(_all_are(when.parts, known, wanted=False))
    if isinstance(when, Not):
        return _negated(_value(when.part, known))
    if isinstance(when, Met):
        test = known.tests[when.test]
        return None if test.shape in WEIGHED else _value(condition(test), known)
    return True if when.event in known.events else None


def _all_are(parts: Sequence[Condition], known: Known, *, wanted: bool) -> Value:
    """Return whether every condition is `wanted`: false if one is otherwise, else not known if one is not known."""
    unknown = False
    for part in parts:
        found = _value(part, known)
        if found is None:
            unknown = True
        elif found is not wanted:
            return False
    return None if unknown else True


def _negated(found: Value) -> Value:
    """Return the opposite of a value; what is not known stays so."""
    return None if found is None else not found


def _deciders(when: Condition, known: Known, result: Value) -> Iterator[Is | Met | Happened]:
    """Yield the facts, tests and events by which a condition has its value: for one not known, those that hold it open."""
    match when:
        case Not(part):
            yield from _deciders(part, known, _negated(result))
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                if _value(part, known) is result:
                    yield from _deciders(part, known, result)
        case Met(test):
            yield when
            yield from _deciders(condition(known.tests[test]), known, result)
        case _:
            yield when


def leaves(when: Condition) -> Iterator[Is | Met | Happened]:
    """Yield the facts, tests and events that a condition asks about, in its order."""
    match when:
        case Not(part):
            yield from leaves(part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case _:
            yield when


def facts_in(when: Condition) -> Iterator[str]:
    """Yield the facts that a condition asks about, in its order."""
    return (leaf.fact for leaf in leaves(when) if isinstance(leaf, Is))


def facts_of(test: Test) -> tuple[str, ...]:
    """Return the facts that a test asks about, each once, in its order."""
    return tuple(dict.fromkeys(fact for limb in test.limbs for fact in facts_in(limb.when)))


def _matters(fact: str, when: Condition, facts: Mapping[str, Value], result: Value) -> bool:
    """Return whether learning that this one fact is otherwise would change the result."""
    return any(value(when, {**facts, fact: other}) is not result for other in (True, False))


def _certain_of_one(test: Test, facts: Mapping[str, Value], others: Sequence[Test]) -> bool:
    """Return whether `test` or one that its `either` names is met, whatever the unknown facts turn out to be."""
    tests = (test, *(other for other in others if other.id in test.either))
    unknown = [fact for fact in dict.fromkeys(f for each in tests for f in facts_of(each)) if facts.get(fact) is None]
    return all(
        any(value(condition(each), {**facts, **dict(zip(unknown, turned_out, strict=True))}) for each in tests)
        for turned_out in product((True, False), repeat=len(unknown))
    )
