// @ts-check
// The form's steps: each that is answered folds to one line that says it, and opens again by its "Change".
var CaseReviewSteps = (() => {
  "use strict";

  const { PARTS, at, made, typedDate } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("case"));

  /** @param {string} selector @returns {HTMLElement[]} */
  const every = (selector) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll(selector)]);

  /** For each event, its date as it was typed and as the calculator says it. @type {Map<string, { typed: string, words: string }>} */
  let worded = new Map();

  /** @param {string} event */
  const typedOf = (event) => {
    const typed = typedDate(`event-${event}`);
    return typed ? PARTS.map((part) => typed[part].trim()).join(" ") : "";
  };

  /** Take from an answer how the dates that were typed are said in full. @param {PlanReply & InFullReply} reply */
  const heard = (reply) => (worded = new Map(Object.entries(reply.asked.events).map(([event, day]) => [event, { typed: typedOf(event), words: reply.in_full[day] }])));

  /** Say each step in a line, for when it is folded and for print. @param {(question: HTMLElement) => boolean} usedHere whether the edition asks a question */
  const say = (usedHere) => {
    const dated = every("[data-event]").flatMap((field) => {
      const typed = typedOf(field.dataset.event ?? "");
      const known = worded.get(field.dataset.event ?? "");
      const unknown = at(`event-${field.dataset.event}-unknown`).checked;
      if (field.dataset.event !== "incident" && field.hidden) return [];
      const label = /** @type {HTMLElement} */ (field.querySelector("[data-label]")).dataset.label ?? "";
      return typed || unknown ? [{ incident: field.dataset.event === "incident", said: `${label}: ${typed ? (known?.typed === typed ? known.words : typed) : "not known yet"}` }] : [];
    });
    const chosen = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="${name}"]:checked`));
    const incident = dated.filter((each) => each.incident).map((each) => each.said);
    line("where", [chosen("nation")?.labels?.[0].textContent ?? "", ...incident, chosen("edition")?.dataset.guidance ?? ""]);
    line("child", every("[data-fact]").filter(usedHere).flatMap((question) => {
      const value = /** @type {HTMLInputElement | null} */ (question.querySelector('input:checked:not([value="unknown"])'))?.value;
      return value ? [`${question.querySelector("legend")?.textContent} ${value === "yes" ? "Yes" : "No"}`] : [];
    }));
    line("happened", dated.filter((each) => !each.incident).map((each) => each.said));
    const own = CaseReviewAdded.own().length;
    line("limits", [...CaseReviewLimits.said(), own ? `${own} period${own === 1 ? "" : "s"} of your own` : ""]);
    const closed = CaseReviewAdded.closed().length;
    line("more", [at("reference").value && `Reference ${at("reference").value}`, closed ? `${closed} closed day${closed === 1 ? "" : "s"}` : "", at("notes").value && "with notes"]);
  };

  /** Steps of which nothing was said, each to be opened; they are no lines of a folded form. */
  const unsaid = () => {
    const steps = every('.cr-step[data-said="false"]:not([hidden])');
    at("cr-unsaid").hidden = !steps.length || !form.dataset.folded;
    at("cr-unsaid").replaceChildren("Nothing said yet: ", ...steps.flatMap((step, index) => {
      const button = /** @type {HTMLButtonElement} */ (made("button", step.querySelector("h2")?.textContent ?? "", "cr-link"));
      button.type = "button";
      button.onclick = () => unfold(step.id.replace("step-", ""), true);
      return index ? [" · ", button] : [button];
    }));
  };

  /** @param {string} step @param {string[]} parts */
  const line = (step, parts) => {
    const said = parts.filter(Boolean);
    at(`step-${step}`).querySelector(".cr-step__said p").textContent = said.length ? said.join(" · ") : "Nothing said";
    at(`step-${step}`).dataset.said = said.length ? "true" : "false";
  };

  /** Fold every step to its line. */
  const fold = () => {
    for (const step of every(".cr-step")) step.dataset.folded = "true";
    form.dataset.folded = "true";
    unsaid();
  };

  /** Open one step, or all. @param {string} [name] @param {boolean} [focus] */
  const unfold = (name, focus = false) => {
    for (const step of every(".cr-step")) if (!name || step.id === `step-${name}`) delete step.dataset.folded;
    delete form.dataset.folded;
    unsaid();
    const only = name && at(`step-${name}`).querySelector(".cr-step__body > details:only-child, .cr-step__body > details:first-child");
    if (only && focus) only.open = true; // nobody opens a step to be shown another thing to open
    if (focus) /** @type {HTMLElement | null} */ (at(`step-${name}`).querySelector(".cr-step__body :is(input, select, textarea, button, summary):not([hidden])"))?.focus();
  };

  form.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-change]"));
    if (button) unfold(button.dataset.change, true);
  });

  return { say, heard, fold, unfold };
})();
