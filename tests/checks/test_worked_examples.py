"""The worked examples of content/, as they are printed: each is counted again, and through the door that pages use."""

from __future__ import annotations

import json

import pytest

from calculators.answer import answer
from stages.checks.examples import _WEEKEND_DAYS
from stages.schema import ExampleBlock
from tests import real

EXAMPLES = [
    pytest.param(edition.id, example, id=f"{edition.id}: {example.rule}, {example.title}")
    for edition in real.compiled()[0].content.editions
    for _, example in edition.records(ExampleBlock)
]


@pytest.mark.parametrize(("edition", "example"), EXAMPLES)
def test_the_example_comes_out(edition: str, example: ExampleBlock) -> None:
    """The date, or the date of each reading, the end of a window, and every day passed over."""
    events = {event: day.isoformat() for event, day in example.given.items()}
    reply = json.loads(answer(json.dumps({"ask": "plan", "edition": edition, "events": events})))
    assert "errors" not in reply
    (found,) = (one for one in reply["dates"] if one["rule"] == example.rule)
    if isinstance(example.expect, dict):
        dates = {one["id"]: one["due"] for one in found["readings"]}
        assert dates == {name: day.isoformat() for name, day in example.expect.items()}
    else:
        assert found["due"] == example.expect.isoformat()
    if example.until:
        assert {one["until"] for one in found["readings"] or [found]} == {example.until.isoformat()}
    for counted in [one["count"] for one in found["readings"]] or [found["count"]]:
        if example.working is not None:
            skipped = {day["name"]: day["date"] for day in counted if day["day"] == "holiday"}
            named = {name: day.isoformat() for name, day in example.working.items() if name != _WEEKEND_DAYS}
            assert skipped == named
            assert sum(day["day"] == "weekend" for day in counted) == example.working.get(_WEEKEND_DAYS, 0)


def test_every_rule_with_a_date_is_worked() -> None:
    """On the page and in these tests; the check refuses a rule without an example."""
    worked = {(one.values[0], one.values[1].rule) for one in EXAMPLES}  # type: ignore[union-attr]
    editions = real.compiled()[0].editions
    assert worked == {(edition.id, rule.id) for edition in editions for rule in edition.rules if rule.readings}
