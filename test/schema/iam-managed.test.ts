import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../src/iam/index.js';
import { fromJson } from '../../src/model/index.js';
import { managedPolicy, managedPolicyArn, managedPolicyArns, managedPolicyDetails, managedPolicySource } from '../../src/schema/iam/managed.js';

const arn = (path: string): string => `arn:aws:iam::aws:policy/${path}`;

// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
describe('AWS-managed policies', () => {
  it('name their source and day', () => {
    expect(managedPolicySource()).toEqual({ name: 'moto', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string, date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string });
  });

  it('hold AdministratorAccess', () => {
    expect(managedPolicy(arn('AdministratorAccess'))).toEqual({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
  });

  it.each(['PowerUserAccess', 'ReadOnlyAccess', 'IAMFullAccess', 'AmazonS3ReadOnlyAccess', 'job-function/Billing', 'service-role/AWSLambdaBasicExecutionRole', 'aws-service-role/AWSSupportServiceRolePolicy', 'root-task/IAMDeleteRootUserCredentials'])(
    'hold %s',
    (path) => {
      const found = managedPolicyDetails(arn(path));
      expect(found?.version).toMatch(/^v\d+$/);
      expect(found?.updated).toMatch(/^20\d\d-/);
      expect(managedPolicyArn(path.slice(path.lastIndexOf('/') + 1))).toBe(arn(path));
    },
  );

  it.each(['arn:aws-cn:iam::aws:policy/AdministratorAccess', 'arn:aws:iam::111122223333:policy/AdministratorAccess', arn('Nope'), arn(''), arn('job-function/AdministratorAccess'), 'AdministratorAccess', ''])('hold no `%s`', (one) => {
    expect(managedPolicy(one)).toBeUndefined();
  });

  it('can all be read', () => {
    const arns = managedPolicyArns();
    expect(arns.length).toBeGreaterThan(1_500);
    for (const one of arns) {
      const policy = parsePolicy(fromJson(managedPolicy(one) ?? null, { kind: 'default', reference: one }));
      if (policy.open !== undefined || policy.statements.length === 0 || policy.version !== '2012-10-17') expect.fail(one);
    }
  });
});
