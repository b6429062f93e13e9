/** Every check's examples answer as their list says, in each format. They are its tests and its documentation at once. */
import { describe, expect, it } from 'vitest';
import { tryExamples } from '../../src/app/examples.js';
import { fixIn } from '../../src/checks/define.js';
import { registry } from '../../src/checks/registry.js';

describe.each(registry.map((check) => [check.id, check] as const))('%s', (_, check) => {
  it('answers each example as its list says', async () => {
    const problems = (await tryExamples(check, '2026-11-01T00:00:00Z')).filter(({ problem }) => problem !== undefined);
    expect(problems).toEqual([]);
  });

  it('shows good and bad in each language that it speaks of', () => {
    for (const kind of ['good', 'bad'] as const) expect(check.examples[kind].length, kind).toBeGreaterThan(0);
    const formats = new Set([...check.examples.good, ...check.examples.bad].map(({ format }) => format));
    // What one of the languages has no words for, its fix says.
    const speechless = /^# (CloudFormation|Terraform) (cannot|has no|writes no)/;
    const spoken = (['cloudformation', 'terraform'] as const).filter((language) => !speechless.test(fixIn(check.fix, language) ?? ''));
    // What only the account knows, no code says.
    if (fixIn(check.fix, 'aws') !== undefined) expect([...formats]).toEqual(['account']);
    else if (check.on.some((type) => type.startsWith('AWS::'))) expect([...formats].filter((format) => format !== 'account').sort()).toEqual(spoken);
  });
});

describe('the registry', () => {
  it('has unique ids, and every text that a reader needs', () => {
    expect(new Set(registry.map(({ id }) => id)).size).toBe(registry.length);
    for (const check of registry) {
      expect(check.references.length, check.id).toBeGreaterThan(0);
      for (const text of [check.title, check.why, ...Object.values(check.fix), ...Object.values(check.judgement)]) expect(text.trim().length, check.id).toBeGreaterThan(3);
      for (const url of check.references) expect(url, check.id).toMatch(/^https:\/\//);
      for (const cwe of check.cwe) expect(cwe).toMatch(/^CWE-\d+$/);
    }
  });

  it('maps each check of a peer with one relation for each of ours', () => {
    for (const { id, equivalents } of registry) {
      for (const list of Object.values(equivalents)) {
        const ids = list.map((one) => one.id);
        expect(new Set(ids).size, `${id}: ${ids.join(' ')}`).toBe(ids.length);
      }
    }
  });
});
