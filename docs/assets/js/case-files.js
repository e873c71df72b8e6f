// @ts-check
// What the case list has open: files read here in the page, cut into cases, each once; the figures files that go with them; and
// everything that could not be read.
/** A file as it was opened, and with which others. @typedef {{ name: string, together: number }} Opened */
/** A case that was opened: a file's text or a table's row, and what came back, for which day and figures.
 * @typedef {{ id: number, file: Opened, text: string | null, row: TableRowReply | null, columns: string[], reply: CaseReply | UnreadReply | null, asked: string }} Entry */
/** Figures of a body's own copy, as a file that was opened. @typedef {{ name: string, content: any, guidance: string }} OpenedFigures */
/** Something that is in no list, and why. @typedef {{ file: string, line: number | null, name: string, why: string }} Unread */

var CaseReviewCaseFiles = (() => {
  "use strict";

  const { counted } = CaseReviewRows;
  const MOST = 20_000; // cases in one list
  const LARGEST = { case: 1_000_000, table: 20_000_000 }; // bytes of a file

  /** @type {Entry[]} */
  let entries = [];
  /** @type {(Unread & { opened: Opened })[]} files of which nothing could be read */
  let unreadFiles = [];
  /** @type {string[]} tables and figures that were opened again */
  let replaced = [];
  let together = 0; // how often files were opened
  let numbered = 0; // the last case's number
  /** @type {OpenedFigures[]} */
  let figures = [];

  /** @param {Opened} file @param {string} why @param {number | null} [line] */
  const refuse = (file, why, line = null) => unreadFiles.push({ opened: file, file: file.name, line, name: "", why });

  /** A table that is opened again later stands in place of itself; so does a case file that could not be read before. @param {Opened} file */
  const forgetEarlier = ({ name, together: now }) => {
    const isTable = /\.csv$/i.test(name);
    /** @param {Opened} each */
    const earlier = (each) => each.name === name && each.together < now;
    const before = entries.length;
    entries = entries.filter((entry) => !earlier(entry.file) || !(isTable || (entry.reply && "errors" in entry.reply)));
    unreadFiles = unreadFiles.filter((each) => !earlier(each.opened));
    if (isTable && entries.length < before) replaced.push(`${name} was opened again: its rows stand in place of the ${counted(before - entries.length, "row")} read before`);
  };

  /** Take a table apart into its rows. @param {Opened} file @param {string} text */
  const addTable = async (file, text) => {
    /** @type {(TableReply & InFullReply) | ErrorsReply} */
    const reply = await CaseReviewEngine.ask({ ask: "table", text });
    if ("errors" in reply) {
      refuse(file, `${reply.errors.map((error) => error.message).join(". ")}.`, 1);
      return;
    }
    forgetEarlier(file);
    if (entries.length + reply.rows.length > MOST) {
      refuse(file, `This list would have more than ${MOST.toLocaleString("en-GB")} cases. Close some files first.`);
      return;
    }
    for (const row of reply.rows) entries.push({ id: (numbered += 1), file, text: null, row, columns: reply.columns, reply: null, asked: "" });
    if (!reply.rows.length) refuse(file, "There is no case under the names of the columns.", 1);
  };

  /** What a file holds, if it is a figures file. @param {string} text */
  const figuresIn = (text) => {
    try {
      const content = JSON.parse(text.replace(/^\ufeff/, ""));
      return content?.kind === "figures" ? content : null;
    } catch {
      return null; // the calculator says why
    }
  };

  /** Take figures, or say why they cannot be used, by themselves or beside those that are open. @param {Opened} file @param {any} content */
  const addFigures = async (file, content) => {
    forgetEarlier(file);
    const earlier = figures.find((each) => each.name === file.name && each.content.edition === content.edition); // as it was before
    const others = figures.filter((each) => each !== earlier && each.content.edition === content.edition);
    /** @type {PlanReply | ErrorsReply} */
    const reply = await CaseReviewEngine.ask({ ask: "plan", edition: content.edition, today: CaseReviewDom.today(), figures: [...others.map((each) => each.content), content] });
    if ("errors" in reply) refuse(file, `${reply.errors.map((error) => error.message).join(". ")}.`);
    else {
      figures = [...figures.filter((each) => each !== earlier), { name: file.name, content, guidance: reply.guidance }];
      if (earlier && JSON.stringify(earlier.content) !== JSON.stringify(content)) replaced.push(`${file.name} was opened again: its figures stand in place of those read before`);
    }
  };

  /** @param {OpenedFigures} gone */
  const removeFigures = (gone) => {
    figures = figures.filter((each) => each !== gone);
  };

  /** @param {Opened} file @param {string} text */
  const addCase = async (file, text) => {
    const content = figuresIn(text);
    if (content) {
      await addFigures(file, content);
      return;
    }
    forgetEarlier(file);
    if (entries.length >= MOST) refuse(file, `This list has ${MOST.toLocaleString("en-GB")} cases already. Close some files first.`);
    else entries.push({ id: (numbered += 1), file, text, row: null, columns: [], reply: null, asked: "" });
  };

  /** Read one file, or say why it cannot be read. @param {Opened} file @param {File} given */
  const addFile = async (file, given) => {
    const isTable = /\.csv$/i.test(file.name);
    if (!isTable && !/\.json$/i.test(file.name)) {
      refuse(file, /\.(xlsx?|ods)$/i.test(file.name) ? "Save this table as CSV UTF-8, and open that." : "Neither a case or figures file (.json) nor a table (.csv).");
      return;
    }
    if (given.size > LARGEST[isTable ? "table" : "case"]) {
      refuse(file, isTable ? "This table is too large; cut it into several." : "This file is too large to be a case file.");
      return;
    }
    let text;
    try {
      text = await given.text();
    } catch {
      refuse(file, "The browser could not read this file; it may have been moved, or be a folder.");
      return;
    }
    try {
      if (isTable) await addTable(file, text);
      else await addCase(file, text);
    } catch (error) {
      refuse(file, `${error instanceof Error ? error.message : String(error)} Open this file again.`);
    }
  };

  /** Read files one by one, for as long as they are wanted; those that are not any more are listed as not opened.
   * @param {File[]} files @param {(done: number) => void} progress @param {() => boolean} wanted */
  const add = async (files, progress, wanted) => {
    together += 1;
    const now = together;
    for (const [number, each] of files.entries()) {
      const file = { name: each.name, together: now };
      if (wanted()) {
        progress(number);
        await addFile(file, each);
      } else refuse(file, "It was not opened: the work was cancelled before.");
    }
  };

  const clear = () => {
    entries = [];
    unreadFiles = [];
    replaced = [];
    figures = [];
  };

  /** What two cases share that are one: reference and edition, or the whole text of a file without a reference. @param {Entry} entry @param {CaseReply} reply */
  const keyOf = (entry, reply) => (reply.reference ? `${reply.edition} ${reply.reference}` : (entry.text ?? ""));

  /** The cases that were read, each once: of two in different files the one saved last stands, or else the one opened last.
   * @param {Say} say @returns {{ kept: { entry: Entry, reply: CaseReply }[], gone: string[] }} */
  const merged = (say) => {
    /** @type {Map<string, { entry: Entry, reply: CaseReply }[]>} */
    const byKey = new Map();
    const gone = [];
    for (const entry of entries) {
      const { reply } = entry;
      if (!reply || "errors" in reply) continue;
      const key = keyOf(entry, reply);
      const before = byKey.get(key);
      const new_ = { entry, reply };
      if (!before || before[0].entry.file === entry.file) {
        byKey.set(key, [...(before ?? []), new_]);
        continue;
      }
      const [old] = before;
      const oldStands = old.reply.saved && reply.saved && old.reply.saved > reply.saved;
      /** @param {typeof old} each */
      const told = (each) => `${each.entry.file.name}${each.reply.line ? `, line ${each.reply.line}` : ""}${each.reply.saved ? `, saved on ${say(each.reply.saved)}` : ""}`;
      for (const each of oldStands ? [new_] : before) gone.push(`${reply.reference ?? reply.guidance}: ${told(each)} gave way to ${told(oldStands ? old : new_)}`);
      if (!oldStands) byKey.set(key, [new_]);
    }
    return { kept: [...byKey.values()].flat(), gone: [...replaced, ...gone] };
  };

  /** Everything that could not be read, in the order in which it was opened. @returns {Unread[]} */
  const unread = () => [
    ...unreadFiles,
    ...entries.flatMap((entry) => (entry.reply && "errors" in entry.reply
      ? [{ file: entry.file.name, line: entry.reply.line, name: entry.reply.reference ?? "", why: `${entry.reply.errors.map((error) => error.message).join(". ")}.` }]
      : [])),
  ];

  return { add, clear, merged, unread, removeFigures, figures: () => figures, entries: () => entries, isEmpty: () => !entries.length && !unreadFiles.length && !figures.length };
})();
