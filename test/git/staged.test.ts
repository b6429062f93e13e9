import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaksInStaged } from '../../src/app/staged.js';
import { marks, TestRepository } from './repository.js';

const staged = async (folder: string): Promise<readonly string[]> => {
  const { leaks, errors } = await leaksInStaged(folder, { scan: marks, label: (path) => path });
  expect(errors).toEqual([]);
  return leaks.map(({ leak, path }) => `${path}:${leak.line} ${leak.fingerprint}`).sort();
};

describe('staged changes', () => {
  it('are read from the index, not from the folder', async () => {
    const repository = new TestRepository();
    repository.write('a', '1\n').commit('first');
    repository.write('a', '1\nSECRET-index\n').git('add', 'a');
    repository.write('a', 'SECRET-folder\n').write('b', 'SECRET-untracked');
    expect(await staged(repository.folder)).toEqual(['a:2 index']);
  });

  it('count with their new lines only, also of what was moved', async () => {
    const repository = new TestRepository();
    const old = `SECRET-old\n${'a line of text\n'.repeat(30)}`;
    repository.write('a', old).write('m', old.replaceAll('old', 'moved')).write('mode', 'SECRET-mode\n').commit('first');
    repository.write('a', `${old}SECRET-new\n`).git('mv', 'm', 'n');
    repository.git('add', 'a');
    repository.git('update-index', '--chmod=+x', 'mode');
    expect(await staged(repository.folder)).toEqual(['a:32 new']);
    repository.write('n', `${old.replaceAll('old', 'moved')}SECRET-more\n`).git('add', 'n');
    expect(await staged(repository.folder)).toEqual(['a:32 new', 'n:32 more']);
  });

  it('are all that is there before the first commit', async () => {
    const repository = new TestRepository();
    repository.write('a/b', 'x\nSECRET-first\n').git('add', '-A');
    expect(await staged(repository.folder)).toEqual(['a/b:2 first']);
    expect(await staged(join(repository.folder, 'a'))).toEqual(['a/b:2 first']);
  });

  it('may have any name, and attributes do not hide them', async () => {
    const repository = new TestRepository();
    const name = 'a "q" \n diff --git é';
    repository.write(name, '1\n').write('.gitattributes', '* -text -diff binary\n').commit('first');
    repository.write(name, '1\nSECRET-odd\n').write('z', 'SECRET-z\n').remove('.gitattributes').write('.gitattributes', '* binary\n').git('add', '-A');
    expect(await staged(repository.folder)).toEqual([`${name}:2 odd`, 'z:1 z']);
  });

  it('leave out submodules, conflicts and what is removed', async () => {
    const inner = new TestRepository();
    inner.write('x', '1').commit('first');
    const repository = new TestRepository();
    repository.write('a', 'SECRET-gone\n').write('b', '1\n').commit('first');
    repository.git('submodule', '--quiet', 'add', inner.folder, 'lib');
    repository.commit('mount');
    inner.write('x', '2').commit('second');
    new TestRepository(join(repository.folder, 'lib'), false).git('pull', '-q');
    repository.remove('a').write('b', '1\nSECRET-b\n').git('add', '-A');
    expect(await staged(repository.folder)).toEqual(['b:2 b']);
  });

  it('are those of the hook that asks: a partial commit has an index of its own', async () => {
    const repository = new TestRepository();
    repository.write('a', '1\n').write('b', '1\n').commit('first');
    repository.write('a', 'SECRET-a\n').write('b', 'SECRET-b\n').git('add', '-A');
    const index = join(repository.folder, '.git/other-index');
    const env = { ...process.env, GIT_INDEX_FILE: index };
    execFileSync('git', ['read-tree', 'HEAD'], { cwd: repository.folder, env });
    execFileSync('git', ['add', 'b'], { cwd: repository.folder, env });
    process.env['GIT_INDEX_FILE'] = index;
    try {
      expect(await staged(repository.folder)).toEqual(['b:1 b']);
    } finally {
      delete process.env['GIT_INDEX_FILE'];
    }
  });
});
