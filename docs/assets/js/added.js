// @ts-check
// The rows that a reader adds to the form: days on which the office was closed, and periods of the reader's own copy.
var CaseReviewAdded = (() => {
  "use strict";

  const { at, made, copied, typedDate } = CaseReviewDom;
  let added = 0;
  let changed = () => {};

  /** @param {string} list @returns {HTMLElement[]} */
  const rows = (list) => /** @type {HTMLElement[]} */ ([...at(list).children]);

  /** What was typed of one own period; null if it was left untouched. @param {HTMLElement} row */
  const ownPeriod = (row) => {
    const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-own-field]"));
    const typed = Object.fromEntries([...inputs].map((input) => [input.dataset.ownField ?? "", input.value]));
    return typed.length.trim() || typed.event || typed.place.trim() || typed.action.trim() ? typed : null;
  };

  /** Add a row from a template. @param {string} template @param {string} list @param {string} prefix */
  const addRow = (template, list, prefix) => {
    added += 1;
    const row = copied(template, prefix, `${prefix}-n${added}`);
    row.dataset.number = `${Number(rows(list).at(-1)?.dataset.number ?? 0) + 1}`; // rows before it may have been removed
    row.querySelectorAll("label, legend").forEach((label) => label.append(made("span", ` (${row.dataset.number})`, "cr-hidden")));
    /** @type {HTMLButtonElement} */ (row.querySelector("[data-remove]")).onclick = () => {
      row.remove();
      changed();
      at(prefix === "own" ? "cr-add-own" : "cr-add-closed").focus();
    };
    at(list).append(row);
    return row;
  };

  /** Add a period of the reader's own copy, counted from an event of this edition. @param {string | null} edition @param {Record<string, unknown>} [typed] */
  const addOwn = (edition, typed = {}) => {
    const row = addRow("cr-own-period", "cr-own-list", "own");
    offerEvents(row, edition);
    for (const [name, value] of Object.entries(typed)) {
      const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (row.querySelector(`[data-own-field="${CSS.escape(name)}"]`));
      if (!field) continue;
      if (field instanceof HTMLSelectElement && name === "event") chooseEvent(field, String(value));
      else field.value = String(value);
    }
    return row;
  };
  const addClosed = () => {
    at("cr-more").open = true;
    return addRow("cr-closed-day", "cr-closed-list", "closed");
  };

  /** @param {string} selector @returns {HTMLElement[]} */
  const allEvents = (selector) => /** @type {HTMLElement[]} */ ([...at("cr-event-options").content.querySelectorAll(selector)]);

  /** Offer in a row's list of events those from which a clock of this edition can run, in groups; what was chosen stays.
   * @param {HTMLElement} row @param {string | null} edition */
  const offerEvents = (row, edition) => {
    const select = /** @type {HTMLSelectElement} */ (row.querySelector('[data-own-field="event"], [data-limit="event"]'));
    if (select.dataset.offeredIn === (edition ?? "")) return; // not under the hands of who is choosing
    select.dataset.offeredIn = edition ?? "";
    const was = select.value;
    const groups = allEvents("optgroup").map((group) => {
      const copy = /** @type {HTMLElement} */ (group.cloneNode(true));
      for (const option of copy.querySelectorAll("option")) if (!(option.dataset.clockIn ?? "").split(" ").includes(edition ?? "")) option.remove();
      return copy;
    });
    select.replaceChildren(new Option("Choose an event", ""), ...groups.filter((group) => group.childElementCount));
    chooseEvent(select, was);
  };

  /** Choose an event, though it be none of this edition. @param {HTMLSelectElement} select @param {string} id */
  const chooseEvent = (select, id) => {
    select.value = id;
    if (select.value === id) return;
    const option = allEvents("option").find((each) => each instanceof HTMLOptionElement && each.value === id);
    if (option) select.append(option.cloneNode(true));
    select.value = option ? id : "";
  };

  /** Offer the events of another edition in every own period. @param {string | null} edition */
  const offerAll = (edition) => rows("cr-own-list").forEach((row) => offerEvents(row, edition));

  /** The rows of a list that hold something, in the order in which they are sent. @param {string} list */
  const filled = (list) => rows(list).filter((row) => (list === "cr-own-list" ? ownPeriod(row) : typedDate(row.id)) !== null);

  return {
    addOwn, addClosed, offerEvents, chooseEvent, offerAll, filled,
    own: () => rows("cr-own-list").map(ownPeriod).filter((period) => period !== null),
    closed: () => rows("cr-closed-list").map((row) => typedDate(row.id)).filter((typed) => typed !== null),
    /** Return what puts back the rows that are there now. */
    hold: () => {
      const held = ["cr-own-list", "cr-closed-list"].map((list) => /** @type {const} */ ([list, rows(list)]));
      return () => held.forEach(([list, were]) => at(list).replaceChildren(...were));
    },
    clear: () => ["cr-own-list", "cr-closed-list"].forEach((list) => at(list).replaceChildren()),
    hear: (/** @type {typeof changed} */ listener) => (changed = listener),
  };
})();
