// @ts-check
// The workbench's criteria: shows the questions of a test, and its outcome with every reason. No logic of a test is here.
var CaseReviewCriteria = (() => {
  "use strict";

  const { at, made } = CaseReviewDom;
  const VALUES = { yes: "Holds", no: "Does not hold", unknown: "Not known" };

  /** The chosen test as `edition#test`, or null. @returns {string | null} */
  const chosen = () => /** @type {HTMLInputElement | null} */ (document.querySelector('#cr-criteria [data-tests]:not([hidden]) input[name="test"]:checked'))?.value ?? null;

  /** @param {string} list @param {string | null} name */
  const lists = (list, name) => name !== null && list.split(" ").includes(name);

  /** Show the chosen edition's tests, and the chosen test's questions. */
  const refresh = () => {
    const edition = CaseReviewForm.edition();
    at("cr-criteria").hidden = !edition || CaseReviewForm.rule() !== null;
    let any = false;
    for (const tests of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-tests]"))) {
      tests.hidden = tests.dataset.tests !== edition;
      any ||= !tests.hidden;
    }
    at("cr-no-tests").hidden = any;
    const test = chosen();
    at("cr-questions").hidden = !test;
    for (const question of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-asked-by]"))) {
      question.hidden = !lists(question.dataset.askedBy ?? "", test);
      for (const meaning of /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll("[data-defined-by]"))) meaning.hidden = meaning.dataset.definedBy !== test;
    }
    const asked = asker.asked();
    if (asked && `${asked.edition}#${asked.test}` !== test) asker.forget();
    asker.check();
  };

  /** Choose a test; false if the form has none of that name. @param {string} name */
  const choose = (name) => {
    const radio = /** @type {HTMLInputElement | null} */ (document.querySelector(`input[name="test"][value="${CSS.escape(name)}"]`));
    if (!radio) return false;
    radio.checked = true;
    refresh();
    return true;
  };

  /** The calculator's question. */
  const question = () => {
    const [edition, test] = (chosen() ?? "#").split("#");
    /** @type {Record<string, string>} */
    const facts = {};
    for (const asked of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-asked-by]:not([hidden])"))) {
      const answer = /** @type {HTMLInputElement | null} */ (asked.querySelector("input:checked"));
      facts[asked.dataset.fact ?? ""] = answer?.value ?? "unknown";
    }
    return { ask: "criteria", edition, test, facts };
  };

  /** @param {string} name @param {string[]} values */
  const reason = (name, values) => {
    const row = made("div", "", "cr-fact");
    const said = made("dd", "");
    said.append(...values.map((value) => made("span", value, "cr-line")));
    row.append(made("dt", name), said);
    return row;
  };

  /** Show an outcome, never a bare verdict. @param {CriteriaReply | ErrorsReply} reply */
  const draw = (reply) => {
    at("cr-outcome").dataset.outcome = "errors" in reply ? "" : reply.outcome;
    at("cr-outcome-worked").hidden = "errors" in reply;
    if ("errors" in reply) {
      at("cr-outcome-title").textContent = reply.errors.map((error) => error.message).join(" ");
      return;
    }
    at("cr-outcome-title").textContent = reply.outcome_words;
    at("cr-outcome-basis").textContent = `${reply.question} ${reply.guidance}. ${reply.source.title}, ${reply.source.place}. ${reply.source.how_known ?? ""}`;
    at("cr-limbs").replaceChildren(
      ...reply.limbs.map((limb) => {
        const row = made("tr", "");
        row.append(made("td", limb.text), made("td", VALUES[limb.value]), made("td", `${limb.source.title}, ${limb.source.place}`));
        return row;
      }),
    );
    const said = (/** @type {string} */ fact) => `${reply.facts[fact].question} ${{ yes: "Yes", no: "No", unknown: "Not known" }[reply.facts[fact].value]}.`;
    const rows = [];
    if (reply.because.length) rows.push(reason(reply.outcome === "not-known" ? "Held open by" : "Because of", reply.because.map(said)));
    if (reply.would_change.length) rows.push(reason("Another answer to one of these would change it", reply.would_change.map(said)));
    else if (reply.outcome !== "weigh") rows.push(reason("What would change it", ["No single other answer would."]));
    if (reply.notes.length) rows.push(reason("Notes", reply.notes));
    at("cr-reasons").replaceChildren(...rows);
    const follows = reply.outcome === "met" ? reply.follows : [];
    at("cr-follows").hidden = !follows.length;
    at("cr-follows")
      .querySelector("ul")
      .replaceChildren(
        ...follows.map((rule) => {
          const item = made("li", "");
          const link = /** @type {HTMLAnchorElement} */ (made("a", rule.action));
          link.href = `${reply.edition}.html#rule-${rule.rule}`;
          item.append(link, made("span", rule.when, "cr-line"));
          return item;
        }),
      );
  };

  const asker = CaseReviewAsker({ region: "cr-outcome", question, draw });

  at("cr-to-dates").onclick = () => {
    at("step-dates").scrollIntoView();
    /** @type {HTMLElement | null} */ (document.querySelector("[data-event]:not([hidden]) input"))?.focus();
  };

  return { refresh, choose, ask: asker.ask, check: asker.check };
})();
