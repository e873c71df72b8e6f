// @ts-check
// The home page's first card: a nation and the incident's date, which the workbench is opened with. The policy lets no
// form be sent, so this leads there by its address. Whether the date can be used the calculator says, on that page.
(() => {
  "use strict";

  if (typeof CaseReviewDom === "undefined") return; // the links that the card has without script stay
  const { at, typedDate } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("cr-start-form"));
  const workbench = /** @type {HTMLAnchorElement} */ (document.querySelector("#cr-start-links a")).href.split("?")[0];
  const criteria = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".cr-tasks a[href*='workbench']"));
  const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
  const SHORTEST = 3; // letters: fewer begin several months

  const nation = () => /** @type {HTMLInputElement | null} */ (form.querySelector('input[name="nation"]:checked'))?.value;

  /** A date as typed, written as YYYY-MM-DD; null if the browser knows no such day. @param {Record<string, string>} typed */
  const written = ({ day, month, year }) => {
    const named = month.trim().toLowerCase();
    const number = (named.length >= SHORTEST && MONTHS.findIndex((name) => name.startsWith(named)) + 1) || named;
    const parts = [year.trim(), String(number).padStart(2, "0"), day.trim().replace(/(st|[nr]d|th)$/i, "").padStart(2, "0")];
    const judge = document.createElement("input");
    judge.type = "date";
    judge.value = parts.join("-");
    return /^\d{4}-/.test(judge.value) ? judge.value : null;
  };

  const start = () => {
    CaseReviewDom.clearErrors(form);
    const typed = typedDate("incident");
    const date = typed && written(typed);
    const errors = [];
    if (!nation()) errors.push({ place: "nation", message: "Choose a nation" });
    if (typed && !date) errors.push({ place: "incident", message: "Date of the incident must be a real date with day, month and year, such as 2 4 2026" });
    if (errors.length) CaseReviewDom.showErrors(form, errors, form);
    else location.href = `${workbench}?nation=${nation()}${date ? `#incident=${date}` : ""}`;
  };

  const refresh = () => {
    if (criteria) criteria.href = nation() ? `${workbench}?nation=${nation()}#step-child` : workbench;
  };

  CaseReviewDom.splitPastes(form);
  form.addEventListener("change", refresh);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start();
  });
  addEventListener("pageshow", refresh); // after Back, a browser may have put the form back as it was
  form.hidden = false;
  at("cr-start-links").hidden = true;
})();
