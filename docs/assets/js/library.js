// @ts-check
// Narrows a list of cards by words, topic and year. Without script every card is shown and there is no form.
(() => {
  "use strict";
  const form = document.getElementById("cr-filter");
  const count = document.getElementById("cr-filter-count");
  const none = document.getElementById("cr-filter-none");
  const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".md-content article.cr-card")]);
  if (!form || !count || !none || !cards.length) return;

  /** @param {string} name What the reader chose or typed in one field, which may not be there. */
  const chosen = (name) => {
    const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (document.getElementById(`cr-filter-${name}`));
    return field ? field.value.trim().toLowerCase() : "";
  };

  const narrow = () => {
    const words = chosen("words").split(/\s+/);
    const [topic, year] = [chosen("topic"), chosen("year")];
    for (const card of cards) {
      const text = (card.textContent ?? "").toLowerCase();
      const fits = (!topic || card.dataset.topic === topic) && (!year || card.dataset.year === year);
      card.hidden = !(fits && words.every((word) => text.includes(word)));
    }
    const shown = cards.filter((card) => !card.hidden).length;
    count.textContent = shown === cards.length ? `All ${shown} shown` : `${shown} of ${cards.length} shown`;
    none.hidden = shown > 0;
  };

  form.addEventListener("input", narrow);
  form.addEventListener("change", narrow);
  form.hidden = false;
  narrow();
})();
