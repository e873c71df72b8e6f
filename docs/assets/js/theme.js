// @ts-check
// What of the theme's own script a page needs before it is drawn: that script itself comes with the search. It says that
// scripts run, and shows the colours that the reader chose, or else those of the system. Only a choice is kept.
(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  const page = /** @type {any} */ (window); // the theme's store is made by its inline script
  const keep = page.__md_set;
  const choices = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("input[name=__palette]")]);
  const KEY = "__palette";
  let chosen = false;

  // The theme's script would keep the colours of the system, too, and they would stay when the system's change.
  page.__md_set = (/** @type {string} */ key, /** @type {unknown[]} */ ...given) => {
    if (key !== KEY || chosen) keep(key, ...given);
  };

  /** The place of the colours to show: the reader's choice of an earlier day, or the system's. */
  const first = () => {
    try {
      const kept = page.__md_get(KEY);
      if (choices[kept?.index]) return kept.index;
    } catch {
      // no store here
    }
    return Math.max(0, choices.findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia ?? "").matches));
  };

  /** The names and values of a choice's colours. @param {HTMLInputElement} choice */
  const colours = ({ dataset }) => ({
    media: dataset.mdColorMedia, scheme: dataset.mdColorScheme, primary: dataset.mdColorPrimary, accent: dataset.mdColorAccent,
  });

  /** Show the colours of a choice, and the button that leads to the next. @param {number} index */
  const show = (index) => {
    for (const [name, value] of Object.entries(colours(choices[index]))) {
      document.body.setAttribute(`data-md-color-${name}`, value ?? "");
    }
    choices.forEach((choice, at) => {
      if (choice.nextElementSibling instanceof HTMLElement) choice.nextElementSibling.hidden = at !== index;
    });
  };

  choices.forEach((choice, index) => {
    choice.addEventListener("change", () => {
      chosen = true;
      show(index);
      page.__md_set(KEY, { index, color: colours(choice) });
    });
    choice.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.stopPropagation(); // or the theme's script, once it is there, would go one further
      const next = choices[(index + 1) % choices.length];
      next.click();
      next.focus();
    });
  });
  if (choices.length) show(first());
})();
