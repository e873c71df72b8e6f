"""The JSON contract: what an answer is made of, as `answer.py` gives it. The pages' types are made from these.

Dates are ISO text. A question is JSON of any shape until `request.py` has read it.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias, TypedDict

Json: TypeAlias = dict[str, Any]  # a question before it is read

YesNoUnknown: TypeAlias = Literal["yes", "no", "unknown"]
State: TypeAlias = Literal["due", "waiting", "no-number", "past-horizon"]
KindWord: TypeAlias = Literal["deadline", "retention", "lookback", "prompt", "gap"]
DutyWord: TypeAlias = Literal["must", "should", "expected", "may"]
Outcome: TypeAlias = Literal["met", "not-met", "not-known", "weigh"]
Because: TypeAlias = Literal["period", "event", "bank-holiday", "figure", "rule-gone", "not-known"]


class SourceReply(TypedDict):
    """Where something stands, and how it is known."""

    ref: str
    title: str
    place: str
    read: Literal["whole", "part", "none"]
    via: str | None
    how_known: str | None
    url: str | None


class EventReply(TypedDict):
    """An event, with its date if that was given."""

    id: str
    label: str
    words: str
    date: str | None
    known: bool


class BodyReply(TypedDict):
    """Whom to tell, and how."""

    id: str
    name: str
    how: str


class DayReply(TypedDict):
    """One day of a count."""

    date: str
    day: Literal["excluded", "counted", "weekend", "holiday", "closed", "month"]
    name: str | None
    n: int | None
    words: str


class TimingReply(TypedDict):
    """A date and everything that stands beside it."""

    due: str | None
    until: str | None
    last_working_day_before: str | None
    if_closed_days_excluded: str | None
    holidays: Literal["published", "projected"] | None
    count: list[DayReply]
    count_if_closed_days_excluded: list[DayReply]


class LeftReply(TypedDict):
    """How far off a date is, negative once past."""

    days: int
    working_days: int | None
    words: str


class ReadingReply(TimingReply):
    """One reading of a rule."""

    id: str | None
    label: str | None
    event: EventReply
    period: str
    clock: str
    duty: DutyWord | None
    time_duty: DutyWord | None
    left: LeftReply | None
    safest: bool
    applies_when: str | None
    applies: YesNoUnknown
    notes: list[str]
    source: SourceReply


class FigureReply(TypedDict):
    """A length of time in the words of a figures file."""

    length: int
    unit: str
    runs: str
    event: str


class HeldReadingReply(TypedDict):
    """The dates of one reading alone: of a figure last held, or of a window that a test asks about."""

    id: str | None
    label: str | None
    event: EventReply
    period: str
    clock: str
    due: str | None
    until: str | None
    applies: YesNoUnknown
    source: SourceReply
    figure: FigureReply | None


class HeldDateReply(TypedDict):
    """A date by the last figure held, with the readings that agree on it. `off`: how far off it is, if that figure still applies.

    `counts` has the days of each way in which these readings come to it.
    """

    due: str
    labels: list[str]
    off: LeftReply | None
    counts: list[list[DayReply]]


class LastHeldReply(TypedDict):
    """The last figure that an earlier edition gave, and the date if it still applies: never a due date, to be checked.

    `dates` has each date that it may come to, once, soonest first.
    """

    edition: str
    rule: str
    guidance: str
    kind: KindWord
    period: str
    clock: str
    due: str | None
    event: EventReply | None
    figure: FigureReply | None
    holidays: Literal["published", "projected"] | None
    readings: list[HeldReadingReply]
    dates: list[HeldDateReply]
    waits: list[str]
    source: SourceReply
    sources: list[SourceReply]
    words: str


class SuppliedReply(TypedDict):
    """Whose figure fills a gap."""

    by: str
    role: str
    read_on: str
    source: str
    place: str
    words: str


class DoneReply(TypedDict):
    """When an act was done, and how many calendar days late; negative if early, null if no date is known."""

    date: str
    days: int | None


class RuleReply(TimingReply):
    """One rule of a plan."""

    rule: str
    topic: str
    kind: KindWord
    state: State
    settled: bool
    applies: YesNoUnknown
    because_facts: list[str]
    because_tests: list[str]
    because_words: list[str]
    at_once: bool
    action: str
    who: str
    to: list[str]
    bodies: list[BodyReply]
    duty: DutyWord | None
    time_duty: DutyWord | None
    period: str | None
    words: str | None
    clock: str | None
    event: EventReply | None
    left: LeftReply | None
    readings: list[ReadingReply]
    last_held: LastHeldReply | None
    supplied: SuppliedReply | None
    done: DoneReply | None
    notes: list[str]
    source: SourceReply


class SlackReply(TypedDict):
    """The days between the last date given and an act's latest day; negative if the two conflict."""

    days: int
    working_days: int | None
    words: str


