/** One resource of a plan or state → the argument tree that the same resource has in code. */
import { list, mapping, scalar, unknown, type Mapping, type Reason, type Reference, type SourceOrigin, type Tree } from '../../../model/index.js';
import type { JsonText } from './json-text.js';
import type { Meaning } from './meaning.js';
import { field, fieldsOf, isFields, itemsOf, textsOf } from './plain.js';

/** What is to be known of a resource beside its values. */
export interface Overlay {
  /** `after_unknown`: true where the value is known after apply. */
  readonly unknown: unknown;
  /** `sensitive_values`: true where the value must not be printed. */
  readonly sensitive: unknown;
  /** Expressions of the code; undefined when the plan does not tell, or for a state. */
  readonly expressions: unknown;
  readonly meaning: (listed: readonly string[]) => Meaning;
  /** The structure of a text that a data source makes, when that can be told. */
  readonly madeBy: (meaning: Meaning) => Tree | undefined;
  /** The resource that a known id or ARN is of; `listed` are the references of its expression. */
  readonly owner: (value: string, listed: readonly string[]) => Reference | undefined;
}

/** Terraform's own settings, and what the provider adds: no arguments. */
const NOT_ARGUMENTS: ReadonlySet<string> = new Set(['timeouts', 'tags_all']);
const OWN_NAMES: ReadonlySet<string> = new Set(['id', 'arn']);
/** Arguments that hold texts made around a reference; elsewhere a lone reference is the value. */
const HOLDS_TEXT = /(^|_)(policy|policies|document|json|user_data|user_data_base64|template|definitions?|body|content|description|command|environment|variables|pattern|tags|input|message|statement)$/;
/** Arguments that are lists although the plan knows nothing of them. */
const HOLDS_MANY = /(^|_)(ids|arns|names|subnets|groups|roles|users|instances|layers|addresses|blocks|identifiers|targets|members|keys)$/;

export function argumentsTree(text: JsonText, values: number | undefined, place: SourceOrigin, overlay: Overlay): Mapping {
  return new Reader(text, overlay).top(values, place);
}

class Reader {
  constructor(
    private readonly text: JsonText,
    private readonly overlay: Overlay,
  ) {}

  top(values: number | undefined, place: SourceOrigin): Mapping {
    const { unknown: after, sensitive, expressions } = this.overlay;
    return this.fields(values, after, sensitive, expressions, place, true);
  }

  /** A resource or one of its nested blocks. `block`: the expressions of its code, or undefined when nobody tells. */
  private fields(at: number | undefined, after: unknown, sensitive: unknown, block: unknown, place: SourceOrigin, top: boolean): Mapping {
    const entries = new Map<string, Tree>();
    const told = isFields(block);
    const written = (key: string): boolean => told && Object.hasOwn(block, key);
    if (at !== undefined) {
      for (const { key, at: value } of this.text.members(at)) {
        if ((top && NOT_ARGUMENTS.has(key)) || this.isLeft(told && !written(key), field(after, key))) continue;
        // What the code does not say comes back as null, "" or []: to a provider that is absence.
        if (!written(key) && !marks(field(after, key)) && this.isEmpty(value)) continue;
        const secret = sensitive === true || field(sensitive, key);
        const tree = this.node(key, value, field(after, key), secret !== true && top && marks(secret) && this.isWrapped(value) ? true : secret, field(block, key), top && OWN_NAMES.has(key));
        if (tree !== undefined) entries.set(key, tree);
      }
    }
    for (const [key, mark] of Object.entries(fieldsOf(after))) {
      if (entries.has(key) || (top && NOT_ARGUMENTS.has(key)) || !marks(mark)) continue;
      if (this.isLeft(told && !written(key), mark)) continue;
      const expression = field(block, key);
      entries.set(key, mark === true ? this.missing(key, expression, place, sensitive === true || field(sensitive, key) === true) : this.hidden(key, mark, expression, place));
    }
    return mapping(entries, place);
  }

  /** The code leaves it to the provider: the documented default applies, as when it is read from code. */
  private isLeft(unwritten: boolean, mark: unknown): boolean {
    return unwritten && mark === true;
  }

