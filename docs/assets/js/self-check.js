// @ts-check
// Holds this copy's files against the sums that it was made with, as far as a page may read them, and works the published
// examples again. From a server every file is fetched, and the browser itself compares its sum. A page that was opened from
// a folder may not read the files beside it: there, only those that hand their own bytes to the page can be checked.
(() => {
  "use strict";

  const { at, made, showProgress: progress } = CaseReviewDom;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const ROOT = new URL("../../", script.src).href;
  const IN_FOLDER = location.protocol === "file:";
  const AT_ONCE = 6; // files fetched side by side
  const LIST = "SHA256SUMS";
  const SUMS_SCRIPT = "assets/sums.js";
  const SEARCH = "assets/engine/search-worker-source.js";
  const given = /** @type {any} */ (window);
  /** @type {Record<string, string> | undefined} */
  const sums = given.CaseReviewSums;
  /** @type {Example[] | undefined} */
  const examples = given.CaseReviewExamples;
  /** @typedef {{ edition: string, title: string, question: object, rule?: string, due?: string | Record<string, string>, until?: string | null, outcome?: string }} Example */
  /** @typedef {{ checked: number, all: number, wrong: string[] }} Found */

  const wanted = ["runtime", "wasm", "library", "calculators", "exports"];
  /** @type {Map<string, string>} what each of the calculator's files handed over, put back as it stands in the file */
  const handedOver = new Map();
  const receive = CaseReviewEngine.receive;
  CaseReviewEngine.receive = (name, build, data) => {
    handedOver.set(`assets/engine/${name}.js`, `CaseReviewEngine.receive("${name}","${build}","${data}");\n`);
    receive(name, build, data);
  };

  /** @param {string} path */
  const address = (path) => ROOT + path.split("/").map(encodeURIComponent).join("/");

  /** @param {string} hex a sum as the list has it @returns {string} as a browser takes it */
  const integrity = (hex) => `sha256-${btoa((hex.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join(""))}`;

  /** What is wrong with a file on a server, or nothing. @param {string} path @param {string} sum */
  const wrongOnServer = async (path, sum) => {
    try {
      const reply = await fetch(address(path), { integrity: integrity(sum), cache: "no-store" });
      if (reply.ok) return "";
    } catch {
      // a sum that differs comes here, and so does a server that is gone
    }
    try {
      const { ok, status } = await fetch(address(path), { cache: "no-store" });
      return ok ? "is not as it was made" : `is missing, or is not given out (the server says ${status})`;
    } catch {
      return "could not be fetched";
    }
  };

  /** Every file that the sums name, and the list of sums itself. @param {Record<string, string>} sums @returns {Promise<Found>} */
  const checkServer = async (sums) => {
    /** @type {string[]} */
    const wrong = [];
    const listed = { ...sums };
    try {
      const text = await (await fetch(address(LIST), { cache: "no-store" })).text();
      const lines = Object.fromEntries(text.trimEnd().split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
      listed[SUMS_SCRIPT] = lines[SUMS_SCRIPT] ?? "";
      if (Object.keys(lines).length !== Object.keys(listed).length || Object.keys(listed).some((path) => lines[path] !== listed[path])) wrong.push(`${LIST} differs from the sums in ${SUMS_SCRIPT}`);
    } catch {
      wrong.push(`${LIST} could not be fetched`);
    }
    const paths = Object.keys(listed);
    let done = 0;
    const next = paths.values();
    const worker = async () => {
      for (const path of next) {
        const what = await wrongOnServer(path, listed[path]);
        if (what) wrong.push(`${path} ${what}`);
        done += 1;
        progress("Checking the files", (done / paths.length) * 0.6);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return { checked: paths.length + 1, all: paths.length + 1, wrong: wrong.sort() };
  };

  /** Let a script of this copy run, if it is there. @param {string} path */
  const run = (path) =>
    new Promise((resolve) => {
      const element = document.createElement("script");
      element.onload = element.onerror = resolve;
      element.src = address(path);
      document.head.append(element);
    });

  /** The calculator's files, and the search's, by what they handed over.
   * @param {Record<string, string>} sums @param {boolean} stopped whether the calculator stopped before it had fetched all of them
   * @returns {Promise<Found>} */
  const checkFolder = async (sums, stopped) => {
    /** @type {string[]} */
    const wrong = [];
    const all = Object.keys(sums).length + 2;
    await run(SEARCH); // which pages fetch only when search is used
    const search = given.CaseReviewSearchWorker;
    if (typeof search === "string") {
      const text = JSON.stringify(search).replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
      handedOver.set(SEARCH, `window.CaseReviewSearchWorker = ${text};\n`);
    }
    let checked = 0;
    if (!globalThis.crypto?.subtle) return { checked, all, wrong };
    for (const path of [...wanted.map((name) => `assets/engine/${name}.js`), SEARCH]) {
      const text = handedOver.get(path);
      if (text === undefined) {
        if (!stopped) wrong.push(`${path} is missing, damaged or was blocked`);
        continue;
      }
      checked += 1;
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
      const sum = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (sum !== sums[path]) wrong.push(`${path} is not as it was made`);
    }
    return { checked, all, wrong };
  };

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

  /** @param {Example[]} examples @returns {Promise<Found>} */
  const workExamples = async (examples) => {
    /** @type {string[]} */
    const wrong = [];
    let done = 0;
    for (const example of examples) {
      const reply = await CaseReviewEngine.ask(example.question);
      if (!comesOut(reply, example)) wrong.push(`${example.edition}: ${example.title}`);
      done += 1;
      if (done % 10 === 0) progress("Working the published examples", 0.6 + (done / examples.length) * 0.35);
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

  const check = async () => {
    at("check-found").replaceChildren();
    at("check-answer").hidden = true;
    progress("Starting the calculator", 0);
    /** @type {Found} */
    let worked = { checked: 0, all: examples?.length ?? 0, wrong: [] };
    let fault = "";
    try {
      worked = await workExamples(examples ?? []);
      await makeCalendar(examples ?? []);
    } catch (error) {
      fault = /** @type {Error} */ (error).message;
    }
    const files = !sums ? null : await (IN_FOLDER ? checkFolder(sums, fault !== "") : checkServer(sums));
    if (!files) say("The files could not be checked: this copy lacks assets/sums.js. A preview has none; in a copy that was handed on, it is missing.");
    else if (files.wrong.length) say(`${files.wrong.length} of the files are not right:`, files.wrong);
    else if (files.checked === files.all) say(`All ${files.all} files are as they were made.`);
    else if (files.checked) say(`${files.checked} of ${files.all} files could be read here and are as they were made. The other ${files.all - files.checked} a page opened from a folder may not read: check them with the command below.`);
    else say(`None of the ${files.all} files could be checked here: check them with the command below.`);
    if (!examples) say("The published examples are missing: assets/engine/examples.js.");
    else if (worked.wrong.length) say(`${worked.wrong.length} of ${worked.all} published examples do not come out as their page has them:`, worked.wrong);
    else if (worked.checked === worked.all) say(`All ${worked.all} published examples come out as their pages have them.`);
    if (fault) say(fault);

    if (files?.wrong.length || worked.wrong.length || fault || !examples) judge("wrong", "Something is not right with this copy here");
    else if (files && files.checked === files.all) judge("right", "This copy is as it was made, and its calculator works here");
    else judge("partly", "What can be checked here is right, but not every file could be");
  };

  at("check-asleep").hidden = true;
  at("check-start").hidden = false;
  at("check-start").addEventListener("click", async () => {
    at("check-start").disabled = true;
    await check();
    at("check-start").disabled = false;
  });
})();
