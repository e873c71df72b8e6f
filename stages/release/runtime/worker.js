// @ts-check
import { lay } from "./memory.mjs";
// Runs in the worker, after Pyodide's own scripts in the same file: unpacks the payload, puts Python's memory back as it was with the
// calculators loaded, and answers. What only a calendar file needs comes later, if it is asked for.
(() => {
  "use strict";

  const LIBRARY = "/lib/python314.zip"; // where Python looks for its own modules
  const QUIET = { messageCallback: () => {} };

  /** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
  const decoded = (base64) =>
    "fromBase64" in Uint8Array
      ? /** @type {any} */ (Uint8Array).fromBase64(base64)
      : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

  /** @param {string} base64 @param {string} type */
  const inflated = (base64, type) => {
    const stream = new Blob([decoded(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "Content-Type": type } });
  };

  /** @param {string} stage */
  const progress = (stage) => self.postMessage({ progress: stage });

  /** @type {((question: string) => string) | null} */
  let door = null;
  /** @type {any} */
  let pyodide = null;

  /** @param {ArrayBuffer} bytes @param {string} type */
  const blobUrl = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));

  /** The `#/…` that Pyodide appends becomes a fragment, so its hard-coded file names resolve to our blobs.
   * @param {{ file_name: string }} entry of the lock @param {ArrayBuffer} wheel */
  const place = (entry, wheel) => {
    entry.file_name = `${blobUrl(wheel, "application/zip")}#/${entry.file_name}`;
  };

  /** What the page hands over, part by part as it reads it, and what waits for it.
   * @type {Record<string, { data: Promise<string>, take: (data: string) => void }>} */
  const parts = {};
  for (const name of ["wasm", "calculators"]) {
    /** @type {(data: string) => void} */
    let take = () => {};
    parts[name] = { data: new Promise((resolve) => (take = resolve)), take };
  }

  // WebAssembly is unpacked whole before it is compiled: where a page was left while it was still coming, Firefox compiles none in the
  // next. The memory is unpacked after it, and while it is compiled.
  const bytes = parts.wasm.data.then((data) => inflated(data, "application/wasm").arrayBuffer());
  const module = bytes.then((data) => WebAssembly.compile(data));
  const calculators = parts.calculators.data.then((data) => data.split("|"));
  const kept = Promise.all([calculators, bytes]).then(async ([[, , memory]]) => new Uint32Array(await inflated(memory, "").arrayBuffer()));
  const whole = calculators.then(([, words]) => new Uint32Array(Number(words)));

  // Pyodide is told of no address at which its files are: it is given the module here, and its library is in the memory.
  const NOWHERE = "https://unused.invalid/";
  const OWN = [`${NOWHERE}pyodide.asm.wasm`, `${NOWHERE}python_stdlib.zip`];
  const fetchOther = self.fetch;
  self.fetch = async (address, how) => (OWN.includes(String(address)) ? new Response() : fetchOther(address, how));

  /** Rejects once WebAssembly refuses, such as for want of memory: Pyodide then only writes to the console, and waits for ever. */
  const refused = new Promise((_, reject) => {
    /** @param {WebAssembly.Imports} imports */
    const instantiate = async (imports) => {
      const instance = await WebAssembly.instantiate(await module, imports);
      lay(await kept, /** @type {WebAssembly.Memory} */ (instance.exports.memory), await whole);
      return { module: await module, instance };
    };
    WebAssembly.instantiateStreaming = (_none, imports = {}) => {
      const made = instantiate(imports);
      made.catch(reject);
      return made;
    };
  });

  const start = async () => {
    progress("Starting Python");
    const scope = /** @type {any} */ (self);
    const started = scope.loadPyodide({
      indexURL: NOWHERE,
      lockFileContents: calculators.then(([lock]) => JSON.parse(atob(lock))),
      packageBaseUrl: NOWHERE,
      createPyodideModule: scope.createPyodideModule,
      _loadSnapshot: whole.then((words) => new Uint8Array(words.buffer)), // `lay` fills it before Pyodide reads it
    });
    pyodide = await Promise.race([started, refused]);
    door = pyodide.pyimport("calculators.answer").answer;
    self.postMessage({ ready: true });
  };

  /** Add what a calendar file needs: more of the standard library, and packages that the lock already names.
   * @param {string} payload `name:base64` parts, joined by bars */
  const addExports = async (payload) => {
    const parts = payload.split("|").map((part) => part.split(":"));
    const names = parts.map(([name]) => name).filter((name) => name !== "library");
    for (const [name, base64] of parts) {
      const data = await inflated(base64, "application/zip").arrayBuffer();
      if (name === "library") {
        pyodide.FS.writeFile(LIBRARY, new Uint8Array(data));
        pyodide.runPython("import importlib; importlib.invalidate_caches()");
      } else {
        place(pyodide.lockfile.packages[name], data); // the very object that loadPackage looks in
      }
    }
    await pyodide.loadPackage(names, QUIET);
  };

  self.onmessage = ({ data }) => {
    if (data.part) {
      parts[data.part].take(data.data);
    } else if (data.exports) {
      addExports(data.exports).then(
        () => self.postMessage({ id: data.id, answer: "null" }),
        (error) => self.postMessage({ id: data.id, failed: String(error) }),
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
  start().catch((error) => self.postMessage({ failed: String(error) }));
})();
