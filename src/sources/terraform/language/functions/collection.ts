/** Collection functions: they keep what is known of their arguments. */
import { budgetReason } from '../budget.js';
import { convert, typeOf, unify } from '../convert.js';
import { asSetItems, equal, identity, sortedEntries } from '../equal.js';
import { isKnown, unionOf, unknownFrom } from '../known.js';
import { numberValue } from '../number.js';
import { getIndex, kindName } from '../steps.js';
import { anyType, stringType } from '../types.js';
import { boolValue, errorValue, listValue, mapValue, stringValue, unknownValue, type TfMapping, type TfSequence, type TfUnknown, type TfValue } from '../value.js';
import { any, anything, entriesOf, itemsOf, listOf, mapOf, number, numberOf, setOf, string, strings, textOf, type Family, type FunctionContext, type FunctionRule } from './rule.js';
import { lengthOf } from './text.js';

type Run = FunctionRule['run'];
const anyList = listOf(anyType);
const isOpen = (value: TfValue): boolean => 'open' in value && value.open !== undefined;
const isSequence = (value: TfValue): value is TfSequence => 'items' in value;
const isMapping = (value: TfValue): value is TfMapping => 'entries' in value && value.reference === undefined;

const length: Run = ([value], { at }) => {
  if (value!.kind === 'string') return lengthOf(value!.value);
  if (isOpen(value!)) return unknownFrom([value!], at);
  // Two unknown members of a set may turn out to be one.
  if (isSequence(value!)) return value.kind === 'set' && !isKnown(value) && value.items.length > 1 ? unknownFrom([value], at) : numberValue(value.items.length);
  if ('entries' in value!) return value.reference === undefined ? numberValue(value.entries.size) : unknownFrom([value], at);
  return value!.kind === 'unknown' ? unknownFrom([value!], at) : errorValue(`${kindName(value!)} has no length`, at);
};

const merge: Run = (values, { at }) => {
  const entries = new Map<string, TfValue>();
  let open: TfUnknown['reason'] | undefined;
  let maps = values.length > 0;
  for (const value of values) {
    if (value.kind === 'null') continue;
    if (value.kind === 'unknown' || ('reference' in value && value.reference !== undefined)) {
      const { reason } = unknownFrom([value]);
      open ??= reason;
      // It may overwrite anything that came before.
      for (const [key, earlier] of entries) entries.set(key, unknownFrom([value], at, boundedBy([earlier, value])));
      continue;
    }
    if (!isMapping(value)) return errorValue(`\`merge\` takes maps and objects, not ${kindName(value)}`, at);
    if (value.kind !== 'map') maps = false;
    if (value.open !== undefined) {
      open ??= value.open;
      for (const key of entries.keys()) if (!value.entries.has(key)) entries.set(key, unknownValue(value.open, { at }));
    }
    for (const [key, item] of value.entries) entries.set(key, value.sensitive === true && item.sensitive !== true ? { ...item, sensitive: true } : item);
  }
  return { kind: maps ? 'map' : 'object', entries, at, ...(open === undefined ? {} : { open }) };
};

const boundedBy = (values: readonly TfValue[]): { mayBe?: TfUnknown['mayBe'] } => {
  const mayBe = unionOf(values);
  return mayBe === undefined ? {} : { mayBe };
};

const concat: Run = (values, { at, frame }) => {
  if (values.length === 0) return errorValue('`concat` takes at least one list', at);
  const items: TfValue[] = [];
  let open: TfUnknown['reason'] | undefined;
  let lists = true;
  for (const value of values) {
    if (value.kind === 'unknown') open ??= value.reason;
    else if (!isSequence(value) || value.kind === 'set') return errorValue(`\`concat\` takes lists, not ${kindName(value)}`, at);
    else {
      if (value.kind !== 'list') lists = false;
      open ??= value.open;
      if ((frame.budget.elements -= value.items.length) < 0) return unknownValue(budgetReason('this list'));
      for (const item of value.items) items.push(item);
    }
  }
  const result: TfValue = { kind: 'tuple', items, at, open };
  return lists ? convert(result, { kind: 'list', element: anyType }) : result;
};

