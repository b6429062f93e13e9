/** Patterns with `*` and `?`, matched without backtracking, and three-valued where a part of the pattern is not known. */
import type { Truth } from '../model/index.js';
import type { PolicyText, PolicyTexts } from './policy.js';

/** Whether a wholly known pattern covers a text. Greedy with one point to return to: linear in practice, never exponential. */
export function globMatches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const c = pattern[p];
    if (c === '*') {
      star = p++;
      mark = t;
    } else if (c !== undefined && (c === '?' || c === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** The text of a pattern that is wholly known. */
export const knownText = ({ parts }: PolicyText): string | undefined => (parts.length === 0 ? '' : parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : undefined);

/** The pattern with every unknown part as `*`: whatever it really covers, this covers too. */
export const widest = ({ parts }: PolicyText): string => parts.map((part) => (typeof part === 'string' ? part : '*')).join('');

/** Patterns of actions in lower case; null for one that is not known. Many checks ask of each. */
const lowered = new WeakMap<PolicyText, string | null>();

/** Whether a pattern of actions covers one; actions do not tell case. */
export function coversAction(pattern: PolicyText, action: string): Truth {
  let lower = lowered.get(pattern);
  if (lower === undefined) lowered.set(pattern, (lower = knownText(pattern)?.toLowerCase() ?? null));
  if (lower !== null) return globMatches(lower, action.toLowerCase());
  return globMatches(widest(pattern).toLowerCase(), action.toLowerCase()) ? 'unknown' : false;
}

/** Whether some of the patterns covers it; an open list that does not is unknown. */
export function someCover({ values, open }: PolicyTexts, covers: (pattern: PolicyText) => Truth): Truth {
  let answer: Truth = open === undefined ? false : 'unknown';
  for (const value of values) {
    const one = covers(value);
    if (one === true) return true;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** Whether a pattern of resources covers every resource: `*`, `arn:*`, `arn:aws:*:*:*:*` and their like. */
export function coversEverything(pattern: PolicyText): Truth {
  const known = knownText(pattern);
  const test = (text: string): boolean => /^\*+$/.test(text) || /^arn:(\*|aws[a-z-]*):\*(:\*){0,3}(:\*+(\/\*+)?)?$/.test(text) || text === 'arn:*';
  if (known !== undefined) return test(known);
  // A partition that is not known is still one partition: `arn:${partition}:*:*:*:*`.
  return test(pattern.parts.map((part) => (typeof part === 'string' ? part : part !== null && /partition/i.test(`${part.address}.${part.attribute}`) ? 'aws' : '\u0000')).join('')) ? true : pattern.parts.every((part) => part === null) ? 'unknown' : false;
}