  private node(key: string, at: number, after: unknown, sensitive: unknown, expression: unknown, own: boolean): Tree | undefined {
    const place = this.text.origin(at);
    if (after === true) return this.missing(key, expression, place, sensitive === true);
    if (this.text.isObject(at)) {
      // A lone nested block, or the value of one argument; the latter has one expression for all of it.
      if (isArgument(expression)) return this.value(key, at, after, sensitive, expression, new Queue());
      return this.fields(at, after, sensitive, expression, place, false);
    }
    if (this.text.isList(at)) {
      if (Array.isArray(expression) || expression === undefined) return this.blocks(key, at, after, sensitive, itemsOf(expression), expression !== undefined, place);
      if (!isArgument(expression)) return this.blocks(key, at, after, sensitive, [expression], true, place);
    }
    return this.value(key, at, after, sensitive, expression, new Queue(), own);
  }

  /** A list of nested blocks, or of plain values that no expression is listed for. */
  private blocks(key: string, at: number, after: unknown, sensitive: unknown, expressions: readonly unknown[], told: boolean, place: SourceOrigin): Tree {
    const items = [...this.text.items(at)].map((item, i) => {
      const mark = itemsOf(after)[i];
      const secret = sensitive === true || itemsOf(sensitive)[i];
      if (!this.text.isObject(item)) return this.value(key, item, mark, secret, undefined, new Queue());
      return this.fields(item, mark, secret, told ? matching(this.text.value(item), expressions, i) : undefined, this.text.origin(item), false);
    });
    return list(items, place);
  }

  /** The value of an argument; every unknown in it comes from its one expression. */
  private value(key: string, at: number, after: unknown, sensitive: unknown, expression: unknown, queue: Queue, own = false): Tree {
    const place = this.text.origin(at);
    const secret = sensitive === true;
    if (after === true) return this.missing(key, expression, place, secret, queue);
    if (this.text.isList(at)) {
      const marks = itemsOf(after);
      const inner = queue.of(marks.filter((one) => one === true).length, queue);
      return list([...this.text.items(at)].map((item, i) => this.value(key, item, marks[i], secret || itemsOf(sensitive)[i], expression, inner)), place);
    }
    if (this.text.isObject(at)) {
      const entries = new Map<string, Tree>();
      for (const { key: name, at: value } of this.text.members(at)) {
        const tree = this.value(key, value, field(after, name), secret || field(sensitive, name), expression, queue);
        entries.set(name, tree);
      }
      for (const [name, mark] of Object.entries(fieldsOf(after))) {
        if (!entries.has(name) && marks(mark)) entries.set(name, this.missing(key, expression, place, secret || field(fieldsOf(sensitive), name) === true, queue));
      }
      return mapping(entries, place);
    }
    const plain = this.text.value(at);
    const value = typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' ? plain : null;
    const owner = typeof value === 'string' && !own && !secret ? this.overlay.owner(value, textsOf(field(expression, 'references'))) : undefined;
    if (owner !== undefined) return unknown({ kind: 'known-after-apply', detail: `\`${String(value)}\` is the ${owner.attribute} of \`${owner.address}\`` }, place, { parts: [owner] });
    return secret ? { kind: 'scalar', value, at: place, sensitive: true } : scalar(value, place);
  }

  /** Parts of a value that the plan leaves out altogether. */
  private hidden(key: string, mark: unknown, expression: unknown, place: SourceOrigin): Tree {
    if (Array.isArray(mark)) return list(itemsOf(mark).map((one) => (one === true ? this.missing(key, expression, place, false) : this.hidden(key, one, expression, place))), place);
    if (!isFields(mark)) return this.missing(key, expression, place, false);
    const told = isArgument(expression) ? expression : undefined;
    return mapping(
      Object.entries(mark).filter(([, one]) => marks(one)).map(([name, one]) => [name, this.hidden(name, one, told ?? field(Array.isArray(expression) ? expression[0] : expression, name), place)] as const),
      place,
    );
  }

