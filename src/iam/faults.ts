/** What AWS refuses a document for. A document that it refuses says nothing: what it would let in cannot be told. */
import type { Origin, Reason, Tree } from '../model/index.js';
import { parseJson } from '../sources/json.js';
import { parseCidr } from '../network/index.js';
import { dateOf, numberOf, operatorOf, type OperatorFamily } from './conditions.js';
import { knownText } from './match.js';
import type { PolicyCondition, PolicyText, Statement } from './policy.js';

export const malformed = (detail: string, at: Origin): Reason => ({ kind: 'malformed', detail, at: at.kind === 'source' ? at : undefined });

/** Why a text is no policy. Places inside a text that was put together are its own, not the file's. */
export function notJson(text: string): string {
  const [error] = parseJson(text, '').errors;
  return error === undefined ? 'the policy is not JSON' : `the policy is not JSON: ${error.message.replace(/^not valid JSON: /, '')} at line ${error.line}, column ${error.column} of it`;
}

/** The first fault of a statement; `effect`: as it is written. What is not known has none. */
export function faultIn(statement: Statement, effect: Tree | undefined): Reason | undefined {
  const { actions, notActions, principals, notPrincipals, resources, notResources, conditions, at } = statement;
  if (statement.effect === undefined && effect?.kind !== 'unknown') return malformed('`Effect` is neither `Allow` nor `Deny`', effect?.at ?? at);
  if (actions === undefined && notActions === undefined) return malformed('a statement has neither `Action` nor `NotAction`', at);
  const read = [statement.conditionsOpen, principals?.open, notPrincipals?.open, ...[actions, notActions, resources, notResources].flatMap((texts) => texts?.values.map(({ reason }) => reason))];
  const unread = read.find((reason) => reason?.kind === 'malformed');
  if (unread !== undefined) return unread;
  for (const { kind, text } of [...(principals?.values ?? []), ...(notPrincipals?.values ?? [])]) {
    const known = knownText(text);
    if (kind === 'AWS' && known !== undefined && !PRINCIPAL.test(known)) return malformed(`\`${short(known)}\` is no principal`, text.at);
  }
  for (const text of [...(resources?.values ?? []), ...(notResources?.values ?? [])]) {
    const known = knownText(text);
    if (known !== undefined && !RESOURCE.test(known)) return malformed(`\`${short(known)}\` is no ARN`, text.at);
  }
  for (const condition of conditions) {
    const fault = faultOf(condition);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Everybody, an account, an ARN of IAM or STS, the unique id of somebody who is gone, or a policy variable. */
const PRINCIPAL = /^(\*|\d{12}|arn:[^:]*:(iam|sts)::[^:]*:.+|A[A-Z0-9]{15,}|.*\$\{.*)$/s;
/** An ARN, a pattern of one, or the short form of API Gateway. */
const RESOURCE = /^([*?]|\$\{|arn:|execute-api:)/;

const READS: Partial<Readonly<Record<OperatorFamily, readonly [what: string, read: (text: string) => unknown]>>> = {
  ip: ['address range', parseCidr],
  numeric: ['number', numberOf],
  date: ['date', dateOf],
};

function faultOf(condition: PolicyCondition): Reason | undefined {
  const operator = operatorOf(condition);
  if (operator === undefined) return malformed(`\`${condition.operator}\` is no condition operator`, condition.at);
  const [what, read] = READS[operator.family] ?? [];
  const wrong = (text: PolicyText): boolean => {
    const known = knownText(text);
    return known !== undefined && read?.(known) === undefined;
  };
  const found = read === undefined ? undefined : condition.values.values.find(wrong);
  return found === undefined ? undefined : malformed(`\`${short(knownText(found) ?? '')}\` is no ${what ?? 'value'}`, found.at);
}

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
