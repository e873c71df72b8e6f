"""Whether a rule applies by what it hangs on, and by which facts and tests that is so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from calculators import records
from calculators.counting.criteria import Known, applies, because
from calculators.records import AllOf, AnyOf, Citation, Condition, Happened, Is, Limb, Met, Not, Shape
from tests.invented import rule

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

CITED = Citation(ref="text", place="here")
HARMED = records.Test(
    id="harmed", topic="criteria", shape=Shape.ANY, question="?", outcome=".", citation=CITED, who="board",
    limbs=(Limb(text="died", when=Is("died"), citation=CITED), Limb(text="hurt", when=Is("hurt"), citation=CITED)),
)  # fmt: skip
WEIGHED = replace(HARMED, id="weighed", shape=Shape.FACTORS)


def known(facts: Mapping[str, bool | None], events: Collection[str] = ()) -> Known:
    """Return what is known of a case under an edition with these two tests."""
    return Known(facts=facts, tests={test.id: test for test in (HARMED, WEIGHED)}, events=events)


@pytest.mark.parametrize(
    ("when", "facts", "events", "value", "by"),
    [
        pytest.param(None, {}, (), True, ((), ()), id="a rule that hangs on nothing always applies, and for no reason"),
        pytest.param(Is("a"), {"a": True}, (), True, (("a",), ()), id="its fact is so"),
        pytest.param(Is("a"), {"a": False}, (), False, (("a",), ()), id="its fact is not so"),
        pytest.param(Is("a"), {}, (), None, (("a",), ()), id="its fact is not known, and that holds it open"),
        pytest.param(Is("a", presumed=True), {}, (), True, (("a",), ()), id="its fact is presumed"),
        pytest.param(Not(Is("a")), {"a": True}, (), False, (("a",), ()), id="its fact must not be so, and is"),
        pytest.param(Not(AllOf((Is("a"), Is("b")))), {"a": True, "b": False}, (), True, (("b",), ()), id="of two that must not both be so, the one that is not"),
        pytest.param(AllOf((Is("a"), Is("b"))), {"a": True, "b": False}, (), False, (("b",), ()), id="of two that must be so, the one that is not"),
        pytest.param(AllOf((Is("a"), Is("b"))), {"a": True}, (), None, (("b",), ()), id="of two that must be so, the one not known"),
        pytest.param(AnyOf((Is("a"), Is("b"))), {"a": True, "b": False}, (), True, (("a",), ()), id="of two that may be so, the one that is"),
        pytest.param(Happened("publication"), {}, ("publication",), True, ((), ()), id="its event has a date: no fact and no test"),
        pytest.param(Happened("publication"), {}, (), None, ((), ()), id="its event may still come"),
        pytest.param(Met("harmed"), {"died": True}, (), True, (("died",), ("harmed",)), id="its test is met, by one fact"),
        pytest.param(Met("harmed"), {"died": False, "hurt": False}, (), False, (("died", "hurt"), ("harmed",)), id="its test is not met, by both"),
        pytest.param(AnyOf((Met("harmed"), Is("a"))), {"a": True}, (), True, (("a",), ()), id="the fact beside its test decides"),
        pytest.param(Met("weighed"), {"died": True, "hurt": False}, (), None, ((), ("weighed",)), id="a test that is weighed decides nothing"),
    ],
)  # fmt: skip
def test_what_a_rule_hangs_on(
    when: Condition | None,
    facts: dict[str, bool],
    events: tuple[str, ...],
    *,
    value: bool | None,
    by: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    """Yes, no or not known; and the facts and tests that make it so, or hold it open."""
    held = replace(rule(), applies=when)
    assert applies(held, known(facts, events)) is value
    assert because(held, known(facts, events)) == by
