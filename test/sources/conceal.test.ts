/** What of replies goes no further: credentials, wherever somebody wrote them. */
import { describe, expect, it } from 'vitest';
import { hides } from '../../src/app/accounts.js';
import { looksSecret } from '../../src/checks/aws/secrets.js';
import type { Reply } from '../../src/sources/aws/collector.js';
import { concealing } from '../../src/sources/aws/conceal.js';
import type { ServiceName } from '../../src/sources/aws/services.js';

// Put together here, so that no search for credentials takes them for some.
const KEY = ['AKIA', 'QWERTYUIOPASDFGH'].join('');
const TOKEN = ['ghp', 'a8Bd93kdJf02mXz7Qw1eRt5yUi9oPl3kJhGf'].join('_');
const PASSWORD = 'Sup3r-Pa55-word!';

const told = async (page: Reply, command = 'DescribeThingsCommand', service: ServiceName = 'ec2'): Promise<Reply> =>
  concealing({ calls: 0, home: () => Promise.resolve('us-east-1'), end: () => Promise.resolve(), send: () => Promise.resolve(page) }, looksSecret, hides).send(service, 'us-east-1', command, {});

describe('a reply', () => {
  it.each<readonly [where: string, page: Reply]>([
    ['a tag by its shape', { Tags: [{ Key: 'note', Value: TOKEN }] }],
    ['a tag by its name', { Tags: [{ Key: 'password', Value: PASSWORD }] }],
    ['a map of tags', { tags: { 'api-token': PASSWORD } }],
    ['a policy', { Policy: JSON.stringify({ Statement: [{ Condition: { StringEquals: { 'aws:Referer': `https://example.com/?token=${TOKEN}` } } }] }) }],
    ['a policy that is encoded', { PolicyDocument: encodeURIComponent(JSON.stringify({ Statement: [{ Sid: KEY }] })) }],
    ['a description', { Description: `calls with ${TOKEN}, the password is ${PASSWORD}` }],
    ['a command', { containerDefinitions: [{ command: ['sh', '-c', `login --password ${PASSWORD} --api-key=${KEY}`] }] }],
    ['options of a log driver', { options: { 'splunk-token': PASSWORD } }],
    ['a document', { Content: JSON.stringify({ mainSteps: [{ inputs: { runCommand: [`export DB_PASSWORD=${PASSWORD}`], password: PASSWORD } }] }) }],
    ['an address that signs in', { Url: `https://app:${PASSWORD}@example.com/` }],
    ['a private key', { Body: `-----BEGIN RSA PRIVATE KEY-----\n${PASSWORD}\n-----END RSA PRIVATE KEY-----` }],
  ])('holds no credential in %s', async (_, page) => {
    const text = decodeURIComponent(JSON.stringify(await told(page)).replaceAll('%', '%25')).replaceAll('%25', '%');
    for (const secret of [KEY, TOKEN, PASSWORD]) expect(decodeURIComponent(text.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))).not.toContain(secret);
    // What is once concealed stays as it is.
    const once = await told(page);
    expect(await told(once)).toEqual(once);
  });

  it('conceals properties of types without calls of their own, so that whoever looks for credentials still finds one', async () => {
    const properties = { EnvironmentVariables: [{ Name: 'DB_PASSWORD', Value: PASSWORD }, { Name: 'STAGE', Value: 'production' }], Configuration: { SecretKey: PASSWORD }, Name: 'app' };
    const page = await told({ ResourceDescription: { Identifier: 'a', Properties: JSON.stringify(properties) } }, 'GetResourceCommand', 'cloudcontrol');
    const said = JSON.parse(String((page['ResourceDescription'] as Reply)['Properties'])) as typeof properties;
    expect(looksSecret(said.EnvironmentVariables[0]?.Value ?? '')).toBe(true);
    expect(said).toMatchObject({ EnvironmentVariables: [{ Name: 'DB_PASSWORD' }, { Name: 'STAGE', Value: '‹value, not kept›' }], Configuration: { SecretKey: '‹credential, not kept›' }, Name: 'app' });
  });

  it.each<readonly [what: string, page: Reply]>([
    ['conditions of policies', { Policy: JSON.stringify({ Statement: [{ Condition: { DateGreaterThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' }, StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example/app:*', 'sts:ExternalId': 'b8f3-1' } } }] }, undefined, 2) }],
    ['where there is more', { NextToken: `a${'b'.repeat(40)}`, ContinuationToken: 'cd', UpdateToken: 'ef' }],
    ['ids of keys', { AccessKeyMetadata: [{ UserName: 'bob', AccessKeyId: KEY, Status: 'Active' }] }],
    ['parameters that only speak of passwords', { Parameters: [{ ParameterName: 'rds.password_encryption', ParameterValue: 'scram-sha-256' }] }],
    ['options and their words', { HttpTokens: 'required', MetadataOptions: { HttpTokens: 'optional' }, TokenValidityUnits: { AccessToken: 'minutes' } }],
    ['where a secret is', { SecretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db', containerDefinitions: [{ secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/db' }] }] }],
    ['dates and bytes', { CreateDate: new Date(0), Content: new Uint8Array([1, 2]) }],
  ])('keeps %s', async (_, page) => {
    expect(await told(page)).toEqual(page);
  });
});
