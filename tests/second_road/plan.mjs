// A second planner, written from the published schema and the rules of counting alone: no line of the calculators is
// used here, and none was translated. It reads rules.json and a list of bank holidays, then one case a line from
// standard input ({edition, events, facts, done, closed}), and answers each with one line: the members of a plan's
// `dates` that a case can change.
//
//   node plan.mjs rules.json bank-holidays.json < cases.jsonl > plans.jsonl

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const DAY = 86_400_000;
const [rulesPath, holidaysPath] = process.argv.slice(2);
const rules = JSON.parse(readFileSync(rulesPath, "utf8"));
const { calendars, first, last } = JSON.parse(readFileSync(holidaysPath, "utf8"));
const holidays = Object.fromEntries(Object.entries(calendars).map(([name, days]) => [name, new Set(days)]));
const editions = new Map(rules.editions.map((edition) => [edition.id, edition]));

// Dates are ISO strings outside and counts of days since 1970 inside.
const toDay = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const toIso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const isWeekend = (day) => [0, 6].includes(new Date(day * DAY).getUTCDay());

/** The days on which one edition's clock does not run, with the days that the reader's office is closed, or without. */
const restOf = (edition, closed = new Set()) => (day) =>
  isWeekend(day) || holidays[edition.calendar].has(toIso(day)) || closed.has(toIso(day));

const walk = (day, count, step, isRest) => {
  let left = count;
  let at = day;
  while (left > 0) {
    at += step;
    if (!isRest(at)) left -= 1;
  }
  return at;
};

const months = (day, count) => {
  const from = new Date(day * DAY);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return first.getTime() / DAY + Math.min(from.getUTCDate(), length) - 1;
};

/** Where a reading's clock leads from a day: the last day in time, the last to keep, or the first to look at. */
const lead = ({ period, direction }, day, isRest) => {
  if (direction === "on the same day as") return day;
  const back = direction === "before" || direction === "in the time before";
  const sign = back ? -1 : 1;
  const units = period.length;
  let due;
  if (period.unit === "working day") due = walk(day, units, sign, isRest);
  else if (period.unit === "month") due = months(day, sign * units);
  else if (period.unit === "year") due = months(day, sign * 12 * units);
  else due = day + sign * units * (period.unit === "week" ? 7 : 1);
  if (period.clear) due += sign;
  if (direction === "from and including") due -= 1;
  return due;
};

// Three answers: true, false, and null for not known.
const not = (value) => (value === null ? null : !value);
const all = (values) => (values.includes(false) ? false : values.includes(null) ? null : true);
const any = (values) => (values.includes(true) ? true : values.includes(null) ? null : false);
const given = { yes: true, no: false };

const holds = (condition, edition, { facts, events }) => {
  const inner = (part) => holds(part, edition, { facts, events });
  if (condition.fact) return given[facts[condition.fact]] ?? null;
  if (condition.presumed) return given[facts[condition.presumed]] ?? true;
  if (condition.not) return not(inner(condition.not));
  if (condition.all) return all(condition.all.map(inner));
  if (condition.any) return any(condition.any.map(inner));
  if (condition.event) return condition.event in events ? true : null;
  const test = edition.tests.find(({ id }) => id === condition.test);
  const limbs = test.limbs.map(({ when }) => inner(when));
  return test.shape === "all" ? all(limbs) : any(limbs);
};

/** The first day on which an event can have happened: none of those that it follows came after it. */
const earliest = (event, events, seen = new Set()) => {
  if (seen.has(event)) return -Infinity;
  seen.add(event);
  return Math.max(
    -Infinity,
    ...rules.events[event].follows.map((before) => (before in events ? toDay(events[before]) : earliest(before, events, seen))),
  );
};

const named = (day) => (day === null ? null : toIso(day));

/** Whether a count by working days leaves the years whose bank holidays are held; plain days are never refused. */
const isPast = ({ period }, day) => period.unit === "working day" && (day > toDay(last) || day < toDay(first));

/** One rule's dates from the events of a case; `settled` says that no missing event could make a deadline earlier. */
const count = (rule, edition, { events, closed }) => {
  const isRest = restOf(edition);
  const readings = rule.readings.map((reading) => {
    const known = reading.event in events;
    const due = known ? lead(reading, toDay(events[reading.event]), isRest) : null;
    const past = due !== null && isPast(reading, due);
    return { reading, known, past, due: past ? null : due };
  });
  const held = readings.filter(({ due }) => due !== null);
  if (rule.kind === "gap" || rule.kind === "prompt") return { readings, held, chosen: null, settled: false };
  if (!held.length) return { readings, held, chosen: null, settled: false };
  const later = rule.kind === "retention";
  const chosen = held.reduce((best, one) => ((later ? one.due > best.due : one.due < best.due) ? one : best));
  const settled = readings.every(({ reading, known, past }) => {
    if (known) return !(past && reading.direction === "before"); // a date before all that is held would be the earlier
    if (rule.kind !== "deadline") return false;
    const first = earliest(reading.event, events);
    return first !== -Infinity && lead(reading, first, isRest) >= chosen.due;
  });
  const excluded =
    chosen.reading.period.unit === "working day" && closed.length
      ? lead(chosen.reading, toDay(events[chosen.reading.event]), restOf(edition, new Set(closed)))
      : null;
  return { readings, held, chosen, settled, excluded };
};

const lastHeld = (rule, { events }) => {
  if (!rule.last_held) return null;
  const [id, name] = rule.last_held.split("#");
  const edition = editions.get(id);
  const { chosen } = count(edition.rules.find((one) => one.id === name), edition, { events, closed: [] });
  return { due: chosen ? named(chosen.due) : null };
};

const answerFor = (rule, edition, given) => {
  const { readings, held, chosen, settled, excluded } = count(rule, edition, given);
  const windows = rule.kind === "lookback";
  const alternatives = windows && readings.length > 1;
  const applies = rule.applies ? holds(rule.applies, edition, given) : true;
  const done = given.done[rule.id] ?? null;
  const isNumbered = rule.kind !== "gap" && rule.kind !== "prompt";
  const due = chosen && !alternatives ? chosen.due : null;
  return {
    rule: rule.id,
    kind: rule.kind,
    state: !isNumbered ? "no-number" : held.length ? "due" : readings.some(({ past }) => past) ? "past-horizon" : "waiting",
    settled,
    due: named(due),
    until: windows && due !== null ? toIso(toDay(given.events[chosen.reading.event]) - 1) : null,
    applies: done !== null && applies === false ? "yes" : { true: "yes", false: "no", null: "unknown" }[applies],
    last_working_day_before:
      due !== null && due <= toDay(last) && !windows && restOf(edition)(due) ? toIso(walk(due, 1, -1, restOf(edition))) : null,
    if_closed_days_excluded: due === null || excluded === null ? null : named(excluded),
    done: done === null ? null : { date: done, days: due === null ? null : toDay(done) - due },
    last_held: lastHeld(rule, given),
    readings:
      rule.readings.length > 1
        ? readings.map((one) => ({
            id: one.reading.id,
            due: named(one.due),
            until: windows && one.due !== null ? toIso(toDay(given.events[one.reading.event]) - 1) : null,
            safest: one.due !== null && one.due === chosen?.due && settled && !windows,
          }))
        : [],
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  const { edition: id, events = {}, facts = {}, done = {}, closed = [] } = JSON.parse(line);
  const edition = editions.get(id);
  const dates = edition.rules.map((rule) => answerFor(rule, edition, { events, facts, done, closed }));
  process.stdout.write(`${JSON.stringify(dates)}\n`);
}
