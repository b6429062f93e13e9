/** The questions that a check asks of a value. Each answers with a Condition that carries the value as evidence. */
import { all, any, decide, fails, holds, undecided, type Condition } from './condition.js';
import type { TextPart } from './tree.js';
import { cursor, evidenceOf, items, type Field, type View } from './view.js';

type Primitive = string | number | boolean;

/**
 * Asks a plain question of a scalar. Absent and null answer `absent` (default false); an unknown stays unknown,
 * unless `partial` can tell from what is known of its text.
 */
export function test(
  field: Field<unknown>,
  question: (value: Primitive) => boolean,
  { absent = false, partial }: { readonly absent?: boolean; readonly partial?: (parts: readonly TextPart[]) => boolean | undefined } = {},
): Condition {
  const { tree } = cursor(field);
  const evidence = [evidenceOf(field)];
  if (tree === undefined) return decide(absent, evidence);
  if (tree.kind === 'scalar') return decide(tree.value === null ? absent : question(tree.value), evidence);
  if (tree.kind === 'unknown') {
    const told = tree.parts === undefined ? undefined : partial?.(tree.parts);
    return told === undefined ? undecided([tree.reason], evidence) : decide(told, evidence);
  }
  return fails(evidence);
}

/** True, or its text as templates write it: YAML 1.1 also takes `yes` and `on`. */
export const isTrue = (field: Field<boolean>): Condition => test(field, (value) => /^(true|yes|on)$/i.test(String(value)));
/** False, or the text "false"; absent is not false unless the documented default says so. */
export const isFalse = (field: Field<boolean>): Condition => test(field, (value) => /^(false|no|off)$/i.test(String(value)));

export function equals<T extends Primitive>(field: Field<T>, wanted: T): Condition {
  return oneOf(field, [wanted]);
}

/** One of the values; texts compare exactly, numbers and booleans also in their text form. */
export function oneOf<T extends Primitive>(field: Field<T>, wanted: readonly T[]): Condition {
  const texts = new Set(wanted.map(String));
  return test(field, (value) => texts.has(String(value)), {
    partial: (parts) => (wanted.every((one) => !couldBe(parts, String(one))) ? false : undefined),
  });
}

export const matches = (field: Field<string>, pattern: RegExp): Condition => test(field, (value) => pattern.test(String(value)));

/** A text that begins so; decided also for partly known texts. */
export const startsWith = (field: Field<string>, prefix: string): Condition =>
  test(field, (value) => String(value).startsWith(prefix), {
    partial: ([first]) => (typeof first !== 'string' ? undefined : first.length >= prefix.length ? first.startsWith(prefix) : prefix.startsWith(first) ? undefined : false),
  });

export const atLeast = (field: Field<number>, least: number): Condition => test(field, (value) => Number(value) >= least);
export const atMost = (field: Field<number>, most: number): Condition => test(field, (value) => Number(value) <= most);

/** A value stands there (not null, not an empty text), known or not: an unknown value that refers to something is present. */
export function isPresent(field: Field<unknown>): Condition {
  const { tree } = cursor(field);
  const evidence = [evidenceOf(field)];
  if (tree === undefined) return fails(evidence);
  if (tree.kind === 'unknown') return tree.parts?.some((part) => part !== null && part !== '') === true ? holds(evidence) : undecided([tree.reason], evidence);
  return decide(!(tree.kind === 'scalar' && (tree.value === null || tree.value === '')), evidence);
}

export const isAbsent = (field: Field<unknown>): Condition => {
  const present = isPresent(field);
  return present.truth === 'unknown' ? present : { ...present, truth: !present.truth };
};

/** A list or map with at least one member. */
export function isNotEmpty(field: Field<unknown>): Condition {
  const { tree } = cursor(field);
  const evidence = [evidenceOf(field)];
  if (tree === undefined) return fails(evidence);
  if (tree.kind === 'unknown') return undecided([tree.reason], evidence);
  if (tree.kind === 'scalar') return decide(tree.value !== null && tree.value !== '', evidence);
  const size = tree.kind === 'list' ? tree.items.length : tree.entries.size;
  return size === 0 && tree.open !== undefined ? undecided([tree.open], evidence) : decide(size > 0, evidence);
}

/** Some member fulfils it; a list that may hold more members stays unknown where none does. */
export function some<E>(field: Field<readonly E[]>, question: (item: View<E>) => Condition): Condition {
  const { views, open } = items(field);
  const more = open === undefined ? [] : [undecided([open], [evidenceOf(field)])];
  return views.length + more.length === 0 ? fails([evidenceOf(field)]) : any(...views.map(question), ...more);
}

/** Every member fulfils it; true of no members; a list that may hold more stays unknown where none fails. */
export function every<E>(field: Field<readonly E[]>, question: (item: View<E>) => Condition): Condition {
  const { views, open } = items(field);
  const more = open === undefined ? [] : [undecided([open], [evidenceOf(field)])];
  return views.length + more.length === 0 ? holds([evidenceOf(field)]) : all(...views.map(question), ...more);
}

/** Whether a partly known text could still be `wanted`. Greedy left-to-right matching of the known pieces decides. */
export function couldBe(parts: readonly TextPart[], wanted: string): boolean {
  const first = parts[0];
  const last = parts.at(-1);
  if (typeof first === 'string' && !wanted.startsWith(first)) return false;
  if (typeof last === 'string' && !wanted.endsWith(last)) return false;
  let from = 0;
  for (const part of parts) {
    if (typeof part !== 'string') continue;
    const found = wanted.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
}
