/** Each rule finds its bad examples by itself, and neither it nor another finds anything in its good ones. */
import { describe, expect, it } from 'vitest';
import { secretRules, scanner } from '../../src/secrets/index.js';
import type { Example } from '../../src/secrets/rule.js';
import { createScanner } from '../../src/secrets/scanner.js';
import { checked } from './kinds.js';
import { randomOf, type Random } from './random.js';

/** Chance leaves figures or capitals out of a short form once in a while: another draw has them. */
const DRAWS = 4;

function filled(example: Example, random: Random): { readonly path: string; readonly text: string } {
  const [path, form] = typeof example === 'string' ? ['a.env', example] : example;
  const text = form.replace('{x:30}{crc}', () => checked(random.fill('{x:30}')));
  return { path, text: random.fill(text) };
}

describe.each(secretRules)('$id', (rule) => {
  const alone = createScanner([rule]);
  it('has examples of both kinds', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
  });
  it.each(rule.examples.bad.map((example) => ({ example })))('finds $example', ({ example }) => {
    const draws = Array.from({ length: DRAWS }, (_, i) => filled(example, randomOf(i + 1)));
    expect(draws.some(({ path, text }) => alone.scan(text, { path }).some((leak) => leak.rule === rule.id)), draws.map(({ text }) => text).join('\n')).toBe(true);
    for (const { path, text } of draws) expect(scanner().scan(text, { path }).length, text).toBeGreaterThan(0);
  });
  it.each(rule.examples.good.map((example) => ({ example })))('passes over $example', ({ example }) => {
    for (let seed = 1; seed <= DRAWS; seed++) {
      const { path, text } = filled(example, randomOf(seed));
      expect([...alone.scan(text, { path }), ...scanner().scan(text, { path })].map((leak) => leak.rule), text).toEqual([]);
    }
  });
});
