// @ts-check
// Two small things that every page needs and HTML alone cannot do: the theme's menu and search buttons are labels,
// which a keyboard cannot reach; and a copy of the guide should say when its date for checking has passed.
(() => {
  "use strict";

  for (const [key, name] of [["drawer", "Menu"], ["search", "Search"]]) {
    const label = document.querySelector(`.md-header label.md-header__button[for=__${key}]`);
    if (!label) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", `__${key}`); // the theme's styles choose by it
    button.setAttribute("aria-label", name);
    button.append(...label.childNodes);
    button.addEventListener("click", () => document.getElementById(`__${key}`)?.click());
    label.replaceWith(button);
  }

  const now = new Date(); // the reader's own calendar day
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const aged of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-review-by]"))) {
    aged.hidden = today <= (aged.dataset.reviewBy ?? "");
  }
})();
