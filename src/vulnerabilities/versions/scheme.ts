/** What all version grammars share. */

/** How an ecosystem orders its versions. */
export interface VersionScheme {
  /** Below, at or above zero as `a` is older than, the same as or newer than `b`; undefined when one of them is no version of the ecosystem. */
  readonly compare: (a: string, b: string) => number | undefined;
  readonly valid: (version: string) => boolean;
}

/** A few texts are compared with many: each is taken apart once. Bounded, as they are input. */
const MOST_REMEMBERED = 4096;
/** No ecosystem writes longer ones; a longer text is not taken apart at all. */
const LONGEST = 512;

/** `parse` gives undefined for what is no version; `compare` must be a total order over what it gives. */
export function scheme<T extends object>(parse: (text: string) => T | undefined, compare: (a: T, b: T) => number): VersionScheme {
  const known = new Map<string, T | undefined>();
  const read = (text: string): T | undefined => {
    if (text.length > LONGEST) return undefined;
    if (known.has(text)) return known.get(text);
    const made = parse(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, made);
    return made;
  };
  return {
    compare: (a, b) => {
      const left = read(a);
      const right = read(b);
      return left === undefined || right === undefined ? undefined : compare(left, right);
    },
    valid: (version) => read(version) !== undefined,
  };
}

/** Whole numbers of any length, as digits. */
export function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareTexts(left, right);
}

/** By code units, which is the byte order of ASCII. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first difference of two lists, the shorter filled up with `pad`. */
export function compareLists<T>(a: readonly T[], b: readonly T[], pad: T, compare: (x: T, y: T) => number): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = compare(a[i] ?? pad, b[i] ?? pad);
    if (difference !== 0) return difference;
  }
  return 0;
}
