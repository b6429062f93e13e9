/** Runs the command as a user does: the bundle, in a process of its own. test/build.ts has built it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Command {
  (args: readonly string[], options?: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }): Ran;
  /** Path of the built command. */
  readonly path: () => string;
  /** A new folder with these files. */
  readonly folder: (files: Readonly<Record<string, string>>) => string;
}

/** The command and folders for it; all of it is removed after the tests of the file. */
export function command(): Command {
  let top = '';
  let count = 0;
  beforeAll(() => {
    top = mkdtempSync(join(tmpdir(), 'demarc-cli-'));
  });
  afterAll(() => rmSync(top, { recursive: true, force: true }));
  const path = (): string => inject('command');
  const run = (args: readonly string[], { cwd = top, env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {}): Ran => {
    const { PATH, HOME } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [path(), ...args], { cwd, encoding: 'utf8', env: { PATH, HOME, ...env }, maxBuffer: 64 * 1024 * 1024 });
    return { code: status, out: stdout, err: stderr };
  };
  const folder = (files: Readonly<Record<string, string>>): string => {
    const made = join(top, `project-${count++}`);
    mkdirSync(made);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(made, name)), { recursive: true });
      writeFileSync(join(made, name), text);
    }
    return made;
  };
  return Object.assign(run, { path, folder });
}

/** A bucket that one check finds open, whatever other checks there are. */
export const BLOCK = 'aws-s3-public-access-block';
export const openBucket = (name: string, more = ''): string => `resource "aws_s3_bucket" "${name}" {
  bucket = "${name}"
}
${more}resource "aws_s3_bucket_public_access_block" "${name}" {
  bucket                  = aws_s3_bucket.${name}.id
  block_public_acls       = false
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`;
