// Generated from calculators/reply.py by `python build.py tables`; do not edit.

type Json = Record<string, any>;

type YesNoUnknown = "yes" | "no" | "unknown";

type State = "due" | "waiting" | "no-number" | "past-horizon";

type KindWord = "deadline" | "retention" | "lookback" | "prompt" | "gap";

type DutyWord = "must" | "should" | "expected" | "may";

type Outcome = "met" | "not-met" | "not-known" | "weigh";

type Because = "period" | "event" | "bank-holiday" | "figure" | "rule-gone" | "not-known";

/** Where something stands, and how it is known. */
type SourceReply = {
  ref: string;
  title: string;
  place: string;
  read: "whole" | "part" | "none";
  via: string | null;
  how_known: string | null;
  url: string | null;
};

/** An event, with its date if that was given. */
type EventReply = {
  id: string;
  label: string;
  words: string;
  date: string | null;
  known: boolean;
};

/** Whom to tell, and how. */
type BodyReply = {
  id: string;
  name: string;
  how: string;
};

/** One day of a count. */
type DayReply = {
  date: string;
  day: "excluded" | "counted" | "weekend" | "holiday" | "closed" | "month";
  name: string | null;
  n: number | null;
  words: string;
};

/** A date and everything that stands beside it. */
type TimingReply = {
  due: string | null;
  until: string | null;
  last_working_day_before: string | null;
  if_closed_days_excluded: string | null;
  holidays: "published" | "projected" | null;
  count: DayReply[];
  count_if_closed_days_excluded: DayReply[];
};

/** How far off a date is, negative once past. */
type LeftReply = {
  days: number;
  working_days: number | null;
  words: string;
};

/** One reading of a rule. */
type ReadingReply = {
  due: string | null;
  until: string | null;
  last_working_day_before: string | null;
  if_closed_days_excluded: string | null;
  holidays: "published" | "projected" | null;
  count: DayReply[];
  count_if_closed_days_excluded: DayReply[];
  id: string | null;
  label: string | null;
  event: EventReply;
  period: string;
  clock: string;
  duty: DutyWord | null;
  time_duty: DutyWord | null;
  left: LeftReply | null;
  safest: boolean;
  applies_when: string | null;
  applies: YesNoUnknown;
  notes: string[];
  source: SourceReply;
};

/** A length of time in the words of a figures file. */
type FigureReply = {
  length: number;
  unit: string;
  runs: string;
  event: string;
};

/** The dates of one reading alone: of a figure last held, or of a window that a test asks about. */
type HeldReadingReply = {
  id: string | null;
  label: string | null;
  event: EventReply;
  period: string;
  clock: string;
  due: string | null;
  until: string | null;
  applies: YesNoUnknown;
  source: SourceReply;
  figure: FigureReply | null;
};

/** A date by the last figure held, with the readings that agree on it. `off`: how far off it is, if that figure still applies.

`counts` has the days of each way in which these readings come to it. */
type HeldDateReply = {
  due: string;
  labels: string[];
  off: LeftReply | null;
  counts: DayReply[][];
};

/** The last figure that an earlier edition gave, and the date if it still applies: never a due date, to be checked.

`dates` has each date that it may come to, once, soonest first. */
type LastHeldReply = {
  edition: string;
  rule: string;
  guidance: string;
  kind: KindWord;
  period: string;
  clock: string;
  due: string | null;
  event: EventReply | null;
  figure: FigureReply | null;
  holidays: "published" | "projected" | null;
  readings: HeldReadingReply[];
  dates: HeldDateReply[];
  waits: string[];
  source: SourceReply;
  sources: SourceReply[];
  words: string;
};

/** Whose figure fills a gap. */
type SuppliedReply = {
  by: string;
  role: string;
  read_on: string;
  source: string;
  place: string;
  words: string;
};

/** When an act was done, and how many calendar days late; negative if early, null if no date is known. */
type DoneReply = {
  date: string;
  days: number | null;
};

