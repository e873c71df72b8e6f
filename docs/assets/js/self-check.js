// @ts-check
// The page that checks its own copy: the files against their sums, and the published examples worked again. From a folder the
// reader chooses which, since no browser lets a page read its neighbours unasked.
(() => {
  "use strict";

  const { at, made, showProgress: progress } = CaseReviewDom;
  const IN_FOLDER = location.protocol === "file:";
  const given = /** @type {any} */ (window);
  /** @type {Record<string, string> | undefined} */
  const sums = given.CaseReviewSums;
  /** @type {Example[] | undefined} */
  const examples = given.CaseReviewExamples;
  /** @typedef {{ edition: string, title: string, question: object, rule?: string, due?: string | Record<string, string>, until?: string | null, outcome?: string }} Example */
  /** @typedef {{ checked: number, all: number, wrong: string[] }} Worked */

  /** Whether a reply is what the page prints. @param {any} reply @param {Example} example */
  const comesOut = (reply, { rule, due, until, outcome }) => {
    if (outcome) return reply.outcome === outcome;
    const found = reply.dates?.find((/** @type {any} */ date) => date.rule === rule);
    if (!found) return false;
    const readings = /** @type {any[]} */ (found.readings.length ? found.readings : [found]);
    if (until && readings.some((reading) => reading.until !== until)) return false;
    if (typeof due === "string") return found.due === due;
    const told = Object.fromEntries(readings.map((reading) => [reading.id, reading.due]));
    return JSON.stringify(Object.entries(told).sort()) === JSON.stringify(Object.entries(due ?? {}).sort());
  };

  /** @param {Example[]} examples @returns {Promise<Worked>} */
  const workExamples = async (examples) => {
    /** @type {string[]} */
    const wrong = [];
    let done = 0;
    for (const example of examples) {
      const reply = await CaseReviewEngine.ask(example.question);
      if (!comesOut(reply, example)) wrong.push(`${example.edition}: ${example.title}`);
      done += 1;
      if (done % 10 === 0) progress("Working the published examples", (done / examples.length) * 0.6);
    }
    return { checked: done, all: examples.length, wrong };
  };

  /** Make a calendar file, which loads what nothing else does. @param {Example[]} examples */
  const makeCalendar = async (examples) => {
    const dated = examples.find((example) => example.rule);
    const reply = dated && (await CaseReviewEngine.ask({ ...dated.question, as: "ics" }, { exports: true }));
    if (dated && !reply.file) throw new Error("The calculator made no calendar file here.");
  };

  /** Say a line and, under it, what is wrong. @param {string} text @param {string[]} [wrong] */
  const say = (text, wrong = []) => {
    const item = made("li", text);
    if (wrong.length) {
      const list = made("ul", "");
      list.append(...wrong.map((what) => made("li", what)));
      item.append(list);
    }
    at("check-found").append(item);
  };

  /** @param {"right" | "partly" | "wrong"} verdict @param {string} words */
  const judge = (verdict, words) => {
    progress("", 1);
    at("check-verdict").textContent = words;
    at("check-answer").dataset.verdict = verdict;
    at("check-answer").hidden = false;
    at("check-title").focus();
  };

  /** What was found of the files, in a line. @param {{ checked: number, all: number, wrong: string[], more: string[] } | null} files */
  const sayFiles = (files) => {
    if (!files) say("The files could not be checked: this copy lacks assets/sums.js. A preview has none; in a copy that was handed on, it is missing.");
    else if (files.wrong.length) say(`${files.wrong.length} of the files are not right:`, files.wrong);
    else if (files.checked === files.all) say(`All ${files.all} files are as they were made.`);
    else if (files.checked) say(`${files.checked} of ${files.all} files could be read here and are as they were made. Choose the folder above, and the other ${files.all - files.checked} are checked too.`);
    else say(`None of the ${files.all} files could be checked here: check them with the command below.`);
    if (files?.more.length) say("These files lie in the folder too, and no sum is held of them. No page needs them. Find out who put them there:", files.more);
  };

  /** @param {File[]} chosen the files of the folder, if one was chosen */
  const check = async (chosen) => {
    at("check-found").replaceChildren();
    at("check-answer").hidden = true;
    progress("Starting the calculator", 0);
    /** @type {Worked} */
    let worked = { checked: 0, all: examples?.length ?? 0, wrong: [] };
    let fault = "";
    try {
      worked = await workExamples(examples ?? []);
      await makeCalendar(examples ?? []);
    } catch (error) {
      fault = /** @type {Error} */ (error).message;
    }
    const files = !sums ? null : await CaseReviewCheckFiles.check(sums, chosen, fault !== "", (done) => progress("Checking the files", 0.6 + done * 0.39));
    sayFiles(files);
    if (!examples) say("The published examples are missing: assets/engine/examples.js.");
    else if (worked.wrong.length) say(`${worked.wrong.length} of ${worked.all} published examples do not come out as their page has them:`, worked.wrong);
    else if (worked.checked === worked.all) say(`All ${worked.all} published examples come out as their pages have them.`);
    if (fault) say(fault);

    if (files?.wrong.length || worked.wrong.length || fault || !examples) judge("wrong", "Something is not right with this copy here");
    else if (files?.more.length) judge("partly", "This copy is as it was made and its calculator works here, but other files lie in its folder");
    else if (files && files.checked === files.all) judge("right", "This copy is as it was made, and its calculator works here");
    else judge("partly", "What can be checked here is right, but not every file could be");
  };

  /** Check one thing at a time, and what was chosen only if it is this copy's folder. */
  const start = async () => {
    const chosen = IN_FOLDER ? [.../** @type {FileList} */ (at("check-folder").files)] : [];
    const refusal = chosen.length ? CaseReviewCheckFiles.refused(chosen) : "";
    at("check-refused").textContent = refusal;
    at("check-refused").hidden = !refusal;
    at("check-where").classList.toggle("cr-field--error", refusal !== "");
    if (refusal) {
      at("check-answer").hidden = true;
      at("check-folder").value = "";
      return;
    }
    at("check-start").disabled = at("check-folder").disabled = true;
    await check(chosen);
    at("check-start").disabled = at("check-folder").disabled = false;
  };

  at("check-asleep").hidden = true;
  at("check-start").hidden = false;
  at("check-where").hidden = !IN_FOLDER;
  if (CaseReviewCheckFiles.folder) at("check-name").textContent = `“${CaseReviewCheckFiles.folder}”`;
  at("check-start").addEventListener("click", start);
  at("check-folder").webkitdirectory = true; // a folder is chosen; no page of the HTML standard may say so
  at("check-folder").addEventListener("change", () => at("check-folder").files.length && start());
})();
