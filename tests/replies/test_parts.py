"""What a met test brings: when each rule is due, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.records import Kind, Period, Rule, Unit
from calculators.register import CHECKED, EVENTS
from calculators.replies.parts import _follows_payload, applies_word
from tests.door import ask
from tests.invented import reading, rule

AFTER = f"within 5 working days after {EVENTS['incident'].verb or EVENTS['incident'].words}"
DAY_AFTER = AFTER.replace("5 working days", "1 day")
DAY = reading(period=Period(length=1, unit=Unit.DAY), label="by the same hour")


def prompt(words: str, told: Rule) -> Rule:
    """Return a rule as a prompt with these words."""
    return replace(told, kind=Kind.PROMPT, words=words, at_once=words == "immediately")


@pytest.mark.parametrize(
    ("told", "when"),
    [
        pytest.param(rule(reading()), AFTER, id="one clock"),
        pytest.param(rule(reading(), DAY), f"{AFTER}; or {DAY_AFTER}", id="two readings of one clock"),
        pytest.param(rule(reading(), reading()), AFTER, id="two readings that say the same"),
        pytest.param(rule(kind=Kind.GAP), "This guide holds no figure", id="a gap"),
        pytest.param(prompt("as soon as possible", rule()), "as soon as possible", id="a prompt's words"),
        pytest.param(
            prompt("immediately", rule(reading(label="by the guidance"), DAY)),
            f"immediately; beside it, other texts say: {AFTER} (by the guidance); {DAY_AFTER} (by the same hour)",
            id="a prompt's own word first, and the clocks of other texts beside it",
        ),
        pytest.param(prompt("immediately", rule(reading())), f"immediately; beside it, other texts say: {AFTER}", id="a clock without a label"),
    ],
)  # fmt: skip
def test_what_follows_says_when(told: Rule, when: str) -> None:
    assert _follows_payload(told) == {"rule": "a-rule", "action": "Tell them", "when": when}


def test_a_reading_is_the_one_for_this_case_unless_it_hangs_on_what_no_fact_settles() -> None:
    assert applies_word(reading(), {}) == "yes"
    assert applies_word(reading(applies_when="the child died"), {}) == "unknown"


@pytest.mark.parametrize(
    ("today", "told"),
    [
        pytest.param("2030-01-07", "2030-01-07", id="the reader's day"),
        pytest.param("2015-01-04", CHECKED, id="the day of the last check, which is later"),
    ],
)
def test_how_an_edition_stands_is_told_with_the_day_for_which_it_is_so(today: str, told: str) -> None:
    reply = ask(ask="editions", nation="wales", on=None, today=today)
    assert {one["status_on"] for one in reply["editions"]} == {told}
