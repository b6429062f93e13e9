/** Policies and contexts for tests, written as JSON. */
import { parsePolicy, RequestContext, type PolicySet } from '../../src/iam/index.js';
import { fromJson, type Json, type Origin } from '../../src/model/index.js';

export const at: Origin = { kind: 'source', file: 'policy.json', line: 1, column: 1 };

/** Documents of one layer. */
export const set = (...documents: readonly Json[]): PolicySet => ({ documents: documents.map((json, i) => ({ policy: parsePolicy(fromJson(json, at)), place: { path: `Policy${i}` } })) });

export const document = (...statements: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: statements });

export const context = (values: Readonly<Record<string, string | readonly string[]>> = {}, open = false): RequestContext =>
  new RequestContext(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? [value] : value] as const), open);

/** A generator of numbers that is the same on every run: mulberry32. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
