"""The facts that calculators work on: frozen records in the field's own words, knowing no tables.

The compiled content (`_editions.py`) is written as literals of these records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date


class Unit(StrEnum):
    """What a period is measured in."""

    DAY = "day"
    WORKING_DAY = "working day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Direction(StrEnum):
    """Which way a clock runs from its event, in the words an editor writes."""

    AFTER = "after"
    FROM_AND_INCLUDING = "from and including"
    BEFORE = "before"
    KEPT = "kept from"
    WINDOW = "in the time before"
    SAME_DAY = "on the same day as"


class Kind(StrEnum):
    """What a rule asks of the reader: act by a date, keep until one, look back to one, or neither."""

    DEADLINE = "deadline"
    RETENTION = "retention"
    LOOKBACK = "lookback"
    PROMPT = "prompt"
    GAP = "gap"


class Duty(StrEnum):
    """How strongly the source puts it."""

    MUST = "must"
    SHOULD = "should"
    EXPECTED = "expected"
    MAY = "may"


class Read(StrEnum):
    """How much of a source the guide's authors have read."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A length of time as guidance words it: '5 working days', '6 months', '7 clear days'."""

    length: int
    unit: Unit
    clear: bool = False  # both end days excluded

    def __str__(self) -> str:
        if self.length == 0:
            return "the same day"
        plural = "" if self.length == 1 else "s"
        return f"{self.length} {'clear ' if self.clear else ''}{self.unit}{plural}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that an edition rests on, and how much of it was read."""

    title: str
    publisher: str
    read: Read
    year: int | None = None
    url: str | None = None
    licence: str | None = None
    as_read: str | None = None  # of an instrument: which text of it was read, where amendments since were not checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a rule stands: the source, the place in it, and the text that restates it if the source was not read."""

    ref: str
    place: str
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One arguable way to read a rule: a period running from an event. An undisputed rule has one, without id."""

    period: Period
    direction: Direction
    event: str
    citation: Citation
    id: str | None = None
    label: str | None = None  # the reading in a few words: '7 plain days'
    duty: Duty | None = None  # where it differs from the rule's own
    time_duty: Duty | None = None  # likewise
    applies_when: str | None = None
    applies: Condition | None = None  # the same over facts, as far as those settle it
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A deadline, retention, look-back, prompt or gap inside a topic of an edition."""

    id: str
    topic: str
    kind: Kind
    action: str
    who: str
    to: tuple[str, ...]  # ids of bodies
    duty: Duty | None  # to do the act
    citation: Citation
    time_duty: Duty | None = None  # the force of the time limit, where it is another than the duty to act
    sends: str | None = None  # what is sent, by which a body's address is chosen
    readings: tuple[Reading, ...] = ()  # empty for gaps, and for prompts beside whose words no clock stands
    at_once: bool = False  # the text says immediately: before all dates
    applies: Condition | None = None  # on what the rule hangs; None for one that always applies
    last_held: str | None = None  # 'edition#rule': the last figure that an earlier edition gave for the same act
    same_as: str | None = None  # 'edition#rule': the same act in an earlier edition, under another id
    event: str | None = None  # what a prompt or gap would run from
    words: str | None = None  # a prompt's words for when; a gap's account of where we looked
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Is:
    """A fact that must be true. A `presumed` one counts as true while it is not known."""

    fact: str
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """A condition that must be false."""

    part: Condition


@dataclass(frozen=True, slots=True)
class AllOf:
    """Conditions that must all be true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Conditions of which at least one must be true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A test of the same edition that must be met. Only what a rule hangs on may name one."""

    test: str


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that must have happened: true once its date is given, not known before. Only a rule may hang on one."""

    event: str


Condition = Is | Not | AllOf | AnyOf | Met | Happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """One part of a test as a reader meets it: its words, its condition, and its place in the source."""

    text: str
    when: Condition
    citation: Citation


class Shape(StrEnum):
    """How a test's limbs make its outcome."""

    ALL = "all"
    ANY = "any"
    FACTORS = "factors"  # to be weighed: no number of them decides
    CHOICE = "choice"  # to be weighed between two ways


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """Criteria: limbs over facts, or factors to weigh. `follows` are the rules whose clocks it brings."""

    id: str
    topic: str
    shape: Shape
    question: str
    outcome: str  # what follows if it is met, or what the weighing is for
    limbs: tuple[Limb, ...]
    citation: Citation
    who: str
    duty: Duty | None = None
    follows: tuple[str, ...] = ()
    definitions: Mapping[str, str] = field(default_factory=dict)  # a fact, and the guidance's own meaning of it
    either: tuple[str, ...] = ()  # tests of which one must be met whatever the unknown facts turn out to be
    either_says: str | None = None
    either_asks: str | None = None  # the one question to which these tests are the outcomes
    either_name: str | None = None  # what this outcome is called there
    window: str | None = None  # the look-back whose dates its facts ask about
    same_as: str | None = None  # 'edition#test': the same question in an earlier edition, under another id
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """First and last day of an edition, inclusive; each may be a month ('2021-09') or a year ('2017')."""

    start: str
    start_is: str
    end: str | None = None
    end_is: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One published version of one nation's guidance, with its rules in the order of its topics."""

    id: str
    nation: str
    review: str
    guidance: str
    in_force: InForce
    coverage: Literal["whole", "partial", "stub"]
    coverage_note: str
    calendar: str
    working_day_note: str
    checked: str
    review_by: str
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    tests: tuple[Test, ...] = ()
    transition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something with a date that starts a clock, and the events that cannot come after it."""

    label: str  # heads its date field: 'Date the authority became aware'
    words: str  # what a period runs from: 'publication'
    hint: str
    verb: str | None = (
        None  # the same as it stands after "after" or "once": 'the local authority becomes aware of the incident'
    )
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something true, false or not known about a case, as it is asked."""

    question: str
    hint: str
    excludes: tuple[Condition, ...] = ()  # what cannot be true as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where one kind of thing is sent to a body, as printed in a text of some day, month or year."""

    how: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Whom to tell, and how: in general, or by what is sent."""

    name: str
    how: str | None = None
    channels: Mapping[str, Channel] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """Who read a figure in its own copy of a guidance text, when, and where it stands there."""

    by: str
    role: str
    read_on: str  # ISO date
    source: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that a partnership supplied for a gap of an edition. `duty` is the force of the time limit."""

    fills: str
    reading: Reading
    duty: Duty | None
    supplied: Supplied


@dataclass(frozen=True, slots=True)
class Day:
    """One line of a count: a date, how it was treated, the bank holiday's name, and its number if it was counted.

    The far end of a count in clear days is excluded too; its name says why.
    """

    date: date
    day: Literal["excluded", "counted", "weekend", "holiday", "closed", "month"]
    name: str | None = None
    n: int | None = None


class Count(NamedTuple):
    """A date, and how to walk the days behind it. `until` is the last day of a look-back's window."""

    due: date
    walk: Callable[[], tuple[Day, ...]]  # no day is walked before somebody asks to see the days
    until: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def ledger(self) -> tuple[Day, ...]:
        """Return each day behind the date, in date order."""
        return self.walk()


class Refused(ValueError):  # noqa: N818 - it names what happened to an entry, not a fault of the program
    """What a person gave cannot be used; the message says what to write, `field` which entry it is."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class BeyondHorizon(Refused):
    """A count of working days would leave the years for which bank holidays are held."""


YOUR_COPY = "your-copy"
