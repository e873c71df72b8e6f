// @ts-check
// The case list: what is open is put to the calculator a part at a time, and sorted by the dates that come back; none is
// computed here. Nothing is sent, and nothing is stored.
(() => {
  "use strict";

  const lacking = [
    typeof CaseReviewEngine === "undefined" ? "assets/js/engine.js" : "",
    typeof CaseReviewDom === "undefined" ? "assets/js/dom.js" : "",
    typeof CaseReviewRows === "undefined" ? "assets/js/case-rows.js" : "",
    typeof CaseReviewCaseFiles === "undefined" ? "assets/js/case-files.js" : "",
  ].filter(Boolean);
  if (lacking.length) {
    /** @type {HTMLElement} */ (document.getElementById("cr-cases-lacking")).textContent = `: ${lacking.join(", ")}. Copy the whole folder again`;
    return;
  }

  const { at, made, typedDate, PARTS } = CaseReviewDom;
  const { counted } = CaseReviewRows;
  const Files = CaseReviewCaseFiles;
  const PART = 100; // cases put to the calculator at a time
  const FIRST = 200; // rows drawn at once
  const PAUSE = 1000; // milliseconds between two things said or drawn while the work goes on
  const KEPT_FOR = 60_000; // milliseconds in which the browser may take its copy of a file
  const BYTE_ORDER_MARK = "\ufeff"; // without it Excel takes UTF-8 for the computer's own old encoding

  /** @type {Record<string, string>} each date in words, as the calculator gave them */
  let inFull = {};
  /** @type {WeekReply | null} */
  let week = null;
  /** @type {string | null} */
  let lookedFrom = null;
  let adding = 0; // how many such openings are under way
  let cancelled = 0; // how often the work was cancelled
  let work = 0; // the number of the work under way; an older one stops
  let rowsShown = FIRST;
  let drawing = 0;
  /** @type {HTMLElement | null} */
  const list = at("cr-cases-list");

  /** @type {Say} */
  const say = (day) => (day ? (inFull[day] ?? day) : "");
  /** @param {string} text */
  const tell = (text) => (at("cr-cases-told").textContent = text);
  const today = () => typedDate("today");
  const dayAsked = () => JSON.stringify(today());
  const pending = () => Files.entries().filter((entry) => !entry.reply || entry.day !== dayAsked());

  // ---- Asking ----

  /** Open files and put their cases to the calculator. @param {File[]} files */
  const add = async (files) => {
    if (!files.length) return;
    work += 1;
    adding += 1;
    const before = cancelled;
    at("cr-cases-failed").hidden = true;
    await Files.add(files, (done) => progress("Reading file", done, files.length), () => cancelled === before);
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
    const day = dayAsked();
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
        });
        if (mine !== work) return;
        if ("errors" in reply) {
          stopped();
          if (reply.errors.some((error) => error.field === "today")) showDayError(reply.errors.map((error) => error.message).join(". "));
          else failed(new Error(reply.errors.map((error) => error.message).join(". ")));
          return;
        }
        week = reply.week;
        lookedFrom = reply.today;
        Object.assign(inFull, reply.in_full);
        for (const [number, entry] of [...files, ...rows].entries()) {
          entry.reply = reply.cases[number];
          entry.day = day;
        }
        const asked = new Set(part);
        todo = todo.filter((entry) => !asked.has(entry));
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
    const other = Files.entries().some((entry) => entry.reply && entry.day !== dayAsked());
    if (rest) list?.setAttribute("data-stale", "true");
    else list?.removeAttribute("data-stale");
    at("cr-cases-stale").textContent = !rest ? "" : other ? "This list was worked out for another day." : `${counted(rest, "case")} of ${Files.entries().length.toLocaleString("en-GB")} ${rest === 1 ? "has" : "have"} not been worked out yet, and ${rest === 1 ? "is" : "are"} not in this list.`;
    at("cr-cases-again").hidden = !rest || working;
    at("cr-cases-go").textContent = other ? "Work it out again" : "Work out the rest";
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#cr-cases [data-export]"))) {
      if (rest) {
        button.setAttribute("aria-disabled", "true");
        button.setAttribute("aria-describedby", "cr-cases-stale");
      } else {
        button.removeAttribute("aria-disabled");
        button.removeAttribute("aria-describedby");
      }
    }
  };

  // ---- What is shown ----

  /** What is to be done first of some acts: at once if that applies, else the first date. @param {ActReply[]} acts */
  const firstOf = (acts) => acts.find((act) => act.due || act.applies === "yes") ?? acts[0] ?? null;

  /** The rows that the filters leave, the next date first. */
  const shown = () => {
    const [show, who] = [at("cr-cases-show").value, at("cr-cases-who").value];
    const { kept, gone } = Files.merged(say);
    const rows = kept.map(({ entry, reply }) => {
      const acts = reply.dates.filter((act) => act.open && act.who === who);
      const act = who ? firstOf(acts) : reply.next;
      const overdue = who ? acts.filter((each) => each.overdue).length : reply.overdue;
      const thisWeek = who ? acts.filter((each) => each.this_week).length : reply.this_week;
      return { reply, act, overdue, thisWeek, file: entry.file.name };
    });
    /** @type {Record<string, (row: typeof rows[0]) => boolean>} */
    const wanted = {
      all: () => true,
      overdue: (row) => row.overdue > 0,
      week: (row) => row.thisWeek > 0,
      moved: (row) => row.reply.moved.length > 0,
      check: (row) => row.reply.to_check.length > 0,
    };
    /** @param {typeof rows[0]} row */
    const rank = ({ act }) => (!act ? "3" : act.due ? `1${act.due}` : act.applies === "yes" ? "0" : "2");
    const left = rows.filter((row) => wanted[show](row) && (!who || row.act));
    const sorted = left
      .map((row) => ({ row, rank: rank(row), name: CaseReviewRows.nameOf(row) }))
      .sort((one, other) => (one.rank < other.rank ? -1 : one.rank > other.rank ? 1 : one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
      .map(({ row }) => row);
    return { rows: sorted, all: rows, gone };
  };

  /** Offer everybody who has something to do in these cases. @param {CaseReply[]} replies */
  const offerWho = (replies) => {
    const select = /** @type {HTMLSelectElement} */ (at("cr-cases-who"));
    const names = [...new Set(replies.flatMap((reply) => reply.dates.filter((act) => act.open).map((act) => act.who)))].sort();
    if (select.value && !names.includes(select.value)) names.push(select.value);
    if (JSON.stringify(names) === JSON.stringify([...select.options].slice(1).map((each) => each.value))) return;
    const chosen = select.value;
    select.replaceChildren(select.options[0], ...names.map((name) => new Option(name, name)));
    select.value = chosen;
  };

  /** @param {ReturnType<typeof shown>} found @param {Unread[]} bad */
  const drawTotals = ({ rows, all, gone }, bad) => {
    const overdue = all.filter((row) => row.reply.overdue).length;
    const thisWeek = all.filter((row) => row.reply.this_week).length;
    const some = rows.length === all.length ? "" : ` Shown: ${rows.length.toLocaleString("en-GB")}.`;
    at("cr-cases-totals").textContent = `${counted(all.length, "case")}, ${overdue.toLocaleString("en-GB")} overdue, ${thisWeek.toLocaleString("en-GB")} this week; ${bad.length.toLocaleString("en-GB")} could not be read.${some}`;
    at("cr-cases-basis").textContent = week ? `From ${say(lookedFrom)}. This week: ${say(week.first)} to ${say(week.last)}. Overdue: a date that has passed, of an act that applies or may apply and that nobody has noted as done.` : "";
    const box = at("cr-cases-merged");
    box.hidden = !gone.length;
    box.querySelector("summary").textContent = `What stood in two files (${gone.length.toLocaleString("en-GB")}): the one saved last is shown, or else the one opened last`;
    box.querySelector("ul").replaceChildren(...gone.map((text) => made("li", text)));
  };

  /** @param {Unread[]} bad @param {() => boolean} still */
  const drawUnread = (bad, still) => {
    at("cr-cases-unread").hidden = !bad.length;
    at("cr-cases-unread-title").textContent = `${bad.length.toLocaleString("en-GB")} could not be read`;
    const rows = bad.map((each) => {
      const line = made("tr", "");
      for (const [label, text] of [["File", each.file], ["Line", each.line ? String(each.line) : ""], ["Case", each.name], ["Why", each.why]]) {
        const cell = made("td", text);
        cell.dataset.label = label;
        if (!text) cell.dataset.none = "";
        line.append(cell);
      }
      return line;
    });
    inSlices(at("cr-cases-unread-table").querySelector("tbody"), rows.length, (number) => rows[number], still);
  };

  /** Put rows into a table a few hundred at a time, so that the page stays alive.
   * @param {HTMLElement} body @param {number} all @param {(number: number) => HTMLElement} make @param {() => boolean} still */
  const inSlices = (body, all, make, still) => {
    body.replaceChildren();
    const more = (/** @type {number} */ from) => {
      if (!still()) return;
      const slice = document.createDocumentFragment();
      for (let number = from; number < Math.min(from + FIRST, all); number += 1) slice.append(make(number));
      body.append(slice);
      if (from + FIRST < all) setTimeout(() => more(from + FIRST), 0);
    };
    more(0);
  };

  /** @param {HTMLElement} line @param {Parameters<typeof CaseReviewRows.detail>[0]} row */
  const openRow = (line, row) => {
    const button = /** @type {HTMLElement} */ (line.querySelector(".cr-cases__open"));
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
    if (isOpen) line.nextElementSibling?.remove();
    else line.after(CaseReviewRows.detail(row, say));
  };

  const draw = () => {
    const found = shown();
    const bad = Files.unread();
    list?.toggleAttribute("hidden", !Files.entries().length);
    at("cr-cases-empty").hidden = !Files.isEmpty();
    offerWho(found.all.map((row) => row.reply));
    drawTotals(found, bad);
    const mine = (drawing += 1);
    drawUnread(bad, () => mine === drawing);
    const number = Math.min(found.rows.length, rowsShown);
    const make = (/** @type {number} */ which) => {
      const line = CaseReviewRows.row(found.rows[which], say, () => openRow(line, found.rows[which]));
      return line;
    };
    inSlices(at("cr-cases-table").querySelector("tbody"), number, make, () => mine === drawing);
    at("cr-cases-more").hidden = number === found.rows.length;
    at("cr-cases-more").querySelector("span").textContent = `The first ${number.toLocaleString("en-GB")} of ${found.rows.length.toLocaleString("en-GB")} are shown.`;
  };

  // ---- Out ----

  /** @param {FileReply} file @param {string} text */
  const save = (file, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${file.type};charset=utf-8` }));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
  };

  const spreadsheet = async () => {
    const lines = shown().rows.map(CaseReviewRows.cells);
    const bad = Files.unread().map((each) => CaseReviewRows.lineOf({ Case: each.name, File: each.file, Line: each.line, "Could not be read": each.why }));
    /** @type {CellsReply | ErrorsReply} */
    const reply = await CaseReviewEngine.ask({ ask: "cells", name: "case-list", rows: [CaseReviewRows.HEAD, ...lines, ...bad] });
    if ("errors" in reply) throw new Error(reply.errors.map((error) => error.message).join(". "));
    save(reply.file, BYTE_ORDER_MARK + reply.file.text);
    at("cr-cases-file-status").textContent = `Made ${reply.file.name}: ${counted(lines.length, "case")}${bad.length ? ` and ${bad.length.toLocaleString("en-GB")} that could not be read` : ""}. Keep it where your case records are.`;
  };

  const copyUnread = async () => {
    const text = Files.unread().map((each) => `${each.file}${each.line ? `:${each.line}` : ""}: ${each.name ? `${each.name}: ` : ""}${each.why}`).join("\n");
    let done = true;
    try {
      await navigator.clipboard.writeText(text); // lacking, or refused, where the page is not from a secure place
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      area.className = "cr-hidden";
      area.style.whiteSpace = "pre"; // or its line ends would be lost
      at("cr-cases-unread").append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
      at("cr-cases-copy").focus();
    }
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
    rowsShown = FIRST;
    at("cr-cases-file-status").textContent = "";
    at("cr-cases-failed").hidden = true;
    stopped();
    draw();
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
  for (const filter of ["cr-cases-show", "cr-cases-who"]) {
    at(filter).onchange = () => {
      rowsShown = FIRST;
      draw();
    };
  }
  at("cr-cases-all").onclick = () => {
    const before = rowsShown;
    rowsShown = Infinity;
    draw();
    setTimeout(() => /** @type {HTMLElement | undefined} */ (document.querySelectorAll("#cr-cases-table .cr-cases__open")[before])?.focus(), 0); // after its slice
  };
  at("cr-cases-cancel").onclick = cancel;
  at("cr-cases-go").onclick = again;
  at("cr-cases-retry").onclick = again;
  at("cr-cases-clear").onclick = clear;
  at("cr-cases-csv").onclick = unlessBarred(spreadsheet);
  at("cr-cases-print").onclick = unlessBarred(() => print());
  at("cr-cases-copy").onclick = copyUnread;

  const example = () => `${at("cr-cases-example").textContent.trim()}\n`;
  at("cr-cases-example-save").onclick = () => save({ name: "example-cases.csv", type: "text/csv", text: "" }, example());
  at("cr-cases-example-open").onclick = () => add([new File([example()], "example-cases.csv", { type: "text/csv" })]);

  const now = new Date(); // the reader's own calendar day, not Greenwich's
  for (const [part, value] of [["day", now.getDate()], ["month", now.getMonth() + 1], ["year", now.getFullYear()]]) at(`today-${part}`).value = String(value);
  at("cr-cases-asleep").hidden = true;
  at("cr-cases-form").hidden = false;
  at("cr-cases-try").hidden = false;
})();
