// @ts-check
// Which rows of the answer go into the calendar file and the spreadsheet, and of which the calendar reminds: all, until the
// reader leaves some out.
var CaseReviewChosenRows = (() => {
  "use strict";

  const { at, made } = CaseReviewDom;
  /** @type {Set<string>} what the reader left out, as `edition#rule`, so that it is found again when the edition is */
  const leftOut = new Set();
  /** @type {Set<string>} what the reader wants no reminder of, likewise */
  const quiet = new Set();
  let edition = "";

  /** @param {string} kind @returns {HTMLInputElement[]} */
  const boxesOf = (kind) => /** @type {HTMLInputElement[]} */ ([...at("cr-rows-list").querySelectorAll(`input[data-kind="${kind}"]`)]);
  const boxes = () => boxesOf("row");

  /** Ask for reminders row by row where any is asked for. */
  const offerReminders = () => {
    const asked = at("cr-reminders").value.trim() !== "";
    for (const box of boxesOf("remind")) /** @type {HTMLElement} */ (box.parentElement).hidden = !asked || leftOut.has(`${edition}#${box.value}`);
  };

  /** Say in the fold's heading how many are chosen. */
  const say = () => {
    const number = boxes().filter((box) => box.checked).length;
    at("cr-rows").querySelector("summary span").textContent = number === boxes().length ? "all" : `${number} of ${boxes().length}`;
  };

  /** @param {HTMLInputElement} box */
  const note = (box) => {
    const without = box.dataset.kind === "remind" ? quiet : leftOut;
    if (box.checked) without.delete(`${edition}#${box.value}`);
    else without.add(`${edition}#${box.value}`);
  };

  /** A box to tick, with its label. @param {string} kind @param {string} rule @param {Set<string>} without what was left out */
  const ticked = (kind, rule, without) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.id = `${kind}-${rule}`;
    box.value = rule;
    box.dataset.kind = kind;
    box.checked = !without.has(`${edition}#${rule}`);
    const label = /** @type {HTMLLabelElement} */ (made("label", ""));
    label.htmlFor = box.id;
    return { box, label };
  };

  /** @param {RuleReply} rule @param {Record<string, string>} words */
  const rowOf = (rule, words) => {
    const line = made("div", "", "cr-check");
    const { box, label } = ticked("row", rule.rule, leftOut);
    label.textContent = [rule.due ? words[rule.due] : "", rule.action, rule.who].filter(Boolean).join(" · ");
    line.append(box, label);
    const held = rule.last_held?.due || rule.last_held?.readings.some((each) => each.due);
    if ((!rule.due && !held && !rule.readings.some((each) => each.due)) || rule.kind === "lookback" || rule.done) return line;
    const remind = made("span", "", "cr-check cr-check--remind");
    const also = ticked("remind", rule.rule, quiet);
    also.label.append("Remind", made("span", ` of: ${rule.action} (${rule.who})`, "cr-hidden"));
    remind.append(also.box, also.label);
    line.append(remind);
    return line;
  };

  /** Offer each row of an answer. @param {PlanReply & InFullReply} reply @param {string | null} rule the only one shown, if a link asked for one */
  const draw = (reply, rule) => {
    const again = CaseReviewDom.focusHeld(at("cr-rows-list"));
    edition = reply.edition;
    const rows = reply.dates.filter((each) => !rule || each.rule === rule || each.rule.startsWith("your-copy"));
    at("cr-rows-list").replaceChildren(
      ...[...rows].sort((one, other) => ((one.due ?? "9") < (other.due ?? "9") ? -1 : (one.due ?? "9") > (other.due ?? "9") ? 1 : 0)).map((each) => rowOf(each, reply.in_full)),
    );
    offerReminders();
    say();
    again();
  };

  /** @param {(rule: string) => boolean} wanted */
  const choose = (wanted) => {
    for (const box of boxes()) {
      box.checked = wanted(box.value);
      note(box);
    }
    offerReminders();
    say();
  };

  /** The ids of the rows chosen; null for all. Throws if none is. */
  const chosen = () => {
    const rows = boxes().filter((box) => box.checked).map((box) => box.value);
    if (!rows.length) throw new Error("No row is chosen. Choose at least one under “Rows”.");
    return rows.length === boxes().length ? null : rows;
  };

  /** The ids of the rows of which the calendar is to remind; null for all. */
  const reminded = () => {
    const given = boxesOf("remind").filter((box) => !(/** @type {HTMLElement} */ (box.parentElement).hidden));
    const rows = given.filter((box) => box.checked).map((box) => box.value);
    return rows.length === given.length ? null : rows;
  };

  at("cr-rows-list").addEventListener("change", (/** @type {Event} */ event) => {
    note(/** @type {HTMLInputElement} */ (event.target));
    offerReminders();
    say();
  });
  at("cr-reminders").addEventListener("input", offerReminders);
  at("cr-rows-all").onclick = () => choose(() => true);
  at("cr-rows-none").onclick = () => choose(() => false);
  at("cr-rows-shown").onclick = () => {
    const shown = new Set([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#answer [data-rule]"))].map((line) => line.dataset.rule));
    choose((rule) => shown.has(rule));
  };

  return { draw, chosen, reminded };
})();
