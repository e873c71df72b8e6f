// @ts-check
// Holds this copy's files against the sums that it was made with. From a server every file is fetched, and the browser itself
// compares its sum. A page that was opened from a folder may not read the files beside it until its reader chooses that folder;
// before, only those can be checked that hand their own bytes to the page.
var CaseReviewCheckFiles = (() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const ROOT = new URL("../../", script.src).href;
  const FOLDER = decodeURIComponent(new URL(ROOT).pathname).split("/").at(-2) ?? "";
  const AT_ONCE = 6; // files fetched or read side by side
  const LIST = "SHA256SUMS";
  const SUMS_SCRIPT = "assets/sums.js";
  const SEARCH = "assets/engine/search-worker-source.js";
  const HERE = "about/self-check.html"; // which every copy has
  const LEFT_BY_SYSTEMS = /(^|\/)(desktop\.ini|Thumbs\.db|\.DS_Store|\._[^/]*|\.directory)$/i;
  const given = /** @type {any} */ (window);
  /** @typedef {Record<string, string>} Sums */
  /** @typedef {{ checked: number, all: number, wrong: string[], more: string[] }} Found */
  /** @typedef {(path: string, sum: string) => Promise<string>} Compare what is wrong with a file, or nothing */

  const wanted = ["runtime", "wasm", "calculators", "exports"];
  /** @type {Map<string, string>} what each of the calculator's files handed over, put back as it stands in the file */
  const handedOver = new Map();
  const receive = CaseReviewEngine.receive;
  CaseReviewEngine.receive = (name, build, data) => {
    handedOver.set(`assets/engine/${name}.js`, `CaseReviewEngine.receive("${name}","${build}",${JSON.stringify(data)});\n`);
    receive(name, build, data);
  };

  /** @param {string} path */
  const address = (path) => ROOT + path.split("/").map(encodeURIComponent).join("/");

  /** @param {string} hex a sum as the list has it @returns {string} as a browser takes it */
  const integrity = (hex) => `sha256-${btoa((hex.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join(""))}`;

  /** @param {BufferSource} bytes @returns {Promise<string>} their sum as the list has it */
  const sumOf = async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Every file that the sums name, and the list of sums itself.
   * @param {Sums} sums @param {() => Promise<string>} list @param {Compare} compare @param {(done: number) => void} progress from 0 to 1 */
  const checkEach = async (sums, list, compare, progress) => {
    /** @type {string[]} */
    const wrong = [];
    const listed = { ...sums };
    try {
      const lines = Object.fromEntries((await list()).trimEnd().split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
      listed[SUMS_SCRIPT] = lines[SUMS_SCRIPT] ?? "";
      if (Object.keys(lines).length !== Object.keys(listed).length || Object.keys(listed).some((path) => lines[path] !== listed[path])) wrong.push(`${LIST} differs from the sums in ${SUMS_SCRIPT}`);
    } catch {
      wrong.push(`${LIST} could not be read`);
    }
    const paths = Object.keys(listed);
    let done = 0;
    const next = paths.values();
    const worker = async () => {
      for (const path of next) {
        const what = await compare(path, listed[path]);
        if (what) wrong.push(`${path} ${what}`);
        done += 1;
        progress(done / paths.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return { wrong, paths };
  };

  /** @type {Compare} */
  const onServer = async (path, sum) => {
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

  /** The files of a server. @param {Sums} sums @param {(done: number) => void} progress @returns {Promise<Found>} */
  const checkServer = async (sums, progress) => {
    const list = async () => (await fetch(address(LIST), { cache: "no-store" })).text();
    const { wrong, paths } = await checkEach(sums, list, onServer, progress);
    return { checked: paths.length + 1, all: paths.length + 1, wrong: wrong.sort(), more: [] };
  };

  /** The files of a folder by their path in it, as the reader chose it. @param {Iterable<File>} files */
  const inFolder = (files) => new Map([...files].map((file) => [file.webkitRelativePath.split("/").slice(1).join("/"), file]));

  /** Why what the reader chose is not the folder of this copy, or nothing. @param {File[]} files */
  const refused = (files) => {
    const chosen = files[0]?.webkitRelativePath.split("/")[0] ?? "";
    const same = [chosen, FOLDER].map((name) => name.normalize("NFC").toLowerCase());
    const wholeDrive = FOLDER === "" || FOLDER.endsWith(":"); // which browsers name in ways of their own
    if (inFolder(files).has(HERE) && (same[0] === same[1] || wholeDrive)) return "";
    const instead = wholeDrive ? "the folder that holds this page's folder “about”" : `the folder “${FOLDER}”, in which this page's folder “about” lies`;
    return `This page lies in another folder than ${chosen ? `“${chosen}”` : "the empty one that was chosen"}, so nothing was checked. Choose ${instead}.`;
  };

  /** The files of the folder that the reader chose. @param {Sums} sums @param {File[]} files @param {(done: number) => void} progress @returns {Promise<Found>} */
  const checkFolder = async (sums, files, progress) => {
    const read = inFolder(files);
    const list = async () => {
      const file = read.get(LIST);
      if (!file) throw new Error(LIST);
      return file.text();
    };
    /** @type {Compare} */
    const compare = async (path, sum) => {
      const file = read.get(path);
      if (!file) return "is missing";
      try {
        return (await sumOf(await file.arrayBuffer())) === sum ? "" : "is not as it was made";
      } catch {
        return "could not be read, or has changed since you chose the folder";
      }
    };
    const { wrong, paths } = await checkEach(sums, list, compare, progress);
    const more = [...read.keys()].filter((path) => path !== LIST && !paths.includes(path) && !LEFT_BY_SYSTEMS.test(path));
    return { checked: paths.length + 1, all: paths.length + 1, wrong: wrong.sort(), more: more.sort() };
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
   * @param {Sums} sums @param {boolean} stopped whether the calculator stopped before it had fetched all of them
   * @returns {Promise<Found>} */
  const checkHandedOver = async (sums, stopped) => {
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
    for (const path of [...wanted.map((name) => `assets/engine/${name}.js`), SEARCH]) {
      const text = handedOver.get(path);
      if (text === undefined) {
        if (!stopped) wrong.push(`${path} is missing, damaged or was blocked`);
        continue;
      }
      checked += 1;
      if ((await sumOf(new TextEncoder().encode(text))) !== sums[path]) wrong.push(`${path} is not as it was made`);
    }
    return { checked, all, wrong, more: [] };
  };

  /** All that can be checked here. @param {Sums} sums @param {File[]} files of the folder that was chosen, if one was
   * @param {boolean} stopped as above @param {(done: number) => void} progress @returns {Promise<Found>} */
  const check = async (sums, files, stopped, progress) => {
    if (location.protocol !== "file:") return checkServer(sums, progress);
    if (!globalThis.crypto?.subtle) return { checked: 0, all: Object.keys(sums).length + 2, wrong: [], more: [] };
    const handed = await checkHandedOver(sums, stopped);
    if (!files.length) return handed;
    const found = await checkFolder(sums, files, progress);
    // What ran here may come from another folder of the same name than the one that was chosen.
    return { ...found, wrong: [...new Set([...found.wrong, ...handed.wrong])] };
  };

  return { check, refused, folder: FOLDER };
})();
