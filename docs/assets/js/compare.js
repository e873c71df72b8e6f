// @ts-check
// Which columns of a comparison to show. The choice stands in the address, as ?show=edition&show=edition, and nowhere else.
// Rows that say nothing in the columns shown are left out where a table asks for it, and the page says how many.
(() => {
  "use strict";

  const MOST = 4; // columns that fit side by side; with more, the cells of a topic flow
  const choice = document.getElementById("cr-columns");
  if (!choice) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...choice.querySelectorAll('input[name="show"]')]);
  const said = /** @type {HTMLElement} */ (choice.querySelector('[role="status"]'));
  const tables = /** @type {HTMLTableElement[]} */ ([...document.querySelectorAll(".cr-compare")]);
  const first = new Set((choice.dataset.first ?? "").split(" "));

  /** @param {ParentNode} part */
  const cells = (part) => /** @type {HTMLElement[]} */ ([...part.querySelectorAll("[data-column]")]);

  /** Leave out the rows in which no cell that is shown holds anything. @param {HTMLTableElement} table */
  const foldRows = (table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (const row of rows) row.hidden = !cells(row).some((cell) => !cell.hidden && cell.dataset.empty === undefined);
    const left = rows.filter((row) => row.hidden).length;
    const note = document.querySelector(`[data-left-out="${table.id}"]`);
    if (note) note.textContent = left ? `${left} of ${rows.length} facts are left out here: none of the columns shown asks about them.` : "";
  };

  const show = () => {
    const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const part of [...tables, ...document.querySelectorAll(".cr-unheld")]) {
      for (const cell of cells(part)) cell.hidden = !chosen.has(cell.dataset.column ?? "");
    }
    for (const table of tables) {
      const columns = table.querySelectorAll("thead [data-column]:not([hidden])").length;
      for (const wide of /** @type {NodeListOf<HTMLTableCellElement>} */ (table.querySelectorAll('th[scope="rowgroup"]'))) wide.colSpan = columns || 1;
      table.classList.toggle("cr-compare--flow", columns > MOST);
      table.hidden = !columns;
      if (table.dataset.foldRows !== undefined) foldRows(table);
    }
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".cr-unheld"))) list.hidden = cells(list).every((one) => one.hidden);
    said.textContent = chosen.size ? `${chosen.size} of ${boxes.length} shown` : "None chosen: tick a column to show it";
  };

  const remember = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    const usual = chosen.length === first.size && chosen.every((one) => first.has(one));
    const query = usual || !chosen.length ? "" : `?${chosen.map((one) => `show=${one}`).join("&")}`;
    history.replaceState(null, "", location.pathname + query + location.hash);
  };

  const asked = new Set(new URLSearchParams(location.search).getAll("show"));
  if (boxes.some((box) => asked.has(box.value))) boxes.forEach((box) => { box.checked = asked.has(box.value); });
  choice.hidden = false;
  choice.addEventListener("change", () => {
    show();
    remember();
  });
  show();
})();
