"""What changed between two editions, from their records: rules and tests added, removed and changed, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calculators.records import Kind, Rule
from stages.pages.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calculators.records import Direction, Edition, Period
    from stages.pages.statements import Told, Words


class ChangeKind(StrEnum):
    """What became of a rule or test."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Significance(StrEnum):
    """How much a change matters, the weightiest first; a change is as weighty as its weightiest difference.

    Where the edition that lacks a rule, or a time, is not held whole, it may stand there unread: that is not called a change.
    """

    ADDED = "added"
    REMOVED = "removed"
    NOT_HELD_BEFORE = "not held in the earlier text"
    NOT_HELD_AFTER = "not held in the later text"
    TIME_LOST = "a time no longer held"
    TIME_FOUND = "a time first held"
    CLOCK = "clock changed"
    TEST = "test changed"
    DUTY = "duty changed"
    WHO = "who acts changed"
    TO = "who is told changed"
    SOURCE = "source changed"
    WORDS = "words only"


_MEANS = {
    "When": Significance.CLOCK,
    "Asks for": Significance.TEST,
    "Duty": Significance.DUTY,
    "Who": Significance.WHO,
    "To whom": Significance.TO,
    "Source": Significance.SOURCE,
}  # a difference in anything else is one of words


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing said differently, in the words of each edition; empty where an edition says nothing."""

    what: str
    before: str
    after: str
    significance: Significance


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One rule or test that two editions do not share as it stands."""

    kind: ChangeKind
    rule: Told  # the rule or test as it is after, or as it was
    before: Told | None
    after: Told | None
    differences: tuple[Difference, ...]
    significance: Significance


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that lies between two editions."""

    before: Edition
    after: Edition
    rules: tuple[Change, ...]
    tests: tuple[Change, ...]
    same: tuple[Rule, ...]


def _changes(before: Edition, after: Edition, words: Words) -> Changes:
    """Return what changed from one edition to another: first what the later one has, in its order, then what it lacks."""
    rules = tuple(_between(before.rules, after.rules, before, after, words))
    changed = {change.rule.id for change in rules}
    return Changes(
        before=before,
        after=after,
        rules=rules,
        tests=tuple(_between(before.tests, after.tests, before, after, words)),
        same=tuple(rule for rule in after.rules if rule.id not in changed),
    )


def _between(
    old: Sequence[Told], new: Sequence[Told], before: Edition, after: Edition, words: Words
) -> Iterator[Change]:
    """Yield the changes between two editions' rules, or tests."""
    was, now = {told.id: told for told in old}, {told.id for told in new}
    for told in new:
        earlier = was.get(told.id)
        if earlier is None:
            weight = Significance.ADDED if before.coverage == "whole" else Significance.NOT_HELD_BEFORE
            yield Change(kind=ChangeKind.ADDED, rule=told, before=None, after=told, differences=(), significance=weight)
        elif found := _differences(earlier, told, before, after, words):
            weight = min((each.significance for each in found), key=list(Significance).index)
            yield Change(
                kind=ChangeKind.CHANGED, rule=told, before=earlier, after=told, differences=found, significance=weight
            )
    for told in old:
        if told.id not in now:
            weight = Significance.REMOVED if after.coverage == "whole" else Significance.NOT_HELD_AFTER
            yield Change(
                kind=ChangeKind.REMOVED, rule=told, before=told, after=None, differences=(), significance=weight
            )


def _differences(old: Told, new: Told, before: Edition, after: Edition, words: Words) -> tuple[Difference, ...]:
    """Return what a rule or test says differently in two editions. The guide's own notes are left out."""
    was, now = dict(statements(old, before, words)), dict(statements(new, after, words))
    means = _MEANS | ({"When": only} if (only := _held(old, new, before, after)) else {})
    return tuple(
        Difference(what=what, before=was[what], after=said, significance=means.get(what, Significance.WORDS))
        for what, said in now.items()
        if was[what] != said
    )


def _held(old: Told, new: Told, before: Edition, after: Edition) -> Significance | None:
    """Return whether a clock differs only in what is held: a time is missing from an edition that is not held whole."""
    if not (isinstance(old, Rule) and isinstance(new, Rule)):
        return None
    was, now = _clocks(old), _clocks(new)
    if new.kind is Kind.GAP or (now < was and after.coverage != "whole"):
        return Significance.TIME_LOST
    if old.kind is Kind.GAP or (was < now and before.coverage != "whole"):
        return Significance.TIME_FOUND
    return None


def _clocks(rule: Rule) -> set[tuple[Period, Direction, str]]:
    """Return the ways to count that a rule has."""
    return {(each.period, each.direction, each.event) for each in rule.readings}


def consecutive(newest_first: tuple[Edition, ...], words: Words) -> tuple[Changes, ...]:
    """Return what changed between each edition of a nation and the one before it, newest first."""
    pairs = zip(newest_first[1:], newest_first, strict=False)
    return tuple(_changes(before, after, words) for before, after in pairs)
