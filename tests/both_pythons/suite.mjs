// Runs pytest in the shipped payload: its own Python, what is loaded of its library, and its calculators. Only what the runner needs
// beyond that comes from elsewhere, and stands behind it on the path.
// Usage: node suite.mjs <engine> <parts: JSON of what tests/both_pythons/inside.py is told>
import { readFileSync } from "node:fs";
import { started } from "./started.mjs";

const [folder, parts] = process.argv.slice(2);
const told = JSON.parse(parts);

const run = async () => {
  const python = await started(folder);
  for (const [place, from] of Object.entries(told.mounts)) {
    python.FS.mkdirTree(place);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: from }, place);
  }
  python.globals.set("parts", parts);
  python.runPython(readFileSync(new URL("inside.py", import.meta.url), "utf8"));
  console.log(`\nRESULT ${python.runPython("run()")}`);
};
await run().catch((error) => { // the message alone: Node would print the whole of Pyodide's one line with it
  console.error(error.message);
  process.exitCode = 1;
});
