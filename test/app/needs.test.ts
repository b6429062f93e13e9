/** What is asked of an account for a choice of checks. */
import { expect, it } from 'vitest';
import { needsOf } from '../../src/app/needs.js';
import { permissions } from '../../src/app/permissions.js';
import { registry } from '../../src/checks/registry.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';

const asked = (...ids: readonly string[]): readonly string[] => {
  const needs = needsOf(registry.filter(({ id }) => ids.includes(id)));
  if (needs === undefined) return ['everything'];
  return collectors.filter(needs.type).flatMap((collector) => [collector.list.command, ...[...(collector.reads ?? []), ...(collector.makes ?? [])].filter((row) => needs.row(collector, row)).map(({ command }) => command)]);
};

it('is one list and one call for each bucket for a question about one setting of buckets', () => {
  expect(asked('aws-s3-versioning')).toEqual(['ListBucketsCommand', 'GetBucketVersioningCommand']);
});

it('is more for more checks, and for what a check looks at beside', () => {
  const both = asked('aws-s3-versioning', 'aws-sqs-encryption');
  expect(both).toContain('GetBucketVersioningCommand');
  expect(both).toContain('ListQueuesCommand');
  expect(asked('aws-s3-acl-not-public')).toContain('GetPublicAccessBlockCommand');
});

it('is everything for a check that decides on access, or that is not known', () => {
  expect(asked('aws-iam-no-way-to-admin', ...registry.filter(({ id }) => id.includes('admin')).map(({ id }) => id))).toEqual(['everything']);
  expect(needsOf([{ ...registry[0]!, id: 'own-check' }])).toBeUndefined();
});

it('makes the policy smaller, too', () => {
  const Action = (ids?: readonly string[]): readonly string[] => permissions([], ids === undefined ? undefined : registry.filter(({ id }) => ids.includes(id))).Statement.flatMap((one) => one.Action);
  expect(Action(['aws-s3-versioning'])).toEqual(['ec2:DescribeRegions', 's3:GetBucketVersioning', 's3:ListAllMyBuckets']);
  expect(Action().length).toBeGreaterThan(200);
});
