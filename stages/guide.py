"""Everything that pages are made from; what is newest, what follows what and what is superseded is decided here alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from calculators.counting import as_checked, is_superseded, lies_ahead, newest_first
from stages.compiling import content_hash, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calculators.counting import WorkingCalendar
    from calculators.records import Edition, Figure, Rule
    from stages.compiling import Names
    from stages.reading import Content, Supplements
    from stages.schema import HostBlock


@dataclass(frozen=True, kw_only=True)  # no slots: what every page asks of all editions is worked out once, and kept
class Guide:
    """Everything the pages are made from."""

    content: Content
    editions: tuple[Edition, ...]
    names: Names
    calendars: Mapping[str, WorkingCalendar]
    supplements: Supplements
    figures: Mapping[str, Mapping[str, Figure]]  # that partnerships laid into this copy, by edition and rule
    host: HostBlock | None = None  # who runs this copy, if they said so

    @property
    def oldest_checked(self) -> str:
        """Return the ISO date on which the edition or local arrangements checked longest ago were checked."""
        editions = (edition.checked for edition in self.editions)
        return min([*editions, *(local.front.checked.isoformat() for local in self.supplements.locals)])

    @property
    def first_review_by(self) -> str:
        """Return the ISO date by which the first of the editions and local arrangements is due to be checked again."""
        editions = (edition.review_by for edition in self.editions)
        return min([*editions, *(local.front.review_by.isoformat() for local in self.supplements.locals)])

    @cached_property
    def content_hash(self) -> str:
        """Return the hash of the compiled rules, in hexadecimal, as the calculators give it."""
        return content_hash(tables_of(self.content, self.editions, self.figures), self.calendars)

    def last_held(self, rule: Rule) -> tuple[Edition, Rule]:
        """Return what a rule's `last_held` names: an earlier edition, and its rule for the same act."""
        where, _, name = (rule.last_held or "").partition("#")
        edition = next(edition for edition in self.editions if edition.id == where)
        return edition, next(held for held in edition.rules if held.id == name)

    def newest_first(self, nation: str) -> tuple[Edition, ...]:
        """Return a nation's editions, the latest to begin first."""
        return self._by_nation.get(nation, ())

    def place(self, edition: Edition) -> int:
        """Return how many of the nation's editions stand before this one, newest first."""
        return self._places[edition.id]

    def successor(self, edition: Edition) -> Edition | None:
        """Return the nation's next edition, or None for its newest. It may lie ahead."""
        return self._neighbours[0].get(edition.id)

    def predecessor(self, edition: Edition) -> Edition | None:
        """Return the nation's edition before this one, or None for its oldest."""
        return self._neighbours[1].get(edition.id)

    def superseded(self, edition: Edition) -> bool:
        """Return whether an edition had ended, or one that follows it had begun, when the content was last checked."""
        return is_superseded(edition, self._begun.get(edition.nation, ()), self._checked)

    def ahead(self, edition: Edition) -> bool:
        """Return whether an edition's first day was still to come when the content was last checked."""
        return lies_ahead(edition, self._checked)

    def in_force(self, nation: str) -> Edition | None:
        """Return a nation's edition that was in force when the content was last checked; None if it has ended or lies ahead."""
        held = self.newest_first(nation)
        return next((edition for edition in held if not self.superseded(edition) and not self.ahead(edition)), None)

    @cached_property
    def _checked(self) -> date:
        return as_checked(self.editions)

    @cached_property
    def _by_nation(self) -> dict[str, tuple[Edition, ...]]:
        nations = dict.fromkeys(edition.nation for edition in self.editions)
        return {nation: newest_first(self.editions, nation) for nation in nations}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {edition.id: place for held in self._by_nation.values() for place, edition in enumerate(held)}

    @cached_property
    def _begun(self) -> dict[str, tuple[Edition, ...]]:
        """The newest edition of each nation that had begun: whether another is superseded hangs on this one alone."""
        begun = {nation: [each for each in held if not self.ahead(each)] for nation, held in self._by_nation.items()}
        return {nation: tuple(held[:1]) for nation, held in begun.items()}

    @cached_property
    def _neighbours(self) -> tuple[dict[str, Edition], dict[str, Edition]]:
        """What follows each edition, and what stood before it; two of one first day do neither to each other."""
        after: dict[str, Edition] = {}
        before: dict[str, Edition] = {}
        for held in self._by_nation.values():
            of_a_day = [tuple(alike) for _, alike in groupby(held, key=lambda edition: edition.in_force.start)]
            for later, earlier in pairwise(of_a_day):
                after |= {edition.id: later[-1] for edition in earlier}
                before |= {edition.id: earlier[0] for edition in later}
        return after, before
