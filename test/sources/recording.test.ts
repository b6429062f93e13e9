/** Recordings that did not come to be in one go. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
