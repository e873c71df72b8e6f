"""An edition's process as a drawing: topics downwards, what starts a clock on the left, what is to be done on the right.

All measures are pixels of the drawing; letters are taken to be as wide as in the widest common system font.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from calculators.records import Direction, Kind
from calculators.wording import BESIDE, NO_FIGURE, clock_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from calculators.records import Edition, Rule

WIDTH, LEFT, RIGHT = 640, 190, 240  # the drawing; the right edge of events; the left edge of steps
LINE, PAD, GAP, HEAD = 18, 9, 10, 42  # a line of text; around it; between boxes; a topic's heading
EVENT_LETTERS, STEP_LETTERS = 23, 48
_BACKWARDS = {Direction.BEFORE, Direction.WINDOW}


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box with lines of text; `y` is its upper edge."""

    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        """Return the height at which an arrow meets the box."""
        return self.y + self.height // 2

    @property
    def baselines(self) -> tuple[tuple[int, str], ...]:
        """Return each line with the height at which it stands."""
        first = self.middle - LINE * len(self.lines) // 2 + LINE - 5
        return tuple((first + LINE * number, line) for number, line in enumerate(self.lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule: its number, its box, the lines that are its clock, and which way the arrow points."""

    number: int
    rule: Rule
    box: Box
    clock_lines: int
    backwards: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Steps that the same event starts; no box where no event is held."""

    event: Box | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One topic: its heading, at height `y`, and its groups."""

    heading: str
    y: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """The whole drawing; nothing to draw for an edition without rules."""

    height: int
    stages: tuple[Stage, ...]


def process(edition: Edition, topics: Mapping[str, str], events: Mapping[str, str]) -> Process:
    """Return the drawing of an edition's rules, in their order. `events` are the words of each."""
    stages, y, number = [], 0, 1
    for topic, of_topic in groupby(edition.rules, key=lambda rule: rule.topic):
        head, groups = y, []
        y += HEAD
        for started_by, together in groupby(of_topic, key=_starts):
            rules = tuple(together)
            group = _drawn(rules, " or ".join(events[event] for event in started_by), y=y, number=number)
            groups.append(group)
            number += len(rules)
            y = _bottom(group) + GAP
        stages.append(Stage(heading=topics[topic], y=head, groups=tuple(groups)))
        y += GAP
    return Process(height=y, stages=tuple(stages))


def _starts(rule: Rule) -> tuple[str, ...]:
    """Return the events that start a rule's clock, one for each way to read it; none where none is held."""
    told = tuple(dict.fromkeys(reading.event for reading in rule.readings))
    return told or ((rule.event,) if rule.event else ())


def _drawn(rules: Sequence[Rule], event: str, *, y: int, number: int) -> Group:
    """Return the boxes of a group whose upper edge is at `y` and whose first step has this number."""
    steps, at = [], y
    words = tuple(wrap(event[:1].upper() + event[1:], EVENT_LETTERS))
    for n, rule in enumerate(rules, number):
        clock = _wrapped(_clocks(rule))
        lines = (*wrap(f"{n}. {rule.action}", STEP_LETTERS), *clock)
        height = 2 * PAD + LINE * len(lines)
        if len(rules) == 1:
            height = max(height, 2 * PAD + LINE * len(words))
        steps.append(
            Step(
                number=n,
                rule=rule,
                box=Box(y=at, height=height, lines=lines),
                clock_lines=len(clock),
                backwards=any(reading.direction in _BACKWARDS for reading in rule.readings),
            )
        )
        at += height + GAP
    height = max(at - GAP - y, 2 * PAD + LINE * len(words))
    return Group(event=Box(y=y, height=height, lines=words) if event else None, steps=tuple(steps))


def _bottom(group: Group) -> int:
    """Return the lower edge of a group."""
    boxes = [step.box for step in group.steps] + ([group.event] if group.event else [])
    return max(box.y + box.height for box in boxes)


def _clocks(rule: Rule) -> list[str]:
    """Return a rule's clocks without their events, which stand in the box on the left; each once. A prompt's own words come first."""
    if rule.kind is Kind.GAP:
        return [NO_FIGURE]
    clocks = [clock_words(reading.period, reading.direction, "").strip() for reading in rule.readings]
    if rule.kind is Kind.PROMPT:
        labelled = [
            f"{clock} ({reading.label})" if reading.label else clock
            for clock, reading in zip(clocks, rule.readings, strict=True)
        ]
        beside = [f"and {clock}" if n else f"{_capital(BESIDE)}: {clock}" for n, clock in enumerate(labelled)]
        return [_capital(rule.words or ""), *beside]
    return [f"or {clock}" if n else _capital(clock) for n, clock in enumerate(dict.fromkeys(clocks))]


def _capital(words: str) -> str:
    """Return words that begin a line."""
    return words[:1].upper() + words[1:]


def _wrapped(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts as lines that fit a step's box."""
    return tuple(line for text in texts for line in wrap(text, STEP_LETTERS))
