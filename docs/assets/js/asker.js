// @ts-check
// Whatever asks the calculator, such as the plan or a test, asks through here: only the reply to its last question is
// heard, and while the form says something else than was asked, the answer is marked and may not be carried away.
var CaseReviewAsker = (() => {
  "use strict";

  const CHANGED = "You have changed something since this was worked out. Work it out again.";
  const CHANGED_BEFORE = "You changed something before the reply came. Work it out again.";

  /** Return one asker.
   * @param {{
   *   region: string, question: () => object,
   *   draw: (reply: any, question: any, again: boolean) => void, refused?: (errors: ErrorReply[]) => void,
   *   refusedIn?: (errors: ErrorReply[], quiet: boolean) => boolean,
   * }} parts the answer's place, what the form asks now, what to do with an answer and with a refusal, and, where something is typed
   *   in the answer itself, what to do with a refusal that may be of it: whether it is */
  const asker = ({ region, question, draw, refused, refusedIn }) => {
    const box = /** @type {HTMLElement} */ (document.getElementById(region));
    const told = /** @type {HTMLElement} */ (box.querySelector(".cr-stale"));
    const exports = () => /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-export]"));
    let number = 0;
    /** @type {object | null} the question whose answer is shown */
    let answered = null;

    /** @param {object} given */
    const stands = (given) => JSON.stringify(given) === JSON.stringify(question());

    /** Mark the answer if the form no longer asks for it; take the mark off if the form was put back. */
    const check = () => {
      const stale = answered !== null && !stands(answered);
      if (stale === (box.dataset.stale === "true")) return;
      if (stale) box.dataset.stale = "true";
      else delete box.dataset.stale;
      told.textContent = stale ? CHANGED : "";
      bar(stale);
    };

    /** Bar what would carry the answer away, or let it. @param {boolean} stale */
    const bar = (stale) => CaseReviewDom.bar(exports(), stale, told.id);

    /** Take the answer away; a reply still under way will not be heard. */
    const forget = () => {
      number += 1;
      answered = null;
      box.hidden = true;
      check();
    };

    /** Ask what the form asks now, and show what comes back. Throws if the calculator fails.
     * @param {{ quiet?: boolean }} [how] quiet: the form changed under an answer, so the keyboard stays where it is and a
     *   refusal only says why the old answer still stands greyed */
    const ask = async ({ quiet = false } = {}) => {
      const given = question();
      const mine = (number += 1);
      let reply;
      try {
        reply = await CaseReviewEngine.ask(given);
      } catch (error) {
        if (mine === number) throw error;
        return;
      }
      if (mine !== number) return;
      const within = answered !== null && refusedIn?.(reply.errors ?? [], quiet); // the answer must stay for it to be mended
      if (reply.errors && quiet) {
        if (box.dataset.stale) told.textContent = `${CHANGED} ${reply.errors[0].message}.`;
        return;
      }
      if (reply.errors && refused) {
        const errors = stands(given) ? reply.errors : [{ field: null, message: CHANGED_BEFORE }];
        if (!within) forget();
        refused(errors);
        return;
      }
      const again = answered !== null;
      answered = given;
      draw(reply, given, again);
      box.hidden = false;
      check();
      bar(box.dataset.stale === "true"); // what was drawn anew too
      if (!quiet && stands(given)) /** @type {HTMLElement} */ (box.querySelector("[tabindex='-1']")).focus();
    };

    box.addEventListener(
      "click",
      (event) => {
        if (!box.dataset.stale || !(/** @type {Element} */ (event.target).closest("[data-export]"))) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        told.scrollIntoView({ block: "nearest" });
      },
      true, // before the button's own
    );

    return { ask, check, forget, answered: () => answered };
  };

  return asker;
})();
