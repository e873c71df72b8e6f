// @ts-check
// The days on which acts were done, typed at the act's own line and sent with the question.
var CaseReviewDone = (() => {
  "use strict";

  const { PARTS, at, made } = CaseReviewDom;
  /** @type {Map<string, Record<string, string>>} for each rule, as `edition#rule`, the date as typed */
  const typed = new Map();
  let changed = () => {};
  /** @type {Map<string, string>} for each field whose day could not be used, what is to be mended */
  let refused = new Map();

  /** A field for the day on which an act was done. @param {string} edition @param {RuleReply} rule */
  const field = (edition, rule) => {
    const id = `done-${rule.rule}`;
    const key = `${edition}#${rule.rule}`;
    const box = CaseReviewDom.copied("cr-done-on", "done", id);
    box.querySelectorAll("label, legend").forEach((label) => label.append(made("span", ` (${rule.action})`, "cr-hidden")));
    for (const part of PARTS) /** @type {HTMLInputElement} */ (box.querySelector(`#${CSS.escape(`${id}-${part}`)}`)).value = typed.get(key)?.[part] ?? "";
    box.addEventListener("focusout", () => setTimeout(mark)); // once the keyboard is where it goes
    box.addEventListener("input", () => {
      const parts = Object.fromEntries(PARTS.map((part) => [part, at(`${id}-${part}`).value]));
      if (PARTS.some((part) => parts[part].trim())) typed.set(key, parts);
      else typed.delete(key);
      changed();
    });
    return box;
  };

  /** Hear which days could not be used, and say so where each was typed; whether there are any.
   * @param {ErrorReply[]} errors @param {boolean} quiet while the reader types */
  const refusedIn = (errors, quiet) => {
    refused = new Map(errors.flatMap(({ field, message }) => (field?.startsWith("done.") ? [[field.replace(".", "-"), message]] : [])));
    if (quiet) mark();
    else CaseReviewDom.unmark(at("answer")); // each error will be said with those of the form
    return refused.size > 0;
  };

  /** Say at its field which day cannot be used, but of one that is still being typed. */
  const mark = () => {
    const answer = at("answer");
    CaseReviewDom.unmark(answer);
    for (const [id, message] of refused) {
      const [day, month, year] = PARTS.map((part) => at(`${id}-${part}`)?.value.trim() ?? "");
      const unfinished = !day || !month || year.length < 4;
      if (!unfinished || !at(id)?.contains(document.activeElement)) CaseReviewDom.markError(answer, id, message);
    }
  };

  /** Take the days of a case. @param {string} edition @param {Record<string, string>} days rules and ISO dates */
  const fill = (edition, days) => {
    typed.clear();
    for (const [rule, day] of Object.entries(days)) {
      const [year, month, date] = day.split("-");
      typed.set(`${edition}#${rule}`, { day: `${Number(date)}`, month: `${Number(month)}`, year });
    }
  };

  /** What was done under the rules of an edition; what was typed under another's waits until that is chosen again. @param {string | null} edition */
  const given = (edition) => Object.fromEntries([...typed].flatMap(([key, parts]) => (key.startsWith(`${edition}#`) ? [[key.slice(`${edition}#`.length), parts]] : [])));

  /** Return what puts back the days that are there now. */
  const hold = () => {
    const held = [...typed];
    return () => {
      typed.clear();
      for (const [key, parts] of held) typed.set(key, parts);
    };
  };

  return { field, fill, given, hold, refusedIn, hear: (/** @type {typeof changed} */ listener) => (changed = listener) };
})();
