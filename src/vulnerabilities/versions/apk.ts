/**
 * Alpine, Wolfi and Chainguard: `number{.number}…{letter}{_suffix{number}}…{~hash}{-r#}`.
 * apk-package(5), "version"; the ordering of what is left out follows apk-tools: what goes on is newer, unless it goes on with a
 * suffix of a pre-release; a number with a leading zero, not being the first, is compared as text.
 */
import { compareDigits, compareTexts, scheme } from './scheme.js';

const suffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];
const NONE = suffixes.indexOf('');

/** Later kinds are older where two versions part: `1.0.1` is newer than `1.0a`, that is newer than `1.0_p1`. */
const kinds = ['first', 'number', 'letter', 'suffix', 'suffixNumber', 'hash', 'revision', 'end'] as const;
interface Token {
  readonly kind: (typeof kinds)[number];
  readonly text: string;
}
const END: Token = { kind: 'end', text: '' };

function parse(text: string): readonly Token[] | undefined {
  const [, numbers, letter = '', tail = '', hash, revision] = /^(\d+(?:\.\d+)*)([a-z]?)((?:_[a-z]+\d*)*)(?:~([0-9a-f]+))?(?:-r(\d+))?$/.exec(text.trim()) ?? [];
  if (numbers === undefined) return undefined;
  const tokens: Token[] = numbers.split('.').map((number, i) => ({ kind: i === 0 ? 'first' : 'number', text: number }));
  if (letter !== '') tokens.push({ kind: 'letter', text: letter });
  for (const [, name = '', number = ''] of tail.matchAll(/_([a-z]+)(\d*)/g)) {
    if (!suffixes.includes(name)) return undefined;
    tokens.push({ kind: 'suffix', text: name });
    if (number !== '') tokens.push({ kind: 'suffixNumber', text: number });
  }
  if (hash !== undefined) tokens.push({ kind: 'hash', text: hash });
  if (revision !== undefined) tokens.push({ kind: 'revision', text: revision });
  return tokens;
}

function compare(a: readonly Token[], b: readonly Token[]): number {
  for (let i = 0; ; i++) {
    const left = a[i] ?? END;
    const right = b[i] ?? END;
    if (left.kind === 'end' && right.kind === 'end') return 0;
    if (left.kind !== right.kind) {
      if (isEarly(left)) return -1;
      if (isEarly(right)) return 1;
      return kinds.indexOf(right.kind) - kinds.indexOf(left.kind);
    }
    const difference = order[left.kind](left.text, right.text);
    if (difference !== 0) return difference;
  }
}

const isEarly = ({ kind, text }: Token): boolean => kind === 'suffix' && suffixes.indexOf(text) < NONE;

const order: Readonly<Record<Token['kind'], (a: string, b: string) => number>> = {
  first: compareDigits,
  number: (a, b) => (a.startsWith('0') || b.startsWith('0') ? compareTexts(a, b) : compareDigits(a, b)),
  letter: compareTexts,
  suffix: (a, b) => suffixes.indexOf(a) - suffixes.indexOf(b),
  suffixNumber: compareDigits,
  hash: compareTexts,
  revision: compareDigits,
  end: () => 0,
};

export const apk = scheme(parse, compare);
