import { describe, expect, it } from 'vitest';
import { assess, type Assessment } from '../../src/app/assess.js';
import { defineCheck, notAsked, type Check } from '../../src/checks/define.js';
import { everyLinked, someLinked } from '../../src/checks/linked.js';
import { equals, isPresent, isTrue, not, oneOf, type RawResource } from '../../src/model/index.js';
import { noValue, origin, raw, reference } from './raw.js';

const texts = {
  title: 'Bucket is fine',
  row: 'data',
  severity: 'high',
  why: 'because',
  cwe: [],
  judgement: { detection: '', effort: '', reach: '', trap: '' },
  fix: { terraform: '', cloudformation: '' },
  references: [],
  equivalents: {},
  examples: { good: [], bad: [], unknown: [] },
} as const;

const versioned = defineCheck({
  ...texts,
  id: 'test-versioned',
  on: 'AWS::S3::Bucket',
  evaluate: ({ VersioningConfiguration: v }) => equals(v.Status, 'Enabled'),
});

const run = (checks: readonly Check[], raws: readonly RawResource[], more: Partial<Parameters<typeof assess>[1]> = {}): Assessment =>
  assess(raws, { checks, now: '2026-01-01T00:00:00Z', defaults: () => undefined, rows: { line: () => [{ layer: 'data', owner: 'customer', decision: 'who may read it' }] }, ...more });

const one = (result: Assessment): Assessment['verdicts'][number] => {
  expect(result.verdicts).toHaveLength(1);
  return result.verdicts[0] as Assessment['verdicts'][number];
};

