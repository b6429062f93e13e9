/** What one value of a condition can match. */
import { cidr, numberOf, type Operator } from '../conditions.js';

export interface Judged {
  readonly matches: 'never' | 'always';
  readonly why: string;
}

const never = (why: string): Judged => ({ matches: 'never', why });
const always = (why: string): Judged => ({ matches: 'always', why });

/** https://www.w3.org/TR/NOTE-datetime, as AWS takes it, or seconds since the epoch. */
const DATE = /^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?|\d+)$/i;

interface Form {
  readonly is: RegExp;
  readonly what: string;
}
const account: Form = { is: /^(\d{12})$/, what: 'an account id of 12 digits' };
const organization: Form = { is: /^o-[a-z0-9]+$/i, what: 'an organization id (`o-…`)' };
const paths: Form = { is: /^o-[^/]+\/.*$/i, what: 'a path of an organization (`o-…/r-…/ou-…/`)' };
/** What the values of a key look like; another text is never its value. */
const forms: ReadonlyMap<string, Form> = new Map([
  ...['aws:sourceaccount', 'aws:principalaccount', 'aws:resourceaccount', 'aws:vpceaccount', 'kms:calleraccount', 's3:resourceaccount', 's3:dataaccesspointaccount'].map((key) => [key, account] as const),
  ...['aws:principalorgid', 'aws:resourceorgid', 'aws:sourceorgid', 'aws:vpceorgid'].map((key) => [key, organization] as const),
  ...['aws:principalorgpaths', 'aws:resourceorgpaths', 'aws:sourceorgpaths', 'aws:vpceorgpaths'].map((key) => [key, paths] as const),
  ['aws:sourcevpc', { is: /^vpc-[a-z0-9]+$/i, what: 'the id of a VPC (`vpc-…`)' }],
  ['aws:sourcevpce', { is: /^vpce-[a-z0-9]+$/i, what: 'the id of a VPC endpoint (`vpce-…`)' }],
]);

/** Addresses that no request comes from over the internet; inside a VPC endpoint the key is another. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** Undefined: it may match, or may not. Negations aside. */
export function judgeValue(value: string, operator: Operator, key: string, written: string): Judged | undefined {
  const shown = `\`${value.slice(0, 80)}\``;
  // A policy variable may stand for anything.
  if (value.includes('${')) return undefined;
  switch (operator.family) {
    case 'string':
    case 'arn':
      return operator.wild === true ? judgePattern(value, operator, key, written, shown) : judgeText(value, key, written, shown);
    case 'numeric':
      return numberOf(value) === undefined ? never(`${shown} is no number`) : undefined;
    case 'date':
      return DATE.test(value.trim()) && (/^\d+$/.test(value.trim()) || !Number.isNaN(Date.parse(value.trim()))) ? undefined : never(`${shown} is no date`);
    case 'bool':
    case 'null':
      return /^(true|false)$/i.test(value) ? undefined : never(`${shown} is neither \`true\` nor \`false\``);
    case 'ip':
      return judgeAddress(value, key, shown);
    case 'binary':
      return undefined;
  }
}

function judgeText(value: string, key: string, written: string, shown: string): Judged | undefined {
  if (value.includes('*')) return never(`\`${written}\` compares ${shown} as it is written: \`*\` is no wildcard there`);
  const form = forms.get(key);
  return form === undefined || form.is.test(value) ? undefined : never(`${shown} is never the value of \`${key}\`, which is ${form.what}`);
}

function judgePattern(value: string, { family }: Operator, key: string, written: string, shown: string): Judged | undefined {
  if (/^\*+$/.test(value)) return always(`${shown} matches any \`${key}\``);
  if (family === 'arn') return value.startsWith('arn:') || /^[*?]/.test(value) || 'arn:'.startsWith(value.replace(/[*?].*$/, '')) ? undefined : never(`${shown} is no ARN, which \`${written}\` compares with`);
  if (/[*?]/.test(value)) return undefined;
  return judgeText(value, key, written, shown);
}

function judgeAddress(value: string, key: string, shown: string): Judged | undefined {
  const range = cidr(value);
  if (range === undefined) return never(`${shown} is no address and no CIDR block`);
  if (value.endsWith('/0')) return always(`${shown} is every IPv${range.family} address`);
  if (key !== 'aws:sourceip') return undefined;
  const hidden = privateRanges.find((one) => {
    const block = cidr(one);
    return block !== undefined && block.family === range.family && block.from <= range.from && range.to <= block.to;
  });
  return hidden === undefined ? undefined : never(`${shown} is private, and \`aws:SourceIp\` is the public address of the caller; \`aws:VpcSourceIp\` is the private one`);
}
