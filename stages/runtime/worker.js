// @ts-check
// Runs in the worker, after Pyodide's own scripts in the same file: inflates the payload, starts Python once, answers.
(() => {
  "use strict";

  /** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
  const decoded = (base64) =>
    "fromBase64" in Uint8Array
      ? /** @type {any} */ (Uint8Array).fromBase64(base64)
      : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

  /** @param {string} base64 @returns {Promise<ArrayBuffer>} */
  const inflated = (base64) => {
    const stream = new Blob([decoded(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  /** @param {ArrayBuffer} bytes @param {string} type */
  const blobUrl = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));

  /** @param {string} stage */
  const progress = (stage) => self.postMessage({ progress: stage });

  /** @type {((question: string) => string) | null} */
  let door = null;

  /** @param {{ wasm: string, library: string, calculators: string, lock: any }} payload */
  const start = async (payload) => {
    progress("Unpacking the calculator");
    const [wasm, library, wheel] = await Promise.all(
      [payload.wasm, payload.library, payload.calculators].map(inflated),
    );
    const lock = payload.lock;
    const [name] = Object.keys(lock.packages);
    // The `#/…` that Pyodide appends becomes a fragment, so its hard-coded file names resolve to our blobs.
    lock.packages[name].file_name = `${blobUrl(wheel, "application/zip")}#/${lock.packages[name].file_name}`;
    progress("Starting Python");
    const scope = /** @type {any} */ (self);
    const pyodide = await scope.loadPyodide({
      indexURL: `${blobUrl(wasm, "application/wasm")}#/`,
      stdLibURL: blobUrl(library, "application/zip"),
      lockFileContents: lock,
      packageBaseUrl: "https://unused.invalid/",
      createPyodideModule: scope.createPyodideModule,
      env: { PYTHONHASHSEED: "0" },
    });
    progress("Loading the rules");
    await pyodide.loadPackage(name, { messageCallback: () => {} });
    door = pyodide.pyimport("calculators.answer").answer;
    self.postMessage({ ready: true });
  };

  self.onmessage = ({ data }) => {
    if (data.start) {
      start(data.start).catch((error) => self.postMessage({ failed: String(error) }));
    } else if (door) {
      self.postMessage({ id: data.id, answer: door(data.question) });
    }
  };
})();