class BackStepReply(TypedDict):
    """An act that must be done before the event from which a plan counts back, with its latest day."""

    rule: str
    action: str
    who: str
    by: str
    applies: YesNoUnknown
    done: str | None
    slack: SlackReply | None


class BackPlanReply(TypedDict):
    """A day that was given, such as publication, and what must be done by when before it.

    `since`: the last date given of what leads to that day, from which the time for each act is counted.
    """

    event: EventReply
    since: EventReply | None
    words: str
    steps: list[BackStepReply]


class FileReply(TypedDict):
    """An answer as a file to carry away."""

    name: str
    type: str
    text: str


class MovedReply(TypedDict):
    """A rule whose date is another than when a case was saved."""

    rule: str
    was: str
    now: str | None
    because: Because


class DecisionReply(TypedDict):
    """What was decided on a test, as it is kept with a case."""

    test: str
    outcome: Outcome
    on: str
    facts: dict[str, YesNoUnknown]


class AskedReply(TypedDict):
    """What was given of a case, as it was understood."""

    events: dict[str, str]
    facts: dict[str, YesNoUnknown]
    done: dict[str, str]
    closed: list[str]
    figures: Json | None
    own: list[dict[str, str]]
    notes: str
    decisions: list[DecisionReply]
    words: list[str]  # dates and facts that are known, each as it is said


class OutOfOrderReply(TypedDict):
    """An event that is dated before one that it follows, in the words of the warning."""

    event: str
    words: str


class _Plan(TypedDict):
    format: int
    edition: str
    guidance: str
    superseded_by: str | None
    calendar: str
    working_day: str
    release: str
    content: str
    checked: str
    today: str | None
    reference: str | None
    asked: AskedReply
    warnings: list[str]
    out_of_order: list[OutOfOrderReply]
    dates: list[RuleReply]
    back: list[BackPlanReply]
    open: list[str]


class PlanReply(_Plan, total=False):
    """What is due when. `open`: facts not known that could still change what applies or what a test comes to.

    The keys of the second half stand only where they were asked for. `compared`: which dates of a saved case were compared,
    and what came of it, in words.
    """

    made: str
    tests: list[TestReply]
    alternatives: list[AlternativesReply]
    file: FileReply
    moved: list[MovedReply]
    compared: str


class ActReadingReply(TypedDict):
    """One of several limits that texts, or readings of one, set for an act of a case in a list."""

    label: str | None
    clock: str
    due: str | None
    left: LeftReply | None
    note: str | None


class ActReply(TypedDict):
    """One dated act of a case in a list. It is open while it applies or may apply, is a deadline and is not done.

    `first`: by which date it comes in its turn and is overdue; its own, or of what is to be done at once the first of its `readings`.
    """

    rule: str
    kind: KindWord
    action: str
    who: str
    at_once: bool
    words: str | None
    due: str | None
    until: str | None
    settled: bool
    applies: YesNoUnknown
    done: DoneReply | None
    left: LeftReply | None
    supplied: str | None
    open: bool
    first: str | None
    overdue: bool
    this_week: bool
    readings: list[ActReadingReply]


class CheckReply(TypedDict):
    """An act whose figure in force is not held: the date if the last figure held still held, to be checked, never due nor overdue.

    It is open if it is a deadline; `passed` and `this_week` say where the date of such a one lies.
    """

    rule: str
    action: str
    who: str
    due: str
    words: str
    settled: bool
    applies: YesNoUnknown
    open: bool
    passed: bool
    this_week: bool


class MovedActReply(MovedReply):
    """What moved in a case of a list, with the act, and the move in words."""

    action: str
    words: str


class CaseReply(TypedDict):
    """One case of a list. `next` is the first open act, what is to be done at once before it; never one of `to_check`."""

    line: int | None
    reference: str | None
    edition: str
    guidance: str
    superseded_by: str | None
    saved: str | None
    next: ActReply | None
    overdue: int
    this_week: int
    to_check: list[CheckReply]
    dates: list[ActReply]
    moved: list[MovedActReply]
    warnings: list[str]


class WeekReply(TypedDict):
    """A week, from its Monday to its Sunday."""

    first: str
    last: str


class FactReply(TypedDict):
    """A fact as it was asked, with its answer."""

    value: YesNoUnknown
    question: str


class LimbReply(TypedDict):
    """One part of a test."""

    text: str
    value: YesNoUnknown
    source: SourceReply


class FollowsReply(TypedDict):
    """A rule that a met test brings."""

    rule: str
    action: str
    when: str


class WindowReply(TypedDict):
    """The look-back that a test's facts ask about, with its dates as far as they are known."""

    rule: str
    action: str
    readings: list[HeldReadingReply]


class TestReply(TypedDict):
    """What a test comes to. `then`: what follows if it is met, or what the weighing is for."""

    edition: str
    guidance: str
    test: str
    question: str
    outcome: Outcome
    outcome_words: str
    then: str
    who: str
    duty: DutyWord | None
    because: list[str]
    would_change: list[str]
    facts: dict[str, FactReply]
    limbs: list[LimbReply]
    follows: list[FollowsReply]
    window: WindowReply | None
    notes: list[str]
    source: SourceReply


