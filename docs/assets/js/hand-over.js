// @ts-check
// Hands text to the reader: as a file that the browser saves, or on the clipboard. What the text says is made elsewhere.
var CaseReviewHandOver = (() => {
  "use strict";

  const BYTE_ORDER_MARK = "\ufeff"; // without it Excel takes UTF-8 for the computer's own old encoding
  const KEPT_FOR = 60_000; // milliseconds in which the browser may take its copy of a file

  /** Let the browser save a file. @param {FileReply} file */
  const save = (file) => {
    const text = file.type === "text/csv" ? BYTE_ORDER_MARK + file.text : file.text;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${file.type};charset=utf-8` }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
  };

  /** Put text on the clipboard, in whichever way the browser allows; false if it allows none.
   * @param {string} text @param {HTMLElement} place that is shown, and may hold a field for a moment */
  const copy = async (text, place) => {
    try {
      await navigator.clipboard.writeText(text); // lacking, or refused, where the page is not from a secure place
      return true;
    } catch {
      const before = /** @type {HTMLElement | null} */ (document.activeElement);
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "cr-hidden";
      area.style.whiteSpace = "pre"; // or its line ends would be lost
      place.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      before?.focus();
      return done;
    }
  };

  return { save, copy };
})();
