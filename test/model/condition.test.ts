import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, any, implies, not, type Condition, type Evidence, type Truth } from '../../src/model/index.js';

const at = { kind: 'source', file: 'main.tf', line: 1, column: 1 } as const;
const evidence = (path: string): Evidence => ({ path, state: 'set', value: true, at });
const condition = (truth: Truth, path = 'p'): Condition => ({
  truth,
  evidence: [evidence(path)],
  reasons: truth === 'unknown' ? [{ kind: 'unresolved', detail: `\`${path}\` has no value` }] : [],
});

const truths = fc.constantFrom<Truth>(true, false, 'unknown');

/** A tree of combinators over numbered leaves. */
type Formula = { readonly leaf: number } | { readonly op: 'all' | 'any'; readonly of: readonly Formula[] } | { readonly op: 'not'; readonly of: readonly [Formula] };
const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.record({ leaf: fc.nat(5) }),
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('formula'), { maxLength: 4 }) }),
    fc.record({ op: fc.constant('not' as const), of: fc.tuple(tie('formula')) }),
  ),
})).formula;

const run = (f: Formula, leaves: readonly Truth[]): Condition => {
  if ('leaf' in f) return condition(leaves[f.leaf] ?? 'unknown', `p${f.leaf}`);
  const parts = f.of.map((part) => run(part, leaves));
  return f.op === 'not' ? not(parts[0] ?? condition('unknown')) : f.op === 'all' ? all(parts) : any(parts);
};

describe('three-valued conditions', () => {
  it('never hide a deciding false behind an unknown, nor a deciding true', () => {
    fc.assert(
      fc.property(fc.array(truths, { maxLength: 8 }), (values) => {
        expect(all(values.map((v) => condition(v))).truth).toBe(values.includes(false) ? false : values.includes('unknown') ? 'unknown' : true);
        expect(any(values.map((v) => condition(v))).truth).toBe(values.includes(true) ? true : values.includes('unknown') ? 'unknown' : false);
      }),
    );
  });

  it('are monotone: making an unknown known never turns a decided answer round', () => {
    fc.assert(
      fc.property(formula, fc.array(truths, { minLength: 6, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (f, before, known) => {
        const after = before.map((truth, i): Truth => (truth === 'unknown' ? (known[i] ?? true) : truth));
        const first = run(f, before).truth;
        if (first !== 'unknown') expect(run(f, after).truth).toBe(first);
      }),
      { numRuns: 2000 },
    );
  });

  it('do not depend on order', () => {
    fc.assert(
      fc.property(fc.array(truths, { maxLength: 6 }), fc.nat(), (values, seed) => {
        const conditions = values.map((v, i) => condition(v, `p${i}`));
        const turned = [...conditions.slice(seed % (values.length + 1)), ...conditions.slice(0, seed % (values.length + 1))];
        const paths = (c: Condition): readonly string[] => c.evidence.map((e) => e.path).sort();
        for (const combine of [all, any]) {
          expect(combine(turned).truth).toBe(combine(conditions).truth);
          expect(paths(combine(turned))).toEqual(paths(combine(conditions)));
        }
      }),
    );
  });

  it('keep only the evidence that decided, and reasons only when unknown', () => {
    fc.assert(
      fc.property(formula, fc.array(truths, { minLength: 6, maxLength: 6 }), (f, leaves) => {
        const { truth, reasons } = run(f, leaves);
        expect(reasons.length > 0 && truth !== 'unknown').toBe(false);
      }),
    );
    const mixed = all(condition(true, 'good'), condition(false, 'bad'), condition('unknown', 'open'));
    expect(mixed.evidence.map((e) => e.path)).toEqual(['bad']);
    expect(mixed.reasons).toEqual([]);
  });

  it('gives every cause of several', () => {
    expect(all(condition(false, 'a'), condition(false, 'b')).evidence.map((e) => e.path)).toEqual(['a', 'b']);
  });

  it('reads an implication as Kleene does', () => {
    expect(implies(condition(false), condition('unknown')).truth).toBe(true);
    expect(implies(condition('unknown'), condition(true)).truth).toBe(true);
    expect(implies(condition('unknown'), condition(false)).truth).toBe('unknown');
    expect(implies(condition(true), condition(false)).truth).toBe(false);
  });
});
