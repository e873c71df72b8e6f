// @ts-check
// Limits to check in the reader's own copy: one row for each step whose figure is not held. What is entered becomes a
// figures file, which goes with the question and can be kept. Figures files that were opened stand beside it.
var CaseReviewLimits = (() => {
  "use strict";

  const { at, made } = CaseReviewDom;
  const READER = ["supplied_by", "role", "source", "read_on"];
  const NEEDED = {
    supplied_by: "Give the body whose copy was read",
    role: "Give the role of whoever read it, such as business manager",
    source: "Give the text that was read",
    read_on: "Give the day on which it was read",
  };
  /** @type {WeakMap<HTMLElement, FigureReply[]>} for each row, the last figures held, as its list of choices offers them */
  const offered = new WeakMap();
  /** @type {Map<string, HTMLElement[]>} the rows of editions that were left, until they are chosen again */
  const aside = new Map();
  /** @type {{ name: string, file: any }[]} */
  let opened = [];
  let edition = "";
  let changed = () => {};

  /** @returns {HTMLElement[]} */
  const rows = () => /** @type {HTMLElement[]} */ ([...at("cr-limits").children]);
  /** @param {HTMLElement} row @param {string} name @returns {any} */
  const field = (row, name) => row.querySelector(`[data-limit="${name}"]`);
  const readRows = () => rows().filter((row) => field(row, "read").value !== "");

  /** Show a row for each gap of the answer's edition; what was entered stays. @param {PlanReply} reply */
  const draw = (reply) => {
    const back = reply.edition !== edition;
    if (back) {
      aside.set(edition, rows());
      edition = reply.edition;
      at("cr-limits").replaceChildren(...(aside.get(edition) ?? []));
    }
    const own = new Set(readRows().map((row) => row.dataset.fills));
    const gaps = reply.dates.filter((rule) => rule.kind === "gap" || (rule.supplied && own.has(rule.rule)));
    const kept = new Map(rows().map((row) => [row.dataset.fills, row]));
    const wanted = gaps.map((rule) => kept.get(rule.rule) ?? rowFor(rule));
    if (wanted.length !== rows().length || wanted.some((row, index) => row !== rows()[index])) {
      const typing = /** @type {HTMLElement | null} */ (document.activeElement); // a field loses the keyboard when it is put in again
      at("cr-limits").replaceChildren(...wanted);
      if (typing && at("cr-limits").contains(typing)) typing.focus();
    }
    at("cr-limits-fold").querySelector("summary span").textContent = ` (${gaps.length})`;
    refresh();
    if (back && readRows().length) changed(); // what was entered before goes with the question again
  };

  /** @param {RuleReply} rule */
  const rowFor = (rule) => {
    const row = CaseReviewDom.copied("cr-limit", "limit", `limit-${rule.rule}`);
    row.id = `limit-${rule.rule}`;
    row.dataset.fills = rule.rule;
    /** @type {HTMLElement} */ (row.querySelector("legend")).textContent = rule.action;
    const error = /** @type {HTMLElement} */ (row.querySelector(".cr-error"));
    error.id = `limit-${rule.rule}-error`;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-limit]"))) {
      input.id = `limit-${rule.rule}-${input.dataset.limit}`;
      input.setAttribute("aria-describedby", error.id);
    }
    for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (row.querySelectorAll("[data-for]"))) {
      label.htmlFor = `limit-${rule.rule}-${label.dataset.for}`;
      label.append(made("span", ` for: ${rule.action}`, "cr-hidden"));
    }
    const held = rule.last_held;
    const figures = held ? (held.readings.length ? held.readings.map((reading) => reading.figure) : [held.figure]) : [];
    const known = /** @type {FigureReply[]} */ (figures.filter((figure) => figure !== null));
    offered.set(row, known);
    if (held) /** @type {HTMLElement} */ (row.querySelector(".cr-hint")).textContent = `Last held: ${held.clock}, ${held.guidance}`;
    const labels = held?.readings.map((reading) => reading.label);
    const read = field(row, "read");
    known.forEach((figure, index) => read.append(new Option(`The same: ${figure.length} ${figure.unit}${labels?.[index] ? ` (${labels[index]})` : ""}`, `${index}`)));
    read.append(new Option(known.length ? "Differs" : "My copy gives a limit", "differs"));
    CaseReviewAdded.offerEvents(row, edition);
    if (rule.event) CaseReviewAdded.chooseEvent(field(row, "event"), rule.event.id);
    return row;
  };

  const refresh = () => {
    for (const row of rows()) {
      const read = field(row, "read").value;
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-differs]"))) part.hidden = read !== "differs";
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-read]"))) part.hidden = read === "";
    }
    at("cr-reader").hidden = !readRows().length;
  };

  /** The figures files that go with the question: one of another edition than the chosen one is set aside. What names no edition
   * is no figures file, and the calculator says so. */
  const inUse = () => opened.filter(({ file }) => typeof file.edition !== "string" || file.edition === CaseReviewForm.edition());

  /** Why a figures file is set aside, in words; nothing if it is used. @param {{ file: any }} each */
  const asideWords = (each) => {
    if (inUse().some(({ file }) => file === each.file)) return "";
    const guidance = CaseReviewForm.guidanceOf(each.file.edition);
    return guidance ? `Set aside: they are for ${guidance}, and are used once that is chosen.` : `Set aside: they are for “${each.file.edition}”, which this copy of the guide does not hold.`;
  };

  /** For which edition the files that were opened are listed. @type {string | null} */
  let listedFor = null;
  /** Say anew which of the files that were opened are used, once another edition is chosen. */
  const follow = () => {
    if (listedFor === CaseReviewForm.edition()) return;
    const again = CaseReviewDom.focusHeld(at("cr-figures-opened"));
    listOpened();
    again();
  };

  const listOpened = () => {
    listedFor = CaseReviewForm.edition();
    at("cr-figures-opened").replaceChildren(
      ...opened.map((each, index) => {
        const { name, file } = each;
        const item = made("li", `Figures of ${typeof file.supplied_by === "string" ? file.supplied_by : "?"}, from ${name}. ${asideWords(each)} `);
        item.id = `figures-opened-${index + 1}`;
        const remove = /** @type {HTMLButtonElement} */ (made("button", "Remove", "cr-link"));
        remove.type = "button";
        remove.append(made("span", ` the figures from ${name}`, "cr-hidden"));
        remove.onclick = () => {
          opened = opened.filter((each) => each.file !== file);
          listOpened();
          at("open-files").focus();
          changed();
        };
        item.append(remove);
        return item;
      }),
    );
  };

  /** What was entered, as a figures file; null if nothing was. */
  const file = () => {
    const figures = readRows().map((row) => {
      const same = offered.get(row)?.[Number(field(row, "read").value)];
      const length = field(row, "length").value.trim();
      const unit = field(row, "unit").value;
      const differs = { length: /^\d+$/.test(length) ? Number(length) : length, unit: unit.endsWith("s") ? unit : `${unit}s`, runs: field(row, "runs").value, event: field(row, "event").value };
      return { fills: row.dataset.fills, ...(same ?? differs), place: field(row, "place").value };
    });
    if (!figures.length) return null;
    const reader = Object.fromEntries(READER.map((name) => [name, at(`figures-${name}`).value]));
    return { format: 1, kind: "figures", edition, ...reader, figures };
  };

  /** The figures that go with the question; null if there are none. What was entered for another edition stays here. */
  const figures = () => {
    const entered = edition === CaseReviewForm.edition() ? file() : null;
    const all = [...inUse().map((each) => each.file), ...(entered ? [entered] : [])];
    return all.length ? all : null;
  };

  /** What is missing of what was entered, before the calculator is asked. @returns {ErrorReply[]} */
  const missing = () => {
    const entered = file();
    if (!entered) return [];
    /** @type {ErrorReply[]} */
    const found = READER.filter((name) => !at(`figures-${name}`).value.trim()).map((name) => ({ field: `figures.${name}`, message: NEEDED[/** @type {keyof NEEDED} */ (name)] }));
    readRows().forEach((row, index) => {
      const action = row.querySelector("legend")?.textContent;
      /** @param {string} part @param {string} message */
      const say = (part, message) => found.push({ field: `figures.${inUse().length + 1}.figures.${index + 1}.${part}`, message: `${action}: ${message}` });
      const differs = field(row, "read").value === "differs";
      if (differs && !/^\d+$/.test(field(row, "length").value.trim())) say("length", "give the length as a whole number");
      if (differs && !field(row, "event").value) say("event", "choose the event that it runs from");
      if (!field(row, "place").value.trim()) say("place", "give the paragraph of your copy");
    });
    return found;
  };

  /** The element at which an error of a figure belongs. @param {string} place */
  const placeOf = (place) => {
    const last = place.split(".").at(-1) ?? "";
    if (READER.includes(last) && !place.includes(".figures.")) return `figures-${last}`;
    const [, number, part] = /\.figures\.(\d+)(?:\.(\w+))?/.exec(place) ?? [];
    const row = number ? readRows()[Number(number) - 1] : undefined;
    if (!row || !place.startsWith(`figures.${inUse().length + 1}.`)) return "open-files";
    return part && document.getElementById(`${row.id}-${part}`) ? `${row.id}-${part}` : row.id;
  };

  /** Take a figures file that was opened, or throw if it can be none; return what must be said of it: that it is set aside, or took
   * the place of an earlier one. Two of one name for two editions both stay. @param {string} name @param {any} content */
  const open = (name, content) => {
    if (!content || typeof content !== "object") throw new Error("it is no figures file");
    const each = { name, file: content };
    const earlier = opened.find((other) => other.name === name && other.file.edition === content.edition);
    opened = [...opened.filter((other) => other !== earlier), each];
    listOpened();
    const replaced = earlier && JSON.stringify(earlier.file) !== JSON.stringify(content);
    return [asideWords(each), replaced ? `They take the place of other figures from a file of that name.` : ""].filter(Boolean).join(" ");
  };

  /** Say in a line what was checked. @returns {string[]} */
  const said = () => {
    const count = readRows().length;
    const used = inUse().length;
    const rest = opened.length - used;
    return [count ? `${count} checked` : "", used ? `${used} figures file${used === 1 ? "" : "s"} opened` : "", rest ? `${rest} for other guidance set aside` : ""];
  };

  const clear = () => {
    opened = [];
    edition = "";
    aside.clear();
    at("cr-limits").replaceChildren();
    listOpened();
    refresh();
  };

  /** Return what puts back the rows and the opened files that are there now. */
  const hold = () => {
    const held = { opened, edition, aside: [...aside], rows: rows() };
    return () => {
      ({ opened, edition } = held);
      aside.clear();
      for (const [name, were] of held.aside) aside.set(name, were);
      at("cr-limits").replaceChildren(...held.rows);
      listOpened();
      refresh();
    };
  };

  at("step-limits").addEventListener("change", refresh);

  return { draw, figures, file, missing, placeOf, open, follow, said, clear, hold, hear: (/** @type {typeof changed} */ listener) => (changed = listener) };
})();
