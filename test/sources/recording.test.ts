/** Recordings that did not come to be in one go, that somebody broke, or that are meant to break something. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRecording } from '../../src/app/accounts.js';
import { finishRecording, manifestIn, recording, Replay } from '../../src/sources/aws/recording.js';
import type { Caller } from '../../src/sources/aws/session.js';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'demarc-recording-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const manifest = { asOf: '2026-11-01T00:00:00Z', home: 'us-east-1', accounts: ['111122223333'] };

it('keeps a report that was still being made as it was in the end', async () => {
  const states = ['STARTED', 'INPROGRESS', 'COMPLETE'];
  const account: Caller = { calls: 0, home: () => Promise.resolve('us-east-1'), end: () => Promise.resolve(), send: () => Promise.resolve({ State: states.shift() }) };
  const { caller, finish } = recording(account, join(folder, '111122223333'));
  const ask = (): Promise<unknown> => caller.send('iam', 'us-east-1', 'GenerateCredentialReportCommand', {});
  await ask();
  await ask();
  await ask();
  finish();
  finishRecording(folder, manifest);
  expect(readFileSync(join(folder, '111122223333', 'iam.us-east-1.ndjson'), 'utf8').trim().split('\n')).toHaveLength(1);
  const replay = new Replay(folder, manifestIn(folder)!, '111122223333');
  expect(await replay.send('iam', 'us-east-1', 'GenerateCredentialReportCommand', {})).toEqual({ State: 'COMPLETE' });
});

it('follows no link to a folder beside it that only begins alike', async () => {
  const own = join(folder, 'kept');
  mkdirSync(join(own, '111122223333'), { recursive: true });
  mkdirSync(`${own}-other`);
  writeFileSync(join(`${own}-other`, 'x.ndjson'), '{"call":"ListUsersCommand {}","reply":{"Users":[]}}\n');
  symlinkSync(join(`${own}-other`, 'x.ndjson'), join(own, '111122223333', 'iam.us-east-1.ndjson'));
  finishRecording(own, { ...manifest, accounts: [] });
  await expect(new Replay(own, { version: 1, ...manifest }, '111122223333').send('iam', 'us-east-1', 'ListUsersCommand', {})).rejects.toMatchObject({ name: 'NotRecorded' });
});

const ACCOUNT = '111122223333';
/** An account that holds nothing but what is asked for here. */
function recorded(more: Readonly<Record<string, string>> = {}, said: object = {}): void {
  mkdirSync(join(folder, ACCOUNT));
  writeFileSync(join(folder, 'demarc-recording.json'), JSON.stringify({ version: 1, ...manifest, regions: ['us-east-1'], services: ['s3'], ...said }));
  writeFileSync(join(folder, ACCOUNT, 'sts.us-east-1.ndjson'), `{"call":"GetCallerIdentityCommand {}","reply":{"Account":"${ACCOUNT}","Arn":"arn:aws:iam::${ACCOUNT}:user/a"}}\n`);
  for (const [file, text] of Object.entries(more)) writeFileSync(join(folder, ACCOUNT, file), text);
}
const BUCKETS = 'ListBucketsCommand {\\"MaxBuckets\\":1000}';
const listed = (buckets: string): Readonly<Record<string, string>> => ({ 's3.us-east-1.ndjson': `{"call":"${BUCKETS}","reply":{"Buckets":${buckets}}}\n` });
const reasons = async (): Promise<readonly string[]> => {
  const read = await readRecording(folder);
  return [...(read?.coverage ?? []), ...(read?.accounts.flatMap(({ coverage }) => coverage) ?? [])].filter(({ asked, subject }) => asked === 's3:ListBuckets' || subject.startsWith('account')).map(({ subject, reason }) => `${subject}: ${reason ?? ''}`);
};

