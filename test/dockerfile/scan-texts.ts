/** Verdicts of one check on many Dockerfiles, by one scan. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scan } from '../../src/app/scan.js';

export async function scanTexts(texts: readonly string[], check: string, name = 'Dockerfile'): Promise<readonly (string | undefined)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-dockerfile-'));
  try {
    texts.forEach((text, i) => {
      mkdirSync(join(folder, String(i)));
      writeFileSync(join(folder, String(i), name), text);
    });
    const { verdicts } = await scan({ targets: [folder], cwd: folder, only: [check], asOf: '2026-11-01T00:00:00Z' });
    return texts.map((_, i) => verdicts.find(({ resource }) => resource.file === `${i}/${name}`)?.status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
