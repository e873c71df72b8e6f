// @ts-check
// Draws the calculator's answer by cloning the page's templates; text only. Dates come with their words.
var CaseReviewAnswers = (() => {
  "use strict";

  const { at, made, countRows } = CaseReviewDom;

  /**
   * What a card may say of a rule or of one of its readings; a fact that is null or empty is not shown.
   * @typedef {Pick<RuleReply, "clock" | "event" | "who" | "duty" | "bodies" | "last_working_day_before" | "if_closed_days_excluded" | "words" | "notes">
   *   & { kind?: KindWord, last_held?: LastHeldReply | null, source: SourceReply | null }} Facts
   */

  /** Draw a plan. @param {PlanReply & InFullReply} reply @param {{ rule: string | null }} question whose rule, if any, is the only one shown */
  const draw = (reply, { rule: only }) => {
    /** @type {Say} */
    const say = (day) => (day ? reply.in_full[day] : "");
    const rules = reply.dates.filter((rule) => !only || rule.rule === only || rule.rule.startsWith("your-copy"));
    const dated = rules.filter((rule) => rule.state === "due" && firstDate(rule));
    dated.sort((a, b) => (firstDate(a) < firstDate(b) ? -1 : firstDate(a) > firstDate(b) ? 1 : 0));
    const waiting = rules.filter((rule) => rule.state === "waiting" || rule.state === "past-horizon");
    const atOnce = rules.filter((rule) => rule.at_once);
    const check = rules.filter((rule) => rule.state === "no-number" && heldDates(rule.last_held).length);
    const numberless = rules.filter((rule) => rule.state === "no-number" && !atOnce.includes(rule) && !check.includes(rule));
    about([
      ["Guidance", reply.guidance],
      ["Counted on", say(reply.today)],
      ["Case reference", reply.reference ?? ""],
    ]);
    at("cr-warnings").hidden = !reply.warnings.length;
    at("cr-warnings").querySelector("ul").replaceChildren(...reply.warnings.map((warning) => made("li", warning)));
    at("cr-plan").hidden = !dated.length;
    at("cr-plan").querySelector("tbody").replaceChildren(...dated.map((rule) => planRow(rule, say)));
    group("cr-at-once", "At once", atOnce, "", say, reply);
    const empty = check.length || atOnce.length ? "" : "No date can be worked out yet: give at least one date above.";
    group("cr-dated", "Dates, soonest first", dated, empty, say, reply);
    group("cr-check", "Figure of the text in force not held: check your copy", check, "", say, reply);
    group("cr-waiting", "Waiting for a date", waiting, "", say, reply);
    group("cr-numberless", "No number to count", numberless, "", say, reply);
    at("cr-foot").textContent = `Working days: ${reply.working_day} Sources last read ${say(reply.checked)}. Release ${reply.release}, content ${reply.content.slice(0, 12)}.`;
  };

  /** The date by which a rule is sorted. @param {RuleReply} rule @returns {string} */
  const firstDate = (rule) => rule.due ?? rule.readings.map((reading) => reading.due).filter(Boolean).sort()[0] ?? "";

  /** @param {[string, string][]} rows */
  const about = (rows) =>
    at("cr-about").replaceChildren(
      ...rows.filter(([, value]) => value).map(([name, value]) => {
        const row = made("div", "", "cr-fact");
        row.append(made("dt", name), made("dd", value));
        return row;
      }),
    );

  /** One line of the plan at a glance, leading to its card below. @param {RuleReply} rule @param {Say} say */
  const planRow = (rule, say) => {
    const row = made("tr", "");
    const what = made("td", "");
    const link = /** @type {HTMLAnchorElement} */ (made("a", rule.action));
    link.href = `#answer-${rule.rule}`;
    what.append(link);
    const by = made("th", say(firstDate(rule)));
    by.setAttribute("scope", "row");
    if (!rule.settled) by.append(made("span", rule.due ? "not settled" : "see the readings", "cr-line cr-plan__mark"));
    if (rule.kind === "retention") by.append(made("span", "keep until then", "cr-line cr-plan__mark"));
    if (rule.supplied) by.append(made("span", readBy(rule.supplied, say), "cr-line cr-plan__mark"));
    row.append(by, made("td", rule.left ? rule.left.words : ""), what, made("td", rule.who));
    return row;
  };

  /** Whose figure a date rests on. @param {SuppliedReply} supplied @param {Say} say */
  const readBy = (supplied, say) => `figure read by ${supplied.by} on ${say(supplied.read_on)}`;

  /** @param {string} id @param {string} heading @param {RuleReply[]} rules @param {string} empty @param {Say} say @param {PlanReply} reply */
  const group = (id, heading, rules, empty, say, reply) => {
    const parts = rules.map((rule) => card(rule, say, reply));
    const shown = parts.length || empty;
    at(id).replaceChildren(...(shown ? [made("h3", heading)] : []), ...(parts.length || !empty ? parts : [made("p", empty)]));
  };

  /** @param {RuleReply} rule @param {Say} say @param {PlanReply} reply */
  const card = (rule, say, reply) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-answer").content.cloneNode(true));
    const box = /** @type {HTMLElement} */ (copy.firstElementChild);
    box.id = `answer-${rule.rule}`;
    box.classList.add(`cr-card--${rule.kind}`);
    text(box, ".cr-answer__due", headline(rule, say));
    text(box, ".cr-answer__left", rule.left ? rule.left.words : "");
    if (rule.left && rule.left.days < 0 && rule.kind === "deadline") box.classList.add("cr-answer--past");
    const link = /** @type {HTMLAnchorElement} */ (box.querySelector(".cr-card__title a"));
    link.textContent = rule.action;
    if (rule.source.ref === "your-copy") link.removeAttribute("href");
    else link.href = `${reply.edition}.html#rule-${rule.rule}`;
    marks(/** @type {HTMLElement} */ (box.querySelector(".cr-answer__marks")), rule, reply, say);
    const readings = /** @type {HTMLElement} */ (box.querySelector(".cr-readings"));
    if (rule.readings.length) {
      readings.replaceChildren(...rule.readings.map((reading) => readingItem(reading, say)));
      const notes = rule.notes.filter((note) => !rule.readings.some((reading) => reading.notes.includes(note)));
      facts(box, { ...rule, clock: null, last_working_day_before: null, if_closed_days_excluded: null, notes, source: null }, say);
      count(box, [], say);
    } else {
      readings.remove();
      facts(box, rule, say);
      count(box, rule.count, say);
    }
    return box;
  };

  /** @param {RuleReply} rule @param {Say} say */
  const headline = (rule, say) => {
    if (rule.due) return say(rule.due);
    if (rule.state === "past-horizon") return "Beyond the bank holidays we hold";
    if (rule.state === "due") return "See the readings";
    if (rule.kind === "gap") return at("cr-answer").dataset.noFigure;
    if (rule.kind === "prompt") return rule.words ?? "";
    const events = rule.readings.length ? rule.readings.map((reading) => reading.event) : [rule.event];
    const names = events.map((event) => lowered(event?.label ?? ""));
    return `Waiting for ${[...new Set(names)].join(" or ")}`;
  };

  /** @param {string} label */
  const lowered = (label) => label.charAt(0).toLowerCase() + label.slice(1);

  /** @param {HTMLElement} place @param {RuleReply} rule @param {PlanReply} reply @param {Say} say */
  const marks = (place, rule, reply, say) => {
    /** @type {[string, string][]} */
    const words = [];
    if (rule.supplied) words.push([`A ${readBy(rule.supplied, say)}`, "stub"]);
    else if (rule.source.ref === "your-copy") words.push(["A figure you supplied", "stub"]);
    else if (rule.due && reply.superseded_by) words.push([`From ${reply.guidance}, superseded: check against ${reply.superseded_by}`, "superseded"]);
    if (rule.state === "due" && rule.readings.length && rule.due && !rule.settled) words.push(["Not settled: another reading could change it", "partial"]);
    if (rule.kind === "retention") words.push(["Keep at least until this day", "current"]);
    place.replaceChildren(...words.map(([label, kind]) => made("span", label, `cr-tag cr-tag--${kind}`)));
    place.hidden = !words.length;
  };

  /** @param {ReadingReply} reading @param {Say} say */
  const readingItem = (reading, say) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-reading").content.cloneNode(true));
    const item = /** @type {HTMLElement} */ (copy.firstElementChild);
    const due = /** @type {HTMLElement} */ (item.querySelector(".cr-reading__due"));
    const waits = `Waiting for ${lowered(reading.event.label)}`;
    due.textContent = reading.due ? `${say(reading.due)}${reading.until ? ` to ${say(reading.until)}` : ""}` : waits;
    if (reading.safest) due.append(" ", made("span", "Safest", "cr-tag cr-tag--current"));
    if (reading.applies_when) item.insertBefore(made("p", `Applies when ${reading.applies_when}`), due.nextSibling);
    facts(item, { ...reading, who: reading.duty ?? "", bodies: [], words: null }, say);
    const who = item.querySelector('[data-fact="who"] dt');
    if (who) who.textContent = "Duty";
    count(item, reading.count, say);
    return item;
  };

  /** Fill the facts of a card; a fact with nothing to say goes. @param {Element} box @param {Facts} told @param {Say} say */
  const facts = (box, told, say) => {
    const list = /** @type {HTMLElement} */ (box.querySelector(":scope > .cr-facts"));
    fact(list, "clock", told.clock ? [told.clock + (told.event?.known ? `, ${say(told.event.date)}` : "")] : []);
    fact(list, "who", told.who ? [told.who + (told.duty && told.duty !== told.who ? ` – ${told.duty}` : "")] : []);
    fact(list, "to", told.bodies.map((body) => `${body.name}: ${body.how}`));
    fact(list, "working-day", told.last_working_day_before ? [`${say(told.last_working_day_before)} – the date falls on a day that is no working day, and is not moved`] : []);
    fact(list, "closed", told.if_closed_days_excluded ? [say(told.if_closed_days_excluded)] : []);
    fact(list, "last-held", told.last_held ? [lastHeld(told.last_held, say)] : []);
    fact(list, "looked", told.kind === "gap" && told.words ? [told.words] : []);
    fact(list, "notes", told.notes);
    fact(list, "source", told.source ? [`${told.source.title}, ${told.source.place}`, told.source.how_known ?? ""].filter(Boolean) : []);
  };

  /** What the last figure comes to, if it still held: told apart from what is due. @param {LastHeldReply} held @param {Say} say */
  const lastHeld = (held, say) => {
    const by = (/** @type {SourceReply} */ source) => (held.readings.length ? `, by ${source.title}` : "");
    const dates = heldDates(held).map(({ due, label, source }) => say(due) + (label ? ` (${label})` : "") + by(source));
    return `${dates.join("; ") || held.clock + by(held.source)}, ${held.words}`;
  };

  /** The dates by the last figure held, one for each of its readings. @param {LastHeldReply | null} held */
  const heldDates = (held) => (held ? (held.readings.length ? held.readings : [{ due: held.due, label: null, source: held.source }]).filter(({ due }) => due) : []);

  /** @param {HTMLElement} list @param {string} name @param {string[]} values */
  const fact = (list, name, values) => {
    const row = /** @type {HTMLElement} */ (list.querySelector(`[data-fact="${name}"]`));
    if (!values.length) row.remove();
    else row.querySelector("dd")?.replaceChildren(...values.map((value) => made("span", value, "cr-line")));
  };

  /** @param {Element} box @param {DayReply[]} days @param {Say} say */
  const count = (box, days, say) => {
    const details = /** @type {HTMLDetailsElement} */ (box.querySelector(":scope > .cr-count"));
    if (!days.length) {
      details.remove();
      return;
    }
    details.querySelector("[data-rows]")?.replaceChildren(...countRows(days, say));
  };

  /** @param {Element} box @param {string} selector @param {string} value */
  const text = (box, selector, value) => {
    const place = /** @type {HTMLElement} */ (box.querySelector(selector));
    place.textContent = value;
    place.hidden = !value;
  };

  return { draw };
})();
