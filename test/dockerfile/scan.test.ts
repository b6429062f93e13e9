/** Dockerfiles in a scan: which files are found, what comments excuse, what is redacted. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger } from '../../src/model/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarc-dockerfile-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (files: Readonly<Record<string, string>>, only: readonly string[]): Promise<Ledger> => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return scan({ targets: [folder], cwd: folder, only, asOf: '2026-11-01T00:00:00Z' });
};

describe('a scan', () => {
  it('finds build files by their names', async () => {
    const names = ['Dockerfile', 'a/Dockerfile.prod', 'a/api.Dockerfile', 'a/web.dockerfile', 'b/Containerfile', 'b/dockerfile', 'Dockerfile-ci'];
    const others = ['Dockerfile.md', 'c/Dockerfile.dockerignore', 'c/dockerfile.ts', 'c/Dockerfile.j2', 'c/my-dockerfiles', 'c/dockerfile.json'];
    const { verdicts, errors } = await run(Object.fromEntries([...names, ...others].map((name) => [name, 'FROM debian:13\n'])), ['container-dockerfile-user-set']);
    expect(verdicts.map(({ resource }) => resource.address).sort()).toEqual([...names].sort());
    expect(new Set(verdicts.map(({ resource }) => resource.provider))).toEqual(new Set(['container']));
    expect(errors).toEqual([]);
  });

  it('shows the very word', async () => {
    const { verdicts } = await run({ Dockerfile: 'FROM debian:13\nRUN apt-get update \\\n # a comment\n && sudo true\n' }, ['container-dockerfile-no-sudo']);
    expect(verdicts[0]).toMatchObject({ status: 'fail', evidence: [{ file: 'Dockerfile', line: 4, column: 5, address: 'Dockerfile.RUN[0]' }] });
  });

  it('gives rows to the layers of a build', async () => {
    const { rows } = await run({ Dockerfile: 'FROM debian:13\nUSER app\n' }, ['container-dockerfile-user-set', 'container-dockerfile-user-not-root']);
    expect(rows.find(({ layer }) => layer === 'identity')).toMatchObject({ owner: 'customer' });
    expect(rows.find(({ layer }) => layer === 'facilities')).toBeUndefined();
  });

  it('does not print a credential', async () => {
    const ledger = await run({ Dockerfile: 'FROM debian:13\nENV DB_PASSWORD=correct-horse-battery\nRUN curl -fsS https://builder:correct-horse-battery@example.com/a\nRUN export API_TOKEN=correct-horse-battery\n' }, ['container-dockerfile-*']);
    expect(ledger.verdicts.filter(({ status, row }) => status === 'fail' && row === 'secrets')).toHaveLength(2);
    expect(JSON.stringify(ledger)).not.toContain('correct-horse');
  });
});

describe('an exemption by comment', () => {
  const only = ['container-dockerfile-no-sudo'];
  const of = async (text: string): Promise<string | undefined> => (await run({ Dockerfile: text }, only)).verdicts[0]?.exemption?.reason;

  it.each([
    ['above the instruction', 'FROM debian:13\n# demarc:ignore container-dockerfile-no-sudo reason="known"\nRUN sudo true\n', 'known'],
    ['within the instruction', 'FROM debian:13\nRUN true \\\n# demarc:ignore container-dockerfile-no-sudo reason="known"\n && sudo true\n', 'known'],
    ['at the top, for the whole file', '# demarc:ignore container-dockerfile-no-sudo reason="known"\nFROM debian:13\nRUN sudo true\nRUN sudo false\n', 'known'],
    ['of Checkov, anywhere in the file', 'FROM debian:13\nRUN sudo true\n#checkov:skip=CKV2_DOCKER_1:known\nUSER app\n', 'known'],
    ['of Trivy, above the instruction', 'FROM debian:13\n#trivy:ignore:AVD-DS-0010 known\nRUN sudo true\n', 'known'],
    ['of Trivy by its newer id', 'FROM debian:13\n#trivy:ignore:DS-0010 known\nRUN sudo true\n', 'known'],
    ['above each of several', 'FROM debian:13\n# demarc:ignore container-dockerfile-no-sudo reason="one"\nRUN sudo true\n# demarc:ignore container-dockerfile-no-sudo reason="two"\nRUN sudo false\n', 'one'],
  ])('holds %s', async (_, text, reason) => expect(await of(text)).toBe(reason));

  it.each([
    ['above another instruction', 'FROM debian:13\n# demarc:ignore container-dockerfile-no-sudo reason="known"\nUSER app\nRUN sudo true\n'],
    ['above one of two that are found', 'FROM debian:13\n# demarc:ignore container-dockerfile-no-sudo reason="known"\nRUN sudo true\nRUN sudo false\n'],
    ['of another check', 'FROM debian:13\n# demarc:ignore container-dockerfile-no-apt reason="known"\nRUN sudo true\n'],
    ['that has ended', 'FROM debian:13\n# demarc:ignore container-dockerfile-no-sudo reason="known" until=2026-01-01\nRUN sudo true\n'],
  ])('does not hold %s', async (_, text) => expect(await of(text)).toBeUndefined());
});