/** One rule of a plan. */
type RuleReply = {
  due: string | null;
  until: string | null;
  last_working_day_before: string | null;
  if_closed_days_excluded: string | null;
  holidays: "published" | "projected" | null;
  count: DayReply[];
  count_if_closed_days_excluded: DayReply[];
  rule: string;
  topic: string;
  kind: KindWord;
  state: State;
  settled: boolean;
  applies: YesNoUnknown;
  because_facts: string[];
  because_tests: string[];
  because_words: string[];
  at_once: boolean;
  action: string;
  who: string;
  to: string[];
  bodies: BodyReply[];
  duty: DutyWord | null;
  time_duty: DutyWord | null;
  period: string | null;
  words: string | null;
  clock: string | null;
  event: EventReply | null;
  left: LeftReply | null;
  readings: ReadingReply[];
  last_held: LastHeldReply | null;
  supplied: SuppliedReply | null;
  done: DoneReply | null;
  notes: string[];
  source: SourceReply;
};

/** The days between the last date given and an act's latest day; negative if the two conflict. */
type SlackReply = {
  days: number;
  working_days: number | null;
  words: string;
};

/** An act that must be done before the event from which a plan counts back, with its latest day. */
type BackStepReply = {
  rule: string;
  action: string;
  who: string;
  by: string;
  applies: YesNoUnknown;
  done: string | null;
  slack: SlackReply | null;
};

/** A day that was given, such as publication, and what must be done by when before it.

`since`: the last date given of what leads to that day, from which the time for each act is counted. */
type BackPlanReply = {
  event: EventReply;
  since: EventReply | null;
  words: string;
  steps: BackStepReply[];
};

/** An answer as a file to carry away. */
type FileReply = {
  name: string;
  type: string;
  text: string;
};

/** A rule whose date is another than when a case was saved. */
type MovedReply = {
  rule: string;
  was: string;
  now: string | null;
  because: Because;
};

/** What was decided on a test, as it is kept with a case. */
type DecisionReply = {
  test: string;
  outcome: Outcome;
  on: string;
  facts: Record<string, YesNoUnknown>;
};

/** What was given of a case, as it was understood. */
type AskedReply = {
  events: Record<string, string>;
  facts: Record<string, YesNoUnknown>;
  done: Record<string, string>;
  closed: string[];
  figures: Json | null;
  own: Record<string, string>[];
  notes: string;
  decisions: DecisionReply[];
  words: string[];
};

/** An event that is dated before one that it follows, in the words of the warning. */
type OutOfOrderReply = {
  event: string;
  words: string;
};

/** What is due when. `open`: facts not known that could still change what applies or what a test comes to.

The keys of the second half stand only where they were asked for. `compared`: which dates of a saved case were compared,
and what came of it, in words. */
type PlanReply = {
  format: number;
  edition: string;
  guidance: string;
  superseded_by: string | null;
  calendar: string;
  working_day: string;
  release: string;
  content: string;
  checked: string;
  today: string | null;
  reference: string | null;
  asked: AskedReply;
  warnings: string[];
  out_of_order: OutOfOrderReply[];
  dates: RuleReply[];
  back: BackPlanReply[];
  open: string[];
  made?: string;
  tests?: TestReply[];
  alternatives?: AlternativesReply[];
  file?: FileReply;
  moved?: MovedReply[];
  compared?: string;
};

/** One of several limits that texts, or readings of one, set for an act of a case in a list. */
type ActReadingReply = {
  label: string | null;
  clock: string;
  due: string | null;
  left: LeftReply | null;
  note: string | null;
};

