/** What `for_each` and `dynamic` go through. */
import type { Reason } from '../../../model/index.js';
import { numberValue } from '../language/number.js';
import { stringValue, type TfValue } from '../language/value.js';

export interface Members {
  readonly items: readonly { readonly key: TfValue; readonly value: TfValue }[];
  /** Set when there may be more. */
  readonly open?: Reason;
}

/** Keys and values of a map or object; of a set each member is its own key; of a list the index. */
export function members(collection: TfValue): Members {
  switch (collection.kind) {
    case 'map':
    case 'object':
      return { items: [...collection.entries].map(([key, value]) => ({ key: stringValue(key), value })), open: collection.open };
    case 'set':
      return { items: collection.items.map((value) => ({ key: value, value })), open: collection.open };
    case 'list':
    case 'tuple':
      return { items: collection.items.map((value, index) => ({ key: numberValue(index), value })), open: collection.open };
    case 'unknown':
      return { items: [], open: collection.reason };
    case 'null':
      return { items: [], open: { kind: 'malformed', detail: '`for_each` is null', at: collection.at } };
    default:
      return { items: [], open: { kind: 'malformed', detail: `\`for_each\` is a ${collection.kind}, not a collection`, at: collection.at } };
  }
}
