// @ts-check
// The case list at work: what is open is put to the calculator a part at a time, for one day and with the figures files that are
// open; no date is computed here. Nothing is sent, and nothing is stored.
(() => {
  "use strict";

  const lacking = [
    typeof CaseReviewEngine === "undefined" ? "assets/js/engine.js" : "",
    typeof CaseReviewDom === "undefined" ? "assets/js/dom.js" : "",
    typeof CaseReviewRows === "undefined" ? "assets/js/case-rows.js" : "",
    typeof CaseReviewCaseFiles === "undefined" ? "assets/js/case-files.js" : "",
    typeof CaseReviewCaseTable === "undefined" ? "assets/js/case-table.js" : "",
    typeof CaseReviewHandOver === "undefined" ? "assets/js/hand-over.js" : "",
  ].filter(Boolean);
  if (lacking.length) {
    /** @type {HTMLElement} */ (document.getElementById("cr-cases-lacking")).textContent = `: ${lacking.join(", ")}. Copy the whole folder again`;
    return;
  }

  const { at, made, typedDate, PARTS } = CaseReviewDom;
  const { save } = CaseReviewHandOver;
  const { draw, shown } = CaseReviewCaseTable;
  const { counted } = CaseReviewRows;
  const Files = CaseReviewCaseFiles;
  const PART = 100; // cases put to the calculator at a time
  const PAUSE = 1000; // milliseconds between two things said or drawn while the work goes on

  let adding = 0; // how many openings of files are under way
  let cancelled = 0; // how often the work was cancelled
  let work = 0; // the number of the work under way; an older one stops
  /** @type {HTMLElement} */
  const list = at("cr-cases-list");

  /** @param {string} text */
  const tell = (text) => (at("cr-cases-told").textContent = text);
  const today = () => typedDate("today");
  const figures = () => Files.figures().map((each) => each.content);
  /** What is asked of every case: the day to look from, and the figures that are open. */
  const asked = () => JSON.stringify([today(), figures()]);
  const pending = () => {
    const now = asked();
    return Files.entries().filter((entry) => !entry.reply || entry.asked !== now);
  };

  /** List the figures files that are open, each with a way to close it. */
  const listFigures = () => {
    at("cr-cases-figures").replaceChildren(
      ...Files.figures().map((each) => {
        const item = made("li", `Figures of ${each.content.supplied_by} for ${each.guidance}, from ${each.name}: used in its cases. `);
        const remove = /** @type {HTMLButtonElement} */ (made("button", "Remove", "cr-link"));
        remove.type = "button";
        remove.append(made("span", ` the figures from ${each.name}`, "cr-hidden"));
        remove.onclick = () => {
          Files.removeFigures(each);
          at("cr-cases-files").focus();
          workOut();
        };
        item.append(remove);
        return item;
      }),
    );
  };

  // ---- Asking ----

  /** Open files and put their cases to the calculator. @param {File[]} files */
  const add = async (files) => {
    if (!files.length) return;
    work += 1;
    adding += 1;
    const before = cancelled;
    at("cr-cases-failed").hidden = true;
    await Files.add(files, (done) => progress("Reading file", Math.min(done + 1, files.length), files.length), () => cancelled === before);
    adding -= 1;
    if (cancelled !== before) draw();
    else if (!adding) await workOut();
  };

  /** Show how far the work is; said aloud now and then. @param {string} what @param {number} done @param {number} all */
  const progress = (what, done, all) => {
    const box = at("cr-cases-progress");
    box.hidden = false;
    box.querySelector("progress").value = all ? done / all : 0;
    at("cr-cases-stage").textContent = `${what} ${done.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")}`;
  };

  /** The next cases to ask about together: of files and of one table. @param {Entry[]} todo */
  const nextPart = (todo) => {
    const columns = todo.find((entry) => entry.row)?.columns ?? [];
    return todo.slice(0, PART).filter((entry) => !entry.row || entry.columns === columns);
  };

  /** Put every case that has no answer for this day to the calculator. */
  const workOut = async () => {
    const mine = (work += 1);
    listFigures();
    const given = asked();
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    showDayError("");
    let todo = pending();
    const all = Files.entries().length;
    at("cr-cases-progress").hidden = !todo.length;
    mark();
    let told = performance.now();
    try {
      while (todo.length) {
        const part = nextPart(todo);
        const files = part.filter((entry) => !entry.row);
        const rows = part.filter((entry) => entry.row);
        progress("Working out case", all - todo.length, all);
        /** @type {(CasesReply & InFullReply) | ErrorsReply} */
        const reply = await CaseReviewEngine.ask({
          ask: "cases",
          today: today(),
          made: now,
          cases: files.map((entry) => entry.text),
          columns: rows[0]?.columns ?? [],
          rows: rows.map((entry) => entry.row),
          figures: figures(),
        });
        if (mine !== work) return;
        if ("errors" in reply) {
          stopped();
          if (reply.errors.some((error) => error.field === "today")) showDayError(reply.errors.map((error) => error.message).join(". "));
          else failed(new Error(reply.errors.map((error) => error.message).join(". ")));
          return;
        }
        CaseReviewCaseTable.heard(reply);
        for (const [number, entry] of [...files, ...rows].entries()) {
          entry.reply = reply.cases[number];
          entry.asked = given;
        }
        const done = new Set(part);
        todo = todo.filter((entry) => !done.has(entry));
        if (todo.length && performance.now() - told > PAUSE) {
          told = performance.now();
          tell(`${(all - todo.length).toLocaleString("en-GB")} of ${counted(all, "case")} worked out`);
          mark();
          draw();
        }
      }
    } catch (error) {
      if (mine === work) failed(error);
      return;
    }
    stopped();
    tell("");
    draw();
    if (document.activeElement === document.body || document.activeElement === at("cr-cases-files")) at("cr-cases-title").focus({ preventScroll: false });
  };

  const stopped = () => {
    at("cr-cases-progress").hidden = true;
    mark();
  };

  /** @param {unknown} error */
  const failed = (error) => {
    at("cr-cases-progress").hidden = true;
    at("cr-cases-why").textContent = error instanceof Error ? error.message : String(error);
    at("cr-cases-failed").hidden = false;
    mark();
    draw();
  };

  /** @param {string} message */
  const showDayError = (message) => {
    const box = at("today-error");
    box.textContent = message;
    box.hidden = !message;
    at("today").classList.toggle("cr-field--error", Boolean(message));
    for (const part of PARTS) {
      if (message) at(`today-${part}`).setAttribute("aria-invalid", "true");
      else at(`today-${part}`).removeAttribute("aria-invalid");
    }
  };

  /** Mark the list, and bar what carries it away, while it does not say what is asked. */
  const mark = () => {
    const rest = pending().length;
    const working = !at("cr-cases-progress").hidden;
    const now = asked();
    const other = Files.entries().some((entry) => entry.reply && entry.asked !== now);
    if (rest) list.setAttribute("data-stale", "true");
    else list.removeAttribute("data-stale");
    at("cr-cases-stale").textContent = !rest ? "" : other ? "This list was worked out for another day, or with other figures." : `${counted(rest, "case")} of ${Files.entries().length.toLocaleString("en-GB")} ${rest === 1 ? "has" : "have"} not been worked out yet, and ${rest === 1 ? "is" : "are"} not in this list.`;
    at("cr-cases-again").hidden = !rest || working;
    at("cr-cases-go").textContent = other ? "Work it out again" : "Work out the rest";
    CaseReviewDom.bar(document.querySelectorAll("#cr-cases [data-export]"), rest > 0, "cr-cases-stale");
  };

  // ---- Out ----

  const spreadsheet = async () => {
    const { rows } = shown();
    const withLastHeld = at("cr-cases-with-last-held").checked;
    const columns = withLastHeld ? [...CaseReviewRows.COLUMNS, ...CaseReviewRows.CHECK] : CaseReviewRows.COLUMNS;
    const bad = Files.unread().map((each) => ({ Case: each.name, File: each.file, Line: each.line, "Could not be read": each.why }));
    /** @type {Record<string, string | number | null | undefined>[]} */
    const lines = [...rows.map(CaseReviewRows.cells), ...bad];
    /** @type {CellsReply | ErrorsReply} */
    const reply = await CaseReviewEngine.ask({ ask: "cells", name: "case-list", rows: [columns, ...lines.map((line) => columns.map((name) => String(line[name] ?? "")))] });
    if ("errors" in reply) throw new Error(reply.errors.map((error) => error.message).join(". "));
    save(reply.file);
    const without = withLastHeld ? 0 : rows.filter((row) => row.reply.to_check.length).length;
    at("cr-cases-file-status").textContent = `Made ${reply.file.name}: ${counted(rows.length, "case")}${bad.length ? ` and ${bad.length.toLocaleString("en-GB")} that could not be read` : ""}. ${without ? `It is without the dates by the last figure held, of ${counted(without, "case")}: tick the box above to include them. ` : ""}Keep it where your case records are.`;
  };

  const copyUnread = async () => {
    const text = Files.unread().map((each) => `${each.file}${each.line ? `:${each.line}` : ""}: ${each.name ? `${each.name}: ` : ""}${each.why}`).join("\n");
    const done = await CaseReviewHandOver.copy(text, at("cr-cases-unread"));
    at("cr-cases-copy-status").textContent = done ? "Copied." : "This browser did not allow copying. Select the table below instead.";
  };

  /** Do what carries the list away, unless it is barred. @param {() => void | Promise<void>} carry */
  const unlessBarred = (carry) => async (/** @type {Event} */ event) => {
    if (/** @type {HTMLElement} */ (event.currentTarget).getAttribute("aria-disabled")) return at("cr-cases-stale").scrollIntoView({ block: "nearest" });
    try {
      await carry();
    } catch (error) {
      at("cr-cases-file-status").textContent = error instanceof Error ? error.message : String(error);
    }
  };

  const cancel = () => {
    work += 1; // what is under way is not heard any more
    cancelled += 1;
    stopped();
    draw();
    tell(at("cr-cases-stale").textContent);
    at("cr-cases-go").focus();
  };

  const clear = () => {
    work += 1;
    cancelled += 1;
    Files.clear();
    listFigures();
    at("cr-cases-file-status").textContent = "";
    at("cr-cases-failed").hidden = true;
    stopped();
    CaseReviewCaseTable.fromTheTop();
    tell("All files were closed.");
    at("cr-cases-files").focus();
  };

  const again = () => {
    at("cr-cases-failed").hidden = true;
    if (pending().length) workOut();
  };

  const wake = () => CaseReviewEngine.start().catch(failed);

  CaseReviewEngine.hearStop(failed);
  CaseReviewEngine.hear((stage, done) => {
    if (done < 1 && Files.entries().length) at("cr-cases-stage").textContent = stage;
  });
  for (const sign of ["focusin", "pointerdown", "keydown"]) at("cr-cases-form").addEventListener(sign, wake, { once: true });

  const input = /** @type {HTMLInputElement} */ (at("cr-cases-files"));
  input.onchange = () => {
    const files = [...(input.files ?? [])];
    input.value = ""; // so that the same file can be chosen again
    add(files);
  };
  addEventListener("dragover", (event) => {
    event.preventDefault();
    at("cr-cases-drop").classList.add("cr-drop--over");
  });
  addEventListener("dragleave", () => at("cr-cases-drop").classList.remove("cr-drop--over"));
  addEventListener("drop", (event) => {
    event.preventDefault(); // or the browser would leave this page for the file
    at("cr-cases-drop").classList.remove("cr-drop--over");
    add([...(event.dataTransfer?.files ?? [])]);
  });

  at("today").addEventListener("input", () => {
    work += 1;
    stopped();
  });
  at("today").addEventListener("focusout", (/** @type {FocusEvent} */ event) => {
    if (!at("today").contains(/** @type {Node | null} */ (event.relatedTarget))) again();
  });
  at("today").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") again();
  });
  for (const filter of ["cr-cases-show", "cr-cases-who"]) at(filter).onchange = CaseReviewCaseTable.fromTheTop;
  at("cr-cases-all").onclick = CaseReviewCaseTable.showAll;
  at("cr-cases-cancel").onclick = cancel;
  at("cr-cases-go").onclick = again;
  at("cr-cases-retry").onclick = again;
  at("cr-cases-clear").onclick = clear;
  at("cr-cases-csv").onclick = unlessBarred(spreadsheet);
  at("cr-cases-print").onclick = unlessBarred(() => print());
  at("cr-cases-copy").onclick = copyUnread;

  const example = () => `${at("cr-cases-example").textContent.trim()}\n`;
  at("cr-cases-example-save").onclick = () => save({ name: "example-cases.csv", type: "text/csv", text: example() });
  at("cr-cases-example-open").onclick = () => add([new File([example()], "example-cases.csv", { type: "text/csv" })]);

  const day = CaseReviewDom.today().split("-");
  for (const [index, part] of ["year", "month", "day"].entries()) at(`today-${part}`).value = String(Number(day[index]));
  at("cr-cases-asleep").hidden = true;
  at("cr-cases-form").hidden = false;
  at("cr-cases-try").hidden = false;
})();
