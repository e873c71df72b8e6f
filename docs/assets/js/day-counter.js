// @ts-check
// The day counter: one length of time from one date, or the working days between two. Nothing is computed here.
(() => {
  "use strict";

  const lacking = [
    typeof CaseReviewEngine === "undefined" ? "assets/js/engine.js" : "",
    typeof CaseReviewDom === "undefined" ? "assets/js/dom.js" : "",
    typeof CaseReviewAsker === "undefined" ? "assets/js/asker.js" : "",
  ].filter(Boolean);
  if (lacking.length) {
    const place = /** @type {HTMLElement} */ (document.getElementById("cr-lacking"));
    place.textContent = `: ${lacking.join(", ")}. Copy the whole folder again`;
    return;
  }

  const { PARTS, at, made, today, typedDate, countRows, showProgress, showFailure: failed } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("day-form"));
  /** What the calculator calls a field, and where it stands in this form. @type {Record<string, string>} */
  const PLACES = { calendar: "nation", "period.length": "day-length", from: "from", until: "until", "until.order": "until" };
  /** What the picture calls the day that a count leads to. @type {Record<string, string>} */
  const ENDS = { kept: "until", window: "from" };
  const NONE = { day: "", month: "", year: "" };
  const PAUSE = 300; // milliseconds without typing, after which an answer that is shown is worked out again
  const OPEN = 70; // rows of a count that are shown unfolded: a quarter of working days
  let unitChosen = false;
  /** @type {number | undefined} */
  let pause;

  /** @param {string} name @returns {HTMLInputElement | null} */
  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`);
  const what = () => chosen("count")?.value ?? "between";

  const question = () => {
    const start = { calendar: chosen("nation")?.dataset.calendar ?? "", from: typedDate("from") ?? NONE };
    if (what() === "between") return { ask: "workdays", ...start, until: typedDate("until") ?? NONE };
    return { ask: "period", ...start, length: at("day-length").value, unit: at("day-unit").value, runs: what() };
  };

  /** Show the fields that this way of counting needs. */
  const refresh = () => {
    const between = what() === "between";
    at("day-to").hidden = !between;
    at("day-period").hidden = between;
    at("from").querySelector("legend").textContent = chosen("count")?.dataset.first;
    if (!unitChosen) at("day-unit").value = ["kept", "window"].includes(what()) ? "month" : "working day";
    changed();
  };

  /** Keep the nation and the way of counting in the address, so that Back and a link find them. Dates never stand in it. */
  const remember = () => {
    const kept = new URLSearchParams({ count: what() });
    if (chosen("nation")) kept.set("nation", chosen("nation")?.value ?? "");
    history.replaceState(null, "", `${location.pathname}?${kept}${location.hash}`);
  };

  /** @param {ErrorReply[]} errors */
  const showErrors = (errors) => {
    const missing = at("nation-error").dataset.missing;
    CaseReviewDom.showErrors(
      form,
      errors.map(({ field, message }) => ({ place: PLACES[field ?? ""] ?? "", message: field === "calendar" ? missing : message })),
      at("nation-england") ?? form,
    );
    at("day-swap").hidden = !errors.some(({ field }) => field === "until.order");
  };

  const clearErrors = () => {
    CaseReviewDom.clearErrors(form);
    at("day-swap").hidden = true;
  };

  /** @param {DayReply[]} days @param {Say} say @param {string} ends */
  const drawPicture = (days, say, ends) => {
    const place = /** @type {HTMLElement} */ (at("day-answer").querySelector('[data-picture="month"]'));
    place.replaceChildren();
    // @ts-ignore: a script of its own, which this page does without where it is not loaded
    const pictures = typeof CaseReviewPictures === "undefined" ? null : CaseReviewPictures;
    if (pictures) place.append(pictures.month(days, { say, today: today(), ends }));
  };

  /** Show an answer to the question that was given, whatever the form says by now.
   * @param {(WorkdaysReply | PeriodReply) & InFullReply} reply @param {any} given */
  const draw = (reply, given) => {
    /** @type {Say} */
    const say = (day) => (day ? reply.in_full[day] : "");
    const way = given.ask === "workdays" ? "between" : given.runs;
    const named = /** @type {HTMLElement | null} */ (form.querySelector(`[data-calendar="${given.calendar}"]`));
    const holidays = given.ask === "workdays" || given.unit === "working day" ? `, not counting the bank holidays of ${named?.dataset.calendarName}` : "";
    at("day-words").textContent = `${reply.words}.`;
    at("day-asked").textContent = `${at(`count-${way}`).labels[0].textContent}${holidays}.`;
    const beside = "notes" in reply ? [...reply.notes] : [];
    if ("last_working_day_before" in reply && reply.last_working_day_before) beside.push(`That day is no working day; the last before it is ${say(reply.last_working_day_before)}.`);
    if (reply.holidays === "projected") beside.push("Some of these days lie after GOV.UK's published list of bank holidays. Those bank holidays are projected, and may still change: count again nearer the time.");
    at("day-beside").replaceChildren(...beside.map((words) => made("li", words)));
    at("day-beside").hidden = !beside.length;
    drawPicture(reply.count, say, ENDS[way] ?? "end");
    at("day-count").open = reply.count.length <= OPEN;
    at("day-count").querySelector("tbody").replaceChildren(...countRows(reply.count, say));
  };

  const asker = CaseReviewAsker({ region: "day-answer", question, draw, refused: showErrors });

  /** An answer that is shown follows the form, once the reader pauses. */
  const changed = () => {
    clearTimeout(pause);
    asker.check();
    if (at("day-answer").dataset.stale === "true") pause = setTimeout(() => asker.ask({ quiet: true }).catch(failed), PAUSE);
  };

  const count = async () => {
    clearTimeout(pause);
    clearErrors();
    at("cr-failed").hidden = true;
    asker.forget();
    try {
      await asker.ask();
      changed();
    } catch (error) {
      failed(error);
    }
  };

  const swap = () => {
    for (const part of PARTS) {
      const [first, second] = [at(`from-${part}`), at(`until-${part}`)];
      [first.value, second.value] = [second.value, first.value];
    }
    count();
  };

  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const name of ["nation", "count"]) {
      const radio = document.getElementById(`${name}-${asked.get(name)}`);
      if (radio instanceof HTMLInputElement) radio.checked = true;
    }
  };

  CaseReviewEngine.hear(showProgress);
  CaseReviewEngine.hearStop(failed);
  CaseReviewDom.splitPastes(form);
  for (const sign of ["focusin", "pointerdown"]) form.addEventListener(sign, () => CaseReviewEngine.start().catch(failed), { once: true });
  at("day-unit").addEventListener("change", () => (unitChosen = true));
  form.addEventListener("input", changed);
  form.addEventListener("change", (event) => {
    if (/** @type {HTMLInputElement} */ (event.target).type === "radio") remember();
    refresh();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    count();
  });
  at("day-swap").querySelector("button").onclick = swap;
  at("day-print").onclick = () => print();
  addEventListener("beforeprint", () => (at("day-count").open = true));
  addEventListener("pageshow", refresh); // after Back, a browser may have put the form back as it was

  at("cr-asleep").hidden = true;
  form.hidden = false;
  readAddress();
  refresh();
})();
