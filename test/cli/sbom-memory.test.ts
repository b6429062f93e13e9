import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { peakOf, TELL_PEAK } from '../../bench/peak.mjs';
import { tarHeader, tarPiece, END } from '../archive/make.js';
import { command } from './demarc.js';

const demarc = command();

/** An archive of one layer with a file of `size` zeros before the one that counts: on disk it takes some kilobytes, because its zeros are a hole. */
function writeLarge(path: string, size: number): void {
  const handle = openSync(path, 'w');
  let at = 0;
  const write = (bytes: Buffer): void => {
    writeSync(handle, bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  const after = Buffer.concat([tarPiece({ name: 'etc/os-release', content: 'ID=debian\nVERSION_ID=12\n' }), tarPiece({ name: 'app/node_modules/a/package.json', content: '{"name":"a","version":"1.0.0"}' }), END]);
  write(tarPiece({ name: 'c.json', content: '{"os":"linux","architecture":"amd64"}' }));
  write(tarPiece({ name: 'manifest.json', content: '[{"Config":"c.json","RepoTags":["large:1"],"Layers":["l.tar"]}]' }));
  write(tarHeader({ name: 'l.tar', says: 512 + size + after.length }));
  write(tarHeader({ name: 'data/huge', says: size }));
  at += size;
  write(after);
  write(END);
  closeSync(handle);
}

test('an image of gigabytes is streamed: its size is not in the memory', { timeout: 120_000 }, () => {
  const path = join(demarc.folder({}), 'large.tar');
  writeLarge(path, 2 * 1024 ** 3);
  const { stdout, stderr, status } = spawnSync(process.execPath, [...TELL_PEAK, demarc.path(), 'sbom', path], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('a  1.0.0  npm');
  expect(peakOf(stderr)).toBeLessThan(300);
});
