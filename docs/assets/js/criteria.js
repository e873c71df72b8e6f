// @ts-check
// The edition's tests on the facts given, each with every reason, and the same facts put to the other nations' tests.
// No logic of a test is here.
var CaseReviewCriteria = (() => {
  "use strict";

  const { at, made } = CaseReviewDom;
  const VALUES = { yes: "Holds", no: "Does not hold", unknown: "Not known" };
  const OUTCOMES = { met: "met", "not-met": "not met on these facts", "not-known": "not known", weigh: "to be weighed" };
  /** Whether none of several tests is met, by what they come to. @type {Record<string, string>} */
  const NEITHER = { neither: "yes, on these facts", "not-known": "not known" };
  const ANSWERS = { yes: "Yes", no: "No", unknown: "Not known" };

  /** @type {{ edition: string, taken: DecisionReply }[]} decisions that the reader keeps with the case */
  let decisions = [];
  let changed = () => {};
  /** @type {Say} */
  let say = () => "";

  /** The decisions kept on an edition's tests. @param {string | null} edition */
  const kept = (edition) => decisions.filter((each) => each.edition === edition).map((each) => each.taken);

  /** Draw every test of an answer. @param {PlanReply & InFullReply} reply @param {string | null} only the one test that was asked for, as `edition#test` */
  const draw = (reply, only) => {
    say = (day) => (day ? (reply.in_full[day] ?? day) : "");
    const refocus = CaseReviewDom.focusHeld(at("cr-decisions"));
    const open = new Set([...at("cr-decisions").querySelectorAll("details[open]")].map((each) => each.id));
    const tests = (reply.tests ?? []).filter((test) => !only || `${test.edition}#${test.test}` === only);
    const asked = only ? [] : (reply.alternatives ?? []);
    const among = new Set(asked.flatMap((each) => each.tests.map(({ test }) => test)));
    const alone = tests.filter((test) => !among.has(test.test));
    const parts = [...asked.map((each) => alternatives(each, tests)), ...alone.map((test) => drawn(test))];
    const box = /** @type {HTMLDetailsElement} */ (made("details", "", "cr-fold"));
    box.id = "cr-tests";
    box.append(made("summary", `Tests on these facts (${total(asked, alone)})`), ...parts);
    at("cr-decisions").replaceChildren(...(parts.length ? [box] : []), nations(reply));
    for (const details of /** @type {NodeListOf<HTMLDetailsElement>} */ (at("cr-decisions").querySelectorAll("details"))) details.open = open.has(details.id) || Boolean(only && details.id !== "cr-nations");
    refocus();
  };

  /** A test's outcome in a few words; that its text may have been amended since it was read stays said. @param {TestReply} test */
  const short = (test) => OUTCOMES[test.outcome] + (test.outcome === "met" && test.outcome_words.includes("on the text as read") ? ", on the text as read" : "");

  /** What one question of several tests came to, unless that is not known, then how many of all came to what.
   * @param {AlternativesReply[]} asked @param {TestReply[]} alone */
  const total = (asked, alone) => {
    const told = asked.map(({ words }) => words).filter((words) => words !== OUTCOMES["not-known"]);
    const outcomes = [...alone.map(({ outcome }) => outcome), ...Array(asked.length - told.length).fill("not-known")];
    const numbers = Object.entries(OUTCOMES).map(([outcome, words]) => ({ number: outcomes.filter((each) => each === outcome).length, words }));
    return [...told, ...numbers.filter(({ number }) => number).map(({ number, words }) => `${number} ${words}`)].join("; ");
  };

  /** One question that several tests answer between them, with the window that it asks about: what it comes to, and folded each
   * outcome with its own test. @param {AlternativesReply} asked @param {TestReply[]} tests */
  const alternatives = (asked, tests) => {
    const box = /** @type {HTMLDetailsElement} */ (made("details", "", "cr-test"));
    box.id = `either-${asked.tests.map(({ test }) => test).join("-or-")}`;
    box.dataset.either = asked.outcome;
    const head = made("summary", "");
    head.append(made("span", asked.question, "cr-test__question"), " ", made("strong", asked.words, "cr-test__outcome"));
    const inside = made("div", "", "cr-test__body");
    if (asked.says) inside.append(made("p", asked.says));
    const window = CaseReviewDom.windowSaid(asked.window, say);
    if (window) inside.append(made("p", window));
    inside.append(
      ...asked.tests.map((among) => drawn(/** @type {TestReply} */ (tests.find(({ test }) => test === among.test)), among)),
      made("p", `None of them: ${NEITHER[asked.outcome] ?? "no"}`, "cr-test__none"),
    );
    box.append(head, inside);
    return box;
  };

  /** One test: its outcome, and folded its limbs, reasons and source. Among several it bears its short name, and what was told of all
   * is not told again. @param {TestReply} test @param {AlternativeReply} [among] */
  const drawn = (test, among) => {
    const copy = /** @type {DocumentFragment} */ (at("cr-test").content.cloneNode(true));
    const box = /** @type {HTMLDetailsElement} */ (copy.firstElementChild);
    box.id = `test-${test.edition.replaceAll("/", "-")}-${test.test}`;
    box.dataset.test = test.test;
    box.dataset.outcome = test.outcome;
    /** @type {HTMLElement} */ (box.querySelector(".cr-test__question")).textContent = among ? among.name.charAt(0).toUpperCase() + among.name.slice(1) : test.question;
    /** @type {HTMLElement} */ (box.querySelector(".cr-test__outcome")).textContent = short(test);
    /** @type {HTMLElement} */ (box.querySelector("[data-outcome-words]")).textContent = test.outcome === "met" ? test.outcome_words : test.outcome === "weigh" ? test.then : ""; // else the line says it
    /** @type {HTMLElement} */ (box.querySelector("[data-basis]")).textContent = CaseReviewDom.cited(test.source);
    box.querySelector("tbody")?.replaceChildren(
      ...test.limbs.map((limb) => {
        const row = made("tr", "");
        const place = CaseReviewDom.cited(limb.source);
        row.append(made("td", limb.text), made("td", VALUES[limb.value]), made("td", place === CaseReviewDom.cited(test.source) ? "As above" : place));
        return row;
      }),
    );
    const said = (/** @type {string} */ fact) => `${test.facts[fact].question} ${ANSWERS[test.facts[fact].value]}.`;
    const rows = [];
    const decided = test.outcome === "not-known" ? "Held open by" : "Because of";
    const both = test.because.filter((fact) => test.would_change.includes(fact));
    const [alone, other] = [test.because.filter((fact) => !both.includes(fact)), test.would_change.filter((fact) => !both.includes(fact))];
    if (both.length) rows.push(reason(`${decided}; another answer to one of these would change it`, both.map(said)));
    if (alone.length) rows.push(reason(both.length ? `Also ${decided.toLowerCase()}` : decided, alone.map(said)));
    if (other.length) rows.push(reason("Another answer to one of these would change it", other.map(said)));
    if (!test.would_change.length && test.outcome !== "weigh") rows.push(reason("What would change it", ["No single other answer would."]));
    if (test.follows.length && test.outcome === "met") rows.push(reason("What follows", test.follows.map((rule) => `${rule.action}: ${rule.when}`)));
    const notes = test.notes.filter((note) => note !== among?.says);
    if (notes.length) rows.push(reason("Notes", notes));
    const taken = kept(test.edition).filter((each) => each.test === test.test);
    if (taken.length) {
      rows.push(reason("Decided", taken.map((each) => `${OUTCOMES[each.outcome]}, on ${say(each.on)}`)));
      rows.push(...["Decided by (roles, no names)", "Dissent (roles, no names)"].map(roomFor));
    }
    box.querySelector("dl")?.replaceChildren(...rows);
    const keep = /** @type {HTMLButtonElement} */ (box.querySelector("[data-keep]"));
    keep.append(made("span", `: ${test.question}`, "cr-hidden"));
    keep.onclick = () => {
      const { edition, today, asked } = /** @type {PlanReply} */ (CaseReviewAnswers.reply());
      if (!today) return;
      decisions = [...decisions.filter((each) => each.edition !== edition || each.taken.test !== test.test), { edition, taken: { test: test.test, outcome: test.outcome, on: today, facts: asked.facts } }];
      changed();
    };
    /** @type {HTMLElement} */ (box.querySelector("[data-record]")).append(made("span", `: ${test.question}`, "cr-hidden"));
    return box;
  };

  /** @param {string} name @param {string[]} values */
  const reason = (name, values) => {
    const row = made("div", "", "cr-fact");
    const said = made("dd", "");
    said.append(...values.map((value) => made("span", value, "cr-line")));
    row.append(made("dt", name), said);
    return row;
  };

  /** Room to write on paper. @param {string} name */
  const roomFor = (name) => {
    const row = reason(name, []);
    row.classList.add("cr-on-paper");
    row.lastElementChild?.classList.add("cr-write");
    return row;
  };

  /** The same facts in the other nations, asked when the fold is opened. @param {PlanReply} reply */
  const nations = (reply) => {
    const box = /** @type {HTMLDetailsElement} */ (made("details", "", "cr-fold cr-nations"));
    box.id = "cr-nations";
    const place = made("div", "", "cr-nations__list");
    box.append(made("summary", "The same facts in all four nations"), place);
    box.addEventListener("toggle", async () => {
      if (!box.open || place.childElementCount) return;
      place.append(made("p", "Asking the calculator.", "cr-hint"));
      const on = reply.asked.events.incident ?? reply.today;
      const answer = await CaseReviewEngine.ask({ ask: "nations", on, facts: reply.asked.facts }).catch((error) => ({ errors: [{ message: String(error.message ?? error) }] }));
      if ("errors" in answer) place.replaceChildren(made("p", answer.errors.map((/** @type {ErrorReply} */ error) => error.message).join(" ")));
      else place.replaceChildren(made("p", `By the editions in force on ${answer.in_full[answer.on]}.`, "cr-hint"), ...answer.nations.map(nation), copyAll(answer.on));
    });
    return box;
  };

  /** @param {string} on */
  const copyAll = (on) => {
    const button = /** @type {HTMLButtonElement} */ (made("button", "Copy this as a record", "cr-button cr-button--secondary"));
    button.type = "button";
    button.dataset.record = on;
    button.dataset.export = "";
    return button;
  };

  /** One nation: what its tests come to and what would settle those that are open, then, folded, what is held of it.
   * @param {NationReply} each */
  const nation = (each) => {
    const part = made("section", "");
    part.append(made("h4", at(`nation-${each.nation}`)?.labels[0].textContent ?? each.nation));
    if (!each.edition) {
      part.append(made("p", each.held));
      return part;
    }
    const guidance = /** @type {HTMLAnchorElement} */ (made("a", `${CaseReviewForm.guidanceOf(each.edition)} (new tab)`));
    guidance.href = `${each.edition}.html`;
    guidance.target = "_blank";
    guidance.rel = "noopener";
    const named = made("p", "");
    named.append(guidance);
    const list = made("ul", "");
    list.append(
      ...each.tests.map((test) => {
        const item = made("li", `${test.question} `);
        item.append(made("strong", short(test)));
        return item;
      }),
    );
    part.append(named, list);
    const questions = new Set(each.tests.filter((test) => test.outcome === "not-known").flatMap((test) => test.because.map((fact) => test.facts[fact].question)));
    if (questions.size) part.append(made("p", `What is not known would be settled by: ${[...questions].join(" ")}`, "cr-nations__open"));
    const held = made("details", "", "cr-fold");
    const summary = made("summary", "What is held, and what is not");
    summary.append(made("span", `, of ${part.querySelector("h4")?.textContent}`, "cr-hidden"));
    held.append(summary, made("p", each.held));
    part.append(held);
    return part;
  };

  return {
    draw,
    /** @param {string} edition @param {DecisionReply[]} all */
    fill: (edition, all) => (decisions = all.map((taken) => ({ edition, taken }))),
    kept,
    /** Return what puts back the decisions that are kept now. */
    hold: () => {
      const held = decisions;
      return () => {
        decisions = held;
      };
    },
    hear: (/** @type {typeof changed} */ listener) => (changed = listener),
  };
})();
