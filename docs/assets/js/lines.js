// @ts-check
// Lines of days: the strip of a plan, and the readings of one rule. They only place dates that the calculator gave, with its words.
var CaseReviewLines = (() => {
  "use strict";

  const { made } = CaseReviewDom;
  const { number, column, stretch, severalYears, measured, key, dot } = CaseReviewPictures.parts;
  const PLAIN = 60; // days that a line shows as they are; a longer one leaves out what is empty
  const WIDEST = 14; // days that an empty stretch may take on such a line
  const LABELS = [24, 19]; // how wide a label of a strip may be, in parts of a hundred; the line ends as much before the right

  // ---- A line of days ----

  /** Lay days on a line: as they lie if they are few, else with long empty stretches drawn short. Places are parts of a hundred.
   * @param {string[]} dates */
  const scale = (dates) => {
    const days = [...new Set(dates)].sort().map(number);
    const whole = days[days.length - 1] - days[0];
    const stretches = days.slice(1).map((day, index) => {
      const long = day - days[index];
      const cut = whole > PLAIN && long > WIDEST;
      return { from: days[index], long, cut, drawn: cut ? WIDEST : long, start: 0 };
    });
    let total = 0;
    /** @type {Map<number, number>} */
    const places = new Map([[days[0], 0]]);
    for (const stretch of stretches) {
      stretch.start = total;
      total += stretch.drawn;
      places.set(stretch.from + stretch.long, total);
    }
    /** @param {string} date */
    const at = (date) => (100 * (places.get(number(date)) ?? 0)) / (total || 1);
    return { at, stretches, total };
  };

  /** The line itself: a mark for each day from Monday to Friday, a long one for Monday, two slanting strokes where days are left out. @param {ReturnType<typeof scale>} scaled */
  const line = ({ stretches, total }) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "cr-strip__line");
    svg.setAttribute("viewBox", `0 0 ${total || 1} 24`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", stretches.map(({ from, long, cut, drawn, start }) => (cut ? gap(start, drawn) : ticks(from, long, start))).join(""));
    svg.append(path);
    return svg;
  };

  /** @param {number} start @param {number} drawn */
  const gap = (start, drawn) => {
    const [left, right] = [start + drawn / 2 - 0.3, start + drawn / 2 + 0.3];
    return `M${start} 12H${left}M${left - 0.2} 19l.4-14M${right - 0.2} 19l.4-14M${right} 12H${start + drawn}`;
  };

  /** @param {number} from @param {number} long @param {number} start */
  const ticks = (from, long, start) => {
    const marks = Array.from({ length: long + 1 }, (_, day) => {
      const place = column(from + day);
      return place > 4 ? "" : `M${start + day} ${place ? 9 : 5}V${place ? 15 : 19}`;
    });
    return `M${start} 12H${start + long}${marks.join("")}`;
  };

  // ---- The strip of a plan ----

  /** What stands on a strip: on one day, or from one to another. @typedef {{ kind: "given" | "due" | "check", from: string, to: string, lines: string[], today?: boolean }} Mark */

  /** Draw a plan on a line of days: what was given above it, what is due below. What is to be kept or looked back on is no act, and is left out.
   * It is a list in the order of dates, which is also how it looks on a phone. Empty if nothing has a date.
   * @param {RuleReply[]} rules @param {Seen} seen */
  const strip = (rules, { say, today }) => {
    const picture = made("div", "", "cr-picture cr-strip");
    const marks = marksOf(rules, today);
    if (!marks.some((mark) => !mark.today || mark.lines.length)) return picture;
    const dates = marks.flatMap((mark) => [mark.from, mark.to]);
    const scaled = scale(dates);
    const [{ label, above, below }] = LABELS.map((label) => laid(marks, scaled.at, label)).sort((one, other) => one.height - other.height);
    const middle = Math.max(0, ...above.values()) + 1;
    const year = severalYears(dates);
    const list = measured(made("ol", "", "cr-strip__marks"), { label });
    let reached = "";
    for (const mark of marks) {
      const item = markItem(mark, say, year);
      const [up, down] = [above.get(mark) ?? 0, below.get(mark) ?? 0];
      const [at, to] = [mark.from, mark.to].map((date) => (scaled.at(date) * (100 - label)) / 100);
      measured(item, { at, long: to - at, first: middle - up, last: middle + down + 1 });
      const from = number(mark.from);
      if (reached && scaled.stretches.some((stretch) => stretch.cut && stretch.from >= number(reached) && stretch.from < from)) item.classList.add("cr-mark--after-gap");
      if (mark.to > reached) reached = mark.to;
      list.append(item);
    }
    const axis = made("li", "", "cr-strip__axis");
    axis.setAttribute("aria-hidden", "true");
    axis.append(line(scaled));
    measured(axis, { first: middle, last: middle + 1 });
    list.append(axis);
    picture.append(list, key(markSigns(marks, scaled)));
    return picture;
  };

  /** The marks of a plan in the order of their dates; what is of one kind and on the same days stands together. @param {RuleReply[]} rules @param {string | null} today */
  const marksOf = (rules, today) => {
    /** @type {Map<string, Mark>} */
    const marks = new Map();
    /** @param {Mark["kind"]} kind @param {string[]} dates @param {string} text */
    const mark = (kind, dates, text) => {
      const [from, to] = [dates[0], dates[dates.length - 1]];
      const name = `${from} ${kind === "given" ? 0 : 1} ${to} ${kind}`;
      const held = marks.get(name) ?? { kind, from, to, lines: [] };
      marks.set(name, held);
      if (text && !held.lines.includes(text)) held.lines.push(text);
      return held;
    };
    if (today) mark("given", [today], "").today = true;
    for (const rule of rules) {
      const held = rule.last_held;
      for (const event of [rule.event, ...rule.readings.map((reading) => reading.event), held?.event, ...(held?.readings ?? []).map((reading) => reading.event)]) {
        if (event?.date) mark("given", [event.date], fieldless(event.label));
      }
      const due = rule.state === "due" && isAct(rule) ? datesOf(rule) : [];
      if (due.length) mark("due", due, rule.action + asides(rule, due));
      const check = !due.length && held && isAct(held) ? datesOf(held) : [];
      if (held && check.length) mark("check", check, rule.action + asides({ ...rule, readings: held.readings }, check));
    }
    return [...marks].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  };

  /** @param {{ kind: KindWord }} rule */
  const isAct = ({ kind }) => kind !== "retention" && kind !== "lookback";

  /** Every date that a rule may fall due, soonest first. @param {{ due: string | null, readings: { due: string | null }[] }} rule */
  const datesOf = ({ due, readings }) => /** @type {string[]} */ ((readings.length ? readings.map((reading) => reading.due) : [due]).filter((date) => date !== null)).sort();

  /** What is said of an act after its name. @param {{ readings: { due: string | null }[], supplied: SuppliedReply | null, done: DoneReply | null }} rule @param {string[]} dated */
  const asides = ({ readings, supplied, done }, dated) => {
    const said = [];
    if (dated.length < readings.length) said.push(`${dated.length} of ${readings.length} readings dated`);
    else if (dated[0] !== dated[dated.length - 1]) said.push(`${readings.length} readings`);
    if (supplied) said.push("figure from your copy");
    if (done) said.push("done");
    return said.length ? ` (${said.join(", ")})` : "";
  };

  /** An event by its field's label, without 'Date of'. @param {string} label */
  const fieldless = (label) => {
    const bare = label.replace(/^Date (of )?/, "");
    return bare.charAt(0).toUpperCase() + bare.slice(1);
  };

  /** The lanes of a strip's labels above and below its line, if a label is so wide. @param {Mark[]} marks @param {(date: string) => number} at @param {number} label */
  const laid = (marks, at, label) => {
    const wide = (100 * label) / (100 - label);
    const above = lanes(marks.filter((mark) => mark.kind === "given"), at, wide);
    const below = lanes(marks.filter((mark) => mark.kind !== "given"), at, wide);
    return { label, above, below, height: Math.max(0, ...above.values()) + Math.max(0, ...below.values()) };
  };

  /** How far from the line each label stands, the nearest being 1: further out than any whose stem it would cover.
   * @param {Mark[]} marks @param {(date: string) => number} at @param {number} wide a label's width, in parts of the line */
  const lanes = (marks, at, wide) => {
    /** @type {Map<Mark, number>} */
    const lane = new Map();
    for (const mark of [...marks].reverse()) {
      const covered = [...lane].filter(([later]) => at(later.from) < at(mark.from) + wide);
      lane.set(mark, 1 + Math.max(0, ...covered.map(([, its]) => its)));
    }
    return lane;
  };

  const KINDS = { given: "Given: ", due: "Due: ", check: "If the last figure held still stands: " };

  /** @param {Mark} mark @param {Say} say @param {boolean} year */
  const markItem = (mark, say, year) => {
    const item = made("li", "", `cr-mark cr-mark--${mark.kind}`);
    if (mark.today) item.classList.add("cr-mark--today");
    if (!mark.lines.length) item.classList.add("cr-mark--bare");
    if (mark.from !== mark.to) item.classList.add("cr-mark--range");
    const label = made("div", "", "cr-mark__label");
    const day = made("span", mark.today ? "Today, " : "", "cr-mark__day");
    if (!mark.today) day.append(made("span", KINDS[mark.kind], "cr-hidden"));
    day.append(...stretch(mark.from, mark.to, say, year));
    label.append(day, ...mark.lines.map((text) => made("span", text, "cr-mark__line")));
    if (mark.kind === "check") label.append(made("span", "last figure held: check", "cr-mark__check"));
    item.append(label);
    return item;
  };

  /** @param {Mark[]} marks @param {ReturnType<typeof scale>} scaled @returns {[HTMLElement, string][]} */
  const markSigns = (marks, scaled) => [
    ...dot(marks.some((mark) => mark.kind === "given" && mark.lines.length > 0), "given", "given"),
    ...dot(marks.some((mark) => mark.today), "today", "today"),
    ...dot(marks.some((mark) => mark.kind === "due"), "due", "due"),
    ...dot(marks.some((mark) => mark.kind === "check"), "check", "by the last figure held, to be checked"),
    ...dot(marks.some((mark) => mark.from !== mark.to), "range", "earliest to latest reading"),
    ...(scaled.stretches.some((stretch) => !stretch.cut) ? [/** @type {[HTMLElement, string]} */ ([made("span", "|ıııı", "cr-key__week"), "Monday to Friday"])] : []),
    ...dot(scaled.stretches.some((stretch) => stretch.cut), "gap", "days left out"),
  ];

  // ---- The readings of one rule ----

  /** Draw a rule's readings under each other on one line of days: each from its event to its date, a window as a bar.
   * @param {ReadingReply[]} readings @param {Seen} seen */
  const readings = (readings, { say, today }) => {
    const picture = made("div", "", "cr-picture");
    const dates = readings.flatMap(({ due, until, event }) => (due ? [due, until, event.date] : [])).filter((date) => date !== null).sort();
    if (!dates.length) return picture;
    const seen = today && today > dates[0] && today < dates[dates.length - 1] ? today : null;
    const scaled = scale(seen ? [...dates, seen] : dates);
    const year = severalYears(dates);
    const list = made("ol", "", "cr-ranges");
    list.append(...readings.map((reading) => {
      const item = made("li", "", "cr-range");
      const name = made("span", reading.label ?? reading.clock, "cr-range__name");
      if (reading.safest) name.append(" ", made("span", "Safest", "cr-tag cr-tag--current"));
      const when = made("span", reading.due ? "" : "No date yet", "cr-range__when");
      if (reading.due) when.append(...stretch(reading.due, reading.until, say, year));
      item.append(name, ...(reading.due ? [track(reading, reading.due, scaled, seen)] : []), when);
      return item;
    }));
    picture.append(list, key(rangeSigns(readings, scaled, seen)));
    return picture;
  };

  /** @param {ReadingReply} reading @param {string} due @param {ReturnType<typeof scale>} scaled @param {string | null} today */
  const track = ({ until, event }, due, { at, stretches, total }, today) => {
    const drawn = made("span", "", "cr-track");
    drawn.setAttribute("aria-hidden", "true");
    /** @param {string} kind @param {number} from @param {number} [to] */
    const put = (kind, from, to = from) => drawn.append(measured(made("span", "", `cr-track__${kind}`), { at: from, long: to - from }));
    const [first, last] = [due, event.date ?? due].sort();
    put("clock", at(first), at(last));
    if (until) put("window", at(due), at(until));
    for (const { from, cut, start, drawn: long } of stretches) {
      if (cut && from >= number(first) && from < number(last)) put("gap", (100 * (start + long / 2)) / total);
    }
    if (event.date) put("given", at(event.date));
    if (!until) put("due", at(due));
    if (today) put("today", at(today));
    return drawn;
  };

  /** @param {ReadingReply[]} readings @param {ReturnType<typeof scale>} scaled @param {string | null} today @returns {[HTMLElement, string][]} */
  const rangeSigns = (readings, scaled, today) => {
    const dated = readings.filter((reading) => reading.due);
    return [
      ...dot(dated.some((reading) => reading.event.date), "given", "where its clock starts"),
      ...dot(dated.some((reading) => !reading.until), "due", "its date"),
      ...dot(dated.some((reading) => reading.until), "window", "any day of these"),
      ...dot(today !== null, "today", "today"),
      ...dot(scaled.stretches.some((stretch) => stretch.cut), "gap", "days left out"),
    ];
  };

  return { strip, readings };
})();
