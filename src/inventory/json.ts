/** JSON of lockfiles: no positions are needed of its values, and it may be large. */

export type Plain = Readonly<Record<string, unknown>>;

export function parsed(bytes: Buffer): { readonly value: unknown } | { readonly problem: string } {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    return { value: JSON.parse(bytes.toString('utf8', start)) };
  } catch (error) {
    // Node quotes the text that it stumbles over, which may be anything.
    return { problem: `is no valid JSON${error instanceof RangeError ? ': it is nested too deep' : ''}` };
  }
}

/** An object, else an empty one. Own keys alone: `__proto__` of JSON is a key like any other. */
export const plain = (value: unknown): Plain => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Plain) : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] => Object.entries(plain(value));

/** The line of each key that opens an object (`"node_modules/a": {`), the first of its name. */
export function keyLines(bytes: Buffer): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const stop = end < 0 ? bytes.length : end;
    number++;
    // Lines of a file without line breaks are not worth looking into.
    if (stop - at < 2000) {
      const match = /^\s*"((?:[^"\\]|\\.)*)"\s*:\s*[{[]/.exec(bytes.toString('utf8', at, stop));
      if (match !== null && !found.has(match[1]!)) found.set(match[1]!, number);
    }
    at = stop + 1;
  }
  return found;
}
