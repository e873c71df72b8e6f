// @ts-check
// Lets Material's search run from a folder, where a browser refuses to start a worker from a file.
// Only the search worker's address is redirected, to a blob of the same script embedded at build time
// (search-worker-source.js); every other worker passes through untouched. Over http this does nothing.
// The theme looks for "iframe-worker" in this file's name, and would otherwise fetch a copy from outside.
(() => {
  "use strict";
  if (location.protocol !== "file:") return;
  const BrowserWorker = window.Worker;
  window.Worker = /** @type {typeof Worker} */ (
    /** @type {unknown} */ (
      class extends BrowserWorker {
        /** @param {string | URL} address @param {WorkerOptions} [options] */
        constructor(address, options) {
          const source = /** @type {any} */ (window).CaseReviewSearchWorker;
          const isSearch = source && String(address).includes("/workers/search.");
          super(isSearch ? URL.createObjectURL(new Blob([source], { type: "text/javascript" })) : address, options);
        }
      }
    )
  );
})();
