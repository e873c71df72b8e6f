// @ts-check
// The page's side of the calculator: loads the payload, starts one worker, passes questions and answers.
// Nothing is computed here. `CaseReviewEngine.start()` may be called often; the engine starts once a page. This script stands
// in the head, so that a link with something to answer, or the first touch of a form, need not wait for the rest of the page.
var CaseReviewEngine = (() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const BUILD = script.dataset.build ?? "";
  const FOLDER = new URL("../engine/", script.src).href;
  const FILES = ["runtime", "wasm", "calculators"]; // first what the worker itself is made of
  const FORMS = "main form, main .cr-form";
  const SIGNS = ["focusin", "pointerdown", "touchstart", "keydown"];
  const PATIENCE = 90_000; // milliseconds without any progress, for a slow share
  const LONGEST_ANSWER = 60_000; // milliseconds; a worker that the browser ended for want of memory says nothing

  /** @type {Map<string, string>} */
  const received = new Map();
  /** @type {Map<string, string>} files of another build, with its id */
  const mixed = new Map();
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Promise<Worker> | null} */
  let started = null;
  /** @type {(stage: string, done: number) => void} */
  let onProgress = () => {};
  /** @type {(error: Error) => void} told when the calculator stops while nobody waits for an answer */
  let onStop = () => {};
  /** @type {Parameters<typeof onProgress>} the stage that was reached, for a page that listens only now */
  let reached = ["", 0];
  /** @type {Promise<any> | null} */
  let exportsAdded = null;
  let asked = 0;

  /** @param {string} stage @param {number} done */
  const tell = (stage, done) => {
    reached = [stage, done];
    onProgress(stage, done);
  };

  /** Called by each payload file. @param {string} name @param {string} build @param {string} data */
  const receive = (name, build, data) => {
    if (build === BUILD) received.set(name, data);
    else mixed.set(name, build);
  };

  /** @param {string} name */
  const damaged = (name) => new Error(`assets/engine/${name}.js is damaged: it was probably copied in part. Copy the whole folder again.`);

  /** Load one payload file, or say which is at fault. @param {string} name @returns {Promise<void>} */
  const load = (name) =>
    new Promise((resolve, reject) => {
      const file = `assets/engine/${name}.js`;
      const element = document.createElement("script");
      element.onload = () => {
        if (received.has(name)) {
          resolve();
        } else if (mixed.has(name)) {
          reject(new Error(`${file} belongs to another build of this guide (${mixed.get(name)}; this page is from ${BUILD}). The copy was replaced while this page was open, or was copied in part. Reload this page; if that does not help, copy the whole folder again.`));
        } else {
          reject(damaged(name));
        }
      };
      element.onerror = () =>
        reject(new Error(`${file} is missing or was blocked. Copy the whole folder again, or ask whoever looks after this copy whether a scanner removed it.`));
      element.src = `${FOLDER}${name}.js`;
      document.head.append(element);
    });

  /** What the reader can do about a fault, where it is known. @param {string} why */
  const remedy = (why) => (/memory|allocation/i.test(why) ? " It had too little memory: close other tabs and programs, then try again." : "");

  /** The fault that the worker told. @param {{ failed: string, damaged?: string }} told @param {string} what it could not do */
  const fault = (told, what) => (told.damaged ? damaged(told.damaged) : new Error(`The calculator could not ${what} (${told.failed}).${remedy(told.failed)}`));

  /** What a payload file handed over; it is not needed twice. @param {string} name */
  const taken = (name) => {
    const data = /** @type {string} */ (received.get(name));
    received.delete(name);
    return data;
  };

  const boot = async () => {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is switched off in this browser, so the calculator cannot run here.");
    if (typeof DecompressionStream !== "function") throw new Error("This browser is too old to run the calculator (it lacks DecompressionStream).");
    tell("Reading the calculator's files", 0);
    let done = 0;
    const [runtime, ...parts] = FILES.map(async (name) => {
      await load(name);
      done += 1;
      tell("Reading the calculator's files", done / (FILES.length + 2));
    });
    const read = Promise.all([runtime, ...parts]);
    read.catch(() => {}); // it is waited for below
    await runtime;
    const worker = new Worker(URL.createObjectURL(new Blob([taken("runtime")], { type: "text/javascript" })));
    return new Promise((/** @type {(worker: Worker) => void} */ resolve, reject) => {
      /** @param {Error} why */
      const giveUp = (why) => {
        clearTimeout(timer);
        worker.onerror = worker.onmessage = null;
        worker.terminate(); // or it would go on, and come late beside the one that takes its place
        received.clear();
        reject(why);
      };
      const tooLong = () => giveUp(new Error("The calculator did not start in time. Its WebAssembly may be blocked on this computer, or the share may be very slow."));
      let timer = 0;
      let whole = false;
      const wait = () => {
        clearTimeout(timer);
        if (whole) timer = setTimeout(tooLong, PATIENCE); // a slow share is waited for as long as its files take
      };
      worker.onerror = (event) => giveUp(new Error(`The calculator could not start (${event.message || "its worker was blocked"}).`));
      worker.onmessage = ({ data }) => {
        wait();
        if (data.ready) {
          clearTimeout(timer);
          tell("Ready", 1);
          worker.onmessage = hearAnswer;
          worker.onerror = (event) => stopped(worker, event.message || "its worker failed");
          resolve(worker);
        } else if (data.failed) {
          giveUp(fault(data, "start"));
        } else {
          done += 1;
          tell(data.progress, Math.min(done / (FILES.length + 2), 0.95));
        }
      };
      // Each part goes on as it comes, as the text that it is: the worker unpacks it beside the page.
      for (const [index, part] of parts.entries()) part.then(() => worker.postMessage({ part: FILES[index + 1], data: taken(FILES[index + 1]) }), () => {});
      read.then(() => {
        whole = true;
        wait();
      }, giveUp);
    });
  };

  /** @param {MessageEvent} event */
  const hearAnswer = ({ data }) => {
    const waiter = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.failed) waiter?.reject(fault(data, "answer"));
    else waiter?.resolve(JSON.parse(data.answer));
  };

  /** Tell everyone who waits, or else the page, that the calculator has stopped. @param {Worker} worker @param {string} why */
  const stopped = (worker, why) => {
    worker.onerror = worker.onmessage = null;
    worker.terminate();
    started = exportsAdded = null; // so that the next question starts another
    const error = new Error(`The calculator has stopped (${why}).${remedy(why)} The next question starts it again.`);
    if (!waiting.size) onStop(error);
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  };

  const start = () =>
    (started ??= boot().catch((error) => {
      started = null; // so that the reader can try again
      throw error;
    }));

  /** Send the worker something to answer. @param {{ question: string } | { exports: string | undefined }} message @returns {Promise<any>} */
  const send = async (message) => {
    const worker = await start();
    return new Promise((resolve, reject) => {
      asked += 1;
      const id = asked;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...message });
      setTimeout(() => waiting.has(id) && stopped(worker, "it gave no answer in time"), LONGEST_ANSWER);
    });
  };

  /** Load what only a calendar file needs, once a page. */
  const addExports = () =>
    (exportsAdded ??= start()
      .then(() => load("exports"))
      .then(() => send({ exports: received.get("exports") }))
      .finally(() => received.delete("exports"))
      .catch((error) => {
        exportsAdded = null; // so that the reader can try again
        throw error;
      }));

  /** Ask the door a question. @param {object} question @param {{ exports?: boolean }} needs @returns {Promise<any>} */
  const ask = async (question, { exports = false } = {}) => {
    if (exports) await addExports();
    return send({ question: JSON.stringify(question) });
  };

  /** On a page that only leads to a calculator: read its files, so that they are at hand when that page opens. */
  const readAhead = async () => {
    await Promise.all(FILES.map(load));
    received.clear();
  };

  // Whoever listens later hears of a fault when it asks in its turn: the next `start` tries anew.
  const begin = () => void (script.dataset.ahead === undefined ? start() : readAhead()).catch(() => {});
  /** @param {Event} event */
  const hearSign = (event) => {
    if (!(event.target instanceof Element && event.target.closest(FORMS))) return;
    for (const sign of SIGNS) removeEventListener(sign, hearSign, true);
    begin();
  };
  for (const sign of SIGNS) addEventListener(sign, hearSign, { capture: true, passive: true });
  if (script.dataset.links !== undefined && (location.hash.includes("=") || /[?&](edition|nation)=/.test(location.search))) begin();

  return {
    start,
    ask,
    receive,
    hear: (/** @type {typeof onProgress} */ listener) => {
      onProgress = listener;
      if (started && reached[1] < 1) listener(...reached);
    },
    hearStop: (/** @type {typeof onStop} */ listener) => (onStop = listener),
  };
})();
