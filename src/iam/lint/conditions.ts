/** Whether the conditions of a statement can hold, and whether they hold anything back. */
import { actionNamed, actionsOf, conditionKey, conditionKeysOf, globalConditionKeys, resourceType, serviceOf, type ConditionKey, type IamAction } from '../../schema/iam/index.js';
import { operatorOf, type Operator, type OperatorFamily } from '../conditions.js';
import { expandActions } from '../expand.js';
import { knownText } from '../match.js';
import type { PolicyCondition, Statement } from '../policy.js';
import { judgeValue, type Judged } from './condition-values.js';
import type { LintContext } from './finding.js';

/** The operators that compare the values of a key's type. Text compares with anything that is written as one value is. */
const comparing: Readonly<Record<ConditionKey['type'], readonly OperatorFamily[]>> = {
  String: ['string'],
  ARN: ['arn', 'string'],
  Bool: ['bool', 'string'],
  Numeric: ['numeric', 'string'],
  Date: ['date'],
  IPAddress: ['ip'],
};

/** Keys that every request holds, so that a pattern for anything holds nothing back. */
const alwaysThere = new Set(['aws:currenttime', 'aws:epochtime', 'aws:securetransport', 'aws:useragent', 'aws:principaltype', 'aws:principalarn', 'aws:principalaccount', 'aws:userid', 'aws:requestedregion']);
/** Of a sign-in with a web identity, the claims that are always there. */
const alwaysClaimed = /:(sub|aud)$/;
/** Keys that callers from outside lack: where one is missing, IfExists lets in just those it should hold back. */
const missingOutside = new Set(['aws:principalorgid', 'aws:principalorgpaths', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths']);
/** Keys of which the documentation asks for a quantifier; of some others the pages say list and the examples say text. */
const documentedSets = /^(aws|dynamodb):/i;
const MFA = 'aws:multifactorauthpresent';

export function lintConditions(statement: Statement, path: string, context: LintContext): void {
  if (statement.conditions.length === 0) return;
  const names = namesOf(statement);
  for (const condition of statement.conditions) {
    const place = `${path}.Condition.${condition.quantifier === undefined ? '' : `${condition.quantifier}:`}${condition.operator}${condition.ifExists ? 'IfExists' : ''}.${condition.key}`;
    lintOne(condition, statement, names, place, context);
  }
}

function lintOne(condition: PolicyCondition, statement: Statement, names: readonly string[] | undefined, path: string, context: LintContext): void {
  const { operator: written, key, at, quantifier, ifExists } = condition;
  const operator = operatorOf(condition);
  if (operator === undefined || (operator.family === 'null' && ifExists)) {
    const full = `${written}${ifExists ? 'IfExists' : ''}`.slice(0, 60);
    return context.report('unknown-operator', path, at, `there is no condition operator \`${full}\`${operator === undefined ? context.suggest(full, spellings) : ''}`, full);
  }
  const known = conditionKey(key);
  if (known === undefined) {
    if (isClaim(key)) lintValues(condition, statement, operator, undefined, path, context);
    else context.report('unknown-condition-key', path, at, `no condition key \`${key.slice(0, 80)}\` is documented${context.suggest(key, candidates(key))}`, key);
    return;
  }
  if (names !== undefined && isOfNoAction(known, names, context)) {
    return context.report('key-of-no-action', path, at, `no action of the statement puts \`${known.key}\` into its requests${absent(operator, condition)}`, key);
  }
  if (operator.family !== 'null') {
    if (!compares(known, operator, condition)) return context.report('operator-type-mismatch', path, at, `\`${written}\` does not compare \`${known.key}\`, which is of type ${known.type}`, key);
    if (known.many && quantifier === undefined && documentedSets.test(known.key)) context.report('missing-quantifier', path, at, `\`${known.key}\` may have several values: the condition must say \`ForAnyValue\` or \`ForAllValues\``, key);
    if (statement.effect === 'Allow' && quantifier === 'ForAllValues' && !guarded(statement, key) && (!known.many || missingOutside.has(key)))
      context.report('holds-without-key', path, at, `\`ForAllValues\` also holds for a request without \`${known.key}\``, key);
    if (statement.effect === 'Allow' && ifExists && !operator.negated && missingOutside.has(key)) context.report('holds-without-key', path, at, `\`IfExists\` also lets in a caller without \`${known.key}\`, which those from outside are`, key);
    lintMfa(condition, statement, path, context);
  }
  lintValues(condition, statement, operator, known, path, context);
}

/** What a condition on a key that is not there comes to. */
function absent({ negated, family }: Operator, { ifExists, quantifier }: PolicyCondition): string {
  if (family === 'null') return '';
  return ifExists || quantifier === 'ForAllValues' || (negated && quantifier !== 'ForAnyValue') ? ': the condition always holds' : ': the condition never holds';
}

function compares({ key, type }: ConditionKey, { family }: Operator, { values }: PolicyCondition): boolean {
  if (comparing[type].includes(family)) return true;
  if (/epochtime|issuetime/i.test(key)) return family === 'numeric' || family === 'date';
  // Documented as text, but an ARN all the same.
  return type === 'String' && family === 'arn' && (/arn$/i.test(key) || values.values.every((value) => (knownText(value) ?? 'arn:').startsWith('arn:')));
}

const guarded = ({ conditions }: Statement, key: string): boolean => conditions.some((one) => one.key === key && one.operator.toLowerCase() === 'null' && one.values.values.some((value) => knownText(value)?.toLowerCase() === 'false'));

function lintMfa({ key, operator, ifExists, values, at }: PolicyCondition, { effect }: Statement, path: string, { report }: LintContext): void {
  if (key !== MFA || operator.toLowerCase() !== 'bool') return;
  const [value] = values.values.map((one) => knownText(one)?.toLowerCase());
  if (effect === 'Allow' && ifExists && value === 'true') report('mfa-key-missing', path, at, 'requests with long-term access keys have no `aws:MultiFactorAuthPresent`: `BoolIfExists` allows them without MFA', value);
  if (effect === 'Deny' && !ifExists && value === 'false') report('mfa-key-missing', path, at, 'requests with long-term access keys have no `aws:MultiFactorAuthPresent`: `Bool` does not deny them; `BoolIfExists` does', value);
}

function lintValues(condition: PolicyCondition, { effect, conditions }: Statement, operator: Operator, key: ConditionKey | undefined, path: string, context: LintContext): void {
  const { values: { values, open }, operator: written, quantifier, ifExists } = condition;
  if (values.length === 0 && open === undefined) {
    return context.report(operator.negated ? 'always-matches' : 'never-matches', path, condition.at, `\`${written}\` has no value to compare with`);
  }
  const shown = key?.key ?? condition.key;
  const judged = values.map((text): Judged | undefined => {
    const known = knownText(text);
    return known === undefined ? undefined : judgeValue(known, operator, condition.key, written);
  });
  judged.forEach((one, i) => {
    const text = values[i];
    if (one?.matches !== 'never' || text === undefined) return;
    // A value that matches nothing makes a negation hold for all; the other values of the list still count.
    const all = open === undefined && judged.every((other) => other?.matches === 'never');
    context.report(operator.negated && all ? 'always-matches' : 'never-matches', `${path}[${i}]`, text.at, `${one.why}${all ? operator.negated ? ': the condition always holds' : ifExists || quantifier === 'ForAllValues' ? '' : ': the condition never holds' : ''}`, knownText(text));
  });
  const every = judged.findIndex((one) => one?.matches === 'always');
  const whole = values[every];
  if (whole !== undefined) {
    const there = alwaysThere.has(condition.key) || alwaysClaimed.test(condition.key) && key?.type !== 'ARN' || operator.family === 'ip';
    if (!operator.negated && (there || ifExists || quantifier === 'ForAllValues')) context.report('always-matches', `${path}[${every}]`, whole.at, judged[every]?.why ?? `any \`${shown}\` matches`, knownText(whole));
    else if (operator.negated && there) context.report('never-matches', `${path}[${every}]`, whole.at, `${judged[every]?.why ?? ''}: the negation never holds`, knownText(whole));
  }
  // `Null: true` beside a comparison that needs the key.
  if (operator.family === 'null' || operator.negated || ifExists || quantifier === 'ForAllValues' || effect === undefined) return;
  const missing = conditions.find((one) => one.key === condition.key && one.operator.toLowerCase() === 'null' && one.values.open === undefined && one.values.values.length > 0 && one.values.values.every((value) => knownText(value)?.toLowerCase() === 'true'));
  if (missing !== undefined) context.report('never-matches', path, condition.at, `the statement wants \`${shown}\` both absent and compared`);
}

/** Keys of an identity provider are named by its host, and by what its tokens claim. */
const isClaim = (key: string): boolean => /^[^:]*\.[^:]*:.+/.test(key);

const spellings =
  'StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals Bool BinaryEquals IpAddress NotIpAddress ArnEquals ArnLike ArnNotEquals ArnNotLike Null'.split(' ');

function candidates(key: string): readonly string[] {
  const service = key.slice(0, Math.max(0, key.indexOf(':')));
  return [...conditionKeysOf(service), ...(serviceOf(service) === undefined || service === 'aws' ? globalConditionKeys() : [])].map((one) => one.key);
}

/** The documented actions of a statement, when all its patterns are known and they are not too many to look at. */
function namesOf({ actions }: Statement): readonly string[] | undefined {
  if (actions === undefined || actions.open !== undefined) return undefined;
  const found = new Set<string>();
  for (const text of actions.values) {
    const name = knownText(text);
    if (name === undefined || !/^[^*?:]+:/.test(name)) return undefined;
    const covered = expandActions(name);
    // One that is not documented may take any key.
    if (covered.length === 0) return undefined;
    for (const one of covered) found.add(one);
  }
  return [...found];
}

/** Whether a key of a service is one of no action at hand. Global keys and tags are in requests whatever the pages of the services list. */
function isOfNoAction({ key }: ConditionKey, names: readonly string[], { spend }: LintContext): boolean {
  if (/^aws:/i.test(key) || /tag/i.test(key) || names.length === 0) return false;
  const service = key.slice(0, key.indexOf(':')).toLowerCase();
  // A key that the pages list for no action at all shows a gap in the pages, not in the policy.
  if (globalConditionKeys().some((one) => one.key === key) || !keysInUse(service).has(key)) return false;
  return names.every((name) => {
    if (!spend(1)) return false;
    const action = actionNamed(name);
    return action !== undefined && !keysOf(action).includes(key);
  });
}

const keysOf = (action: IamAction): readonly string[] => [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => resourceType(action.service, type.name)?.conditionKeys ?? [])];

const inUse = new Map<string, ReadonlySet<string>>();

/** The keys that some action of a service is documented with. */
function keysInUse(service: string): ReadonlySet<string> {
  let found = inUse.get(service);
  if (found === undefined) {
    found = new Set(actionsOf(service).flatMap(keysOf));
    if (serviceOf(service) !== undefined) inUse.set(service, found);
  }
  return found;
}
