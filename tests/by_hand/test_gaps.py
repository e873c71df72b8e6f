"""Every rule for which no number is held, by name: whatever dates are given, it has none.

The rows are those of content/second-reading.yml that are marked gap or prompt.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.by_hand.rules import EVERY_EVENT, RULES, WITHOUT_NUMBER
from tests.door import ask

if TYPE_CHECKING:
    from collections.abc import Mapping

ROWS = [
    pytest.param(edition, rule, kind, id=f"{edition} {rule} is a {kind}")
    for edition, rules in WITHOUT_NUMBER.items()
    for rule, kind in rules.items()
]
EMPTY: dict[str, object] = {
    "due": None, "until": None, "period": None, "clock": None, "settled": False, "last_working_day_before": None,
    "if_closed_days_excluded": None, "count": [], "count_if_closed_days_excluded": [], "left": None, "readings": [],
    "holidays": None, "supplied": None, "done": None,
}  # fmt: skip
days = st.dates(date(2000, 1, 1), date(2050, 12, 31))
dates_given = st.dictionaries(st.sampled_from(EVERY_EVENT), days) | st.fixed_dictionaries(
    dict.fromkeys(EVERY_EVENT, days)
)


def asked(edition: str, events: Mapping[str, date], closed: set[date], today: date | None) -> Any:  # noqa: ANN401 - JSON
    """Return the rules of a plan by id."""
    question = {
        "ask": "plan",
        "edition": edition,
        "events": {event: day.isoformat() for event, day in events.items()},
        "closed": [day.isoformat() for day in closed],
        "today": today.isoformat() if today else None,
    }
    return {one["rule"]: one for one in ask(**question)["dates"]}


@pytest.mark.parametrize(("edition", "rule", "kind"), ROWS)
@settings(max_examples=25)
@given(events=dates_given, closed=st.sets(days, max_size=3), today=st.none() | days)
def test_it_has_no_date(
    edition: str, rule: str, kind: str, events: dict[str, date], closed: set[date], today: date | None
) -> None:
    """No date, no count, no reading and nothing left of it."""
    one = asked(edition, events, closed, today)[rule]
    assert (one["kind"], one["state"]) == (kind, "no-number")
    assert {name: one[name] for name in EMPTY} == EMPTY


@pytest.mark.parametrize(("edition", "rule", "kind"), ROWS)
def test_it_says_what_is_held_instead(edition: str, rule: str, kind: str) -> None:
    """A prompt has the source's words for when; a gap says where we looked; both have their place in a source."""
    one = asked(edition, {}, set(), None)[rule]
    assert one["words"], kind
    assert one["action"]
    assert one["source"]["title"]
    assert one["source"]["place"]


@pytest.mark.parametrize("edition", WITHOUT_NUMBER)
def test_no_other_rule_lacks_a_number(edition: str) -> None:
    """With every date given, only the rows of the table have none, and prompts with clocks beside their words."""
    plan = asked(edition, dict.fromkeys(EVERY_EVENT, date(2026, 4, 2)), set(), None)
    lacking = {rule: one["kind"] for rule, one in plan.items() if one["state"] == "no-number"}
    beside_words = {rule: "prompt" for rule, expected in RULES[edition].items() if expected.kind == "prompt"}
    assert lacking == WITHOUT_NUMBER[edition] | beside_words
