"""What must hold in tests and their worked cases: facts that are asked, limbs that can be met, cases that agree."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from calculators.counting.criteria import WEIGHED, condition, decide, facts_in, facts_of, value
from stages.checks.rules import source_problems
from stages.problems import nearest
from stages.schema.edition import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.records import Edition, Test
    from stages.problems import Problem
    from stages.reading.model import Unread, Vocabulary, WrittenBlock, WrittenEdition

SAID = {"yes": True, "no": False, "unknown": None}


def problems(edition: WrittenEdition, record: Edition, words: Vocabulary) -> Iterator[Problem]:
    """Find what is wrong in an edition's tests and cases; `record` holds the tests that could be compiled."""
    unread = edition.unread
    tests = {test.id: test for test in record.tests}
    written = {block.record.id: block for _, block in edition.blocks() if block.kind == "test"}
    rules = {block.record.id for _, block in edition.blocks() if hasattr(block.record, "action")}
    seen: dict[str, int] = {}
    worked = {block.record.test for _, block in edition.blocks() if block.kind == "case"}
    for _, block in edition.blocks():
        if block.kind == "case":
            yield from case_problems(block, tests, list(written), edition.unread)
        if block.kind != "test":
            continue
        name = block.record.id
        if name in seen:
            yield block.block.problem(f"the test id '{name}' stands on line {seen[name]} already; choose another", "id")
        seen.setdefault(name, block.block.line_of("id"))
        yield from block_problems(block, edition, words)
        if not unread:
            yield from name_problems(block, rules, written)
        if name not in worked | unread.worked and not unread.lost:
            yield block.block.problem(f"'{name}' has no worked case; add a `yaml case` block with `test: {name}`", "id")
        if name in tests and not can_be_met(tests[name]):
            yield block.block.problem("this test can never be met: its limbs contradict each other", "id")


def unsound(edition: WrittenEdition, words: Vocabulary) -> frozenset[str]:
    """Return the tests that cannot be compiled, as 'test ID'."""
    return frozenset(
        f"test {block.record.id}"
        for _, block in edition.blocks()
        if block.kind == "test" and any(block_problems(block, edition, words))
    )


def block_problems(block: WrittenBlock, edition: WrittenEdition, words: Vocabulary) -> Iterator[Problem]:
    """Find what keeps a test from being compiled."""
    said = block.record
    keys = [key for key in SHAPES.values() if getattr(said, key)]
    yield from source_problems(block, said.source, ("source",), edition)
    if len(keys) != 1:
        yield block.block.problem("a test has its limbs under exactly one of `all`, `any`, `factors` or `choice`", "id")
        return
    key = keys[0].removesuffix("_of")
    for number, limb in enumerate(getattr(said, keys[0])):
        for fact in facts_in(limb.when):
            if fact not in words.facts:
                message = f"'{fact}' is not a fact{nearest(fact, words.facts)} (content/facts.yml lists them)"
                yield block.block.problem(message, key, number, "when")
        if limb.source:
            yield from source_problems(block, limb.source, (key, number, "source"), edition)


def name_problems(block: WrittenBlock, rules: set[str], tests: dict[str, WrittenBlock]) -> Iterator[Problem]:
    """Find rules, tests and facts that a test names in vain."""
    said = block.record
    for number, rule in enumerate(said.follows):
        if rule not in rules:
            yield block.block.problem(
                f"'{rule}' is not a rule of this edition{nearest(rule, rules)}", "follows", number
            )
    for number, other in enumerate(said.either):
        if other not in tests or other == said.id:
            yield block.block.problem(f"'{other}' is not another test of this edition", "either", number)
    if bool(said.either) != bool(said.either_says):
        yield block.block.problem("`either` and `either_says` go together; write both or neither", "id")
    asked = {fact for key in SHAPES.values() for limb in getattr(said, key) for fact in facts_in(limb.when)}
    for fact in said.definitions:
        if fact not in asked:
            message = f"this test does not ask about '{fact}'{nearest(fact, sorted(asked))}"
            yield block.block.problem(message, "definitions", fact)


def can_be_met(test: Test) -> bool:
    """Return whether some facts meet a test; one whose factors are weighed always can be."""
    facts, whole = facts_of(test), condition(test)
    ways = product((True, False), repeat=len(facts))
    return test.shape in WEIGHED or any(value(whole, dict(zip(facts, way, strict=True))) for way in ways)


def case_problems(block: WrittenBlock, tests: dict[str, Test], written: list[str], unread: Unread) -> Iterator[Problem]:
    """Find what is wrong in one worked case."""
    said = block.record
    if said.test not in written and not (unread.lost or said.test in unread.ids):
        yield block.block.problem(
            f"no test of this edition is called '{said.test}'{nearest(said.test, written)}", "test"
        )
    if said.test not in tests:
        return
    test = tests[said.test]
    for fact in said.given:
        if fact not in facts_of(test):
            message = f"'{said.test}' does not ask about '{fact}'{nearest(fact, facts_of(test))}"
            yield block.block.problem(message, "given", fact)
    outcome = decide(test, {fact: SAID[known] for fact, known in said.given.items()}).outcome
    if outcome != said.expect:
        message = f"the calculators make this '{outcome}', not '{said.expect}'; work it again from the source"
        yield block.block.problem(message, "expect")
