"""What kind of change a difference is: law against law and guidance against guidance, and never what is not held against what is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from calculators.counting import WEIGHED, bounds, condition, facts_of, value
from calculators.records import Kind, Period, Rule, Test, Unit
from stages.pages.statements import in_law, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from calculators.records import Citation, Direction, Edition, Source
    from stages.pages.statements import Statement, Told, Words

Clocks: TypeAlias = "set[tuple[Period | str, Direction | None, str]]"


class Significance(StrEnum):
    """What kind of change it is, the weightiest first; a change is as weighty as its weightiest difference.

    Where the edition that lacks a rule, or a time, is not held whole, it may stand there unread: that is not called a change.
    Guidance on one side and law on the other are no measure of each other: the other of the two may have said it all along.
    """

    ADDED = "added"
    REMOVED = "removed"
    NEW_LAW = "in law made since"
    CLOCK = "clock changed"
    TEST = "test changed"
    DUTY = "duty changed"
    WHO = "who acts changed"
    TO = "who is told changed"
    NOT_HELD_BEFORE = "not held in the earlier text"
    FOUND = "in part first held in the later text"
    GUIDANCE_AND_LAW = "guidance on one side, law on the other"
    NOT_HELD_AFTER = "not held in the later text"
    LOST = "in part not held in the later text"
    SAME_LAW = "the same law, recorded otherwise"
    SOURCE = "source changed"
    WORDS = "words only"


_MEANS = {
    "Asks for": Significance.TEST,
    "Duty": Significance.DUTY,
    "Within the time": Significance.DUTY,
    "Who": Significance.WHO,
    "To whom": Significance.TO,
    "Source": Significance.SOURCE,
}  # a difference in anything else is one of words
ORDER = tuple(Significance)
_PLAIN = {Unit.WEEK: (7, Unit.DAY), Unit.YEAR: (12, Unit.MONTH)}  # the units that are so many of a smaller one


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing said differently, in the words of each edition; empty where an edition says nothing."""

    what: str
    before: str
    after: str
    significance: Significance


def arrived(told: Told, before: Edition, after: Edition) -> Significance:
    """Return what it means that only the later edition has something."""
    source = after.sources[told.citation.ref]
    if before.coverage == "whole":
        return Significance.ADDED
    if in_law(after, told.citation):
        if source.year and source.year > bounds(before.in_force.start)[1].year:
            return Significance.NEW_LAW
        if _listed(source, before):
            return Significance.SAME_LAW
    return Significance.NOT_HELD_BEFORE


def left(told: Told, before: Edition, after: Edition) -> Significance:
    """Return what it means that only the earlier edition has something."""
    if after.coverage == "whole":
        return Significance.REMOVED
    if in_law(before, told.citation) and _listed(before.sources[told.citation.ref], after):
        return Significance.SAME_LAW
    return Significance.NOT_HELD_AFTER


def _listed(source: Source, edition: Edition) -> bool:
    """Return whether an edition rests on a text too."""
    return any(_text(source) == _text(held) for held in edition.sources.values())


def _text(source: Source) -> str:
    """Return what tells one text from another."""
    return source.url or source.title


def differences(old: Told, new: Told, before: Edition, after: Edition, words: Words) -> Iterator[Difference]:
    """Yield what a rule or test says differently in two editions. The guide's own notes are left out."""
    was, now = dict(statements(old, before, words)), dict(statements(new, after, words))
    same_law = _same_law(old.citation, new.citation, before, after)
    asks: Significance | None = None
    for what, said in now.items():
        earlier = was[what]
        weight = _weight(what, earlier, said, before, after)
        if what == "When" and isinstance(old, Rule) and isinstance(new, Rule):
            weight = _clock_weight(old, new, before, after, same_law=same_law)
        elif same_law and weight not in {None, Significance.SOURCE, Significance.WORDS}:
            weight = Significance.SAME_LAW
        elif what == "Asks for" and weight:
            weight = asks = Significance.WORDS if _asks_the_same(old, new) else weight
        elif what == "Then" and weight:
            weight = asks or weight  # what follows from another test is part of what changed
        if what == "Within the time" and not _limit_s_own(was, now):
            continue
        if weight:
            yield Difference(what=what, before=earlier.words, after=said.words, significance=weight)


