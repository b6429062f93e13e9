/** Resources that one block makes beside its own: a bucket's `policy` argument is a bucket policy. */
import { attribute, mapping, type Mapping, type RawResource, type Tree } from '../model/index.js';
import type { Adapted } from './adapted.js';
import { listOfOne } from './convert.js';
import { argument, type Convert } from './table.js';

/** The block itself, as a value that points to it. */
export const itself = (raw: RawResource): Tree => ({
  kind: 'unknown',
  reason: { kind: 'known-after-apply', detail: `the id of \`${raw.address}\` is known after apply` },
  at: raw.at,
  parts: [{ address: raw.address, attribute: 'id' }],
});

interface Inline {
  /** Property that names the parent; with `[]`, a list of parents. */
  readonly parent: string;
  /** Property that takes the argument's value. */
  readonly value: string;
  readonly convert: Convert;
}

/** For `more`: a resource of `type` when the block writes `from`, at the address of the block with `/from` after it. */
export const inline =
  (type: string, from: string, { parent, value, convert }: Inline) =>
  (raw: RawResource): readonly Adapted[] => {
    const written = argument(raw.arguments, from);
    const converted = written === undefined ? undefined : convert(written, raw);
    // Terraform takes an empty text for "none".
    if (converted === undefined || (converted.kind === 'scalar' && converted.value === '')) return [];
    const self = itself(raw);
    const points: Tree = parent.endsWith('[]') ? (listOfOne(self, raw) ?? self) : self;
    const properties: Mapping = mapping([[parent.replace('[]', ''), points], [value, attribute(converted, raw.address)]], converted.at);
    return [{ kind: 'resource', type, raw, address: `${raw.address}/${from}`, properties, facts: mapping([], raw.at) }];
  };
