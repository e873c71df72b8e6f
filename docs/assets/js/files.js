// @ts-check
// Hands over the last answer as a file or as text. The calculator writes it; here it is only saved or copied.
var CaseReviewFiles = (() => {
  "use strict";

  const { at } = CaseReviewDom;
  const { save } = CaseReviewHandOver;
  /** @param {string} text */
  const copied = (text) => CaseReviewHandOver.copy(text, at("answer"));

  /** @type {Record<string, any> | null} the question whose answer is shown */
  let answered = null;
  let busy = false;
  let unmade = false; // said so of late: the answer that comes of the change must not take that word away at once

  /** @param {string} text */
  const say = (text) => (at("cr-file-status").textContent = text);

  /** Remember what was asked, so that a file says what the page shows. @param {Record<string, any>} question */
  const remember = (question) => {
    answered = question;
    if (!unmade) say("");
    unmade = false;
  };

  /** Throw if the form or the answer is another than when something was asked. @param {object | null} asked */
  const refuseIfChanged = (asked) => {
    const stale = Boolean(at("answer").dataset.stale);
    if (asked === answered && !stale) return;
    unmade = stale;
    throw new Error(`You have changed something since, so nothing was made. Ask for it again${stale ? " once the dates are worked out" : ""}.`);
  };

  /** @param {string} form @param {object} [also] further keys of the question @returns {Promise<PlanReply & { file: FileReply }>} */
  const made = async (form, also = {}) => {
    const asked = answered;
    /** @type {(PlanReply & { file: FileReply }) | ErrorsReply} */
    const reply = await CaseReviewEngine.ask({ ...asked, tests: false, ...also, as: form, made: `${new Date().toISOString().slice(0, 19)}Z` }, { exports: form === "ics" });
    refuseIfChanged(asked);
    if ("errors" in reply) throw new Error(`${reply.errors.map((error) => error.message).join(". ")}.`);
    return reply;
  };

  /** What the reader chose for calendar and spreadsheet. */
  const chosen = () => {
    const rows = CaseReviewChosenRows.chosen();
    return { last_held: at("cr-with-last-held").checked, ...(rows ? { rows } : {}) };
  };

  const calendar = async () => {
    const rows = chosen();
    say("Making the calendar file. The first takes a moment.");
    const typed = at("cr-reminders").value.split(/[\s,;]+/).filter(Boolean);
    const reminders = typed.map((/** @type {string} */ each) => (/^\d+$/.test(each) ? Number(each) : each));
    const remind = CaseReviewChosenRows.reminded();
    const reminding = reminders.length && remind?.length !== 0 ? { reminders, ...(remind ? { remind } : {}) } : {};
    const { reference, file } = await made("ics", { ...rows, ...reminding });
    save(file);
    say(`Made ${file.name}. ${reference ? "Importing a later file with the same reference updates its entries." : "Give a case reference, and importing a later file updates its entries instead of adding to them."}`);
  };

  const spreadsheet = async () => {
    const { file } = await made("csv", chosen());
    save(file);
    say(`Made ${file.name}.`);
  };

  const kept = async () => {
    const { file } = await made("case");
    save(file);
    CaseReviewKeep.settled();
    say(`Made ${file.name}. Keep it where your case records are: it describes a child.`);
  };

  const figures = async () => {
    const missing = CaseReviewLimits.missing();
    if (missing.length) {
      CaseReviewForm.showErrors(missing);
      return;
    }
    const file = CaseReviewLimits.file();
    const text = `${JSON.stringify(file, null, 1)}\n`;
    const name = `figures-${(file?.edition ?? "").replaceAll("/", "-")}.json`;
    save({ name, type: "application/json", text });
    CaseReviewKeep.say(`Made ${name}. Others can open it here, or whoever looks after this copy can build it in.`);
  };

  /** @param {string} form @param {string} what @param {object} [also] */
  const copy = async (form, what, also = {}) => {
    const { file } = await made(form, also);
    say((await copied(file.text)) ? `Copied ${what}.` : "This browser did not allow copying. Print the page instead, or save the spreadsheet.");
  };

  /** Copy the record of one test's decision, or of all four nations' tests. @param {HTMLElement} button */
  const decision = async (button) => {
    const test = /** @type {HTMLElement | null} */ (button.closest("[data-test]"))?.dataset.test;
    const before = answered;
    const asked = { facts: before?.facts, today: before?.today, reference: before?.reference, as: "text" };
    const reply = await CaseReviewEngine.ask(test ? { ask: "criteria", edition: before?.edition, test, ...asked } : { ask: "nations", on: button.dataset.record, ...asked });
    refuseIfChanged(before);
    if (reply.errors) throw new Error(reply.errors.map((/** @type {ErrorReply} */ error) => error.message).join(". "));
    say((await copied(reply.file.text)) ? "Copied the decision record." : "This browser did not allow copying.");
  };

  /** Do one thing at a time, and say so if it cannot be done. @param {() => Promise<void>} work */
  const once = (work) => async () => {
    if (busy) return;
    busy = true;
    unmade = false; // what is asked for now is told in its own words
    try {
      await work();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    } finally {
      busy = false;
    }
  };

  at("cr-ics").onclick = once(calendar);
  at("cr-csv").onclick = once(spreadsheet);
  at("cr-save").onclick = once(kept);
  at("cr-save-figures").onclick = once(figures);
  at("cr-text").onclick = once(() => copy("text", "everything as text"));
  at("cr-copy").onclick = once(() => copy("summary", "a summary"));
  at("answer").addEventListener("click", (/** @type {Event} */ event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-copy-row]"));
    if (button && button.getAttribute("aria-disabled") !== "true") once(() => copy("row", "the row", { rows: [button.dataset.copyRow] }))();
    const record = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-record]"));
    if (record && record.getAttribute("aria-disabled") !== "true") once(() => decision(record))();
  });

  return { remember };
})();
