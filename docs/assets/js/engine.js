// @ts-check
// The page's side of the calculator: loads the payload, starts one worker, passes questions and answers.
// Nothing is computed here. `CaseReviewEngine.start()` may be called often; the engine starts once a page.
var CaseReviewEngine = (() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const BUILD = script.dataset.build ?? "";
  const FOLDER = new URL("../engine/", script.src).href;
  const FILES = ["runtime", "wasm", "library", "calculators"];
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
  /** @type {Promise<any> | null} */
  let exportsAdded = null;
  let asked = 0;

  /** Called by each payload file. @param {string} name @param {string} build @param {string} data */
  const receive = (name, build, data) => {
    if (build === BUILD) received.set(name, data);
    else mixed.set(name, build);
  };

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
          reject(new Error(`${file} is damaged: it was probably copied in part. Copy the whole folder again.`));
        }
      };
      element.onerror = () =>
        reject(new Error(`${file} is missing or was blocked. Copy the whole folder again, or ask whoever looks after this copy whether a scanner removed it.`));
      element.src = `${FOLDER}${name}.js`;
      document.head.append(element);
    });

  /** @param {string} base64 */
  const inflatedText = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };

  /** What the reader can do about a fault, where it is known. @param {string} why */
  const remedy = (why) => (/memory/i.test(why) ? " It had too little memory: close other tabs and programs, then try again." : "");

  const boot = async () => {
    if (typeof WebAssembly !== "object") throw new Error("WebAssembly is switched off in this browser, so the calculator cannot run here.");
    if (typeof DecompressionStream !== "function") throw new Error("This browser is too old to run the calculator (it lacks DecompressionStream).");
    onProgress("Reading the calculator's files", 0);
    let done = 0;
    await Promise.all(
      FILES.map(async (name) => {
        await load(name);
        done += 1;
        onProgress("Reading the calculator's files", done / (FILES.length + 3));
      }),
    );
    const runtime = await inflatedText(/** @type {string} */ (received.get("runtime")));
    const [wheel, lock] = /** @type {string} */ (received.get("calculators")).split("|");
    const worker = new Worker(URL.createObjectURL(new Blob([runtime], { type: "text/javascript" })));
    return new Promise((/** @type {(worker: Worker) => void} */ resolve, reject) => {
      /** @param {string} why */
      const giveUp = (why) => {
        clearTimeout(timer);
        worker.onerror = worker.onmessage = null;
        worker.terminate(); // or it would go on, and come late beside the one that takes its place
        reject(new Error(why));
      };
      const tooLong = () => giveUp("The calculator did not start in time. Its WebAssembly may be blocked on this computer, or the share may be very slow.");
      let timer = setTimeout(tooLong, PATIENCE);
      worker.onerror = (event) => giveUp(`The calculator could not start (${event.message || "its worker was blocked"}).`);
      worker.onmessage = ({ data }) => {
        clearTimeout(timer);
        if (data.ready) {
          onProgress("Ready", 1);
          worker.onmessage = hearAnswer;
          worker.onerror = (event) => stopped(worker, event.message || "its worker failed");
          resolve(worker);
        } else if (data.failed) {
          giveUp(`The calculator could not start (${data.failed}).${remedy(data.failed)}`);
        } else {
          done += 1;
          onProgress(data.progress, Math.min(done / (FILES.length + 3), 0.95));
          timer = setTimeout(tooLong, PATIENCE);
        }
      };
      worker.postMessage({
        start: { wasm: received.get("wasm"), library: received.get("library"), calculators: wheel, lock: JSON.parse(atob(lock)) },
      });
      received.clear();
    });
  };

  /** @param {MessageEvent} event */
  const hearAnswer = ({ data }) => {
    const waiter = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.failed) waiter?.reject(new Error(`The calculator could not answer (${data.failed}).${remedy(data.failed)}`));
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

  return {
    start,
    ask,
    receive,
    hear: (/** @type {typeof onProgress} */ listener) => (onProgress = listener),
    hearStop: (/** @type {typeof onStop} */ listener) => (onStop = listener),
  };
})();
