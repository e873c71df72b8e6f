// @ts-check
// Search, fetched when it is first used: the theme's script, the source of its worker and the index. A page does not wait
// for them. From a folder a browser refuses to start a worker from a file, so the search worker runs from a blob of its
// source (search-worker-source.js, made at build time); every other worker passes through untouched.
(() => {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const field = /** @type {HTMLInputElement} */ (document.querySelector(".md-search__input"));
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  const meta = /** @type {HTMLElement} */ (document.querySelector(".md-search-result__meta"));
  const nothing = /** @type {HTMLElement} */ (document.querySelector(".cr-nothing"));

  const LETTERS = 200, WORDS = 12; // of a query: what is beyond is cut
  const NATION = /^(england|scotland|wale|ireland)\*$/; // a nation that is named is meant
  const PASSED_OVER = new Set(
    ("a an and any are as at be before by after can do does for from has have how i if in into is it its must of on or our " +
      "shall should that the their them then there they this to us was we were what when where which who whom will with").split(" "),
  );

  /**
   * What is asked in plain words, without the operators of the search, of which some never come to an end: first with every
   * word to be found, then with any of them.
   * @param {string} query
   */
  const plain = (query) => {
    const asked = query.slice(0, LETTERS).toLowerCase().replace(/[~^]\d*/g, " ").replace(/['’]s\b/g, "");
    const words = asked.split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, WORDS);
    const telling = words.filter((word) => !PASSED_OVER.has(word));
    const sought = (telling.length ? telling : words).map(begun);
    return { every: sought.map((word) => `+${word}`).join(" "), any: sought.map((word) => (NATION.test(word) ? `+${word}` : word)).join(" ") };
  };

  /** How a word begins in whatever form: a plural as its singular; a number is taken whole. @param {string} word */
  const begun = (word) => (/\d/.test(word) ? word : `${word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word}*`);

  const BrowserWorker = window.Worker;
  const QUERY = 2, RESULT = 3; // the theme's kinds of message
  /** The search worker, which is asked in plain words; where no place has all of them, for any; and the page hears if there is nothing. */
  class SearchWorker extends BrowserWorker {
    constructor() {
      const source = /** @type {any} */ (window).CaseReviewSearchWorker;
      super(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      this.asked = "";
      /** @type {string[]} for each question that waits for its answer, in order: what to ask if there is none */
      this.waiting = [];
      this.addEventListener("message", (event) => {
        if (event.data.type !== RESULT) return;
        const otherwise = this.waiting.shift();
        const empty = event.data.data.items.length === 0;
        if (empty && otherwise && !this.waiting.length) {
          event.stopImmediatePropagation(); // the theme's script hears of the second answer alone
          this.ask(otherwise, "");
        } else {
          nothing.hidden = !empty || !this.asked;
        }
      });
    }

    /** @param {string} words @param {string} otherwise */
    ask(words, otherwise) {
      this.waiting.push(otherwise);
      super.postMessage({ type: QUERY, data: words });
    }

    /** @param {any} message */
    postMessage(message) {
      if (message.type !== QUERY) return super.postMessage(message);
      const { every, any } = plain(message.data);
      this.asked = every;
      this.ask(every, any);
    }
  }

  /** Let the theme's script start the search worker, and every other script its own. */
  const lend = () => {
    window.Worker = /** @type {typeof Worker} */ (
      /** @type {unknown} */ (
        class {
          /** @param {string | URL} address @param {WorkerOptions} [options] */
          constructor(address, options) {
            return String(address).includes("/workers/search.") ? new SearchWorker() : new BrowserWorker(address, options);
          }
        }
      )
    );
  };

  /** Fetch a script. @param {string | undefined} address */
  const fetched = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address ?? "";
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  let under = false; // under way, or done
  const begin = async () => {
    if (under) return;
    under = true;
    try {
      await fetched(own.worker);
      lend();
      await fetched(own.theme);
    } catch {
      meta.textContent = "Search cannot be shown: some of this copy's files are missing. Ask whoever put it here for a whole one";
    }
  };

  field.addEventListener("focus", begin);
  field.addEventListener("input", () => (nothing.hidden ||= !field.value.trim()));
  toggle.addEventListener("change", begin);
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (under || typing || event.ctrlKey || event.metaKey || event.altKey || !["f", "s", "/"].includes(event.key)) return;
    event.preventDefault();
    field.focus();
  });
  if (document.activeElement === field || toggle.checked || new URLSearchParams(location.search).has("q")) void begin();
})();
