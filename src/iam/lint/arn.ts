/** Resource patterns of a policy against the documented ARNs of resource types. Where it is not sure, a pattern can match. */
import type { IamResourceType } from '../../schema/iam/index.js';
import { globMatches } from '../match.js';

/** Two patterns of more signs than this are taken to meet. */
const MOST_SIGNS = 40_000;

/** In a documented ARN: any text without a slash. */
const SLOT = '\u0001';

/** Whether some text is matched by both patterns, of which the second may have slots. */
export function globsMeet(a: string, b: string): boolean {
  if (!b.includes(SLOT)) {
    const wildA = /[*?]/.test(a);
    const wildB = /[*?]/.test(b);
    if (!wildA && !wildB) return a === b;
    if (!wildA) return globMatches(b, a);
    if (!wildB) return globMatches(a, b);
  }
  if (a.length * b.length > MOST_SIGNS) return true;
  // row[j]: whether the signs of `a` so far and the first j of `b` can have come from one text.
  let row = Array.from({ length: b.length + 1 }, () => false);
  row[0] = true;
  for (let j = 1; j <= b.length; j++) row[j] = row[j - 1] === true && (b[j - 1] === '*' || b[j - 1] === SLOT);
  for (let i = 1; i <= a.length; i++) {
    const signA = a[i - 1];
    const next = [row[0] === true && signA === '*'];
    for (let j = 1; j <= b.length; j++) {
      const signB = b[j - 1];
      if (signB === SLOT && signA !== '*') next.push(next[j - 1] === true || (signA !== '/' && (row[j] === true || row[j - 1] === true)));
      else if (signA === '*' || signB === '*') next.push(row[j] === true || next[j - 1] === true || row[j - 1] === true);
      else next.push(row[j - 1] === true && (signA === '?' || signB === '?' || signA === signB));
    }
    row = next;
  }
  return row[b.length] === true;
}

/** Parts that vary, policy variables and the parts of a documented ARN, as `*`. */
export const loosened = (text: string): string => text.replace(/\$\{[^}]*\}/g, '*');

/** Services that were renamed and take their resources under both names. https://docs.aws.amazon.com/dtconsole/latest/userguide/rename.html */
const renamed: Readonly<Record<string, string>> = { 'codestar-connections': 'codeconnections' };

/** `arn`, partition, service, region, account, and all the rest. */
export function segmentsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  if (parts.length < 6) return parts;
  const [head = '', partition = '', service = '', region = '', account = '', ...rest] = parts;
  return [head, partition, renamed[service] ?? service, region, account, rest.join(':')];
}

const templates = new WeakMap<IamResourceType, readonly (readonly string[])[]>();

function templatesOf(type: IamResourceType): readonly (readonly string[])[] {
  let found = templates.get(type);
  if (found === undefined) {
    // Most parts that vary may hold slashes (paths, keys); a bucket's and a table's name tell them from what lies in them.
    found = type.arns.map((arn) => segmentsOf(loosened(arn.replace(/\$\{(Bucket|Table)Name\}/g, SLOT))));
    templates.set(type, found);
  }
  return found;
}

/** Whether a pattern of resources, loosened and split, can name one of a type. */
export function canName(pattern: readonly string[], type: IamResourceType): boolean {
  // `arn:aws:s3*` runs over the colons.
  if (pattern.length < 6) return true;
  return templatesOf(type).some((template) => template.every((segment, i) => globsMeet(pattern[i] ?? '', segment)));
}
