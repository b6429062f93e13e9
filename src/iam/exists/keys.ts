/** A value of one context key that makes some conditions hold and others not. */
import { cidr, dateOf, holdsFor, numberOf, operatorOf, takesVariables, type Operator } from '../conditions.js';
import { knownText } from '../match.js';
import { compile, globPattern, matchesPattern, substitute, type Pattern, type VariableLookup } from '../pattern.js';
import type { PolicyCondition } from '../policy.js';
import type { KeyValue } from '../request.js';
import type { Domain } from './domain.js';
import { formsOfPatterns, shortestWord, type Form } from './words.js';

export interface Constraint {
  readonly condition: PolicyCondition;
  /** The condition's document has policy variables. */
  readonly variables: boolean;
  /** The condition must hold; otherwise it must not. */
  readonly want: boolean;
}

export interface KeyQuestion {
  readonly constraints: readonly Constraint[];
  readonly domain: Domain;
  /** Whether what only some are given or stand in counts as theirs. */
  readonly held: boolean;
  readonly lookup: VariableLookup;
}

/** A value, or why there is none: `exact` is false when some text could not be looked for. */
export type KeyAnswer = { readonly found: true; readonly value: KeyValue } | { readonly found: false; readonly exact: boolean };

export function solveKey(question: KeyQuestion): KeyAnswer {
  const { constraints, domain, lookup } = question;
  // What is not known errs towards a value: the witness is tried as a whole afterwards.
  const barred = domain.kind === 'pattern' && domain.except !== undefined ? domain.except.map(globPattern) : [];
  const fulfils = (value: KeyValue, some = constraints): boolean => !(Array.isArray(value) && value.some((one: string) => barred.some((pattern) => matchesPattern(pattern, one) === true))) && some.every(({ condition, variables, want }) => holdsFor(condition, value, variables, lookup) !== !want);
  const mayBeAbsent = domain.kind === 'absent' || (domain.kind === 'pattern' && domain.optional === true) || ((domain.kind === 'free' || domain.kind === 'held') && domain.always !== true);
  if (domain.kind === 'free' && domain.usual !== undefined && fulfils([domain.usual])) return { found: true, value: [domain.usual] };
  if (mayBeAbsent && fulfils(undefined)) return { found: true, value: undefined };
  if (domain.kind === 'absent') return { found: false, exact: true };
  if (domain.kind === 'fixed') return fulfils(domain.values) ? { found: true, value: domain.values } : { found: false, exact: true };
  const { values: all, exact } = candidates(question);
  const values = domain.kind === 'held' && domain.internet === true ? all.filter((value) => !PRIVATE.some((block) => inside(block, value))) : all;
  for (const value of values) if (fulfils([value])) return { found: true, value: [value] };
  // A key of several values: all that offend no single demand together satisfy every demand for one.
  if (constraints.some(({ condition }) => condition.quantifier !== undefined)) {
    const lone = constraints.filter(demandsOfEach);
    const together = values.filter((value) => fulfils([value], lone));
    if (together.length > 0 && fulfils(together)) return { found: true, value: together };
  }
  return { found: false, exact };
}

/** Whether the constraint is on every value, not for some value. Without a quantifier a negated operator asks every value. */
function demandsOfEach({ condition, want }: Constraint): boolean {
  const every = condition.quantifier === undefined ? operatorOf(condition)?.negated === true : condition.quantifier === 'ForAllValues';
  return every === want;
}

function candidates({ constraints, domain, held, lookup }: KeyQuestion): { readonly values: readonly string[]; readonly exact: boolean } {
  if (domain.kind === 'held' && !held) return ownValues(domain, constraints);
  const values = new Set<string>();
  let exact = true;
  const texts: Constraint[] = [];
  for (const constraint of constraints) {
    const operator = operatorOf(constraint.condition);
    if (operator === undefined) exact = false;
    else if (operator.family === 'string' || operator.family === 'arn' || operator.family === 'binary') texts.push(constraint);
    else for (const text of constraint.condition.values.values) for (const value of around(operator, knownText(text))) values.add(value);
  }
  const form = domain.kind === 'pattern' ? [globPattern(domain.glob)] : [];
  for (const together of groupsOf(texts)) {
    const ofText = textCandidates(together, form, lookup, domain.kind === 'pattern' ? (domain.except ?? []).map((glob) => ({ pattern: globPattern(glob) })) : []);
    for (const value of ofText.values) values.add(value);
    exact &&= ofText.exact;
  }
  if (values.size === 0) values.add(constraints.some(({ condition }) => operatorOf(condition)?.family === 'bool') ? 'true' : 'x');
  return { values: [...values], exact };
}

/** Constraints that one value must fulfil: all of them, or, of a key with several values, those on each and one that some value must meet. */
function groupsOf(constraints: readonly Constraint[]): readonly (readonly Constraint[])[] {
  if (!constraints.some(({ condition }) => condition.quantifier !== undefined)) return [constraints];
  const each = constraints.filter(demandsOfEach);
  const some = constraints.filter((constraint) => !demandsOfEach(constraint));
  return [constraints, each, ...some.map((one) => [...each, one])];
}

