/**
 * The decision against a real API: the same policies, the same calls. The server judges identity policies, and the trust in users of
 * its account, by action and resource; neither conditions nor resource policies. Where it differs from AWS's documentation, the case says so.
 */
import { AddUserToGroupCommand, AttachGroupPolicyCommand, AttachRolePolicyCommand, AttachUserPolicyCommand, CreateAccessKeyCommand, CreateGroupCommand, CreatePolicyCommand, CreateRoleCommand, CreateUserCommand, PutGroupPolicyCommand, PutRolePolicyCommand, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate, type AccessPolicies, type Caller, type PolicySet } from '../../src/iam/index.js';
import type { Json } from '../../src/model/index.js';
import { managedPolicy } from '../../src/schema/iam/managed.js';
import { context, document, set } from '../iam/support.js';
import { identityCases, type IdentityCase } from './authorization-cases.js';
import { ACCOUNT, allowed, callNames, calls, clients, makeResources, type CallName, type Clients, type Keys } from './calls.js';
import { available, startServer, type Server } from './server.js';

const text = (statements: readonly Json[]): string => JSON.stringify(document(...statements));
const arn = (kind: string, name: string): string => `arn:aws:iam::${ACCOUNT}:${kind}/${name}`;

/** Makes a case's user or role, and gives the keys that call. */
async function make({ iam, sts }: Clients, one: IdentityCase, name: string): Promise<Keys> {
  const attach = async (statements: readonly Json[], suffix: string): Promise<string> => (await iam.send(new CreatePolicyCommand({ PolicyName: `${name}-${suffix}`, PolicyDocument: text(statements) }))).Policy?.Arn ?? '';
  const inline = [...(one.inline ?? []).entries()];
  const attached = [...(one.managed ?? [])];
  for (const [i, statements] of (one.attached ?? []).entries()) attached.push(await attach(statements, `own${i}`));
  const boundary = one.boundary === undefined ? undefined : await attach(one.boundary, 'boundary');
  if (one.role === true) {
    await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: text([{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }]) }));
    for (const [i, statements] of inline) await iam.send(new PutRolePolicyCommand({ RoleName: name, PolicyName: `p${i}`, PolicyDocument: text(statements) }));
    for (const PolicyArn of attached) await iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn }));
    const session = await sts.send(new AssumeRoleCommand({ RoleArn: arn('role', name), RoleSessionName: 'test', ...(one.session === undefined ? {} : { Policy: text(one.session) }) }));
    return { accessKeyId: session.Credentials?.AccessKeyId ?? '', secretAccessKey: session.Credentials?.SecretAccessKey ?? '', sessionToken: session.Credentials?.SessionToken };
  }
  await iam.send(new CreateUserCommand({ UserName: name, PermissionsBoundary: boundary }));
  for (const [i, statements] of inline) await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: `p${i}`, PolicyDocument: text(statements) }));
  for (const PolicyArn of attached) await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn }));
  if (one.group !== undefined) {
    await iam.send(new CreateGroupCommand({ GroupName: name }));
    await iam.send(new AddUserToGroupCommand({ GroupName: name, UserName: name }));
    for (const [i, statements] of (one.group.inline ?? []).entries()) await iam.send(new PutGroupPolicyCommand({ GroupName: name, PolicyName: `p${i}`, PolicyDocument: text(statements) }));
    for (const [i, statements] of (one.group.attached ?? []).entries()) await iam.send(new AttachGroupPolicyCommand({ GroupName: name, PolicyArn: await attach(statements, `group${i}`) }));
  }
  return keysOf(iam, name);
}

async function keysOf(iam: Clients['iam'], user: string): Promise<Keys> {
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: user }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

const layer = (policies: readonly (readonly Json[])[]): PolicySet => set(...policies.map((statements) => document(...statements)));
const identityOf = ({ inline = [], attached = [], managed = [], group }: IdentityCase): PolicySet => ({
  documents: [
    ...layer([...inline, ...attached, ...(group?.inline ?? []), ...(group?.attached ?? [])]).documents,
    ...set(...managed.map((arn) => managedPolicy(arn) ?? expect.fail(`no \`${arn}\``))).documents,
  ],
});

