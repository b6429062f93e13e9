/** What an organization forbids its accounts, read from its management account and held against a member's roles. */
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AttachPolicyCommand, CreateAccountCommand, CreateOrganizationalUnitCommand, CreateOrganizationCommand, CreatePolicyCommand, EnablePolicyTypeCommand, ListRootsCommand, MoveAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canDo } from '../../src/app/access.js';
import type { AccountOptions } from '../../src/sources/aws/read.js';
import { connection } from './seeds/index.js';
import { startProxy, TRACE, type Proxy } from './faults.js';
import { available, startServer, type Server } from './server.js';

describe.skipIf(!available)('an organization', () => {
  let server: Server;
  let proxy: Proxy;
  let member: string;
  const before = { ...process.env };
  const allow = (Action: string): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  beforeAll(async () => {
    server = await startServer();
    proxy = await startProxy(server.endpoint);
    const at = connection(server.endpoint);
    Object.assign(process.env, { AWS_ENDPOINT_URL: proxy.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'root' });
    const organizations = new OrganizationsClient(at);
    await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
    const root = (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id;
    await organizations.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' })).catch((error: unknown) => {
      if (!/already/i.test(String(error))) throw error;
    });
    member = (await organizations.send(new CreateAccountCommand({ AccountName: 'web', Email: 'web@example.com' }))).CreateAccountStatus?.AccountId ?? '';
    const upper = (await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: root, Name: 'workloads' }))).OrganizationalUnit?.Id;
    const lower = (await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: upper, Name: 'production' }))).OrganizationalUnit?.Id;
    await organizations.send(new MoveAccountCommand({ AccountId: member, SourceParentId: root, DestinationParentId: lower }));
    // AWS attaches this one to whatever is made; the server does not.
    for (const TargetId of [upper, lower, member]) {
      await organizations.send(new AttachPolicyCommand({ PolicyId: 'p-FullAWSAccess', TargetId })).catch((error: unknown) => {
        if (!/duplicate|already/i.test(String(error))) throw error;
      });
    }
    const { Policy } = await organizations.send(
      new CreatePolicyCommand({ Name: 'keep', Type: 'SERVICE_CONTROL_POLICY', Description: 'x', Content: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }] }) }),
    );
    await organizations.send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId: upper }));
    const trust = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] });
    const { Credentials } = await new STSClient(at).send(new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${member}:role/audit`, RoleSessionName: 'x' }));
    const there = { ...at, credentials: { accessKeyId: Credentials?.AccessKeyId ?? '', secretAccessKey: Credentials?.SecretAccessKey ?? '', sessionToken: Credentials?.SessionToken } };
    for (const iam of [new IAMClient(at), new IAMClient(there)]) {
      await iam.send(new CreateRoleCommand({ RoleName: 'store', AssumeRolePolicyDocument: trust }));
      await iam.send(new PutRolePolicyCommand({ RoleName: 'store', PolicyName: 'all', PolicyDocument: allow('s3:*') }));
    }
  }, 60_000);
  afterAll(async () => {
    process.env = before;
    await proxy.stop();
    await server.stop();
  });

  const live = (further: AccountOptions = {}): AccountOptions => ({ regions: ['us-east-1'], services: ['iam', 'organizations', 's3'], attempts: 1, trace: TRACE, ...further });
  const asked = async (account: string, action: string, further: AccountOptions): Promise<string> => {
    const { decision, explicit } = await canDo(`arn:aws:iam::${account}:role/store`, action, 'arn:aws:s3:::kept', { targets: ['aws'], live: live(further) });
    return decision === 'deny' && explicit ? 'deny explicitly' : decision;
  };

  it('holds back what a unit two levels up denies, in the member and not in the management account', async () => {
    const whole: AccountOptions = { organization: true, role: 'audit' };
    expect(await asked(member, 's3:DeleteBucket', whole)).toBe('deny explicitly');
    expect(await asked(member, 's3:ListBucket', whole)).toBe('allow');
    expect(await asked('123456789012', 's3:DeleteBucket', whole)).toBe('allow');
  });

  it.each(['ListAccounts', 'ListParents', 'ListRoots', 'ListOrganizationalUnitsForParent', 'ListPolicies', 'DescribePolicy', 'ListTargetsForPolicy'])('allows nothing in the member when %s is denied: what would forbid it is not known', async (operation) => {
    // Which accounts there are is asked before, and must be answered.
    proxy.breaks(operation, 'denied', undefined, operation === 'ListAccounts' ? 1 : 0);
    try {
      const decision = await asked(member, 's3:DeleteBucket', { organization: true, role: 'audit' });
      expect(proxy.dealt()).toBeGreaterThan(0);
      expect(decision).toBe('unknown');
    } finally {
      proxy.breaks(undefined);
    }
  });
});
