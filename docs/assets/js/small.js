// @ts-check
// The small calculators: one length of time from one date, or the working days between two. Nothing is computed here.
(() => {
  "use strict";

  const { at, typedDate, countRows } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("cr-small-form"));
  /** What the calculator calls a field, and where it stands in this form. */
  const PLACES = { "period.length": "small-length", "period.unit": "small-unit", from: "small-from", until: "small-until" };

  const what = () => /** @type {HTMLInputElement} */ (form.querySelector('input[name="small-what"]:checked')).value;

  const question = () => {
    const start = { calendar: at("small-calendar").value, from: typedDate("small-from") ?? "" };
    if (what() === "between") return { ask: "workdays", ...start, until: typedDate("small-until") ?? "" };
    return { ask: "period", ...start, length: at("small-length").value, unit: at("small-unit").value, runs: what() };
  };

  const refresh = () => {
    at("small-to").hidden = what() !== "between";
    at("small-period").hidden = what() === "between";
    asker.check();
  };

  /** @param {ErrorReply[]} errors */
  const showErrors = (errors) =>
    CaseReviewDom.showErrors(
      form,
      errors.map(({ field, message }) => ({ place: PLACES[/** @type {keyof PLACES} */ (field ?? "")] ?? "small-calendar", message })),
      at("small-calendar"),
    );

  /** @param {(WorkdaysReply | PeriodReply) & InFullReply} reply */
  const draw = (reply) => {
    /** @type {Say} */
    const say = (day) => (day ? reply.in_full[day] : "");
    at("cr-small-title").textContent = "working_days" in reply
      ? `${reply.working_days} working day${reply.working_days === 1 ? "" : "s"}, up to and including ${say(reply.date)}`
      : `${say(reply.due)}${reply.until ? ` to ${say(reply.until)}` : ""}`;
    const beside = "clock" in reply ? [`${reply.clock}.`, ...reply.notes] : [];
    if ("clock" in reply && reply.last_working_day_before) beside.push(`That day is no working day; the last before it is ${say(reply.last_working_day_before)}.`);
    at("cr-small-beside").textContent = beside.join(" ");
    at("cr-small-answer").querySelector("tbody").replaceChildren(...countRows(reply.count, say));
  };

  const asker = CaseReviewAsker({ region: "cr-small-answer", question, draw, refused: showErrors });

  form.addEventListener("input", asker.check);
  form.addEventListener("change", refresh);
  form.addEventListener("focusin", () => CaseReviewEngine.start().catch(() => {}), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    CaseReviewDom.clearErrors(form);
    asker.forget();
    try {
      await asker.ask();
    } catch (error) {
      showErrors([{ field: null, message: error instanceof Error ? error.message : String(error) }]);
    }
  });
  at("cr-small").hidden = false;
  refresh();
})();
