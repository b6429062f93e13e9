/** Three-valued questions on one policy, with the deciding statement as evidence. */
import { fails, holds, undecided, type Condition, type Evidence, type Json, type Reason, type Truth } from '../model/index.js';
import { coversAction, coversEverything, knownText, someCover, widest } from './match.js';
import { and, not3 } from './truth.js';
import type { Policy, PolicyCondition, PolicyText, PolicyTexts, Principal, Statement } from './policy.js';

/** Where the policy stands, for its evidence. */
export interface PolicyPlace {
  /** Property path of the document: `PolicyDocument`, `Policies[0].PolicyDocument`. */
  readonly path: string;
  /** Address of the resource that holds it, when it is not the one judged. */
  readonly address?: string;
}

/** Some statement fulfils the question; a policy that may hold more is unknown where none does. */
export function someStatement(policy: Policy, place: PolicyPlace, question: (statement: Statement) => Truth): Condition {
  const answers = policy.statements.map(question);
  const because = (truth: Truth): readonly Evidence[] => policy.statements.flatMap((statement, i) => (answers[i] === truth ? [statementEvidence(statement, place, i)] : []));
  if (answers.includes(true)) return holds(because(true));
  const unknowns = policy.statements.filter((_, i) => answers[i] === 'unknown').map(reasonIn);
  if (policy.open !== undefined) unknowns.push(policy.open);
  if (unknowns.length > 0) return undecided([...new Set(unknowns)], [...because('unknown'), ...(policy.open === undefined ? [] : [{ path: place.path, state: 'unknown', at: policy.at, address: place.address } as const])]);
  // None does: the document as a whole is what decided.
  return fails([{ path: `${place.path}.Statement`, state: 'set', value: `${policy.statements.length} statements`, at: policy.at, address: place.address ?? (policy.at.kind === 'default' ? undefined : policy.at.address) }]);
}

export function statementEvidence(statement: Statement, { path, address }: PolicyPlace, index: number): Evidence {
  return { path: `${path}.Statement[${index}]`, state: 'set', value: printed(statement), at: statement.at, address: address ?? (statement.at.kind === 'default' ? undefined : statement.at.address) };
}

/** A statement as it would be written, short. */
function printed({ sid, effect, principals, notPrincipals, actions, notActions, resources, notResources, conditions }: Statement): Json {
  const texts = (list: PolicyTexts | undefined): Json | undefined => list?.values.map(show);
  const who = (list: Statement['principals']): Json | undefined => list?.values.map(({ kind, text }) => (kind === '*' ? '*' : `${kind}: ${show(text)}`));
  const entries: (readonly [string, Json | undefined])[] = [
    ['Sid', sid],
    ['Effect', effect],
    ['Principal', who(principals)],
    ['NotPrincipal', who(notPrincipals)],
    ['Action', texts(actions)],
    ['NotAction', texts(notActions)],
    ['Resource', texts(resources)],
    ['NotResource', texts(notResources)],
    ['Condition', conditions.length === 0 ? undefined : conditions.map(({ operator, key, values }) => `${operator} ${key} ${values.values.map(show).join(', ')}`)],
  ];
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}

const show = ({ parts }: PolicyText): string => parts.map((part) => (typeof part === 'string' ? part : part === null ? '${?}' : `\${${part.address}${part.attribute === '' ? '' : `.${part.attribute}`}}`)).join('');

/** Why a statement is not decided: who and under which condition comes first, the resource (often known after apply, seldom deciding) last. */
function reasonIn({ actions, notActions, resources, notResources, principals, conditions, conditionsOpen }: Statement): Reason {
  const who = principals?.open ?? principals?.values.find(({ text }) => text.reason !== undefined)?.text.reason ?? conditionsOpen;
  if (who !== undefined) return who;
  for (const list of [...conditions.map(({ values }) => values), actions, notActions, resources, notResources]) {
    const reason = list?.open ?? list?.values.find((value) => value.reason !== undefined)?.reason;
    if (reason !== undefined) return reason;
  }
  return { kind: 'unresolved', detail: 'a part of the statement is not known' };
}

