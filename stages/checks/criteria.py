"""What must hold in tests and their worked cases: facts that are asked, limbs that can be met, cases that agree."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from calculators.counting import WEIGHED, condition, decide, facts_in, facts_of, value
from calculators.records import Kind
from stages.checks.rules import source_problems
from stages.problems import nearest
from stages.schema import CaseBlock, TestBlock, limbs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.records import Edition, Test
    from stages.problems import Problem
    from stages.reading import Unread, Vocabulary, WrittenBlock, WrittenEdition

_SAID = {"yes": True, "no": False, "unknown": None}


def criteria_problems(edition: WrittenEdition, record: Edition) -> Iterator[Problem]:
    """Find what is wrong in an edition's tests and cases beyond what keeps a test from being compiled.

    `record` holds the tests that could be compiled.
    """
    unread = edition.unread
    compiled = {test.id: test for test in record.tests}
    written = [test.id for _, test in edition.records(TestBlock)]
    rules = {rule.id for _, rule in edition.rules()}
    lookbacks = {rule.id for written_rule, rule in edition.rules() if written_rule.kind == Kind.LOOKBACK}
    worked = {case.test for _, case in edition.records(CaseBlock)}
    seen: dict[str, int] = {}
    for block, case in edition.records(CaseBlock):
        yield from _case_problems(block, case, compiled, written, unread)
    for block, test in edition.records(TestBlock):
        name = test.id
        if name in seen:
            yield block.block.problem(f"the test id '{name}' stands on line {seen[name]} already; choose another", "id")
        seen.setdefault(name, block.block.line_of("id"))
        if not unread:
            yield from _name_problems(block, test, rules, written, lookbacks)
        if name not in worked | unread.worked and not unread.lost:
            yield block.block.problem(f"'{name}' has no worked case; add a `yaml case` block with `test: {name}`", "id")
        if name in compiled and not _can_be_met(compiled[name]):
            yield block.block.problem("this test can never be met: its limbs contradict each other", "id")


def block_problems(
    block: WrittenBlock, test: TestBlock, edition: WrittenEdition, words: Vocabulary
) -> Iterator[Problem]:
    """Find what keeps a test from being compiled."""
    yield from source_problems(block, test.source, ("source",), edition)
    held = limbs_of(test)
    if len(held) != 1:
        yield block.block.problem("a test has its limbs under exactly one of `all`, `any`, `factors` or `choice`", "id")
        return
    ((key, limbs),) = held.items()
    for number, limb in enumerate(limbs):
        for fact in facts_in(limb.when):
            if fact not in words.facts:
                message = f"'{fact}' is not a fact{nearest(fact, words.facts)} (content/facts.yml lists them)"
                yield block.block.problem(message, key, number, "when")
        if limb.source:
            yield from source_problems(block, limb.source, (key, number, "source"), edition)


def _name_problems(
    block: WrittenBlock, test: TestBlock, rules: set[str], tests: list[str], lookbacks: set[str]
) -> Iterator[Problem]:
    """Find rules, tests and facts that a test names in vain."""
    for number, rule in enumerate(test.follows):
        if rule not in rules:
            yield block.block.problem(
                f"'{rule}' is not a rule of this edition{nearest(rule, rules)}", "follows", number
            )
    for number, other in enumerate(test.either):
        if other not in tests or other == test.id:
            yield block.block.problem(f"'{other}' is not another test of this edition", "either", number)
    for key, said in (
        ("either_says", test.either_says),
        ("either_asks", test.either_asks),
        ("either_name", test.either_name),
    ):
        if bool(test.either) != bool(said):
            yield block.block.problem(f"`either` and `{key}` go together; write both or neither", "id")
    if test.window and test.window not in lookbacks:
        yield block.block.problem(
            f"'{test.window}' is not a lookback of this edition{nearest(test.window, lookbacks)}", "window"
        )
    asked = {fact for limbs in limbs_of(test).values() for limb in limbs for fact in facts_in(limb.when)}
    for fact in test.definitions:
        if fact not in asked:
            message = f"this test does not ask about '{fact}'{nearest(fact, sorted(asked))}"
            yield block.block.problem(message, "definitions", fact)


def _can_be_met(test: Test) -> bool:
    """Return whether some facts meet a test; one whose factors are weighed always can be."""
    facts, whole = facts_of(test), condition(test)
    ways = product((True, False), repeat=len(facts))
    return test.shape in WEIGHED or any(value(whole, dict(zip(facts, way, strict=True))) for way in ways)


def _case_problems(
    block: WrittenBlock, case: CaseBlock, tests: dict[str, Test], written: list[str], unread: Unread
) -> Iterator[Problem]:
    """Find what is wrong in one worked case."""
    if case.test not in written and not (unread.lost or case.test in unread.ids):
        message = f"no test of this edition is called '{case.test}'{nearest(case.test, written)}"
        yield block.block.problem(message, "test")
    if case.test not in tests:
        return
    test = tests[case.test]
    for fact in case.given:
        if fact not in facts_of(test):
            message = f"'{case.test}' does not ask about '{fact}'{nearest(fact, facts_of(test))}"
            yield block.block.problem(message, "given", fact)
    outcome = decide(test, {fact: _SAID[known] for fact, known in case.given.items()}).outcome
    if outcome != case.expect:
        message = f"the calculators make this '{outcome}', not '{case.expect}'; work it again from the source"
        yield block.block.problem(message, "expect")
