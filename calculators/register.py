"""What the guide holds: the only importer of the generated tables, listed so that a person can read it.

Nothing here picks a nation, an edition or a date for anyone: an unknown name is refused with what to write.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculators._bank_holidays import CALENDARS
from calculators._editions import BODIES, EDITIONS, EVENTS, FACTS, FIGURES, NATIONS, TOPICS
from calculators.counting import (
    Standing,
    as_checked,
    days_in_force,
    is_superseded,
    lies_ahead,
    newest_first,
    next_after,
    standing,
)
from calculators.fingerprint import fingerprint
from calculators.request import look_up
from calculators.wording import in_words

if TYPE_CHECKING:
    from datetime import date

    from calculators.counting import WorkingCalendar
    from calculators.records import Edition, Rule, Test

__all__ = ["BODIES", "CALENDARS", "CHECKED", "CONTENT", "EDITIONS", "EVENTS", "FACTS", "FIGURES", "NATIONS", "TOPICS"]
CONTENT = fingerprint(NATIONS, TOPICS, EVENTS, FACTS, BODIES, EDITIONS, FIGURES, CALENDARS)
CHECKED = min((held.checked for held in EDITIONS.values()), default="")  # a copy is as old as the oldest thing in it


def edition(wanted: str) -> Edition:
    """Return the edition with this id, or raise `Refused`."""
    return look_up(EDITIONS, wanted, what="an edition", field="edition")


def test_of(held: Edition, wanted: str) -> Test:
    """Return the test of an edition with this id, or raise `Refused`."""
    return look_up({test.id: test for test in held.tests}, wanted, what=f"a test of {held.id}", field="test")


def last_held_rule(name: str) -> tuple[Edition, Rule]:
    """Return the edition and the rule that 'edition#rule' names, as a rule's `last_held` does."""
    where, _, wanted = name.partition("#")
    held = EDITIONS[where]
    return held, next(rule for rule in held.rules if rule.id == wanted)


def calendar(wanted: str) -> WorkingCalendar:
    """Return the working calendar with this id, or raise `Refused`."""
    return look_up(CALENDARS, wanted, what="a calendar", field="calendar")


def of_nation(nation: str) -> tuple[Edition, ...]:
    """Return the editions of a nation, oldest first, or raise `Refused`."""
    look_up(NATIONS, nation, what="a nation", field="nation")
    return newest_first(EDITIONS.values(), nation)[::-1]


def successor(held: Edition, today: date | None = None) -> Edition | None:
    """Return the edition that has taken this one's place, or None for the newest that has begun."""
    later = next_after(held, EDITIONS.values())
    return None if later is None or lies_ahead(later, as_of(today)) else later


def superseded(held: Edition, today: date | None = None) -> bool:
    """Return whether an edition has ended, or one that follows it has begun."""
    return is_superseded(held, EDITIONS.values(), as_of(today))


def ahead(held: Edition, today: date | None = None) -> bool:
    """Return whether an edition is held before its first day."""
    return lies_ahead(held, as_of(today))


def as_of(today: date | None) -> date:
    """Return the day as of which is said what is in force: no earlier than that on which the editions were last checked."""
    checked = as_checked(EDITIONS.values())
    return max(today, checked) if today else checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """Which edition covers a date, and why; two candidates where a border is known only to the month or year."""

    editions: tuple[Edition, ...]
    reason: str


def governing(nation: str, on: date) -> Governing:
    """Return the edition that covers `on`. That the incident's date picks the edition is this guide's convention."""
    editions = of_nation(nation)
    placed = {held.id: standing(held.in_force, on) for held in editions}
    sure = tuple(held for held in editions if placed[held.id] is Standing.INSIDE)
    day = in_words(on)
    if sure:  # more than one where a transition lets two run side by side
        spans = "; ".join(f"{held.guidance}: {days_in_force(held)}" for held in sure)
        return Governing(editions=sure, reason=f"{spans}; {day} lies within.")
    unsure = tuple(held for held in editions if placed[held.id] in {Standing.AT_UNKNOWN_START, Standing.AT_UNKNOWN_END})
    if unsure:
        spans = "; ".join(f"{held.guidance}: {days_in_force(held)}" for held in unsure)
        return Governing(editions=unsure, reason=f"{day} falls where we do not hold the day of change. {spans}.")
    if editions and all(place is Standing.BEFORE for place in placed.values()):
        first = editions[0]
        return Governing(editions=(), reason=f"We hold no edition before {first.guidance}: {days_in_force(first)}.")
    return Governing(editions=(), reason=f"We hold no edition for {NATIONS[nation]} that covers {day}.")
