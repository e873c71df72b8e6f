"""The criteria matrix: which fact counts in which edition, for what, how strongly and at which limb of which test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.counting import facts_in
from calculators.records import AllOf, AnyOf, Is, Kind, Not, Read, Shape
from stages.schema import TestBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from calculators.records import Condition, Edition, Test
    from stages.reading import WrittenEdition

_WEIGHED = {Shape.FACTORS, Shape.CHOICE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one test makes of a fact: how strongly, what is then done, and the numbers of the limbs that ask for it.

    `absent` says that the limbs ask for the fact not to be there; `presumed`, that it counts as there while it is not known.
    """

    test: Test
    force: str
    act: str
    limbs: tuple[int, ...]  # none where the test has one limb
    absent: bool
    presumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCell:
    """What one edition makes of a fact; without marks, no test asks for it, or its text on this was not read."""

    edition: Edition
    marks: tuple[Mark, ...]
    read: Read  # how much of the criteria was read

    @property
    def kind(self) -> str:
        """Return which of the three kinds of cell this is."""
        return "held" if self.marks else "silent" if self.read is Read.WHOLE else "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact across editions."""

    fact: str
    cells: tuple[FactCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTable:
    """Facts that decide, or facts that are weighed; each fact of the vocabulary that some edition uses so has a row."""

    id: str
    heading: str
    rows: tuple[FactRow, ...]


def criteria_matrix(
    columns: Sequence[Edition], written: Iterable[WrittenEdition], facts: Iterable[str]
) -> tuple[FactTable, ...]:
    """Return the two tables of the matrix, their facts in the order of the vocabulary."""
    by_id = {edition.id: edition for edition in written}
    acts = {edition.id: _acts(by_id[edition.id]) for edition in columns}

    def row(fact: str, *, weighed: bool) -> FactRow:
        cells = (
            FactCell(
                edition=edition,
                marks=tuple(
                    _mark(edition, test, fact, acts[edition.id])
                    for test in edition.tests
                    if (test.shape in _WEIGHED) is weighed and _limbs(test, fact)
                ),
                read=by_id[edition.id].front.criteria_read,
            )
            for edition in columns
        )
        return FactRow(fact=fact, cells=tuple(cells))

    kinds = (("decide", "Facts that decide", False), ("weigh", "Facts that are weighed", True))
    facts = tuple(facts)
    return tuple(
        FactTable(
            id=name,
            heading=heading,
            rows=tuple(
                found
                for found in (row(fact, weighed=weighed) for fact in facts)
                if any(cell.marks for cell in found.cells)
            ),
        )
        for name, heading, weighed in kinds
    )


def _acts(written: WrittenEdition) -> Mapping[str, str]:
    """Return what is done if a test is met, by the test's id; the test's question where its author names no act."""
    return {test.id: test.act or test.question for _, test in written.records(TestBlock)}


def _mark(edition: Edition, test: Test, fact: str, acts: Mapping[str, str]) -> Mark:
    """Return what a test makes of a fact that it asks about."""
    limbs = _limbs(test, fact)
    asked = [how for number in limbs for how in _how(test.limbs[number - 1].when, fact)]
    return Mark(
        test=test,
        force=_force(edition, test),
        act=acts[test.id],
        limbs=limbs if len(test.limbs) > 1 else (),
        absent=all(absent for absent, _ in asked),
        presumed=any(presumed for _, presumed in asked),
    )


def _force(edition: Edition, test: Test) -> str:
    """Return a test's duty; where it has none, that the duty is not held, if all that hangs on the test is a gap, or "can"."""
    if test.duty:
        return test.duty
    brought = [rule for rule in edition.rules if rule.id in test.follows]
    return "duty not held" if brought and all(rule.kind is Kind.GAP for rule in brought) else "can"


def _limbs(test: Test, fact: str) -> tuple[int, ...]:
    """Return the numbers of a test's limbs that ask about a fact, from 1."""
    return tuple(number for number, limb in enumerate(test.limbs, 1) if fact in facts_in(limb.when))


def _how(when: Condition, fact: str, *, absent: bool = False) -> Iterator[tuple[bool, bool]]:
    """Yield for each place in a condition that asks about a fact whether it must be absent, and whether it is presumed."""
    match when:
        case Is() if when.fact == fact:
            yield absent, when.presumed
        case Not():
            yield from _how(when.part, fact, absent=not absent)
        case AllOf() | AnyOf():
            for part in when.parts:
                yield from _how(part, fact, absent=absent)