const lookup: Run = ([map, key, preset], { at }) => {
  if (key!.kind === 'unknown') return unknownFrom([key!], at, isMapping(map!) && !isOpen(map!) ? boundedBy([...map!.entries.values(), ...(preset === undefined ? [] : [preset])]) : {});
  if (map!.kind === 'unknown') return unknownFrom([map!], at);
  if (!('entries' in map!)) return errorValue(`\`lookup\` takes a map, not ${kindName(map!)}`, at);
  const found = map.entries.get(textOf(key));
  if (found !== undefined) return map.kind === 'map' || preset === undefined ? found : found;
  if (map.open !== undefined || map.reference !== undefined) return getIndex(map, key!, at);
  return preset ?? errorValue(`the map has no key \`${textOf(key)}\``, at);
};

const element: Run = ([list, index], { at }) => {
  if (list!.kind === 'unknown' || index!.kind === 'unknown') return isSequence(list!) ? getIndex(list!, index!, at) : unknownFrom([list!, index!], at);
  if (!isSequence(list!) || list.kind === 'set') return errorValue(`\`element\` takes a list, not ${kindName(list!)}`, at);
  if (list.open !== undefined) return getIndex(list, index!, at);
  if (list.items.length === 0) return errorValue('`element` of an empty list', at);
  const number = numberOf(index);
  if (!Number.isInteger(number)) return errorValue('`element` takes a whole number as index', at);
  const size = list.items.length;
  return list.items[((number % size) + size) % size]!;
};

const coalesce: Run = (values, { at }) => {
  const common = unify(values.map((value) => typeOf(value)));
  if (common === undefined) return errorValue('the arguments of `coalesce` must have one type', at);
  for (const [index, value] of values.entries()) {
    if (value.kind === 'null') continue;
    if (value.kind === 'unknown') {
      // A text that has some letters is not empty, and not null.
      if (value.parts?.some((part) => typeof part === 'string') === true || index === values.length - 1) return value;
      return unknownFrom([value], at, boundedBy(values.slice(index)));
    }
    if (value.kind === 'string' && value.value === '') continue;
    return convert(value, common);
  }
  return errorValue('all arguments of `coalesce` are null or empty', at);
};

const coalescelist: Run = (values, { at }) => {
  for (const [index, value] of values.entries()) {
    if (value.kind === 'unknown' || (isOpen(value) && itemsOf(value).length === 0)) return unknownFrom([value], at, boundedBy(values.slice(index)));
    if (!isSequence(value)) return errorValue(`\`coalescelist\` takes lists, not ${kindName(value)}`, at);
    if (value.items.length > 0) return value;
  }
  return errorValue('all arguments of `coalescelist` are empty', at);
};

const keys: Run = ([map], { at }) => {
  if (!isMapping(map!)) return map!.kind === 'unknown' || 'entries' in map! ? unknownFrom([map!], at) : errorValue(`\`keys\` takes a map, not ${kindName(map!)}`, at);
  return listValue(sortedEntries(map.entries).map(([key, item]) => stringValue(key, item.at)), at, map.open);
};

const values: Run = ([map], { at }) => {
  if (!isMapping(map!)) return map!.kind === 'unknown' || 'entries' in map! ? unknownFrom([map!], at) : errorValue(`\`values\` takes a map, not ${kindName(map!)}`, at);
  return { kind: map.kind === 'map' ? 'list' : 'tuple', items: sortedEntries(map.entries).map(([, item]) => item), at, open: map.open };
};

const flatten: Run = ([list], { at, frame }) => {
  if (!isSequence(list!)) return list!.kind === 'unknown' ? unknownFrom([list!], at, boundedBy([list!])) : errorValue(`\`flatten\` takes a list, not ${kindName(list!)}`, at);
  const items: TfValue[] = [];
  let open: TfUnknown['reason'] | undefined;
  const visit = (sequence: TfSequence, depth: number): void => {
    open ??= sequence.open;
    for (const item of sequence.items) {
      if ((frame.budget.elements -= 1) < 0 || depth > 200) {
        open = budgetReason('this list');
        return;
      }
      if (isSequence(item)) visit(item, depth + 1);
      else {
        // An unknown text is one element; of an unknown of no type it is not known how many it stands for.
        if (item.kind === 'unknown' && item.parts === undefined && item.type?.kind !== 'string') open ??= item.reason;
        items.push(item);
      }
    }
  };
  visit(list, 0);
  return { kind: 'tuple', items, at, open };
};

