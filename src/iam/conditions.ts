/**
 * One condition against a request's context.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import type { Truth } from '../model/index.js';
import { parseCidr, type Range } from '../network/index.js';
import { globMatches, knownText } from './match.js';
import { compile, matchesPattern, substitute, type Pattern, type VariableLookup } from './pattern.js';
import type { PolicyCondition, PolicyText } from './policy.js';
import type { KeyValue, RequestContext } from './request.js';
import { every3, not3, some3 } from './truth.js';

export type OperatorFamily = 'string' | 'arn' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'null';

export interface Operator {
  readonly family: OperatorFamily;
  readonly negated: boolean;
  readonly wild?: boolean;
  readonly ignoreCase?: boolean;
  /** How a request's number compares with the policy's. */
  readonly compare?: (request: number, policy: number) => boolean;
}

const equal = (a: number, b: number): boolean => a === b;
const numbers = (family: 'numeric' | 'date'): readonly (readonly [string, Operator])[] => {
  const name = family === 'numeric' ? 'numeric' : 'date';
  return [
    [`${name}equals`, { family, negated: false, compare: equal }],
    [`${name}notequals`, { family, negated: true, compare: equal }],
    [`${name}lessthan`, { family, negated: false, compare: (a, b) => a < b }],
    [`${name}lessthanequals`, { family, negated: false, compare: (a, b) => a <= b }],
    [`${name}greaterthan`, { family, negated: false, compare: (a, b) => a > b }],
    [`${name}greaterthanequals`, { family, negated: false, compare: (a, b) => a >= b }],
  ];
};

/** By lower-case name. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['stringequals', { family: 'string', negated: false }],
  ['stringnotequals', { family: 'string', negated: true }],
  ['stringequalsignorecase', { family: 'string', negated: false, ignoreCase: true }],
  ['stringnotequalsignorecase', { family: 'string', negated: true, ignoreCase: true }],
  ['stringlike', { family: 'string', negated: false, wild: true }],
  ['stringnotlike', { family: 'string', negated: true, wild: true }],
  ['arnequals', { family: 'arn', negated: false, wild: true }],
  ['arnlike', { family: 'arn', negated: false, wild: true }],
  ['arnnotequals', { family: 'arn', negated: true, wild: true }],
  ['arnnotlike', { family: 'arn', negated: true, wild: true }],
  ['bool', { family: 'bool', negated: false }],
  ['binaryequals', { family: 'binary', negated: false }],
  ['ipaddress', { family: 'ip', negated: false }],
  ['notipaddress', { family: 'ip', negated: true }],
  ['null', { family: 'null', negated: false }],
  ...numbers('numeric'),
  ...numbers('date'),
]);

export const operatorOf = ({ operator }: Pick<PolicyCondition, 'operator'>): Operator | undefined => operators.get(operator.toLowerCase());

/** Texts in which policy variables are allowed: those that are compared as text. */
export const takesVariables = ({ family }: Operator): boolean => family === 'string' || family === 'arn';

/** Whether a condition holds for a request. `variables`: the document is of version 2012-10-17. */
export function conditionHolds(condition: PolicyCondition, context: RequestContext, variables: boolean): Truth {
  return holdsFor(condition, context.get(condition.key), variables, (key) => single(context.get(key)));
}

export const single = (value: KeyValue): string | undefined | 'unknown' => (value === undefined || value === 'unknown' ? value : value.length === 1 ? value[0] : value.length === 0 ? undefined : 'unknown');

/** Whether a condition holds when its key has a value. */
export function holdsFor(condition: PolicyCondition, value: KeyValue, variables: boolean, lookup: VariableLookup): Truth {
  const operator = operatorOf(condition);
  // An operator that AWS does not know makes the document invalid: nothing can be said.
  if (operator === undefined) return 'unknown';
  const { values, open } = condition.values;
  if (operator.family === 'null') return isNull(condition, value);
  if (value === 'unknown') return 'unknown';
  const present = value !== undefined && value.length > 0;
  if (!present) {
    if (condition.quantifier === 'ForAllValues') return true;
    if (condition.ifExists) return true;
    if (condition.quantifier === 'ForAnyValue') return false;
    return operator.negated;
  }
  // A list of policy values is an OR, for a negated operator a NOR.
  const matchesOne = (one: string): Truth => {
    const found = some3(values, (text) => textHolds(operator, text, one, variables, lookup));
    const widened: Truth = found === false && open !== undefined ? 'unknown' : found;
    return operator.negated ? not3(widened) : widened;
  };
  if (condition.quantifier === 'ForAllValues') return every3(value, matchesOne);
  // Without a quantifier a key has one value; where a request has several, one that holds is enough, or for a negation all must.
  return condition.quantifier === 'ForAnyValue' || !operator.negated ? some3(value, matchesOne) : every3(value, matchesOne);
}

