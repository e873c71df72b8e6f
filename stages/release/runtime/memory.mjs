// Python's memory once the calculators are loaded: kept at build time, and put back in the page.
//
// Pyodide hands it out, and takes it back, as a whole: a head of its own, then all that WebAssembly holds. Most of that is empty, or
// is there as soon as WebAssembly is. So only blocks of four kilobytes that differ are kept, each word XOR what was there:
//
//   words of the whole │ of its head │ blocks there from the beginning │ n, blocks that differ │ n numbers │ the head │ n blocks

const BLOCK = 1024; // words of four bytes
const GROWTH = 16 * BLOCK; // by so many words WebAssembly's memory grows at least

/** @param {Uint32Array} words @param {number} number */
const block = (words, number) => words.subarray(number * BLOCK, (number + 1) * BLOCK);

/** Keep a whole whose head has `head` words; `begun` is what WebAssembly held when it stood.
 * @param {Uint32Array} whole @param {number} head @param {Uint32Array} begun @returns {Uint32Array} */
export const packed = (whole, head, begun) => {
  const held = whole.subarray(head);
  const before = new Uint32Array(held.length);
  before.set(begun);
  const numbers = [...Array(held.length / BLOCK).keys()];
  const there = Math.max(0, ...numbers.filter((number) => block(before, number).some(Boolean)).map((number) => number + 1));
  const changed = held.map((word, at) => word ^ before[at]);
  const differ = numbers.filter((number) => block(changed, number).some(Boolean));
  const differences = differ.flatMap((number) => [...block(changed, number)]);
  return new Uint32Array([whole.length, head, there, differ.length, ...differ, ...whole.subarray(0, head), ...differences]);
};

/** Fill `whole`, which is empty, as it was; `memory` is WebAssembly's, just begun, which grows as it had grown.
 * @param {Uint32Array} kept @param {WebAssembly.Memory} memory @param {Uint32Array} whole */
export const restore = (kept, memory, whole) => {
  const [all, head, there, differ] = kept;
  if (whole.length !== all) throw new Error(`room for ${whole.length} words was made, and ${all} are kept`);
  const missing = all - head - memory.buffer.byteLength / 4;
  if (missing > 0) memory.grow(missing / GROWTH);
  const held = whole.subarray(head);
  held.set(new Uint32Array(memory.buffer, 0, there * BLOCK));
  let from = 4 + differ + head;
  whole.set(kept.subarray(4 + differ, from));
  for (const number of kept.subarray(4, 4 + differ)) {
    for (let at = number * BLOCK; at < (number + 1) * BLOCK; at += 1, from += 1) held[at] ^= kept[from];
  }
};

/** The one word that hangs on the browser: the trampoline through which Python calls functions, which some browsers do not know and
 * on others has faults. What Pyodide has just put there for this browser stays.
 * @param {Uint32Array} kept @param {any} made Pyodide's module, before the whole is put back @param {Uint32Array} whole */
const keepTrampoline = (kept, made, whole) => {
  const at = (made.__PyRuntime + made.HEAPU32[made.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4]) / 4;
  whole[kept[1] + at] = made.HEAPU32[at];
};

/** What `loadPyodide` is told so that Python begins with the memory: `kept` and `whole` may still be on their way.
 * @param {(settings: any) => Promise<any>} createModule Pyodide's own
 * @param {Promise<Uint32Array>} kept @param {Promise<Uint32Array>} whole filled by `restore` before it is read */
export const beginningWith = (createModule, kept, whole) => ({
  createPyodideModule: async (/** @type {any} */ settings) => {
    const made = await createModule(settings);
    keepTrampoline(await kept, made, await whole);
    return made;
  },
  _loadSnapshot: whole.then(({ buffer }) => new Uint8Array(buffer)),
});
