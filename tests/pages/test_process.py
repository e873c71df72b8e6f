"""The drawing of a process: its order, its forks, that each rule stands in it once, and its clocks in few words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from calculators.records import Direction, Duty, Kind, Period, Unit
from calculators.register import EDITIONS, TOPICS
from stages.pages.process import parted, process, when_shortly
from stages.schema import EventBlock, ForkBlock, WayBlock
from tests import real
from tests.invented import edition, reading, rule

if TYPE_CHECKING:
    from calculators.records import Rule

TOPICS_SAID = {"notification": "Notification", "decision": "Decision", "publication": "Publication"}
EVENTS_SAID = {
    "incident": EventBlock(label="Incident", words="the incident", hint="The day."),
    "publication": EventBlock(label="Publication", words="publication of the report", hint="The day."),
}
SEVEN_DAYS = Period(length=7, unit=Unit.DAY)
TELL = rule(reading())
SEND = replace(rule(reading("publication", direction=Direction.BEFORE)), id="send", topic="publication")
KEEP = replace(SEND, id="keep", who="somebody else")
GAP = replace(rule(kind=Kind.GAP), id="gap", topic="publication")
FORK = ForkBlock(
    topic="decision",
    asks="Is there to be one?",
    ways=(WayBlock(name="Yes", rules=("keep", "send")), WayBlock(name="No")),
)


def test_steps_stand_in_the_order_of_topics_and_rules() -> None:
    found = process(edition(TELL, replace(TELL, id="again"), SEND, GAP), (), TOPICS_SAID)
    assert [stage.heading for stage in found] == ["Notification", "Publication"]
    assert [[step.id for step in stage.steps] for stage in found] == [[TELL.id, "again"], ["send", "gap"]]


def test_what_is_one_way_s_own_stands_there_and_not_in_its_topic() -> None:
    found = process(edition(TELL, SEND, KEEP, GAP), (FORK,), TOPICS_SAID)
    assert [stage.heading for stage in found] == ["Notification", "Decision", "Publication"]
    (yes, no) = found[1].forks[0].ways
    assert [step.id for step in yes.steps] == ["send", "keep"]
    assert (yes.who, no.who, no.steps) == (None, None, ())
    assert [step.id for step in found[2].steps] == ["gap"]


def test_who_acts_on_a_way_is_said_once_where_it_is_always_the_same() -> None:
    found = process(edition(SEND, replace(KEEP, who=SEND.who)), (FORK,), TOPICS_SAID)
    assert found[0].forks[0].ways[0].who == SEND.who


@pytest.mark.parametrize(
    ("one", "words"),
    [
        pytest.param(TELL, "within 5 working days after the incident", id="one clock"),
        pytest.param(rule(reading(), reading(period=SEVEN_DAYS)), "within 5 working days or 7 days after the incident", id="two periods from one event"),
        pytest.param(
            rule(reading(), reading("publication")),
            "within 5 working days after the incident, or after publication of the report",
            id="one period from either event is said once",
        ),
        pytest.param(
            rule(reading(), reading("publication", direction=Direction.BEFORE)),
            "within 5 working days after the incident, or at least 5 working days before publication of the report",
            id="nothing shared",
        ),
        pytest.param(rule(kind=Kind.GAP, event="incident"), "This guide holds no figure", id="a gap"),
        pytest.param(replace(rule(kind=Kind.PROMPT), words="as soon as possible"), "as soon as possible", id="a prompt"),
        pytest.param(rule(kind=Kind.PROMPT), "", id="a prompt of which no words are held"),
    ],
)  # fmt: skip
def test_a_clock_is_said_in_few_words(one: Rule, words: str) -> None:
    assert when_shortly(one, EVENTS_SAID) == words


@pytest.mark.parametrize("name", [pytest.param(one, id=one) for one in EDITIONS])
def test_in_every_edition_each_rule_is_drawn_once_and_somewhere_it_forks(name: str) -> None:
    one = EDITIONS[name]
    (written,) = (each for each in real.compiled()[0].content.editions if each.id == name)
    found = process(one, written.front.forks, TOPICS)
    ways = [way for stage in found for fork in stage.forks for way in fork.ways]
    drawn = [step.id for stage in found for step in stage.steps] + [step.id for way in ways for step in way.steps]
    assert sorted(drawn) == sorted(held.id for held in one.rules)
    assert len(ways) > 1 or not written.front.forks  # which a text of which little is held may lack


def test_gaps_share_a_line_but_not_what_must_be_done_or_has_an_earlier_figure() -> None:
    gap = replace(GAP, duty=Duty.SHOULD)
    must, known = replace(GAP, id="must", duty=Duty.MUST), replace(GAP, id="known", last_held="england/x#gap")
    assert parted((TELL, gap, must, known)) == ((TELL, must, known), (gap,))
