// @ts-check
// The workbench's form: shows the fields that apply, gathers what was typed, and puts each error at its field.
// No date is understood here: fields go to the calculator as typed.
var CaseReviewForm = (() => {
  "use strict";

  const { PARTS, at, typedDate } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("cr-form"));
  /** @type {string | null} the one rule that a link asked for */
  let onlyRule = null;
  let added = 0;
  let onRefresh = () => {};

  /** @param {string} name @returns {HTMLInputElement | null} */
  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`);
  const edition = () => chosen("edition")?.value ?? null;
  const ownEvents = () =>
    [.../** @type {NodeListOf<HTMLSelectElement>} */ (form.querySelectorAll('[data-own-field="event"]'))].map((select) => select.value);

  /** Show what applies to the chosen nation and edition. */
  const refresh = () => {
    const nation = chosen("nation")?.value;
    for (const ways of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-nation]"))) {
      ways.hidden = ways.dataset.nation !== nation;
      if (ways.hidden) for (const radio of ways.querySelectorAll("input")) radio.checked = false;
    }
    const way = chosen("edition");
    at("cr-own").hidden = !way || !("own" in way.dataset);
    at("cr-events").hidden = !way;
    const rule = onlyRule && way ? `${way.value}#${onlyRule}` : null;
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-event]"))) {
      const usedBy = (field.dataset.usedBy ?? "").split(" ");
      const used = rule ? usedBy.includes(rule) : usedBy.some((each) => way && each.startsWith(`${way.value}#`));
      const own = !at("cr-own").hidden && ownEvents().includes(field.dataset.event ?? "");
      field.hidden = !used && !own;
    }
    at("cr-only").hidden = !rule;
    onRefresh();
  };

  /** Everything in the form, as the calculator's question. */
  const question = () => {
    /** @type {Record<string, any>} */
    const events = {};
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-event]:not([hidden])"))) {
      const typed = typedDate(`event-${field.dataset.event}`);
      if (typed) events[field.dataset.event ?? ""] = typed;
    }
    const own = at("cr-own").hidden ? [] : rows("cr-own-list").map(ownPeriod).filter((period) => period !== null);
    const closed = rows("cr-closed-list").map((row) => typedDate(row.id)).filter((typed) => typed !== null);
    return { ask: "plan", edition: edition(), rule: onlyRule, events, closed, today: typedDate("today"), own };
  };

  /** @param {string} list @returns {HTMLElement[]} */
  const rows = (list) => /** @type {HTMLElement[]} */ ([...at(list).children]);

  /** What was typed of one own period; null if it was left untouched. @param {HTMLElement} row */
  const ownPeriod = (row) => {
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-own-field]"));
    const typed = Object.fromEntries([...inputs].map((input) => [input.dataset.ownField ?? "", input.value]));
    return typed.length.trim() || typed.event || typed.place.trim() || typed.action.trim() ? typed : null;
  };

  /** Add a row from a template, its ids made its own. @param {string} template @param {string} list @param {string} prefix */
  const addRow = (template, list, prefix) => {
    added += 1;
    const row = /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (at(template)).content.cloneNode(true));
    const id = `${prefix}-n${added}`;
    for (const element of row.querySelectorAll("*"))
      for (const name of ["id", "for", "aria-describedby"])
        if (element.hasAttribute(name)) element.setAttribute(name, (element.getAttribute(name) ?? "").replaceAll(`${prefix}-0`, id));
    const fieldset = /** @type {HTMLElement} */ (row.firstElementChild);
    /** @type {HTMLButtonElement} */ (fieldset.querySelector("[data-remove]")).onclick = () => {
      fieldset.remove();
      refresh();
      at(prefix === "own" ? "cr-add-own" : "cr-add-closed").focus();
    };
    at(list).append(row);
    return fieldset;
  };
  const addOwn = () => addRow("cr-own-period", "cr-own-list", "own");
  const addClosed = () => addRow("cr-closed-day", "cr-closed-list", "closed");

  /** The element at which an error of the calculator belongs. @param {string | null} field */
  const placeOf = (field) => {
    const [kind, key, part] = (field ?? "").split(".");
    if (kind === "events" && document.getElementById(`event-${key}`)) return `event-${key}`;
    if (kind === "today" || kind === "reference") return kind;
    if (kind === "edition") return chosen("nation") ? `ways-${chosen("nation")?.value}` : "nation";
    const list = kind === "own" ? filled("cr-own-list") : kind === "closed" ? filled("cr-closed-list") : [];
    const row = list[Number(key) - 1];
    if (row) return part && document.getElementById(`${row.id}-${part}`) ? `${row.id}-${part}` : row.id;
    return "events";
  };
  /** The rows that were sent, in the order sent. @param {string} list */
  const filled = (list) => rows(list).filter((row) => (list === "cr-own-list" ? ownPeriod(row) : typedDate(row.id)) !== null);

  /** Show errors in the summary and at their fields, and take the reader there. @param {ErrorReply[]} errors */
  const showErrors = (errors) =>
    CaseReviewDom.showErrors(form, errors.map(({ field, message }) => ({ place: placeOf(field), message })), at("cr-go"));
  const clearErrors = () => CaseReviewDom.clearErrors(form);

  /** Choose an edition, its nation with it; false if the form has none of that id. @param {string} id */
  const choose = (id) => {
    const way = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="edition"][value="${CSS.escape(id)}"]`));
    const nation = /** @type {HTMLElement | null} */ (way?.closest("[data-nation]") ?? null)?.dataset.nation;
    if (!way || !nation) return false;
    /** @type {HTMLInputElement} */ (at(`nation-${nation}`)).checked = true;
    way.checked = true;
    refresh();
    return true;
  };

  /** Show only what one rule needs; false if the chosen edition has no such rule with a date. @param {string | null} rule */
  const only = (rule) => {
    const name = rule && edition() ? `${edition()}#${rule}` : null;
    const known = name && [...form.querySelectorAll("[data-used-by]")].some((each) => (each.getAttribute("data-used-by") ?? "").split(" ").includes(name));
    onlyRule = known ? rule : null;
    const named = [...document.querySelectorAll("#cr-table a")].find((link) => link.getAttribute("href") === `${edition()}.html#rule-${rule}`);
    at("cr-only").querySelector("strong").textContent = named?.textContent ?? rule ?? "";
    refresh();
    return Boolean(known) || rule === null;
  };

  /** Put a date written as YYYY-MM-DD into three fields; false if it is not so written. @param {string} id @param {string} iso */
  const fill = (id, iso) => {
    const parts = iso.split("-");
    if (parts.length !== 3 || !document.getElementById(`${id}-day`)) return false;
    [parts[2], parts[1], parts[0]].forEach((value, index) => {
      at(`${id}-${PARTS[index]}`).value = value.replace(/^0+(?=.)/, "");
    });
    return true;
  };

  form.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.name === "edition" || target.name === "nation") onlyRule = null;
    if (target.id.endsWith("-unknown")) {
      const id = target.id.slice(0, -"-unknown".length);
      for (const part of PARTS) {
        at(`${id}-${part}`).disabled = target.checked;
        if (target.checked) at(`${id}-${part}`).value = "";
      }
    }
    refresh();
  });
  at("cr-add-own").onclick = () => {
    addOwn().querySelector("input")?.focus();
    refresh();
  };
  at("cr-add-closed").onclick = () => addClosed().querySelector("input")?.focus();

  return { refresh, question, showErrors, clearErrors, choose, only, fill, addClosed, rule: () => onlyRule, edition, hear: (/** @type {typeof onRefresh} */ listener) => (onRefresh = listener) };
})();
