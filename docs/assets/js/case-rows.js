// @ts-check
// Draws one case of the case list as a row of its table, and what the row opens to. Dates and their words are the calculator's.
var CaseReviewRows = (() => {
  "use strict";

  const { made, cell, tableHead } = CaseReviewDom;
  const NO_DATE = "No date";
  const AT_ONCE = "At once";

  /** What a row shows: its case, the file that the case came from, and the act that is next for whoever was chosen.
   * @typedef {{ id: number, reply: CaseReply, act: ActReply | null, overdue: number, file: string }} Shown */

  /** @param {number} number @param {string} thing */
  const counted = (number, thing) => `${number.toLocaleString("en-GB")} ${thing}${number === 1 ? "" : "s"}`;

  /** @param {Shown} shown */
  const nameOf = ({ reply, file }) => reply.reference ?? file;

  /** @param {ActReply} act */
  const ifItApplies = (act) => (act.applies === "unknown" ? "if it applies" : "");

  /** What is to be known of an act's date, in words. @param {ActReply} act */
  const notesOn = (act) => [act.due && !act.settled ? "not settled" : "", ifItApplies(act)].filter(Boolean).join(", ");

  /** Add a quieter line to a cell, if there is anything to say. @param {HTMLElement} to @param {string} text */
  const beside = (to, text) => {
    if (text) to.append(made("span", text, "cr-cases__beside"));
  };

  /** One case as a row. @param {Shown} shown @param {Say} say @param {() => void} open */
  const row = (shown, say, open) => {
    const { reply, act, overdue } = shown;
    const line = made("tr", "");
    line.id = `case-${shown.id}`;
    line.dataset.case = nameOf(shown);
    line.dataset.due = act?.due ?? "";
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
    when.append(act?.due ? say(act.due) : act ? AT_ONCE : NO_DATE);
    if (act) beside(when, notesOn(act));

    const what = cell("td", "What", act?.action ?? "");
    const first = [...reply.to_check].sort((one, other) => (one.due < other.due ? -1 : 1))[0];
    if (first) what.append(made("span", `If the last figure held still applies, ${say(first.due)}: ${first.action}. Check in your copy${reply.to_check.length > 1 ? `, with ${counted(reply.to_check.length - 1, "other date")}` : ""}.`, "cr-cases__check"));
    for (const each of reply.dates) {
      if (each.at_once && each.open && each !== act) beside(what, `${AT_ONCE}${each.applies === "unknown" ? ", if it applies" : ""}: ${each.action}`);
    }
    const left = cell("td", "Left", act?.left?.words ?? "", "cr-cases__left");
    const who = cell("td", "Who", act?.who ?? "");
    const late = cell("td", "Overdue", String(overdue));
    const moved = cell("td", "Moved", reply.saved ? String(reply.moved.length) : "");
    for (const [each, none] of /** @type {[HTMLElement, boolean][]} */ ([[what, !act], [left, !act?.left], [who, !act], [late, !overdue], [moved, !reply.moved.length]])) {
      if (none) each.dataset.none = "";
    }
    line.append(name, when, left, what, who, late, moved);
    return line;
  };

  /** How an act stands, in words. @param {ActReply} act @param {Say} say */
  const standing = (act, say) => {
    if (act.done) return `Done on ${say(act.done.date)}${act.done.days ? `, ${counted(Math.abs(act.done.days), "day")} ${act.done.days > 0 ? "late" : "early"}` : ""}`;
    if (act.applies === "no") return "Not on these facts";
    const words = [act.kind === "retention" || act.kind === "lookback" ? "" : (act.left?.words ?? ""), notesOn(act)];
    return words.filter(Boolean).join(", ");
  };

  /** When an act is due, in words. @param {ActReply} act @param {Say} say */
  const when = (act, say) => {
    if (!act.due) return `${AT_ONCE}${act.words ? ` (“${act.words}”)` : ""}`;
    if (act.kind === "lookback") return `Look back from ${say(act.due)} to ${say(act.until)}`;
    return `${act.kind === "retention" ? "Keep until " : ""}${say(act.due)}`;
  };

  /** A list under a heading of its own, if there is anything in it. @param {HTMLElement} to @param {string} heading @param {string[]} lines */
  const list = (to, heading, lines) => {
    if (!lines.length) return;
    const items = made("ul", "");
    items.append(...lines.map((line) => made("li", line)));
    to.append(made("h3", heading), items);
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
        each.append(made("td", when(act, say)), action, made("td", act.who), made("td", standing(act, say)));
        body.append(each);
      }
      table.append(tableHead(["When", "What", "Who", "How it stands"]), body);
      box.append(table);
    } else box.append(made("p", "None can be worked out from what is given."));
    list(box, "Check in your copy", reply.to_check.map((each) => `${each.action}: ${say(each.due)}, ${each.words}.`));
    list(box, "Before you rely on these dates", reply.warnings);
    const go = made("p", reply.line ? `To change this case, change its line in ${file}.` : "To change this case, or to see each count, open its file on the page ");
    const link = made("a", "Work out dates");
    /** @type {HTMLAnchorElement} */ (link).href = "workbench.html";
    if (!reply.line) go.append(link, ". Nothing of it is handed over from here: a link would carry data about a child.");
    box.append(go);
    return line;
  };

  const HEAD = ["Next date", "What", "Who", "Case", "Days left", "Note", "Overdue", "Due this week", "To check", "Moved since saved", "Guidance", "Saved", "File", "Line", "Could not be read"];

  /** A line of the spreadsheet, from what stands under each name. @param {Record<string, string | number | null>} told */
  const lineOf = (told) => HEAD.map((name) => String(told[name] ?? ""));

  /** The cells of a case for a spreadsheet, dates as the calculator gave them. @param {Shown} shown */
  const cells = (shown) => {
    const { reply, act, overdue, file } = shown;
    return lineOf({
      "Next date": act?.due ?? (act ? AT_ONCE : ""), What: act?.action ?? "", Who: act?.who ?? "", Case: nameOf(shown), "Days left": act?.left?.days ?? "",
      Note: act ? notesOn(act) : "", Overdue: overdue, "Due this week": reply.this_week, "To check": reply.to_check.length,
      "Moved since saved": reply.moved.map((each) => `${each.action}: ${each.words}`).join("; "),
      Guidance: `${reply.guidance}${reply.superseded_by ? " (superseded)" : ""}`, Saved: reply.saved, File: file, Line: reply.line,
    });
  };

  return { row, detail, cells, lineOf, nameOf, HEAD, counted };
})();
