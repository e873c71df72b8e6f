"""Which questions are still worth asking: real editions worked by hand, and every way in which the rest may turn out."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import records
from calculators.counting.criteria import known_of, leaves, still_open
from calculators.records import AllOf, AnyOf, Citation, Condition, Happened, Is, Limb, Met, Not, Shape
from calculators.register import FACTS
from tests.by_hand.criteria import ENGLAND_2015, ENGLAND_2023, NORTHERN_IRELAND, SCOTLAND_2021, WALES_2016
from tests.door import ask
from tests.invented import edition, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLACE = ["in-authority-area", "normally-resident", "outside-england"]
CARE_LEAVER = ["care-leaver-under-25", "care-leaver-died"]
IMPROVEMENTS = ["improvements-only", "national-improvements-only"]
WELSH_HARM = ["child-died", "life-threatening-injury", "permanent-impairment"]


@pytest.mark.parametrize(
    ("held", "facts", "expected"),
    [
        pytest.param(ENGLAND_2023, {}, ["child-died", "seriously-harmed", "abuse-or-neglect", *PLACE, "looked-after", *CARE_LEAVER, *IMPROVEMENTS], id="nothing known: whatever a test or a rule asks, and no factor"),
        pytest.param(ENGLAND_2023, {"abuse-or-neglect": "no"}, ["child-died", "looked-after", *CARE_LEAVER, *IMPROVEMENTS], id="no abuse: harm and place decide nothing, but a looked-after child may have died"),
        pytest.param(ENGLAND_2023, {"abuse-or-neglect": "yes", "child-died": "yes"}, [*PLACE, "looked-after", *CARE_LEAVER, *IMPROVEMENTS], id="abuse and a death: harm no longer matters, where it was does"),
        pytest.param(ENGLAND_2023, {"child-died": "no"}, ["seriously-harmed", "abuse-or-neglect", *PLACE, *CARE_LEAVER, *IMPROVEMENTS], id="alive: whether looked after is not asked"),
        pytest.param(ENGLAND_2023, {"in-authority-area": "yes"}, ["child-died", "seriously-harmed", "abuse-or-neglect", "looked-after", *CARE_LEAVER, *IMPROVEMENTS], id="in the area: residence does not matter"),
        pytest.param(ENGLAND_2023, {"outside-england": "no"}, ["child-died", "seriously-harmed", "abuse-or-neglect", "in-authority-area", "looked-after", *CARE_LEAVER, *IMPROVEMENTS], id="in England: only the area matters"),
        pytest.param(ENGLAND_2023, {"child-died": "unknown", "abuse-or-neglect": "no", "care-leaver-died": "no", **dict.fromkeys(IMPROVEMENTS, "no")}, ["child-died", "looked-after"], id="answered 'not known' is as open as not answered"),
        pytest.param(ENGLAND_2015, {"child-died": "no", "abuse-or-neglect": "yes", "seriously-harmed": "yes"}, ["agency-working-concern"], id="what is presumed is open until it is known"),
        pytest.param(ENGLAND_2015, {"child-died": "no", "abuse-or-neglect": "no"}, [], id="and closed where the rest settles it"),
        pytest.param(ENGLAND_2015, {"child-died": "no", "abuse-or-neglect": "yes", "seriously-harmed": "yes", "agency-working-concern": "no"}, [], id="and once it is known"),
        pytest.param(WALES_2016, {"register-in-window": "yes"}, [*WELSH_HARM, "abuse-or-neglect"], id="on the register: whether in care as well does not matter"),
        pytest.param(WALES_2016, {"abuse-or-neglect": "yes", "child-died": "yes"}, ["looked-after-in-window", "register-in-window"], id="a review is sure, its type is not"),
        pytest.param(WALES_2016, {"abuse-or-neglect": "yes", "child-died": "yes", "register-in-window": "yes"}, [], id="type and all"),
        pytest.param(NORTHERN_IRELAND, {"board-concern": "no"}, ["worked-effectively", "outstanding-learning"], id="one limb closed, the other test open"),
        pytest.param(SCOTLAND_2021, {"looked-after": "no"}, ["continuing-care"], id="a rule that hangs on a fact of its own"),
        pytest.param(SCOTLAND_2021, {"learning-review-undertaken": "yes"}, ["child-died", "looked-after", "continuing-care"], id="one rule settled, another not"),
    ],
)  # fmt: skip
def test_real_editions(held: str, facts: dict[str, str], expected: list[str]) -> None:
    """Worked from the words of the law and guidance; in the vocabulary's order."""
    assert ask(ask="plan", edition=held, facts=facts)["open"] == expected
    assert [fact for fact in FACTS if fact in expected] == expected


CITED = Citation(ref="text", place="here")