/** One dated act of a case in a list. It is open while it applies or may apply, is a deadline and is not done.

`first`: by which date it comes in its turn and is overdue; its own, or of what is to be done at once the first of its `readings`. */
type ActReply = {
  rule: string;
  kind: KindWord;
  action: string;
  who: string;
  at_once: boolean;
  words: string | null;
  due: string | null;
  until: string | null;
  settled: boolean;
  applies: YesNoUnknown;
  done: DoneReply | null;
  left: LeftReply | null;
  supplied: string | null;
  open: boolean;
  first: string | null;
  overdue: boolean;
  this_week: boolean;
  readings: ActReadingReply[];
};

/** An act whose figure in force is not held: the date if the last figure held still held, to be checked, never due nor overdue.

It is open if it is a deadline; `passed` and `this_week` say where the date of such a one lies. */
type CheckReply = {
  rule: string;
  action: string;
  who: string;
  due: string;
  words: string;
  settled: boolean;
  applies: YesNoUnknown;
  open: boolean;
  passed: boolean;
  this_week: boolean;
};

/** What moved in a case of a list, with the act, and the move in words. */
type MovedActReply = {
  rule: string;
  was: string;
  now: string | null;
  because: Because;
  action: string;
  words: string;
};

/** One case of a list. `next` is the first open act, what is to be done at once before it; never one of `to_check`. */
type CaseReply = {
  line: number | null;
  reference: string | null;
  edition: string;
  guidance: string;
  superseded_by: string | null;
  saved: string | null;
  next: ActReply | null;
  overdue: number;
  this_week: number;
  to_check: CheckReply[];
  dates: ActReply[];
  moved: MovedActReply[];
  warnings: string[];
};

/** A week, from its Monday to its Sunday. */
type WeekReply = {
  first: string;
  last: string;
};

/** A fact as it was asked, with its answer. */
type FactReply = {
  value: YesNoUnknown;
  question: string;
};

/** One part of a test. */
type LimbReply = {
  text: string;
  value: YesNoUnknown;
  source: SourceReply;
};

/** A rule that a met test brings. */
type FollowsReply = {
  rule: string;
  action: string;
  when: string;
};

/** The look-back that a test's facts ask about, with its dates as far as they are known. */
type WindowReply = {
  rule: string;
  action: string;
  readings: HeldReadingReply[];
};

/** What a test comes to. `then`: what follows if it is met, or what the weighing is for. */
type TestReply = {
  edition: string;
  guidance: string;
  test: string;
  question: string;
  outcome: Outcome;
  outcome_words: string;
  then: string;
  who: string;
  duty: DutyWord | null;
  because: string[];
  would_change: string[];
  facts: Record<string, FactReply>;
  limbs: LimbReply[];
  follows: FollowsReply[];
  window: WindowReply | null;
  notes: string[];
  source: SourceReply;
};

/** One outcome of a question that several tests answer between them, and its own words for what is certain before. */
type AlternativeReply = {
  test: string;
  name: string;
  outcome: Outcome;
  says: string | null;
};

/** One question to which several tests are the outcomes, and the outcome that none of them is met.

`outcome` names the test that is met; it is 'neither' if none is, and 'not-known' while that turns on facts not known.
`says` is what is to be told while it is certain that one of them is met, but not which. */
type AlternativesReply = {
  question: string;
  outcome: string;
  words: string;
  says: string | null;
  window: WindowReply | null;
  tests: AlternativeReply[];
};

/** One test's answer, as a decision record as well where that was asked for. */
type CriteriaReply = {
  edition: string;
  guidance: string;
  test: string;
  question: string;
  outcome: Outcome;
  outcome_words: string;
  then: string;
  who: string;
  duty: DutyWord | null;
  because: string[];
  would_change: string[];
  facts: Record<string, FactReply>;
  limbs: LimbReply[];
  follows: FollowsReply[];
  window: WindowReply | null;
  notes: string[];
  source: SourceReply;
  format: number;
  release: string;
  content: string;
  checked: string;
  today: string | null;
  reference: string | null;
  warnings: string[];
  file?: FileReply;
};

