/**
 * "Some request from outside is allowed" as a formula of SMT-LIB. Written from AWS's documentation and from nothing in src/iam, so that it
 * can contradict it. Who calls and which action are tried one by one; the object's name and the context keys are left to the solver.
 */
import { FRIEND, STRANGER } from '../../../test/iam/generate.js';
import type { Json } from '../../../src/model/index.js';

export type Round = 'public' | 'conditional' | 'named';

interface Caller {
  readonly account?: string;
  readonly arn?: string;
  readonly root?: true;
}

const callers: Readonly<Record<Round, readonly Caller[]>> = {
  public: [{}, { account: STRANGER, arn: `arn:aws:iam::${STRANGER}:role/any` }],
  conditional: [{}, { account: STRANGER, arn: `arn:aws:iam::${STRANGER}:role/any` }],
  named: [
    { account: FRIEND, arn: `arn:aws:iam::${FRIEND}:role/partner` },
    { account: FRIEND, arn: `arn:aws:iam::${FRIEND}:role/any` },
    { account: FRIEND, arn: `arn:aws:iam::${FRIEND}:root`, root: true },
  ],
};

/** A part that this encoding does not know: the policy is left out, and counted. */
export class NotEncoded extends Error {}

type Fields = Readonly<Record<string, Json>>;
const isFields = (json: Json | undefined): json is Fields => typeof json === 'object' && json !== null && !Array.isArray(json);
const strings = (json: Json | undefined): readonly string[] => {
  const list = Array.isArray(json) ? json : [json];
  if (!list.every((one): one is string => typeof one === 'string')) throw new NotEncoded('a value that is no text');
  return list;
};

const and = (parts: readonly string[]): string => (parts.length === 0 ? 'true' : parts.length === 1 ? (parts[0] ?? '') : `(and ${parts.join(' ')})`);
const or = (parts: readonly string[]): string => (parts.length === 0 ? 'false' : parts.length === 1 ? (parts[0] ?? '') : `(or ${parts.join(' ')})`);
const not = (part: string): string => (part === 'true' ? 'false' : part === 'false' ? 'true' : `(not ${part})`);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const letter = (char: string): string => (char.toLowerCase() === char.toUpperCase() ? `(str.to_re ${quoted(char)})` : `(re.union (str.to_re ${quoted(char.toLowerCase())}) (str.to_re ${quoted(char.toUpperCase())}))`);
const concat = (parts: readonly string[]): string => (parts.length === 0 ? '(str.to_re "")' : parts.length === 1 ? (parts[0] ?? '') : `(re.++ ${parts.join(' ')})`);

function like(variable: string, glob: string): string {
  if (/^\*+$/.test(glob)) return 'true';
  if (!/[*?]/.test(glob)) return `(= ${variable} ${quoted(glob)})`;
  return `(str.in_re ${variable} ${concat(glob.split(/([*?])/).filter((part) => part !== '').map((part) => (part === '*' ? 're.all' : part === '?' ? 're.allchar' : `(str.to_re ${quoted(part)})`)))})`;
}
const sameLetters = (variable: string, text: string): string => `(str.in_re ${variable} ${concat([...text].map(letter))})`;

/** What must follow `start` for the whole to match the glob. */
export function rests(glob: string, start: string): readonly string[] {
  const skipped = (at: ReadonlySet<number>): Set<number> => {
    const all = new Set(at);
    for (const i of all) if (glob[i] === '*') all.add(i + 1);
    return all;
  };
  let at = skipped(new Set([0]));
  for (const char of start) {
    const next = new Set<number>();
    for (const i of at) {
      if (glob[i] === '*') next.add(i);
      else if (glob[i] === '?' || glob[i] === char) next.add(i + 1);
    }
    at = skipped(next);
  }
  return [...at].map((i) => glob.slice(i));
}

const BUCKET = 'arn:aws:s3:::b/';
const onObject = (patterns: readonly string[]): string => {
  const left = [...new Set(patterns.flatMap((pattern) => rests(pattern, BUCKET)))].filter((rest) => rest !== '');
  return left.includes('*') ? 'true' : or(left.map((rest) => like('object', rest)));
};

