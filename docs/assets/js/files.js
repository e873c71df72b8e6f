// @ts-check
// Hands over the last answer as a file or as text. The calculator writes it; here it is only saved or copied.
var CaseReviewFiles = (() => {
  "use strict";

  const { at } = CaseReviewDom;
  const BYTE_ORDER_MARK = "\ufeff"; // without it Excel takes UTF-8 for the computer's own old encoding
  const KEPT_FOR = 60_000; // milliseconds in which the browser may take its copy of a file

  /** @type {object | null} the question whose answer is shown */
  let answered = null;
  let busy = false;

  /** @param {string} text */
  const say = (text) => (at("cr-file-status").textContent = text);

  /** Remember what was asked, so that a file says what the page shows. @param {object} question */
  const remember = (question) => {
    answered = question;
    say("");
  };

  /** @param {string} form @returns {Promise<PlanReply & { file: FileReply }>} */
  const made = async (form) => {
    const asked = answered;
    /** @type {(PlanReply & { file: FileReply }) | ErrorsReply} */
    const reply = await CaseReviewEngine.ask({ ...asked, as: form, made: `${new Date().toISOString().slice(0, 19)}Z` }, { exports: form === "ics" });
    if (asked !== answered || at("cr-results").dataset.stale) throw new Error("You have changed something since, so nothing was made. Work out the dates again.");
    if ("errors" in reply) throw new Error(`${reply.errors.map((error) => error.message).join(". ")}.`);
    return reply;
  };

  /** @param {FileReply} file @param {string} text */
  const save = (file, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${file.type};charset=utf-8` }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
  };

  const calendar = async () => {
    say("Making the calendar file. The first takes a moment.");
    const { reference, file } = await made("ics");
    save(file, file.text);
    say(`Made ${file.name}. ${reference ? "Importing a later file with the same reference updates its entries." : "Give a case reference, and importing a later file updates its entries instead of adding to them."}`);
  };

  const spreadsheet = async () => {
    const { file } = await made("csv");
    save(file, BYTE_ORDER_MARK + file.text);
    say(`Made ${file.name}.`);
  };

  const copy = async () => {
    const { file } = await made("text");
    say((await copied(file.text)) ? "Copied as text." : "This browser did not allow copying. Print the page instead, or save the spreadsheet.");
  };

  /** Put text on the clipboard, in whichever way the browser allows. @param {string} text @returns {Promise<boolean>} */
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text); // lacking, or refused, where the page is not from a secure place
      return true;
    } catch {
      const before = /** @type {HTMLElement | null} */ (document.activeElement);
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "cr-hidden";
      area.style.whiteSpace = "pre"; // or its line ends would be lost
      at("cr-results").append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      before?.focus();
      return done;
    }
  };

  /** Do one thing at a time, and say so if it cannot be done. @param {() => Promise<void>} work */
  const once = (work) => async () => {
    if (busy) return;
    busy = true;
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
  at("cr-copy").onclick = once(copy);

  return { remember };
})();
