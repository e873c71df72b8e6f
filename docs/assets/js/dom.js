// @ts-check
// What the workbench's scripts all need of the page: finding and making elements, a date as typed, errors, rows of a count.
/** An ISO date in words, as the calculator gave them; nothing for none. @typedef {(day: string | null) => string} Say */
var CaseReviewDom = (() => {
  "use strict";

  const { today } = CaseReviewPage;
  const ERROR = "Error: "; // before the page's title while something is to be mended, as GOV.UK's pages have it
  const PARTS = ["day", "month", "year"];
  const IN_FIGURES = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d\d)$/;
  const IN_WORDS = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[., ]+)?(\d{1,2})(?:st|[nr]d|th)?(?: +of)?[- ]+((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)[., -]+(\d{4}|\d\d)$/i;

  /** @param {string} id @returns {any} */
  const at = (id) => document.getElementById(id);

  /** @param {string} tag @param {string} text @param {string} [className] */
  const made = (tag, text, className) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  /** Bar buttons that would carry away what is stale, or let them. @param {Iterable<Element>} buttons @param {boolean} stale @param {string} why the id of what says why */
  const bar = (buttons, stale, why) => {
    for (const button of buttons) {
      if (stale) {
        button.setAttribute("aria-disabled", "true");
        button.setAttribute("aria-describedby", why);
      } else {
        button.removeAttribute("aria-disabled");
        button.removeAttribute("aria-describedby");
      }
    }
  };

  /** A template's copy, its ids made its own. @param {string} template @param {string} prefix @param {string} id */
  const copied = (template, prefix, id) => {
    const copy = /** @type {DocumentFragment} */ (/** @type {HTMLTemplateElement} */ (at(template)).content.cloneNode(true));
    for (const element of copy.querySelectorAll("*"))
      for (const name of ["id", "for", "aria-describedby"])
        if (element.hasAttribute(name)) element.setAttribute(name, (element.getAttribute(name) ?? "").replaceAll(`${prefix}-0`, id));
    return /** @type {HTMLElement} */ (copy.firstElementChild);
  };

  /** The three fields of a date as typed, or null if all are empty. @param {string} id */
  const typedDate = (id) => {
    const typed = Object.fromEntries(PARTS.map((part) => [part, at(`${id}-${part}`).value]));
    return PARTS.some((part) => typed[part].trim()) ? typed : null;
  };

  /** A whole date as people and their programs write one, in three parts, or null if the text is none. Whether there is
   * such a day the calculator says. @param {string} text @returns {Record<string, string> | null} */
  const pasted = (text) => {
    const written = text.trim().replace(/[T ,]+\d{1,2}:\d\d.*$/, ""); // a time of day, as systems and spreadsheets add it
    const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written) ?? [];
    if (year) return { day, month, year };
    const [, ...parts] = IN_FIGURES.exec(written) ?? IN_WORDS.exec(written) ?? [];
    return parts.length ? { day: parts[0], month: parts[1], year: parts[2] } : null;
  };

  /** Let a whole date that is pasted into any field of a date fill all three. @param {HTMLElement} form */
  const splitPastes = (form) =>
    form.addEventListener("paste", (event) => {
      const field = /** @type {Element} */ (event.target);
      const [, id] = /^(.+)-(?:day|month|year)$/.exec(field.id) ?? [];
      const typed = id && field.matches("input") && pasted(event.clipboardData?.getData("text") ?? "");
      if (!typed) return;
      event.preventDefault();
      for (const part of PARTS) {
        const input = at(`${id}-${part}`);
        input.value = typed[part].replace(/^0+(?=.)/, "");
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });

  /** A line of text in which web and mail addresses are links. @param {string} text */
  const linked = (text) => {
    const line = made("span", "", "cr-line");
    for (const part of text.split(/(https:\/\/[^\s,;)]+[^\s,;).]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)) {
      if (/^https:\/\//.test(part) || /^[^\s@]+@[^\s@]+$/.test(part)) {
        const link = /** @type {HTMLAnchorElement} */ (made("a", part));
        link.href = part.startsWith("https:") ? part : `mailto:${part}`;
        link.target = "_blank";
        link.rel = "noopener noreferrer";
        line.append(link);
      } else {
        line.append(part);
      }
    }
    return line;
  };

  /** Note what within a place has the keyboard; the function that is returned gives it to what stands there once the place is drawn
   * anew. @param {HTMLElement} place */
  const focusHeld = (place) => {
    const held = document.activeElement;
    const home = held && place.contains(held) ? held.closest("[id]") : null;
    /** @param {Element} part @returns {HTMLElement[]} */
    const takers = (part) => /** @type {HTMLElement[]} */ ([part, ...part.querySelectorAll("a[href], button, input, select, summary, textarea")]);
    if (!held || !home || home === place) return () => {};
    const which = takers(home).indexOf(/** @type {HTMLElement} */ (held));
    return () => {
      const now = document.getElementById(home.id);
      if (now) takers(now)[which]?.focus();
    };
  };

  /** Of readings that go by the case, those that the facts make the ones, or else those that they do not rule out.
   * @template {{ applies: string }} Reading @param {Reading[]} readings */
  const fitting = (readings) => {
    const settled = readings.filter(({ applies }) => applies === "yes");
    return settled.length ? settled : readings.filter(({ applies }) => applies !== "no");
  };

  /** Of such readings, those that are not shown, since the facts make another the one, and yet are not ruled out.
   * @template {{ applies: string }} Reading @param {Reading[]} readings */
  const leftOpen = (readings) => readings.filter((reading) => reading.applies === "unknown" && !fitting(readings).includes(reading));

  /** The dates of the look-back that a test asks about; nothing while they are not known. @param {WindowReply | null} window @param {Say} say */
  const windowSaid = (window, say) => {
    const dated = fitting(window?.readings ?? []).filter((reading) => reading.due);
    const said = dated.map((reading) => `${say(reading.due)} to ${say(reading.until)}${reading.label ? ` (${reading.label})` : ""}`);
    const open = leftOpen(window?.readings ?? []).map(({ label }) => ` That ${label ?? ""} is not ruled out by what you answered.`);
    return said.length ? `The window: ${said.join("; or ")}.${open.join("")}` : "";
  };

  /** Where something stands, and in a word how that text is known; how exactly is said once for all. @param {SourceReply} source */
  const cited = ({ ref, title, place, read, via, how_known: how }) => {
    if (ref === "your-copy") return [`${title}, ${place}`, how].filter(Boolean).join(". ");
    const known = { whole: "", part: " (read in part)", none: via ? " (as restated)" : " (not read)" }[read];
    return `${title}, ${place}${known}`;
  };

  /** The rows of a count, day by day. @param {DayReply[]} days @param {Say} say */
  const countRows = (days, say) =>
    days.map((day) => {
      const row = made("tr", "", `cr-count__${day.day}`);
      row.append(made("td", say(day.date)), made("td", day.words));
      return row;
    });

  /** A cell with the name of its column, for narrow windows. @param {string} tag @param {string} label @param {string} text @param {string} [className] */
  const cell = (tag, label, text, className) => {
    const element = made(tag, text, className);
    element.dataset.label = label;
    return element;
  };

  /** The head of a table. @param {string[]} names of its columns */
  const tableHead = (names) => {
    const head = document.createElement("thead");
    head.insertRow().append(
      ...names.map((text) => {
        const name = /** @type {HTMLTableCellElement} */ (made("th", text));
        name.scope = "col";
        return name;
      }),
    );
    return head;
  };

  /** The inputs at a place of a form: the parts of a date, or the field itself. @param {HTMLElement} form @param {string} place @returns {Element[]} */
  const inputsOf = (form, place) => {
    const parts = PARTS.map((part) => document.getElementById(`${place}-${part}`)).filter((input) => input !== null);
    return parts.length ? parts : [...form.querySelectorAll(`:is(input, select, textarea)#${CSS.escape(place)}`)];
  };

  /** Say at its place what is to be mended. @param {HTMLElement} form @param {string} place @param {string} message */
  const markError = (form, place, message) => {
    const described = document.getElementById(place)?.getAttribute("aria-describedby")?.split(" ")[0] ?? ""; // fields of a row share its error
    const text = document.getElementById(`${place}-error`) ?? document.getElementById(described);
    if (!text) return;
    text.textContent = text.textContent ? `${text.textContent} ${message}` : message;
    text.hidden = false;
    text.closest(".cr-field")?.classList.add("cr-field--error");
    for (const input of inputsOf(form, place)) input.setAttribute("aria-invalid", "true");
  };

  /** Show errors in a form's summary and at their places, and take the reader to the summary.
   * @param {HTMLElement} form @param {{ place: string, message: string }[]} errors @param {HTMLElement} otherwise where a link leads whose place takes no focus */
  const showErrors = (form, errors, otherwise) => {
    clearErrors(form);
    const items = errors.map(({ place, message }) => {
      markError(form, place, message);
      const first = document.getElementById(`${place}-day`) ?? document.getElementById(place);
      const target = /** @type {HTMLElement} */ (first?.matches("input, select, textarea") ? first : (first?.querySelector("input, select") ?? otherwise));
      const link = /** @type {HTMLAnchorElement} */ (made("a", message));
      link.href = `#${target.id}`;
      link.onclick = (event) => {
        event.preventDefault();
        for (let folded = target.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) folded.open = true;
        target.focus();
      };
      const item = made("li", "");
      item.append(link);
      return item;
    });
    const summary = /** @type {HTMLElement} */ (form.querySelector(".cr-error-summary"));
    summary.querySelector("ul")?.replaceChildren(...items);
    summary.hidden = false;
    if (!document.title.startsWith(ERROR)) document.title = ERROR + document.title;
    summary.focus();
  };

  /** @param {HTMLElement} form */
  const clearErrors = (form) => {
    /** @type {HTMLElement} */ (form.querySelector(".cr-error-summary")).hidden = true;
    if (document.title.startsWith(ERROR)) document.title = document.title.slice(ERROR.length);
    unmark(form);
  };

  /** Take from its fields what was to be mended. @param {HTMLElement} form */
  const unmark = (form) => {
    for (const text of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".cr-error"))) {
      text.textContent = "";
      text.hidden = true;
    }
    for (const field of form.querySelectorAll(".cr-field--error")) field.classList.remove("cr-field--error");
    for (const input of form.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  };

  /** Show how far the calculator's start is. @param {string} stage @param {number} done */
  const showProgress = (stage, done) => {
    at("cr-progress").value = done;
    at("cr-progress").hidden = done >= 1;
    at("cr-stage").textContent = done >= 1 ? "" : stage;
  };

  /** Say why the calculator gave no answer. @param {unknown} error */
  const showFailure = (error) => {
    showProgress("", 1);
    at("cr-why").textContent = error instanceof Error ? error.message : String(error);
    at("cr-failed").hidden = false;
  };

  return {
    PARTS, at, made, bar, copied, today, typedDate, pasted, splitPastes, linked, focusHeld, fitting, windowSaid, cited, countRows, cell,
    tableHead, markError, unmark, showErrors, clearErrors, showProgress, showFailure,
  };
})();
