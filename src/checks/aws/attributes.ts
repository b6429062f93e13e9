/** Settings that a schema holds as a list of keys and values. */
import { cursor, items, unknown, viewOf, type Field, type View } from '../../model/index.js';

interface Attribute {
  readonly Key?: string;
  readonly Value?: string;
}

/** The value of one attribute; left out, its documented default. Keys that cannot be read leave it unknown. */
export function attributeOf(attributes: Field<readonly Attribute[]>, key: string): View<string> {
  const { views, open } = items<Attribute>(attributes);
  const { scope, path, at } = cursor(attributes);
  let doubt = open;
  for (const view of views) {
    const named = cursor(view.Key).tree;
    if (named?.kind === 'scalar' && named.value === key) return view.Value;
    if (named?.kind === 'unknown') doubt ??= named.reason;
  }
  return viewOf<string>(doubt === undefined ? undefined : unknown(doubt, at), scope, `${path}.${key}`);
}
