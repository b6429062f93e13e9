/** The order of versions is what the vendors' own comparators say (tools/oracle/versions writes their answers). */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemeOf } from '../../../src/vulnerabilities/versions/index.js';

const ecosystems: Readonly<Record<string, string>> = { dpkg: 'Debian:12', rpm: 'Rocky Linux:9', pep440: 'PyPI', maven: 'Maven', go: 'Go', semver: 'npm', rubygems: 'RubyGems', composer: 'Packagist', apk: 'Alpine:v3.19', nuget: 'NuGet', pub: 'Pub', hackage: 'Hackage' };

describe.each(Object.entries(ecosystems))('%s', (name, ecosystem) => {
  it('agrees with the vendor on every pair', () => {
    const scheme = schemeOf(ecosystem);
    const rows = readFileSync(new URL(`answers/${name}.tsv`, import.meta.url), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
    const versions = rows.map(([version = '']) => version);
    expect(versions.length).toBeGreaterThan(25);
    const wrong: string[] = [];
    rows.forEach(([a = '', signs = ''], i) => {
      expect(signs.length, a).toBe(versions.length - i - 1);
      [...signs].forEach((sign, j) => {
        const b = versions[i + 1 + j] ?? '';
        for (const [left, right, wanted] of [[a, b, sign], [b, a, sign === '<' ? '>' : sign === '>' ? '<' : '=']] as const) {
          const n = scheme?.compare(left, right);
          const got = n === undefined ? '?' : n < 0 ? '<' : n > 0 ? '>' : '=';
          if (got !== wanted) wrong.push(`${left} ${got} ${right}, not ${wanted}`);
        }
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('dpkg on this machine', () => {
  const there = spawnSync('dpkg', ['--version']).status === 0;
  it.skipIf(!there)('agrees on versions that the table does not have', () => {
    for (const [a, b] of [['2:8.2.3995-1ubuntu2.15', '2:8.2.3995-1ubuntu2.3'], ['1.18.4~deb13u1', '1.18.4'], ['5.0.0+really4.8-1', '5.0.0-1']] as const) {
      const less = spawnSync('dpkg', ['--compare-versions', a, 'lt', b]).status === 0;
      expect((schemeOf('Debian')?.compare(a, b) ?? NaN) < 0, `${a} ${b}`).toBe(less);
    }
  });
});