class AlternativeReply(TypedDict):
    """One outcome of a question that several tests answer between them, and its own words for what is certain before."""

    test: str
    name: str
    outcome: Outcome
    says: str | None


class AlternativesReply(TypedDict):
    """One question to which several tests are the outcomes, and the outcome that none of them is met.

    `outcome` names the test that is met; it is 'neither' if none is, and 'not-known' while that turns on facts not known.
    `says` is what is to be told while it is certain that one of them is met, but not which.
    """

    question: str
    outcome: str
    words: str
    says: str | None
    window: WindowReply | None
    tests: list[AlternativeReply]


class _Stamp(TypedDict):
    format: int
    release: str
    content: str


class _Decided(_Stamp):
    """What stands in every answer that may be kept as a decision record."""

    checked: str
    today: str | None
    reference: str | None
    warnings: list[str]


class _Criteria(TestReply, _Decided):
    pass


class CriteriaReply(_Criteria, total=False):
    """One test's answer, as a decision record as well where that was asked for."""

    file: FileReply


class NationReply(TypedDict):
    """Every test of a nation's edition in force, on the same facts."""

    nation: str
    name: str
    edition: str | None
    guidance: str | None
    held: str
    tests: list[TestReply]


class UsedReply(TypedDict):
    """A fact, and every test of those shown that asks about it."""

    id: str
    used_by: list[str]


class _Nations(_Decided):
    on: str
    nations: list[NationReply]
    facts: list[UsedReply]


class NationsReply(_Nations, total=False):
    """The four nations on one set of facts, as a decision record as well where that was asked for."""

    file: FileReply


class WorkdaysReply(_Stamp):
    """A step of working days, or how many lie between two days."""

    calendar: str
    words: str
    date: str
    working_days: int
    holidays: Literal["published", "projected"] | None
    count: list[DayReply]


class PeriodReply(_Stamp):
    """What one length of time comes to."""

    calendar: str
    words: str
    clock: str
    due: str
    until: str | None
    last_working_day_before: str | None
    holidays: Literal["published", "projected"] | None
    count: list[DayReply]
    notes: list[str]


InForceReply = TypedDict(  # by a call, since 'from' is no name in Python
    "InForceReply", {"from": str, "from_is": str, "to": str | None, "to_is": str | None}
)
InForceReply.__doc__ = "First and last day of an edition, each perhaps only a month or a year."


class EditionReply(TypedDict):
    """What is held of an edition."""

    edition: str
    nation: str
    review: str
    guidance: str
    in_force: InForceReply
    in_words: str
    status: Literal["current", "superseded", "ahead"]
    status_on: str  # the ISO day as of which that is so
    superseded_by: str | None
    coverage: Literal["whole", "partial", "stub"]
    coverage_note: str
    transition: str | None
    checked: str
    review_by: str
    rules: list[str]


class GovernsReply(TypedDict):
    """Which editions govern in a nation on a day, and why."""

    nation: str
    on: str
    editions: list[str]
    reason: str


class EditionsReply(_Stamp):
    """What is held, and what governs on a day."""

    editions: list[EditionReply]
    governs: list[GovernsReply]


class RulesReply(_Stamp):
    """Everything that is held, for machines: each record's fields, as the schema beside the file describes them."""

    checked: str
    nations: dict[str, str]
    topics: dict[str, str]
    events: Json
    facts: Json
    bodies: Json
    editions: list[Json]
    figures: Json


class ErrorReply(TypedDict):
    """One thing that cannot be used, and what to write."""

    field: str | None
    message: str


class UnreadReply(TypedDict):
    """A case of a list that cannot be read, and why: on which line, if it is a table's, and under which name."""

    line: int | None
    reference: str | None
    errors: list[ErrorReply]


class CasesReply(_Stamp):
    """The cases of a list, in the order in which they were given."""

    today: str
    week: WeekReply
    cases: list[CaseReply | UnreadReply]


class TableRowReply(TypedDict):
    """A row of a table as read: the line on which it starts, and its cells or why it has none."""

    line: int
    cells: list[str]
    reason: str | None


class TableReply(_Stamp):
    """A table of many cases, cut into its rows."""

    columns: list[str]
    rows: list[TableRowReply]


class CellsReply(_Stamp):
    """Cells as a file for a spreadsheet."""

    file: FileReply


class InFullReply(TypedDict):
    """What stands beside every answer: each ISO date in it, with the date in words."""

    in_full: dict[str, str]


class ErrorsReply(TypedDict):
    """Everything that cannot be used."""

    errors: list[ErrorReply]


Reply: TypeAlias = (
    PlanReply
    | CriteriaReply
    | NationsReply
    | WorkdaysReply
    | PeriodReply
    | EditionsReply
    | RulesReply
    | CasesReply
    | TableReply
    | CellsReply
)