function isNull({ values: { values, open } }: PolicyCondition, value: KeyValue): Truth {
  const wanted = values.map((text) => knownText(text)?.toLowerCase());
  if (open !== undefined || wanted.includes(undefined)) return 'unknown';
  if (wanted.includes('true') && wanted.includes('false')) return true;
  if (value === 'unknown') return 'unknown';
  const absent = value === undefined || value.length === 0;
  return wanted.includes('true') ? absent : wanted.includes('false') ? !absent : false;
}

/** Whether one value of the policy matches one of the request, the operator's negation aside. */
export function textHolds(operator: Operator, text: PolicyText, one: string, variables: boolean, lookup: VariableLookup): Truth {
  switch (operator.family) {
    case 'string':
    case 'arn': {
      const pattern = substitute(compile(text, { wild: operator.wild === true, variables }), lookup);
      if (pattern === undefined) return false;
      return operator.family === 'arn' ? arnMatches(pattern, one) : matchesPattern(pattern, one, operator.ignoreCase);
    }
    case 'binary':
      return compared(text, (known) => known === one);
    case 'bool':
      return compared(text, (known) => known.toLowerCase() === one.toLowerCase());
    case 'ip':
      return compared(text, (known) => {
        const [block, address] = [cidr(known), cidr(one)];
        return block !== undefined && address !== undefined && block.family === address.family && block.from <= address.from && address.to <= block.to;
      });
    case 'numeric':
    case 'date': {
      const read = operator.family === 'numeric' ? numberOf : dateOf;
      return compared(text, (known) => {
        const [policy, request] = [read(known), read(one)];
        return policy !== undefined && request !== undefined && (operator.compare ?? equal)(request, policy);
      });
    }
    case 'null':
      return 'unknown';
  }
}

function compared(text: PolicyText, question: (known: string) => boolean): Truth {
  const known = knownText(text);
  return known === undefined ? 'unknown' : question(known);
}

const cidrs = new Map<string, Range | undefined>();
/** CIDR blocks are few and asked often. */
export function cidr(text: string): Range | undefined {
  if (cidrs.has(text)) return cidrs.get(text);
  if (cidrs.size > 10_000) cidrs.clear();
  const range = parseCidr(text);
  cidrs.set(text, range);
  return range;
}

export function numberOf(text: string): number | undefined {
  const value = Number(text.trim());
  return text.trim() === '' || Number.isNaN(value) ? undefined : value;
}

/** Milliseconds of an ISO 8601 date, or of seconds since the epoch. */
export function dateOf(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed) && trimmed.replace('-', '').length > 4) return Number(trimmed) * 1000;
  const value = Date.parse(trimmed);
  return Number.isNaN(value) ? undefined : value;
}

/** Each of the six fields of an ARN by itself; a lone star is any ARN, and one of fewer fields is completed as in `Resource`. */
export function arnMatches(pattern: Pattern, arn: string): Truth {
  const { glob } = pattern;
  if (glob === undefined) return matchesPattern(pattern, arn);
  if (glob === '*') return true;
  const [fields, values] = [fieldsOf(completed(glob)), fieldsOf(arn)];
  if (fields === undefined || values === undefined) return glob === arn;
  return fields.every((field, i) => globMatches(field, values[i] ?? ''));
}

/** `arn:aws:iam::*` → `arn:aws:iam::*:*`. */
const completed = (glob: string): string => (glob.startsWith('arn:') ? glob + ':*'.repeat(Math.max(0, 6 - glob.split(':').length)) : glob);

function fieldsOf(arn: string): readonly string[] | undefined {
  const fields = arn.split(':');
  return fields.length < 6 ? undefined : [...fields.slice(0, 5), fields.slice(5).join(':')];
}
