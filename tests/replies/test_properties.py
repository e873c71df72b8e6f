"""What must hold of every plan, whatever is given: what is settled stays settled, and a closed day brings no date nearer."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.answer import answer
from calculators.records import Kind
from calculators.register import EDITIONS, EVENTS, FACTS
from tests.door import ask

# A fact that counts as yes while it is not known (rule 5 of the criteria): learning a no may change what stood on it.
PRESUMED = {"agency-working-concern": "yes"}
days = st.dates(date(2014, 1, 1), date(2030, 12, 31)).map(date.isoformat)
events = st.dictionaries(st.sampled_from(sorted(EVENTS)), days, max_size=6)
facts = st.dictionaries(st.sampled_from(sorted(FACTS)), st.sampled_from(("yes", "no", "unknown")), max_size=14)
editions = st.sampled_from(sorted(EDITIONS))


@settings(max_examples=60)
@given(edition=editions, events=events, known=facts, draw=st.data())
def test_what_is_settled_with_facts_unknown_is_so_with_every_completion(
    edition: str, events: dict[str, str], known: dict[str, str], draw: st.DataObject
) -> None:
    """Whether a rule applies, and what a test comes to: answering more questions changes only what was open."""
    known = PRESUMED | known
    unknown = [fact for fact in sorted(FACTS) if known.get(fact, "unknown") == "unknown"]
    learnt = draw.draw(st.fixed_dictionaries(dict.fromkeys(unknown, st.sampled_from(("yes", "no")))))
    before, after = (
        ask(ask="plan", edition=edition, events=events, facts=said, tests=True) for said in (known, known | learnt)
    )
    for early, late in zip(before["dates"], after["dates"], strict=True):
        if early["applies"] != "unknown":
            assert late["applies"] == early["applies"], early["rule"]
    for early, late in zip(before["tests"], after["tests"], strict=True):
        if early["outcome"] != "not-known":
            assert late["outcome"] == early["outcome"], early["test"]


@settings(max_examples=60)
@given(edition=editions, events=events, closed=st.lists(days, min_size=1, max_size=8, unique=True))
def test_a_closed_day_moves_no_date_and_brings_none_nearer_beside_it(
    edition: str, events: dict[str, str], closed: list[str]
) -> None:
    """The date stays as the guidance counts it; what stands beside it lies no nearer to the event."""
    plain = ask(ask="plan", edition=edition, events=events)
    shut = ask(ask="plan", edition=edition, events=events, closed=closed)
    for open_, line in zip(plain["dates"], shut["dates"], strict=True):
        assert (line["due"], line["until"], line["state"]) == (open_["due"], open_["until"], open_["state"])
        beside = line["if_closed_days_excluded"]
        if beside is not None:
            forward = line["due"] > line["event"]["date"]
            assert beside >= line["due"] if forward else beside <= line["due"]


@settings(max_examples=60)
@given(edition=editions, events=events, known=facts, closed=st.lists(days, max_size=4), draw=st.data())
def test_a_plan_is_the_same_in_whatever_order_everything_is_given(
    edition: str, events: dict[str, str], known: dict[str, str], closed: list[str], draw: st.DataObject
) -> None:
    """The whole text of the answer: the parts of the question, the dates, the facts, what was done, the closed days."""
    acts = [rule.id for rule in EDITIONS[edition].rules if rule.kind not in {Kind.RETENTION, Kind.LOOKBACK}]
    done = draw.draw(st.dictionaries(st.sampled_from(acts), days, max_size=3)) if acts else {}
    asked: dict[str, Any] = {
        "ask": "plan", "edition": edition, "events": events, "facts": known, "closed": closed, "done": done, "tests": True,
    }  # fmt: skip
    turned = {key: _turned(value, draw) for key, value in draw.draw(st.permutations(list(asked.items())))}
    assert answer(json.dumps(asked)) == answer(json.dumps(turned))


def _turned(value: object, draw: st.DataObject) -> object:
    """Return a part of a question in another order, if it has one."""
    if isinstance(value, dict):
        return dict(draw.draw(st.permutations(list(value.items()))))
    return draw.draw(st.permutations(value)) if isinstance(value, list) else value
