// @ts-check
// Draws what must be done by when before a day that was given, such as publication, with the time that the other dates
// leave for it, as the calculator says it.
var CaseReviewBackPlan = (() => {
  "use strict";

  const { at, made, cell, tableHead } = CaseReviewDom;

  /** @param {BackStepReply} step @param {Say} say */
  const row = (step, say) => {
    const line = made("tr", "");
    line.dataset.step = step.rule;
    const time = step.done ? `Done on ${say(step.done)}` : (step.slack?.words ?? "");
    const what = `${step.action} (${step.who})${step.applies === "unknown" ? ". It may apply" : ""}`;
    line.append(cell("td", "By", say(step.by)), cell("td", "What", what), cell("td", "Time for it", time.charAt(0).toUpperCase() + time.slice(1)));
    if (!step.done && (step.slack?.days ?? 0) < 0) line.className = "cr-back__conflict";
    return line;
  };

  /** @param {BackPlanReply} back @param {Say} say */
  const drawn = (back, say) => {
    const late = back.steps.filter((step) => (step.slack?.days ?? 0) < 0).length;
    const fold = /** @type {HTMLDetailsElement} */ (made("details", "", "cr-fold"));
    fold.id = `back-${back.event.id}`;
    const body = made("tbody", "");
    body.append(...back.steps.map((step) => row(step, say)));
    const table = made("table", "", "cr-table cr-table--stack");
    table.append(tableHead(["By", "What", "Time for it"]), body);
    fold.append(made("summary", `Back from ${back.event.words} (${back.steps.length}${late ? `, ${late} in conflict` : ""})`), made("p", `Given for ${say(back.event.date)}. ${back.words}`, "cr-hint"), table);
    return fold;
  };

  /** @param {PlanReply & InFullReply} reply */
  const draw = (reply) => {
    /** @type {Say} */
    const say = (day) => (day ? reply.in_full[day] : "");
    const place = at("cr-back");
    const open = new Set([...place.querySelectorAll("details[open]")].map((each) => each.id));
    const again = CaseReviewDom.focusHeld(place);
    place.replaceChildren(...reply.back.map((back) => drawn(back, say)));
    for (const fold of place.querySelectorAll("details")) fold.open = open.has(fold.id);
    again();
  };

  return { draw };
})();