def edition_of(when: Condition, *tests: records.Test) -> records.Edition:
    """Return an edition with one rule that hangs on `when`."""
    return replace(edition(replace(rule(), applies=when)), tests=tests)


def named(id: str, *whens: Condition, shape: Shape) -> records.Test:  # noqa: A002 - the record's word
    """Return a test with these limbs."""
    limbs = tuple(Limb(text="limb", when=when, citation=CITED) for when in whens)
    return records.Test(
        id=id, topic="criteria", shape=shape, question="?", outcome=".", limbs=limbs, citation=CITED, who="board"
    )


def test_weighing_opens_nothing_and_an_event_is_no_question() -> None:
    """A rule may hang on a test that is met or not; of one that is weighed, no fact decides."""
    weighed = named("weighed", Is("a"), shape=Shape.FACTORS)
    counted = named("counted", Is("b"), shape=Shape.ANY)
    when = AnyOf((Met("weighed"), Met("counted"), Happened("panel-notified")))
    held = edition_of(when, weighed, counted)
    assert still_open(held, known_of(held, {}, ())) == {"b"}
    assert still_open(held, known_of(held, {"b": False}, ())) == frozenset()
    only_rule = replace(
        held, tests=(weighed,), rules=(replace(rule(), applies=AnyOf((Is("c"), Happened("incident")))),)
    )
    assert still_open(only_rule, known_of(only_rule, {}, ())) == {"c"}
    assert still_open(only_rule, known_of(only_rule, {}, ("incident",))) == frozenset()


FEW = ("a", "b", "c")
shapes = st.recursive(
    st.builds(Is, st.sampled_from(FEW), st.booleans()) | st.just(Happened("happened")),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(AllOf, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=7,
)


def read_once(when: Condition, number: Iterator[int]) -> Condition:
    """Return the same condition with another fact or event in each place."""
    match when:
        case Is(_, presumed):
            return Is(f"fact-{next(number)}", presumed)
        case Happened(_):
            return Happened(f"event-{next(number)}")
        case Not(part):
            return Not(read_once(part, number))
        case AllOf(parts):
            return AllOf(tuple(read_once(part, number) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(read_once(part, number) for part in parts))
        case _:
            raise AssertionError(when)


def true_of(when: Condition, world: Mapping[str, bool]) -> bool:
    """Return whether a condition is true where everything is known: two-valued logic, written anew."""
    match when:
        case Is(name) | Happened(name):
            return world[name]
        case Not(part):
            return not true_of(part, world)
        case AllOf(parts):
            return all(true_of(part, world) for part in parts)
        case AnyOf(parts):
            return any(true_of(part, world) for part in parts)
        case _:
            raise AssertionError(when)


def could_change(when: Condition, facts: Mapping[str, bool | None], events: set[str]) -> set[str]:
    """Return the unknown facts whose answer changes the whole in at least one way in which the rest may turn out."""
    names = list(dict.fromkeys(leaf.fact if isinstance(leaf, Is) else leaf.event for leaf in leaves(when) if not isinstance(leaf, Met)))  # fmt: skip
    known = dict.fromkeys(events, True) | {name: value for name, value in facts.items() if value is not None}
    unknown = [name for name in names if name not in known]
    worlds = [known | dict(zip(unknown, turned, strict=True)) for turned in product((True, False), repeat=len(unknown))]
    asked = {leaf.fact for leaf in leaves(when) if isinstance(leaf, Is)}
    return {
        name
        for name in unknown
        if name in asked
        and any(true_of(when, {**world, name: True}) != true_of(when, {**world, name: False}) for world in worlds)
    }


def of_a_case(when: Condition, data: st.DataObject) -> tuple[dict[str, bool | None], set[str]]:
    """Draw what is known of the facts and events of a condition."""
    facts: dict[str, bool | None] = {}
    events: set[str] = set()
    for leaf in leaves(when):
        if isinstance(leaf, Is) and leaf.fact not in facts:
            facts[leaf.fact] = data.draw(st.sampled_from([True, False, None, None]))
        elif isinstance(leaf, Happened) and data.draw(st.booleans()):
            events.add(leaf.event)
    return facts, events


@given(shapes, st.data())
def test_exactly_the_facts_that_could_change_it(when: Condition, data: st.DataObject) -> None:
    """Where each fact stands once, as a rule's condition and as a test's: neither one too many nor one too few."""
    once = read_once(when, count())
    facts, events = of_a_case(once, data)
    held = edition_of(once)
    assert still_open(held, known_of(held, facts, events)) == could_change(once, facts, events)


@given(shapes, st.data())
def test_never_one_too_few(when: Condition, data: st.DataObject) -> None:
    """Where a fact stands in several places, one too many may be asked, but none that matters is left out."""
    facts, events = of_a_case(when, data)
    held = edition_of(when)
    assert still_open(held, known_of(held, facts, events)) >= could_change(when, facts, events)
