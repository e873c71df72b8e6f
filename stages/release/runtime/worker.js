// @ts-check
// Runs in the worker, after Pyodide's own scripts in the same file: inflates the payload, starts Python once, answers.
// What only a calendar file needs comes later, if it is asked for.
(() => {
  "use strict";

  const WHEEL = "/lib/calculators.whl";
  // Into the library's own archive: a package of which one part lay in another archive would not be whole.
  const ADD_TO_LIBRARY = `
import importlib, sys, zipfile
with zipfile.ZipFile("/tmp/later.zip") as later, zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")), "a") as library:
    for name in later.namelist():
        library.writestr(name, later.read(name))
importlib.invalidate_caches()`;
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
  for (const name of ["wasm", "library", "calculators"]) {
    /** @type {(data: string) => void} */
    let take = () => {};
    parts[name] = { data: new Promise((resolve) => (take = resolve)), take };
  }

  // Pyodide is told of no address at which its files are, and so may begin before they are there. Each is unpacked whole first:
  // where a page was left while WebAssembly was still coming, Firefox compiles none in the next.
  const NOWHERE = "https://unused.invalid/";
  /** @type {Record<string, [part: string, type: string]>} */
  const OWN = {
    [`${NOWHERE}pyodide.asm.wasm`]: ["wasm", "application/wasm"],
    [`${NOWHERE}python_stdlib.zip`]: ["library", "application/zip"],
  };
  const fetchOther = self.fetch;
  self.fetch = async (address, how) => {
    const own = OWN[String(address)];
    if (!own) return fetchOther(address, how);
    const whole = inflated(await parts[own[0]].data, own[1]);
    return new Response(await whole.arrayBuffer(), { headers: whole.headers });
  };

  /** Rejects once WebAssembly refuses, such as for want of memory: Pyodide then only writes to the console, and waits for ever. */
  const refused = () =>
    new Promise((_, reject) => {
      const instantiate = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = (...given) => {
        const made = instantiate(...given);
        made.catch(reject);
        return made;
      };
    });

  const start = async () => {
    progress("Starting Python");
    const scope = /** @type {any} */ (self);
    const calculators = parts.calculators.data.then((data) => data.split("|"));
    const started = scope.loadPyodide({
      indexURL: NOWHERE,
      lockFileContents: calculators.then(([, lock]) => JSON.parse(atob(lock))),
      packageBaseUrl: NOWHERE,
      createPyodideModule: scope.createPyodideModule,
      // Python imports the wheel as it is, which spares unpacking it: it is a zip file without compression.
      fsInit: async (/** @type {any} */ files) => {
        const [wheel] = await calculators;
        files.writeFile(WHEEL, new Uint8Array(await inflated(wheel, "application/zip").arrayBuffer()), { canOwn: true });
      },
      env: { PYTHONHASHSEED: "0", PYTHONPATH: WHEEL },
    });
    pyodide = await Promise.race([started, refused()]);
    progress("Loading the rules");
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
        pyodide.FS.writeFile("/tmp/later.zip", new Uint8Array(data));
        pyodide.runPython(ADD_TO_LIBRARY);
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
