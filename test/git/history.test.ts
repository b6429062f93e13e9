import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaksInHistory, type HistoryResult } from '../../src/app/history.js';
import { leaksInStaged } from '../../src/app/staged.js';
import { needsWhole } from '../../src/secrets/index.js';
import { marks, temporary, TestRepository } from './repository.js';

const read = (folder: string, unreachable = false): Promise<HistoryResult> => leaksInHistory(folder, { scan: marks, unreachable, label: (path) => relative(folder, path) || '.' });
const names = ({ leaks }: HistoryResult): readonly string[] => leaks.map(({ leak }) => leak.fingerprint).sort();

/** A secret that came in with the second commit and went with the third. */
function withLeak(): { readonly repository: TestRepository; readonly second: string } {
  const repository = new TestRepository();
  repository.write('readme', 'nothing\n').commit('first');
  const second = repository.write('.env', 'A=1\nKEY=SECRET-one\n').commit('second');
  repository.remove('.env').commit('third');
  return { repository, second };
}

describe('the history of a repository', () => {
  it('tells the commit, the day and the path of what was removed', async () => {
    const { repository, second } = withLeak();
    const { leaks, errors, coverage } = await read(repository.folder);
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toMatchObject({ path: '.env', leak: { line: 2, column: 5 }, first: { commit: second, date: '2024-01-03T10:00:00+00:00', author: 'Ada' }, versions: 1, inTree: [] });
    expect(errors).toEqual([]);
    expect(coverage).toEqual([{ source: '.', subject: '.', asked: 'history', answered: true, reason: '2 blobs were read' }]);
  });

  it('names the first of many versions, and where it still stands', async () => {
    const repository = new TestRepository();
    const text = (more: string): string => `${'line of text\n'.repeat(2000)}SECRET-kept\n${more}\n`;
    repository.write('a', `${'line of text\n'.repeat(2000)}`).commit('before');
    const first = repository.write('a', text('')).commit('in');
    for (let i = 0; i < 5; i++) repository.write('a', text(`change ${i}`)).commit(`change ${i}`);
    repository.git('mv', 'a', 'b');
    repository.commit('move');
    const { leaks } = await read(repository.folder);
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toMatchObject({ path: 'a', first: { commit: first }, versions: 6, inTree: ['b'] });
  });

  it('finds what stands in the middle version only', async () => {
    const repository = new TestRepository();
    const lines = Array.from({ length: 3000 }, (_, i) => `line ${i}`);
    for (let i = 0; i < 9; i++) repository.write('a', lines.with(300 * i + 10, i === 4 ? 'SECRET-mid' : `edit ${i}`).join('\n')).commit(`c${i}`);
    const { leaks } = await read(repository.folder);
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toMatchObject({ leak: { line: 1211, column: 1 }, versions: 1, inTree: [] });
  });

  it('reads a version as a whole where something far away tells what a line holds', async () => {
    const repository = new TestRepository();
    const manifest = (value: string): string => `kind: Secret\n${'# a line of a comment\n'.repeat(100)}${value}\n`;
    repository.write('a.yaml', manifest('value one')).commit('first');
    repository.write('a.yaml', manifest('value two')).commit('second');
    const scan = (text: string): ReturnType<typeof marks> => (text.startsWith('kind: Secret') ? marks(text.replace('value two', 'SECRET-two')) : []);
    const found = async (whole?: (bytes: Buffer) => boolean): Promise<readonly string[]> => names(await leaksInHistory(repository.folder, { scan, label: () => '.', ...(whole === undefined ? {} : { whole }) }));
    expect(await found((bytes) => bytes.includes('kind: Secret'))).toEqual(['two']);
    // Lines that changed, alone, do not tell.
    expect(needsWhole(Buffer.from('kind: Secret\n'))).toBe(true);
    expect(needsWhole(Buffer.from('password: x\ntoken: y\n'))).toBe(false);
  });

  it('reads all branches, tags, stashes and other worktrees', async () => {
    const repository = new TestRepository();
    repository.write('a', '1').commit('first');
    repository.git('checkout', '-q', '-b', 'side');
    repository.write('s', 'SECRET-side').commit('side');
    repository.git('checkout', '-q', 'main');
    repository.write('a', 'SECRET-older');
    repository.git('stash');
    repository.write('a', 'SECRET-stash');
    repository.git('stash');
    const blob = (repository.write('tagged', 'SECRET-tag'), repository.git('hash-object', '-w', 'tagged'));
    repository.remove('tagged').git('tag', 'of-a-blob', blob);
    const other = join(temporary(), 'w');
    repository.git('worktree', 'add', '-q', '--detach', other);
    const worktree = new TestRepository(other, false);
    worktree.write('w', 'SECRET-worktree').commit('on no branch');
    for (const folder of [repository.folder, other]) expect(names(await read(folder))).toEqual(['older', 'side', 'stash', 'tag', 'worktree']);
    const tag = (await read(repository.folder)).leaks.find(({ leak }) => leak.fingerprint === 'tag');
    // No tree names it: reports need a place all the same.
    expect(tag).toMatchObject({ object: blob, path: `blob ${blob.slice(0, 12)}` });
    expect(tag?.first).toBeUndefined();
  });

  it('counts a merge only with what none of its parents has', async () => {
    const repository = new TestRepository();
    repository.write('a', '1').commit('first');
    repository.git('checkout', '-q', '-b', 'side');
    const side = repository.write('s', 'SECRET-side').commit('side');
    repository.git('checkout', '-q', 'main');
    repository.write('m', '2').commit('main');
    repository.git('merge', '-q', '--no-ff', '--no-commit', 'side');
    const merge = repository.write('evil', 'SECRET-evil').commit('merge');
    const { leaks } = await read(repository.folder);
    expect(Object.fromEntries(leaks.map(({ leak, first }) => [leak.fingerprint, first?.commit]))).toEqual({ side, evil: merge });
  });

  it('reads what nothing leads to when asked', async () => {
    const { repository } = withLeak();
    repository.write('b', 'SECRET-dropped').commit('dropped');
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    repository.write('c', 'SECRET-dangling').git('hash-object', '-w', 'c');
    expect(names(await read(repository.folder))).toEqual(['one']);
    expect(names(await read(repository.folder, true))).toEqual(['dangling', 'dropped', 'one']);
  });

  it('reads packed, bare and shallow repositories and alternates', async () => {
    const { repository } = withLeak();
    repository.git('gc', '-q', '--prune=now');
    expect(readdirSync(join(repository.folder, '.git/objects')).filter((name) => name.length === 2)).toEqual([]);
    expect(names(await read(repository.folder))).toEqual(['one']);
    const near = temporary();
    repository.git('clone', '-q', '--bare', repository.folder, join(near, 'bare'));
    expect(names(await read(join(near, 'bare')))).toEqual(['one']);
    repository.git('clone', '-q', '--shared', repository.folder, join(near, 'shared'));
    expect(existsSync(join(near, 'shared/.git/objects/info/alternates'))).toBe(true);
    expect(names(await read(join(near, 'shared')))).toEqual(['one']);
    repository.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, join(near, 'shallow'));
    const shallow = await read(join(near, 'shallow'));
    expect(names(shallow)).toEqual([]);
    expect(shallow.coverage[0]).toMatchObject({ answered: false, reason: expect.stringContaining('shallow') as string });
  });

  it('fetches nothing for a partial clone and says what is not there', async () => {
    const { repository } = withLeak();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    const near = join(temporary(), 'partial');
    repository.git('clone', '-q', '--filter=blob:none', `file://${repository.folder}`, near);
    const before = readdirSync(join(near, '.git/objects/pack')).length;
    const { leaks, errors, coverage } = await read(near);
    expect([leaks, errors]).toEqual([[], []]);
    expect(coverage[0]).toMatchObject({ answered: false, reason: '1 objects are not here, as the clone is partial; nothing was fetched' });
    expect(readdirSync(join(near, '.git/objects/pack'))).toHaveLength(before);
  });

  it('reads submodules as repositories of their own, and says which are not here', async () => {
    const { repository: inner } = withLeak();
    const outer = new TestRepository();
    outer.git('submodule', '--quiet', 'add', inner.folder, 'lib/inner');
    outer.commit('mount');
    const found = await read(outer.folder);
    expect(found.leaks).toHaveLength(1);
    expect(found.leaks[0]).toMatchObject({ repository: 'lib/inner', path: '.env' });
    // Its repository stays when the folder goes.
    rmSync(join(outer.folder, 'lib/inner'), { recursive: true });
    expect((await read(outer.folder)).leaks).toMatchObject([{ repository: 'lib/inner', path: '.env', first: { author: 'Ada' }, inTree: [] }]);
    rmSync(join(outer.folder, '.git/modules'), { recursive: true });
    const gone = await read(outer.folder);
    expect(gone.leaks).toEqual([]);
    expect(gone.coverage).toContainEqual({ source: '.', subject: 'lib/inner', asked: 'history', answered: false, reason: 'the submodule is not checked out, so its history is not here' });
  });

  it('reads what was written to commits and tags', async () => {
    const repository = new TestRepository();
    const commit = repository.write('a', '1').commit('first\n\nlog in with SECRET-message');
    repository.git('tag', '-a', '-m', 'SECRET-tagged', 'v1');
    const { leaks } = await read(repository.folder);
    expect(leaks.map(({ leak, path, first }) => [leak.fingerprint, leak.line, path, first?.commit])).toEqual([
      ['message', 3, `message of commit ${commit.slice(0, 12)}`, commit],
      ['tagged', 1, 'message of tag v1', commit],
    ]);
  });

  it('reads archives, wide encodings and skips binaries', async () => {
    const repository = new TestRepository();
    repository.write('wide', Buffer.from('\uFEFFKEY=SECRET-wide', 'utf16le')).write('plainwide', Buffer.from('KEY=SECRET-plainwide\n'.repeat(3), 'utf16le')).write('latin', Buffer.from('caf\xe9 SECRET-latin', 'latin1'));
    repository.write('binary', Buffer.concat([Buffer.alloc(64), Buffer.from('SECRET-binary')])).commit('encodings');
    expect(names(await read(repository.folder))).toEqual(['latin', 'plainwide', 'plainwide', 'wide'].filter((name, i, all) => all.indexOf(name) === i));
  });

  it('streams large blobs', async () => {
    const repository = new TestRepository();
    repository.write('big.sql', `${'insert into t values (1);\n'.repeat(500_000)}SECRET-big\n`).commit('dump');
    const { leaks } = await read(repository.folder);
    expect(leaks).toHaveLength(1);
    expect(leaks[0]).toMatchObject({ path: 'big.sql', leak: { line: 500_001, column: 1 } });
  });

  it('says there is none where there is none', async () => {
    await expect(read(temporary())).rejects.toThrow(/in no Git repository/);
    expect(await read(new TestRepository().folder)).toMatchObject({ leaks: [], errors: [] });
  });
});

