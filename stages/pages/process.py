"""An edition's process, topic by topic: each step with who does it and by when, and the forks with the ways on from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.records import Duty, Kind
from calculators.wording import NO_FIGURE, clock_words, event_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from calculators.records import Edition, Rule, Test
    from stages.schema import EventBlock, ForkBlock, WayBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way on from a fork: the tests that lead to it, who acts on it if it is always the same, and its own steps."""

    name: str
    says: str | None
    tests: tuple[Test, ...]
    who: str | None
    steps: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """What is asked at a fork, and the ways on."""

    asks: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One topic: the steps that hold on every way, and the forks that follow them."""

    heading: str
    steps: tuple[Rule, ...]
    forks: tuple[Fork, ...]


def process(edition: Edition, forks: Sequence[ForkBlock], topics: Mapping[str, str]) -> tuple[Stage, ...]:
    """Return the topics in which an edition has steps or forks; each rule stands once, in its topic or on its way."""
    on_a_way = {rule for fork in forks for way in fork.ways for rule in way.rules}
    found = [
        Stage(
            heading=heading,
            steps=tuple(rule for rule in edition.rules if rule.topic == topic and rule.id not in on_a_way),
            forks=tuple(
                Fork(asks=fork.asks, ways=tuple(_way(edition, way) for way in fork.ways))
                for fork in forks
                if fork.topic == topic
            ),
        )
        for topic, heading in topics.items()
    ]
    return tuple(stage for stage in found if stage.steps or stage.forks)


def _way(edition: Edition, way: WayBlock) -> Way:
    """Return a way with its steps in the order of the edition's rules."""
    steps = tuple(rule for rule in edition.rules if rule.id in way.rules)
    acting = {rule.who for rule in steps}
    return Way(
        name=way.name,
        says=way.says,
        tests=tuple(test for test in edition.tests if test.id in way.tests),
        who=acting.pop() if len(acting) == 1 else None,
        steps=steps,
    )


def parted(steps: Sequence[Rule]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Return the steps that have a line of their own, and those that are named in one line since no figure is held.

    An act that must be done has a line of its own, figure or not, and so has one of which an earlier figure is held.
    """
    short = tuple(rule for rule in steps if rule.kind is Kind.GAP and rule.duty != Duty.MUST and not rule.last_held)
    return tuple(rule for rule in steps if rule not in short), short


def when_shortly(rule: Rule, events: Mapping[str, EventBlock]) -> str:
    """Return a rule's clock in as few words as say all of it: what its readings share stands once.

    'at least 7 working days or 7 days before publication of the report'.
    """
    if rule.kind is Kind.GAP:
        return NO_FIGURE
    if rule.kind is Kind.PROMPT:
        return rule.words or ""
    first = rule.readings[0]
    if len({(reading.direction, reading.event) for reading in rule.readings}) == 1:
        lengths = " or ".join(dict.fromkeys(str(reading.period) for reading in rule.readings))
        told = clock_words(first.period, first.direction, event_words(events[first.event], first.direction))
        return told.replace(str(first.period), lengths, 1)
    clocks = dict.fromkeys(
        clock_words(reading.period, reading.direction, event_words(events[reading.event], reading.direction))
        for reading in rule.readings
    )
    return ", or ".join(_without_repeats(clocks, str(first.period)))


def _without_repeats(clocks: Iterable[str], period: str) -> list[str]:
    """Return clocks of which the later ones leave out what all begin with, up to and including the period.

    >>> _without_repeats(["within 15 days after the incident", "within 15 days after the notice"], "15 days")
    ['within 15 days after the incident', 'after the notice']
    """
    first, *rest = clocks
    head = first.partition(f"{period} ")[0] + f"{period} "
    return [first, *(clock.removeprefix(head) for clock in rest)]
