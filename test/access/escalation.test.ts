/** The shipped example: every way up is found, and nothing that only looks like one. */
import { describe, expect, it } from 'vitest';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { canDo, pathsTo, publicResources, whoCanDo } from '../../src/app/access.js';
import { leastPrivilege } from '../../src/app/least.js';
import { coveredByMeaning, rules } from '../../src/access/escalation/rules.js';
import { actionNamed } from '../../src/schema/iam/index.js';

const targets = ['examples/escalation'];
const schema = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/access.schema.json', 'utf8')) as object);
const fits = (result: unknown): void => {
  schema(JSON.parse(JSON.stringify(result)));
  expect(schema.errors ?? []).toEqual([]);
};

describe('ways up', async () => {
  const result = await pathsTo('admin', { targets });
  const from = (start: string): readonly (typeof result.paths)[number][] => result.paths.filter((path) => path.from.address.startsWith(start));

  it('each user of ways-up.tf has one, proven', () => {
    const keys = [...readFileSync('examples/escalation/ways-up.tf', 'utf8').matchAll(/^ {4}([a-z0-9-]+) *= \[/gm)].map(([, key]) => `aws_iam_user.up["${key ?? ''}"]`);
    expect(keys.length).toBeGreaterThanOrEqual(30);
    expect(from('aws_iam_user.up').map((path) => path.from.address).sort()).toEqual(keys.sort());
    for (const { state } of from('aws_iam_user.up')) expect(state).toBe('proven');
  });

  it('no look-alike has one', () => {
    expect([...readFileSync('examples/escalation/look-alikes.tf', 'utf8').matchAll(/^ {4}([a-z0-9-]+) *= \[/gm)].length).toBeGreaterThanOrEqual(10);
    expect(from('aws_iam_user.alike')).toEqual([]);
  });

  it('administrators have none: they have arrived', () => {
    expect(result.paths.map((path) => path.from.address).filter((address) => /root_of_trust|service\[|operator/.test(address))).toEqual([]);
  });

  it('chains are found over more than three steps, each with the statement that allows it', () => {
    const [developer] = from('aws_iam_user.chain_developer');
    expect(developer?.hops.map(({ rule, to }) => `${rule} ${to.address}`)).toEqual(['assume-role aws_iam_role.chain_deployer', 'codebuild-start aws_iam_role.chain_builder', 'lambda-code aws_iam_role.chain_keeper', 'rewrite-trust aws_iam_role.operator']);
    for (const { evidence } of developer?.hops ?? []) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence[0]?.file).toMatch(/\.tf$/);
    }
    expect(developer?.to).toEqual({ id: expect.stringContaining('#aws_iam_role.operator') as string, address: 'aws_iam_role.operator', kind: 'admin' });
  });

  it('from the internet: the role that trusts everybody', async () => {
    const { paths } = await pathsTo('admin', { targets, from: 'internet' });
    expect(paths.map(({ hops }) => hops.map(({ rule }) => rule))).toEqual([['assume-role', 'update-login', 'join-group', 'create-access-key']]);
    fits({ paths, coverage: [], errors: [] });
  });

  it('to a resource', async () => {
    const { paths } = await pathsTo('aws_lambda_function.chain', { targets });
    expect(paths.find((path) => path.from.address === 'aws_iam_role.chain_builder')?.hops.at(-1)?.rule).toBe('access');
    expect(paths.find((path) => path.from.address === 'aws_iam_user.chain_developer')?.hops).toHaveLength(3);
    expect(paths.find((path) => path.from.address === 'aws_iam_user.alike["pass-only"]')).toBeUndefined();
  });

  it('of one principal, by name, and by a name that nobody has', async () => {
    const { paths } = await pathsTo('admin', { targets, from: 'up-assume' });
    expect(paths).toHaveLength(1);
    await expect(pathsTo('admin', { targets, from: 'nobody' })).rejects.toThrow('no user or role is called `nobody`');
  });

  it('are printed as the published schema says', () => fits(result));
});

describe('the other questions', () => {
  it('who can', async () => {
    const result = await whoCanDo('lambda:UpdateFunctionCode', 'aws_lambda_function.chain', { targets });
    const names = result.whoCan.map(({ address }) => address);
    expect(names).toContain('aws_iam_role.chain_builder');
    expect(names).toContain('aws_iam_user.root_of_trust');
    expect(names).not.toContain('aws_iam_user.alike_bounded');
    expect(names).not.toContain('aws_iam_user.alike["denied"]');
    fits(result);
  });

  it('can: yes, no, and what it depends on', async () => {
    const yes = await canDo('chain-builder', 'lambda:UpdateFunctionCode', 'aws_lambda_function.chain', { targets });
    expect([yes.decision, yes.statements[0]?.file]).toEqual(['allow', 'examples/escalation/chains.tf']);
    const no = await canDo('aws_iam_user.alike_bounded', 's3:ListAllMyBuckets', '*', { targets });
    expect(no.decision).toBe('allow');
    const bounded = await canDo('aws_iam_user.alike_bounded', 'ec2:RunInstances', '*', { targets });
    expect([bounded.decision, bounded.missing]).toEqual(['deny', ['boundary']]);
    const denied = await canDo('alike-denied', 'iam:CreateUser', '*', { targets });
    expect([denied.decision, denied.explicit, denied.statements.length]).toEqual(['deny', true, 1]);
    const depends = await canDo('alike-other-team', 'ssm:StartSession', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', { targets });
    expect([depends.decision, depends.reasons[0]?.detail]).toEqual(['unknown', 'the request\'s `aws:resourcetag/team` is not known']);
    const given = await canDo('alike-other-team', 'ssm:StartSession', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', { targets, context: { 'aws:ResourceTag/team': 'shop' } });
    expect(given.decision).toBe('allow');
    const stranger = await canDo('arn:aws:iam::444455556666:user/eve', 'sts:AssumeRole', 'aws_iam_role.chain_partner', { targets });
    expect([stranger.decision, stranger.resource]).toEqual(['allow', 'arn:aws:iam::‹this account›:role/chain-partner']);
    const ours = await canDo('arn:aws:iam::111122223333:user/chain-developer', 'sts:AssumeRole', 'arn:aws:iam::111122223333:role/chain-deployer', { targets });
    expect(ours.decision).toBe('allow');
    for (const result of [yes, bounded, denied, depends, stranger, ours]) fits(result);
    await expect(canDo('nobody', 's3:GetObject', '*', { targets })).rejects.toThrow('no user or role is called `nobody`');
    await expect(canDo('chain-builder', 'GetObject', '*', { targets })).rejects.toThrow('is no action');
  });

  it('control policies from files hold back everybody, and a file that is not there is a usage error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'demarc-scp-'));
    const scp = join(folder, 'scp.json');
    writeFileSync(scp, JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, { Effect: 'Deny', Action: ['iam:*', 'sts:*', 'sso:*'], Resource: '*' }] }));
    const { paths } = await pathsTo('admin', { targets, scps: [scp] });
    rmSync(folder, { recursive: true });
    expect(paths).toEqual([]);
    await expect(pathsTo('admin', { targets, scps: ['no-such.json'] })).rejects.toThrow('`no-such.json` cannot be read');
  });

  it('public, on an example that is open and one that is shut', async () => {
    const open = await publicResources({ targets: ['examples/photo-share/open'] });
    const shut = await publicResources({ targets: ['examples/photo-share/shut'] });
    expect(open.public.filter(({ verdict }) => verdict === 'public').map(({ resource }) => resource.type)).toContain('AWS::S3::Bucket');
    expect(shut.public.filter(({ verdict }) => verdict !== 'named')).toEqual([]);
    for (const { witness, evidence } of open.public) if (witness !== undefined) expect(evidence.length).toBeGreaterThan(0);
    fits(open);
  });

  it('least privilege: services without a resource go, stars become the stack\'s own', async () => {
    const result = await leastPrivilege([], { targets: ['test/access/least'] });
    fits(result);
    const [entry] = result.least;
    expect(entry?.role.address).toBe('aws_iam_role.app');
    expect(entry?.excess.map(({ finding }) => finding).join('\n')).toMatch(/`sqs` is granted, and this code has no resource of it/);
    const policy = JSON.parse(entry?.policy ?? '') as { readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: readonly string[] }[] };
    const granted = policy.Statement.flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)));
    expect(granted).toContain('s3:GetObject arn:aws:s3:::app-photos/*');
    expect(granted.filter((line) => /sqs:|s3:DeleteBucket|s3:PutBucketPolicy| \*$/.test(line))).toEqual([]);
  });
});

describe('the table of rules', () => {
  it('names documented actions only, and each rule once', () => {
    for (const { calls } of rules) for (const { action } of calls) expect(actionNamed(action), action).toBeDefined();
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('covers the ways of the public lists', () => {
    const known = new Set([...rules.flatMap(({ known: ids }) => ids), ...coveredByMeaning]);
    expect(known.size).toBeGreaterThanOrEqual(119);
  });
});
