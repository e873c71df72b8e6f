// Starts Python under Node as the page would, with the calculators loaded and used once, and keeps its memory: the page begins there.
// The same files must give the same bytes in every place and at every moment, so what could tell those apart is held still.
// Usage: node snapshot.mjs <pyodide> <what build.mjs made> <our wheel's name>
import nodeCrypto from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packed } from "./memory.mjs";

process.on("uncaughtException", (error) => { // the message alone: Node would print the whole of Pyodide's one line with it
  console.error(error.message ?? error);
  process.exitCode = 1;
});
const [pyodideFolder, folder, ours] = process.argv.splice(1).slice(1); // or Python would know this script's path

const MOMENT = Date.UTC(1980, 0, 1);
process.env.TZ = "UTC";
performance.now = () => 0;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [MOMENT]));
  }
  static now() {
    return MOMENT;
  }
};
nodeCrypto.randomFillSync = crypto.getRandomValues = (view) => {
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(1);
  return view;
};

let begun = new Uint32Array();
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  const memory = made.instance?.exports.memory;
  if (memory) begun = new Uint32Array(memory.buffer.slice(0));
  return made;
};

const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const WHEEL = "/lib/calculators.whl";
const python = await loadPyodide({
  indexURL: pyodideFolder,
  stdLibURL: join(folder, "library.zip"),
  lockFileContents: JSON.parse(readFileSync(join(folder, "lock.json"), "utf8")),
  fsInit: async (files) => files.writeFile(WHEEL, readFileSync(join(folder, ours))),
  env: { PYTHONHASHSEED: "0", PYTHONPATH: WHEEL, LANG: "en_GB.UTF-8" },
  _makeSnapshot: true,
});
const exercise = readFileSync(new URL("exercise.py", import.meta.url), "utf8");
python.runPython(`${exercise}\nexercise()`, { globals: python.toPy({}) });
python.runPython("__import__('gc').collect()");
const snapshot = python.makeMemorySnapshot();
const whole = new Uint32Array(snapshot.buffer);
const kept = packed(whole, whole[1] / 4, begun); // its second word says where the memory begins
writeFileSync(join(folder, "snapshot.part"), new Uint8Array(kept.buffer));
renameSync(join(folder, "snapshot.part"), join(folder, "snapshot")); // or half of one would be taken for whole
