// @ts-check
// Draws the calculator's answer by cloning the page's templates; text only. Dates come with their words.
var CaseReviewAnswers = (() => {
  "use strict";

  const { at, made, countRows } = CaseReviewDom;

  /** Draw a plan. @param {any} reply @param {{ rule: string | null }} question whose rule, if any, is the only one shown */
  const draw = (reply, { rule }) => {
    const say = (/** @type {string | null} */ day) => (day ? reply.in_full[day] : "");
    const dates = reply.dates.filter((/** @type {any} */ one) => !rule || one.rule === rule || one.rule.startsWith("your-copy"));
    const dated = dates.filter((/** @type {any} */ one) => one.state === "due" && firstDate(one));
    dated.sort((/** @type {any} */ a, /** @type {any} */ b) => (firstDate(a) < firstDate(b) ? -1 : firstDate(a) > firstDate(b) ? 1 : 0));
    const waiting = dates.filter((/** @type {any} */ one) => one.state === "waiting" || one.state === "past-horizon");
    const numberless = dates.filter((/** @type {any} */ one) => one.state === "no-number");
    about([
      ["Guidance", reply.guidance],
      ["Counted on", say(reply.today)],
      ["Case reference", reply.reference ?? ""],
    ]);
    at("cr-warnings").hidden = !reply.warnings.length;
    at("cr-warnings").querySelector("ul").replaceChildren(...reply.warnings.map((/** @type {string} */ text) => made("li", text)));
    at("cr-plan").hidden = !dated.length;
    at("cr-plan").querySelector("tbody").replaceChildren(...dated.map((/** @type {any} */ one) => planRow(one, say)));
    group("cr-dated", "Dates, soonest first", dated, "No date can be worked out yet: give at least one date above.", say, reply);
    group("cr-waiting", "Waiting for a date", waiting, "", say, reply);
    group("cr-numberless", "No number to count", numberless, "", say, reply);
    at("cr-foot").textContent = `Working days: ${reply.working_day} Sources last read ${say(reply.checked)}. Release ${reply.release}, content ${reply.content.slice(0, 12)}.`;
  };

  /** The date by which a rule is sorted. @param {any} one @returns {string} */
  const firstDate = (one) => one.due ?? one.readings.map((/** @type {any} */ each) => each.due).filter(Boolean).sort()[0] ?? "";

  /** @param {[string, string][]} rows */
  const about = (rows) =>
    at("cr-about").replaceChildren(
      ...rows.filter(([, value]) => value).map(([name, value]) => {
        const row = made("div", "", "cr-fact");
        row.append(made("dt", name), made("dd", value));
        return row;
      }),
    );

  /** One line of the plan at a glance, leading to its card below. @param {any} one @param {(day: string | null) => string} say */
  const planRow = (one, say) => {
    const row = made("tr", "");
    const what = made("td", "");
    const link = /** @type {HTMLAnchorElement} */ (made("a", one.action));
    link.href = `#answer-${one.rule}`;
    what.append(link);
    const by = made("th", say(firstDate(one)));
    by.setAttribute("scope", "row");
    if (!one.settled) by.append(made("span", one.due ? "not settled" : "see the readings", "cr-line cr-plan__mark"));
    if (one.kind === "retention") by.append(made("span", "keep until then", "cr-line cr-plan__mark"));
    row.append(by, made("td", one.left ? one.left.words : ""), what, made("td", one.who));
    return row;
  };

  /** @param {string} id @param {string} heading @param {any[]} rules @param {string} empty @param {(day: string | null) => string} say @param {any} reply */
  const group = (id, heading, rules, empty, say, reply) => {
    const parts = rules.map((one) => card(one, say, reply));
    const shown = parts.length || empty;
    at(id).replaceChildren(...(shown ? [made("h3", heading)] : []), ...(parts.length || !empty ? parts : [made("p", empty)]));
  };

  /** @param {any} one @param {(day: string | null) => string} say @param {any} reply */
  const card = (one, say, reply) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-answer").content.cloneNode(true));
    const box = /** @type {HTMLElement} */ (copy.firstElementChild);
    box.id = `answer-${one.rule}`;
    box.classList.add(`cr-card--${one.kind}`);
    text(box, ".cr-answer__due", headline(one, say));
    text(box, ".cr-answer__left", one.left ? one.left.words : "");
    if (one.left && one.left.days < 0 && one.kind === "deadline") box.classList.add("cr-answer--past");
    const link = /** @type {HTMLAnchorElement} */ (box.querySelector(".cr-card__title a"));
    link.textContent = one.action;
    if (one.source.ref === "your-copy") link.removeAttribute("href");
    else link.href = `${reply.edition}.html#rule-${one.rule}`;
    marks(/** @type {HTMLElement} */ (box.querySelector(".cr-answer__marks")), one, reply);
    const readings = /** @type {HTMLElement} */ (box.querySelector(".cr-readings"));
    if (one.readings.length) {
      readings.replaceChildren(...one.readings.map((/** @type {any} */ each) => reading(each, say)));
      facts(box, { ...one, clock: null, last_working_day_before: null, if_closed_days_excluded: null, notes: one.notes.filter((/** @type {string} */ note) => !one.readings.some((/** @type {any} */ each) => each.notes.includes(note))), source: null }, say);
      count(box, [], say);
    } else {
      readings.remove();
      facts(box, one, say);
      count(box, one.count, say);
    }
    return box;
  };

  /** @param {any} one @param {(day: string | null) => string} say */
  const headline = (one, say) => {
    if (one.due) return say(one.due);
    if (one.state === "past-horizon") return "Beyond the bank holidays we hold";
    if (one.state === "due") return "See the readings";
    if (one.kind === "gap") return at("cr-answer").dataset.noFigure;
    if (one.kind === "prompt") return one.words;
    const names = (one.readings.length ? one.readings : [one]).map((/** @type {any} */ each) => lowered(each.event.label));
    return `Waiting for ${[...new Set(names)].join(" or ")}`;
  };

  /** @param {string} label */
  const lowered = (label) => label.charAt(0).toLowerCase() + label.slice(1);

  /** @param {HTMLElement} place @param {any} one @param {any} reply */
  const marks = (place, one, reply) => {
    const words = [];
    if (one.source.ref === "your-copy") words.push(["A figure you supplied", "stub"]);
    else if (one.due && reply.superseded_by) words.push([`From ${reply.guidance}, superseded: check against ${reply.superseded_by}`, "superseded"]);
    if (one.state === "due" && one.readings.length && one.due && !one.settled) words.push(["Not settled: another reading could change it", "partial"]);
    if (one.kind === "retention") words.push(["Keep at least until this day", "current"]);
    place.replaceChildren(...words.map(([label, kind]) => made("span", label, `cr-tag cr-tag--${kind}`)));
    place.hidden = !words.length;
  };

  /** @param {any} each @param {(day: string | null) => string} say */
  const reading = (each, say) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-reading").content.cloneNode(true));
    const item = /** @type {HTMLElement} */ (copy.firstElementChild);
    const due = /** @type {HTMLElement} */ (item.querySelector(".cr-reading__due"));
    const waits = `Waiting for ${lowered(each.event.label)}`;
    due.textContent = each.due ? `${say(each.due)}${each.until ? ` to ${say(each.until)}` : ""}` : waits;
    if (each.safest) due.append(" ", made("span", "Safest", "cr-tag cr-tag--current"));
    if (each.applies_when) item.insertBefore(made("p", `Applies when ${each.applies_when}`), due.nextSibling);
    facts(item, { ...each, who: each.duty ?? "", to: [], bodies: [], words: null }, say);
    const who = item.querySelector('[data-fact="who"] dt');
    if (who) who.textContent = "Duty";
    count(item, each.count, say);
    return item;
  };

  /** Fill the facts of a card; a fact with nothing to say goes. @param {Element} box @param {any} one @param {(day: string | null) => string} say */
  const facts = (box, one, say) => {
    const list = /** @type {HTMLElement} */ (box.querySelector(":scope > .cr-facts"));
    fact(list, "clock", one.clock ? [one.clock + (one.event?.known ? `, ${say(one.event.date)}` : "")] : []);
    fact(list, "who", one.who ? [one.who + (one.duty && one.duty !== one.who ? ` – ${one.duty}` : "")] : []);
    fact(list, "to", (one.bodies ?? []).map((/** @type {any} */ body) => `${body.name}: ${body.how}`));
    fact(list, "working-day", one.last_working_day_before ? [`${say(one.last_working_day_before)} – the date falls on a day that is no working day, and is not moved`] : []);
    fact(list, "closed", one.if_closed_days_excluded ? [say(one.if_closed_days_excluded)] : []);
    fact(list, "looked", one.kind === "gap" && one.words ? [one.words] : []);
    fact(list, "notes", one.notes ?? []);
    fact(list, "source", one.source ? [`${one.source.title}, ${one.source.place}`, one.source.how_known].filter(Boolean) : []);
  };

  /** @param {HTMLElement} list @param {string} name @param {string[]} values */
  const fact = (list, name, values) => {
    const row = /** @type {HTMLElement} */ (list.querySelector(`[data-fact="${name}"]`));
    if (!values.length) row.remove();
    else row.querySelector("dd")?.replaceChildren(...values.map((value) => made("span", value, "cr-line")));
  };

  /** @param {Element} box @param {any[]} days @param {(day: string | null) => string} say */
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