def _limit_s_own(was: dict[str, Statement], now: dict[str, Statement]) -> bool:
    """Return whether both editions say what force the time limit has, and one of them gives it another than the duty's."""
    force = [(each["Within the time"].words, each["Duty"].words) for each in (was, now)]
    return all(limit for limit, _ in force) and any(limit != duty for limit, duty in force)


def _weight(what: str, old: Statement, new: Statement, before: Edition, after: Edition) -> Significance | None:
    """Return what it means that two editions say something differently; None if they do not."""
    if old.words == new.words:
        return None
    means = _MEANS.get(what, Significance.WORDS)
    if means in {Significance.WHO, Significance.SOURCE, Significance.WORDS}:
        return means
    if old.law != new.law:
        return Significance.GUIDANCE_AND_LAW
    if not old.words and before.coverage != "whole":
        return Significance.FOUND
    return Significance.LOST if not new.words and after.coverage != "whole" else means


def _same_law(old: Citation, new: Citation, before: Edition, after: Edition) -> bool:
    """Return whether both stand on one Act or instrument: then any difference is in how we recorded it."""
    both = in_law(before, old) and in_law(after, new)
    return both and _text(before.sources[old.ref]) == _text(after.sources[new.ref])


def _asks_the_same(old: Told, new: Told) -> bool:
    """Return whether two tests come to the same whatever the facts are, however their limbs are cut; weighed ones, of the same facts."""
    if not (isinstance(old, Test) and isinstance(new, Test)):
        return True
    facts = sorted(facts_of(old))
    if facts != sorted(facts_of(new)) or (old.shape in WEIGHED) != (new.shape in WEIGHED):
        return False
    if old.shape in WEIGHED:
        return True
    cases = (dict(zip(facts, known, strict=True)) for known in product((True, False, None), repeat=len(facts)))
    return all(value(condition(old), case) == value(condition(new), case) for case in cases)


def _clock_weight(old: Rule, new: Rule, before: Edition, after: Edition, *, same_law: bool) -> Significance | None:
    """Return how two clocks differ, law against law and guidance against guidance; None if they come to the same."""
    was, now = _clocks(old, before), _clocks(new, after)
    if was[True] | was[False] == now[True] | now[False]:
        return None
    if same_law and Kind.GAP in {old.kind, new.kind}:
        return Significance.SAME_LAW
    if new.kind is Kind.GAP:
        return Significance.LOST
    if old.kind is Kind.GAP:
        return Significance.FOUND
    if not any(was[law] and now[law] for law in (True, False)):
        return Significance.GUIDANCE_AND_LAW
    found = [_layer_weight(was[law], now[law], before, after, same=law and same_law) for law in (True, False)]
    return min((weight for weight in found if weight), key=ORDER.index)


def _layer_weight(was: Clocks, now: Clocks, before: Edition, after: Edition, *, same: bool) -> Significance | None:
    """Return how the clocks of the law, or of the guidance, differ."""
    if was == now:
        return None
    if same:
        return Significance.SAME_LAW
    if now < was and after.coverage != "whole":
        return Significance.LOST
    if was < now and before.coverage != "whole":
        return Significance.FOUND
    return Significance.CLOCK


def _clocks(rule: Rule, edition: Edition) -> dict[bool, Clocks]:
    """Return the ways to count that a rule has, those of the law and those of guidance, equal lengths made equal."""
    clocks: dict[bool, Clocks] = {True: set(), False: set()}
    for each in rule.readings:
        clocks[in_law(edition, each.citation)].add((_plain(each.period), each.direction, each.event))
    if rule.kind is Kind.PROMPT:
        clocks[in_law(edition, rule.citation)].add((rule.words or "", None, ""))
    return clocks


def _plain(period: Period) -> Period:
    """Return a length in the smallest unit of which it is so many: a year in months, a week in days."""
    times, unit = _PLAIN.get(period.unit, (1, period.unit))
    return replace(period, length=period.length * times, unit=unit)
