import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Files, PLAN_LIMIT } from '../../src/sources/files.js';
import { folderOf } from '../terraform/project-of.js';

describe('the boundary', () => {
  test('is the repository around the target', () => {
    const folder = folderOf({ '.git/HEAD': '', 'infra/prod/main.tf': '', 'infra/shared/a.txt': 'shared' });
    const files = new Files(join(folder, 'infra/prod'), folder);
    expect(files.text(join(folder, 'infra/shared/a.txt'))).toEqual({ text: 'shared' });
    expect(files.text(join(folder, '../outside-of-it.txt'))).toMatchObject({ problem: 'does not exist' });
  });

  test('is the target itself where there is no repository', () => {
    const folder = folderOf({ 'a/main.tf': 'a', 'b.txt': 'b' });
    expect(new Files(join(folder, 'a'), folder).text(join(folder, 'b.txt'))).toEqual({ problem: 'leads out of the scanned folder and was not read' });
    expect(new Files(join(folder, 'a/main.tf'), folder).text(join(folder, 'b.txt'))).toMatchObject({ problem: expect.stringContaining('leads out') as string });
  });

  test('holds for links to files and to folders, also in the middle of a path', () => {
    const outside = folderOf({ 'secret.txt': 'secret' });
    const folder = folderOf({ 'main.tf': 'x', 'real/a.txt': 'a' });
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'file'));
    symlinkSync(outside, join(folder, 'dir'));
    symlinkSync(join(folder, 'real'), join(folder, 'inner'));
    const files = new Files(folder, folder);
    for (const path of ['file', 'dir/secret.txt']) {
      expect(files.text(join(folder, path))).toEqual({ problem: 'leads out of the scanned folder and was not read' });
      expect(files.head(join(folder, path), 10)).toBe('');
      expect(files.exists(join(folder, path))).toBe(false);
    }
    expect(files.text(join(folder, 'inner/a.txt'))).toEqual({ text: 'a' });
    expect(files.list(folder)).toEqual(['main.tf']);
  });

  test('is no matter of common beginnings', () => {
    const folder = folderOf({ 'a/x': '', 'a-secret/y': 'no' });
    expect(new Files(join(folder, 'a'), folder).text(join(folder, 'a-secret/y'))).toMatchObject({ problem: expect.stringContaining('leads out') as string });
  });

  test('opens for a file that the user names', () => {
    const folder = folderOf({ 'a/x': '', 'prod.tfvars': 'v = 1' });
    const files = new Files(join(folder, 'a'), folder);
    files.allow(join(folder, 'prod.tfvars'));
    expect(files.text(join(folder, 'prod.tfvars'))).toEqual({ text: 'v = 1' });
  });
});

describe('a file that cannot be read is one clear line', () => {
  const folder = folderOf({ 'latin1.tf': new Uint8Array([0x61, 0xe9, 0x62]), 'big.tf': 'x'.repeat(2 * 1024 * 1024), 'ok.tf': '\uFEFFok' });
  const files = new Files(folder, folder);

  test('not UTF-8', () => expect(files.text(join(folder, 'latin1.tf'))).toEqual({ problem: 'is not UTF-8 text; save it as UTF-8' }));
  test('too large', () => expect(files.text(join(folder, 'big.tf'), 1024 * 1024)).toEqual({ problem: 'is 2 MB, over the limit of 1 MB' }));
  test('gone', () => expect(files.text(join(folder, 'none.tf'))).toEqual({ problem: 'does not exist', missing: true }));
  test('a folder', () => expect(files.text(folder)).toEqual({ problem: 'could not be read: it is a folder' }));
  test.skipIf(process.platform === 'win32')('a pipe', () => {
    const piped = folderOf({ 'a.tf': '' });
    execFileSync('mkfifo', [join(piped, 'pipe.tf')]);
    expect(new Files(piped, piped).text(join(piped, 'pipe.tf'))).toEqual({ problem: 'is no regular file and was not read' });
    expect(new Files(piped, piped).list(piped)).toEqual(['a.tf']);
  });
  test('with a byte order mark is read without it', () => expect(files.text(join(folder, 'ok.tf'), PLAN_LIMIT)).toEqual({ text: 'ok' }));
  test('links in a circle', () => {
    const looped = folderOf({ 'a.tf': '' });
    symlinkSync(join(looped, 'l2'), join(looped, 'l1'));
    symlinkSync(join(looped, 'l1'), join(looped, 'l2'));
    expect(new Files(looped, looped).text(join(looped, 'l1'))).toMatchObject({ problem: 'does not exist' });
  });
  test.skipIf(process.getuid?.() === 0)('not permitted', () => {
    const closed = folderOf({ 'a.tf': '' });
    chmodSync(join(closed, 'a.tf'), 0);
    expect(new Files(closed, closed).text(join(closed, 'a.tf'))).toEqual({ problem: 'could not be read: permission denied' });
  });
});

describe('walking', () => {
  test('goes everywhere but into what holds no source, in a fixed order', () => {
    const folder = folderOf({ 'b/x.tf': '', 'a/y.tf': '', 'a/z/1.tf': '', '.git/config': '', 'node_modules/p/i.tf': '', 'a/.terraform/modules/m/m.tf': '', '.hidden/h.tf': '', 'top.tf': '' });
    const { entries, problems } = new Files(folder, folder).walk(folder);
    expect(entries.map(({ folder: at, files }) => [at.slice(folder.length), files])).toEqual([
      ['', ['top.tf']],
      ['/.hidden', ['h.tf']],
      ['/a', ['y.tf']],
      ['/a/z', ['1.tf']],
      ['/b', ['x.tf']],
    ]);
    expect(problems).toEqual([]);
  });

  test('does not follow links to folders, and says which source files lead out', () => {
    const outside = folderOf({ 'm/main.tf': '' });
    const folder = folderOf({ 'main.tf': '' });
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(outside, 'm'), join(folder, 'm'));
    symlinkSync(join(outside, 'm/main.tf'), join(folder, 'out.tf'));
    symlinkSync(join(outside, 'none.tf'), join(folder, 'broken.tf'));
    const { entries, problems } = new Files(folder, folder).walk(folder);
    expect(entries).toHaveLength(1);
    expect(problems).toEqual([
      { path: 'broken.tf', problem: 'is a broken link' },
      { path: 'out.tf', problem: 'links out of the scanned folder and was not read' },
    ]);
  });

  test('stops at a depth, and says so', () => {
    const folder = folderOf({});
    let at = folder;
    for (let i = 0; i < 70; i++) mkdirSync((at = join(at, 'd')));
    writeFileSync(join(at, 'main.tf'), '');
    const { problems } = new Files(folder, folder).walk(folder);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toBe('folders nested deeper than 64 levels were not read');
  });
});

test('paths are reported relative to the current folder, with /', () => {
  const folder = folderOf({ 'a/b.tf': '' });
  expect(new Files(folder, folder).label(join(folder, 'a', 'b.tf'))).toBe('a/b.tf');
  expect(new Files(join(folder, 'a'), join(folder, 'elsewhere')).label(join(folder, 'a/b.tf'))).toBe('../a/b.tf');
});

test('remembers what was read', () => {
  const folder = folderOf({ 'a.tf': 'a', 'b.tf': 'b' });
  const files = new Files(folder, folder);
  files.text(join(folder, 'a.tf'));
  files.text(join(folder, 'none.tf'));
  expect(files.read).toEqual(['a.tf']);
});
