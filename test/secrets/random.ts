/** Random numbers of a seed, the same on every machine, and texts of sets of characters. */
export interface Random {
  readonly below: (count: number) => number;
  readonly of: <T>(items: readonly T[]) => T;
  /** Fills a form: `{a:8}` is eight of a set. */
  readonly fill: (form: string) => string;
  /** Letters and a figure at least. */
  readonly password: (length: number) => string;
  readonly bytes: (count: number) => Buffer;
}

const DIGITS = '0123456789';
const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const LARGE = SMALL.toUpperCase();
/** By the letter that forms name them with. */
const SETS: Readonly<Record<string, string>> = {
  d: DIGITS,
  h: `${DIGITS}abcdef`,
  H: `${DIGITS}ABCDEF`,
  a: SMALL,
  A: LARGE,
  l: SMALL + LARGE,
  n: SMALL + DIGITS,
  N: LARGE + DIGITS,
  x: SMALL + LARGE + DIGITS,
  u: `${SMALL}${LARGE}${DIGITS}-_`,
  b: `${SMALL}${LARGE}${DIGITS}+/`,
  t: `${LARGE}234567`,
  P: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L',
  s: `${SMALL}234567`,
};

/** mulberry32, of the public domain. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const of = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const some = (set: string, count: number): string => Array.from({ length: count }, () => set[below(set.length)]).join('');
  const fill = (form: string): string =>
    form.replace(/\{(\w):(\d+)\}|\{uuid\}/g, (all, set?: string, count?: string) => (set === undefined ? [8, 4, 4, 4, 12].map((length) => some(SETS['h'] ?? '', length)).join('-') : some(SETS[set] ?? all, Number(count))));
  return { below, of, fill, password: (length) => `${fill('{l:2}{d:1}')}${some(SETS['x'] ?? '', length - 3)}`, bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))) };
}