it.each([
  ['a text longer than any reply holds', listed(`[{"Name":"${'a'.repeat(5_000_000)}"}]`), 'the reply could not be read'],
  ['nesting without end', listed('['.repeat(1_000_000)), 'the reply could not be read'],
  ['a line that is cut', { 's3.us-east-1.ndjson': `{"call":"${BUCKETS}","reply":{"Buckets":[{"Na` }, 'the reply could not be read'],
  ['a file that is none of lines', { 's3.us-east-1.ndjson': '\u0000\u0001'.repeat(1000) }, 'the recording does not hold it'],
])('%s costs what it would have told', async (_, files, reason) => {
  recorded(files);
  expect(await reasons()).toEqual([expect.stringContaining(reason)]);
});

it('takes names of the language for names', async () => {
  recorded(listed('[{"Name":"x","__proto__":{"Name":"y"}},{"Name":["__proto__"]},null,7,{"Name":"../../etc","constructor":{"prototype":{"seen":1}}}]'));
  const read = await readRecording(folder);
  expect(read?.accounts[0]?.resources.filter(({ type }) => type === 'AWS::S3::Bucket').map(({ id }) => id)).toContain('arn:aws:s3:::../../etc');
  expect((Object.prototype as { readonly Name?: unknown; readonly seen?: unknown }).Name).toBeUndefined();
  expect((Object.prototype as { readonly seen?: unknown }).seen).toBeUndefined();
});

it.skipIf(process.platform === 'win32')('waits for no pipe, and reads no device', async () => {
  recorded();
  execFileSync('mkfifo', [join(folder, ACCOUNT, 's3.us-east-1.ndjson')]);
  expect(await reasons()).toEqual([expect.stringContaining('the recording does not hold it')]);
  rmSync(join(folder, ACCOUNT, 's3.us-east-1.ndjson'));
  symlinkSync('/dev/zero', join(folder, ACCOUNT, 's3.us-east-1.ndjson'));
  expect(await reasons()).toEqual([expect.stringContaining('the recording does not hold it')]);
});

it.each([
  ['another version', { version: 2 }, 'has version 2; this demarc reads version 1'],
  ['an account that is a path', { accounts: ['../../etc'] }, 'does not say what was recorded'],
  ['accounts that are no list', { accounts: ACCOUNT }, 'does not say what was recorded'],
  ['a region that is a path', { regions: ['../x'] }, 'does not say what was recorded'],
  ['a home that is a path', { home: '../x' }, 'does not say what was recorded'],
  ['lines of coverage that are none', { coverage: [null, 1] }, 'does not say what was recorded'],
  ['no time', { asOf: 'yesterday' }, 'does not say what was recorded'],
])('a manifest with %s is refused in a sentence', async (_, said, message) => {
  recorded({}, said);
  await expect(readRecording(folder)).rejects.toThrow(message);
});

it('shows nothing of what is no manifest', async () => {
  recorded();
  writeFileSync(join(folder, 'demarc-recording.json'), 'root:x:0:0 of somebody');
  await expect(readRecording(folder)).rejects.toThrow(/^`demarc-recording.json` is not the JSON of a recording$/);
  rmSync(join(folder, 'demarc-recording.json'));
  writeFileSync(`${folder}-other`, '{}');
  symlinkSync(`${folder}-other`, join(folder, 'demarc-recording.json'));
  await expect(readRecording(folder)).rejects.toThrow('is no file of the folder');
  rmSync(`${folder}-other`);
});

it('an account without answers costs that account, and a recording without any is none', async () => {
  recorded(listed('[]'), { accounts: [ACCOUNT, ACCOUNT, '444455556666'] });
  expect(await reasons()).toEqual(['account 444455556666: the recording does not hold it']);
  expect((await readRecording(folder))?.accounts).toHaveLength(1);
  rmSync(join(folder, ACCOUNT), { recursive: true });
  await expect(readRecording(folder)).rejects.toThrow('it holds no answers of an account');
});

it('--account chooses among those of a recording, and says which were left out and which are not in it', async () => {
  recorded(listed('[]'));
  const none = await readRecording(folder, { accounts: ['444455556666'] });
  expect(none?.accounts).toEqual([]);
  expect(none?.coverage.map(({ subject, reason }) => `${subject}: ${reason ?? ''}`)).toEqual(['account 444455556666: the recording does not hold it', `account ${ACCOUNT}: left out by --account`]);
});