describe('a damaged repository', () => {
  const spoil = (path: string): void => {
    chmodSync(path, 0o644);
    writeFileSync(path, 'no object');
  };

  it('costs a damaged blob one line and reads the rest', async () => {
    const { repository } = withLeak();
    repository.write('bad', 'bad content').write('zother', 'SECRET-other').commit('more');
    const object = repository.git('rev-parse', 'HEAD:bad');
    spoil(repository.loose(object));
    const result = await read(repository.folder);
    expect(names(result)).toEqual(['one', 'other']);
    expect(result.errors).toEqual([{ file: './bad', message: `the object ${object} is missing or damaged; \`git fsck\` tells more` }]);
  });

  it.each(['HEAD~1', 'HEAD~1^{tree}'])('reads all objects that are there when %s is damaged', async (name) => {
    const { repository } = withLeak();
    repository.write('x', 'SECRET-late').commit('late');
    spoil(repository.loose(repository.git('rev-parse', name)));
    const result = await read(repository.folder);
    expect(names(result)).toEqual(['late', 'one']);
    expect(result.errors.some(({ message }) => message.startsWith('its history is damaged: '))).toBe(true);
  });

  it('survives a pack that is cut off', async () => {
    const { repository } = withLeak();
    repository.write('x', 'SECRET-late '.repeat(3)).commit('late');
    repository.git('gc', '-q', '--prune=now');
    const folder = join(repository.folder, '.git/objects/pack');
    const pack = join(folder, readdirSync(folder).find((file) => file.endsWith('.pack')) ?? '');
    const bytes = readFileSync(pack);
    chmodSync(pack, 0o644);
    bytes.fill(0x55, bytes.length - 60, bytes.length - 25);
    writeFileSync(pack, bytes);
    const result = await read(repository.folder);
    expect(result.errors.length).toBeGreaterThan(0);
  });
});

