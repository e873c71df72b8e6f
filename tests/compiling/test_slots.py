"""Slots: what each prints, and what is said of one that cannot print anything."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calculators.records import Direction, Duty, Kind, Period, Unit
from stages.compiling.slots import faults, fill, filled, named_in, names_of, without
from tests.invented import edition, reading, rule

WEEK = Period(length=7, unit=Unit.DAY)
TELL = replace(rule(reading()), id="tell", duty=Duty.SHOULD, who="the authority", action="Tell the Panel")
SEND = replace(
    rule(reading(id="guidance", label="by the guidance", period=Period(length=7, unit=Unit.WORKING_DAY), direction=Direction.BEFORE),
         reading(id="regulation", label="by the Regulations", period=WEEK, direction=Direction.BEFORE)), id="send",
)  # fmt: skip
LOOK = replace(rule(reading(id="died", period=WEEK), reading("aware", id="harmed", period=WEEK)), id="look")
VERY_DAY = replace(rule(reading(period=Period(length=0, unit=Unit.DAY), direction=Direction.SAME_DAY)), id="plan")
SOON = replace(rule(kind=Kind.PROMPT), id="soon", words="as soon as possible")
GAP = replace(rule(kind=Kind.GAP), id="gap", words="The text says nothing.")
HERE = edition(TELL, SEND, LOOK, VERY_DAY, SOON, GAP)
THERE = replace(edition(replace(TELL, readings=(reading(period=WEEK),))), id="wales/other")
KNOWN = names_of(
    (HERE, THERE),
    {HERE.id: {"yearly": "every year"}},
    {HERE.id: frozenset({"unsound"})},
    frozenset({"scotland/unread"}),
)


@pytest.mark.parametrize(
    ("slot", "said"),
    [
        pytest.param("tell.period", "5 working days", id="a period"),
        pytest.param("  tell.period ", "5 working days", id="spaces inside do not matter"),
        pytest.param("tell.duty", "should", id="a duty"),
        pytest.param("tell.who", "the authority", id="who"),
        pytest.param("tell.action", "Tell the Panel", id="what"),
        pytest.param(
            "send.period",
            "7 working days (by the guidance) or 7 days (by the Regulations)",
            id="every reading, with its label",
        ),
        pytest.param("look.period", "7 days", id="readings that differ in the event only"),
        pytest.param("plan.period", "the same day", id="no length at all"),
        pytest.param("soon.period", "as soon as possible", id="a prompt's words stand for its period"),
        pytest.param("soon.words", "as soon as possible", id="or are asked for as words"),
        pytest.param("gap.period", "(this guide holds no figure)", id="a gap says so"),
        pytest.param("yearly.words", "every year", id="a mention"),
        pytest.param("wales/other#tell.period", "7 days", id="a rule of another edition"),
    ],
)
def test_what_a_slot_prints(slot: str, said: str) -> None:
    assert fill(f"It is {{{{{slot}}}}}, so.", edition=HERE.id, known=KNOWN) == f"It is {said}, so."
    assert not faults(f"{{{{{slot}}}}}", edition=HERE.id, known=KNOWN)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("{{ tel.period }}", "slot 'tel.period' names rule 'tel', which england/invented does not have; did you mean 'tell'?", id="a rule misspelt"),
        pytest.param("{{ walse/other#tell.period }}", "slot 'walse/other#tell.period' names edition 'walse/other', which does not exist; did you mean 'wales/other'?", id="an edition misspelt"),
        pytest.param("{{ tell.perod }}", "slot 'tell.perod' asks for 'perod', which rules do not have; did you mean 'period'?", id="a field misspelt"),
        pytest.param("{{ yearly.period }}", "slot 'yearly.period' asks a mention for its 'period'; it has only words: {{ yearly.words }}", id="a mention has words alone"),
        pytest.param("{{ send.duty }}", "slot 'send.duty' asks for a 'duty' that this rule has not; ask for its period, action or who", id="a rule without a duty"),
        pytest.param("{{ tell.words }}", "slot 'tell.words' asks for a 'words' that this rule has not; ask for its period, action or who", id="a deadline has no words"),
        pytest.param("{{ tell }}", "'{{ tell }}' is not a slot; write {{ rule.period }} or {{ edition#rule.period }}", id="no field"),
        pytest.param("{{}}", "'{{  }}' is not a slot; write {{ rule.period }} or {{ edition#rule.period }}", id="nothing in it"),
        pytest.param("{{ tell.period }", "'{{' is half a slot; a slot is {{ rule.period }}, with two braces on each side", id="not closed"),
        pytest.param("{ tell.period }", "'{ tell.period }' has one brace on each side; a slot has two, as in {{ rule.period }}", id="one brace"),
        pytest.param("{{{ tell.period }}}", "'{{ tell.period }}' stands in a brace more; a slot has two on each side", id="three braces"),
        pytest.param("{ tell.period }}", "'}}' is half a slot; a slot is {{ rule.period }}, with two braces on each side", id="not opened"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_slot_that_prints_nothing(text: str, said: str) -> None:
    assert faults(text, edition=HERE.id, known=KNOWN) == [(0, said)]


def test_a_slot_not_closed_does_not_hide_the_next() -> None:
    told = faults("{{ tell.period and {{ tel.period }}", edition=HERE.id, known=KNOWN)
    assert len(told) == 2


def test_faults_are_told_by_line() -> None:
    assert [line for line, _ in faults("one\n{{ a.b }}\n\n{{ c.d }}", edition=HERE.id, known=KNOWN)] == [1, 3]


@pytest.mark.parametrize("slot", ["unsound.period", "scotland/unread#any.period"])
def test_what_could_not_be_read_is_not_told_again(slot: str) -> None:
    assert not faults(f"{{{{ {slot} }}}}", edition=HERE.id, known=KNOWN)


def test_taking_slots_out_keeps_the_lines() -> None:
    assert without("a\n{{ b\n.c }} d\ne").split("\n") == ["a", " ", " d", "e"]


def test_slots_name_rules() -> None:
    assert named_in("{{ a.period }} {{ x/y#b.words }} {{ not a slot }}", edition="p/q") == {("p/q", "a"), ("x/y", "b")}


def test_every_sentence_of_an_edition_is_filled() -> None:
    """What the calculators and pages print has no slot left."""
    slot = "{{ tell.period }}"
    noted = replace(
        TELL, id="noted", action=slot, who=slot, words=slot, notes=(slot,),
        readings=(replace(reading(), note=slot, applies_when=slot),),
    )  # fmt: skip
    whole = replace(HERE, rules=(TELL, noted), coverage_note=slot, working_day_note=slot, transition=slot)
    assert "{{" not in repr(filled(whole, names_of((whole,), {})))
    assert repr(filled(whole, names_of((whole,), {}))).count("'5 working days'") == 9
