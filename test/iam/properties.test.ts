/** Laws that hold for every policy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, exists, parsePolicy, reaches, type PolicySet } from '../../src/iam/index.js';
import { fromJson, type Json, type Tree } from '../../src/model/index.js';
import { at, context, document, set } from './support.js';

const OWN = '111122223333';
const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket'] as const;
const resources = ['arn:aws:s3:::b', 'arn:aws:s3:::b/x', 'arn:aws:s3:::c/x'] as const;

const some = (...values: readonly Json[]): fc.Arbitrary<Json> => fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 }).map((list): Json => list));
const condition = fc.option(
  fc.oneof(
    fc.record({ op: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringEqualsIfExists'), key: fc.constant('aws:UserAgent'), value: some('x', 'y', 'x*') }),
    fc.record({ op: fc.constantFrom('Bool', 'BoolIfExists'), key: fc.constant('aws:SecureTransport'), value: some('true', 'false') }),
    fc.record({ op: fc.constantFrom('ForAnyValue:StringEquals', 'ForAllValues:StringEquals'), key: fc.constant('aws:TagKeys'), value: some('a', 'b') }),
  ).map(({ op, key, value }): Json => ({ [op]: { [key]: value } })),
  { nil: undefined },
);
const statement = (effect: 'Allow' | 'Deny', principal: boolean): fc.Arbitrary<Json> =>
  fc.tuple(fc.boolean(), some('s3:*', 's3:GetObject', 's3:Put*', '*', 's3:ListBucket'), fc.boolean(), some('*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b', 'arn:aws:s3:::?/x'), condition, fc.constantFrom<Json>('*', { AWS: OWN }, { AWS: `arn:aws:iam::${OWN}:user/ann` })).map(([notAction, action, notResource, resource, held, who]): Json => ({
    Effect: effect,
    ...(principal ? { Principal: who } : {}),
    [notAction ? 'NotAction' : 'Action']: action,
    [notResource ? 'NotResource' : 'Resource']: resource,
    ...(held === undefined ? {} : { Condition: held }),
  }));
const anyStatement = (principal: boolean): fc.Arbitrary<Json> => fc.oneof(statement('Allow', principal), statement('Deny', principal));
const statements = (principal: boolean): fc.Arbitrary<readonly Json[]> => fc.array(anyStatement(principal), { maxLength: 4 });
const request = fc.record({
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...resources),
  resourceAccount: fc.constant(OWN),
  caller: fc.constantFrom({ kind: 'user', arn: `arn:aws:iam::${OWN}:user/ann`, account: OWN } as const, { kind: 'anonymous' } as const),
  context: fc
    .record({ 'aws:UserAgent': fc.constantFrom('x', 'y', 'xz'), 'aws:SecureTransport': fc.constantFrom('true', 'false'), 'aws:TagKeys': fc.subarray(['a', 'b', 'c']) }, { requiredKeys: [] })
    .map((values) => context(values)),
});
const RANK = { deny: 0, unknown: 1, allow: 2 } as const;

describe('laws of the decision', () => {
  it('a further Deny never allows more', () => {
    fc.assert(
      fc.property(statements(false), statements(true), statement('Deny', true), request, (identity, resource, more, one) => {
        const before = evaluate(one, { identity: set(document(...identity)), resource: set(document(...resource)) });
        const after = evaluate(one, { identity: set(document(...identity)), resource: set(document(...resource, more)) });
        return RANK[after.answer] <= RANK[before.answer];
      }),
      { numRuns: 400 },
    );
  });

  it('a further Allow never allows less', () => {
    fc.assert(
      fc.property(statements(false), statements(true), statement('Allow', false), request, (identity, resource, more, one) => {
        const before = evaluate(one, { identity: set(document(...identity)), resource: set(document(...resource)) });
        const after = evaluate(one, { identity: set(document(...identity, more)), resource: set(document(...resource)) });
        return RANK[after.answer] >= RANK[before.answer];
      }),
      { numRuns: 400 },
    );
  });

  it('neither the order of statements, nor their split over documents, nor the case of actions matters', () => {
    fc.assert(
      fc.property(statements(false), fc.nat(), request, (identity, cut, one) => {
        const plain = evaluate(one, { identity: set(document(...identity)) }).answer;
        const turned = evaluate({ ...one, action: one.action.toUpperCase() }, { identity: set(document(...[...identity].reverse())) }).answer;
        const at = identity.length === 0 ? 0 : cut % identity.length;
        const split = evaluate(one, { identity: set(document(...identity.slice(0, at)), document(...identity.slice(at))) }).answer;
        return plain === turned && plain === split;
      }),
      { numRuns: 400 },
    );
  });

  it('making an unknown known never turns a decided answer round', () => {
    fc.assert(
      fc.property(statements(false), fc.nat(), fc.constantFrom('resource', 'action', 'statement', 'condition'), request, (identity, pick, what, one) => {
        fc.pre(identity.length > 0);
        const known: PolicySet = set(document(...identity));
        const blurred: PolicySet = { documents: known.documents.map(({ place }) => ({ place, policy: parsePolicy(blur(fromJson(document(...identity), at), pick % identity.length, what)) })) };
        const [unsure, sure] = [evaluate(one, { identity: blurred }).answer, evaluate(one, { identity: known }).answer];
        return unsure === 'unknown' || unsure === sure;
      }),
      { numRuns: 600 },
    );
  });

  it('an open context decides only what every context decides', () => {
    fc.assert(
      fc.property(statements(false), request, (identity, one) => {
        const policies = { identity: set(document(...identity)) };
        const open = evaluate({ ...one, context: context({}, true) }, policies).answer;
        return open === 'unknown' || open === evaluate(one, policies).answer;
      }),
      { numRuns: 400 },
    );
  });
});

/** The document with one part of a statement unknown. */
function blur(tree: Tree, index: number, what: 'resource' | 'action' | 'statement' | 'condition'): Tree {
  const unknown: Tree = { kind: 'unknown', reason: { kind: 'unresolved', detail: '`var.x` has no value' }, at };
  if (tree.kind !== 'map') return tree;
  const list = tree.entries.get('Statement');
  if (list?.kind !== 'list') return tree;
  const items = list.items.map((item, i): Tree => {
    if (i !== index || item.kind !== 'map') return item;
    if (what === 'statement') return unknown;
    const key = [...item.entries.keys()].find((name) => name.toLowerCase().endsWith(what));
    return key === undefined ? item : { ...item, entries: new Map([...item.entries, [key, unknown]]) };
  });
  return { ...tree, entries: new Map([...tree.entries, ['Statement', { ...list, items }]]) };
}