describe('a hostile repository', () => {
  it('makes git run nothing', async () => {
    const { repository } = withLeak();
    repository.write('staged', 'SECRET-staged\n').git('add', 'staged');
    const trace = join(temporary(), 'ran');
    const script = join(temporary(), 'run.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> ${trace}\nexit 1\n`, { mode: 0o755 });
    for (const [key, value] of Object.entries({
      'core.fsmonitor': script,
      'core.hooksPath': join(repository.folder, 'hooks'),
      'core.pager': script,
      'pager.log': script,
      'pager.diff': script,
      'core.sshCommand': script,
      'core.askPass': script,
      'core.editor': script,
      'core.alternateRefsCommand': script,
      'credential.helper': `!${script}`,
      'diff.external': script,
      'diff.evil.command': script,
      'diff.evil.textconv': script,
      'filter.evil.clean': script,
      'filter.evil.smudge': script,
      'filter.evil.process': script,
      'filter.evil.required': 'true',
      'merge.evil.driver': script,
      'gpg.program': script,
      'log.showSignature': 'true',
      'uploadpack.packObjectsHook': script,
      'extensions.partialClone': 'evil',
      'remote.evil.promisor': 'true',
      'remote.evil.url': `ext::${script} %S`,
      'remote.evil.uploadpack': script,
      'protocol.ext.allow': 'always',
      'submodule.recurse': 'true',
      'alias.log': `!${script}`,
      'alias.rev-list': `!${script}`,
      'alias.cat-file': `!${script}`,
    })) {
      repository.git('config', key, value);
    }
    repository.git('config', 'core.repositoryFormatVersion', '1');
    for (const folder of ['hooks', '.git/hooks']) {
      mkdirSync(join(repository.folder, folder), { recursive: true });
      for (const hook of ['post-index-change', 'pre-commit', 'post-checkout', 'reference-transaction', 'fsmonitor-watchman', 'pre-auto-gc']) writeFileSync(join(repository.folder, folder, hook), readFileSync(script), { mode: 0o755 });
    }
    writeFileSync(join(repository.folder, '.git/info/attributes'), '* diff=evil filter=evil merge=evil\n');
    // A signed commit, and a blob that a promisor would have to hand over.
    const tree = repository.git('-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD^{tree}');
    const signed = join(temporary(), 'signed');
    writeFileSync(signed, `tree ${tree}\nauthor A <a@b> 1700000000 +0000\ncommitter A <a@b> 1700000000 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nsigned\n`);
    const commit = repository.git('hash-object', '-t', 'commit', '-w', '--no-filters', signed);
    writeFileSync(join(repository.folder, '.git/refs/heads/signed'), `${commit}\n`);
    const object = repository.git('rev-parse', 'HEAD:readme');
    renameSync(repository.loose(object), join(temporary(), 'gone'));
    rmSync(trace, { force: true });
    for (const unreachable of [false, true]) expect(names(await read(repository.folder, unreachable))).toEqual(unreachable ? ['one', 'staged'] : ['one']);
    expect((await leaksInStaged(repository.folder, { scan: marks, label: (path) => path })).leaks).toMatchObject([{ path: 'staged' }]);
    expect(existsSync(trace) ? readFileSync(trace, 'utf8') : 'nothing ran').toBe('nothing ran');
    // The trap is sharp: git itself does run it.
    try {
      repository.git('log', '-p', '-1', 'signed');
      repository.git('status');
    } catch {
      // What it made of it does not matter.
    }
    expect(readFileSync(trace, 'utf8')).toContain('run.sh');
  });

  it('does not lead to other repositories by naming their folder as its working tree', async () => {
    const other = new TestRepository();
    const inner = new TestRepository(join(other.write('private/x', '').folder, 'private'));
    inner.write('a', 'SECRET-private').commit('first');
    const { repository } = withLeak();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${inner.git('rev-parse', 'HEAD')},private`);
    repository.git('commit', '-q', '-m', 'mount');
    repository.git('config', 'core.worktree', other.folder);
    expect(names(await read(repository.folder))).toEqual(['one']);
  });

  it('ignores the variables of a surrounding git', async () => {
    const { repository } = withLeak();
    const other = new TestRepository();
    process.env['GIT_DIR'] = join(other.folder, '.git');
    try {
      expect(names(await read(repository.folder))).toEqual(['one']);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});
