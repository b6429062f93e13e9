import { describe, expect, it } from 'vitest';
import { leaves, loadSchemas, propertyAt, relationships, schemaOf, typeNames } from '../../src/schema/aws/index.js';

describe('the packed schema', () => {
  it('knows every type by name without loading a service', () => {
    expect(typeNames().length).toBeGreaterThan(1800);
    expect(typeNames()).toContain('AWS::S3::Bucket');
  });

  it('answers for all of them', async () => {
    const schemas = await loadSchemas(typeNames());
    expect(schemas.size).toBe(typeNames().length);
    for (const schema of schemas.values()) for (const { property } of leaves(schema)) expect(property.kind.kind).toBeTypeOf('string');
  });

  it('reads kinds, requirement, replacement and references', async () => {
    const bucket = (await schemaOf('AWS::S3::Bucket'))!;
    expect(bucket.stateful).toBe(true);
    expect(bucket.tags).toBe('Tags');
    expect(bucket.attributes).toContain('Arn');
    expect(propertyAt(bucket, 'PublicAccessBlockConfiguration.BlockPublicAcls')?.kind.kind).toBe('boolean');
    expect(propertyAt(bucket, 'BucketName')?.replaces).toBe('yes');
    expect(propertyAt(bucket, 'LifecycleConfiguration.Rules.Status')?.required).toBe(true);
    expect(propertyAt(bucket, 'PublicAccessBlock')).toBeUndefined();
    const role = (await schemaOf('AWS::IAM::Role'))!;
    expect(role.properties.get('AssumeRolePolicyDocument')?.kind.kind).toBe('union');
    expect(role.properties.get('AssumeRolePolicyDocument')?.scrutiny).toBe('InlineResourcePolicy');
  });

  it('steps through maps and unions', async () => {
    const target = (await schemaOf('AWS::Lambda::Function'))!;
    expect(propertyAt(target, 'Environment.Variables.ANY')?.kind.kind).toBe('string');
  });

  it('lists relationships with their path', async () => {
    const fn = (await schemaOf('AWS::Lambda::Function'))!;
    const found = relationships(fn);
    expect(found.find(({ path }) => path === 'Role')?.types).toContain('AWS::IAM::Role');
    expect(found.find(({ path }) => path === 'VpcConfig.SecurityGroupIds')?.types).toContain('AWS::EC2::SecurityGroup');
  });

  it('has nothing for names that the provider does not have', async () => {
    expect(await schemaOf('AWS::S3::Buckets')).toBeUndefined();
    expect(await schemaOf('AWS::constructor::toString')).toBeUndefined();
    expect(await schemaOf('Demarc::IAM::PasswordPolicy')).toBeUndefined();
  });

  it('ends on recursive definitions', async () => {
    const acl = (await schemaOf('AWS::WAFv2::WebACL'))!;
    expect([...leaves(acl)].length).toBeLessThan(20_000);
  });
});
