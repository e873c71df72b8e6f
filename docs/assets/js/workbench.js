// @ts-check
// Joins the workbench's parts: starts the calculator at the first sign of intent, asks it, shows what comes back,
// and reads and makes links. The address holds an edition and rule; dates stand in it only if the reader asked.
(() => {
  "use strict";

  const lacking = [
    typeof CaseReviewEngine === "undefined" ? "assets/js/engine.js" : "",
    typeof CaseReviewForm === "undefined" ? "assets/js/form.js" : "",
    typeof CaseReviewAnswers === "undefined" ? "assets/js/answers.js" : "",
    typeof CaseReviewCriteria === "undefined" ? "assets/js/criteria.js" : "",
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

  const { at } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("cr-form"));

  /** @param {string} stage @param {number} done */
  const progress = (stage, done) => {
    at("cr-progress").value = done;
    at("cr-progress").hidden = done >= 1;
    at("cr-stage").textContent = done >= 1 ? "" : stage;
  };

  /** @param {unknown} error */
  const failed = (error) => {
    at("cr-progress").hidden = true;
    at("cr-stage").textContent = "";
    at("cr-why").textContent = error instanceof Error ? error.message : String(error);
    at("cr-failed").hidden = false;
    at("cr-table").open = true;
  };

  const wake = () => {
    at("cr-failed").hidden = true;
    CaseReviewEngine.start().catch(failed);
  };

  const plan = CaseReviewAsker({
    region: "cr-results",
    question: () => ({ ...CaseReviewForm.question(), reference: at("reference").value }),
    draw: (reply, question) => {
      at("cr-shared").hidden = true;
      CaseReviewAnswers.draw(reply, question);
      CaseReviewFiles.remember(question);
    },
    refused: CaseReviewForm.showErrors,
  });

  const workOut = async () => {
    CaseReviewForm.clearErrors();
    at("cr-failed").hidden = true;
    if (!CaseReviewForm.edition()) { // Enter in a choice of nation submits the form before its button is shown
      CaseReviewForm.showErrors([{ field: "edition", message: "Choose a nation, then the guidance to count with" }]);
      return;
    }
    at("cr-go").setAttribute("aria-disabled", "true");
    try {
      await plan.ask();
    } catch (error) {
      failed(error);
    } finally {
      at("cr-go").removeAttribute("aria-disabled");
    }
  };

  const decide = async () => {
    at("cr-failed").hidden = true;
    try {
      await CaseReviewCriteria.ask();
    } catch (error) {
      failed(error);
    }
  };

  /** The reader's own calendar day, not Greenwich's, as the form shows it. */
  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
  };

  /** Say what in a link could not be used. @param {string[]} faults */
  const linkFaults = (faults) => {
    const box = at("cr-link-fault");
    box.hidden = !faults.length;
    const text = box.querySelector("p");
    if (text) text.textContent = faults.join(" ");
  };

  /** Take an edition and rule from the address, and dates from its fragment if there are any. */
  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    const edition = asked.get("edition");
    const rule = asked.get("rule");
    const faults = [];
    const test = asked.get("test");
    if (edition !== null && !CaseReviewForm.choose(edition)) faults.push(`This link names an edition, “${edition}”, that this copy of the guide does not hold. Choose the guidance below.`);
    else if (rule !== null && !CaseReviewForm.only(rule)) faults.push(`This link names a rule, “${rule}”, that has no date to work out in this edition. Every rule is shown instead.`);
    else if (test !== null && !CaseReviewCriteria.choose(`${edition}#${test}`)) faults.push(`This link names a test, “${test}”, that this edition does not have. Choose one below.`);
    if (location.hash.includes("=")) {
      for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
        const id = name === "today" ? "today" : name === "closed" ? CaseReviewForm.addClosed().id : `event-${name}`;
        if (!document.getElementById(`${id}-day`)) faults.push(`This link gives a date for “${name}”, which is no event of this guide; it was left out.`);
        else if (!CaseReviewForm.fill(id, value)) faults.push(`This link's date for “${name}” is “${value}”; type it as day, month and year instead.`);
      }
    }
    linkFaults(faults);
    if (edition !== null || location.hash.includes("=")) wake();
  };

  /** A link to this form with its dates, as typed and only on request. */
  const share = () => {
    const question = CaseReviewForm.question();
    const dates = new URLSearchParams();
    /** @param {any} typed */
    const written = (typed) => [typed.year, typed.month, typed.day].map((part) => part.trim()).join("-");
    for (const [event, typed] of Object.entries(question.events)) dates.append(event, written(typed));
    for (const typed of question.closed) dates.append("closed", written(typed));
    if (question.today && written(question.today) !== today()) dates.append("today", written(question.today));
    const link = new URL(location.href);
    link.search = new URLSearchParams({ edition: question.edition ?? "", ...(CaseReviewForm.rule() ? { rule: CaseReviewForm.rule() ?? "" } : {}) }).toString();
    link.hash = dates.toString();
    at("cr-link-own").hidden = !question.own.length;
    at("cr-shared").hidden = false;
    at("cr-link").value = link.href;
    at("cr-link").focus();
    at("cr-link").select();
  };

  const openCounts = () => {
    for (const count of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("#cr-results details.cr-count"))) count.open = true;
  };

  CaseReviewEngine.hear(progress);
  CaseReviewEngine.hearStop(failed);
  for (const sign of ["focusin", "pointerdown", "keydown"]) form.addEventListener(sign, wake, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (at("cr-go").getAttribute("aria-disabled") !== "true") workOut();
  });
  at("cr-retry").onclick = wake;
  at("cr-decide").onclick = decide;
  at("cr-print").onclick = () => print();
  at("cr-share").onclick = share;
  at("cr-open-counts").onclick = openCounts;
  at("cr-every").onclick = () => {
    CaseReviewForm.only(null);
    at("step-dates").scrollIntoView();
  };
  addEventListener("beforeprint", openCounts);
  CaseReviewForm.hear(() => {
    CaseReviewCriteria.refresh();
    plan.check();
  });
  form.addEventListener("input", () => {
    CaseReviewCriteria.check();
    plan.check();
  });
  addEventListener("pageshow", CaseReviewForm.refresh);

  at("cr-asleep").hidden = true;
  form.hidden = false;
  at("cr-table").open = false;
  CaseReviewForm.fill("today", today());
  readAddress();
  CaseReviewForm.refresh();
})();
