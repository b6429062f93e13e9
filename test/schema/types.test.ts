import { describe, expect, it } from 'vitest';
import { child, equals, fromJson, isTrue, some, viewOf, type Json, type Origin, type View } from '../../src/model/index.js';
import type { AwsProperties, AwsType } from '../../src/schema/aws/types/index.js';

const at: Origin = { kind: 'source', file: 'main.tf', line: 1, column: 1 };
const view = <T extends AwsType>(_type: T, properties: Json): View<AwsProperties[T]> => viewOf(fromJson(properties, at), { defaults: () => undefined, at });

describe('generated property types', () => {
  it('let a check read nested properties, lists and documents', () => {
    const bucket = view('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { BlockPublicAcls: true } });
    expect(isTrue(bucket.PublicAccessBlockConfiguration.BlockPublicAcls).truth).toBe(true);
    const group = view('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }] });
    expect(some(group.SecurityGroupIngress, (rule) => equals(rule.CidrIp, '0.0.0.0/0')).truth).toBe(true);
    const role = view('AWS::IAM::Role', { AssumeRolePolicyDocument: { Version: '2012-10-17' } });
    expect(equals(child<string>(role.AssumeRolePolicyDocument, 'Version'), '2012-10-17').truth).toBe(true);
  });

  it('refuse a misspelt property', () => {
    const bucket = view('AWS::S3::Bucket', {});
    // @ts-expect-error the property is PublicAccessBlockConfiguration
    expect(isTrue(bucket.PublicAccesBlockConfiguration.BlockPublicAcls).truth).toBe(false);
    // @ts-expect-error the nested property is BlockPublicAcls
    expect(isTrue(bucket.PublicAccessBlockConfiguration.BlockPublicAcl).truth).toBe(false);
  });
});
