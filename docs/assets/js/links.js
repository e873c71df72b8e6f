// @ts-check
// Links to the workbench: reads what an address holds into the form, says what of it cannot be used, and makes a link on
// request. What is said of a child stands in an address only if the reader asked for it.
var CaseReviewLinks = (() => {
  "use strict";

  const { PARTS, at, typedDate } = CaseReviewDom;
  const KNOWN = ["edition", "nation", "rule", "test"];
  const NOT_OURS = ["h"]; // the words that the guide's search marks on the page it leads to

  let onAddress = () => {};
  /** @type {() => Promise<void>} */
  let onHeld = async () => {};
  let forget = () => {};

  /** Show what is to be said of a link. @param {string[]} sentences */
  const tell = (sentences) => {
    const box = at("cr-link-fault");
    box.hidden = !sentences.length;
    box.replaceChildren(...sentences.map((sentence) => CaseReviewDom.made("p", sentence)));
  };

  /** The keys that stand more than once, where one is meant. @param {URLSearchParams} held */
  const repeated = (held) => [...new Set([...held.keys()].filter((name) => name !== "closed" && held.getAll(name).length > 1))];

  /** Take nation, edition, rule or test; return what could not be used, and what was left aside.
   * @param {URLSearchParams} asked */
  const readChoice = (asked) => {
    const [edition, nation, rule, test] = ["edition", "nation", "rule", "test"].map((name) => asked.get(name));
    const faults = [];
    const aside = [];
    if (nation !== null && !CaseReviewForm.chooseNation(nation)) faults.push(`This link names a nation, “${nation}”, that this guide does not hold.`);
    if (edition !== null && !CaseReviewForm.choose(edition)) faults.push(`This link names an edition, “${edition}”, that this copy of the guide does not hold. Choose the guidance below.`);
    else if (rule !== null && !CaseReviewForm.only(rule)) faults.push(`This link names a rule, “${rule}”, that has no date to work out in this edition. Every rule is shown instead.`);
    else if (rule === null && test !== null && !CaseReviewForm.onlyAsk(`${CaseReviewForm.edition()}#${test}`)) faults.push(`This link names a test, “${test}”, that this edition does not have.`);
    if (rule !== null && test !== null) aside.push(`This link names a rule and a test, and one alone can be shown: its test, “${test}”, was left out.`);
    if (nation !== null && edition !== null && nation !== CaseReviewForm.nation()) aside.push(`This link names a nation, “${nation}”, and an edition of another: the edition was taken.`);
    for (const name of new Set(asked.keys())) if (![...KNOWN, ...NOT_OURS].includes(name)) aside.push(`This link says “${name}”, which this page does not know; it was left out.`);
    for (const name of repeated(asked)) aside.push(`This link says “${name}” more than once; the first was taken.`);
    return { faults, aside };
  };

  /** Take dates, facts and figures; return what could not be used, what was left aside, and whether there was anything to answer.
   * @param {URLSearchParams} held */
  const readHeld = (held) => {
    const faults = [];
    let holds = false;
    for (const [name, value] of held) {
      if (name === "figures") {
        try {
          for (const [index, file] of JSON.parse(value).entries()) CaseReviewLimits.open(`the link${index ? ` (${index + 1})` : ""}`, file);
          holds = true;
        } catch {
          faults.push("This link's figures are damaged; they were left out.");
        }
        continue;
      }
      if (document.getElementById(`fact-${name}`)) {
        if (CaseReviewForm.answer(name, value)) holds = true;
        else faults.push(`This link's answer to “${name}” is “${value}”, which is not yes, no or unknown; it was left out.`);
        continue;
      }
      const id = name === "today" ? "today" : name === "closed" ? CaseReviewAdded.addClosed().id : `event-${name}`;
      if (!document.getElementById(`${id}-day`)) faults.push(`This link gives a date for “${name}”, which is no event of this guide; it was left out.`);
      else if (!CaseReviewForm.fill(id, value)) faults.push(`This link's date for “${name}” is “${value}”; type it as day, month and year instead.`);
      else holds ||= name !== "today";
    }
    return { faults, aside: repeated(held).map((name) => `This link says “${name}” more than once; the last was taken.`), holds };
  };

  /** Take from the address what it holds, and answer it if there is anything to answer and nothing is at fault. */
  const read = async () => {
    const asked = new URLSearchParams(location.search);
    const choice = readChoice(asked);
    const fragment = location.hash.includes("=") ? readHeld(new URLSearchParams(location.hash.slice(1))) : { faults: [], aside: [], holds: false };
    const faults = [...choice.faults, ...fragment.faults];
    const aside = [...choice.aside, ...fragment.aside];
    tell([...faults, ...aside]);
    CaseReviewForm.refresh();
    sayUnused();
    CaseReviewKeep.settled(); // what a link brought can be had again
    if (asked.has("edition") || asked.has("nation") || location.hash.includes("=")) onAddress();
    if (!fragment.holds || !asked.has("edition") || !CaseReviewForm.edition() || faults.length) return;
    await onHeld(); // at once: who goes on typing while the calculator starts is not to have the form folded away
    if (at("answer").hidden) return; // nothing was answered: what was typed meanwhile is held by nothing
    if (!at("answer").dataset.stale) CaseReviewKeep.settled(); // the link itself holds it
    const said = [...document.querySelectorAll("#cr-link-fault, #cr-unused")].find((each) => !(/** @type {HTMLElement} */ (each).hidden));
    said?.scrollIntoView(); // above the answer, or it would not be seen
  };

  /** A link whose fragment alone differs is opened by no new page: take it here, once nothing unsaved is lost by it. */
  const readAnew = async () => {
    if (!location.hash.includes("=") || !(await CaseReviewKeep.mayReplace("What this link holds"))) return;
    forget();
    CaseReviewForm.clear();
    await read();
    CaseReviewKeep.replaced();
  };

  /** Say by name what stands in the form, and is not used by what is chosen. It stays there, for when that is chosen again. */
  const sayUnused = () => {
    const dates = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#case [data-event][hidden]")])
      .map((field) => ({ typed: typedDate(`event-${field.dataset.event}`), label: /** @type {HTMLElement} */ (field.querySelector("[data-label]")).dataset.label }))
      .flatMap(({ typed, label }) => (typed ? [`${label} (${PARTS.map((part) => typed[part]).join(" ")})`] : []));
    const facts = CaseReviewForm.unusedFacts();
    const box = at("cr-unused");
    box.hidden = !(dates.length || facts.length) || !CaseReviewForm.edition();
    const said = box.hidden ? "" : `Given, but not used by what is chosen here, so nothing is counted from it: ${[...dates, ...facts].join("; ")}. It stays, should you choose other guidance; a file or a link made here leaves it out.`;
    if (box.textContent !== said) box.textContent = said;
  };

  /** A link to this form with what is in it, on request alone; what is left out is said. */
  const share = () => {
    const asked = CaseReviewForm.question();
    const answered = /** @type {PlanReply} */ (CaseReviewAnswers.reply()); // its dates are written as a link has them
    const held = new URLSearchParams(answered.asked.events);
    for (const day of answered.asked.closed) held.append("closed", day);
    if (answered.today && answered.today !== CaseReviewDom.today()) held.append("today", answered.today);
    const facts = Object.entries(asked.facts);
    if (at("cr-link-facts").checked) for (const [fact, value] of facts) held.append(fact, value);
    const figures = CaseReviewLimits.figures();
    if (figures) held.append("figures", JSON.stringify(figures));
    const test = CaseReviewForm.test()?.split("#")[1];
    const link = new URL(location.href);
    link.search = new URLSearchParams({ edition: asked.edition ?? "", ...(asked.rule ? { rule: asked.rule } : {}), ...(test ? { test } : {}) }).toString();
    link.hash = held.toString();
    const left = [
      facts.length && !at("cr-link-facts").checked ? "what you said of the child" : "",
      asked.own.length ? "your own periods" : "",
      Object.keys(CaseReviewDone.given(asked.edition)).length ? "what is done" : "",
      CaseReviewCriteria.kept(asked.edition).length ? "decisions" : "",
      asked.notes || asked.reference ? "reference and notes" : "",
    ].filter(Boolean);
    at("cr-link-left-out").hidden = !left.length;
    at("cr-link-left-out").textContent = left.length ? `Left out: ${left.join(", ")}. A saved case holds everything.` : "";
    at("cr-shared").hidden = false;
    at("cr-link").value = link.href;
    at("cr-link").focus();
    at("cr-link").select();
  };

  at("cr-share").onclick = share;
  addEventListener("hashchange", readAnew);

  return {
    read,
    sayUnused,
    hear: (/** @type {{ onAddress: typeof onAddress, onHeld: typeof onHeld, forget: typeof forget }} */ parts) => {
      ({ onAddress, onHeld, forget } = parts);
    },
  };
})();
