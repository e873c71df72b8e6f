// @ts-check
// Draws the calculator's answer: what applies, soonest first, each act one line that opens to its working. Text only, by
// cloning the page's templates. Law and the last figure held stand in columns of their own; a must is never folded away.
var CaseReviewAnswers = (() => {
  "use strict";

  const { at, made, countRows } = CaseReviewDom;

  /** Of a group whose heading names the body that acts, `under` is what the heading says of its duty, if anything.
   * @typedef {{ heading: string, rules: RuleReply[], folded?: boolean, hint?: string, under?: string }} Group */
  /** @typedef {PlanReply & InFullReply} Plan */

  /** @type {Plan | null} */
  let shown = null;
  /** @type {Map<string, string | null>} for each rule whose date moved while the form was changed, what it was */
  let was = new Map();
  let onlyRule = /** @type {string | null} */ (null);
  /** @type {Say} */
  let say = () => "";

  // Without its pictures an answer has its tables still.
  const pictures = () => (typeof CaseReviewPictures === "undefined" ? null : CaseReviewPictures);
  const onLines = () => (typeof CaseReviewLines === "undefined" ? null : CaseReviewLines);

  /** Draw a plan. @param {Plan} reply @param {{ rule: string | null }} question whose rule, if any, is the only one shown
   * @param {boolean} again whether this answer takes the place of one that was shown, so that what moved is marked */
  const draw = (reply, { rule }, again) => {
    const before = again && shown && shown.edition === reply.edition ? new Map(shown.dates.map((each) => [each.rule, each.due])) : null;
    if (!again) was = new Map();
    for (const each of before ? reply.dates : []) {
      const old = before?.get(each.rule);
      if (old && old !== each.due) was.set(each.rule, old);
    }
    for (const each of reply.dates) if (was.get(each.rule) === each.due) was.delete(each.rule);
    const words = { ...(shown?.in_full ?? {}), ...reply.in_full };
    shown = reply;
    onlyRule = rule;
    say = (day) => (day ? words[day] : "");
    at("cr-basis").textContent = [reply.guidance + (reply.superseded_by ? " (superseded)" : ""), reply.reference ? `Reference ${reply.reference}` : "", reply.today ? `counted on ${say(reply.today)}` : "", reply.compared ?? ""].filter(Boolean).join(" · ");
    caveat(reply);
    moved(reply);
    const who = at("cr-who").value;
    at("cr-who").replaceChildren(new Option("everybody", ""), ...[...new Set(reply.dates.map((each) => each.who))].map((each) => new Option(each, each)));
    at("cr-who").value = who;
    if (at("cr-who").selectedIndex < 0) at("cr-who").value = "";
    lines();
    at("cr-foot").textContent = `${reply.dates.some((each) => [each, ...each.readings, each.last_held].some((dated) => dated?.holidays === "projected")) ? "Some bank holidays counted here lie after the published list: they are projected, and may be moved or added to. " : ""}Sources last read ${say(reply.checked)}.`;
  };

  /** Draw the lines anew, keeping open what was open and the keyboard where it was. */
  const lines = () => {
    const reply = /** @type {Plan} */ (shown);
    const open = new Set([...document.querySelectorAll("#cr-groups details[open][id], #cr-folded details[open][id]")].map((each) => each.id));
    const refocus = ["cr-groups", "cr-folded"].map((id) => CaseReviewDom.focusHeld(at(id)));
    const who = at("cr-who").value;
    const wanted = reply.dates.filter(
      (rule) => (!onlyRule || rule.rule === onlyRule || rule.rule.startsWith("your-copy")) && (!who || rule.who === who) && !(at("cr-hide-done").checked && rule.done),
    );
    const groups = grouped(wanted).filter((each) => each.rules.length);
    const dashed = groups.find((each) => !each.folded && each.rules.some((rule) => heldDates(rule).length));
    at("cr-groups").replaceChildren(...groups.filter((each) => !each.folded).map((each) => drawn(each, reply, each !== dashed)));
    at("cr-folded").replaceChildren(...groups.filter((each) => each.folded).map((each) => drawn(each, reply, dashed !== undefined)));
    if (!groups.length) at("cr-groups").append(made("p", who || onlyRule ? "Nothing here is shown by your choice." : "Nothing is held for this edition."));
    const first = next(wanted);
    if (first) at(`answer-${first.rule}`).classList.add("cr-answer--next");
    const dated = wanted.filter((rule) => rule.applies !== "no" && (firstDate(rule) || heldDates(rule).length));
    const strip = dated.length ? onLines()?.strip(dated, { say, today: reply.today }) : null;
    at("cr-strip-fold").hidden = !strip;
    at("cr-strip").replaceChildren(...(strip ? [strip] : []));
    for (const id of open) {
      const details = document.getElementById(id);
      if (details instanceof HTMLDetailsElement) details.open = true;
    }
    for (const again of refocus) again();
  };

  /** The date by which a rule is sorted: its own, or the earliest of its readings. @param {RuleReply} rule @returns {string} */
  const firstDate = (rule) => rule.due ?? rule.readings.map((reading) => reading.due).filter(Boolean).sort()[0] ?? "";
  /** @param {(rule: RuleReply) => string} date */
  const by = (date) => (/** @type {RuleReply} */ a, /** @type {RuleReply} */ b) => (date(a) || "9") < (date(b) || "9") ? -1 : (date(a) || "9") > (date(b) || "9") ? 1 : 0;

  /** The rules in the groups in which a reader acts on them. @param {RuleReply[]} rules @returns {Group[]} */
  const grouped = (rules) => {
    const left = new Set(rules);
    /** @param {(rule: RuleReply) => boolean} holds */
    const take = (holds) => {
      const found = [...left].filter(holds);
      for (const rule of found) left.delete(rule);
      return found;
    };
    const notOnThese = take((rule) => rule.applies === "no" && !rule.done);
    const panels = take((rule) => isBody(rule.who));
    const atOnce = take((rule) => rule.at_once);
    const timeless = take((rule) => rule.kind === "retention" || rule.kind === "lookback");
    const dated = take((rule) => rule.state === "due").sort(by(firstDate));
    const check = take((rule) => rule.state === "no-number" && (rule.duty === "must" || heldDates(rule).length > 0)).sort(by((rule) => heldDates(rule)[0]?.due ?? ""));
    const waiting = take((rule) => rule.state === "waiting" || rule.state === "past-horizon");
    const musts = (/** @type {RuleReply[]} */ group) => group.filter((rule) => rule.duty === "must");
    const rest = (/** @type {RuleReply[]} */ group) => group.filter((rule) => rule.duty !== "must");
    const panel = panels[0]?.who ?? "";
    return [
      { heading: "At once", rules: atOnce },
      { heading: "By date", rules: dated },
      { heading: "No time limit held", rules: check },
      { heading: "Waiting for a date", rules: musts(waiting) },
      { heading: "To keep, and to look back over", rules: [...timeless.filter((rule) => rule.state === "due" || rule.duty === "must")] },
      { heading: `What the ${panel} itself must do`, rules: musts(panels), under: "must" },
      { heading: "Also waiting for a date", rules: [...rest(waiting), ...timeless.filter((rule) => rule.state !== "due" && rule.duty !== "must")], folded: true },
      { heading: "Without a number", rules: [...left], folded: true },
      { heading: `Other steps of ${musts(panels).length ? "that body" : `the ${panel}`}`, rules: rest(panels), folded: true, under: "" },
      { heading: "Not on these facts", rules: notOnThese, folded: true, hint: "By what you said of the child these do not apply. Another answer may bring them back; other duties may stand outside this guide." },
    ];
  };

  /** Whether whoever acts is itself one of the bodies that others tell. @param {string} who */
  const isBody = (who) => (at("answer").dataset.bodies ?? "").split("|").includes(who);

  /** @param {Group} group @param {Plan} reply @param {boolean} explained whether the dashed column was explained above */
  const drawn = (group, reply, explained) => {
    const held = group.rules.find((rule) => heldDates(rule).length);
    const left = reply.today && group.rules.some((rule) => rule.due && rule.kind !== "lookback"); // done or not, so that no column moves
    const who = new Set(group.rules.map((rule) => whose(rule, group)));
    const shared = !group.folded && group.rules.length > 1 && who.size === 1 ? [...who][0] : "";
    const section = document.createElement(group.folded ? "details" : "section");
    section.className = `cr-group${held ? " cr-group--held" : ""}${left ? " cr-group--left" : ""}${group.folded ? " cr-fold" : ""}`;
    if (shared) section.classList.add("cr-group--shared");
    if (group.folded) {
      section.id = `group-${group.heading.toLowerCase().replaceAll(/\W+/g, "-")}`;
      const summary = made("summary", `${group.heading} (${group.rules.length})`);
      summary.append(made("span", `: ${group.rules.map((rule) => rule.action).join("; ")}.`, "cr-on-paper"));
      section.append(summary);
    } else {
      section.append(made("h3", group.heading));
    }
    if (shared) section.append(made("p", shared, "cr-group__who"));
    if (group.hint) section.append(made("p", group.hint, "cr-hint"));
    if (held && !explained) section.append(made("p", `Dashed: the date if the figure of ${held.last_held?.guidance} still applies. Check it in your copy.`, "cr-hint cr-group__key"));
    section.append(...group.rules.map((rule) => line(rule, reply, group)));
    return section;
  };

  /** One act as a line that opens. @param {RuleReply} rule @param {Plan} reply @param {Group} group */
  const line = (rule, reply, group) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-line").content.cloneNode(true));
    const box = /** @type {HTMLDetailsElement} */ (copy.firstElementChild);
    const held = heldDates(rule);
    box.id = `answer-${rule.rule}`;
    box.dataset.rule = rule.rule;
    box.dataset.due = rule.due ?? "";
    box.dataset.lastHeld = held[0]?.due ?? "";
    box.dataset.state = rule.state;
    box.dataset.applies = rule.applies;
    box.classList.add(`cr-answer--${rule.kind}`);
    if (rule.done) box.classList.add("cr-answer--done");
    text(box, ".cr-answer__due", headline(rule));
    parts(box, ".cr-answer__left", rule.done ? [doneWords(rule.done)] : [...(rule.left ? [offPart(rule, rule.left)] : []), ...lastWorkingDay(rule), ...clocksBeside(rule)]);
    if (box.querySelector(".cr-answer__left .cr-answer__past")) box.classList.add("cr-answer--past");
    text(box, ".cr-answer__action", rule.action);
    text(box, ".cr-answer__who", whose(rule, group));
    parts(box, ".cr-answer__held", heldParts(rule));
    marks(/** @type {HTMLElement} */ (box.querySelector(".cr-answer__marks")), rule, reply);
    const readings = /** @type {HTMLElement} */ (box.querySelector(".cr-readings"));
    if (rule.readings.length) {
      const picture = rule.readings.filter((reading) => reading.due).length > 1 ? onLines()?.readings(rule.readings, { say, today: reply.today }) : null;
      if (picture) readings.before(picture);
      readings.replaceChildren(...rule.readings.map((reading) => readingItem(reading, rule.kind)));
      const notes = rule.notes.filter((note) => !rule.readings.some((reading) => reading.notes.includes(note)));
      facts(box.querySelector(".cr-answer__body"), { ...rule, clock: null, last_working_day_before: null, if_closed_days_excluded: null, notes, source: null });
      count(box.querySelector(".cr-answer__body"), [], rule.kind);
    } else {
      readings.remove();
      facts(box.querySelector(".cr-answer__body"), { ...rule, clock: headline(rule) === rule.clock ? null : rule.clock }); // said in the line
      count(box.querySelector(".cr-answer__body"), rule.count, rule.kind);
    }
    /** @type {HTMLElement} */ (box.querySelector(".cr-answer__do")).before(...heldCounts(rule));
    actions(/** @type {HTMLElement} */ (box.querySelector(".cr-answer__do")), rule, reply);
    return box;
  };

  /** @param {DoneReply} done */
  const doneWords = (done) => `done ${say(done.date)}${done.days ? `, ${Math.abs(done.days)} day${Math.abs(done.days) === 1 ? "" : "s"} ${done.days > 0 ? "late" : "early"}` : ""}`;

  /** Who acts, and with what force, but for what the heading of the group says. @param {RuleReply} rule @param {Group} group */
  const whose = (rule, { under }) => {
    const timed = rule.time_duty && rule.time_duty !== rule.duty ? `; in time: ${rule.time_duty}` : "";
    const force = rule.duty ? `${rule.duty}${timed}` : "";
    if (under !== undefined) return under && force.startsWith(under) ? force.slice(under.length).replace("; ", "") : force;
    return `${rule.who}${force && ": "}${force}`;
  };

  /** What is done with an act: its page, its row copied, the day on which it was done. @param {HTMLElement} place @param {RuleReply} rule @param {Plan} reply */
  const actions = (place, rule, reply) => {
    const own = rule.source.ref === "your-copy" && !rule.supplied;
    const row = made("p", "", "cr-actions");
    const copy = /** @type {HTMLButtonElement} */ (made("button", "Copy this row", "cr-button cr-button--secondary"));
    copy.type = "button";
    copy.dataset.export = "";
    copy.dataset.copyRow = rule.rule;
    copy.append(made("span", `: ${rule.action}`, "cr-hidden"));
    row.append(copy);
    if (!own) {
      const link = /** @type {HTMLAnchorElement} */ (made("a", "This rule in the guide (new tab)"));
      link.href = `${reply.edition}.html#rule-${rule.rule}`;
      link.target = "_blank";
      link.rel = "noopener";
      row.append(link);
    }
    if (!own && rule.kind !== "retention" && rule.kind !== "lookback") place.append(CaseReviewDone.field(reply.edition, rule));
    place.append(row);
  };

  /** What comes first: what the law wants at once, else the first date that is due and not done. None while another act may come
   * before it by the last figure held: that is not known to be due, nor that it is not. @param {RuleReply[]} rules */
  const next = (rules) => {
    const open = rules.filter((rule) => rule.applies !== "no" && !rule.done && !isBody(rule.who));
    const first = open.find((rule) => rule.at_once) ?? open.filter((rule) => rule.kind === "deadline" && rule.due).sort(by(firstDate))[0];
    if (!first || first.at_once) return first;
    const sooner = (/** @type {RuleReply} */ rule) => (rule.last_held?.kind === "deadline" && !rule.supplied ? heldDates(rule)[0]?.due : null) ?? "9";
    const its = [firstDate(first), sooner(first)].sort()[0];
    return open.some((rule) => sooner(rule) < its) ? undefined : first;
  };

  /** What must be known before anything here is relied on: the first sentence of each warning always, the rest behind it. @param {Plan} reply */
  const caveat = (reply) => {
    const parts = reply.warnings.map((warning) => {
      const end = warning.search(/[.] (?=[A-Z])/);
      return end < 0 ? [warning, ""] : [warning.slice(0, end + 1), warning.slice(end + 2)];
    });
    const rest = [...parts.map(([, more]) => more).filter(Boolean), `Working days: ${reply.working_day}`, ...known(reply)];
    const folded = made("details", "", "cr-caveat__more");
    folded.append(made("summary", "What is held, and what is not"), ...rest.map((more) => made("p", more)));
    at("cr-warnings").replaceChildren(made("h3", "Before you rely on these dates", "cr-hidden"), ...(parts.length ? [made("p", parts.map(([first]) => first).join(" "))] : []), folded);
  };

  /** How each text that is cited is known, each way once. @param {Plan} reply */
  const known = (reply) => {
    const cited = [...reply.dates.flatMap((rule) => [rule.source, ...rule.readings.map((reading) => reading.source)]), ...(reply.tests ?? []).flatMap((test) => [test.source, ...test.limbs.map((limb) => limb.source)])];
    /** @type {Map<string, Set<string>>} */
    const ways = new Map();
    for (const { title, how_known: how, ref } of cited) if (how && ref !== "your-copy") ways.set(how, (ways.get(how) ?? new Set()).add(title));
    return [...ways].map(([how, titles]) => `${[...titles].join("; ")}: ${how}`);
  };

  /** What moved since a case was saved. @param {Plan} reply */
  const moved = (reply) => {
    const WHY = { period: "the period is another", event: "a date you gave is another", "bank-holiday": "a bank holiday was added or taken away", figure: "a figure from your copy is another", "rule-gone": "the rule is gone", "not-known": "why is not known: the case was saved without its basis" };
    at("cr-moved").hidden = !reply.moved?.length;
    if (!reply.moved?.length) return;
    const names = new Map(reply.dates.map((rule) => [rule.rule, rule.action]));
    const items = reply.moved.map((each) => made("li", `${names.get(each.rule) ?? each.rule}: was ${say(each.was)}, now ${each.now ? say(each.now) : "no date"}; ${WHY[each.because]}.`));
    at("cr-moved").querySelector("ul").replaceChildren(...items);
  };

  /** @param {RuleReply} rule */
  const headline = (rule) => {
    if (rule.at_once) return "At once";
    const first = firstDate(rule);
    if (rule.kind === "retention" && rule.due) return `Until ${say(rule.due)}`;
    if (rule.kind === "lookback" && rule.due) return `${say(rule.due)} to ${say(rule.until)}`;
    if (rule.due) return say(rule.due);
    if (rule.state === "past-horizon") return "Beyond the bank holidays we hold";
    if (rule.kind === "lookback" && rule.readings.length) return windowLine(rule);
    if (rule.state === "due" && first) return `${say(first)}, or later`;
    if (rule.kind === "gap") return ""; // said by the group's heading
    if (rule.kind === "prompt") return rule.words ?? "";
    const events = rule.readings.length ? rule.readings.map((reading) => reading.event) : [rule.event];
    const names = events.map((event) => lowered(event?.label ?? ""));
    return rule.clock ?? `Waiting for ${[...new Set(names)].join(" or ")}`;
  };

  /** The window of a look-back whose start goes by the harm: its dates, once the facts say which it is. @param {RuleReply} rule */
  const windowLine = (rule) => {
    const [one, ...others] = CaseReviewDom.fitting(rule.readings);
    if (others.length && one.applies === "yes") return "From more than one day";
    if (others.length) return rule.state === "due" ? "Depends on the harm" : (rule.clock ?? "");
    if (!one) return "Not on these facts"; // none of the harms from which it is counted back
    return one.due ? `${say(one.due)} to ${say(one.until)}` : one.clock;
  };

  /** @param {string} label */
  const lowered = (label) => label.charAt(0).toLowerCase() + label.slice(1);

  /** @param {HTMLElement} place @param {RuleReply} rule @param {Plan} reply */
  const marks = (place, rule, reply) => {
    /** @type {[string, string][]} */
    const words = [];
    if (was.has(rule.rule)) words.push([`was ${say(was.get(rule.rule) ?? null)}`, "partial"]);
    if (rule.applies === "unknown") words.push(["may apply", "stub"]);
    if (rule.supplied) words.push([rule.supplied.words, "stub"]);
    else if (rule.source.ref === "your-copy") words.push(["a figure you supplied", "stub"]);
    else if (rule.due && reply.superseded_by && rule.kind !== "lookback") words.push(["superseded", "superseded"]);
    if (rule.state === "due" && rule.due && !rule.settled) words.push(["not settled", "partial"]);
    place.replaceChildren(...words.map(([label, kind]) => made("span", label, `cr-tag cr-tag--${kind}`)));
    place.hidden = !words.length;
  };

  /** @param {ReadingReply} reading @param {KindWord} kind */
  const readingItem = (reading, kind) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-reading").content.cloneNode(true));
    const item = /** @type {HTMLElement} */ (copy.firstElementChild);
    const due = /** @type {HTMLElement} */ (item.querySelector(".cr-reading__due"));
    due.textContent = reading.due ? `${say(reading.due)}${reading.until ? ` to ${say(reading.until)}` : ""}` : reading.clock.charAt(0).toUpperCase() + reading.clock.slice(1);
    if (reading.safest) due.append(" ", made("span", "Safest", "cr-tag cr-tag--current"));
    if (reading.applies_when) item.insertBefore(made("p", `${{ yes: "On these facts, since", no: "Not on these facts; it applies when", unknown: "Applies when" }[reading.applies]} ${reading.applies_when}`), due.nextSibling);
    facts(item, { ...reading, clock: reading.due ? reading.clock : null, bodies: [], words: null });
    count(item, reading.count, kind);
    return item;
  };

  /**
   * What a line may say of a rule or of one of its readings; a fact that is null or empty is not shown.
   * @typedef {Pick<RuleReply, "clock" | "event" | "duty" | "bodies" | "last_working_day_before" | "if_closed_days_excluded" | "words" | "notes">
   *   & { kind?: KindWord, because_words?: string[], supplied?: SuppliedReply | null, last_held?: LastHeldReply | null, source: SourceReply | null }} Facts
   */

  /** Fill the facts of a line; a fact with nothing to say goes. @param {Element | null} box @param {Facts} told */
  const facts = (box, told) => {
    const list = /** @type {HTMLElement} */ (box?.querySelector(":scope > .cr-facts"));
    fact(list, "clock", told.clock ? [told.clock + (told.event?.known ? `, ${say(told.event.date)}` : "")] : []);
    fact(list, "applies", told.because_words ?? []);
    fact(list, "duty", told.kind ? [] : told.duty ? [told.duty] : []);
    fact(list, "to", toWhom(told.bodies), true);
    fact(list, "working-day", told.last_working_day_before ? [`${say(told.last_working_day_before)}: the date falls on a day that is no working day, and is not moved`] : []);
    fact(list, "closed", told.if_closed_days_excluded ? [say(told.if_closed_days_excluded)] : []);
    fact(list, "last-held", told.last_held ? lastHeld(told.last_held) : []);
    fact(list, "looked", told.kind === "gap" && told.words ? [told.words] : []);
    fact(list, "notes", told.notes);
    fact(list, "source", told.source ? [CaseReviewDom.cited(told.source)] : []);
  };

  /** Whom to tell and how; bodies that are told in the same way stand together. @param {BodyReply[]} bodies */
  const toWhom = (bodies) => {
    /** @type {Map<string, string[]>} */
    const ways = new Map();
    for (const { name, how } of bodies) ways.set(how, [...(ways.get(how) ?? []), name]);
    return [...ways].map(([how, names]) => `${names.join("; ")}: ${how}`);
  };

  /** What the last figure was, each reading with its own source, and that it is to be checked. @param {LastHeldReply} held */
  const lastHeld = (held) => (held.readings.length ? [...held.readings.map((reading) => `${reading.clock}, by ${reading.source.title}`), held.words] : [`${held.clock}, ${held.words}`]);

  /** The dates by the last figure held, soonest first. @param {RuleReply} rule */
  const heldDates = (rule) => rule.last_held?.dates ?? [];

  /** Those dates, but for the law's own, each with how far off it is if that figure still applies. @param {RuleReply} rule */
  const heldParts = (rule) => {
    const several = heldDates(rule).length > 1;
    const dates = heldDates(rule).filter(({ due }) => rule.supplied || due !== rule.due);
    const dated = dates.map(({ due, labels, off }) => {
      const part = made("span", say(due) + (labels.length && several ? ` (${labels.join("; ")})` : ""), "cr-line");
      if (off) part.append(": ", offPart(/** @type {LastHeldReply} */ (rule.last_held), off));
      return part;
    });
    if (dates.some(({ off }) => off)) dated.at(-1)?.append(", if the last figure held still applies");
    return dated;
  };

  /** For an act that falls due on a day that is no working day, the last before it. @param {RuleReply} rule */
  const lastWorkingDay = ({ kind, last_working_day_before: day }) => (day && kind === "deadline" ? [made("span", `last working day before: ${say(day)}`, "cr-line")] : []);

  /** The dates that other texts set beside a word such as immediately, each once, soonest first. @param {RuleReply} rule */
  const clocksBeside = (rule) => {
    const dated = rule.at_once ? rule.readings.filter(({ due, applies }) => due && applies !== "no") : [];
    return [...new Set(dated.map(({ due }) => due))].sort().map((day) => {
      const agreed = dated.filter(({ due }) => due === day);
      const part = made("span", `${say(day)} (${agreed.map(({ period }) => period).join("; ")})`, "cr-line");
      if (agreed[0].left) part.append(": ", offPart(rule, agreed[0].left));
      return part;
    });
  };

  /** How far off a date is, marked if an act is past it. @param {{ kind: KindWord }} rule @param {LeftReply} left */
  const offPart = ({ kind }, { days, words }) => made("span", words, `cr-answer__off${days < 0 && kind !== "retention" ? " cr-answer__past" : ""}`);

  /** @param {HTMLElement} list @param {string} name @param {string[]} values @param {boolean} [linked] whether addresses in it become links */
  const fact = (list, name, values, linked = false) => {
    const row = /** @type {HTMLElement} */ (list.querySelector(`[data-fact="${name}"]`));
    if (!values.length) row.remove();
    else row.querySelector("dd")?.replaceChildren(...values.map((value) => (linked ? CaseReviewDom.linked(value) : made("span", value, "cr-line"))));
  };

  /** What the last day of a count is called in its picture, in a few letters. @type {Partial<Record<KindWord, string>>} */
  const ENDS = { retention: "keep", lookback: "first" };

  /** @param {Element | null} box @param {DayReply[]} days @param {KindWord} kind */
  const count = (box, days, kind) => {
    const details = /** @type {HTMLDetailsElement} */ (box?.querySelector(":scope > .cr-count"));
    if (!days.length) {
      details.remove();
      return;
    }
    details.querySelector("[data-rows]")?.replaceChildren(...countRows(days, say));
    const picture = pictures()?.month(days, { say, today: shown?.today ?? null, ends: ENDS[kind] ?? "due" });
    if (picture) details.querySelector("[data-picture]")?.replaceChildren(picture);
  };

  /** The counts of the dates by the last figure held, each under that figure's name. @param {RuleReply} rule */
  const heldCounts = (rule) =>
    (rule.last_held?.dates ?? []).flatMap(({ due, counts }) =>
      counts.map((days) => {
        const box = made("div", "", "cr-held-count");
        const details = /** @type {DocumentFragment} */ (at("cr-line").content).querySelector(".cr-count")?.cloneNode(true);
        box.append(/** @type {Node} */ (details));
        text(box, "summary", `By the last figure held: ${say(due)}, day by day`);
        count(box, days, rule.last_held?.kind ?? rule.kind);
        return box;
      }),
    );

  /** @param {Element} box @param {string} selector @param {(string | HTMLElement)[]} values */
  const parts = (box, selector, values) => {
    const place = /** @type {HTMLElement} */ (box.querySelector(selector));
    place.replaceChildren(...values);
    place.hidden = !values.length;
  };

  /** @param {Element} box @param {string} selector @param {string} value */
  const text = (box, selector, value) => parts(box, selector, value ? [value] : []);

  at("cr-who").onchange = () => shown && lines();
  at("cr-hide-done").onchange = () => shown && lines();

  return { draw, reply: () => shown };
})();
