/** Repositories made for a test, in folders that go when it ends. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { FoundLeak } from '../../src/app/texts.js';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'demarc-git-')));
  made.push(folder);
  return folder;
}

const ENV = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com', GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' };

export class TestRepository {
  private clock = 0;

  constructor(
    readonly folder = temporary(),
    init = true,
  ) {
    if (init) this.git('init', '-q', '-b', 'main', '.');
  }

  git(...args: readonly string[]): string {
    const date = `2024-01-${String(1 + (this.clock % 28)).padStart(2, '0')}T10:00:00Z`;
    return execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: this.folder, encoding: 'utf8', env: { ...ENV, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }, stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 }).trim();
  }

  write(path: string, content: string | Buffer): this {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
    return this;
  }

  remove(path: string): this {
    rmSync(join(this.folder, path));
    return this;
  }

  /** Commits all that changed; returns the commit's id. */
  commit(message: string): string {
    this.clock++;
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Where an object lies loose. */
  loose(object: string): string {
    return join(this.folder, '.git/objects', object.slice(0, 2), object.slice(2));
  }
}

/** Finds `SECRET-` and a word: what stands for the scanner where only the reading is tested. */
export function marks(text: string): readonly FoundLeak[] {
  return [...text.matchAll(/SECRET-(\w+)/g)].map((match) => {
    const before = text.slice(0, match.index);
    return { rule: 'mark', fingerprint: match[1] ?? '', line: before.split('\n').length, column: match.index - before.lastIndexOf('\n') };
  });
}