/** Whether the statement's actions include one. */
export function includesAction({ actions, notActions }: Statement, action: string): Truth {
  if (actions !== undefined) return someCover(actions, (pattern) => coversAction(pattern, action));
  if (notActions !== undefined) return not3(someCover(notActions, (pattern) => coversAction(pattern, action)));
  return false;
}

/** Whether the statement is for every resource. NotResource leaves nearly all. */
export function onEverything({ resources, notResources }: Statement): Truth {
  if (resources !== undefined) return someCover(resources, coversEverything);
  return notResources !== undefined;
}

/** Every action of AWS: `*`, `*:*`, and NotAction of what does not matter. */
export function includesAllActions({ actions, notActions }: Statement): Truth {
  if (actions !== undefined) return someCover(actions, (pattern) => (knownText(pattern) === undefined ? (pattern.parts.every((part) => part === null) ? 'unknown' : false) : /^\*+(:\*+)?$/.test(knownText(pattern) ?? '')));
  // Everything but a few services is still every right that counts, unless IAM itself is left out.
  if (notActions !== undefined) return not3(someCover(notActions, (pattern) => coversAction(pattern, 'iam:PutRolePolicy')));
  return false;
}

const allows = ({ effect }: Statement): Truth => (effect === undefined ? 'unknown' : effect === 'Allow');

/** An Allow to whoever carries the policy. A statement that names principals is of a resource's policy, where `*` means that resource. */
export const grants = (statement: Statement): Truth => (statement.principals === undefined && statement.notPrincipals === undefined ? allows(statement) : false);

/** Full rights over everything, with no condition that holds them back. */
export const grantsAdmin = (policy: Policy, place: PolicyPlace): Condition =>
  someStatement(policy, place, (statement) => and(grants(statement), includesAllActions(statement), onEverything(statement), not3(restricts(statement))));

/** The services of which a statement grants every action: `s3:*`. */
export const wildcardServices = ({ actions }: Statement): readonly string[] =>
  (actions?.values ?? []).flatMap((pattern) => /^([a-z0-9-]+):\*+$/i.exec(knownText(pattern) ?? '')?.[1]?.toLowerCase() ?? []);

/** One action, on everything. */
export const grantsOnEverything = (policy: Policy, place: PolicyPlace, action: string): Condition =>
  someStatement(policy, place, (statement) => {
    const wide = unrestricted(statement);
    return wide === false ? false : and(wide, includesAction(statement, action));
  });

const wideness = new WeakMap<Statement, Truth>();

/** An Allow on everything that no condition holds back. Asked for many actions of each statement. */
function unrestricted(statement: Statement): Truth {
  let answer = wideness.get(statement);
  if (answer === undefined) wideness.set(statement, (answer = and(grants(statement), onEverything(statement), not3(restricts(statement)))));
  return answer;
}