/** The edges of what a policy's value compares equal to, and a step beyond each. */
function around({ family }: Operator, text: string | undefined): readonly string[] {
  if (family === 'bool') return ['true', 'false'];
  if (text === undefined) return family === 'ip' ? [OUTSIDE[0]] : family === 'null' ? ['x'] : ['1'];
  switch (family) {
    case 'numeric': {
      const n = numberOf(text);
      return n === undefined ? [] : [n, n - 1, n + 1, n - 0.5, n + 0.5].map(String);
    }
    case 'date': {
      const t = dateOf(text);
      return t === undefined ? [] : [t, t - 1000, t + 1000].map((time) => new Date(time).toISOString());
    }
    case 'ip': {
      const range = cidr(text);
      if (range === undefined) return [];
      const max = range.family === 4 ? 0xffff_ffffn : (1n << 128n) - 1n;
      return [range.from, range.to, range.from + (range.to - range.from) / 2n, range.to + 1n, range.from - 1n].filter((n) => n >= 0n && n <= max).map((n) => addressText(n, range.family)).concat(OUTSIDE);
    }
    default:
      return ['x'];
  }
}

export function addressText(value: bigint, family: 4 | 6): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  return Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(':');
}

/** Somewhere on the internet: one address in every public block of a size that only everybody has, in each family. */
const OUTSIDE: readonly [string, ...string[]] = ['8.71.113.9', ...[45, 3, 81, 133, 150, 163, 175, 185, 195, 201, 212, 220, 23, 37, 52, 61, 69, 77, 90, 99, 104, 118, 125, 139, 144, 156, 168, 176, 188, 205, 217].map((octet) => `${octet}.71.113.9`), '2600:1f18::71', '2a05:d018::71'];

/** Blocks wider than this hold no one office or network. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
const WIDE = { 4: 8, 6: 32 } as const;

/** What anybody has of a key that only some hold the right value of. */
function ownValues(domain: Extract<Domain, { kind: 'held' }>, constraints: readonly Constraint[]): { readonly values: readonly string[]; readonly exact: boolean } {
  const own = domain.own === undefined ? [] : [domain.own];
  if (!constraints.some(({ condition }) => operatorOf(condition)?.family === 'ip')) return { values: own, exact: true };
  // From a wide block anybody may call; the addresses of a narrow one are not everybody's, wherever they happen to lie.
  const blocks = constraints.flatMap(({ condition, want }) => (operatorOf(condition)?.negated === want ? [] : condition.values.values.flatMap((text) => knownText(text) ?? [])));
  const [wide, narrow]: string[][] = [[], []];
  for (const block of blocks) {
    const range = cidr(block);
    if (range !== undefined) (range.to - range.from >= (range.family === 4 ? 1n << BigInt(32 - WIDE[4]) : 1n << BigInt(128 - WIDE[6])) - 1n ? wide : narrow)?.push(block);
  }
  const inNarrow = (address: string): boolean => (narrow ?? []).some((block) => inside(block, address));
  const near = (wide ?? []).flatMap((block) => publicPlaces(block));
  return { values: [...own, ...OUTSIDE, ...near].filter((address) => !inNarrow(address)), exact: true };
}

function inside(block: string, address: string): boolean {
  const [range, one] = [cidr(block), cidr(address)];
  return range !== undefined && one !== undefined && range.family === one.family && range.from <= one.from && one.to <= range.to;
}

/** Addresses spread over a wide block, those left out that nobody calls from. */
function publicPlaces(block: string): readonly string[] {
  const range = cidr(block);
  if (range === undefined) return [];
  const width = (range.to - range.from) / 16n;
  return Array.from({ length: 16 }, (_, i) => addressText(range.from + width * BigInt(i) + width / 2n, range.family)).filter((address) => !PRIVATE.some((one) => inside(one, address)));
}

const PRIVATE = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16', '224.0.0.0/3', 'fc00::/7', 'fe80::/10', '::/8'];

/** More choices than this among the values of several conditions are not all tried. */
const CHOICES = 128;

function textCandidates(constraints: readonly Constraint[], form: readonly Pattern[], lookup: VariableLookup, barred: readonly Form[]): { readonly values: readonly string[]; readonly exact: boolean } {
  if (constraints.length === 0 && form.length === 0) return { values: [], exact: true };
  const groups: Form[][] = [];
  const none: Form[] = [...barred];
  let exact = true;
  for (const { condition, variables, want } of constraints) {
    const operator = operatorOf(condition);
    if (operator === undefined) continue;
    const { ignoreCase } = operator;
    const positive = operator.negated !== want;
    const patterns = condition.values.values.flatMap((text): readonly Form[] => {
      const pattern = substitute(compile(text, { wild: operator.wild === true, variables: variables && takesVariables(operator) }), lookup);
      if (pattern === undefined) return [];
      // What may match more than is known is no reason to look elsewhere.
      return !positive && pattern.pieces.some(({ kind }) => kind === 'hole' || kind === 'variable') ? [] : [{ pattern, ignoreCase }];
    });
    if (positive) groups.push(condition.values.open === undefined ? patterns : [...patterns, { pattern: globPattern('*') }]);
    else none.push(...patterns);
  }
  const values = new Set<string>();
  const sets = choices(groups);
  if (groups.reduce((product, group) => product * Math.max(1, group.length), 1) > CHOICES) exact = false;
  for (const all of sets) {
    const word = shortestWord({ all: [...formsOfPatterns(form), ...all], none });
    if (word === 'budget') exact = false;
    else if (word !== undefined) values.add(word);
    // Of several patterns with stars one word need not satisfy operators that compare field by field.
    if (word !== undefined && constraints.some(({ condition }) => operatorOf(condition)?.family === 'arn') && all.length + none.length > 1) exact = false;
  }
  return { values: [...values], exact };
}

function choices(groups: readonly (readonly Form[])[]): readonly (readonly Form[])[] {
  let sets: (readonly Form[])[] = [[]];
  for (const group of groups) {
    const next: (readonly Form[])[] = [];
    for (const set of sets) for (const pattern of group) if (next.length < CHOICES) next.push([...set, pattern]);
    sets = next;
  }
  return sets;
}

