// @ts-check
// Draws the case list: its cases sorted by their next date and filtered, its totals, and what could not be read. What was open
// stays open, and the keyboard stays at its case, when it is drawn anew.
/** A case as it stands in the list. @typedef {Parameters<typeof CaseReviewRows.detail>[0]} CaseShown */
var CaseReviewCaseTable = (() => {
  "use strict";

  const { at, made, cell } = CaseReviewDom;
  const { counted } = CaseReviewRows;
  const Files = CaseReviewCaseFiles;
  const FIRST = 200; // rows drawn at once

  /** @type {Record<string, string>} each date in words, as the calculator gave them */
  const inFull = {};
  /** @type {{ today: string, week: WeekReply } | null} the day that was looked from last, and its week */
  let looked = null;
  /** @type {Set<number>} the cases whose row the reader has opened */
  const open = new Set();
  let refocus = ""; // the row to which the keyboard belongs, while it is being drawn
  let rowsShown = FIRST;
  let drawing = 0;

  /** @returns {HTMLElement} */
  const body = () => at("cr-cases-table").querySelector("tbody");
  /** @type {Say} */
  const say = (day) => (day ? (inFull[day] ?? day) : "");

  /** Take from a reply what the list says dates with. @param {CasesReply & InFullReply} reply */
  const heard = (reply) => {
    looked = { today: reply.today, week: reply.week };
    Object.assign(inFull, reply.in_full);
  };

  /** What sorts an act among others, and a case by it: at once if that applies, else by its date, one to be checked behind one that is
   * held. @param {ActReply | CheckReply | null} act */
  const rank = (act) => {
    if (!act) return "3";
    if ("passed" in act) return `1${act.due} to check`;
    if (act.at_once && act.applies === "yes") return "0";
    return act.first ? `1${act.first}` : "2";
  };

  /** Compares two things by a text of each. @template Thing @param {(thing: Thing) => string} text @returns {(one: Thing, other: Thing) => number} */
  const by = (text) => (one, other) => {
    const [before, behind] = [text(one), text(other)];
    return before < behind ? -1 : before > behind ? 1 : 0;
  };

  /** The rows that the filters leave, the next date first. */
  const shown = () => {
    const [show, who] = [at("cr-cases-show").value, at("cr-cases-who").value];
    const { kept, gone } = Files.merged(say);
    /** @param {ActReply | CheckReply} act */
    const wanted = (act) => act.open && (!who || act.who === who);
    const rows = kept.map(({ entry, reply }) => {
      const acts = reply.dates.filter(wanted);
      const checks = reply.to_check.filter(wanted);
      const act = acts.sort(by(rank))[0] ?? null;
      const check = checks[0] ?? null;
      const lead = rank(check) < rank(act) ? check : act;
      const overdue = acts.filter((each) => each.overdue).length;
      const passed = checks.filter((each) => each.passed).length;
      const thisWeek = [...acts, ...checks].some((each) => each.this_week);
      return { id: entry.id, reply, act, check, lead, overdue, passed, thisWeek, file: entry.file.name };
    });
    /** @type {Record<string, (row: typeof rows[0]) => boolean>} */
    const showing = {
      all: () => true,
      overdue: (row) => row.overdue + row.passed > 0,
      week: (row) => row.thisWeek,
      moved: (row) => row.reply.moved.length > 0,
      check: (row) => row.reply.to_check.length > 0,
    };
    const left = rows.filter((row) => showing[show](row) && (!who || row.lead));
    return { rows: left.sort(by(CaseReviewRows.nameOf)).sort(by((row) => rank(row.lead))), all: rows, gone };
  };

  /** Offer everybody who has something to do in these cases. @param {CaseReply[]} replies */
  const offerWho = (replies) => {
    const select = /** @type {HTMLSelectElement} */ (at("cr-cases-who"));
    const names = [...new Set(replies.flatMap((reply) => [...reply.dates, ...reply.to_check].filter((act) => act.open).map((act) => act.who)))].sort();
    if (select.value && !names.includes(select.value)) names.push(select.value);
    if (JSON.stringify(names) === JSON.stringify([...select.options].slice(1).map((each) => each.value))) return;
    const chosen = select.value;
    select.replaceChildren(select.options[0], ...names.map((name) => new Option(name, name)));
    select.value = chosen;
  };

  /** @param {ReturnType<typeof shown>} found @param {Unread[]} bad */
  const drawTotals = ({ rows, all, gone }, bad) => {
    /** How many cases have something, and how many more by a figure last held. @param {(reply: CaseReply) => boolean} has @param {(check: CheckReply) => boolean} may @param {string} what */
    const told = (has, may, what) => {
      const without = all.filter(({ reply }) => !has(reply));
      const more = without.filter(({ reply }) => reply.to_check.some(may)).length;
      return `${(all.length - without.length).toLocaleString("en-GB")} ${what}${more ? ` (and ${more.toLocaleString("en-GB")} more by a last figure held: check)` : ""}`;
    };
    const overdue = told((reply) => reply.overdue > 0, (check) => check.passed, "overdue");
    const thisWeek = told((reply) => reply.this_week > 0, (check) => check.this_week, "this week");
    const some = rows.length === all.length ? "" : ` Shown: ${rows.length.toLocaleString("en-GB")}.`;
    at("cr-cases-totals").textContent = `${counted(all.length, "case")}, ${overdue}, ${thisWeek}; ${bad.length.toLocaleString("en-GB")} could not be read.${some}`;
    const toCheck = all.some(({ reply }) => reply.to_check.length);
    at("cr-cases-basis").textContent = looked ? `From ${say(looked.today)}. This week: ${say(looked.week.first)} to ${say(looked.week.last)}. Overdue: a date that has passed, of an act that applies or may apply and that nobody has noted as done; of several limits for one act, the first.${toCheck ? " By a last figure held, dashed and marked CHECK: the figure in force is not held here, and this is the date if the last one that was held still applies. Check it in your copy before you take it for due or overdue." : ""}` : "";
    at("cr-cases-held").hidden = !toCheck;
    const box = at("cr-cases-merged");
    box.hidden = !gone.length;
    box.querySelector("summary").textContent = `What stood in two files (${gone.length.toLocaleString("en-GB")}): the one saved last is shown, or else the one opened last`;
    box.querySelector("ul").replaceChildren(...gone.map((text) => made("li", text)));
  };

  /** @param {Unread[]} bad @param {() => boolean} still */
  const drawUnread = (bad, still) => {
    at("cr-cases-unread").hidden = !bad.length;
    at("cr-cases-unread-title").textContent = `${bad.length.toLocaleString("en-GB")} could not be read`;
    const rows = bad.map((each) => {
      const line = made("tr", "");
      for (const [label, text] of [["File", each.file], ["Line", each.line ? String(each.line) : ""], ["Case", each.name], ["Why", each.why]]) {
        const part = cell("td", label, text);
        if (!text) part.dataset.none = "";
        line.append(part);
      }
      return line;
    });
    inSlices(at("cr-cases-unread-table").querySelector("tbody"), rows.length, (number) => [rows[number]], still);
  };

  /** Put rows into a table a few hundred at a time, so that the page stays alive.
   * @param {HTMLElement} body @param {number} all @param {(number: number) => HTMLElement[]} make @param {() => boolean} still @param {() => void} [after] each slice */
  const inSlices = (body, all, make, still, after = () => {}) => {
    body.replaceChildren();
    const more = (/** @type {number} */ from) => {
      if (!still()) return;
      const slice = document.createDocumentFragment();
      for (let number = from; number < Math.min(from + FIRST, all); number += 1) slice.append(...make(number));
      body.append(slice);
      after();
      if (from + FIRST < all) setTimeout(() => more(from + FIRST), 0);
    };
    more(0);
  };

  /** One case's row, and what it opens to if the reader has it open. @param {CaseShown} row @returns {HTMLElement[]} */
  const rowsOf = (row) => {
    const line = CaseReviewRows.row(row, say, () => turn(line, row));
    if (!open.has(row.id)) return [line];
    line.querySelector(".cr-cases__open")?.setAttribute("aria-expanded", "true");
    return [line, CaseReviewRows.detail(row, say)];
  };

  /** Open a row, or close it. @param {HTMLElement} line @param {CaseShown} row */
  const turn = (line, row) => {
    const isOpen = open.delete(row.id);
    if (isOpen) line.nextElementSibling?.remove();
    else {
      open.add(row.id);
      line.after(CaseReviewRows.detail(row, say));
    }
    line.querySelector(".cr-cases__open")?.setAttribute("aria-expanded", String(!isOpen));
  };

  /** Note whose row has the keyboard, before it is drawn anew. */
  const noteFocus = () => {
    const held = document.activeElement;
    if (held === document.body) return; // lost by an earlier drawing that has not come to its row yet
    const line = body().contains(held) ? held?.closest("tr.cr-cases__detail, tr[id]") : null;
    refocus = (line?.matches(".cr-cases__detail") ? line.previousElementSibling?.id : line?.id) ?? "";
  };

  /** Give the keyboard back to that row's button, once it is there. */
  const giveFocus = () => {
    const button = refocus && document.activeElement === document.body ? document.getElementById(refocus)?.querySelector("button") : null;
    if (!button) return;
    refocus = "";
    button.focus({ preventScroll: true });
  };

  const draw = () => {
    const found = shown();
    const bad = Files.unread();
    at("cr-cases-list").toggleAttribute("hidden", !Files.entries().length);
    at("cr-cases-empty").hidden = !Files.isEmpty();
    offerWho(found.all.map((row) => row.reply));
    drawTotals(found, bad);
    const mine = (drawing += 1);
    drawUnread(bad, () => mine === drawing);
    const number = Math.min(found.rows.length, rowsShown);
    noteFocus();
    inSlices(body(), number, (which) => rowsOf(found.rows[which]), () => mine === drawing, giveFocus);
    at("cr-cases-more").hidden = number === found.rows.length;
    at("cr-cases-more").querySelector("span").textContent = `The first ${number.toLocaleString("en-GB")} of ${found.rows.length.toLocaleString("en-GB")} are shown.`;
  };

  /** Show as many rows as at first. */
  const fromTheTop = () => {
    rowsShown = FIRST;
    draw();
  };

  /** Show every row, and take the keyboard to the first that comes anew. */
  const showAll = () => {
    const before = rowsShown;
    rowsShown = Infinity;
    draw();
    setTimeout(() => /** @type {HTMLElement | undefined} */ (document.querySelectorAll("#cr-cases-table .cr-cases__open")[before])?.focus(), 0); // after its slice
  };

  return { heard, shown, draw, fromTheTop, showAll };
})();
