/** What demarc can ask of an account: the table, held against IAM's data and the library's, and the bundle against the table. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionNamed } from '../../src/schema/iam/index.js';
import type { ListRow, MakeRow, ReadRow, ServiceName } from '../../src/sources/aws/collector.js';
import { clients } from '../../src/sources/aws/clients/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { listsOf } from '../../src/sources/aws/permissions.js';
import { FURTHER, services } from '../../src/sources/aws/services.js';

interface Asked {
  readonly service: ServiceName;
  readonly row: ListRow | ReadRow | MakeRow;
  readonly what: string;
}
const asked: readonly Asked[] = collectors.flatMap((one) => [...listsOf(one.list), ...(one.names === undefined ? [] : listsOf(one.names.list)), ...(one.reads ?? []), ...(one.makes ?? [])].map((row) => ({ service: row.service ?? one.service, row, what: row.command.replace(/Command$/, '') })));

/** Operations that IAM calls otherwise: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html and list_awsiamaccessanalyzer.html. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'accessanalyzer ListFindingsV2': 'access-analyzer:ListFindings',
  's3-control GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
  's3 ListBuckets': 's3:ListAllMyBuckets',
  's3 GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3 GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3 GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3 GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3 GetBucketReplication': 's3:GetReplicationConfiguration',
  's3 GetBucketNotificationConfiguration': 's3:GetBucketNotification',
};

/** What takes out what is kept inside: secrets, objects, rows, messages, logs, code, and credentials for any of it. */
const VALUES =
  /^(?:GetSecretValue|BatchGetSecretValue|GetParameters?|GetParametersByPath|GetParameterHistory|GetObject(?!LockConfiguration$).*|SelectObjectContent|Scan|Query|GetItem|BatchGetItem|TransactGetItems|PartiQL.*|ExecuteStatement|Invoke.*|Decrypt|ReEncrypt.*|GenerateDataKey.*|ReceiveMessage|GetRecords|GetLogEvents|FilterLogEvents|GetQueryResults|GetDownloadUrlForLayer|BatchGetImage|GetFunction|GetPasswordData|GetConsoleOutput|GetConsoleScreenshot|GetTemplate|DownloadDBLogFilePortion|Get.*Credentials.*|GetSessionToken|GetFederationToken|GetAuthorizationToken|GetApiKeys?|ListApiKeys|GetFile|GetBlob|GetExecutionHistory|AdminGetUser|ListUsers)$/;

describe('the table of operations', () => {
  it('names the action that IAM checks, which reads or lists and never what is kept inside', () => {
    for (const { service, row, what } of asked) {
      const said = `${service} ${what} ${row.permission}`;
      if (service === 'apigateway' || service === 'apigatewayv2') expect(said, said).toMatch(/^apigateway(?:v2)? Get\w+ apigateway:GET$/);
      else if (OTHERWISE[`${service} ${what}`] !== undefined) expect(row.permission, said).toBe(OTHERWISE[`${service} ${what}`]);
      else expect(row.permission.split(':')[1], said).toBe(what);
      expect(`${said} ${actionNamed(row.permission)?.accessLevel ?? 'is no action'}`).toMatch(/ (?:Read|List)$/);
      // Users of the account are principals; those of a pool are people.
      if (row.permission !== 'iam:ListUsers') expect(what).not.toMatch(VALUES);
    }
    expect(asked.length).toBeGreaterThan(300);
  });

  it('writes nothing beside it but the taking on of a role', () => {
    expect(FURTHER.map(([service, command]) => `${service}:${command.replace(/Command$/, '')} ${actionNamed(`${service}:${command.replace(/Command$/, '')}`)?.accessLevel ?? 'is no action'}`).sort()).toEqual(['ec2:DescribeRegions List', 'organizations:ListAccounts List', 'sts:AssumeRole Write']);
  });

  it('reads every list that comes in pages to its end', async () => {
    const cut: string[] = [];
    for (const { service, row, what } of asked) {
      const library = (await import(`@aws-sdk/client-${services[service].package}`)) as Readonly<Record<string, unknown>>;
      expect(library[row.command], `${service} ${row.command}`).toBeTypeOf('function');
      if (library[`paginate${what}`] !== undefined && row.next === undefined) cut.push(`${service} ${what}`);
    }
    expect(cut).toEqual([]);
  }, 60_000);

  it('is what the clients hold: these operations and no others', async () => {
    const named = (service: string): readonly string[] => [...new Set([...asked.filter((one) => one.service === service).map(({ row }) => row.command), ...FURTHER.filter(([other]) => other === service).map(([, command]) => command)])].sort();
    for (const [service, load] of Object.entries(clients)) expect(Object.keys((await load()) as object).filter((name) => name !== 'Client').sort(), service).toEqual(named(service));
    expect(Object.keys(clients).sort()).toEqual([...new Set([...asked.map(({ service }) => service), ...FURTHER.map(([service]) => service)])].sort());
  }, 60_000);
});

/** What the library signs in with, beside STS: https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html */
const SIGN_IN = ['CreateOAuth2Token', 'CreateOAuth2TokenWithIAM', 'CreateToken', 'GetRoleCredentials', 'GetCredentialsForIdentity', 'GetId'];
/** Comes with the client of S3 for directory buckets, and is turned off. */
const OFF = ['CreateSession'];
const STS = /^(?:AssumeRole|AssumeRoleWithSAML|AssumeRoleWithWebIdentity|AssumeRoot|DecodeAuthorizationMessage|GetAccessKeyInfo|GetCallerIdentity|GetDelegatedAccessToken|GetFederationToken|GetSessionToken|GetWebIdentityToken)$/;

it('is what is in the bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-bundle-'));
  try {
    execFileSync(process.execPath, ['tools/build.mjs', '--out', folder], { cwd: fileURLToPath(new URL('../..', import.meta.url)) });
    const texts = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.js')).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const held = new Set(texts.flatMap((text) => [...text.matchAll(/\b([A-Za-z0-9]+)Command\d*=class\b/g)].map(([, name = '']) => name)));
    const table = new Set([...asked.map(({ what }) => what), ...FURTHER.map(([, command]) => command.replace(/Command$/, '')), ...SIGN_IN, ...OFF]);
    expect([...held].filter((name) => !table.has(name) && !STS.test(name)).sort()).toEqual([]);
    expect(held.size).toBeGreaterThan(200);
    expect(held).toContain('GetBucketPolicy');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
