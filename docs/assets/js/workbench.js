// @ts-check
// Joins the workbench's parts: starts the calculator at the first sign of intent, asks it as the form changes, and shows what
// comes back.
(() => {
  "use strict";

  const lacking = [
    typeof CaseReviewEngine === "undefined" ? "assets/js/engine.js" : "",
    typeof CaseReviewForm === "undefined" ? "assets/js/form.js" : "",
    typeof CaseReviewAdded === "undefined" ? "assets/js/added.js" : "",
    typeof CaseReviewSteps === "undefined" ? "assets/js/steps.js" : "",
    typeof CaseReviewLimits === "undefined" ? "assets/js/limits.js" : "",
    typeof CaseReviewDone === "undefined" ? "assets/js/done.js" : "",
    typeof CaseReviewAnswers === "undefined" ? "assets/js/answers.js" : "",
    typeof CaseReviewBackPlan === "undefined" ? "assets/js/back-plan.js" : "",
    typeof CaseReviewCriteria === "undefined" ? "assets/js/criteria.js" : "",
    typeof CaseReviewLinks === "undefined" ? "assets/js/links.js" : "",
    typeof CaseReviewKeep === "undefined" ? "assets/js/keep.js" : "",
    typeof CaseReviewChosenRows === "undefined" ? "assets/js/chosen-rows.js" : "",
    typeof CaseReviewFiles === "undefined" ? "assets/js/files.js" : "",
  ].filter(Boolean);
  // Without one of these others break, though they are there.
  if (typeof CaseReviewAdded === "undefined") lacking.splice(0, lacking.length, "assets/js/added.js");
  if (typeof CaseReviewHandOver === "undefined") lacking.splice(0, lacking.length, "assets/js/hand-over.js");
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

  /** @param {unknown} error */
  const failed = (error) => {
    awake = false;
    CaseReviewDom.showFailure(error);
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
      CaseReviewForm.clearErrors(); // of a day that was mended in the answer itself
      const saved = opened?.question === JSON.stringify(asked) ? opened.reply : null;
      CaseReviewAnswers.draw({ ...reply, moved: saved?.moved, compared: saved?.compared, in_full: { ...reply.in_full, ...saved?.in_full } }, asked, again);
      opened = null;
      CaseReviewBackPlan.draw(reply);
      CaseReviewChosenRows.draw(reply, asked.rule);
      CaseReviewCriteria.draw(reply, CaseReviewForm.test());
      CaseReviewFiles.remember(asked);
      heard(reply);
    },
    refused: CaseReviewForm.showErrors,
    refusedIn: CaseReviewDone.refusedIn,
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
      if (plan.answered() && !at("answer").dataset.stale) CaseReviewSteps.fold(); // not under the hands of who went on typing
      if (at("cr-errors").hidden) at("answer-title").scrollIntoView();
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
    CaseReviewKeep.check();
    CaseReviewLimits.follow();
    CaseReviewForm.say();
    CaseReviewLinks.sayUnused();
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
    const now = () => JSON.stringify([CaseReviewForm.nation(), typedDate("event-incident"), CaseReviewForm.edition()]);
    const asked = now();
    if (!nation || !on || PARTS.some((part) => !on[part].trim()) || asked === governed) return;
    const reply = await CaseReviewEngine.ask({ ask: "editions", nation, on });
    if (reply.errors || asked !== now()) return;
    CaseReviewForm.governed(reply.governs[0]);
    governed = now(); // of the edition that was picked, so that going back to the one before it is told apart
    plan.check();
  };

  /** Put a saved case into the form and answer it anew, or throw with every reason. False if the reader keeps what is there.
   * @param {any} saved @param {string} name of its file */
  const openCase = async (saved, name) => {
    const reply = await CaseReviewEngine.ask({ ask: "moved", case: saved, today: typedDate("today") });
    if (reply.errors) throw new Error(reply.errors.map((/** @type {ErrorReply} */ error) => error.message).join("; "));
    if (!(await CaseReviewKeep.mayReplace(`The case in ${name}`))) return false;
    plan.forget();
    CaseReviewForm.clear();
    CaseReviewForm.choose(reply.edition);
    fillCase(reply);
    opened = { reply, question: JSON.stringify(question()) };
    await workOut();
    CaseReviewKeep.settled();
    CaseReviewKeep.replaced();
    return true;
  };

  /** Return what puts back everything that the reader gave, answered anew if it was answered. */
  const hold = () => {
    const answered = plan.answered() !== null;
    const parts = [CaseReviewForm.hold(), CaseReviewDone.hold(), CaseReviewCriteria.hold()];
    return async () => {
      plan.forget();
      for (const back of parts) back();
      if (answered) await workOut();
      else at("step-where").scrollIntoView();
    };
  };

  /** @param {PlanReply} reply */
  const fillCase = (reply) => {
    for (const [event, day] of Object.entries(reply.asked.events)) CaseReviewForm.fill(`event-${event}`, day);
    for (const [fact, value] of Object.entries(reply.asked.facts)) CaseReviewForm.answer(fact, value);
    for (const day of reply.asked.closed) CaseReviewForm.fill(CaseReviewAdded.addClosed().id, day);
    for (const period of reply.asked.own ?? []) CaseReviewAdded.addOwn(reply.edition, period);
    CaseReviewDone.fill(reply.edition, reply.asked.done);
    CaseReviewCriteria.fill(reply.edition, reply.asked.decisions);
    at("reference").value = reply.reference ?? "";
    at("notes").value = reply.asked.notes;
    const figures = reply.asked.figures;
    for (const [index, file] of (Array.isArray(figures) ? figures : figures ? [figures] : []).entries()) CaseReviewLimits.open(`the case${index ? ` (${index + 1})` : ""}`, file);
    CaseReviewForm.refresh();
  };

  /** Give the link to the referral form the dates that were answered, and nothing of the child. */
  const refer = () => {
    const answered = /** @type {PlanReply} */ (CaseReviewAnswers.reply());
    at("cr-referral").hash = new URLSearchParams(answered.asked.events).toString();
  };

  /** Print what is on the page as it is folded, or everything opened, with room to sign it off; what was folded is folded again after. @param {boolean} all */
  const printed = (all) => {
    const folded = all ? /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("#answer details:not([open]):not(#cr-out):not(#cr-nations)")]) : [];
    for (const details of folded) details.open = true;
    at("answer").toggleAttribute("data-whole", all);
    print();
    at("answer").removeAttribute("data-whole");
    for (const details of folded) details.open = false;
  };

  CaseReviewEngine.hear(CaseReviewDom.showProgress);
  CaseReviewEngine.hearStop(failed);
  for (const sign of ["focusin", "pointerdown", "keydown"]) form.addEventListener(sign, wake, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (at("cr-go").getAttribute("aria-disabled") !== "true") workOut();
  });
  at("cr-retry").onclick = wake;
  at("cr-print").onclick = () => printed(false);
  at("cr-print-all").onclick = () => printed(true);
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
  CaseReviewForm.fill("today", CaseReviewDom.today());
  CaseReviewKeep.hear({
    hold,
    current: () => JSON.stringify({ ...question(), today: null, edition: null, rule: null }),
    onCase: openCase,
    onFigures: changed,
  });
  CaseReviewLinks.hear({ onAddress: wake, onHeld: workOut, forget: plan.forget });
  CaseReviewLinks.read();
})();
