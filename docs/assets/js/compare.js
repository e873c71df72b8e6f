// @ts-check
// Which columns of a comparison to show. The choice stands in the address, as ?show=edition&show=edition, and nowhere else.
(() => {
  "use strict";

  const MOST = 4; // columns that fit side by side; with more, the cells of a topic flow
  const choice = document.getElementById("cr-columns");
  if (!choice) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...choice.querySelectorAll('input[name="show"]')]);
  const said = /** @type {HTMLElement} */ (choice.querySelector('[role="status"]'));
  const tables = /** @type {HTMLTableElement[]} */ ([...document.querySelectorAll(".cr-compare")]);

  const show = () => {
    const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const table of tables) {
      for (const cell of /** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll("[data-column]"))) {
        cell.hidden = !chosen.has(cell.dataset.column ?? "");
      }
      const columns = table.querySelectorAll("thead [data-column]:not([hidden])").length;
      table.classList.toggle("cr-compare--flow", columns > MOST);
      table.hidden = !columns;
    }
    said.textContent = chosen.size ? `${chosen.size} of ${boxes.length} shown` : "None chosen: tick a column to show it";
  };

  const remember = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => `show=${box.value}`);
    const query = chosen.length === boxes.length || !chosen.length ? "" : `?${chosen.join("&")}`;
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
