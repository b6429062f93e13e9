/** When products reach the end of their life: language runtimes, engines, operating systems, managed versions. */
import { eolAsOf, eolRows } from './eol-data.js';

/** An ISO date, or true or false where the source gives no date: it has ended, it has not. */
export type End = string | boolean;

export interface EndOfLife {
  readonly product: string;
  /** The release line that the version belongs to. */
  readonly cycle: string;
  /** Standard support, security fixes included, ends. For aws-lambda: when the runtime can no longer be updated to (see `support`). */
  readonly eol: End;
  /** Active support ends. For aws-lambda: the deprecation date, after which AWS no longer patches the runtime. */
  readonly support?: End;
  /** Paid or extended support ends. */
  readonly extended?: End;
  /** Security patches end without extra pay: what a check of patch state asks for. */
  readonly patchesEnd: End;
  readonly reference: string;
}

export { eolAsOf };

/** Products whose cycles are exact names, not version prefixes. */
const exactNames = new Set(['aws-lambda']);
/** Products whose active support is what ends the patches. */
const patchesEndWithSupport = new Set(['aws-lambda']);
/** Products whose extended support is for everyone, without pay: https://wiki.debian.org/LTS. */
const patchesEndWithExtended = new Set(['debian']);

const parsed = new Map<string, readonly EndOfLife[]>();

/** The products that the table knows. */
export const eolProducts = (): readonly string[] => Object.keys(eolRows);

/** All release lines of a product, newest first; empty for an unknown product. */
export function releaseLines(product: string): readonly EndOfLife[] {
  const found = parsed.get(product);
  if (found !== undefined) return found;
  const text = Object.hasOwn(eolRows, product) ? eolRows[product]! : '';
  const lines = text === '' ? [] : text.split('\n').map((row) => readRow(product, row));
  parsed.set(product, lines);
  return lines;
}

/**
 * The release line of a version: `16.3` belongs to `16`, `8.0.35` to `8.0.35` where that has a line of its own, else `8.0`.
 * Undefined when the table has none: then nothing is known, not "supported".
 */
export function endOfLife(product: string, version: string): EndOfLife | undefined {
  const exact = exactNames.has(product);
  let best: EndOfLife | undefined;
  for (const line of releaseLines(product)) {
    const fits = version === line.cycle || (!exact && version.startsWith(line.cycle) && /[.\-_+ ]/.test(version[line.cycle.length]!));
    if (fits && line.cycle.length > (best?.cycle.length ?? -1)) best = line;
  }
  return best;
}

/** Whether an end has come by a day (ISO date). */
export const hasEnded = (end: End, day: string): boolean => (typeof end === 'boolean' ? end : end <= day.slice(0, 10));

function readRow(product: string, row: string): EndOfLife {
  const [cycle, eol, support, extended] = row.split('|');
  const last = readEnd(eol) ?? false;
  const active = readEnd(support);
  return {
    product,
    cycle: cycle ?? '',
    eol: last,
    support: active,
    extended: readEnd(extended),
    patchesEnd: patchesEndWithSupport.has(product) ? (active ?? last) : patchesEndWithExtended.has(product) ? (readEnd(extended) ?? last) : last,
    reference: `https://endoflife.date/${product}`,
  };
}

const readEnd = (text: string | undefined): End | undefined => (text === undefined || text === '' ? undefined : text === 'true' ? true : text === 'false' ? false : text);
