// @ts-check
// Runs in the worker, after Pyodide's own scripts in the same file: unpacks the payload, puts Python's memory back as it was with the
// calculators loaded, and answers. What only a calendar file needs comes later, if it is asked for.
import { beginningWith, restore } from "./memory.mjs";

(() => {
  "use strict";

  const ITS_LIBRARY = "import sys; next(path for path in sys.path if path.endswith('.zip'))"; // where Python looks for its own modules
  const QUIET = { messageCallback: () => {} };
  // Pyodide is told of no address at which its files are: it is given WebAssembly here, and its library is in the memory.
  const NOWHERE = "https://unused.invalid/";
  const OWN = [`${NOWHERE}pyodide.asm.wasm`, `${NOWHERE}python_stdlib.zip`];

  /** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
  const decoded = (base64) =>
    "fromBase64" in Uint8Array
      ? /** @type {any} */ (Uint8Array).fromBase64(base64)
      : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

  /** A part of the payload that is not what was packed. */
  class Damaged extends Error {
    /** @param {string} part */
    constructor(part) {
      super(`${part} cannot be unpacked`);
      this.part = part;
    }
  }

  /** @param {string} base64 @param {string} part by whose name it is told if it is damaged @returns {Promise<ArrayBuffer>} */
  const inflated = async (base64, part) => {
    try {
      return await new Response(new Blob([decoded(base64)]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    } catch (error) {
      throw error instanceof RangeError ? error : new Damaged(part); // a range: there was no room for it
    }
  };

  /** What the page is told of a fault. @param {any} error */
  const fault = (error) => ({ failed: String(error), damaged: error instanceof Damaged ? error.part : undefined });

  /** @type {((question: string) => string) | null} */
  let door = null;
  /** @type {any} */
  let pyodide = null;

  /** The `#/…` that Pyodide appends becomes a fragment, so its hard-coded file names resolve to our blobs.
   * @param {{ file_name: string }} entry of the lock @param {ArrayBuffer} wheel */
  const place = (entry, wheel) => {
    entry.file_name = `${URL.createObjectURL(new Blob([wheel], { type: "application/zip" }))}#/${entry.file_name}`;
  };

  /** @type {Record<string, (data: string) => void>} what takes each part that the page hands over, as it reads it */
  const take = {};
  /** @param {string} part @returns {Promise<string>} */
  const handedOver = (part) => new Promise((resolve) => (take[part] = resolve));

  /** WebAssembly is unpacked whole before it is compiled: where a page was left while it was still coming, Firefox compiles none in the
   * next. The memory is unpacked after it, and while it is compiled. */
  const unpacked = () => {
    const bytes = handedOver("wasm").then((data) => inflated(data, "wasm"));
    const calculators = handedOver("calculators").then((data) => data.split("|"));
    return {
      compiled: bytes.then((data) => WebAssembly.compile(data)),
      lock: calculators.then(([lock]) => JSON.parse(atob(lock))),
      whole: calculators.then(([, words]) => new Uint32Array(Number(words))),
      kept: Promise.all([calculators, bytes]).then(async ([[, , memory]]) => new Uint32Array(await inflated(memory, "calculators"))),
    };
  };
  let parts = unpacked(); // let go once Python stands: it is some sixty megabytes

  const fetchOther = self.fetch;
  self.fetch = async (address, how) => (OWN.includes(String(address)) ? new Response() : fetchOther(address, how));

  /** Rejects once WebAssembly refuses, such as for want of memory: Pyodide then only writes to the console, and waits for ever. */
  const refused = new Promise((_, reject) => {
    /** @param {WebAssembly.Imports} imports */
    const instantiate = async (imports) => {
      const module = await parts.compiled;
      const instance = await WebAssembly.instantiate(module, imports);
      restore(await parts.kept, /** @type {WebAssembly.Memory} */ (instance.exports.memory), await parts.whole);
      return { module, instance };
    };
    WebAssembly.instantiateStreaming = (_none, imports = {}) => {
      const made = instantiate(imports);
      made.catch(reject);
      return made;
    };
  });

  const start = async () => {
    self.postMessage({ progress: "Starting Python" });
    const scope = /** @type {any} */ (self);
    const started = scope.loadPyodide({
      indexURL: NOWHERE,
      lockFileContents: parts.lock,
      packageBaseUrl: NOWHERE,
      ...beginningWith(scope.createPyodideModule, parts.kept, parts.whole),
    });
    pyodide = await Promise.race([started, refused]);
    delete pyodide._api.config._loadSnapshot;
    parts = /** @type {any} */ (null);
    door = pyodide.pyimport("calculators.answer").answer;
    self.postMessage({ ready: true });
  };

  /** Add what a calendar file needs: more of the standard library, and packages that the lock already names.
   * @param {string} payload `name:base64` parts, joined by bars */
  const addExports = async (payload) => {
    const files = payload.split("|").map((part) => part.split(":"));
    const names = files.map(([name]) => name).filter((name) => name !== "library");
    for (const [name, base64] of files) {
      const data = await inflated(base64, "exports");
      if (name === "library") {
        pyodide.FS.writeFile(pyodide.runPython(ITS_LIBRARY), new Uint8Array(data));
        pyodide.runPython("import importlib; importlib.invalidate_caches()");
      } else {
        place(pyodide.lockfile.packages[name], data); // the very object that loadPackage looks in
      }
    }
    await pyodide.loadPackage(names, QUIET);
  };

  self.onmessage = ({ data }) => {
    if (data.part) {
      take[data.part](data.data);
      delete take[data.part]; // which would hold on to the text
    } else if (data.exports) {
      addExports(data.exports).then(
        () => self.postMessage({ id: data.id, answer: "null" }),
        (error) => self.postMessage({ id: data.id, ...fault(error) }),
      );
    } else if (door) {
      try {
        self.postMessage({ id: data.id, answer: door(data.question) });
      } catch (error) {
        // The door never raises; this is Python itself failing, such as for want of memory.
        self.postMessage({ id: data.id, failed: String(error) });
      }
    }
  };
  start().catch((error) => self.postMessage(fault(error)));
})();