const distinct: Run = ([list], { at }) => {
  const seen = new Set<string>();
  const items: TfValue[] = [];
  for (const item of itemsOf(list)) {
    const id = identity(item);
    if (id !== undefined && seen.has(id)) continue;
    if (id !== undefined) seen.add(id);
    items.push(item);
  }
  return list!.kind === 'unknown' ? unknownFrom([list!], at) : listValue(items, at, (list as TfSequence).open);
};

const compact: Run = ([list], { at }) => {
  if (list!.kind === 'unknown') return unknownFrom([list!], at, boundedBy([list!]));
  let open = (list as TfSequence).open;
  const items = itemsOf(list).filter((item) => {
    // Whether an unknown text is empty is not known, unless some of it is.
    if (item.kind === 'unknown' && !item.parts?.some((part) => typeof part === 'string' || part !== null)) open ??= item.reason;
    return item.kind !== 'null' && !(item.kind === 'string' && item.value === '');
  });
  return listValue(items, at, open);
};

const contains: Run = ([list, sought], { at }) => {
  if (!isSequence(list!)) return list!.kind === 'unknown' ? unknownFrom([list!], at) : errorValue(`\`contains\` takes a list, not ${kindName(list!)}`, at);
  let blank: TfValue | undefined = list.open === undefined ? undefined : unknownValue(list.open);
  for (const item of list.items) {
    const same = equal(item, sought!);
    if (same === true) return boolValue(true, at);
    if (same === undefined) blank ??= unknownFrom([item, sought!], at);
  }
  return blank === undefined ? boolValue(false, at) : unknownFrom([blank], at);
};

const index: Run = ([list, sought], { at }) => {
  if (!isSequence(list!) || list.kind === 'set') return list!.kind === 'unknown' ? unknownFrom([list!], at) : errorValue(`\`index\` takes a list, not ${kindName(list!)}`, at);
  if (list.open !== undefined) return unknownFrom([list], at);
  for (const [position, item] of list.items.entries()) {
    const same = equal(item, sought!);
    if (same === true) return numberValue(position);
    if (same === undefined) return unknownFrom([item, sought!], at);
  }
  return errorValue('the list does not have this element', at);
};

/** `alltrue`, `anytrue`: one element that decides is enough. */
const booleans = (deciding: boolean): Run => ([list], { at }) => {
  let blank: TfValue | undefined = list!.kind === 'unknown' ? list : isOpen(list!) ? unknownValue((list as TfSequence).open!) : undefined;
  for (const item of itemsOf(list)) {
    if (item.kind === 'bool' && item.value === deciding) return boolValue(deciding, at);
    if (item.kind === 'null' && !deciding) return boolValue(false, at);
    if (item.kind === 'unknown') blank ??= item;
  }
  return blank === undefined ? boolValue(!deciding, at) : unknownFrom([blank], at);
};

const one: Run = ([list], { at }) => {
  if (list!.kind === 'unknown') return unknownFrom([list!], at, boundedBy([list!]));
  if (!isSequence(list!)) return list!.kind === 'null' ? list! : errorValue(`\`one\` takes a list or a set, not ${kindName(list!)}`, at);
  if (list.open !== undefined) return getIndex(list.kind === 'set' ? { ...list, kind: 'list' } : list, numberValue(0), at);
  if (list.items.length > 1) return errorValue('`one` takes a list with one element or none', at);
  return list.items[0] ?? { kind: 'null', at };
};

const slice: Run = ([list, from, to], { at }) => {
  if (!isSequence(list!) || list.open !== undefined || from!.kind !== 'number' || to!.kind !== 'number') return list!.kind === 'unknown' || isOpen(list!) ? unknownFrom([list!, from!, to!], at) : unknownOrError([from!, to!], '`slice` takes a list', at);
  if (list.kind === 'set') return errorValue('`slice` takes a list, not a set: use `tolist`', at);
  const [start, end] = [from!.value, to!.value];
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > list.items.length || start > end) return errorValue(`\`slice\` from ${start} to ${end} of a list of ${list.items.length}`, at);
  return { kind: list.kind, items: list.items.slice(start, end), at };
};

