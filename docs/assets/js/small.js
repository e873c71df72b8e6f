// @ts-check
// The small calculators: one length of time from one date, or the working days between two. Nothing is computed here.
(() => {
  "use strict";

  /** @param {string} id @returns {any} */
  const at = (id) => document.getElementById(id);
  const form = /** @type {HTMLFormElement} */ (at("cr-small-form"));
  /** What the calculator calls a field, and where it stands in this form. */
  const PLACES = { "period.length": "small-length", "period.unit": "small-unit", from: "small-from-day", until: "small-until-day" };

  const what = () => /** @type {HTMLInputElement} */ (form.querySelector('input[name="small-what"]:checked')).value;

  /** @param {string} id */
  const typed = (id) => {
    const fields = Object.fromEntries(["day", "month", "year"].map((part) => [part, at(`${id}-${part}`).value]));
    return Object.values(fields).some((value) => value.trim()) ? fields : "";
  };

  const question = () => {
    const start = { calendar: at("small-calendar").value, from: typed("small-from") };
    if (what() === "between") return { ask: "workdays", ...start, until: typed("small-until") };
    return { ask: "period", ...start, length: at("small-length").value, unit: at("small-unit").value, runs: what() };
  };

  const refresh = () => {
    at("small-to").hidden = what() !== "between";
    at("small-period").hidden = what() === "between";
    asker.check();
  };

  /** @param {{ field: string | null, message: string }[]} errors */
  const showErrors = (errors) => {
    at("cr-small-errors").querySelector("ul").replaceChildren(
      ...errors.map(({ field, message }) => {
        const target = at(PLACES[/** @type {keyof PLACES} */ (field ?? "")] ?? "small-calendar");
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = `#${target.id}`;
        link.textContent = message;
        link.onclick = (event) => {
          event.preventDefault();
          target.focus();
        };
        item.append(link);
        return item;
      }),
    );
    at("cr-small-errors").hidden = false;
    at("cr-small-errors").focus();
  };

  /** @param {any} reply @param {any} asked the question that it answers */
  const draw = (reply, asked) => {
    const say = (/** @type {string} */ day) => reply.in_full[day];
    const between = asked.ask === "workdays";
    at("cr-small-title").textContent = between
      ? `${reply.working_days} working day${reply.working_days === 1 ? "" : "s"}, up to and including ${say(reply.date)}`
      : `${say(reply.due)}${reply.until ? ` to ${say(reply.until)}` : ""}`;
    const beside = between ? [] : [`${reply.clock}.`, ...reply.notes];
    if (reply.last_working_day_before) beside.push(`That day is no working day; the last before it is ${say(reply.last_working_day_before)}.`);
    at("cr-small-beside").textContent = beside.join(" ");
    at("cr-small-answer").querySelector("tbody").replaceChildren(
      ...reply.count.map((/** @type {any} */ day) => {
        const row = document.createElement("tr");
        row.className = `cr-count__${day.day}`;
        for (const text of [say(day.date), day.words]) {
          const cell = document.createElement("td");
          cell.textContent = text;
          row.append(cell);
        }
        return row;
      }),
    );
  };

  const asker = CaseReviewAsker({ region: "cr-small-answer", question, draw, refused: showErrors });

  form.addEventListener("input", asker.check);
  form.addEventListener("change", refresh);
  form.addEventListener("focusin", () => CaseReviewEngine.start().catch(() => {}), { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    at("cr-small-errors").hidden = true;
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
