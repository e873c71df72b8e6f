"""What an editor may write: each dataclass is the schema of one YAML block, and its docstring the editor's help.

A key is the field's name unless an alias says otherwise ('no later than'). Nothing else is accepted.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Discriminator, Field, Strict, StringConstraints, Tag
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError

from calculators.records import AllOf, AnyOf, Condition, Duty, Is, Not, Period, Read, Unit

STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)
HTML = re.compile(r"<[A-Za-z/!?][^>\s]*>?")  # where a browser begins to read a tag, a comment or the like


def plain(value: str) -> str:
    """Return a text that has no HTML: some texts become titles, which the theme prints as they stand."""
    if found := HTML.search(value):
        raise PydanticCustomError("html", "'{found}' is HTML; write plain words", {"found": found[0]})
    return value


Id: TypeAlias = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text: TypeAlias = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1), AfterValidator(plain)
]
Day: TypeAlias = Annotated[date, Strict()]
PARTIAL = re.compile(r"[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?")
PERIOD = re.compile(r"([1-9][0-9]{0,3}) (clear )?(working day|day|week|month|year)(s?)")
LONGEST = {Unit.YEAR: 100, Unit.MONTH: 1200}  # further than any guidance reaches, and short of the calendar's end
URL = re.compile(r"https?://[^\s/<>\"]+\.[^\s<>\"]+")
YEARS = range(1800, 2100)


def partial_date(value: object) -> str:
    """Return a date, a month ('2021-09') or a year (2017) as text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if PARTIAL.fullmatch(str(value)):
        return str(value)
    raise PydanticCustomError("partial_date", "write a date such as 2023-12-15, a month such as 2021-09 or a year")


def period(value: object) -> Period:
    """Return the period that words such as '5 working days' name."""
    found = PERIOD.fullmatch(str(value))
    if not found:
        raise PydanticCustomError("period", "write a length such as 5 working days, 7 clear days, 6 months or 1 year")
    length, clear, unit, plural = found.groups()
    if (length == "1") == bool(plural):
        raise PydanticCustomError("period", f"write {length} {clear or ''}{unit}{'' if length == '1' else 's'}")
    if clear and unit != "day":
        raise PydanticCustomError("period", "only days can be clear: write clear days, or leave 'clear' out")
    if int(length) > LONGEST.get(Unit(unit), 9999):
        raise PydanticCustomError("period", "no period is longer than 100 years; check the number")
    return Period(length=int(length), unit=Unit(unit), clear=bool(clear))


def condition(value: object) -> Condition:
    """Return the condition that a fact, or a mapping of one of `all`, `any`, `not`, `presumed`, stands for."""
    if isinstance(value, str):
        return Is(value)
    if isinstance(value, dict) and len(value) == 1:
        ((word, inner),) = value.items()
        if word == "presumed" and isinstance(inner, str):
            return Is(inner, presumed=True)
        if word == "not":
            return Not(condition(inner))
        if word in {"all", "any"} and isinstance(inner, list) and len(inner) > 1:
            parts = tuple(condition(part) for part in inner)
            return AllOf(parts) if word == "all" else AnyOf(parts)
    raise PydanticCustomError(
        "condition", "write a fact, {all: [two or more]}, {any: [two or more]}, {not: one} or {presumed: fact}"
    )


def skipped(value: object) -> date | int:
    """Return what was passed over: a bank holiday's date, or the number of weekend days."""
    if type(value) is date or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
        return value
    raise PydanticCustomError("skipped", "write the bank holiday's date, or for weekend days how many there were")


def year(value: object) -> int:
    """Return the year in which a text was published."""
    if isinstance(value, int) and not isinstance(value, bool) and value in YEARS:
        return value
    raise PydanticCustomError("year", "write a year such as 2018, without quotation marks")


def url(value: object) -> str:
    """Return a web address."""
    if isinstance(value, str) and URL.fullmatch(value.strip()):
        return value.strip()
    raise PydanticCustomError("url", "write the whole address, beginning with https://")


def from_words(kind: type[Any]) -> BeforeValidator:
    """Return a reader of an enumeration by its words."""

    def read(value: object) -> Any:  # noqa: ANN401 - pydantic checks what comes out
        try:
            return kind(value)
        except ValueError:
            words = ", ".join(str(one) for one in kind)
            raise PydanticCustomError("words", "write one of: {words}", {"words": words}) from None

    return BeforeValidator(read)


