// Runs Pyodide under Node at build time: compile the wheel, install it with micropip, freeze the lock, then boot again
// as the page does and trim the library to what was used. Usage: node build.mjs <pyodide> <micropip.whl> <wheel> <out>
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodideFolder, micropipWheel, wheel, out] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const inside = readFileSync(new URL("inside.py", import.meta.url), "utf8");
const quiet = { messageCallback: () => {} };
const env = { PYTHONHASHSEED: "0" };

const first = await loadPyodide({ indexURL: pyodideFolder, env });
const name = basename(wheel);
first.FS.writeFile(`/tmp/${name}`, readFileSync(wheel));
first.runPython(inside);
const compiled = first.runPython(`compiled_wheel("/tmp/${name}")`).toJs();
first.FS.writeFile(`/tmp/${name}`, compiled);
await first.loadPackage(pathToFileURL(micropipWheel).href, quiet);
const lock = JSON.parse(
  await first.runPythonAsync(`
import micropip
await micropip.install("emfs:/tmp/${name}", deps=False)
micropip.freeze()
`),
);
const ours = Object.entries(lock.packages).filter(([, entry]) => entry.file_name.startsWith("emfs:"));
for (const [, entry] of ours) entry.file_name = basename(entry.file_name);
const frozen = { info: lock.info, packages: Object.fromEntries(ours) };

// The page's way in: our own lock, our wheel by loadPackage, nothing else. What this leaves loaded is what the page needs.
writeFileSync(join(out, name), compiled);
writeFileSync(join(out, "lock.json"), JSON.stringify(frozen));
const second = await loadPyodide({
  indexURL: pyodideFolder,
  env,
  lockFileContents: JSON.parse(JSON.stringify(frozen)),
  packageBaseUrl: pathToFileURL(out).href + "/",
});
await second.loadPackage(ours.map(([packageName]) => packageName), quiet);
second.runPython(inside);
writeFileSync(join(out, "library.zip"), second.runPython("trimmed_library()").toJs());
