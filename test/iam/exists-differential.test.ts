/**
 * The search against brute force: policies over a small alphabet, and every request over that alphabet. What brute force gets in with,
 * the search must not miss; what the search finds must evaluate to allow (it does so by construction, and is asked again here).
 * `DEMARC_CASES=20000 npx vitest run test/iam/exists-differential` runs more of them.
 */
import { describe, expect, it } from 'vitest';
import { evaluate, exists, reaches, RequestContext, type Caller, type KeyValue } from '../../src/iam/index.js';
import type { Json } from '../../src/model/index.js';
import { document, seeded, set } from './support.js';

const CASES = Number(process.env['DEMARC_CASES'] ?? 500);
const OWN = '111122223333';
const STRANGER = '999988887777';
const FRIEND = '444455556666';
const actions = ['s3:GetObject', 's3:PutObject', 's3:PutObjectAcl', 's3:DeleteObject'] as const;
const words = ['x', 'y', 'xy', 'yx', 'xx', 'xyx'];
const resources = words.map((word) => `arn:aws:s3:::b/${word}`);

const bool = ['true', 'false'];
/** Condition keys, with the values of policies, and those that anybody, or somebody, can bring. */
const keys: readonly { readonly key: string; readonly operators: readonly string[]; readonly policy: readonly string[]; readonly anybody: readonly KeyValue[]; readonly somebody: readonly KeyValue[] }[] = [
  { key: 'aws:Referer', operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringEqualsIfExists', 'StringNotLikeIfExists'], policy: ['p', 'q', 'p*', '*q', '?', 'P'], anybody: [undefined, ['p'], ['q'], ['pq'], ['P'], ['z']], somebody: [] },
  { key: 'aws:SourceVpce', operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists'], policy: ['vpce-1', 'vpce-2', 'vpce-*', '*'], anybody: [undefined], somebody: [['vpce-1'], ['vpce-2'], ['vpce-3']] },
  { key: 'aws:SecureTransport', operators: ['Bool', 'BoolIfExists'], policy: bool, anybody: bool.map((one) => [one]), somebody: [] },
  { key: 'aws:MultiFactorAuthAge', operators: ['NumericLessThan', 'NumericGreaterThanEquals', 'NumericEquals', 'NumericNotEquals', 'NumericLessThanIfExists'], policy: ['5', '10'], anybody: [undefined, ['4'], ['5'], ['7'], ['10'], ['11']], somebody: [] },
  { key: 'aws:CalledVia', operators: ['ForAnyValue:StringEquals', 'ForAllValues:StringEquals', 'ForAnyValue:StringNotEquals', 'ForAllValues:StringNotLike', 'ForAnyValue:StringLike'], policy: ['m', 'n', 'm*'], anybody: [undefined, ['m'], ['n'], ['m', 'n'], ['k'], ['m', 'k']], somebody: [] },
  { key: 's3:prefix', operators: ['Null'], policy: bool, anybody: [undefined, ['h']], somebody: [] },
];

function policy(random: () => number): Json {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], most: number): readonly T[] => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list)))];
  const one = (deny: boolean): Json => {
    const condition: Record<string, Record<string, Json>> = {};
    for (let i = Math.floor(random() * 3); i > 0; i--) {
      const key = pick(keys);
      (condition[pick(key.operators)] ??= {})[key.key] = [...some(key.policy, 2)];
    }
    const principal: Json = pick<Json>(['*', '*', { AWS: '*' }, { AWS: FRIEND }, { AWS: [OWN, `arn:aws:iam::${FRIEND}:role/outsider`] }]);
    const listedActions = [...some(['s3:GetObject', 's3:Put*', 's3:*', '*', 's3:PutObject', 's3:?etObject', 'S3:DELETEOBJECT'], 2)];
    const listedResources = [...some(['*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b/x*', 'arn:aws:s3:::b/*x', 'arn:aws:s3:::b/y', 'arn:aws:s3:::b/?y*', 'arn:aws:s3:::b/xx'], 2)];
    return {
      Effect: deny ? 'Deny' : 'Allow',
      ...(random() < 0.15 ? { NotPrincipal: { AWS: [`arn:aws:iam::${pick([OWN, FRIEND])}:root`] } } : { Principal: principal }),
      ...(random() < 0.2 ? { NotAction: listedActions } : { Action: listedActions }),
      ...(random() < 0.2 ? { NotResource: listedResources } : { Resource: listedResources }),
      ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
    };
  };
  return document(...Array.from({ length: 1 + Math.floor(random() * 2) }, () => one(false)), ...Array.from({ length: Math.floor(random() * 4) }, () => one(true)));
}

