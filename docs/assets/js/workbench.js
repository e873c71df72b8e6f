// @ts-check
// Joins the workbench's parts: starts the calculator at the first sign of intent, asks it as the form changes, shows what
// comes back, and reads and makes links. What is said of a child stands in the address only if the reader asked for it.
(() => {
  "use strict";

  const lacking = [
    typeof CaseReviewEngine === "undefined" ? "assets/js/engine.js" : "",
    typeof CaseReviewForm === "undefined" ? "assets/js/form.js" : "",
    typeof CaseReviewLimits === "undefined" ? "assets/js/limits.js" : "",
    typeof CaseReviewDone === "undefined" ? "assets/js/done.js" : "",
    typeof CaseReviewAnswers === "undefined" ? "assets/js/answers.js" : "",
    typeof CaseReviewCriteria === "undefined" ? "assets/js/criteria.js" : "",
    typeof CaseReviewKeep === "undefined" ? "assets/js/keep.js" : "",
    typeof CaseReviewFiles === "undefined" ? "assets/js/files.js" : "",
  ].filter(Boolean);
  // Without one of these others break, though they are there.
  if (typeof CaseReviewAsker === "undefined") lacking.splice(0, lacking.length, "assets/js/asker.js");
  if (typeof CaseReviewDom === "undefined") lacking.splice(0, lacking.length, "assets/js/dom.js");
  if (lacking.length) {
    const place = /** @type {HTMLElement} */ (document.getElementById("cr-lacking"));
    place.textContent = `: ${lacking.join(", ")}. Copy the whole folder again`;
    return;
  }

  const { PARTS, at, typedDate } = CaseReviewDom;
  const PAUSE = 150; // milliseconds without a keystroke before the calculator is asked
  const form = /** @type {HTMLFormElement} */ (at("case"));
  let awake = false;
  let working = 0; // how many answers that the reader asked for are under way

  /** @param {string} stage @param {number} done */
  const progress = (stage, done) => {
    at("cr-progress").value = done;
    at("cr-progress").hidden = done >= 1;
    at("cr-stage").textContent = done >= 1 ? "" : stage;
  };

  /** @param {unknown} error */
  const failed = (error) => {
    awake = false;
    at("cr-progress").hidden = true;
    at("cr-stage").textContent = "";
    at("cr-why").textContent = error instanceof Error ? error.message : String(error);
    at("cr-failed").hidden = false;
    at("cr-table").open = true;
  };

  const wake = () => {
    at("cr-failed").hidden = true;
    CaseReviewEngine.start().then(() => {
      if (awake) return;
      awake = true;
      changed();
    }, failed);
  };

  const question = () => ({ ...CaseReviewForm.question(), done: CaseReviewDone.given(CaseReviewForm.edition()), figures: CaseReviewLimits.figures(), decisions: CaseReviewCriteria.kept(CaseReviewForm.edition()), tests: true });

  /** @type {{ reply: PlanReply & InFullReply, question: string } | null} a case that was just opened: what moved since it was saved is said with its first answer alone */
  let opened = null;

  const plan = CaseReviewAsker({
    region: "answer",
    question,
    draw: (reply, asked, again) => {
      at("cr-shared").hidden = true;
      const saved = opened?.question === JSON.stringify(asked) ? opened.reply : null;
      CaseReviewAnswers.draw({ ...reply, moved: saved?.moved, in_full: { ...reply.in_full, ...saved?.in_full } }, asked, again);
      opened = null;
      CaseReviewCriteria.draw(reply, CaseReviewForm.test());
      CaseReviewFiles.remember(asked);
      heard(reply);
    },
    refused: CaseReviewForm.showErrors,
  });

  /** Let the form follow what the calculator says of it. @param {PlanReply & InFullReply} reply */
  const heard = (reply) => {
    if (reply.edition !== CaseReviewForm.edition()) return;
    CaseReviewLimits.draw(reply);
    CaseReviewForm.heard(reply);
  };

  const workOut = async () => {
    CaseReviewForm.clearErrors();
    at("cr-failed").hidden = true;
    if (!CaseReviewForm.edition()) { // Enter in a choice of nation submits the form before its button is shown
      CaseReviewForm.showErrors([{ field: "edition", message: CaseReviewForm.nation() ? "Choose an edition: the date alone does not settle it" : "Choose a nation" }]);
      return;
    }
    const missing = CaseReviewLimits.missing();
    if (missing.length) {
      CaseReviewForm.showErrors(missing);
      return;
    }
    clearTimeout(timer);
    working += 1;
    at("cr-go").setAttribute("aria-disabled", "true");
    try {
      await governs(); // Enter in the incident's date comes before the edition has followed it
      await plan.ask();
      awake = true;
      if (plan.answered() && !at("answer").dataset.stale) CaseReviewForm.fold(); // not under the hands of who went on typing
      at("answer-title").scrollIntoView();
    } catch (error) {
      failed(error);
    } finally {
      working -= 1;
      at("cr-go").removeAttribute("aria-disabled");
      changed(); // what was changed meanwhile
    }
  };

  let timer = 0;
  let peeks = 0;
  /** Something in the form is other than before: mark an answer that no longer fits, then ask anew. */
  const changed = () => {
    plan.check();
    CaseReviewForm.say();
    clearTimeout(timer);
    timer = setTimeout(follow, PAUSE);
  };

  /** Ask again under an answer; before there is one, only let the form follow. */
  const follow = async () => {
    if (!awake || working) return;
    try {
      await governs();
      if (working || !CaseReviewForm.edition()) return;
      if (plan.answered()) {
        if (at("answer").dataset.stale) await plan.ask({ quiet: true });
        return;
      }
      const mine = (peeks += 1);
      const reply = await CaseReviewEngine.ask(question());
      if (mine === peeks && !plan.answered() && !reply.errors) heard(reply);
    } catch (error) {
      failed(error);
    }
  };

  /** The date, nation and choice for which the edition was asked last. */
  let governed = "";
  const governs = async () => {
    const on = typedDate("event-incident");
    const nation = CaseReviewForm.nation();
    if (nation && !on && governed) {
      governed = "";
      CaseReviewForm.ungoverned();
    }
    const asked = JSON.stringify([nation, on, CaseReviewForm.edition()]);
    if (!nation || !on || PARTS.some((part) => !on[part].trim()) || asked === governed) return;
    const reply = await CaseReviewEngine.ask({ ask: "editions", nation, on });
    if (reply.errors || asked !== JSON.stringify([CaseReviewForm.nation(), typedDate("event-incident"), CaseReviewForm.edition()])) return;
    governed = asked;
    CaseReviewForm.governed(reply.governs[0]);
    plan.check();
  };

  /** The reader's own calendar day, not Greenwich's, as the form shows it. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
  };

  /** Put a saved case into the form and answer it anew, or throw with every reason. @param {any} saved */
  const openCase = async (saved) => {
    const reply = await CaseReviewEngine.ask({ ask: "moved", case: saved, today: typedDate("today") });
    if (reply.errors) throw new Error(reply.errors.map((/** @type {ErrorReply} */ error) => error.message).join("; "));
    plan.forget();
    CaseReviewForm.clear();
    CaseReviewForm.choose(reply.edition);
    fillCase(reply);
    opened = { reply, question: JSON.stringify(question()) };
    await workOut();
    CaseReviewKeep.settled();
  };

  /** @param {PlanReply} reply */
  const fillCase = (reply) => {
    for (const [event, day] of Object.entries(reply.asked.events)) CaseReviewForm.fill(`event-${event}`, day);
    for (const [fact, value] of Object.entries(reply.asked.facts)) CaseReviewForm.answer(fact, value);
    for (const day of reply.asked.closed) CaseReviewForm.fill(CaseReviewForm.addClosed().id, day);
    for (const period of reply.asked.own ?? []) {
      const row = CaseReviewForm.addOwn();
      for (const [name, value] of Object.entries(period)) {
        const field = /** @type {HTMLInputElement | null} */ (row.querySelector(`[data-own-field="${name}"]`));
        if (field) field.value = String(value);
      }
    }
    CaseReviewDone.fill(reply.edition, reply.asked.done);
    CaseReviewCriteria.fill(reply.edition, reply.asked.decisions);
    at("reference").value = reply.reference ?? "";
    at("notes").value = reply.asked.notes;
    const figures = reply.asked.figures;
    for (const [index, file] of (Array.isArray(figures) ? figures : figures ? [figures] : []).entries()) CaseReviewLimits.open(`the case${index ? ` (${index + 1})` : ""}`, file);
    CaseReviewForm.refresh();
  };

  /** Say what in a link could not be used. @param {string[]} faults */
  const linkFaults = (faults) => {
    const box = at("cr-link-fault");
    box.hidden = !faults.length;
    const text = box.querySelector("p");
    if (text) text.textContent = faults.join(" ");
  };

  /** Take nation, edition, rule or test from the address, and from its fragment what a link holds; answer it if it holds anything. */
  const readAddress = async () => {
    const asked = new URLSearchParams(location.search);
    const edition = asked.get("edition");
    const rule = asked.get("rule");
    const test = asked.get("test");
    const nation = asked.get("nation");
    const faults = [];
    if (nation !== null && !CaseReviewForm.chooseNation(nation)) faults.push(`This link names a nation, “${nation}”, that this guide does not hold.`);
    if (edition !== null && !CaseReviewForm.choose(edition)) faults.push(`This link names an edition, “${edition}”, that this copy of the guide does not hold. Choose the guidance below.`);
    else if (rule !== null && !CaseReviewForm.only(rule)) faults.push(`This link names a rule, “${rule}”, that has no date to work out in this edition. Every rule is shown instead.`);
    else if (test !== null && !CaseReviewForm.onlyAsk(`${edition}#${test}`)) faults.push(`This link names a test, “${test}”, that this edition does not have.`);
    let holds = false;
    if (location.hash.includes("=")) {
      for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
        if (name === "figures") {
          try {
            for (const [index, file] of JSON.parse(value).entries()) CaseReviewLimits.open(`the link${index ? ` (${index + 1})` : ""}`, file);
            holds = true;
          } catch {
            faults.push("This link's figures are damaged; they were left out.");
          }
          continue;
        }
        if (document.getElementById(`fact-${name}`)) {
          if (CaseReviewForm.answer(name, value)) holds = true;
          else faults.push(`This link's answer to “${name}” is “${value}”, which is not yes, no or unknown; it was left out.`);
          continue;
        }
        const id = name === "today" ? "today" : name === "closed" ? CaseReviewForm.addClosed().id : `event-${name}`;
        if (!document.getElementById(`${id}-day`)) faults.push(`This link gives a date for “${name}”, which is no event of this guide; it was left out.`);
        else if (!CaseReviewForm.fill(id, value)) faults.push(`This link's date for “${name}” is “${value}”; type it as day, month and year instead.`);
        else holds ||= name !== "today";
      }
    }
    linkFaults(faults);
    CaseReviewForm.refresh();
    CaseReviewKeep.settled(); // what a link brought can be had again
    if (edition !== null || nation !== null || location.hash.includes("=")) wake();
    if (holds && edition !== null && CaseReviewForm.edition() && !faults.length) {
      try {
        await CaseReviewEngine.start();
        await workOut();
        CaseReviewKeep.settled(); // the link itself holds it
      } catch {
        // said by wake()
      }
    }
  };

  /** A link to this form with what is in it, on request alone; what is left out is said. */
  const share = () => {
    const asked = CaseReviewForm.question();
    const answered = /** @type {PlanReply} */ (CaseReviewAnswers.reply()); // its dates are written as a link has them
    const held = new URLSearchParams(answered.asked.events);
    for (const day of answered.asked.closed) held.append("closed", day);
    if (answered.today && answered.today !== today()) held.append("today", answered.today);
    const facts = Object.entries(asked.facts);
    if (at("cr-link-facts").checked) for (const [fact, value] of facts) held.append(fact, value);
    const figures = CaseReviewLimits.figures();
    if (figures) held.append("figures", JSON.stringify(figures));
    const link = new URL(location.href);
    link.search = new URLSearchParams({ edition: asked.edition ?? "", ...(asked.rule ? { rule: asked.rule } : {}) }).toString();
    link.hash = held.toString();
    const left = [
      facts.length && !at("cr-link-facts").checked ? "what you said of the child" : "",
      asked.own.length ? "your own periods" : "",
      Object.keys(CaseReviewDone.given(asked.edition)).length ? "what is done" : "",
      asked.notes || asked.reference ? "reference and notes" : "",
    ].filter(Boolean);
    at("cr-link-left-out").hidden = !left.length;
    at("cr-link-left-out").textContent = left.length ? `Left out: ${left.join(", ")}. A saved case holds everything.` : "";
    at("cr-shared").hidden = false;
    at("cr-link").value = link.href;
    at("cr-link").focus();
    at("cr-link").select();
  };

  /** Give the link to the referral form the dates that were answered, and nothing of the child. */
  const refer = () => {
    const answered = /** @type {PlanReply} */ (CaseReviewAnswers.reply());
    at("cr-referral").hash = new URLSearchParams(answered.asked.events).toString();
  };

  /** Print what is on the page as it is folded, or everything opened; what was folded is folded again after. @param {boolean} all */
  const printed = (all) => {
    const folded = all ? /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("#answer details:not([open]):not(#cr-out):not(#cr-nations)")]) : [];
    for (const details of folded) details.open = true;
    print();
    for (const details of folded) details.open = false;
  };

  CaseReviewEngine.hear(progress);
  CaseReviewEngine.hearStop(failed);
  for (const sign of ["focusin", "pointerdown", "keydown"]) form.addEventListener(sign, wake, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (at("cr-go").getAttribute("aria-disabled") !== "true") workOut();
  });
  at("cr-retry").onclick = wake;
  at("cr-print").onclick = () => printed(false);
  at("cr-print-all").onclick = () => printed(true);
  at("cr-share").onclick = share;
  at("cr-referral").onclick = refer;
  CaseReviewForm.hear(changed);
  CaseReviewLimits.hear(changed);
  CaseReviewDone.hear(changed);
  CaseReviewCriteria.hear(changed);
  form.addEventListener("input", changed);
  addEventListener("pageshow", CaseReviewForm.refresh);

  at("cr-asleep").hidden = true;
  form.hidden = false;
  at("cr-table").open = false;
  CaseReviewForm.fill("today", today());
  CaseReviewKeep.hear({
    current: () => JSON.stringify({ ...question(), today: null, edition: null, rule: null }),
    onCase: openCase,
    onFigures: changed,
  });
  readAddress();
})();