PartialDate: TypeAlias = Annotated[str, BeforeValidator(partial_date)]
PeriodWords: TypeAlias = Annotated[Period, BeforeValidator(period)]
ConditionWords: TypeAlias = Annotated[Condition, BeforeValidator(condition)]
DutyWord: TypeAlias = Annotated[Duty, from_words(Duty)]
ReadWord: TypeAlias = Annotated[Read, from_words(Read)]
Skipped: TypeAlias = Annotated[Any, BeforeValidator(skipped)]
Year: TypeAlias = Annotated[int, BeforeValidator(year)]
Url: TypeAlias = Annotated[str, BeforeValidator(url)]
Expected: TypeAlias = Annotated[  # the tags keep a mistake in one form from being told as a mistake in the other too
    Annotated[Day, Tag("<one date>")] | Annotated[dict[Id, Day], Tag("<a date each>")],
    Discriminator(lambda value: "<a date each>" if isinstance(value, dict) else "<one date>"),
]


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
    """A text the edition rests on. `read` says how much of it we read: whole, part or none."""

    title: Text
    publisher: Text
    read: ReadWord
    year: Year | None = None
    url: Url | None = None
    licence: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FrontMatter:
    """What an edition is.

    `transition` says what becomes of reviews under way when the edition changes. Where days between this edition and the
    one before or after it are covered by both or by neither, and the note speaks of that, `transition_covers` names the other.
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
    """One arguable way to read a rule, with its own source; its clock's keys stand beside these."""

    source: CitationBlock
    duty: DutyWord | None = None
    note: Text | None = None
    applies_when: Text | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DatedBlock:
    """A deadline, retention or lookback: either its clock's keys stand beside these, or it has `readings`."""

    id: Id
    action: Text
    who: Text
    source: CitationBlock
    to: tuple[Id, ...] = ()
    duty: DutyWord | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PromptBlock:
    """Something to do at a moment for which the source gives words but no number: `when` says them."""

    id: Id
    action: Text
    who: Text
    source: CitationBlock
    when: Text
    event: Id | None = None
    to: tuple[Id, ...] = ()
    duty: DutyWord | None = None
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

    `follows` names the rules of this edition whose clocks it brings. `definitions` gives this edition's own meaning of a
    fact. `either` names tests of which one is met whatever the unknown facts turn out to be, and `either_says` what then
    to tell the reader.
    """

    id: Id
    question: Text
    outcome: Text
    who: Text
    source: CitationBlock
    all_of: tuple[LimbBlock, ...] = Field(default=(), alias="all")
    any_of: tuple[LimbBlock, ...] = Field(default=(), alias="any")
    factors: tuple[LimbBlock, ...] = ()
    choice: tuple[LimbBlock, ...] = ()
    duty: DutyWord | None = None
    follows: tuple[Id, ...] = ()
    definitions: dict[Id, Text] = Field(default_factory=dict)
    either: tuple[Id, ...] = ()
    either_says: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CaseBlock:
    """A worked case for a test, printed on the page and run as a test: facts given, and the outcome expected."""

    title: Text
    test: Id
    given: dict[Id, Literal["yes", "no", "unknown"]]
    expect: Literal["met", "not-met", "not-known", "weigh"]
    note: Text | None = None


BLOCKS: dict[str, Any] = {
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


@dataclass(frozen=True, kw_only=True, config=STRICT)
class EventBlock:
    """An entry of events.yml."""

    label: Text
    words: Text
    hint: Text
    follows: tuple[Id, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class FactBlock:
    """An entry of facts.yml: the question as it is asked, and a hint that helps to answer it."""

    question: Text
    hint: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class BodyBlock:
    """An entry of bodies.yml."""

    name: Text
    how: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class CalendarBlock:
    """A division of the UK with its own bank holidays, and its name in the `holidays` package."""

    name: Text
    subdivision: Literal["ENG", "NIR", "SCT", "WLS"]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class SpanBlock:
    """First and last day of the published list."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")


@dataclass(frozen=True, kw_only=True, config=STRICT)
class AmendmentBlock:
    """A bank holiday proclaimed or moved that the `holidays` package lacks or still has."""

    calendar: Id
    date: Day
    name: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class BankHolidaysBlock:
    """The whole of bank-holidays.yml."""

    first: Day = Field(alias="from")
    horizon: Day
    published: SpanBlock
    calendars: Annotated[dict[Id, CalendarBlock], Field(min_length=1)]
    names: dict[Text, Text] = Field(default_factory=dict)
    added: tuple[AmendmentBlock, ...] = ()
    removed: tuple[AmendmentBlock, ...] = ()
