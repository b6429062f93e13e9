/** Catalogue and schema may not contradict each other. */
import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/model/layers.js';
import { catalogue, knobsOf } from '../../src/responsibility/index.js';
import { homes } from '../../src/responsibility/homes.js';
import { movers } from '../../src/responsibility/movers.js';
import { rules } from '../../src/responsibility/rules.js';
import { loadSchemas, propertyAt, schemaOf, typeNames } from '../../src/schema/aws/index.js';
import { table } from './sample/read.js';

const page = /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html(#\S+)?$/;

/** Knobs that may lie in a layer that the catalogue leaves to the provider or to nobody. */
const exceptions: readonly { readonly why: string; readonly layer?: Layer; readonly type?: string; readonly path?: RegExp }[] = [
  { why: 'tenancy and enclaves choose a kind of isolation, they do not hand it over', layer: 'virtualization' },
  { why: 'what becomes of failed messages and deployments: reliability rather than recovery', layer: 'resilience', path: /^(DeadLetterConfig|RedrivePolicy)|DeploymentCircuitBreaker/ },
  { why: 'whether a deletion takes the contents along, in services whose contents can be made again', layer: 'resilience', path: /^(EmptyOnDelete|RecursiveDeleteOption)$/ },
  { why: 'metrics and notifications of scaling', layer: 'logging', type: 'AWS::AutoScaling::AutoScalingGroup' },
];

describe('the catalogue', () => {
  it('names types that exist, each once, with a page for every fact', () => {
    const known = new Set(typeNames());
    const seen = new Set<string>();
    for (const { type, reference, layers, names } of catalogue) {
      expect(known.has(type), type).toBe(true);
      expect(seen.has(type), type).toBe(false);
      seen.add(type);
      expect(reference, type).toMatch(page);
      expect(names.length, type).toBeGreaterThan(0);
      for (const fact of Object.values(layers)) {
        const decision = typeof fact === 'string' ? fact : fact.decision;
        expect(decision, type).toMatch(/^[A-Z].{10,}[^.]$/);
        if (typeof fact !== 'string' && fact.reference !== undefined) expect(fact.reference).toMatch(page);
      }
    }
  });

  it('covers every judged service', () => {
    for (const [type] of table('services.tsv')) expect(catalogue.map((entry) => entry.type)).toContain(type);
  });

  it('leaves out no layer in which the type has a knob, but for named exceptions', async () => {
    const schemas = await loadSchemas(catalogue.map(({ type }) => type));
    const used = new Set<(typeof exceptions)[number]>();
    for (const { type, layers } of catalogue) {
      for (const { path, layers: of } of knobsOf(schemas.get(type)!).knobs) {
        for (const layer of of.filter((one) => layers[one] === undefined)) {
          const exception = exceptions.find((one) => (one.layer ?? layer) === layer && (one.type ?? type) === type && one.path?.test(path) !== false);
          expect(exception, `${type} ${path} is a knob of ${layer}, which the catalogue leaves to the provider or to nobody`).toBeDefined();
          used.add(exception!);
        }
      }
    }
    for (const exception of exceptions) expect(used.has(exception), `no longer needed: ${exception.why}`).toBe(true);
  });

  it('moves the line only by attributes that exist, and says where that is documented', async () => {
    const schemas = await loadSchemas(movers.map(({ on }) => on));
    for (const { on, attribute, reference, decision } of movers) {
      expect(propertyAt(schemas.get(on)!, attribute), `${on} ${attribute}`).toBeDefined();
      expect(reference).toMatch(page);
      expect(decision).toMatch(/^[A-Z].{10,}[^.]$/);
    }
  });
});

describe('the rules', () => {
  it('are each of use to some type', async () => {
    const schemas = await loadSchemas(typeNames());
    const names = typeNames();
    for (const { on, why } of homes) expect(names.some((type) => on.test(type)), why).toBe(true);
    for (const { on, why } of rules) if (on !== undefined) expect(names.some((type) => on.test(type)), why).toBe(true);
    let knobs = 0;
    for (const schema of schemas.values()) knobs += knobsOf(schema).knobs.length;
    expect(knobs).toBeGreaterThan(6000);
  });

  it('find paths that the schema has', async () => {
    for (const { type } of catalogue) {
      const schema = (await schemaOf(type))!;
      for (const { path } of knobsOf(schema).knobs) expect(propertyAt(schema, path), `${type} ${path}`).toBeDefined();
    }
  });
});
