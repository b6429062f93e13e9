/** Secrets planted in every place are found there, and their values reach no output. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '../archive/make.js';
import { TestRepository } from '../git/repository.js';
import { dockerTar, removeFolders } from '../images/make-image.js';
import { command } from './demarc.js';

const demarc = command();
removeFolders();

/** Put together here, so that no file of this repository holds one. */
const KEY = ['AKIA', 'Q3EGRZ6TMX4VLWNB'].join('');
const SECRET = ['kJ8sT2vQ9xW4mZ7pL1nB', '6cR3yF5hD0gA8uE2iO4t'].join('');
const PASSWORD = ['Tr0ub4dor', '&3zebra'].join('');
const ENV = `AWS_ACCESS_KEY_ID=${KEY}\nAWS_SECRET_ACCESS_KEY=${SECRET}\nDB_PASSWORD="${PASSWORD}"\n`;
const PEM = ['-----BEGIN PRIVATE', ' KEY-----\n', ...Array.from({ length: 24 }, (_, i) => `${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ'.slice(i)}${'AbC9x/+z'.repeat(8).slice(0, 12 + i)}\n`), '-----END PRIVATE', ' KEY-----\n'].join('');
const PLANTED = [KEY, SECRET, PASSWORD, KEY.slice(4), SECRET.slice(4), PEM.split('\n')[5] ?? ''];
const FORMATS = ['terminal', 'sarif', 'markdown', 'junit'];

interface Printed {
  readonly verdicts: readonly { readonly check: string; readonly message: string; readonly resource: { readonly file: string; readonly line: number }; readonly evidence: readonly { readonly path: string; readonly value?: unknown }[]; readonly exemption: unknown }[];
  readonly coverage: readonly { readonly asked: string; readonly answered: boolean; readonly reason?: string }[];
  readonly errors: readonly object[];
}

/** What is found; in no format are the values. */
function found(args: readonly string[], cwd: string, { formats = ['terminal'], ...more }: { readonly input?: string | Buffer; readonly formats?: readonly string[] } = {}): Printed {
  const run = (format: string): { readonly code: number | null; readonly out: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [demarc.path(), 'secrets', ...args, '--format', format], { cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: process.env['HOME'] }, ...more });
    for (const value of PLANTED) expect(`${stdout}${stderr}`.includes(value), `${format} shows ${value.slice(0, 3)}…`).toBe(false);
    return { code: status, out: stdout };
  };
  for (const format of formats) expect(run(format).code, format).toBe(1);
  const { code, out } = run('json');
  expect(code).toBe(1);
  return JSON.parse(out) as Printed;
}
const places = ({ verdicts }: Printed): readonly string[] => verdicts.map(({ resource: { file, line }, evidence }) => `${file}:${line} ${String(evidence.find(({ path }) => path === 'Redacted')?.value).slice(0, 4)}`).sort();
const THREE = (file: string): readonly string[] => [`${file}:1 AKIA`, `${file}:2 ${SECRET.slice(0, 4)}`, `${file}:3 … (1`].sort();