/**
 * Keys whose fixed values name who, or from where, may call. A wildcard in them holds nobody back, and keys that describe the
 * resource (aws:ResourceAccount) or the transport never do.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
const PINNING = new Set([
  'aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount', 'aws:principalarn', 'aws:userid', 'aws:username', 'aws:sourceip', 'aws:vpcsourceip', 'aws:sourcearn', 'aws:sourceaccount', 'aws:sourceowner',
  'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths', 'aws:viaawsservice', 'aws:calledvia', 'kms:calleraccount', 'kms:viaservice', 'sts:externalid', 's3:dataaccesspointaccount', 's3:dataaccesspointarn',
  'lambda:functionurlauthtype', 'lambda:eventsourcetoken', 'aws:principaltag', 'secretsmanager:resource/aws:principalorgid', 'ecr:resourcetag', 'elasticfilesystem:accessedviamounttarget', 'aws:multifactorauthpresent',
]);

/** Whether the statement's conditions hold back callers from outside. */
export function restricts({ conditions, conditionsOpen }: Statement): Truth {
  let answer: Truth = conditionsOpen === undefined ? false : 'unknown';
  for (const condition of conditions) {
    const one = pins(condition);
    if (one === true) return true;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}

function pins({ operator, quantifier, ifExists, key, values }: PolicyCondition): Truth {
  const named = PINNING.has(key) || key.startsWith('aws:principaltag/') || /:(sub|aud|amr|app_id|user_id|oaud)$/.test(key);
  // A negated operator lets in all others; IfExists and ForAllValues hold for a caller without the key.
  if (!named || /Not/i.test(operator) || (operator.toLowerCase() === 'null')) return false;
  if ((ifExists || quantifier === 'ForAllValues') && !/^aws:(sourceip|principal)/.test(key)) return false;
  if (values.open !== undefined) return 'unknown';
  const pinned = values.values.map((value): Truth => {
    const known = knownText(value);
    const text = widest(value);
    if (key === 'aws:sourceip' || key === 'aws:vpcsourceip') return known === undefined ? 'unknown' : !/\/[0-7]$/.test(known);
    if (key === 'aws:viaawsservice' || key === 'elasticfilesystem:accessedviamounttarget' || key === 'aws:multifactorauthpresent') return known?.toLowerCase() === 'true';
    if (key === 'lambda:functionurlauthtype') return known === 'AWS_IAM';
    // A reference to one's own account or resource is one fixed value, whatever it is.
    if (known === undefined) return value.parts.every((part) => part !== null) ? pinnedPattern(text.replace(/\*+/g, 'x'), operator) : 'unknown';
    return pinnedPattern(known, operator);
  });
  return pinned.includes(false) ? false : pinned.includes('unknown') ? 'unknown' : pinned.length > 0;
}

/** Whether a value names something: under the operators that know patterns, a star in the account or at the start names nothing. */
function pinnedPattern(text: string, operator: string): boolean {
  if (!/Like|Arn/i.test(operator)) return text !== '*' || !/Equals/i.test(operator) ? text !== '' : true;
  if (/^[*?]+$/.test(text)) return false;
  if (!text.startsWith('arn:')) return !text.startsWith('*');
  const [, , service = '', , account = '', ...rest] = text.split(':');
  if (account.includes('*') || account === '') return service === 's3' && account === '' && !(rest[0] ?? '*').startsWith('*');
  return true;
}

/** Whether a principal is everyone: the bare star or `AWS: "*"`. */
export function isAnyone({ kind, text }: Principal): Truth {
  if (kind === '*') return true;
  if (kind !== 'AWS') return false;
  const known = knownText(text);
  if (known !== undefined) return known === '*' || known === 'arn:aws:iam::*:root' || known === 'arn:aws:iam::*:*';
  return text.parts.every((part) => part === null) ? 'unknown' : false;
}

/** Whether the statement is for everyone, conditions aside. NotPrincipal with Allow is everyone else. */
export function forAnyone({ principals, notPrincipals }: Statement): Truth {
  if (notPrincipals !== undefined) return true;
  if (principals === undefined) return false;
  let answer: Truth = principals.open === undefined ? false : 'unknown';
  for (const principal of principals.values) {
    const one = isAnyone(principal);
    if (one === true) return true;
    if (one === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** Whether plain HTTP is denied to everyone on everything that the policy is for. */
export function deniesPlainHttp(policy: Policy, place: PolicyPlace): Condition {
  return someStatement(policy, place, (statement) => {
    const { effect, conditions, actions } = statement;
    if (effect === 'Allow') return false;
    const insecure = conditions.some(({ operator, key, values }) => key === 'aws:securetransport' && /^Bool$/i.test(operator) && values.values.some((value) => knownText(value)?.toLowerCase() === 'false'));
    const tls = conditions.some(({ operator, key }) => /^NumericLessThan/i.test(operator) && key === 's3:tlsversion');
    if (!insecure && !tls) return statement.conditionsOpen === undefined ? false : 'unknown';
    // Any other condition narrows the Deny.
    if (conditions.length > 1) return false;
    const wide = actions === undefined ? false : someCover(actions, (pattern) => coversAction(pattern, 's3:\u0001'));
    return and(effect === undefined ? 'unknown' : true, forAnyone(statement), wide === false ? someCover(actions ?? { values: [], at: statement.at }, (pattern) => coversAction(pattern, 's3:GetObject')) : wide);
  });
}

