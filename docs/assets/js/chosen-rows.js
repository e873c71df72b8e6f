// @ts-check
// Which rows of the answer go into the calendar file and the spreadsheet: all, until the reader leaves some out.
var CaseReviewChosenRows = (() => {
  "use strict";

  const { at, made } = CaseReviewDom;
  /** @type {Set<string>} what the reader left out, as `edition#rule`, so that it is found again when the edition is */
  const leftOut = new Set();
  let edition = "";

  /** @returns {HTMLInputElement[]} */
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...at("cr-rows-list").querySelectorAll("input")]);

  /** Say in the fold's heading how many are chosen. */
  const say = () => {
    const number = boxes().filter((box) => box.checked).length;
    at("cr-rows").querySelector("summary span").textContent = number === boxes().length ? "all" : `${number} of ${boxes().length}`;
  };

  /** @param {HTMLInputElement} box */
  const note = (box) => {
    if (box.checked) leftOut.delete(`${edition}#${box.value}`);
    else leftOut.add(`${edition}#${box.value}`);
  };

  /** Offer each row of an answer. @param {PlanReply & InFullReply} reply @param {string | null} rule the only one shown, if a link asked for one */
  const draw = (reply, rule) => {
    const again = CaseReviewDom.focusHeld(at("cr-rows-list"));
    edition = reply.edition;
    const rows = reply.dates.filter((each) => !rule || each.rule === rule || each.rule.startsWith("your-copy"));
    at("cr-rows-list").replaceChildren(
      ...[...rows].sort((one, other) => ((one.due ?? "9") < (other.due ?? "9") ? -1 : (one.due ?? "9") > (other.due ?? "9") ? 1 : 0)).map((each) => {
        const line = made("div", "", "cr-check");
        const box = document.createElement("input");
        box.type = "checkbox";
        box.id = `row-${each.rule}`;
        box.value = each.rule;
        box.checked = !leftOut.has(`${edition}#${each.rule}`);
        const label = /** @type {HTMLLabelElement} */ (made("label", [each.due ? reply.in_full[each.due] : "", each.action, each.who].filter(Boolean).join(" · ")));
        label.htmlFor = box.id;
        line.append(box, label);
        return line;
      }),
    );
    say();
    again();
  };

  /** @param {(rule: string) => boolean} wanted */
  const choose = (wanted) => {
    for (const box of boxes()) {
      box.checked = wanted(box.value);
      note(box);
    }
    say();
  };

  /** The ids of the rows chosen; null for all. Throws if none is. */
  const chosen = () => {
    const rows = boxes().filter((box) => box.checked).map((box) => box.value);
    if (!rows.length) throw new Error("No row is chosen. Choose at least one under “Rows”.");
    return rows.length === boxes().length ? null : rows;
  };

  at("cr-rows-list").addEventListener("change", (/** @type {Event} */ event) => {
    note(/** @type {HTMLInputElement} */ (event.target));
    say();
  });
  at("cr-rows-all").onclick = () => choose(() => true);
  at("cr-rows-none").onclick = () => choose(() => false);
  at("cr-rows-shown").onclick = () => {
    const shown = new Set([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#answer [data-rule]"))].map((line) => line.dataset.rule));
    choose((rule) => shown.has(rule));
  };

  return { draw, chosen };
})();
