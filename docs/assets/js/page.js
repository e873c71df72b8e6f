// @ts-check
// Small things that pages need and HTML alone cannot do: the theme's menu and search buttons are labels, which a keyboard
// cannot reach; a copy of the guide should say when its date for checking has passed; a link to a rule opens its card; print
// shows the cards that the reader opened, though the theme's own script, where search has fetched it, opens all of them; and
// on a long page the contents and the head follow the reader.
var CaseReviewPage = (() => {
  "use strict";

  /** The reader's own calendar day, not Greenwich's. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => `${part}`.padStart(2, "0")).join("-");
  };

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

  for (const aged of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-review-by]"))) {
    aged.hidden = today() <= (aged.dataset.reviewBy ?? "");
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

  const drawer = document.getElementById("__drawer");
  addEventListener("hashchange", () => drawer instanceof HTMLInputElement && (drawer.checked = false));

  const head = document.querySelector(".md-header");
  const named = document.querySelector(".md-header__title");
  const title = document.querySelector("main h1");
  const back = document.querySelector(".md-top");
  const contents = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  const parts = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".md-nav--secondary a[href^='#']")])
    .map((link) => ({ link, part: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ part }) => part);
  let last = 0;
  let awaited = false;

  /** Mark in the contents where the reader is, name the page in the head once its title is out of view, and offer the way back. */
  const follow = () => {
    awaited = false;
    const edge = (head?.getBoundingClientRect().bottom ?? 0) + 8;
    const top = (/** @type {Element | null} */ part) => part?.getBoundingClientRect().top ?? 0;
    const passed = parts.filter(({ part }) => top(part) <= edge + 16);
    const here = passed.at(-1)?.link;
    for (const { link } of parts) link.classList.toggle("md-nav__link--active", link === here);
    if (contents && here) contents.scrollTop = here.offsetTop - contents.clientHeight / 2;
    named?.classList.toggle("md-header__title--active", !!title && title.getBoundingClientRect().bottom < edge);
    if (back instanceof HTMLElement) back.hidden = back !== document.activeElement && (scrollY >= last || scrollY < innerHeight); // or the keyboard, come to it, would stop nowhere
    last = scrollY;
  };
  const soon = () => {
    if (!awaited) requestAnimationFrame(follow);
    awaited = true;
  };
  addEventListener("scroll", soon, { passive: true });
  back?.addEventListener("click", () => scrollTo({ top: 0 }));

  return { today };
})();