const unknownOrError = (all: readonly TfValue[], detail: string, at: FunctionContext['at']): TfValue => (all.every(isKnown) ? errorValue(detail, at) : unknownFrom(all, at));

const range: Run = (all, { at, frame }) => {
  const numbers = all.map(numberOf);
  const [start, end, step] = numbers.length === 1 ? [0, numbers[0]!, numbers[0]! < 0 ? -1 : 1] : [numbers[0]!, numbers[1]!, numbers[2] ?? (numbers[1]! < numbers[0]! ? -1 : 1)];
  if (step === 0) return start === end ? listValue([], at) : errorValue('the step of `range` is zero', at);
  if ((end < start && step > 0) || (end > start && step < 0)) return errorValue('the step of `range` leads away from its end', at);
  const count = Math.ceil((end - start) / step);
  if (count > 1024) return count > 100_000 ? unknownValue(budgetReason('this `range`'), { at }) : errorValue('`range` makes at most 1024 numbers', at);
  frame.budget.elements -= count;
  return listValue(Array.from({ length: count }, (_, position) => numberValue(start + position * step)), at);
};

const setproduct: Run = (sets, { at, frame }) => {
  if (sets.length < 2) return errorValue('`setproduct` takes at least two sets or lists', at);
  let total = 1;
  for (const set of sets) {
    if (set.kind === 'unknown' || isOpen(set)) return unknownFrom([set], at);
    if (!isSequence(set)) return errorValue(`\`setproduct\` takes sets and lists, not ${kindName(set)}`, at);
    total *= set.items.length;
  }
  if ((frame.budget.elements -= total * sets.length) < 0) return unknownValue(budgetReason('this `setproduct`'), { at });
  let rows: TfValue[][] = [[]];
  for (const set of sets) rows = rows.flatMap((row) => itemsOf(set).map((item) => [...row, item]));
  const tuples = rows.map((items): TfValue => ({ kind: 'tuple', items }));
  return sets.every((set) => set.kind === 'set') ? { kind: 'set', items: tuples } : listValue(tuples, at);
};

/** Set operations; unknown members can be kept where membership is only added. */
const setRule = (combine: (sets: readonly (readonly TfValue[])[]) => readonly TfValue[], partial = false): FunctionRule => ({
  parameters: [setOf(anyType)],
  rest: setOf(anyType),
  partial,
  run: (sets, { at }) => {
    const blank = sets.find((set) => set.kind === 'unknown' || isOpen(set));
    const common = unify(sets.map((set) => typeOf(set))) ?? { kind: 'set' as const, element: anyType };
    const items = combine(sets.map((set) => itemsOf(convert(set, common))));
    return { kind: 'set', items: asSetItems(items), at, ...(blank === undefined ? {} : { open: unknownFrom([blank]).reason }) };
  },
});
const identities = (items: readonly TfValue[]): ReadonlySet<string> => new Set(items.map((item) => identity(item) ?? ''));
const within = (items: readonly TfValue[], set: ReadonlySet<string>, wanted: boolean): readonly TfValue[] => items.filter((item) => set.has(identity(item) ?? '-') === wanted);

const chunklist: Run = ([list, size], { at }) => {
  const items = itemsOf(list);
  const width = numberOf(size);
  if (!Number.isInteger(width) || width < 0) return errorValue('the size of `chunklist` is a whole number from 0', at);
  const chunks: TfValue[] = [];
  for (let i = 0; i < items.length; i += width || items.length) chunks.push(listValue(items.slice(i, width === 0 ? undefined : i + width), at));
  return listValue(chunks, at);
};

const zipmap: Run = ([names, list], { at }) => {
  if (names!.kind === 'unknown' || list!.kind === 'unknown' || isOpen(names!) || isOpen(list!)) return unknownFrom([names!, list!], at);
  if (!isSequence(list!) || list.kind === 'set') return errorValue('`zipmap` takes two lists', at);
  const all = itemsOf(names);
  if (all.length !== list.items.length) return errorValue(`\`zipmap\` takes two lists of one length, not ${all.length} keys and ${list.items.length} values`, at);
  const entries = new Map<string, TfValue>();
  let open: TfUnknown['reason'] | undefined;
  for (const [position, name] of all.entries()) {
    if (name.kind === 'unknown') open ??= name.reason;
    else entries.set(textOf(name), list.items[position]!);
  }
  return { kind: list.kind === 'tuple' ? 'object' : 'map', entries, at, open };
};

