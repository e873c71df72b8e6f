// Starts the payload that lies in a folder as the page's worker starts it: `started(folder)` gives its Python.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { beginningWith, restore } from "../../stages/release/runtime/memory.mjs";

const words = (file) => new Uint32Array(new Uint8Array(readFileSync(file)).buffer);

export const started = async (folder) => {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const kept = words(`${folder}/memory`);
  const whole = new Uint32Array(kept[0]);
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const memory = made.instance?.exports.memory; // Pyodide asks for something smaller first
    if (memory) restore(kept, memory, whole);
    return made;
  };
  const { default: createModule } = await import(pathToFileURL(`${folder}/pyodide.asm.mjs`).href);
  return loadPyodide({
    ...beginningWith(createModule, Promise.resolve(kept), Promise.resolve(whole)),
    indexURL: folder,
    lockFileContents: JSON.parse(readFileSync(`${folder}/lock.json`, "utf8")),
    packageCacheDir: folder,
  });
};
