"""The worked examples of content/, as they are printed: each is counted again, and through the door that pages use."""

from __future__ import annotations

import pytest

from calculators.records import Kind
from calculators.register import EDITIONS
from stages.checks.examples import _WEEKEND_DAYS
from stages.schema import ExampleBlock
from tests import real
from tests.door import ask


@pytest.mark.parametrize("edition", sorted(EDITIONS))
def test_every_example_of_an_edition_comes_out(edition: str) -> None:
    """The date, or the date of each reading, the end of a window, and every day passed over."""
    (written,) = (held for held in real.compiled()[0].content.editions if held.id == edition)
    for _, example in written.records(ExampleBlock):
        comes_out(edition, example)


def comes_out(edition: str, example: ExampleBlock) -> None:
    """Check one example through the door."""
    events = {event: day.isoformat() for event, day in example.given.items()}
    reply = ask(ask="plan", edition=edition, events=events)
    assert "errors" not in reply, example.title
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
    guide, _ = real.compiled()
    worked = {
        (edition.id, example.rule) for edition in guide.content.editions for _, example in edition.records(ExampleBlock)
    }
    assert worked == {
        (edition.id, rule.id)
        for edition in guide.editions
        for rule in edition.rules
        if rule.readings and rule.kind is not Kind.PROMPT
    }
