"""What an earlier edition last held: the date that its own plan gives for the same events, and never more than that."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from tests.by_hand.rules import EVERY_EVENT, LAST_HELD, RULES
from tests.door import ask

PAIRS = [
    pytest.param(edition, old, rule, id=f"{edition} {rule}")
    for edition, rules in LAST_HELD.items()
    for rule, old in sorted(rules.items())
]
TODAY = "2026-11-25"


def dates_of(edition: str, events: dict[str, date], facts: dict[str, str] | None = None) -> dict[str, Any]:
    """Return the rules of a plan by id."""
    typed = {event: day.isoformat() for event, day in events.items()}
    reply = ask(ask="plan", edition=edition, events=typed, facts=facts or {}, today=TODAY)
    return {one["rule"]: one for one in reply["dates"]}


def cases() -> list[dict[str, date]]:
    """Return every event on a day, none, and some drawn by lot."""
    lot = Random(3)  # noqa: S311 - no secret
    some = [
        {event: date(2026, 1, 1) + timedelta(days=lot.randrange(400)) for event in EVERY_EVENT if lot.random() < share}
        for share in (0.2, 0.5, 0.8) * 10
    ]
    return [dict.fromkeys(EVERY_EVENT, date(2026, 4, 2)), {}, *some]


@pytest.mark.parametrize(("edition", "old", "rule"), PAIRS)
def test_it_is_the_old_editions_own_date(edition: str, old: str, rule: str) -> None:
    """The same date, event, figure and readings; nothing that makes it look like a date to go by."""
    for events in cases():
        held, theirs = dates_of(edition, events)[rule]["last_held"], dates_of(old, events)[rule]
        assert (held["edition"], held["rule"]) == (old, rule)
        assert held["due"] == theirs["due"]
        assert held["event"] == theirs["event"]
        assert held["period"] == theirs["period"]
        assert [(each["id"], each["due"], each["period"], each["event"]) for each in held["readings"]] == [
            (each["id"], each["due"], each["period"], each["event"]) for each in theirs["readings"]
        ]
        assert not {"left", "state", "safest", "settled"} & held.keys()
        assert not any("safest" in each or "left" in each for each in held["readings"])
        assert "check in your copy" in held["words"].lower()


@pytest.mark.parametrize(("edition", "old", "rule"), PAIRS)
def test_it_is_never_what_is_due(edition: str, old: str, rule: str) -> None:
    """A gap has no date beside it, nor anything left; a rule by law keeps the law's date."""
    later = 0
    for events in cases():
        one, theirs = dates_of(edition, events)[rule], dates_of(old, events)[rule]
        if rule not in RULES[edition]:
            assert (one["state"], one["due"], one["left"], one["period"]) == ("no-number", None, None, None)
            assert (one["readings"], one["count"], one["settled"]) == ([], [], False)
        elif one["due"]:
            law = next(each["due"] for each in theirs["readings"] if each["id"] == "regulation")
            assert one["due"] == law
            assert one["left"] is not None
            later += one["due"] > theirs["due"]
    assert bool(later) == (rule in RULES[edition]), "the old guidance asked for more than the law, and does not decide"


@pytest.mark.parametrize("edition", RULES)
def test_no_other_rule_has_one(edition: str) -> None:
    """Nor has any edition that was followed by another; and nothing is left of a rule without a date."""
    for events in cases():
        dates = dates_of(edition, events)
        assert {rule for rule, one in dates.items() if one["last_held"]} == LAST_HELD[edition].keys()
        assert not [rule for rule, one in dates.items() if one["due"] is None and one["left"] is not None]


def test_a_retention_warns_against_taking_down() -> None:
    """What was last held of a time to keep is no leave to end it."""
    for edition, rules in LAST_HELD.items():
        for rule, old in rules.items():
            words = dates_of(edition, {})[rule]["last_held"]["words"]
            keeps = RULES[old][rule].kind == "retention"
            assert ("do not take down before reading the text in force" in words.lower()) is keeps
