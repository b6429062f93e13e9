/** Raw resources made by hand, as a source would hand them over. */
import { fromJson, unknown, type Json, type Mapping, type RawResource, type Reason, type Reference, type SourceOrigin, type Tree, type Unknown } from '../../src/model/index.js';

export const origin = (line: number, file = 'main.tf'): SourceOrigin => ({ kind: 'source', file, line, column: 1 });

export function raw(address: string, values: Readonly<Record<string, Json | Tree>>, more: Partial<RawResource> = {}): RawResource {
  const at = more.at ?? origin(1);
  const type = address.replace(/^(module\.[^.]+\.)*/, '').split('.')[0] ?? '';
  const entries = new Map(Object.entries(values).map(([key, value]) => [key, isTree(value) ? value : fromJson(value, at)] as const));
  const all: Mapping = { kind: 'map', entries, at };
  return { dialect: 'terraform', type, address, root: '.', basis: 'declared', arguments: all, at, ...more };
}

export const reference = (address: string, attribute = 'id'): Unknown =>
  unknown({ kind: 'known-after-apply', detail: `\`${address}.${attribute}\` is known after apply` }, origin(2), { parts: [{ address, attribute }] });

export const noValue = (name: string, mayBe?: readonly Reference[]): Unknown => unknown(noValueReason(name), origin(2), { mayBe });
export const noValueReason = (name: string): Reason => ({ kind: 'unresolved', detail: `\`var.${name}\` has no value` });

const isTree = (value: Json | Tree): value is Tree => typeof value === 'object' && value !== null && 'kind' in value && 'at' in value;
