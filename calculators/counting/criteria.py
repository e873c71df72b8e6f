"""Whether a test is met on what is known: three-valued logic, with the facts that decided and those that would change it.

Facts are True, False or None (not known). An answer is never a bare verdict: each limb has its own value and place.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from calculators.records import AllOf, AnyOf, Condition, Is, Limb, Not, Shape, Test

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Value = bool | None
WEIGHED = {Shape.FACTORS, Shape.CHOICE}
_NOT_MET = "This test is not met on these facts. That is all it says: other tests, or the bodies' own judgement, may still call for a review."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a test comes to: 'met', 'not-met', 'not-known' or 'weigh', and why."""

    outcome: str
    because: tuple[str, ...]
    would_change: tuple[str, ...]
    limbs: tuple[tuple[Limb, Value], ...]
    notes: tuple[str, ...]


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
    outcome = {True: "met", False: "not-met", None: "not-known"}[result]
    notes = [*test.notes]
    if result is False:
        notes.append(_NOT_MET)
    if result is None and test.either_says and _certain_of_one(test, facts, others):
        notes.append(test.either_says)
    return Decision(
        outcome=outcome,
        because=tuple(dict.fromkeys(_deciders(whole, facts, result))),
        would_change=tuple(fact for fact in facts_of(test) if _matters(fact, whole, facts, result)),
        limbs=limbs,
        notes=tuple(notes),
    )


def condition(test: Test) -> Condition:
    """Return a test's limbs as one condition."""
    parts = tuple(limb.when for limb in test.limbs)
    return AnyOf(parts) if test.shape is Shape.ANY else AllOf(parts)


def value(when: Condition, facts: Mapping[str, Value]) -> Value:
    """Return whether a condition is true, false or not known."""
    match when:
        case Is(fact, presumed):
            known = facts.get(fact)
            return True if presumed and known is None else known
        case Not(part):
            inner = value(part, facts)
            return None if inner is None else not inner
        case AllOf(parts):
            return _both(value(part, facts) for part in parts)
        case _:
            inner = _both(_negated(value(part, facts)) for part in when.parts)
            return _negated(inner)


def _both(values: Iterable[Value]) -> Value:
    """Return false if any value is false, else not known if any is not known, else true."""
    found = set(values)
    if False in found:
        return False
    return None if None in found else True


def _negated(found: Value) -> Value:
    """Return the opposite of a value; what is not known stays so."""
    return None if found is None else not found


def _deciders(when: Condition, facts: Mapping[str, Value], result: Value) -> Iterator[str]:
    """Yield the facts by which a condition has its value: for one not known, the facts that hold it open."""
    match when:
        case Is(fact):
            yield fact
        case Not(part):
            yield from _deciders(part, facts, _negated(result))
        case _:
            for part in when.parts:
                if value(part, facts) is result:
                    yield from _deciders(part, facts, result)


def facts_in(when: Condition) -> Iterator[str]:
    """Yield the facts that a condition asks about, in its order."""
    match when:
        case Is(fact):
            yield fact
        case Not(part):
            yield from facts_in(part)
        case _:
            for part in when.parts:
                yield from facts_in(part)


def facts_of(test: Test) -> tuple[str, ...]:
    """Return the facts that a test asks about, each once, in its order."""
    return tuple(dict.fromkeys(fact for limb in test.limbs for fact in facts_in(limb.when)))


def _matters(fact: str, when: Condition, facts: Mapping[str, Value], result: Value) -> bool:
    """Return whether learning that this one fact is otherwise would change the result."""
    return any(
        value(when, {**facts, fact: other}) is not result for other in (True, False) if other is not facts.get(fact)
    )


def _certain_of_one(test: Test, facts: Mapping[str, Value], others: Sequence[Test]) -> bool:
    """Return whether `test` or one that its `either` names is met, whatever the unknown facts turn out to be."""
    tests = (test, *(other for other in others if other.id in test.either))
    unknown = [fact for fact in dict.fromkeys(f for each in tests for f in facts_of(each)) if facts.get(fact) is None]
    return all(
        any(value(condition(each), {**facts, **dict(zip(unknown, turned_out, strict=True))}) for each in tests)
        for turned_out in product((True, False), repeat=len(unknown))
    )