  /** A value that is known after apply, and what it refers to. */
  private missing(key: string, expression: unknown, place: SourceOrigin, secret: boolean, queue = new Queue()): Tree {
    const mark = secret ? { sensitive: true } : {};
    if (expression === undefined) return unknown({ kind: 'known-after-apply', detail: `\`${key}\` is known after apply` }, place, mark);
    const meaning = this.overlay.meaning(textsOf(field(expression, 'references')));
    const { references, opaque } = meaning;
    if (opaque !== undefined) return unknown(because(`it comes from \`${opaque}\`, which a plan does not explain`), place, mark);
    const json = this.overlay.madeBy(meaning);
    const [first] = references;
    if (first === undefined) return unknown({ kind: 'known-after-apply', detail: `\`${key}\` is known after apply` }, place, mark);
    if (json !== undefined) return unknown(because(`it is made by \`${first.address}\``), place, { ...mark, json });
    if (HOLDS_TEXT.test(key) || ambiguous(expression)) return unknown(because(`it is made from \`${named(first)}\``), place, { ...mark, ...(HOLDS_TEXT.test(key) ? {} : { mayBe: references }) });
    const one = (reference: (typeof references)[number]): Tree => unknown(isNow(named(reference)), place, { ...mark, parts: [reference] });
    const turn = queue.next(references);
    if (turn !== undefined) return one(turn);
    if (queue.total === undefined && HOLDS_MANY.test(key)) {
      const open: Reason | undefined = meaning.more ? because('it may hold further members') : undefined;
      return list(references.map(one), place, open);
    }
    if (references.length === 1) return one(first);
    return unknown(because(`it comes from ${references.slice(0, 3).map((each) => `\`${named(each)}\``).join(', ')}${references.length > 3 ? ' …' : ''}`), place, { ...mark, mayBe: references });
  }

  /** A value of any type, which a state holds as `{ value, type }`: marks do not fit it, so all of it is secret. */
  private isWrapped(at: number): boolean {
    const keys = [...this.text.members(at)].map(({ key }) => key);
    return keys.length === 2 && keys.includes('value') && keys.includes('type');
  }

  private isEmpty(at: number): boolean {
    const value = this.text.isObject(at) || this.text.isList(at) ? undefined : this.text.value(at);
    if (value !== undefined) return value === null || value === '';
    return this.text.isList(at) ? this.text.items(at).next().done === true : this.text.members(at).next().done === true;
  }
}

/** The unknown members of a list: when they are as many as the references, each is one of them, in order. */
class Queue {
  private index = 0;
  constructor(readonly total?: number) {}

  of(count: number, outer: Queue): Queue {
    return outer.total === undefined ? new Queue(count) : outer;
  }

  next<R>(references: readonly R[]): R | undefined {
    return this.total !== undefined && references.length === this.total ? references[this.index++] : undefined;
  }
}

/** `{ references }`, `{ constant_value }` or `{}`: the expression of an argument and not a nested block. */
const isArgument = (expression: unknown): boolean =>
  isFields(expression) && (Array.isArray(expression['references']) || Object.hasOwn(expression, 'constant_value') || Object.keys(expression).length === 0);

const ambiguous = (expression: unknown): boolean => field(expression, 'ambiguous') === true;

/** Whether anything below is marked. */
function marks(mark: unknown): boolean {
  if (mark === true) return true;
  return Array.isArray(mark) ? mark.some(marks) : isFields(mark) && Object.values(mark).some(marks);
}

/** The written block that a member of the list was made from: sets are in another order than the code. */
function matching(member: unknown, blocks: readonly unknown[], index: number): unknown {
  if (blocks.length <= 1) return blocks[0];
  const fitting = blocks.filter((block) =>
    Object.entries(fieldsOf(block)).every(([key, expression]) => {
      const constant = field(expression, 'constant_value');
      const value = field(member, key);
      return constant === undefined || value === undefined || typeof constant === 'object' || constant === value;
    }),
  );
  if (fitting.length === 1) return fitting[0];
  const own = blocks[index];
  const alike = fitting.length === 0 ? blocks : fitting;
  if (own !== undefined && alike.every((block) => JSON.stringify(block) === JSON.stringify(own))) return own;
  // Which of them is not known: what any of them refers to is what it may be.
  const merged: Record<string, unknown> = {};
  for (const block of alike) {
    for (const [key, expression] of Object.entries(fieldsOf(block))) {
      const there = Object.hasOwn(merged, key) ? textsOf(field(merged[key], 'references')) : [];
      merged[key] = isArgument(expression) ? { references: [...there, ...textsOf(field(expression, 'references'))], ambiguous: true } : expression;
    }
  }
  return merged;
}

const named = ({ address, attribute }: { readonly address: string; readonly attribute: string }): string => (attribute === '' ? address : `${address}.${attribute}`);
const isNow = (name: string): Reason => ({ kind: 'known-after-apply', detail: `\`${name}\` is known after apply` });
const because = (why: string): Reason => ({ kind: 'known-after-apply', detail: `known after apply: ${why}` });
