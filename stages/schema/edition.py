"""What an editor may write: each dataclass is the schema of one YAML block, and its docstring the editor's help.

A key is the field's name unless an alias says otherwise ('no later than'). Nothing else is accepted.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Literal, TypeAlias

from pydantic import Field
from pydantic.dataclasses import dataclass

from calculators.records import Direction, Period, Read, Shape
from stages.schema.scalars import (
    STRICT,
    ConditionWords,
    Day,
    DutyWord,
    Expected,
    Id,
    PartialDate,
    PeriodWords,
    ReadWord,
    RuleConditionWords,
    Skipped,
    Text,
    Url,
    Year,
)


@dataclass(frozen=True, kw_only=True, config=STRICT)
class InForceBlock:
    """First and last day in force, inclusive; what kind of date each is."""

    start: PartialDate = Field(alias="from")
    start_is: Text = Field(alias="from_is")
    end: PartialDate | None = Field(default=None, alias="to")
    end_is: Text | None = Field(default=None, alias="to_is")


@dataclass(frozen=True, kw_only=True, config=STRICT)
class WorkingDayBlock:
    """Which calendar's bank holidays are left out, and on what authority."""

    calendar: Id
    note: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SourceBlock:
    """A text the edition rests on. `read` says how much of it we read: whole, part or none.

    `as_read` says which text of an instrument was read, where amendments made since were not checked: 'as made'.
    `dated` is the day, month or year of the text: it keeps a text from being restated by an older one. `read_on` is the
    day on which it was last read. `wanted` says what somebody who has the text could add: it is listed under Sources.
    """

    title: Text
    publisher: Text
    read: ReadWord
    year: Year | None = None
    url: Url | None = None
    licence: Text | None = None
    as_read: Text | None = None
    dated: PartialDate | None = None
    read_on: Day | None = None
    wanted: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class WayBlock:
    """One way on from a fork: its name, what it means in a few words, the tests that lead to it, and the rules that are its own.

    Rules that hold on every way stand under none.
    """

    name: Text
    says: Text | None = None
    tests: tuple[Id, ...] = ()
    rules: tuple[Id, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ForkBlock:
    """Where the process forks: at which topic, what is asked there, and the ways on; the drawing of the process shows it."""

    topic: Id
    asks: Text
    ways: Annotated[tuple[WayBlock, ...], Field(min_length=2)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FrontMatter:
    """What an edition is. `forks` are the places where its process forks, in their order.

    `transition` says what becomes of reviews under way when the edition changes. Where days between this edition and the
    one before or after it are covered by both or by neither, and the note speaks of that, `transition_covers` names the other.

    For the comparisons: `led_by` says who holds a review and who does the work, and `criteria_read` how much of the text that
    says when there is a review was read, itself or through a text that restates it: only where all of it was is a fact that no
    test asks about said not to be asked there.
    """

    nation: Id
    review: Text
    guidance: Text
    in_force: InForceBlock
    coverage: Literal["whole", "partial", "stub"]
    coverage_note: Text
    working_day: WorkingDayBlock
    checked: Day
    review_by: Day
    sources: Annotated[dict[Id, SourceBlock], Field(min_length=1)]
    transition: Text | None = None
    transition_covers: tuple[Text, ...] = ()
    forks: tuple[ForkBlock, ...] = ()
    led_by: Text | None = None
    criteria_read: ReadWord = Read.PART


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CitationBlock:
    """Where a rule stands: `ref` a source, `place` in it, `via` the text that restates it if it was not read."""

    ref: Id
    place: Text
    via: Id | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ClockBlock:
    """How a period runs: one key for the length, one for the event ('within' and 'after', for instance).

    'on the same day as' stands alone: it has no length.
    """

    within: PeriodWords | None = None
    no_later_than: PeriodWords | None = Field(default=None, alias="no later than")
    at_least: PeriodWords | None = Field(default=None, alias="at least")
    kept_for_at_least: PeriodWords | None = Field(default=None, alias="kept for at least")
    any_date_in_the: PeriodWords | None = Field(default=None, alias="any date in the")
    after: Id | None = None
    before: Id | None = None
    start: Id | None = Field(default=None, alias="from")
    from_and_including: Id | None = Field(default=None, alias="from and including")
    on_the_same_day_as: Id | None = Field(default=None, alias="on the same day as")


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ReadingBlock:
    """One arguable way to read a rule, with its own source; its clock's keys stand beside these.

    A reading that goes by the case says so in words, `applies_when`, and by `applies` over facts, as far as those settle it.
    """

    source: CitationBlock
    label: Text
    duty: DutyWord | None = None
    time_duty: DutyWord | None = None
    note: Text | None = None
    applies_when: Text | None = None
    applies: ConditionWords | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DatedBlock:
    """A deadline, retention or lookback: either its clock's keys stand beside these, or it has `readings`.

    `duty` is the duty to act; `time_duty` the force of the time limit, where it is another. `applies` says on what the rule
    hangs: a fact, {test: …} of this edition, {event: …} (once its date is given), or all, any, not of these; a rule without
    it always applies. `last_held` ('edition#rule') names the last figure that an earlier edition gave for the same act.
    `same_as` ('edition#rule') names the rule of an earlier edition for the same act, where that has another id there.
    `sends` says what is sent, and so which of a body's addresses is meant.
    """

    id: Id
    action: Text
    who: Text
    source: CitationBlock
    to: tuple[Id, ...] = ()
    duty: DutyWord | None = None
    time_duty: DutyWord | None = None
    sends: Id | None = None
    applies: RuleConditionWords | None = None
    last_held: Text | None = None
    same_as: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PromptBlock:
    """Something to do at a moment for which the source gives words but no number: `when` says them.

    `at_once: true` marks a text that says immediately. Clocks that other texts give beside the words are its `readings`.
    """

    id: Id
    action: Text
    who: Text
    source: CitationBlock
    when: Text
    at_once: bool = False
    event: Id | None = None
    to: tuple[Id, ...] = ()
    duty: DutyWord | None = None
    time_duty: DutyWord | None = None
    sends: Id | None = None
    applies: RuleConditionWords | None = None
    last_held: Text | None = None
    same_as: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class GapBlock:
    """A clock for which we hold no figure: `looked` says where we looked."""

    id: Id
    action: Text
    who: Text
    source: CitationBlock
    looked: Text
    event: Id | None = None
    to: tuple[Id, ...] = ()
    duty: DutyWord | None = None
    time_duty: DutyWord | None = None
    sends: Id | None = None
    applies: RuleConditionWords | None = None
    last_held: Text | None = None
    same_as: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class MentionBlock:
    """A length of time that starts no clock, so that prose can speak of it from one place."""

    id: Id
    words: Text
    source: CitationBlock


@dataclass(frozen=True, kw_only=True, config=STRICT)
class ExampleBlock:
    """A worked example, printed on the page and run as a test.

    `expect` is a date, or a date for each reading. `working` names what was skipped: each bank holiday with its
    date, and the number of `weekend days`; leave it out for periods that are not in working days.
    """

    title: Text
    rule: Id
    given: Annotated[dict[Id, Day], Field(min_length=1)]
    expect: Expected
    working: dict[Text, Skipped] | None = None
    until: Day | None = None
    note: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class LimbBlock:
    """One part of a test: its words, and `when` it holds, over facts.

    `when` is a fact, or one of `{all: […]}`, `{any: […]}`, `{not: …}`, `{presumed: fact}` (counts as yes while not known).
    `source` is needed only where the place differs from the test's own.
    """

    text: Text
    when: ConditionWords
    source: CitationBlock | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TestBlock:
    """Criteria: limbs under one of `all` (each must hold), `any` (one suffices), `factors` or `choice` (to be weighed).

    `act` is what is then to be done, as it stands after the duty: 'notify the Panel'. `follows` names the rules of this
    edition whose clocks it brings. `definitions` gives this edition's own meaning of a
    fact. `either` names tests of which one is met whatever the unknown facts turn out to be, and `either_says` what then
    to tell the reader; `either_asks` is the one question to which they are the outcomes, and `either_name` what this outcome
    is called. `window` names the look-back of this edition whose dates the facts ask about. `same_as`
    ('edition#test') names the test of an earlier edition that asked the same, where that has another id there.
    """

    id: Id
    question: Text
    outcome: Text
    who: Text
    source: CitationBlock
    act: Text | None = None
    all_of: tuple[LimbBlock, ...] = Field(default=(), alias="all")
    any_of: tuple[LimbBlock, ...] = Field(default=(), alias="any")
    factors: tuple[LimbBlock, ...] = ()
    choice: tuple[LimbBlock, ...] = ()
    duty: DutyWord | None = None
    follows: tuple[Id, ...] = ()
    definitions: dict[Id, Text] = Field(default_factory=dict)
    either: tuple[Id, ...] = ()
    either_says: Text | None = None
    either_asks: Text | None = None
    either_name: Text | None = None
    window: Id | None = None
    same_as: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CaseBlock:
    """A worked case for a test, printed on the page and run as a test: facts given, and the outcome expected."""

    title: Text
    test: Id
    given: dict[Id, Literal["yes", "no", "unknown"]]
    expect: Literal["met", "not-met", "not-known", "weigh"]
    note: Text | None = None


RuleBlock: TypeAlias = DatedBlock | PromptBlock | GapBlock
AnyBlock: TypeAlias = RuleBlock | MentionBlock | TestBlock | CaseBlock | ExampleBlock
BLOCKS: dict[str, type[AnyBlock]] = {
    "deadline": DatedBlock,
    "retention": DatedBlock,
    "lookback": DatedBlock,
    "prompt": PromptBlock,
    "gap": GapBlock,
    "mention": MentionBlock,
    "test": TestBlock,
    "case": CaseBlock,
    "example": ExampleBlock,
}


PHRASES = {
    ("within", "after"): Direction.AFTER,
    ("within", "from_and_including"): Direction.FROM_AND_INCLUDING,
    ("no_later_than", "before"): Direction.BEFORE,
    ("at_least", "before"): Direction.BEFORE,
    ("kept_for_at_least", "start"): Direction.KEPT,
    ("any_date_in_the", "before"): Direction.WINDOW,
    ("on_the_same_day_as",): Direction.SAME_DAY,
}
DATED = {"deadline", "retention", "lookback"}


def phrase(clock: ClockBlock) -> tuple[str, ...]:
    """Return the names of the keys that a clock uses, length first."""
    return tuple(field.name for field in fields(clock) if getattr(clock, field.name) is not None)


def limbs_of(test: TestBlock) -> dict[Shape, tuple[LimbBlock, ...]]:
    """Return a test's limbs by the shapes under which it has any; a sound test has them under one."""
    held = {Shape.ALL: test.all_of, Shape.ANY: test.any_of, Shape.FACTORS: test.factors, Shape.CHOICE: test.choice}
    return {shape: limbs for shape, limbs in held.items() if limbs}


def length_of(clock: ClockBlock) -> Period | None:
    """Return the length of time that a clock names; None for one that runs to the same day."""
    lengths = (clock.within, clock.no_later_than, clock.at_least, clock.kept_for_at_least, clock.any_date_in_the)
    return next((length for length in lengths if length), None)


def event_of(clock: ClockBlock) -> str:
    """Return the event that a clock names; a clock whose phrase is one of `PHRASES` names just one."""
    events = (clock.after, clock.before, clock.start, clock.from_and_including, clock.on_the_same_day_as)
    (event,) = (event for event in events if event)
    return event
