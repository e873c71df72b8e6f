// @ts-check
// Keeping a case: opening one by the field or by dropping it, and asking before unsaved work is left or replaced.
// Nothing is put into the browser's storage.
var CaseReviewKeep = (() => {
  "use strict";

  const { at } = CaseReviewDom;
  const LARGEST = 2_000_000; // bytes; a case file has a few thousand

  /** What was in the form when it was last kept, or empty: as JSON. */
  let kept = "";
  let current = () => "";
  /** Returns what puts back everything that is on the page now. @type {() => () => Promise<void>} */
  let hold = () => async () => {};
  /** What was here before it gave way, until something changes; in memory alone.
   * @type {{ back: () => Promise<void>, kept: string, since: string } | null} */
  let before = null;
  /** @type {(saved: any, name: string) => Promise<boolean>} */
  let onCase = async () => false;
  let onFigures = () => {};

  /** @param {string} text */
  const say = (text) => (at("cr-opened").textContent = text);

  /** Remember that what stands in the form now can be had again. */
  const settled = () => {
    kept = current();
  };

  /** The answer to a question that is still open. @type {(replace: boolean) => void} */
  let decide = () => {};

  /** Offer to put back what gave way, now that something else stands here. */
  const replaced = () => {
    if (!before) return;
    before.since = current();
    at("cr-put-back").hidden = false;
    at("cr-put-back").scrollIntoView({ block: "nearest" });
  };

  /** Offer it no longer once something was changed. */
  const check = () => {
    if (before && !at("cr-put-back").hidden && current() !== before.since) forget();
  };

  const forget = () => {
    before = null;
    at("cr-put-back").hidden = true;
  };

  const putBack = async () => {
    if (!before) return;
    const { back, kept: settledThen } = before;
    forget();
    say("What was here before is back.");
    await back();
    kept = settledThen; // it was not saved then, and is not now
  };

  /** Whether what stands in the form may give way: at once if it is kept or empty, else the reader is asked.
   * @param {string} what that would take its place, as a sentence begins with it */
  const mayReplace = async (what) => {
    decide(false); // a question that is still open is overtaken by this one
    forget();
    if (current() === kept) return true;
    const question = at("cr-replace");
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    at("cr-replace-question").textContent = `${what} would take the place of what is on this page, which is not saved.`;
    question.hidden = false;
    question.focus();
    question.scrollIntoView({ block: "nearest" });
    return new Promise((/** @type {(replace: boolean) => void} */ resolve) => {
      decide = (replace) => {
        decide = () => {};
        question.hidden = true;
        if (replace) before = { back: hold(), kept, since: "" };
        else held?.focus();
        resolve(replace);
      };
    });
  };

  /** Open files that a reader chose or dropped. @param {Iterable<File>} files */
  const open = async (files) => {
    const given = [...files];
    if (!given.length) return;
    const said = [];
    let cases = 0;
    for (const file of given) {
      try {
        if (file.size > LARGEST) throw new Error("it is far larger than any case or figures file");
        const content = parsed(await file.text());
        if (content.kind === "figures") {
          const aside = CaseReviewLimits.open(file.name, content);
          onFigures();
          said.push(`Opened the figures in ${file.name}.${aside && ` ${aside}`}`);
        } else if (content.kind === "case" && given.length > 1 && cases) {
          said.push(`${file.name} is a second case: the case list opens many.`);
        } else {
          cases += 1;
          said.push((await onCase(content, file.name)) ? `Opened ${file.name}.` : `${file.name} was not opened: what is on this page stays.`);
        }
      } catch (error) {
        said.push(`${file.name} was not opened: ${error instanceof Error ? error.message : error}.`);
      }
    }
    say(said.join(" "));
    at("open-files").value = "";
  };

  /** @param {string} text @returns {any} */
  const parsed = (text) => {
    let content;
    try {
      content = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      throw new Error("it is no JSON, so it is no case or figures file, or it is damaged");
    }
    if (!content || typeof content !== "object" || !["case", "figures"].includes(content.kind)) throw new Error("it does not say that it is a case or a figures file");
    return content;
  };

  at("cr-replace-go").onclick = () => decide(true);
  at("cr-replace-keep").onclick = () => decide(false);
  at("cr-put-back-go").onclick = putBack;
  at("open-files").addEventListener("change", (/** @type {Event} */ event) => {
    event.stopPropagation();
    open(/** @type {HTMLInputElement} */ (event.target).files ?? []);
  });
  for (const sign of /** @type {const} */ (["dragover", "drop"]))
    addEventListener(sign, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return; // text may be dropped into a field
      event.preventDefault(); // or the browser leaves the page for the file
      if (sign === "drop") open(event.dataTransfer.files);
    });
  addEventListener("beforeunload", (event) => {
    if (current() !== kept) event.preventDefault();
  });

  return {
    settled,
    mayReplace,
    replaced,
    check,
    say,
    hear: (/** @type {{ current: typeof current, hold: typeof hold, onCase: typeof onCase, onFigures: typeof onFigures }} */ parts) => {
      ({ current, hold, onCase, onFigures } = parts);
      settled();
    },
  };
})();
