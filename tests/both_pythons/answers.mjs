// Puts questions, one a line as JSON text, to the shipped payload; prints what tests/both_pythons/natively.py prints, and
// writes the answers themselves too if it is told where. It also says which modules were looked for meanwhile.
// Usage: node answers.mjs <engine> <questions.jsonl> [<answers.jsonl>]
import { createHash } from "node:crypto";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { started } from "./started.mjs";

const BLOCK = 1000;
const [folder, asked, told] = process.argv.slice(2);

// Hears of every module that is looked for, and finds none: what answers is loaded, or a page could not answer.
const HEAR_IMPORTS = `
import sys
class _Hears:
    heard = []
    def find_spec(self, name, path=None, target=None):
        self.heard.append(name)
sys.meta_path.insert(0, _Hears())`;

const run = async () => {
  const python = await started(folder);
  python.runPython(HEAR_IMPORTS);
  const { answer } = python.pyimport("calculators.answer");
  const version = python.runPython("import sys; '.'.join(map(str, sys.version_info[:3]))");
  const out = told ? openSync(told, "w") : null;
  const whole = createHash("sha256");
  const blocks = [];
  let block = createHash("sha256");
  let [number, refused, faults] = [0, 0, 0];
  for await (const line of createInterface({ input: createReadStream(asked, "utf8"), crlfDelay: Infinity })) {
    const reply = `${answer(JSON.parse(line))}\n`;
    whole.update(reply);
    block.update(reply);
    number += 1;
    refused += reply.includes('"errors"') ? 1 : 0;
    faults += reply.includes("a fault of its own") ? 1 : 0;
    if (out !== null) writeSync(out, reply);
    if (number % BLOCK === 0) {
      blocks.push(block.digest("hex"));
      block = createHash("sha256");
    }
  }
  if (number % BLOCK) blocks.push(block.digest("hex"));
  if (out !== null) closeSync(out);
  console.log(JSON.stringify({ version, number, refused, faults, sha256: whole.digest("hex"), blocks, imported: python.runPython("_Hears.heard").toJs() }));
};
await run().catch((error) => { // the message alone: Node would print the whole of Pyodide's one line with it
  console.error(error.message);
  process.exitCode = 1;
});
