// @ts-check
// The days on which acts were done, typed at the act's own line and sent with the question.
var CaseReviewDone = (() => {
  "use strict";

  const { PARTS, at, made } = CaseReviewDom;
  /** @type {Map<string, Record<string, string>>} for each rule, the date as typed */
  const typed = new Map();
  let changed = () => {};

  /** A field for the day on which an act was done. @param {RuleReply} rule */
  const field = (rule) => {
    const id = `done-${rule.rule}`;
    const box = CaseReviewForm.copied("cr-done-on", "done", id);
    box.querySelectorAll("label, legend").forEach((label) => label.append(made("span", ` (${rule.action})`, "cr-hidden")));
    for (const part of PARTS) /** @type {HTMLInputElement} */ (box.querySelector(`#${CSS.escape(`${id}-${part}`)}`)).value = typed.get(rule.rule)?.[part] ?? "";
    box.addEventListener("input", () => {
      const parts = Object.fromEntries(PARTS.map((part) => [part, at(`${id}-${part}`).value]));
      if (PARTS.some((part) => parts[part].trim())) typed.set(rule.rule, parts);
      else typed.delete(rule.rule);
      changed();
    });
    return box;
  };

  /** Take the days of a case. @param {Record<string, string>} days rules and ISO dates */
  const fill = (days) => {
    typed.clear();
    for (const [rule, day] of Object.entries(days)) {
      const [year, month, date] = day.split("-");
      typed.set(rule, { day: `${Number(date)}`, month: `${Number(month)}`, year });
    }
  };

  /** What was done, among the rules of an edition's answer. @param {PlanReply | null} reply */
  const given = (reply) => Object.fromEntries([...typed].filter(([rule]) => !reply || reply.dates.some((each) => each.rule === rule)));

  return { field, fill, given, hear: (/** @type {typeof changed} */ listener) => (changed = listener) };
})();
