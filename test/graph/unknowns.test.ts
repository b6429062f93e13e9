import { describe, expect, it } from 'vitest';
import { adapt } from '../../src/adapt/index.js';
import { fold } from '../../src/graph/fold.js';
import { Graph } from '../../src/graph/graph.js';
import { link } from '../../src/graph/link.js';
import { at, unknown, type RawResource, type Resource, type Tree } from '../../src/model/index.js';
import { noValue, origin, raw, reference } from '../engine/raw.js';

const model = (...raws: readonly RawResource[]): readonly Resource[] => link(fold(adapt(raws).adapted));
const find = (resources: readonly Resource[], address: string): Resource => {
  const found = resources.find((one) => one.address === address);
  if (found === undefined) throw new Error(`no ${address} among ${resources.map((one) => one.address).join(', ')}`);
  return found;
};
const versioning = (resources: readonly Resource[], address: string): Tree | undefined => at(find(resources, address).properties, 'VersioningConfiguration', 'Status');
const enabled = [{ status: 'Enabled' }];

describe('a satellite', () => {
  it('goes into the parent that it refers to, and keeps its own address as evidence', () => {
    const resources = model(raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket.b', {}), raw('aws_s3_bucket_versioning.v', { bucket: reference('aws_s3_bucket.a'), versioning_configuration: enabled }));
    expect(versioning(resources, 'aws_s3_bucket.a')).toMatchObject({ kind: 'scalar', value: 'Enabled', at: { address: 'aws_s3_bucket_versioning.v' } });
    expect(versioning(resources, 'aws_s3_bucket.b')).toBeUndefined();
  });

  it('finds its parent by literal name', () => {
    const resources = model(raw('aws_s3_bucket.a', { bucket: 'photos' }), raw('aws_s3_bucket_versioning.v', { bucket: 'photos', versioning_configuration: enabled }));
    expect(resources).toHaveLength(1);
    expect(versioning(resources, 'aws_s3_bucket.a')).toMatchObject({ value: 'Enabled' });
  });

  it('makes unknown all parents that have the name which it gives, and none besides', () => {
    const resources = model(
      raw('aws_s3_bucket.a', { bucket: 'photos' }),
      raw('aws_s3_bucket.b', { bucket: 'photos' }),
      raw('aws_s3_bucket.c', { bucket: 'logs' }),
      raw('aws_s3_bucket_versioning.v', { bucket: 'photos', versioning_configuration: enabled }),
    );
    expect(versioning(resources, 'aws_s3_bucket.a')).toMatchObject({ kind: 'unknown' });
    expect(versioning(resources, 'aws_s3_bucket.b')).toMatchObject({ kind: 'unknown' });
    expect(versioning(resources, 'aws_s3_bucket.c')).toBeUndefined();
  });

  it('finds its parent through another satellite, in whatever order they stand', () => {
    const raws = [
      raw('aws_s3_bucket_versioning.v', { bucket: reference('aws_s3_bucket_public_access_block.p'), versioning_configuration: enabled }),
      raw('aws_s3_bucket_public_access_block.p', { bucket: reference('aws_s3_bucket.a'), block_public_acls: true }),
      raw('aws_s3_bucket.a', {}),
    ];
    for (const resources of [model(...raws), model(...raws.toReversed())]) {
      expect(versioning(resources, 'aws_s3_bucket.a')).toMatchObject({ value: 'Enabled' });
      expect(resources).toHaveLength(1);
    }
  });

  it('whose parent cannot be told makes unknown every parent that it could mean, and only what it would say', () => {
    const resources = model(
      raw('aws_s3_bucket.a', { bucket: 'a' }),
      raw('aws_s3_bucket.b', { bucket: 'b' }),
      raw('aws_s3_bucket.other', { bucket: 'other' }, { root: 'elsewhere' }),
      raw('aws_s3_bucket_versioning.v', { bucket: noValue('bucket'), versioning_configuration: enabled }),
    );
    for (const address of ['aws_s3_bucket.a', 'aws_s3_bucket.b']) {
      expect(versioning(resources, address)).toMatchObject({ kind: 'unknown', reason: { kind: 'unresolved', detail: expect.stringContaining('aws_s3_bucket_versioning.v') } });
      expect(at(find(resources, address).properties, 'BucketName')).toMatchObject({ kind: 'scalar' });
      expect(at(find(resources, address).properties, 'PublicAccessBlockConfiguration')).toBeUndefined();
    }
    expect(versioning(resources, 'aws_s3_bucket.other')).toBeUndefined();
  });

  it('bounded to some parents leaves the others alone', () => {
    const resources = model(
      raw('aws_s3_bucket.a', {}),
      raw('aws_s3_bucket.b', {}),
      raw('aws_s3_bucket.c', {}),
      raw('aws_s3_bucket_versioning.v', {
        bucket: noValue('which', [
          { address: 'aws_s3_bucket.a', attribute: 'id' },
          { address: 'aws_s3_bucket.b', attribute: 'id' },
        ]),
        versioning_configuration: enabled,
      }),
    );
    expect(versioning(resources, 'aws_s3_bucket.a')).toMatchObject({ kind: 'unknown' });
    expect(versioning(resources, 'aws_s3_bucket.b')).toMatchObject({ kind: 'unknown' });
    expect(versioning(resources, 'aws_s3_bucket.c')).toBeUndefined();
  });

  it('of a missing module touches nothing that was not handed to the module, and is judged on a parent of its own', () => {
    const missing = unknown({ kind: 'module-missing', detail: '`module.storage` is not installed' }, origin(2), { mayBe: [] });
    const resources = model(raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket_versioning.v', { bucket: missing, versioning_configuration: enabled }));
    expect(versioning(resources, 'aws_s3_bucket.a')).toBeUndefined();
    expect(find(resources, 'aws_s3_bucket_versioning.v').partial).toMatchObject({ kind: 'module-missing' });
    expect(versioning(resources, 'aws_s3_bucket_versioning.v')).toMatchObject({ value: 'Enabled' });
  });

  it('keeps a partial parent when the parent is not in the code: what is not said there is unknown, not default', () => {
    const resources = model(
      raw('aws_s3_bucket_versioning.v', { bucket: 'made-by-hand', versioning_configuration: enabled }),
      raw('aws_s3_bucket_public_access_block.p', { bucket: 'made-by-hand', block_public_acls: true }),
    );
    expect(resources).toHaveLength(1);
    expect(resources[0]).toMatchObject({ type: 'AWS::S3::Bucket', partial: { kind: 'not-collected' }, properties: { open: { kind: 'not-collected' } } });
    expect(versioning(resources, 'aws_s3_bucket_versioning.v')).toMatchObject({ value: 'Enabled' });
  });

  it('that may not exist makes unknown what it would say', () => {
    const resources = model(
      raw('aws_s3_bucket.a', {}),
      raw('aws_s3_bucket_versioning.v[*]', { bucket: reference('aws_s3_bucket.a'), versioning_configuration: enabled }, { conditional: { kind: 'unresolved', detail: '`var.on` has no value' } }),
    );
    expect(versioning(resources, 'aws_s3_bucket.a')).toMatchObject({ kind: 'unknown', reason: { detail: expect.stringContaining('var.on') } });
  });

  it('does not resolve across roots', () => {
    const resources = model(raw('aws_s3_bucket.a', { bucket: 'photos' }, { root: 'one' }), raw('aws_s3_bucket_versioning.v', { bucket: 'photos', versioning_configuration: enabled }, { root: 'two' }));
    expect(versioning(resources, 'aws_s3_bucket.a')).toBeUndefined();
    expect(resources).toHaveLength(2);
  });
});

describe('an edge', () => {
  const policy = (bucket: Tree | string): RawResource => raw('aws_s3_bucket_policy.p', { bucket, policy: '{}' });

  it('joins a bucket policy to its bucket', () => {
    const resources = model(raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket.b', {}), policy(reference('aws_s3_bucket.a')));
    const graph = new Graph(resources);
    expect(graph.pointingTo(find(resources, 'aws_s3_bucket.a'), 'AWS::S3::BucketPolicy').resources).toHaveLength(1);
    expect(graph.pointingTo(find(resources, 'aws_s3_bucket.b'), 'AWS::S3::BucketPolicy')).toEqual({ resources: [], open: undefined });
  });

  it('of an unplaced bucket policy leaves open which bucket it binds, in its own root only', () => {
    const resources = model(raw('aws_s3_bucket.a', {}), raw('aws_s3_bucket.b', {}, { root: 'elsewhere' }), policy(noValue('bucket')));
    const graph = new Graph(resources);
    expect(graph.pointingTo(find(resources, 'aws_s3_bucket.a'), 'AWS::S3::BucketPolicy').open?.detail).toContain('aws_s3_bucket_policy.p');
    expect(graph.pointingTo(find(resources, 'aws_s3_bucket.b'), 'AWS::S3::BucketPolicy').open).toBeUndefined();
  });
});