const matchkeys: Run = ([list, names, sought], { at }) => {
  const [items, all] = [itemsOf(list), itemsOf(names)];
  if (items.length !== all.length) return errorValue('the lists of `matchkeys` have one length', at);
  const wanted = identities(itemsOf(sought));
  return listValue(items.filter((_, position) => wanted.has(identity(all[position]!) ?? '')), at);
};

const transpose: Run = ([map], { at }) => {
  const result = new Map<string, TfValue[]>();
  for (const [key, list] of sortedEntries(entriesOf(map))) {
    for (const item of itemsOf(list)) {
      const group = result.get(textOf(item));
      if (group === undefined) result.set(textOf(item), [stringValue(key)]);
      else group.push(stringValue(key));
    }
  }
  return mapValue([...result].map(([key, group]) => [key, listValue(group)] as const), at);
};

const reverse: Run = ([list], { at }) => {
  if (!isSequence(list!)) return list!.kind === 'unknown' ? unknownFrom([list!], at) : errorValue(`\`reverse\` takes a list, not ${kindName(list!)}`, at);
  return { kind: list.kind === 'set' ? 'list' : list.kind, items: [...list.items].reverse(), at, open: list.open };
};

const partial = (rule: Omit<FunctionRule, 'partial' | 'lenient'>): FunctionRule => ({ ...rule, partial: true, lenient: true });

export const collection: Family = {
  alltrue: partial({ parameters: [listOf({ kind: 'bool' })], run: booleans(false) }),
  anytrue: partial({ parameters: [listOf({ kind: 'bool' })], run: booleans(true) }),
  chunklist: partial({ parameters: [anyList, number], run: (all, context) => (all[0]!.kind === 'unknown' || isOpen(all[0]!) || all[1]!.kind === 'unknown' ? unknownFrom(all, context.at) : chunklist(all, context)) }),
  coalesce: partial({ parameters: [], rest: anything, run: coalesce }),
  coalescelist: partial({ parameters: [], rest: anything, run: coalescelist }),
  compact: partial({ parameters: [strings], run: compact }),
  concat: partial({ parameters: [], rest: any, openArguments: true, run: concat }),
  contains: partial({ parameters: [any, anything], run: contains }),
  distinct: partial({ parameters: [anyList], run: distinct }),
  element: partial({ parameters: [any, number], run: element }),
  flatten: partial({ parameters: [any], run: flatten }),
  index: partial({ parameters: [any, anything], run: index }),
  keys: partial({ parameters: [any], run: keys }),
  length: partial({ parameters: [any], run: length }),
  list: { parameters: [], run: () => errorValue('`list` is gone since Terraform 0.15: write `tolist([…])`') },
  lookup: partial({ parameters: [any, string, anything], optional: 1, run: lookup }),
  map: { parameters: [], run: () => errorValue('`map` is gone since Terraform 0.15: write `tomap({…})`') },
  matchkeys: { parameters: [anyList, anyList, anyList], run: matchkeys },
  merge: partial({ parameters: [], rest: anything, openArguments: true, run: merge }),
  one: partial({ parameters: [any], run: one }),
  range: { parameters: [number], rest: number, run: (all, context) => (all.length > 3 ? errorValue('`range` takes one to three numbers', context.at) : range(all, context)) },
  reverse: partial({ parameters: [any], run: reverse }),
  setintersection: setRule(([first, ...others]) => others.reduce((kept, other) => within(kept, identities(other), true), first ?? [])),
  setproduct: partial({ parameters: [], rest: any, run: setproduct }),
  setsubtract: setRule(([first, second]) => within(first ?? [], identities(second ?? []), false)),
  setunion: setRule((sets) => sets.flat(), true),
  slice: partial({ parameters: [any, number, number], run: slice }),
  transpose: { parameters: [mapOf({ kind: 'list', element: stringType })], run: transpose },
  values: partial({ parameters: [any], run: values }),
  zipmap: partial({ parameters: [strings, any], run: zipmap }),
};
