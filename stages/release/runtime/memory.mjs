// Python's memory once the calculators are loaded, as Pyodide hands it out: a head of its own, then the whole memory.
// Most of it is empty, or stands there as soon as WebAssembly does. Kept, in words of four bytes: how many there are in all, and in
// the head; how many pages can hold something from the beginning; how many differ now; their numbers; the head; the differences.

const PAGE = 1024; // words
const GROWN_BY = 16 * PAGE; // WebAssembly's own page

/** @param {Uint32Array} words @param {number} number */
const page = (words, number) => words.subarray(number * PAGE, (number + 1) * PAGE);

/** Keep what differs of the memory in `whole`, whose head has `head` words, from what it was when WebAssembly stood.
 * @param {Uint32Array} whole @param {number} head @param {Uint32Array} begun @returns {Uint32Array} */
export const packed = (whole, head, begun) => {
  const memory = whole.subarray(head);
  const before = new Uint32Array(memory.length);
  before.set(begun);
  const numbers = [...Array(memory.length / PAGE).keys()];
  const filled = Math.max(0, ...numbers.filter((number) => page(before, number).some(Boolean)).map((number) => number + 1));
  const changed = memory.map((word, at) => word ^ before[at]);
  const differ = numbers.filter((number) => page(changed, number).some(Boolean));
  const differences = differ.flatMap((number) => [...page(changed, number)]);
  return new Uint32Array([whole.length, head, filled, differ.length, ...differ, ...whole.subarray(0, head), ...differences]);
};

/** Lay what was kept into `whole`, which is empty and as long as it was; `memory` is as it is when WebAssembly stands, and grows as then.
 * @param {Uint32Array} kept @param {WebAssembly.Memory} memory @param {Uint32Array} whole */
export const lay = (kept, memory, whole) => {
  const [all, head, filled, pages] = kept;
  const missing = all - head - memory.buffer.byteLength / 4;
  if (missing > 0) memory.grow(missing / GROWN_BY);
  const now = whole.subarray(head);
  now.set(new Uint32Array(memory.buffer, 0, filled * PAGE));
  let from = 4 + pages + head;
  whole.set(kept.subarray(4 + pages, from));
  for (const number of kept.subarray(4, 4 + pages)) {
    for (let at = number * PAGE; at < (number + 1) * PAGE; at += 1, from += 1) now[at] ^= kept[from];
  }
};