/** Every test of a nation's edition in force, on the same facts. */
type NationReply = {
  nation: string;
  name: string;
  edition: string | null;
  guidance: string | null;
  held: string;
  tests: TestReply[];
};

/** A fact, and every test of those shown that asks about it. */
type UsedReply = {
  id: string;
  used_by: string[];
};

/** The four nations on one set of facts, as a decision record as well where that was asked for. */
type NationsReply = {
  format: number;
  release: string;
  content: string;
  checked: string;
  today: string | null;
  reference: string | null;
  warnings: string[];
  on: string;
  nations: NationReply[];
  facts: UsedReply[];
  file?: FileReply;
};

/** A step of working days, or how many lie between two days. */
type WorkdaysReply = {
  format: number;
  release: string;
  content: string;
  calendar: string;
  words: string;
  date: string;
  working_days: number;
  holidays: "published" | "projected" | null;
  count: DayReply[];
};

/** What one length of time comes to. */
type PeriodReply = {
  format: number;
  release: string;
  content: string;
  calendar: string;
  words: string;
  clock: string;
  due: string;
  until: string | null;
  last_working_day_before: string | null;
  holidays: "published" | "projected" | null;
  count: DayReply[];
  notes: string[];
};

/** First and last day of an edition, each perhaps only a month or a year. */
type InForceReply = {
  from: string;
  from_is: string;
  to: string | null;
  to_is: string | null;
};

/** What is held of an edition. */
type EditionReply = {
  edition: string;
  nation: string;
  review: string;
  guidance: string;
  in_force: InForceReply;
  in_words: string;
  status: "current" | "superseded" | "ahead";
  status_on: string;
  superseded_by: string | null;
  coverage: "whole" | "partial" | "stub";
  coverage_note: string;
  transition: string | null;
  checked: string;
  review_by: string;
  rules: string[];
};

/** Which editions govern in a nation on a day, and why. */
type GovernsReply = {
  nation: string;
  on: string;
  editions: string[];
  reason: string;
};

/** What is held, and what governs on a day. */
type EditionsReply = {
  format: number;
  release: string;
  content: string;
  editions: EditionReply[];
  governs: GovernsReply[];
};

/** Everything that is held, for machines: each record's fields, as the schema beside the file describes them. */
type RulesReply = {
  format: number;
  release: string;
  content: string;
  checked: string;
  nations: Record<string, string>;
  topics: Record<string, string>;
  events: Json;
  facts: Json;
  bodies: Json;
  editions: Json[];
  figures: Json;
};

/** One thing that cannot be used, and what to write. */
type ErrorReply = {
  field: string | null;
  message: string;
};

/** A case of a list that cannot be read, and why: on which line, if it is a table's, and under which name. */
type UnreadReply = {
  line: number | null;
  reference: string | null;
  errors: ErrorReply[];
};

/** The cases of a list, in the order in which they were given. */
type CasesReply = {
  format: number;
  release: string;
  content: string;
  today: string;
  week: WeekReply;
  cases: (CaseReply | UnreadReply)[];
};

/** A row of a table as read: the line on which it starts, and its cells or why it has none. */
type TableRowReply = {
  line: number;
  cells: string[];
  reason: string | null;
};

/** A table of many cases, cut into its rows. */
type TableReply = {
  format: number;
  release: string;
  content: string;
  columns: string[];
  rows: TableRowReply[];
};

/** Cells as a file for a spreadsheet. */
type CellsReply = {
  format: number;
  release: string;
  content: string;
  file: FileReply;
};

/** What stands beside every answer: each ISO date in it, with the date in words. */
type InFullReply = {
  in_full: Record<string, string>;
};

/** Everything that cannot be used. */
type ErrorsReply = {
  errors: ErrorReply[];
};

type Reply = PlanReply | CriteriaReply | NationsReply | WorkdaysReply | PeriodReply | EditionsReply | RulesReply | CasesReply | TableReply | CellsReply;
