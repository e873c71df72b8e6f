// Starts the payload that lies in a folder as the page's worker starts it: `started(folder, environment)` gives its Python.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const WHEEL = "/lib/calculators.whl"; // where the page's worker puts it

export const started = async (folder, environment = {}) => {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const lock = JSON.parse(readFileSync(`${folder}/lock.json`, "utf8"));
  return loadPyodide({
    indexURL: folder, stdLibURL: `${folder}/library.zip`, lockFileContents: lock, packageCacheDir: folder,
    fsInit: async (files) => files.writeFile(WHEEL, readFileSync(`${folder}/${lock.packages["uk-case-review-guide"].file_name}`)),
    env: { PYTHONHASHSEED: "0", PYTHONPATH: WHEEL, ...environment } });
};
