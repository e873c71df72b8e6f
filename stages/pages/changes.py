"""What changed between two editions, from their records: which acts go on, and what is said of them otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from calculators.records import Rule
from stages.pages.weights import ORDER, Significance, arrived, differences, left

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from calculators.records import Edition
    from stages.pages.statements import Told, Words
    from stages.pages.weights import Difference

Lines: TypeAlias = (
    "Mapping[tuple[str, str, str], str]"  # by edition, kind and id: the act that goes on through editions
)

# Earlier editions that one is set against, beside its neighbour: all that any nation has had, and no square of them.
_FURTHER = 12


class Group(StrEnum):
    """Where a change stands on the page, in this order."""

    REAL = "real"
    FIRST_HELD = "first-held"
    NOT_COMPARABLE = "not-comparable"
    SAME = "same"


_LAST = {
    Group.REAL: Significance.TO,
    Group.FIRST_HELD: Significance.FOUND,
    Group.NOT_COMPARABLE: Significance.LOST,
    Group.SAME: Significance.WORDS,
}  # the least weighty of each group


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One rule or test that two editions do not share as it stands, with its differences of one group."""

    told: Told  # the rule or test as it is after, or as it was
    before: Told | None
    after: Told | None
    differences: tuple[Difference, ...]
    significance: Significance

    @property
    def kind(self) -> str:
        """Return 'rule' or 'test', as anchors say it."""
        return kind_of(self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that lies between two editions, by group; `same` are the rules and tests that say the same in all."""

    before: Edition
    after: Edition
    groups: Mapping[Group, tuple[Change, ...]]
    same: tuple[Told, ...]

    @property
    def renamed(self) -> bool:
        """Return whether the review goes by another name."""
        return self.before.review != self.after.review


def _lines_of(oldest_first: Sequence[Edition]) -> Lines:
    """Return which rules and tests of a nation's editions are one act: those of one id, and those that `same_as` joins."""
    lines: dict[tuple[str, str, str], str] = {}
    newest: dict[tuple[str, str], str] = {}  # by kind and id: the act that last went by it
    for edition in oldest_first:
        found = {}
        for told in _told_in(edition):
            kind = kind_of(told)
            where, _, name = (told.same_as or "").partition("#")
            earlier = lines[where, kind, name] if told.same_as else newest.get((kind, told.id))
            found[kind, told.id] = earlier or f"{edition.id}#{told.id}"
        newest |= found
        lines |= {(edition.id, kind, name): line for (kind, name), line in found.items()}
    return lines


def _between(before: Edition, after: Edition, lines: Lines, words: Words) -> Changes:
    """Return what changed from one edition to another: first what the later one has, in its order, then what it lacks."""
    found: list[Change] = []
    same: list[Told] = []
    was = {_line(told, before, lines): told for told in _told_in(before)}
    now = {_line(told, after, lines) for told in _told_in(after)}
    for told in _told_in(after):
        earlier = was.get(_line(told, after, lines))
        if earlier is None:
            weight = arrived(told, before, after)
            found.append(Change(told=told, before=None, after=told, differences=(), significance=weight))
        elif found_here := tuple(differences(earlier, told, before, after, words)):
            found += _by_group(earlier, told, found_here)
        else:
            same.append(told)
    for line, told in was.items():
        if line not in now:
            weight = left(told, before, after)
            found.append(Change(told=told, before=told, after=None, differences=(), significance=weight))
    groups = {group: tuple(one for one in found if _group(one.significance) is group) for group in Group}
    return Changes(before=before, after=after, groups=groups, same=tuple(same))


def consecutive(newest_first: Sequence[Edition], words: Words) -> tuple[Changes, ...]:
    """Return what changed between each edition of a nation and the one before it, newest first."""
    lines = _lines_of(newest_first[::-1])
    return tuple(
        _between(before, after, lines, words) for before, after in zip(newest_first[1:], newest_first, strict=False)
    )


def further(newest_first: Sequence[Edition], words: Words) -> dict[str, tuple[Changes, ...]]:
    """Return, by edition, what changed from each of the `_FURTHER` before its neighbour, the nearest first."""
    lines = _lines_of(newest_first[::-1])
    return {
        after.id: tuple(_between(before, after, lines, words) for before in earlier)
        for number, after in enumerate(newest_first)
        if (earlier := newest_first[number + 2 : number + 2 + _FURTHER])
    }


def _told_in(edition: Edition) -> tuple[Told, ...]:
    """Return everything of an edition that can change: its rules, then its tests."""
    return (*edition.rules, *edition.tests)


def kind_of(told: Told) -> str:
    """Return 'rule' or 'test', as anchors say it."""
    return "rule" if isinstance(told, Rule) else "test"


def _line(told: Told, edition: Edition, lines: Lines) -> tuple[str, str]:
    return kind_of(told), lines[edition.id, kind_of(told), told.id]


def _group(weight: Significance) -> Group:
    return next(group for group, last in _LAST.items() if ORDER.index(weight) <= ORDER.index(last))


def _by_group(before: Told, after: Told, found: Sequence[Difference]) -> Iterator[Change]:
    """Yield one change for each group in which two forms of an act differ."""
    for group in Group:
        own = tuple(each for each in found if _group(each.significance) is group)
        if own:
            weight = min((each.significance for each in own), key=ORDER.index)
            yield Change(told=after, before=before, after=after, differences=own, significance=weight)
