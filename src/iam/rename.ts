/** Putting names in place of references, so that a policy that refers to a resource speaks of one thing and of no other. */
import type { TextPart } from '../model/index.js';
import type { Policy, PolicyCondition, PolicyText, PolicyTexts, Principals } from './policy.js';

/** What a reference is called in a policy; undefined: it could be anything. */
export type Refer = (address: string, attribute: string) => string | undefined;

/** Stands for a text that is one fixed value, not known yet. */
export const standIn = (name: string): string => `‹${name}›`;

/** The account that the code is for, where nothing tells its number. */
export const OWN_ACCOUNT = standIn('this account');
export const OWN_REGION = standIn('region');

const ACCOUNT = 'account';
const PSEUDO: readonly (readonly [pattern: RegExp, value: string])[] = [
  [/(^|\.)data\.aws_caller_identity\.[^.]+\.(account_id|id)$/, ACCOUNT],
  [/^AWS::AccountId\./, ACCOUNT],
  [/(^|\.)data\.aws_partition\.[^.]+\.(partition|id)$/, 'aws'],
  [/^AWS::Partition\./, 'aws'],
  [/(^|\.)data\.aws_partition\.[^.]+\.dns_suffix$/, 'amazonaws.com'],
  [/^AWS::URLSuffix\./, 'amazonaws.com'],
  [/(^|\.)data\.aws_region\.[^.]+\.(name|id|region)$/, OWN_REGION],
  [/^AWS::Region\./, OWN_REGION],
];

/** What is the same for all of a root: its account, partition and region; undefined for everything else. */
export function pseudoValue(address: string, attribute: string, account: string): string | undefined {
  const found = PSEUDO.find(([pattern]) => pattern.test(`${address}.${attribute}`));
  return found === undefined ? undefined : found[1] === ACCOUNT ? account : found[1];
}

/** For a policy by itself: each reference is one value of its own. */
export const referAlone: Refer = (address, attribute) => pseudoValue(address, attribute, OWN_ACCOUNT) ?? standIn(attribute === '' ? address : `${address}.${attribute}`);

export function renamed(policy: Policy, refer: Refer): Policy {
  const text = (one: PolicyText): PolicyText => {
    if (one.parts.every((part) => typeof part === 'string')) return one;
    const parts: TextPart[] = [];
    for (const part of one.parts) {
      const named = part === null || typeof part === 'string' ? part : (refer(part.address, part.attribute) ?? null);
      const last = parts.at(-1);
      if (typeof named === 'string' && typeof last === 'string') parts[parts.length - 1] = last + named;
      else parts.push(named);
    }
    return { ...one, parts, reason: parts.includes(null) ? one.reason : undefined };
  };
  const plain = ({ values }: PolicyTexts): boolean => values.every(({ parts }) => parts.every((part) => typeof part === 'string'));
  const all = (texts: PolicyTexts): PolicyTexts => (plain(texts) ? texts : { ...texts, values: texts.values.map(text) });
  const texts = (some: PolicyTexts | undefined): PolicyTexts | undefined => (some === undefined ? undefined : all(some));
  const principals = (some: Principals | undefined): Principals | undefined => (some === undefined ? undefined : { ...some, values: some.values.map((one) => ({ ...one, text: text(one.text) })) });
  return {
    ...policy,
    statements: policy.statements.map((statement) => ({
      ...statement,
      principals: principals(statement.principals),
      notPrincipals: principals(statement.notPrincipals),
      actions: texts(statement.actions),
      notActions: texts(statement.notActions),
      resources: texts(statement.resources),
      notResources: texts(statement.notResources),
      conditions: statement.conditions.map((condition): PolicyCondition => ({ ...condition, values: all(condition.values) })),
    })),
  };
}
