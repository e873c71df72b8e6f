"""Everything that pages are made from; what is newest, what follows what and what is superseded is decided here alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators.counting import as_checked, is_superseded, lies_ahead, newest_first, next_after
from stages.compiling import content_hash, tables_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.counting import WorkingCalendar
    from calculators.records import Edition, Figure, Rule
    from stages.compiling import Names
    from stages.reading import Content, Supplements
    from stages.schema import HostBlock


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
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
        return newest_first(self.editions, nation)

    def successor(self, edition: Edition) -> Edition | None:
        """Return the nation's next edition, or None for its newest."""
        return next_after(edition, self.editions)

    def superseded(self, edition: Edition) -> bool:
        """Return whether an edition had ended, or one that follows it had begun, when the content was last checked."""
        return is_superseded(edition, self.editions, as_checked(self.editions))

    def ahead(self, edition: Edition) -> bool:
        """Return whether an edition's first day was still to come when the content was last checked."""
        return lies_ahead(edition, as_checked(self.editions))

    def in_force(self, nation: str) -> Edition | None:
        """Return a nation's edition that was in force when the content was last checked; None if it has ended or lies ahead."""
        held = self.newest_first(nation)
        return next((edition for edition in held if not self.superseded(edition) and not self.ahead(edition)), None)