describe('demarc secrets', () => {
  it('finds what stands in files, archives and packed logs', () => {
    const cwd = demarc.folder({ '.env': ENV, 'key.pem': PEM, 'readme.md': `run with AWS_ACCESS_KEY_ID=${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}\n`, 'nb.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: ['x = 1\n', `key = "${KEY}"\n`] }] }) });
    writeFileSync(join(cwd, 'app.jar'), zip([{ name: 'a.properties', content: ENV }]));
    writeFileSync(join(cwd, 'app.log.gz'), gzipSync(`started\n${ENV}`));
    const printed = found(['.'], cwd);
    const log = ['app.log.gz!/app.log:2 AKIA', `app.log.gz!/app.log:3 ${SECRET.slice(0, 4)}`, 'app.log.gz!/app.log:4 … (1'];
    expect(places(printed)).toEqual([...THREE('.env'), ...THREE('app.jar!/a.properties'), ...log, `key.pem:1 … (${String(PEM.length).slice(0, 1)}`, 'nb.ipynb:1 AKIA'].sort());
    expect(printed.coverage).toMatchObject([{ asked: 'secrets', answered: true, reason: '6 files were read' }, { asked: 'history', answered: false }]);
  });

  it('names the place where the file is called as a secret would be', () => {
    const printed = found(['.'], demarc.folder({ '.git-credentials': `https://ci:${PASSWORD.replace('&', '-')}@git.internal.net\n` }));
    expect(printed.verdicts.flatMap(({ evidence }) => evidence.filter(({ path }) => path === 'Places').map(({ value }) => value))).toEqual([['.git-credentials:1']]);
  });
  it('reads what git ignores unless it is told not to', () => {
    const repository = new TestRepository();
    repository.write('.gitignore', '.env\nout/\n').write('app.env', ENV).commit('first');
    repository.write('.env', ENV).write('out/a/b.env', ENV).write('out/kept.env', ENV).git('add', '-f', 'out/kept.env');
    const cwd = repository.folder;
    expect(places(found(['.'], cwd))).toEqual([...THREE('.env'), ...THREE('app.env'), ...THREE('out/a/b.env'), ...THREE('out/kept.env')].sort());
    const printed = found(['.', '--gitignore'], cwd);
    // What is tracked is not ignored, whatever a pattern says.
    expect(places(printed)).toEqual([...THREE('app.env'), ...THREE('out/kept.env')].sort());
    expect(printed.coverage).toContainEqual(expect.objectContaining({ asked: 'secrets', answered: true, reason: '3 files were read; 2 that git ignores were left out, as was asked' }));
    for (const given of [['--gitignore'], ['--config', 'gitignore.json']]) {
      const config = demarc.folder({ 'gitignore.json': JSON.stringify({ secrets: { gitignore: true } }) });
      const { out } = demarc(['scan', '.', ...given.map((word) => (word.endsWith('.json') ? join(config, word) : word)), '--format', 'json'], { cwd });
      expect(places(JSON.parse(out) as Printed).filter((place) => place.includes(' AKIA'))).toEqual(['app.env:1 AKIA', 'out/kept.env:1 AKIA']);
    }
  });

  it('reads the configuration of a backend that Terraform keeps beside the modules', () => {
    const cwd = demarc.folder({ 'main.tf': '', '.terraform/terraform.tfstate': `{"backend":{"config":{"access_key":"${KEY}"}}}\n`, '.terraform/modules/a/x.env': ENV });
    expect(places(found(['.'], cwd))).toEqual(['.terraform/terraform.tfstate:1 AKIA']);
  });

  it('finds what was deleted, with the commit that brought it in', () => {
    const repository = new TestRepository();
    repository.write('a', '1').commit('first');
    const commit = repository.write('.env', ENV).commit('second');
    repository.remove('.env').write('kept', `token: ${PASSWORD}\n`).commit('third');
    const printed = found(['--history'], repository.folder, { formats: FORMATS });
    expect(places(printed)).toEqual(THREE('.env'));
    const key = printed.verdicts.find(({ resource }) => resource.line === 1 && resource.file === '.env');
    expect(key?.message).toContain(`since 2024-01-03 (commit ${commit.slice(0, 12)}); no longer in the tree, still in the history`);
    expect(key?.evidence.filter(({ path }) => ['Commit', 'Author', 'InTree'].includes(path)).map(({ value }) => value)).toEqual([commit, 'Ada', []]);
    expect(printed.verdicts.find(({ resource }) => resource.line === 3)?.message).toContain('still in the tree: kept');
  });

  it('is part of a scan that asks for the history, by option or configuration', () => {
    const repository = new TestRepository();
    repository.write('.env', ENV).commit('in');
    repository.remove('.env').write('infra/main.tf', 'resource "aws_sqs_queue" "q" {}\n').commit('out');
    const leaks = (...args: readonly string[]): readonly string[] => {
      const { out } = demarc(['scan', '.', '--format', 'json', '--soft-fail', ...args], { cwd: repository.folder });
      for (const value of PLANTED) expect(out).not.toContain(value);
      return (JSON.parse(out) as Printed).verdicts.filter(({ check }) => check.startsWith('secret-')).map(({ resource: { file, line } }) => `${file}:${line}`);
    };
    expect(leaks()).toEqual([]);
    expect(leaks('--history')).toEqual(['.env:1', '.env:2', '.env:3']);
    repository.write('demarc.config.json', '{ "secrets": { "history": true } }');
    expect(leaks()).toEqual(['.env:1', '.env:2', '.env:3']);
  });

  it('stops a commit by a hook of git, and heeds a reason to let it pass', () => {
    const repository = new TestRepository();
    repository.write('a', '1').commit('first');
    const hook = join(repository.folder, '.git/hooks/pre-commit');
    writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${demarc.path()}" secrets --staged\n`);
    chmodSync(hook, 0o755);
    repository.write('.env', ENV).git('add', '.env');
    expect(places(found(['--staged'], repository.folder))).toEqual(THREE('.env'));
    expect(() => repository.git('commit', '-q', '-m', 'leak')).toThrow();
    repository.write('.env', 'A=1\n').git('add', '.env');
    repository.git('commit', '-q', '-m', 'fine');
    repository.write('test.env', `# demarc:ignore secret-leaked-critical reason="revoked key of a test"\nAWS_ACCESS_KEY_ID=${KEY}\n`).git('add', 'test.env');
    repository.git('commit', '-q', '-m', 'exempt');
    expect(repository.git('log', '--format=%s')).toBe('exempt\nfine\nfirst');
  });

  it('reads standard input, plain and packed', () => {
    const text = `${'2024-01-01 a line of a log\n'.repeat(3)}${ENV}`;
    for (const input of [text, gzipSync(text)]) expect(places(found(['-'], demarc.folder({}), { input }))).toEqual(['-:4 AKIA', `-:5 ${SECRET.slice(0, 4)}`, '-:6 … (1']);
  });

  it('finds what a later layer of an image removed, and what its configuration keeps', () => {
    const path = dockerTar({ name: 'app:1', layers: [{ pieces: [{ name: 'app/.env', content: ENV }] }, { pieces: [{ name: 'app/.wh..env' }] }], config: { config: { Env: [`DB_PASSWORD=${PASSWORD}`] }, history: [{ created_by: `RUN |1 KEY=${KEY} /bin/sh -c make` }] } });
    const printed = found(['--image', path], demarc.folder({}));
    expect(printed.verdicts.map(({ resource }) => resource.file.replace(/.*!\//, '')).sort()).toEqual(['app/.env', 'app/.env', 'app/.env', 'config/env', 'config/history']);
    expect(printed.verdicts.find(({ resource }) => resource.file.endsWith('app/.env'))?.message).toMatch(/in layer sha256:\w+; layer sha256:\w+ hides the file, which is in the image still/);
  });

  it('names nothing of a damaged place but where it is', () => {
    const repository = new TestRepository();
    repository.write('.env', ENV).write(PASSWORD, 'x').commit('first');
    const object = repository.loose(repository.git('rev-parse', 'HEAD:.env'));
    chmodSync(object, 0o644);
    writeFileSync(object, readFileSync(object).subarray(0, 20));
    const { code, out, err } = demarc(['secrets', '--history', '--format', 'json'], { cwd: repository.folder });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Printed).errors).toHaveLength(1);
    for (const value of PLANTED.filter((one) => one !== PASSWORD)) expect(`${out}${err}`).not.toContain(value);
  });

  it.each([
    [['secrets', 'none'], /`none` does not exist/],
    [['secrets', '--history', '--staged'], /name one/],
    [['secrets', '--all-objects'], /is for --history/],
    [['secrets', '--image', 'a.tf'], /`a.tf` /],
    [['secrets', '--history', '.'], /`.` is in no Git repository/],
    [['secrets', '.', '--gitignore'], /`.` is in no Git repository/],
    [['secrets', '--staged', '--gitignore'], /--gitignore is for files/],
  ])('%j is a usage error of one line', (args, message) => {
    const { code, err } = demarc(args, { cwd: demarc.folder({ 'a.tf': '' }), env: { GIT_CEILING_DIRECTORIES: '/' } });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('ends as CI needs it', () => {
    const cwd = demarc.folder({ a: `x = "${PASSWORD}"\n`, b: `token = "${PASSWORD}"\n` });
    expect(demarc(['secrets', 'a'], { cwd }).code).toBe(0);
    expect(demarc(['secrets', 'b'], { cwd }).code).toBe(1);
    expect(demarc(['secrets', 'b', '--soft-fail'], { cwd }).code).toBe(0);
    expect(demarc(['secrets', 'b', '--fail-on', 'critical'], { cwd }).code).toBe(0);
    // The history is another question; what could not be read of the files is missing.
    expect(demarc(['secrets', 'a', '--complete'], { cwd }).code).toBe(0);
    expect(demarc(['secrets', '.', '--complete'], { cwd }).code).toBe(1);
    writeFileSync(join(cwd, 'c.gz'), Buffer.from('1f8b0800', 'hex'));
    expect(demarc(['secrets', '.', '--complete'], { cwd }).code).toBe(3);
    expect(demarc(['secrets', 'a'], { cwd }).out).toContain('No secrets were found: 1 file was read.');
    demarc(['secrets', 'b', '--write-baseline', 'known.json'], { cwd });
    expect(demarc(['secrets', 'b', '--baseline', 'known.json'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).not.toContain(PASSWORD);
  });
});
