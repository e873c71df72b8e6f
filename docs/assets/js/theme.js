// @ts-check
// What of the theme's own script a page needs before it is drawn: that script itself comes with the search. It says that
// scripts run, and shows the colours that the reader chose, or else those of the system. Only a choice is kept. It stands
// before the style sheets, for which it would otherwise wait, and does its work once the page's head is there.
(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  const page = /** @type {any} */ (window); // the theme's store is made by its inline script
  const KEY = "__palette";
  /** @type {HTMLInputElement[]} */
  let choices = [];
  let chosen = false;

  /** Where the browser refuses its stores, reading one throws, and the theme's scripts would stop there: they get one that
   * keeps nothing. @param {"localStorage" | "sessionStorage"} name */
  const lend = (name) => {
    try {
      if (window[name]) return;
    } catch {
      // refused
    }
    Object.defineProperty(window, name, { value: { getItem: () => null, setItem() {}, removeItem() {} } });
  };

  const begin = () => {
    if (!document.querySelector(".md-container")) return; // what follows the head of the page
    arriving.disconnect();
    const keep = page.__md_set;
    // The theme's script would keep the colours of the system, too, and they would stay when the system's change.
    page.__md_set = (/** @type {string} */ key, /** @type {unknown[]} */ ...given) => {
      if (key !== KEY || chosen) keep(key, ...given);
    };
    choices = [...document.querySelectorAll("input[name=__palette]")].map((each) => /** @type {HTMLInputElement} */ (each));
    choices.forEach(listen);
    if (choices.length) show(first());
  };

  /** The place of the colours to show: the reader's choice of an earlier day, or the system's. */
  const first = () => {
    try {
      const kept = page.__md_get(KEY);
      if (choices[kept?.index]) return kept.index;
    } catch {
      // what is kept is damaged
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

  /** Keep and show a choice when it is made. @param {HTMLInputElement} choice @param {number} index */
  const listen = (choice, index) => {
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
  };

  lend("localStorage");
  lend("sessionStorage");
  const arriving = new MutationObserver(begin);
  arriving.observe(document.documentElement, { childList: true, subtree: true });
})();
