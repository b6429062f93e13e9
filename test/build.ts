/** Builds the command once for all tests that run it as a user does. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the built command. */
    readonly command: string;
  }
}

export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-built-'));
  execFileSync(process.execPath, ['tools/build.mjs', '--out', folder]);
  provide('command', join(folder, 'cli.js'));
  return () => rmSync(folder, { recursive: true, force: true });
}