describe('the engine', () => {
  it('leaves exactly one verdict for each applicable pair, with the deciding value and its place', () => {
    const result = run([versioned], [raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket.b', {}), raw('aws_s3_bucket_versioning.v', { bucket: reference('aws_s3_bucket.a'), versioning_configuration: [{ status: 'Suspended' }] }, { at: origin(9) })]);
    expect(result.verdicts.map(({ resource, status }) => [resource.address, status])).toEqual([
      ['aws_s3_bucket.a', 'fail'],
      ['aws_s3_bucket.b', 'fail'],
    ]);
    expect(result.verdicts[0]?.evidence).toEqual([
      expect.objectContaining({ path: 'VersioningConfiguration.Status', state: 'set', value: 'Suspended', file: 'main.tf', line: 9, address: 'aws_s3_bucket_versioning.v' }),
    ]);
    expect(result.verdicts[1]?.evidence).toEqual([expect.objectContaining({ state: 'absent', address: 'aws_s3_bucket.b' })]);
  });

  it('turns a throwing check into unknown, and the other checks go on', () => {
    const throwing = defineCheck({ ...texts, id: 'test-throwing', on: 'AWS::S3::Bucket', evaluate: () => { throw new Error('boom'); } });
    const result = run([throwing, versioned], [raw('aws_s3_bucket.a', {})]);
    expect(result.verdicts.map(({ check, status }) => [check, status])).toEqual([['test-throwing', 'unknown'], ['test-versioned', 'fail']]);
    expect(result.verdicts[0]?.reasons).toEqual([{ kind: 'check-error', detail: 'check `test-throwing` threw: boom' }]);
  });

  it('says what type it does not support, once a type', () => {
    const result = run([versioned], [raw('aws_quantum_thing.a', {}), raw('aws_quantum_thing.b', {})]);
    expect(result.verdicts).toEqual([]);
    expect(result.coverage).toEqual([expect.objectContaining({ subject: 'aws_quantum_thing', answered: false, reason: expect.stringContaining('aws_quantum_thing.a') })]);
  });

  it('asks only where the question applies; where that is unknown, a failing answer is unknown', () => {
    const named = defineCheck({ ...texts, id: 'test-applies', on: 'AWS::S3::Bucket', applies: ({ BucketName }) => equals(BucketName, 'logs'), evaluate: ({ VersioningConfiguration: v }) => equals(v.Status, 'Enabled') });
    expect(run([named], [raw('aws_s3_bucket.a', { bucket: 'photos' })]).verdicts).toEqual([]);
    expect(one(run([named], [raw('aws_s3_bucket.a', { bucket: 'logs' })])).status).toBe('fail');
    expect(one(run([named], [raw('aws_s3_bucket.a', { bucket: noValue('name') })]))).toMatchObject({ status: 'unknown', reasons: [{ detail: '`var.name` has no value' }] });
  });

  it('takes one question over several types', () => {
    const several = defineCheck({ ...texts, id: 'test-several', on: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'], evaluate: (_, { resource }) => ({ truth: resource.type === 'AWS::S3::Bucket', evidence: [], reasons: [] }) });
    expect(run([several], [raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket_policy.p', { bucket: 'x', policy: '{}' })]).verdicts.map((v) => v.status)).toEqual(['pass', 'fail']);
  });

  it('judges a resource with what is linked to it, and names the linked resource in the evidence', () => {
    const guarded = defineCheck({ ...texts, id: 'test-linked', on: 'AWS::S3::Bucket', evaluate: (_, { pointingHere }) => someLinked(pointingHere('AWS::S3::BucketPolicy'), ({ PolicyDocument }) => isPresent(PolicyDocument)) });
    const bucket = raw('aws_s3_bucket.a', {});
    expect(one(run([guarded], [bucket])).status).toBe('fail');
    const policy = raw('aws_s3_bucket_policy.p', { bucket: reference('aws_s3_bucket.a'), policy: '{}' });
    expect(one(run([guarded], [bucket, policy]))).toMatchObject({ status: 'pass', evidence: [{ address: 'aws_s3_bucket_policy.p' }] });
    expect(one(run([guarded], [bucket, raw('aws_s3_bucket_policy.p', { bucket: noValue('b'), policy: '{}' })])).status).toBe('unknown');
    const never = defineCheck({ ...texts, id: 'test-none', on: 'AWS::S3::Bucket', evaluate: (_, { pointingHere }) => everyLinked(pointingHere('AWS::S3::BucketPolicy'), ({ PolicyDocument }) => not(isPresent(PolicyDocument))) });
    expect(one(run([never], [bucket, policy])).status).toBe('fail');
  });

  it('makes a coverage line of an absence that proves nothing', () => {
    const account = defineCheck({ ...texts, id: 'test-account', on: 'AWS::S3::Bucket', evaluate: () => notAsked('code does not say what else the account holds') });
    const result = run([account], [raw('aws_s3_bucket.a', {})]);
    expect(result.verdicts).toEqual([]);
    expect(result.coverage).toEqual([{ source: '.', subject: 'aws_s3_bucket.a', asked: 'test-account', answered: false, reason: 'code does not say what else the account holds' }]);
  });

  it('passes by a documented default and says so; with explicit, the code must say it', () => {
    const defaults = () => ({ value: 'Enabled', reference: 'https://docs.aws.amazon.com/x' });
    const raws = [raw('aws_s3_bucket.a', {})];
    expect(one(run([versioned], raws, { defaults }))).toMatchObject({ status: 'pass', evidence: [{ state: 'default', reference: 'https://docs.aws.amazon.com/x' }] });
    expect(one(run([versioned], raws, { defaults, explicit: true }))).toMatchObject({ status: 'fail' });
  });

  it('does not take a default for what a partial parent leaves unsaid', () => {
    const defaults = () => ({ value: 'Enabled', reference: 'https://docs.aws.amazon.com/x' });
    expect(one(run([versioned], [raw('aws_s3_bucket_public_access_block.p', { bucket: 'made-by-hand', block_public_acls: true })], { defaults })).status).toBe('unknown');
  });
});

describe('verdict ids', () => {
  const ids = (raws: readonly RawResource[]): readonly string[] => run([versioned], raws).verdicts.map(({ id }) => id).sort();
  it('stay when files move, lines shift and blocks are reordered', () => {
    const before = ids([raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket.b', {})]);
    expect(ids([raw('aws_s3_bucket.b', { tags: {} }, { at: origin(70, 'other.tf') }), raw('aws_s3_bucket.a', {}, { at: origin(33, 'sub/x.tf') })])).toEqual(before);
    expect(before.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  });
  it('differ between roots, addresses and checks', () => {
    const other = defineCheck({ ...texts, id: 'test-other', on: 'AWS::S3::Bucket', evaluate: ({ BucketName }) => oneOf(BucketName, ['x']) });
    const all = run([versioned, other], [raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket.b', {}), raw('aws_s3_bucket.a', {}, { root: 'sub' })]).verdicts.map(({ id }) => id);
    expect(new Set(all).size).toBe(6);
  });
});

describe('rows', () => {
  it('are open by a fail, unverified by an unknown or by no check, locked when all pass, accepted when every fail is exempt', () => {
    const state = (raws: readonly RawResource[], more: Partial<Parameters<typeof assess>[1]> = {}, checks: readonly Check[] = [versioned]) => run(checks, raws, more).rows.map((row) => row.state);
    const bucket = raw('aws_s3_bucket.a', {});
    const satellite = (status: Parameters<typeof raw>[1][string]) => raw('aws_s3_bucket_versioning.v', { bucket: reference('aws_s3_bucket.a'), versioning_configuration: [{ status: 'x' }], ...(status === 'x' ? {} : { versioning_configuration: [{ status } as never] }) });
    expect(state([bucket])).toEqual(['open']);
    expect(state([bucket, satellite('Enabled')])).toEqual(['locked']);
    expect(state([bucket, raw('aws_s3_bucket_versioning.v', { bucket: reference('aws_s3_bucket.a'), versioning_configuration: noValue('v') })])).toEqual(['unverified']);
    expect(state([bucket], {}, [])).toEqual(['unverified']);
    expect(state([bucket], { exempt: (verdicts) => verdicts.map((v) => ({ ...v, exemption: { reason: 'public site', source: 'test' } })) })).toEqual(['accepted']);
    const skipped = { rows: { line: () => [{ layer: 'data', owner: 'customer', decision: '' } as const], skipped: new Set(['AWS::S3::Bucket#data']) } };
    expect(run([versioned], [bucket, satellite('Enabled')], skipped).rows).toEqual([expect.objectContaining({ state: 'unverified', partial: true })]);
  });
  it('ask nothing of a boolean check that is not there', () => {
    const check = defineCheck({ ...texts, id: 'test-block', on: 'AWS::S3::Bucket', evaluate: ({ PublicAccessBlockConfiguration: b }) => isTrue(b.BlockPublicAcls) });
    expect(one(run([check], [raw('aws_s3_bucket.a', {})])).message).toBe('`PublicAccessBlockConfiguration.BlockPublicAcls` is not set');
  });
});
