// @ts-check
// Two small things that every page needs and HTML alone cannot do: the theme's menu and search buttons are labels,
// which a keyboard cannot reach; and a copy of the guide should say when its date for checking has passed.
(() => {
  "use strict";

  /** Make a label that toggles a hidden checkbox into a button. @param {HTMLLabelElement} label @param {string} name */
  const reachable = (label, name) => {
    label.setAttribute("role", "button");
    label.setAttribute("aria-label", name);
    label.tabIndex = 0;
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      label.click();
    });
  };
  for (const [key, name] of [["drawer", "Menu"], ["search", "Search"]]) {
    const label = document.querySelector(`.md-header label.md-header__button[for=__${key}]`);
    if (label) reachable(/** @type {HTMLLabelElement} */ (label), name);
  }

  const now = new Date(); // the reader's own calendar day
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const aged of document.querySelectorAll("[data-review-by]")) {
    /** @type {HTMLElement} */ (aged).hidden = today <= /** @type {HTMLElement} */ (aged).dataset.reviewBy;
  }
})();
