/**
 * Policies made at random, the same for the same seed, over an alphabet of actions, resources and condition keys. The search is compared on
 * them with brute force (exists-differential.test.ts: a small alphabet, so that every request can be tried) and with Z3 (tools/oracle/z3: a wide one).
 */
import type { KeyValue } from '../../src/iam/index.js';
import type { Json } from '../../src/model/index.js';
import { document } from './support.js';

export const OWN = '111122223333';
export const STRANGER = '999988887777';
export const FRIEND = '444455556666';

export interface AlphabetKey {
  readonly key: string;
  readonly operators: readonly string[];
  /** Values in policies. */
  readonly policy: readonly string[];
}

export interface Alphabet {
  /** Actions of requests. */
  readonly actions: readonly string[];
  /** What policies say of actions and resources. */
  readonly actionPatterns: readonly string[];
  readonly resourcePatterns: readonly string[];
  readonly keys: readonly AlphabetKey[];
}

const bool = ['true', 'false'];
const bucket = (...words: readonly string[]): readonly string[] => words.map((word) => `arn:aws:s3:::b/${word}`);

/** Keys that follow from who calls. */
const ofCaller: readonly AlphabetKey[] = [
  { key: 'aws:PrincipalAccount', operators: ['StringEquals', 'StringNotEquals', 'StringNotEqualsIfExists'], policy: [OWN, FRIEND] },
  { key: 'aws:PrincipalArn', operators: ['ArnLike', 'ArnNotLike', 'ArnNotEquals', 'ArnNotLikeIfExists'], policy: [`arn:aws:iam::${FRIEND}:role/partner`, `arn:aws:iam::${FRIEND}:root`, `arn:aws:iam::${FRIEND}:*`, `arn:aws:iam::${OWN}:role/*`] },
];

/** Condition keys, with the values of policies, and those that anybody, or somebody, can bring. */
export const smallKeys: readonly (AlphabetKey & { readonly anybody: readonly KeyValue[]; readonly somebody: readonly KeyValue[] })[] = [
  { key: 'aws:Referer', operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringEqualsIfExists', 'StringNotLikeIfExists'], policy: ['p', 'q', 'p*', '*q', '?', 'P'], anybody: [undefined, ['p'], ['q'], ['pq'], ['P'], ['z']], somebody: [] },
  { key: 'aws:SourceVpce', operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists'], policy: ['vpce-1', 'vpce-2', 'vpce-*', '*'], anybody: [undefined], somebody: [['vpce-1'], ['vpce-2'], ['vpce-3']] },
  { key: 'aws:SecureTransport', operators: ['Bool', 'BoolIfExists'], policy: bool, anybody: bool.map((one) => [one]), somebody: [] },
  { key: 'aws:MultiFactorAuthAge', operators: ['NumericLessThan', 'NumericGreaterThanEquals', 'NumericEquals', 'NumericNotEquals', 'NumericLessThanIfExists'], policy: ['5', '10'], anybody: [undefined, ['4'], ['5'], ['7'], ['10'], ['11']], somebody: [] },
  { key: 'aws:CalledVia', operators: ['ForAnyValue:StringEquals', 'ForAllValues:StringEquals', 'ForAnyValue:StringNotEquals', 'ForAllValues:StringNotLike', 'ForAnyValue:StringLike'], policy: ['m', 'n', 'm*'], anybody: [undefined, ['m'], ['n'], ['m', 'n'], ['k'], ['m', 'k']], somebody: [] },
  { key: 's3:prefix', operators: ['Null'], policy: bool, anybody: [undefined, ['h']], somebody: [] },
  ...ofCaller.map((key) => ({ ...key, anybody: [], somebody: [] })),
];

export const small: Alphabet = {
  actions: ['s3:GetObject', 's3:PutObject', 's3:PutObjectAcl', 's3:DeleteObject'],
  actionPatterns: ['s3:GetObject', 's3:Put*', 's3:*', '*', 's3:PutObject', 's3:?etObject', 'S3:DELETEOBJECT'],
  resourcePatterns: ['*', ...bucket('*', 'x*', '*x', 'y', '?y*', 'xx')],
  keys: smallKeys,
};

const texts = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringEqualsIfExists', 'StringLikeIfExists', 'StringNotLikeIfExists'];
const numbers = ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals', 'NumericLessThanIfExists', 'NumericGreaterThanIfExists'];
const several = ['ForAnyValue', 'ForAllValues'].flatMap((quantifier) => ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'].map((operator) => `${quantifier}:${operator}`));

/** Longer patterns, more keys, and values that no list of requests would hold. */
export const wide: Alphabet = {
  actions: small.actions,
  actionPatterns: [...small.actionPatterns, 's3:*Object', 's3:*Acl', 's3:P?tObject*', 's3:D*', '*:*'],
  resourcePatterns: ['*', '*x*', 'arn:aws:s3:::*', ...bucket('*', 'x*', '*x', 'y', '?y*', 'xx', '*x*y*', 'x?*y', '??', '*.txt', 'x/*', '*/y/*', 'x*x')],
  keys: [
    { key: 'aws:Referer', operators: texts, policy: ['p', 'q', 'p*', '*q', '?', 'P', '*p*q*', '??*', 'pq', '*'] },
    { key: 'aws:UserAgent', operators: texts, policy: ['curl/*', 'Curl/8', '*bot*', 'curl/?', 'a*z', '*'] },
    { key: 'aws:SourceVpce', operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists'], policy: ['vpce-1', 'vpce-2', 'vpce-*', '*'] },
    { key: 'aws:SecureTransport', operators: ['Bool', 'BoolIfExists'], policy: bool },
    { key: 'aws:MultiFactorAuthAge', operators: numbers, policy: ['5', '6', '10', '3600'] },
    { key: 's3:max-keys', operators: numbers, policy: ['1', '2', '3', '1000'] },
    { key: 'aws:CalledVia', operators: several, policy: ['m', 'n', 'm*', '*n', '?'] },
    { key: 's3:prefix', operators: ['Null'], policy: bool },
    { key: 's3:prefix', operators: texts, policy: ['h', 'h*', '?', '*h*'] },
    ...ofCaller,
  ],
};

export function generatePolicy(random: () => number, { actionPatterns, resourcePatterns, keys }: Alphabet): Json {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], most: number): readonly T[] => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list)))];
  const one = (deny: boolean): Json => {
    const condition: Record<string, Record<string, Json>> = {};
    for (let i = Math.floor(random() * 3); i > 0; i--) {
      const key = pick(keys);
      (condition[pick(key.operators)] ??= {})[key.key] = [...some(key.policy, 2)];
    }
    const principal: Json = pick<Json>(['*', '*', { AWS: '*' }, { AWS: FRIEND }, { AWS: [OWN, `arn:aws:iam::${FRIEND}:role/partner`] }]);
    const listedActions = [...some(actionPatterns, 2)];
    const listedResources = [...some(resourcePatterns, 2)];
    return {
      Effect: deny ? 'Deny' : 'Allow',
      ...(random() < 0.15 ? { NotPrincipal: { AWS: [`arn:aws:iam::${pick([OWN, FRIEND])}:root`, ...pick([[], [`arn:aws:iam::${FRIEND}:role/partner`]])] } } : { Principal: principal }),
      ...(random() < 0.2 ? { NotAction: listedActions } : { Action: listedActions }),
      ...(random() < 0.2 ? { NotResource: listedResources } : { Resource: listedResources }),
      ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
    };
  };
  return document(...Array.from({ length: 1 + Math.floor(random() * 2) }, () => one(false)), ...Array.from({ length: Math.floor(random() * 4) }, () => one(true)));
}
