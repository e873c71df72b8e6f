"""The order in which dates, closed days and facts are given changes nothing in an answer, warnings included."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answer import answer
from tests.by_hand.rules import ENGLAND_2023, EVERY_EVENT, WALES_2016
from tests.door import ask

EDITIONS = pytest.mark.parametrize(
    "edition", [pytest.param(ENGLAND_2023, id="England 2023"), pytest.param(WALES_2016, id="Wales 2016")]
)
near = st.dates(date(2023, 11, 1), date(2024, 11, 30))  # both editions end or begin in it, so that every warning comes
events = st.dictionaries(st.sampled_from(EVERY_EVENT), near.map(date.isoformat), min_size=2)
closed = st.lists(near.map(date.isoformat), max_size=5)


@EDITIONS
@settings(max_examples=150)
@given(events=events, closed=closed, draw=st.data())
def test_a_plan_is_the_same_in_any_order(
    edition: str, events: dict[str, str], closed: list[str], draw: st.DataObject
) -> None:
    """The whole text of the answer, and of the files made of it."""
    turned = draw.draw(st.permutations(list(events.items())))
    shut = draw.draw(st.permutations(closed))
    form = draw.draw(st.sampled_from([None, "csv", "text"]))
    one = {"ask": "plan", "edition": edition, "events": events, "closed": closed, "as": form}
    other = {"as": form, "closed": shut, "events": dict(turned), "edition": edition, "ask": "plan"}
    assert answer(json.dumps(one)) == answer(json.dumps(other))


@EDITIONS
def test_each_kind_of_warning_is_the_same_in_either_order(edition: str) -> None:
    """Outside the edition, unused, out of order and not settled, all at once."""
    given_events = {
        "incident": "2025-03-03", "authority-aware": "2025-03-01", "partners-aware": "2025-03-02",
        "requisition": "2015-06-01", "publication": "2014-01-01", "inquorate-meeting": "2024-02-02",
    }  # fmt: skip

    def asked(events: dict[str, str]) -> Any:  # noqa: ANN401 - JSON
        return ask(ask="plan", edition=edition, events=events)

    one, other = asked(given_events), asked(dict(reversed(given_events.items())))
    assert one == other
    told = " ".join(one["warnings"])
    for words in ("superseded", "outside the dates of this edition", "starts no clock", "is before"):
        assert words in told


@settings(max_examples=100)
@given(
    facts=st.dictionaries(
        st.sampled_from(["abuse-or-neglect", "child-died", "life-threatening-injury", "register-in-window"]),
        st.sampled_from(["yes", "no", "unknown"]),
    ),
    draw=st.data(),
)
def test_a_test_is_the_same_in_any_order(facts: dict[str, str], draw: st.DataObject) -> None:
    """The whole text of the answer."""
    turned = dict(draw.draw(st.permutations(list(facts.items()))))
    asked = {"ask": "criteria", "edition": WALES_2016, "test": "concise-review"}
    assert answer(json.dumps({**asked, "facts": facts})) == answer(json.dumps({**asked, "facts": turned}))
