import { describe, expect, it } from 'vitest';
import { catalogue, findTypes, suggestTypes } from '../../src/responsibility/index.js';

describe('finding a type', () => {
  it.each([
    ['s3', 'AWS::S3::Bucket'],
    ['ec2', 'AWS::EC2::Instance'],
    ['rds', 'AWS::RDS::DBInstance'],
    ['aurora', 'AWS::RDS::DBCluster'],
    ['lambda', 'AWS::Lambda::Function'],
    ['ecs', 'AWS::ECS::Service'],
    ['fargate', 'AWS::ECS::Service'],
    ['Secrets Manager', 'AWS::SecretsManager::Secret'],
    ['AWS::RDS::DBInstance', 'AWS::RDS::DBInstance'],
    ['aws::rds::dbinstance', 'AWS::RDS::DBInstance'],
    ['RDS::DBInstance', 'AWS::RDS::DBInstance'],
    ['ec2 volume', 'AWS::EC2::Volume'],
    ['batch', 'AWS::Batch::ComputeEnvironment'],
    ['timestream', 'AWS::Timestream::Database'],
  ])('%s is %s', (word, type) => {
    expect(findTypes(word)[0]).toBe(type);
  });

  it('gives all types of a name that several services have', () => {
    expect(findTypes('DBSubnetGroup')).toEqual(expect.arrayContaining(['AWS::RDS::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup']));
  });

  it('finds every catalogued type by its service or one of its names', () => {
    for (const { type, service, names } of catalogue) expect([service, ...names].some((word) => findTypes(word)[0] === type), type).toBe(true);
  });

  it('suggests what is near to what it does not know', () => {
    expect(findTypes('lamda')).toEqual([]);
    expect(suggestTypes('lamda')[0]).toBe('lambda');
    expect(suggestTypes('AWS::S3::Bukcet')[0]).toBe('AWS::S3::Bucket');
    expect(suggestTypes('dynamdb')[0]).toBe('dynamodb');
    expect(suggestTypes('qqqqqqqqqqqq')).toEqual([]);
  });
});