const toRegExp = (glob: string): RegExp => new RegExp(`^${glob.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
const matchesAction = (patterns: readonly string[], action: string): boolean => patterns.some((pattern) => toRegExp(pattern).test(action));

function names(principal: Json | undefined, caller: Caller, listed: boolean): boolean {
  if (principal === '*') return true;
  if (!isFields(principal) || Object.keys(principal).some((key) => key !== 'AWS')) throw new NotEncoded('a principal that is not of AWS');
  const ofAccount = (one: string): boolean => caller.account !== undefined && (one === caller.account || one === `arn:aws:iam::${caller.account}:root`);
  const ones = strings(principal['AWS']);
  if (ones.includes('*')) return true;
  // NotPrincipal spares a role only where the role and its account are both listed.
  if (listed) return caller.account !== undefined && ones.some(ofAccount) && (caller.root === true || ones.includes(caller.arn ?? ''));
  return ones.some((one) => one === caller.arn || ofAccount(one));
}

type Sort = 'text' | 'truth' | 'number' | 'texts';
/** Who has which key: anybody any value, or only who stands in the right place; absent for whom nobody has signed in. */
const keys: Readonly<Record<string, { readonly sort: Sort; readonly always?: true; readonly own?: string; readonly signedIn?: true }>> = {
  'aws:referer': { sort: 'text' },
  'aws:useragent': { sort: 'text' },
  'aws:sourcevpce': { sort: 'text', own: 'vpce-0fedcba9876543210' },
  'aws:securetransport': { sort: 'truth', always: true },
  'aws:multifactorauthage': { sort: 'number', signedIn: true },
  's3:max-keys': { sort: 'number' },
  'aws:calledvia': { sort: 'texts' },
  's3:prefix': { sort: 'text' },
};
const SORTS = { text: 'String', truth: 'Bool', number: 'Real', texts: 'String' } as const;
const variable = (key: string): string => key.replace(/[^a-z0-9]/g, '_');

interface Slots {
  /** How many values a key of several values may need: one for each condition on it. */
  readonly count: number;
}

function condition(operator: string, key: string, values: readonly string[], { count }: Slots, caller: Caller): string {
  if (key === 'aws:PrincipalAccount') return String(ofCaller(operator, values, caller.account));
  if (key === 'aws:PrincipalArn') return String(ofCaller(operator, values, caller.arn));
  const known = keys[key.toLowerCase()];
  if (known === undefined) throw new NotEncoded(`the key ${key}`);
  const [, quantifier, base = '', ifExists] = /^(?:(\w+):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const [v, there] = [variable(key.toLowerCase()), `${variable(key.toLowerCase())}_there`];
  if (base === 'Null') return or([...(values.includes('true') ? [not(there)] : []), ...(values.includes('false') ? [there] : [])]);
  const negated = base.includes('Not');
  const test = (name: string): string => {
    const one = values.map((value) => compare(base.replace('Not', ''), name, value));
    return negated ? not(or(one)) : or(one);
  };
  if (quantifier !== undefined) {
    if (known.sort !== 'texts') throw new NotEncoded(`${quantifier} on ${key}`);
    const slots = Array.from({ length: count }, (_, i) => i);
    // Of a key that is absent every value holds, and none does.
    return quantifier === 'ForAllValues' ? and(slots.map((i) => `(=> ${v}_used${i} ${test(`${v}${i}`)})`)) : or(slots.map((i) => and([`${v}_used${i}`, test(`${v}${i}`)])));
  }
  if (known.sort === 'texts') throw new NotEncoded(`${operator} on a key of several values`);
  return negated || ifExists !== undefined ? `(=> ${there} ${test(v)})` : and([there, test(v)]);
}

/** A condition on who calls, who is one known principal. */
function ofCaller(operator: string, values: readonly string[], value: string | undefined): boolean {
  const [, base = '', not, how = '', ifExists] = /^(String|Arn)(Not)?(Equals|Like)(IfExists)?$/.exec(operator) ?? [];
  if (how === '' || (base === 'String' && how === 'Like')) throw new NotEncoded(`${operator} on who calls`);
  if (value === undefined) return not !== undefined || ifExists !== undefined;
  // ARNs are compared field by field.
  const fields = value.split(':');
  const equal = values.some((one) => (base === 'String' ? one === value : one.split(':').every((field, i) => toRegExp(field).test(fields[i] ?? ''))));
  return equal !== (not !== undefined);
}

function compare(base: string, name: string, value: string): string {
  const symbol = /^Numeric(Equals|LessThanEquals|LessThan|GreaterThanEquals|GreaterThan)$/.exec(base)?.[1];
  if (symbol !== undefined) return `(${{ Equals: '=', LessThan: '<', LessThanEquals: '<=', GreaterThan: '>', GreaterThanEquals: '>=' }[symbol] ?? ''} ${name} ${Number(value).toFixed(1)})`;
  switch (base) {
    case 'StringEquals':
      return `(= ${name} ${quoted(value)})`;
    case 'StringEqualsIgnoreCase':
      return sameLetters(name, value);
    case 'StringLike':
      return like(name, value);
    case 'Bool':
      return value === 'true' ? name : not(name);
    default:
      throw new NotEncoded(`the operator ${base}`);
  }
}

/** The formula that holds when somebody of the round gets in with one of the actions. */
export function encode(policy: Json, round: Round, actions: readonly string[]): string {
  const statements = isFields(policy) && Array.isArray(policy['Statement']) ? policy['Statement'].filter(isFields) : [];
  const conditionsOf = (statement: Fields): readonly (readonly [string, string, readonly string[]])[] =>
    Object.entries(isFields(statement['Condition']) ? statement['Condition'] : {}).flatMap(([operator, block]) => Object.entries(isFields(block) ? block : {}).map(([key, values]) => [operator, key, strings(values)] as const));
  const slots: Slots = { count: Math.max(1, statements.flatMap(conditionsOf).filter(([, key]) => keys[key.toLowerCase()]?.sort === 'texts').length) };

  const declared: string[] = ['(declare-const object String)', '(assert (>= (str.len object) 1))'];
  for (const [key, { sort, always, own }] of Object.entries(keys)) {
    const [v, there] = [variable(key), `${variable(key)}_there`];
    declared.push(`(declare-const ${there} Bool)`);
    if (sort === 'texts') {
      for (let i = 0; i < slots.count; i++) declared.push(`(declare-const ${v}${i} String)`, `(declare-const ${v}_used${i} Bool)`);
      declared.push(`(assert (= ${there} ${or(Array.from({ length: slots.count }, (_, i) => `${v}_used${i}`))}))`);
    } else declared.push(`(declare-const ${v} ${SORTS[sort]})`);
    if (always === true) declared.push(`(assert ${there})`);
    if (own !== undefined && round === 'public') declared.push(`(assert (=> ${there} (= ${v} ${quoted(own)})))`);
  }

  const ways = callers[round].flatMap((caller) =>
    actions.map((action) => {
      const applies = (statement: Fields): string => {
        const who = statement['NotPrincipal'] === undefined ? names(statement['Principal'], caller, false) : !names(statement['NotPrincipal'], caller, true);
        const what = statement['NotAction'] === undefined ? matchesAction(strings(statement['Action']), action) : !matchesAction(strings(statement['NotAction']), action);
        if (!who || !what) return 'false';
        const on = statement['NotResource'] === undefined ? onObject(strings(statement['Resource'])) : not(onObject(strings(statement['NotResource'])));
        return and([on, ...conditionsOf(statement).map(([operator, key, values]) => condition(operator, key, values, slots, caller))]);
      };
      const [allow, deny] = ['Allow', 'Deny'].map((effect) => or(statements.filter((statement) => statement['Effect'] === effect).map(applies).filter((formula) => formula !== 'false')));
      if (allow === undefined || deny === undefined || allow === 'false') return 'false';
      const unsigned = caller.account === undefined ? Object.entries(keys).flatMap(([key, { signedIn }]) => (signedIn === true ? [not(`${variable(key)}_there`)] : [])) : [];
      return and([...unsigned, allow, not(deny)]);
    }),
  );
  return [...declared, `(assert ${or([...new Set(ways)].filter((way) => way !== 'false'))})`].join('\n');
}