const callers: readonly { readonly caller: Caller; readonly reach: 'anybody' | 'named' }[] = [
  { caller: { kind: 'anonymous' }, reach: 'anybody' },
  { caller: { kind: 'role', arn: `arn:aws:iam::${STRANGER}:role/outsider`, account: STRANGER }, reach: 'anybody' },
  { caller: { kind: 'role', arn: `arn:aws:iam::${FRIEND}:role/outsider`, account: FRIEND }, reach: 'named' },
];

/** The widest way in over the small alphabet. */
function byBruteForce(resource: ReturnType<typeof set>): number {
  const used = keys.filter(({ key }) => resource.documents.some(({ policy: { statements } }) => statements.some(({ conditions }) => conditions.some((condition) => condition.key === key.toLowerCase()))));
  const identity = set(document({ Effect: 'Allow', Action: '*', Resource: '*' }));
  let best = 0;
  for (const { caller, reach } of callers) {
    const tries = (held: boolean, rank: number): void => {
      if (rank <= best) return;
      const combine = (i: number, values: readonly (readonly [string, KeyValue])[]): boolean => {
        const key = used[i];
        if (key === undefined) {
          const context = new RequestContext([['aws:SecureTransport', ['true']], ...values]);
          return actions.some((action) => resources.some((arn) => evaluate({ caller, action, resource: arn, resourceAccount: OWN, context }, { resource, identity }).answer === 'allow'));
        }
        const signedIn = caller.kind === 'anonymous' && key.key.startsWith('aws:MultiFactor') ? [undefined] : key.anybody;
        return [...signedIn, ...(held ? key.somebody : [])].some((value) => combine(i + 1, [...values, [key.key, value]]));
      };
      if (combine(0, [])) best = rank;
    };
    if (reach === 'named') tries(true, reaches.indexOf('named'));
    else {
      tries(true, reaches.indexOf('conditional'));
      tries(false, reaches.indexOf('public'));
    }
  }
  return best;
}

describe('the search agrees with brute force', () => {
  const targets = [{ resource: 'arn:aws:s3:::b/?*', actions: [...actions] }];
  it(`over ${CASES} generated policies`, { timeout: 1_200_000 }, () => {
    const random = seeded(20_261_123);
    const wrong: Json[] = [];
    let [none, open] = [0, 0];
    for (let i = 0; i < CASES; i++) {
      const json = policy(random);
      const resource = set(json);
      const answer = exists({ resource, targets, zone: { account: OWN } });
      if (answer.reach === 'none') none++;
      if (answer.open !== undefined) open++;
      if (answer.witness !== undefined) {
        const identity = set(document({ Effect: 'Allow', Action: '*', Resource: '*' }));
        if (evaluate(answer.witness, { resource, identity }).answer !== 'allow') wrong.push({ json, why: 'the witness does not get in' });
      }
      if (answer.open === undefined && byBruteForce(resource) > reaches.indexOf(answer.reach)) wrong.push({ json, why: `${answer.reach}, but brute force is at ${reaches[byBruteForce(resource)] ?? ''}` });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // The cases must be worth something: some of each, and hardly any left open.
    expect(none).toBeGreaterThan(CASES / 20);
    expect(none).toBeLessThan(CASES * 0.9);
    expect(open).toBeLessThan(CASES / 50);
  });
});
