// Runs Pyodide under Node at build time: compile the wheels, install them with micropip, freeze the lock, then boot again
// and trim the library to what the calculators use. What only a calendar file needs is put apart, for later.
// Usage: node build.mjs <pyodide> <out> <micropip.whl> <our wheel> <wheels for exports …>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => { // the message alone: Node would print the whole of Pyodide's one line with it
  console.error(error.message ?? error);
  process.exitCode = 1;
});
const [pyodideFolder, out, micropipWheel, ...wheels] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const [exercise, inside] = ["exercise.py", "inside.py"].map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
const quiet = { messageCallback: () => {} };
const env = { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" }; // lines are enough for a fault: columns are a quarter of the bytes
mkdirSync(out, { recursive: true });

const first = await loadPyodide({ indexURL: pyodideFolder, env });
const paths = wheels.map((wheel) => `/tmp/${basename(wheel)}`);
paths.forEach((path, index) => first.FS.writeFile(path, readFileSync(wheels[index])));
first.runPython(exercise);
first.runPython(inside);
first.globals.set("wheels", first.toPy(paths));
first.runPython("compile_wheels(wheels, exercise_calendar)");
for (const path of paths) writeFileSync(join(out, basename(path)), first.FS.readFile(path));
// Unpacked from its bytes: loadPackage would open its address undecoded, and find no folder with a space or an umlaut.
first.unpackArchive(new Uint8Array(readFileSync(micropipWheel)), "wheel");
const lock = JSON.parse(
  await first.runPythonAsync(`
import micropip
await micropip.install([f"emfs:{wheel}" for wheel in wheels], deps=False)
micropip.freeze()
`),
);
const installed = Object.entries(lock.packages).filter(([, entry]) => entry.file_name.startsWith("emfs:"));
for (const [, entry] of installed) entry.file_name = basename(entry.file_name);
const frozen = { info: lock.info, packages: Object.fromEntries(installed) };
writeFileSync(join(out, "lock.json"), JSON.stringify(frozen));

// Our wheel imported as it lies, and used: what of the library that leaves loaded is what the page needs.
const [ours, ...others] = wheels.map((wheel) => basename(wheel));
const WHEEL = "/lib/calculators.whl";
const second = await loadPyodide({
  indexURL: pyodideFolder,
  env: { ...env, PYTHONPATH: WHEEL },
  lockFileContents: JSON.parse(JSON.stringify(frozen)),
  packageCacheDir: out,
  fsInit: async (files) => files.writeFile(WHEEL, readFileSync(join(out, ours))),
});
second.runPython(exercise);
second.runPython("import sys; exercise(); needed = set(sys.modules)");
second.runPython(inside);
const library = second.runPython("trimmed_library(needed)").toJs();
// And the page's way to a calendar: the other wheels on top, and what they load of the library beyond that.
const later = others.map((wheel) => installed.find(([, entry]) => entry.file_name === wheel)[0]);
await second.loadPackage(later, quiet);
writeFileSync(join(out, "exports.zip"), second.runPython("exercise_calendar(); trimmed_library(set(sys.modules) - needed)").toJs());
writeFileSync(join(out, "library.zip"), library);
