/** Where a plan and the two forms of a state list their resources. */
import { suffixOf } from './address.js';
import type { Entry } from './entry.js';
import { localName } from './entry.js';
import type { JsonText } from './json-text.js';
import { field, fieldsOf, itemsOf, textOf } from './plain.js';

const NOTHING = (): undefined => undefined;

interface Header {
  readonly address: string;
  readonly moduleAddress: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index: unknown;
  readonly offsets: ReadonlyMap<string, number>;
}

/** The short fields of an object that describes a resource, and where its others are. */
function headerOf(text: JsonText, at: number): Header | undefined {
  const offsets = new Map<string, number>();
  for (const { key, at: value } of text.members(at)) offsets.set(key, value);
  const read = (key: string): string | undefined => textOf(text.value(offsets.get(key)));
  const [type, name] = [read('type'), read('name')];
  if (type === undefined || name === undefined) return undefined;
  return { address: read('address') ?? '', moduleAddress: read('module_address') ?? '', mode: read('mode') ?? 'managed', type, name, index: text.value(offsets.get('index')), offsets };
}

function entry(header: Header, moduleAddress: string, more: Pick<Entry, 'at' | 'values' | 'unknown' | 'sensitive'>): Entry | undefined {
  const { mode, type, name, index } = header;
  if (mode !== 'managed' && mode !== 'data') return undefined;
  const suffix = suffixOf(index);
  const address = header.address === '' ? `${moduleAddress === '' ? '' : `${moduleAddress}.`}${localName({ mode, type, name })}${suffix}` : header.address;
  return { address, moduleAddress, mode, type, name, suffix, ...more };
}

/** `resource_changes`: what will be there when the plan is applied, with what is not known yet. */
export function* changedEntries(text: JsonText, at: number | undefined, gone: Set<string>): Generator<Entry> {
  if (at === undefined) return;
  for (const item of text.items(at)) {
    const header = headerOf(text, item);
    const change = header?.offsets.get('change');
    if (header === undefined || change === undefined) continue;
    const actions = itemsOf(text.value(text.child(change, 'actions')));
    if (actions.length === 1 && (actions[0] === 'delete' || actions[0] === 'forget')) {
      if (!header.offsets.has('deposed')) gone.add(header.address);
      continue;
    }
    const made = entry(header, header.moduleAddress, {
      at: item,
      values: text.child(change, 'after'),
      unknown: () => text.value(text.child(change, 'after_unknown')),
      sensitive: () => text.value(text.child(change, 'after_sensitive')),
    });
    if (made !== undefined) yield made;
  }
}

/** `values` of a module and of those below it, as in `planned_values` and in a state. */
export function* valueEntries(text: JsonText, module: number | undefined, moduleAddress = ''): Generator<Entry> {
  if (module === undefined) return;
  const resources = text.child(module, 'resources');
  if (resources !== undefined) {
    for (const item of text.items(resources)) {
      const header = headerOf(text, item);
      const made =
        header === undefined || header.offsets.has('deposed_key')
          ? undefined
          : entry(header, moduleAddress, { at: item, values: header.offsets.get('values'), unknown: NOTHING, sensitive: () => text.value(header.offsets.get('sensitive_values')) });
      if (made !== undefined) yield made;
    }
  }
  const below = text.child(module, 'child_modules');
  if (below === undefined) return;
  for (const child of text.items(below)) yield* valueEntries(text, child, textOf(text.value(text.child(child, 'address'))) ?? moduleAddress);
}

/** Terraform's own state file, version 4. */
export function* stateEntries(text: JsonText, resources: number | undefined): Generator<Entry> {
  if (resources === undefined) return;
  for (const item of text.items(resources)) {
    const header = headerOf(text, item);
    const instances = header?.offsets.get('instances');
    if (header === undefined || instances === undefined) continue;
    const moduleAddress = textOf(text.value(header.offsets.get('module'))) ?? '';
    for (const instance of text.items(instances)) {
      const index = text.value(text.child(instance, 'index_key'));
      if (text.child(instance, 'deposed') !== undefined) continue;
      const made = entry({ ...header, address: '', index }, moduleAddress, {
        at: instance,
        values: text.child(instance, 'attributes'),
        unknown: NOTHING,
        sensitive: () => marksOf(text.value(text.child(instance, 'sensitive_attributes'))),
      });
      if (made !== undefined) yield made;
    }
  }
}

/** Paths of sensitive attributes, `[[{ type: 'get_attr', value: 'password' }]]`, as marks: `{ password: true }`. */
export function marksOf(paths: unknown): unknown {
  let marks: unknown;
  for (const path of itemsOf(paths)) {
    const keys = itemsOf(path).map((step) => {
      const value = field(step, 'value');
      return String(field(value, 'value') ?? value);
    });
    marks = marked(marks, keys);
  }
  return marks;
}

function marked(marks: unknown, keys: readonly string[]): unknown {
  if (marks === true) return true;
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  if (/^\d+$/.test(key) && (marks === undefined || Array.isArray(marks)) && Number(key) < 10_000) {
    const items = [...itemsOf(marks)];
    items[Number(key)] = marked(items[Number(key)], rest);
    return items;
  }
  return { ...fieldsOf(marks), [key]: marked(field(marks, key), rest) };
}
