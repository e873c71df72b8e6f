"""Everything that pages are made from; what is newest, what follows what and what is superseded is decided here alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calculators.counting.working_days import WorkingCalendar
    from calculators.records import Edition
    from stages.compiling.slots import Names
    from stages.reading.model import Content
    from stages.reading.supplements import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything the pages are made from."""

    content: Content
    editions: tuple[Edition, ...]
    names: Names
    calendars: Mapping[str, WorkingCalendar]
    shelf: Shelf

    @property
    def oldest_checked(self) -> str:
        """Return the ISO date on which the edition or local arrangements checked longest ago were checked."""
        editions = (edition.checked for edition in self.editions)
        return min([*editions, *(local.front.checked.isoformat() for local in self.shelf.locals)])

    @property
    def first_review_by(self) -> str:
        """Return the ISO date by which the first of the editions and local arrangements is due to be checked again."""
        editions = (edition.review_by for edition in self.editions)
        return min([*editions, *(local.front.review_by.isoformat() for local in self.shelf.locals)])

    def successor(self, edition: Edition) -> Edition | None:
        """Return the nation's next edition, or None for its newest."""
        of_nation = sorted((one for one in self.editions if one.nation == edition.nation), key=start)
        later = of_nation[of_nation.index(edition) + 1 :]
        return later[0] if later else None

    def superseded(self, edition: Edition) -> bool:
        """Return whether an edition has an end, or one after it."""
        return edition.in_force.end is not None or self.successor(edition) is not None

    def newest_first(self, nation: str) -> list[Edition]:
        """Return a nation's editions, the one in force first."""
        return sorted((one for one in self.editions if one.nation == nation), key=start, reverse=True)


def start(edition: Edition) -> str:
    """Return what editions are ordered by."""
    return edition.in_force.start
