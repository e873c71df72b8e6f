// @ts-check
// Draws one case of the case list as a row of its table, and what the row opens to. Dates and their words are the calculator's.
var CaseReviewRows = (() => {
  "use strict";

  const { made, cell, tableHead } = CaseReviewDom;
  const NO_DATE = "No date";
  const AT_ONCE = "At once";
  const BY_LAST = "by the last figure held";

  /** What a row shows: its case, the file that the case came from, and for whoever was chosen the act that is next, the first that
   * is to be checked, which of the two comes first, and how many have passed.
   * @typedef {{ id: number, reply: CaseReply, act: ActReply | null, check: CheckReply | null, lead: ActReply | CheckReply | null,
   *   overdue: number, passed: number, file: string }} Shown */

  /** @param {number} number @param {string} thing */
  const counted = (number, thing) => `${number.toLocaleString("en-GB")} ${thing}${number === 1 ? "" : "s"}`;

  /** What there is to say of several things, in a row. @param {(string | undefined)[]} parts */
  const told = (...parts) => parts.filter(Boolean).join(", ");

  /** @param {Shown} shown */
  const nameOf = ({ reply, file }) => reply.reference ?? file;

  /** What is to be known of an act's date, in words. @param {ActReply | CheckReply} act */
  const notesOn = (act) => told(act.due && !act.settled ? "not settled" : "", act.applies === "unknown" ? "if it applies" : "");

  /** @param {CheckReply} check */
  const passedOf = (check) => (check.passed ? "passed" : "");

  /** The first of the limits beside what is to be done at once. @param {ActReply} act @param {Say} say */
  const firstLimit = (act, say) => (act.at_once && act.first ? `first limit ${say(act.first)}` : "");

  /** How far off the date is by which an act is sorted. @param {ActReply} act */
  const leftOf = (act) => act.left ?? act.readings.find((reading) => reading.due === act.first)?.left;

  /** Add a quieter line to a cell, if there is anything to say. @param {HTMLElement} to @param {string} text */
  const beside = (to, text) => {
    if (text) to.append(made("span", text, "cr-cases__beside"));
  };

  /** A part of a cell that is to be checked. @param {HTMLElement} to @param {string} text */
  const toCheck = (to, text) => to.append(made("span", text, "cr-cases__check"));

  /** The next date of a row. @param {HTMLElement} to @param {Shown} shown @param {Say} say */
  const nextDate = (to, { act, check, lead }, say) => {
    if (!lead) to.append(NO_DATE);
    else if (lead === check) {
      toCheck(to, `CHECK: ${say(check.due)}`);
      beside(to, told(passedOf(check), notesOn(check), `${BY_LAST}: check in your copy`));
    } else if (act) {
      to.append(act.due ? say(act.due) : AT_ONCE);
      beside(to, told(firstLimit(act, say), notesOn(act)));
    }
  };

  /** What comes next in a row, and what else is not to be overlooked. @param {HTMLElement} to @param {Shown} shown @param {Say} say */
  const whatNext = (to, { reply, act, check, lead }, say) => {
    if (lead) to.append(lead.action);
    for (const each of reply.dates) {
      if (each !== lead && (each === act || (each.at_once && each.open))) beside(to, `${told(each.due ? say(each.due) : AT_ONCE, firstLimit(each, say), leftOf(each)?.words, notesOn(each))}: ${each.action}`);
    }
    const first = check ?? reply.to_check[0];
    const more = reply.to_check.length > 1 ? counted(reply.to_check.length - 1, "other date") : "";
    if (first && first !== lead) toCheck(to, `If the last figure held still applies, ${first.open ? "" : "until "}${say(first.due)}: ${first.action}. Check in your copy${more && `, with ${more}`}.`);
    else if (more) toCheck(to, `Check ${more} in your copy.`);
  };

  /** One case as a row. @param {Shown} shown @param {Say} say @param {() => void} open */
  const row = (shown, say, open) => {
    const { reply, act, check, lead, overdue, passed } = shown;
    const line = made("tr", "");
    line.id = `case-${shown.id}`;
    line.dataset.case = nameOf(shown);
    line.dataset.due = act?.due ?? "";
    line.dataset.lastHeld = check?.due ?? "";
    line.dataset.overdue = String(overdue > 0);

    const name = made("th", "");
    /** @type {HTMLTableCellElement} */ (name).scope = "row";
    const button = made("button", nameOf(shown), "cr-cases__open");
    /** @type {HTMLButtonElement} */ (button).type = "button";
    button.setAttribute("aria-expanded", "false");
    button.onclick = open;
    name.append(button);
    beside(name, `${reply.guidance}${reply.superseded_by ? " (superseded)" : ""}`);

    const when = cell("td", "Next date", "", "cr-cases__next");
    nextDate(when, shown, say);
    const what = cell("td", "What", "");
    whatNext(what, shown, say);
    const left = cell("td", "Left", (lead === act && act && leftOf(act)?.words) || "", "cr-cases__left");
    const who = cell("td", "Who", lead?.who ?? "");
    const late = cell("td", "Overdue", String(overdue));
    if (passed) toCheck(late, `${passed} ${BY_LAST}: check`);
    const moved = cell("td", "Moved", reply.saved ? String(reply.moved.length) : "");
    for (const [each, none] of /** @type {[HTMLElement, boolean][]} */ ([[what, !what.textContent], [left, !left.textContent], [who, !lead], [late, !overdue && !passed], [moved, !reply.moved.length]])) {
      if (none) each.dataset.none = "";
    }
    line.append(name, when, left, what, who, late, moved);
    return line;
  };

  /** How an act stands, in words. @param {ActReply} act @param {Say} say */
  const standing = (act, say) => {
    if (act.done) return `Done on ${say(act.done.date)}${act.done.days ? `, ${counted(Math.abs(act.done.days), "day")} ${act.done.days > 0 ? "late" : "early"}` : ""}`;
    if (act.applies === "no") return "Not on these facts";
    return told(act.kind === "retention" || act.kind === "lookback" ? "" : act.left?.words, notesOn(act));
  };

  /** When an act is due, in words. @param {ActReply} act @param {Say} say */
  const when = (act, say) => {
    if (!act.due) return `${AT_ONCE}${act.words ? ` (“${act.words}”)` : ""}`;
    if (act.kind === "lookback") return `Look back from ${say(act.due)} to ${say(act.until)}`;
    return `${act.kind === "retention" ? "Keep until " : ""}${say(act.due)}`;
  };

  /** A list, perhaps under a heading of its own, if there is anything in it. @param {HTMLElement} to @param {string} heading @param {string[]} lines */
  const list = (to, heading, lines) => {
    if (!lines.length) return;
    const items = made("ul", "");
    items.append(...lines.map((line) => made("li", line)));
    to.append(...(heading ? [made("h3", heading)] : []), items);
  };

  /** What a row opens to: every date of its case, what is to be checked, what moved and why. @param {Shown} shown @param {Say} say */
  const detail = (shown, say) => {
    const { reply, file } = shown;
    const line = made("tr", "", "cr-cases__detail");
    const box = made("td", "");
    /** @type {HTMLTableCellElement} */ (box).colSpan = 7;
    line.append(box);
    const saved = reply.saved ? `, saved on ${say(reply.saved)}` : "";
    box.append(made("p", `${nameOf(shown)}: ${reply.guidance}. From ${file}${reply.line ? `, line ${reply.line}` : ""}${saved}.`));
    list(box, "Moved since it was saved", reply.moved.map((each) => `${each.action}: ${each.words}.`));
    box.append(made("h3", "Its dates"));
    if (reply.dates.length) {
      const table = made("table", "", "cr-table cr-table--stack");
      const body = made("tbody", "");
      for (const act of reply.dates) {
        const each = made("tr", "");
        each.dataset.rule = act.rule;
        const action = made("td", act.action);
        beside(action, act.supplied ?? "");
        list(action, "", act.readings.map(({ label, clock, due, left, note }) => `${told(label ?? "", clock)}: ${due ? told(say(due), left?.words) : "no date"}. ${note ?? ""}`));
        each.append(made("td", when(act, say)), action, made("td", act.who), made("td", standing(act, say)));
        body.append(each);
      }
      table.append(tableHead(["When", "What", "Who", "How it stands"]), body);
      box.append(table);
    } else box.append(made("p", "None can be worked out from what is given."));
    list(box, "Check in your copy", reply.to_check.map((each) => `${each.action}: ${told(say(each.due), passedOf(each), notesOn(each), each.words)}.`));
    list(box, "Before you rely on these dates", reply.warnings);
    const go = made("p", reply.line ? `To change this case, change its line in ${file}.` : "To change this case, or to see each count, open its file on the page ");
    const link = made("a", "Work out dates");
    /** @type {HTMLAnchorElement} */ (link).href = "workbench.html";
    if (!reply.line) go.append(link, ". Nothing of it is handed over from here: a link would carry data about a child.");
    box.append(go);
    return line;
  };

  const COLUMNS = ["Next date", "What", "Who", "Case", "Days left", "Note", "Overdue", "Due this week", "To check", "Moved since saved", "Guidance", "Saved", "File", "Line", "Could not be read"];

  const CHECK = ["CHECK: date if the last figure still held", "CHECK: what", "CHECK: who", "CHECK: passed"]; // where they are asked for

  /** The cells of a case for a spreadsheet, dates as the calculator gave them, each under the name of its column. @param {Shown} shown
   * @returns {Record<string, string | number | null | undefined>} */
  const cells = (shown) => {
    const { reply, act, check, overdue, passed, file } = shown;
    const first = check ?? reply.to_check[0];
    return {
      "Next date": act?.due ?? (act ? AT_ONCE : ""), What: act?.action ?? "", Who: act?.who ?? "", Case: nameOf(shown), "Days left": act?.left?.days ?? "",
      Note: act ? told(firstLimit(act, (day) => day ?? ""), notesOn(act)) : "", Overdue: overdue, "Due this week": reply.this_week, "To check": reply.to_check.length,
      "Moved since saved": reply.moved.map((each) => `${each.action}: ${each.words}`).join("; "),
      Guidance: `${reply.guidance}${reply.superseded_by ? " (superseded)" : ""}`, Saved: reply.saved, File: file, Line: reply.line,
      [CHECK[0]]: first?.due, [CHECK[1]]: first && told(first.action, notesOn(first), first.words), [CHECK[2]]: first?.who, [CHECK[3]]: first && passed,
    };
  };

  return { row, detail, cells, nameOf, COLUMNS, CHECK, counted };
})();