/** What the engine allows, as names of calls. */
function byEngine(one: IdentityCase, name: string): readonly CallName[] {
  const caller: Caller = one.role === true ? { kind: 'role', arn: arn('role', name), account: ACCOUNT, session: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/test` } : { kind: 'user', arn: arn('user', name), account: ACCOUNT };
  const policies: AccessPolicies = { identity: identityOf(one), boundary: one.boundary && layer([one.boundary]), session: one.session && layer([one.session]) };
  return callNames.filter((call) => evaluate({ caller, action: calls[call].action, resource: calls[call].resource, resourceAccount: ACCOUNT, context: context() }, policies).answer === 'allow');
}

const sorted = (names: Iterable<CallName>): readonly CallName[] => [...new Set(names)].sort();

describe.skipIf(!available)('the decision and a server that authorizes', () => {
  let server: Server | undefined;
  const keys = new Map<string, Keys>();
  const names = new Map(identityCases.map(({ name }, i) => [name, `case${i}`]));
  const as = (who: string): Clients => clients(server?.endpoint ?? '', keys.get(who) ?? expect.fail(`\`${who}\` has no keys`));

  beforeAll(async () => {
    server = await startServer({ MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' });
    const admin = clients(server.endpoint, { accessKeyId: 'AKIATEST', secretAccessKey: 'test' });
    await makeResources(admin);
    for (const one of identityCases) keys.set(one.name, await make(admin, one, names.get(one.name) ?? ''));
    for (const [name, statements] of Object.entries(assumers)) {
      await admin.iam.send(new CreateUserCommand({ UserName: name }));
      await admin.iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: 'p', PolicyDocument: text(statements) }));
      keys.set(name, await keysOf(admin.iam, name));
    }
    for (const [name, trust] of Object.entries(trusts)) await admin.iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: text(trust) }));
    await server.authorizeFrom(0);
  }, 60_000);
  afterAll(async () => server?.stop());

  it.each(identityCases)('$name', async (one) => {
    const granted: CallName[] = [];
    for (const call of callNames) if (await allowed(calls[call].send(as(one.name), server?.endpoint ?? ''))) granted.push(call);
    const documented = sorted([...one.allowed, 'whoami']);
    expect({ engine: sorted(byEngine(one, names.get(one.name) ?? '')) }).toEqual({ engine: documented });
    const { also = [], not = [] } = one.server ?? {};
    expect({ server: sorted(granted) }).toEqual({ server: sorted([...documented.filter((call) => !not.includes(call)), ...also]) });
  });

  const trust = (who: Json): readonly Json[] => [{ Effect: 'Allow', Principal: { AWS: who }, Action: 'sts:AssumeRole' }];
  const assumers = {
    ann: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
    ben: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: arn('role', 'ForBen*') }],
    cat: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    dan: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }, { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: arn('role', 'ForAll') }],
  } satisfies Readonly<Record<string, readonly Json[]>>;
  const trusts = {
    ForAll: trust('*'),
    ForAnn: trust(arn('user', 'ann')),
    ForBenAndDan: trust([arn('user', 'ben'), arn('user', 'dan')]),
    ForAccount: trust(`arn:aws:iam::${ACCOUNT}:root`),
    ForCat: trust(arn('user', 'cat')),
  } satisfies Readonly<Record<string, readonly Json[]>>;
  const delegated = 'it knows principals by their own ARN only, not by that of their account';

  it.each<{ role: keyof typeof trusts; allowed: readonly (keyof typeof assumers)[]; server?: readonly (keyof typeof assumers)[]; why?: string }>([
    { role: 'ForAll', allowed: ['ann', 'ben', 'cat'], server: ['ann'], why: 'AWS lets in whom the trust policy names, within the account, without a policy of their own; the server wants both' },
    { role: 'ForAnn', allowed: ['ann'] },
    { role: 'ForBenAndDan', allowed: ['ben', 'dan'] },
    { role: 'ForAccount', allowed: ['ann', 'dan'], server: [], why: delegated },
    { role: 'ForCat', allowed: ['cat'], server: [], why: 'the trust policy alone is enough for a user that it names; the server wants both' },
  ])('who assumes $role', async ({ role, allowed: expected, server: other }) => {
    const users = Object.keys(assumers) as (keyof typeof assumers)[];
    const engine = users.filter((user) => {
      const request = { caller: { kind: 'user', arn: arn('user', user), account: ACCOUNT } as const, action: 'sts:AssumeRole', resource: arn('role', role), resourceAccount: ACCOUNT, context: context() };
      return evaluate(request, { identity: set(document(...assumers[user])), resource: set(document(...trusts[role])) }).answer === 'allow';
    });
    const granted: string[] = [];
    for (const user of users) if (await allowed(as(user).sts.send(new AssumeRoleCommand({ RoleArn: arn('role', role), RoleSessionName: 'test' })))) granted.push(user);
    expect({ engine }).toEqual({ engine: expected });
    expect({ server: granted }).toEqual({ server: other ?? expected });
  });
});
