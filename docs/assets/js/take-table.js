// @ts-check
// Hands over a table as it is shown: to the clipboard, for a text or a spreadsheet, or as a CSV file. It writes its own CSV, since its
// pages load no Python; what may not become a formula is what calculators/files/csv_file.py says, and a test holds the two together.
(() => {
  "use strict";

  if (typeof CaseReviewHandOver === "undefined") return; // the buttons stay hidden

  const NOT_TAKEN = ".cr-hidden, .cr-cell__edition, .cr-cell__go, .headerlink, [hidden]";

  /** A text that no spreadsheet takes for a formula, whichever sign parts its cells. @param {string} text */
  const harmless = (text) => (/^-[0-9]+$/.test(text) ? text : text.replace(/(^|;)(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'"));

  /** What a cell says, in one line. @param {HTMLElement} cell */
  const words = (cell) => {
    const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
    for (const part of copy.querySelectorAll(NOT_TAKEN)) part.remove();
    for (const part of copy.querySelectorAll("p, li")) part.append("; ");
    const said = (copy.textContent ?? "").replace(/\s+/g, " ").replace(/(?:; )+(?=; |$)/g, "").replace(/([.:]);/g, "$1").replace(/^[; ]+|[; ]+$/g, "");
    return harmless(said);
  };

  /** The rows and columns that are shown. @param {HTMLTableElement} table @returns {string[][]} */
  const rowsOf = (table) =>
    [...table.rows].filter((row) => !row.hidden).map((row) => [...row.cells].filter((cell) => !cell.hidden).map(words));

  /** @param {string[][]} rows */
  const asCsv = (rows) => rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\r\n") + "\r\n";

  /** @param {string[][]} rows */
  const asHtml = (rows) => {
    const table = document.createElement("table");
    for (const row of rows) {
      const line = table.insertRow();
      for (const cell of row) line.insertCell().textContent = cell;
    }
    return table.outerHTML;
  };

  /** Put rows on the clipboard as a table and as text. @param {string[][]} rows @returns {boolean} */
  const copied = (rows) => {
    let taken = false;
    /** @param {ClipboardEvent} event */
    const give = (event) => {
      if (!event.clipboardData) return;
      event.clipboardData.setData("text/html", asHtml(rows));
      event.clipboardData.setData("text/plain", rows.map((row) => row.join("\t")).join("\n"));
      event.preventDefault();
      taken = true;
    };
    document.addEventListener("copy", give);
    document.execCommand("copy"); // works from a folder too, where the newer way is refused
    document.removeEventListener("copy", give);
    return taken;
  };

  for (const bar of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".cr-take"))) {
    const table = document.getElementById(bar.dataset.table ?? "");
    const status = bar.querySelector("[role=status]");
    if (!(table instanceof HTMLTableElement) || !status) continue;
    bar.hidden = false;
    bar.addEventListener("click", (event) => {
      const how = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("[data-take]"))?.dataset.take : null;
      if (!how) return;
      const rows = rowsOf(table);
      const name = `${bar.dataset.name}.csv`;
      if (how === "csv") CaseReviewHandOver.save({ name, type: "text/csv", text: asCsv(rows) });
      status.textContent = how === "csv" ? `Made ${name}.` : copied(rows) ? "Copied." : "This browser did not allow copying. Save the CSV instead.";
    });
  }
})();
