// Compresses inside Pyodide, whose zlib is pinned: each system's own may give other bytes for the same file.
// Usage: node compress.mjs <pyodide> gzip|zip <file …>   beside each file comes its .gz, or, of a stored zip, its .deflated
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => { // the message alone: Node would print the whole of Pyodide's one line with it
  console.error(error.message ?? error);
  process.exitCode = 1;
});
const WAYS = {
  gzip: ["gz", "import gzip\ngzip.compress(data, mtime=0)"],
  zip: [
    "deflated",
    `
import io, zipfile
out = io.BytesIO()
with zipfile.ZipFile(io.BytesIO(data)) as stored, zipfile.ZipFile(out, "w") as packed:
    for file in stored.infolist():
        packed.writestr(file, stored.read(file), zipfile.ZIP_DEFLATED, 9)
out.getvalue()`,
  ],
};
const [pyodideFolder, way, ...files] = process.argv.slice(2);
const [ending, code] = WAYS[way];
const { loadPyodide } = await import(pathToFileURL(join(pyodideFolder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: pyodideFolder, env: { PYTHONHASHSEED: "0" } });
for (const file of files) {
  python.FS.writeFile("/tmp/data", readFileSync(file));
  python.runPython('from pathlib import Path\ndata = Path("/tmp/data").read_bytes()');
  writeFileSync(`${file}.${ending}`, python.runPython(code).toJs());
}
