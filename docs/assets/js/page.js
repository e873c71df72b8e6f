// @ts-check
// Small things that pages need and HTML alone cannot do: the theme's menu and search buttons are labels, which a keyboard
// cannot reach; a copy of the guide should say when its date for checking has passed; a link to a rule opens its card; and
// print shows the cards that the reader opened, though the theme's own script opens all of them for it.
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

  const folds = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details.cr-fold")]);
  const print = matchMedia("print");

  /** Mark whether the reader has a card folded. @param {HTMLDetailsElement} fold */
  const mark = (fold) => fold.toggleAttribute("data-folded", !fold.open);

  /** The address's fragment, or nothing if it is damaged. */
  const fragment = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  /** Open the card in which the address's fragment stands, or which stands in it, and bring its beginning into view. */
  const openTarget = () => {
    const target = document.getElementById(fragment());
    const fold = target && (target.closest("details.cr-fold") ?? target.querySelector(":scope > details.cr-fold"));
    if (!target || !(fold instanceof HTMLDetailsElement)) return;
    fold.open = true;
    mark(fold);
    target.scrollIntoView();
  };

  for (const fold of folds) {
    mark(fold);
    fold.addEventListener("toggle", () => print.matches || mark(fold));
  }
  addEventListener("hashchange", openTarget);
  openTarget();

  const all = document.querySelector("[data-open-all]");
  if (all instanceof HTMLButtonElement && all.parentElement) {
    all.parentElement.hidden = false;
    all.addEventListener("click", () => {
      const open = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = open;
      all.textContent = open ? "Fold every card" : "Open every card";
    });
  }
})();
