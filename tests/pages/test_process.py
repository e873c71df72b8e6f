"""The drawing of a process: its order, what starts what, and that nothing overlaps or runs out of its box."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from calculators.records import Direction, Kind, Period, Unit
from calculators.register import EDITIONS, EVENTS, TOPICS
from stages.pages.process import EVENT_LETTERS, STEP_LETTERS, _bottom, _clocks, _starts, process
from tests.invented import edition, reading, rule

if TYPE_CHECKING:
    from calculators.records import Rule

EVENTS_SAID = {"incident": "the incident", "publication": "publication"}
TOPICS_SAID = {"notification": "Notification", "publication": "Publication"}
SEVEN_DAYS = Period(length=7, unit=Unit.DAY)
TELL = rule(reading())
SEND = replace(rule(reading("publication", direction=Direction.BEFORE)), id="send", topic="publication")
GAP = replace(rule(kind=Kind.GAP), id="gap", topic="publication")


def test_steps_stand_in_the_order_of_the_rules_under_the_event_that_starts_them() -> None:
    found = process(edition(TELL, replace(TELL, id="again"), SEND, GAP), TOPICS_SAID, EVENTS_SAID)
    assert [stage.heading for stage in found.stages] == ["Notification", "Publication"]
    groups = [group for stage in found.stages for group in stage.groups]
    assert [group.event and " ".join(group.event.lines) for group in groups] == ["The incident", "Publication", None]
    assert [[step.number for step in group.steps] for group in groups] == [[1, 2], [3], [4]]
    assert [step.backwards for group in groups for step in group.steps] == [False, False, True, False]


@pytest.mark.parametrize(
    ("one", "words", "events"),
    [
        pytest.param(TELL, ["Within 5 working days after"], ("incident",), id="one clock"),
        pytest.param(rule(reading(), reading("publication")), ["Within 5 working days after"], ("incident", "publication"), id="one period from either event is said once"),
        pytest.param(rule(reading(), reading(period=SEVEN_DAYS)), ["Within 5 working days after", "or within 7 days after"], ("incident",), id="two periods from one event"),
        pytest.param(rule(kind=Kind.GAP, event="incident"), ["This guide holds no figure"], ("incident",), id="a gap with an event"),
        pytest.param(replace(rule(kind=Kind.PROMPT), words="as soon as possible"), ["As soon as possible"], (), id="a prompt without one"),
        pytest.param(
            replace(rule(reading(label="by the guidance"), reading("publication", period=SEVEN_DAYS), kind=Kind.PROMPT), words="immediately"),
            ["Immediately", "Beside it, other texts say: within 5 working days after (by the guidance)", "and within 7 days after"],
            ("incident", "publication"),
            id="a prompt's own word first, and the clocks beside it",
        ),
    ],
)  # fmt: skip
def test_a_step_says_its_clock_and_its_event_box_the_event(
    one: Rule, words: list[str], events: tuple[str, ...]
) -> None:
    assert _clocks(one) == words
    assert _starts(one) == events


@pytest.mark.parametrize("name", [pytest.param(one, id=one) for one in EDITIONS])
def test_in_every_edition_each_rule_is_drawn_once_and_no_box_overlaps_another(name: str) -> None:
    one = EDITIONS[name]
    found = process(one, TOPICS, {key: event.words for key, event in EVENTS.items()})
    groups = [group for stage in found.stages for group in stage.groups]
    steps = [step for group in groups for step in group.steps]
    assert [step.rule for step in steps] == list(one.rules)
    assert all(upper.box.y + upper.box.height < lower.box.y for upper, lower in pairwise(steps))
    assert all(_bottom(upper) < lower.steps[0].box.y for upper, lower in pairwise(groups))
    assert max(_bottom(group) for group in groups) < found.height
    assert all(len(line) <= STEP_LETTERS for step in steps for line in step.box.lines)
    events = [group.event for group in groups if group.event]
    assert all(len(line) <= EVENT_LETTERS for box in events for line in box.lines)
