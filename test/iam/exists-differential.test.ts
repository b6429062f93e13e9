/**
 * The search against brute force: policies over a small alphabet, and every request over that alphabet. What brute force gets in with,
 * the search must not miss; what the search finds must evaluate to allow (it does so by construction, and is asked again here).
 * `DEMARC_CASES=20000 npx vitest run test/iam/exists-differential` runs more of them.
 */
import { describe, expect, it } from 'vitest';
import { evaluate, exists, reaches, RequestContext, type Caller, type KeyValue } from '../../src/iam/index.js';
import type { Json } from '../../src/model/index.js';
import { FRIEND, generatePolicy, OWN, small, smallKeys, STRANGER } from './generate.js';
import { document, seeded, set } from './support.js';

const CASES = Number(process.env['DEMARC_CASES'] ?? 500);
const words = ['x', 'y', 'xy', 'yx', 'xx', 'xyx'];
const resources = words.map((word) => `arn:aws:s3:::b/${word}`);
const { actions } = small;

const callers: readonly { readonly caller: Caller; readonly reach: 'anybody' | 'named' }[] = [
  { caller: { kind: 'anonymous' }, reach: 'anybody' },
  { caller: { kind: 'role', arn: `arn:aws:iam::${STRANGER}:role/outsider`, account: STRANGER }, reach: 'anybody' },
  { caller: { kind: 'role', arn: `arn:aws:iam::${FRIEND}:role/partner`, account: FRIEND }, reach: 'named' },
  { caller: { kind: 'role', arn: `arn:aws:iam::${FRIEND}:role/other`, account: FRIEND }, reach: 'named' },
  { caller: { kind: 'root', account: FRIEND }, reach: 'named' },
];

/** The widest way in over the small alphabet. */
function byBruteForce(resource: ReturnType<typeof set>): number {
  const used = smallKeys.filter(({ key, anybody }) => anybody.length > 0 && resource.documents.some(({ policy: { statements } }) => statements.some(({ conditions }) => conditions.some((condition) => condition.key === key.toLowerCase()))));
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
      const json = generatePolicy(random, small);
      const resource = set(json);
      const answer = exists({ resource, targets, zone: { account: OWN } });
      if (answer.reach === 'none') none++;
      if (answer.open !== undefined) open++;
      if (answer.witness !== undefined) {
        const identity = set(document({ Effect: 'Allow', Action: '*', Resource: '*' }));
        if (evaluate(answer.witness, { resource, identity }).answer !== 'allow') wrong.push({ json, why: 'the witness does not get in' });
      }
      if (answer.open === undefined && byBruteForce(resource) > reaches.indexOf(answer.reach)) wrong.push({ json: JSON.stringify(json), why: `${answer.reach}, but brute force is at ${reaches[byBruteForce(resource)] ?? ''}` });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // The cases must be worth something: some of each, and hardly any left open.
    expect(none).toBeGreaterThan(CASES / 20);
    expect(none).toBeLessThan(CASES * 0.9);
    expect(open).toBeLessThan(CASES / 50);
  });
});