describe('laws of the search', () => {
  const targets = [{ resource: 'arn:aws:s3:::b/?*', actions: ['s3:GetObject', 's3:PutObject'] }, { resource: 'arn:aws:s3:::b', actions: ['s3:ListBucket'] }];
  const reach = (...json: readonly Json[]): ReturnType<typeof exists> => exists({ resource: set(document(...json)), targets, zone: { account: OWN } });

  it('none means that no sampled request from outside is allowed, and a witness is one that is', () => {
    fc.assert(
      fc.property(statements(true), request, (resource, one) => {
        const found = reach(...resource);
        const policies = { resource: set(document(...resource)), identity: set(document({ Effect: 'Allow', Action: '*', Resource: '*' })) };
        if (found.witness !== undefined) return evaluate(found.witness, policies).answer === 'allow';
        return found.open !== undefined || one.resource.startsWith('arn:aws:s3:::c') || evaluate({ ...one, caller: { kind: 'anonymous' } }, { resource: policies.resource }).answer !== 'allow' || !targets.some((target) => target.actions.includes(one.action) && (target.resource === one.resource || one.resource.startsWith('arn:aws:s3:::b/') === target.resource.endsWith('?*')));
      }),
      { numRuns: 400 },
    );
  });

  it('a further Deny never widens the reach, a further Allow never narrows it', () => {
    fc.assert(
      fc.property(statements(true), statement('Deny', true), statement('Allow', true), (resource, deny, allow) => {
        const [plain, less, more] = [reach(...resource), reach(...resource, deny), reach(...resource, allow)];
        const rank = ({ reach: one }: typeof plain): number => reaches.indexOf(one);
        return (less.open !== undefined || plain.open !== undefined || rank(less) <= rank(plain)) && (more.open !== undefined || rank(more) >= rank(plain));
      }),
      { numRuns: 300 },
    );
  });
});

describe('policies made to cost', () => {
  const targets = [{ resource: 'arn:aws:s3:::b/?*', actions: ['s3:GetObject', 's3:PutObject'] }];
  const timed = (...json: readonly Json[]): number => {
    const resource = set(document(...json));
    const from = performance.now();
    const found = exists({ resource, targets, zone: { account: OWN } });
    expect(['none', 'public', 'conditional', 'named']).toContain(found.reach);
    return performance.now() - from;
  };
  const deny = (i: number, more: Record<string, Json> = {}): Json => ({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::b/*${i}*`, ...more });
  const allow: Json = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' };
  const LIMIT = 10_000;

  it.each<readonly [string, readonly Json[]]>([
    ['10,000 statements that deny', [allow, ...Array.from({ length: 10_000 }, (_, i) => deny(i))]],
    ['10,000 statements that allow, and one that denies all', [...Array.from({ length: 10_000 }, (_, i): Json => ({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::b/${i}*` })), { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }]],
    ['thousands of wildcards in one pattern', [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::b/${'a*b?'.repeat(3_000)}` }, deny(1)]],
    ['wildcards that overlap', [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*a*b*c*d*e*' }, ...Array.from({ length: 40 }, (_, i) => deny(0, { Resource: `*${'abcde'[i % 5] ?? ''}*${'edcba'[i % 5] ?? ''}*` }))]],
    ['quantifiers on quantifiers', [allow, ...Array.from({ length: 200 }, (_, i) => deny(i, { Resource: '*', Condition: { 'ForAnyValue:StringNotLike': { 'aws:TagKeys': [`a${i}*`, '*b'] }, 'ForAllValues:StringLike': { 'aws:TagKeys': [`*${i}`] } } }))]],
    ['conditions that contradict one another', [allow, ...Array.from({ length: 300 }, (_, i) => deny(i, { Resource: '*', Condition: { StringNotEquals: { 'aws:UserAgent': `v${i}` }, StringLike: { 'aws:Referer': `*${i}*` } } }))]],
  ])('%s end within their budget', { timeout: 60_000 }, (_, json) => {
    expect(timed(...json)).toBeLessThan(LIMIT);
  });
});
