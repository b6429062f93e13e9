import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BLOCK, command, openBucket } from './demarc.js';

const demarc = command();
const only = ['--only', BLOCK];

interface Printed {
  readonly verdicts: readonly { readonly check: string; readonly status: string; readonly id: string; readonly resource: { readonly address: string; readonly file: string }; readonly exemption: unknown }[];
  readonly errors: readonly { readonly file: string; readonly line?: number; readonly message: string }[];
  readonly rows: readonly { readonly state: string; readonly partial?: boolean }[];
}
const ledger = (text: string): Printed => JSON.parse(text) as Printed;

describe('demarc scan', () => {
  it('prints the finding with its code, and nothing wider than the terminal', () => {
    const cwd = demarc.folder({ 'main.tf': openBucket('photos') });
    const { out, code, err } = demarc(['scan', '.', ...only], { cwd, env: { COLUMNS: '80' } });
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(out.split('\n')[1]).toMatch(/^1 of your \d+ rows? is open, /);
    expect(out.slice(out.indexOf('── HIGH'), out.indexOf('── THE LINE'))).toMatchInlineSnapshot(`
      "── HIGH  1 finding ─────────────────────────────────────────────────────────────

      ● Bucket turns on all four public access blocks  aws-s3-public-access-block

        aws_s3_bucket.photos  main.tf:6:29  616d5bfb4e28d153
          5 │   bucket                  = aws_s3_bucket.photos.id
          6 │   block_public_acls       = false
            │                             ─────
          7 │   block_public_policy     = true
          \`PublicAccessBlockConfiguration.BlockPublicAcls\` is false
          decided by aws_s3_bucket_public_access_block.photos

          One stray ACL or policy can publish every object of a bucket; these four
          settings overrule both. Exposed storage is how most bulk leaks of cloud data
          began.
          fix: demarc explain aws-s3-public-access-block

      "
    `);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
  });

  it('paints only for those who want it', () => {
    const cwd = demarc.folder({ 'main.tf': openBucket('photos') });
    const painted = (env: Readonly<Record<string, string>>): boolean => demarc(['scan', '.'], { cwd, env }).out.includes('\u001b[');
    expect(painted({ FORCE_COLOR: '1' })).toBe(true);
    expect(painted({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(painted({ FORCE_COLOR: '0' })).toBe(false);
    expect(painted({})).toBe(false);
  });

  it('exits as the contract says', () => {
    const cwd = demarc.folder({ 'open/main.tf': openBucket('photos'), 'broken/main.tf': 'resource "aws_s3_bucket" {\n', 'vague/main.tf': `variable "x" {}\n${openBucket('photos').replace('= false', '= var.x')}` });
    const code = (...args: readonly string[]): number | null => demarc(['scan', ...args], { cwd }).code;
    expect(code('open', ...only)).toBe(1);
    expect(code('open', ...only, '--soft-fail')).toBe(0);
    expect(code('open', ...only, '--fail-on', 'critical')).toBe(0);
    expect(code('open', ...only, '--fail-on', 'none')).toBe(0);
    expect(code('open', ...only, '--fail-on', 'low')).toBe(1);
    expect(code('vague', ...only)).toBe(0);
    expect(code('vague', ...only, '--fail-on-unknown')).toBe(1);
    expect(code('vague', ...only, '--fail-on-unknown', '--soft-fail')).toBe(0);
    expect(code('broken', ...only)).toBe(0);
    expect(code('broken', ...only, '--complete')).toBe(3);
    expect(code('open', 'broken', ...only, '--complete', '--soft-fail')).toBe(3);
    expect(code('nowhere')).toBe(2);
    expect(code()).toBe(2);
    expect(code('open', '--format', 'pdf')).toBe(2);
    expect(code('open', '--only', 'no-such-check')).toBe(2);
    expect(code('open', '--output', 'json')).toBe(2);
  });

  it('says what to mend in one line', () => {
    const cwd = demarc.folder({ 'main.tf': openBucket('photos') });
    const err = (...args: readonly string[]): string => demarc(['scan', ...args], { cwd }).err;
    expect(err('nowhere')).toBe('demarc: `nowhere` does not exist\n');
    expect(err('.', '--only', 'aws-s3-public-acess-block')).toBe('demarc: no check is called `aws-s3-public-acess-block`; did you mean `aws-s3-public-access-block`? `demarc checks` lists them\n');
    expect(err('.', '--baseline', 'none.json')).toBe('demarc: baseline `none.json` does not exist; write it with --write-baseline\n');
    expect(err('.', '--output', 'html=x')).toBe('demarc: --output html=x: write it as FORMAT=PATH, with one of terminal, json, sarif, markdown, junit\n');
  });

  it('chooses checks by id, pattern and the ids of peers', () => {
    const cwd = demarc.folder({ 'main.tf': openBucket('photos') });
    const run = (...args: readonly string[]): readonly string[] => [...new Set(ledger(demarc(['scan', '.', '--format', 'json', ...args], { cwd }).out).verdicts.map(({ check }) => check))];
    expect(run('--only', 'CKV_AWS_53')).toContain(BLOCK);
    expect(run('--only', 'AVD-AWS-0086')).toContain(BLOCK);
    expect(run('--only', 'aws-s3-public-*')).toContain(BLOCK);
    expect(run('--skip', 'aws-0086')).not.toContain(BLOCK);
    const { rows } = ledger(demarc(['scan', '.', '--format', 'json', ...only], { cwd }).out);
    expect(rows.filter(({ state }) => state === 'locked')).toEqual([]);
  });

  it('writes several reports at once', () => {
    const cwd = demarc.folder({ 'main.tf': openBucket('photos') });
    const { out } = demarc(['scan', '.', ...only, '--quiet', '--output', 'json=out/a.json', '--output', 'sarif=out/a.sarif', '--output', 'junit=out/a.xml', '--output', 'markdown=out/a.md', '--output', 'terminal=out/a.txt'], { cwd });
    expect(out).toBe('');
    expect(ledger(readFileSync(join(cwd, 'out/a.json'), 'utf8')).verdicts).toHaveLength(1);
    for (const name of ['a.sarif', 'a.xml', 'a.md', 'a.txt']) expect(readFileSync(join(cwd, 'out', name), 'utf8'), name).toContain('aws_s3_bucket.photos');
  });

  it('fails only on what is new when there is a baseline', () => {
    const cwd = demarc.folder({ 'main.tf': openBucket('photos') });
    expect(demarc(['scan', '.', ...only, '--write-baseline', 'known.json'], { cwd }).code).toBe(1);
    expect(demarc(['scan', '.', ...only, '--baseline', 'known.json'], { cwd }).code).toBe(0);
    // Moved, reordered and shifted: the same findings.
    writeFileSync(join(cwd, 'other.tf'), `\n\n# moved\n${openBucket('photos')}`);
    writeFileSync(join(cwd, 'main.tf'), '');
    expect(demarc(['scan', '.', ...only, '--baseline', 'known.json'], { cwd }).code).toBe(0);
    writeFileSync(join(cwd, 'main.tf'), openBucket('fresh'));
    const { code, out } = demarc(['scan', '.', ...only, '--baseline', 'known.json', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    expect(ledger(out).verdicts.filter(({ exemption }) => exemption === null).map(({ resource }) => resource.address)).toEqual(['aws_s3_bucket.fresh']);
  });

  it('ends quietly when the reader of its output goes away', () => {
    const cwd = demarc.folder({ 'main.tf': Array.from({ length: 300 }, (_, i) => openBucket(`b${i}`)).join('\n') });
    const { stderr, stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${demarc.path()}" scan . --format json | head -1`], { cwd, encoding: 'utf8' });
    expect(stdout).toMatch(/^\{"version":1,/);
    expect(stderr).toBe('');
  });

  it('takes variables from every place that Terraform does', () => {
    const cwd = demarc.folder({ 'main.tf': `variable "x" {}\n${openBucket('photos').replace('= false', '= var.x')}`, 'on.tfvars': 'x = true\n' });
    const status = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string | undefined => ledger(demarc(['scan', '.', ...only, '--format', 'json', ...args], { cwd, env }).out).verdicts[0]?.status;
    expect(status([])).toBe('unknown');
    expect(status(['--var', 'x=true'])).toBe('pass');
    expect(status(['--var', 'x=false'])).toBe('fail');
    expect(status(['--var-file', 'on.tfvars'])).toBe('pass');
    expect(status([], { TF_VAR_x: 'false' })).toBe('fail');
  });

  it('starts fast: what is printed as the version waits for no other file', () => {
    expect(demarc(['--version'])).toEqual({ code: 0, out: `${(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version}\n`, err: '' });
    expect(readFileSync(demarc.path(), 'utf8')).not.toMatch(/import[^(;]*from\s*"\.\/|import\s*"\.\//);
  });

  it('shows help with examples for each verb', () => {
    for (const verb of ['scan', 'line', 'explain', 'checks', 'completion']) {
      const { out, code } = demarc([verb, '--help']);
      expect(code, verb).toBe(0);
      expect(out, verb).toMatch(/Examples:\n {2}\$ demarc/);
    }
    expect(demarc(['--help']).out).toContain('Examples:');
    expect(demarc([]).code).toBe(2);
    expect(demarc(['sacn']).err).toContain('scan');
  });
});
