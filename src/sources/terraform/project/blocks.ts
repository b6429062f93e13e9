/** Bodies of resources: nested blocks with dynamic ones expanded, as trees for the model and as values for references. */
import { list, mapping, type Mapping, type Reason, type SourceOrigin, type Tree } from '../../../model/index.js';
import { evaluate } from '../language/evaluate.js';
import type { Scope } from '../language/scope.js';
import { toTree } from '../language/to-tree.js';
import { lazyEntries, objectValue, tupleValue, type TfMapping, type TfValue } from '../language/value.js';
import type { Attribute, Body, Range } from '../syntax/ast.js';
import { blocksOf } from '../syntax/json.js';
import { members } from './members.js';

interface PlacedBody {
  readonly body: Body;
  readonly scope: Scope;
  readonly range: Range;
}

interface BlockList {
  readonly items: PlacedBody[];
  open?: Reason;
  range: Range;
}

const MOST_BLOCKS = 10_000;

/** The nested blocks of a body by type, in order; dynamic ones expanded. */
function expandBlocks(body: Body, scope: Scope, without: ReadonlySet<string>): ReadonlyMap<string, BlockList> {
  const found = new Map<string, BlockList>();
  const add = (type: string, range: Range): BlockList => {
    const there = found.get(type);
    if (there !== undefined) return there;
    const made: BlockList = { items: [], range };
    found.set(type, made);
    return made;
  };
  for (const block of body.blocks) {
    if (block.type !== 'dynamic') {
      if (!without.has(block.type)) add(block.type, block.range).items.push({ body: block.body, scope, range: block.range });
      continue;
    }
    dynamic(block.labels[0]?.value, block.body, block.range);
  }
  if (body.json === true) for (const block of blocksOf(body, 'dynamic', 1)) dynamic(block.labels[0]?.value, block.body, block.range);
  return found;

  function dynamic(type: string | undefined, inner: Body, range: Range): void {
    if (type === undefined || without.has(type)) return;
    const into = add(type, range);
    const content = blocksOf(inner, 'content')[0];
    const each = inner.attributes.get('for_each');
    if (content === undefined || each === undefined) {
      into.open ??= { kind: 'malformed', detail: `\`dynamic "${type}"\` needs \`for_each\` and \`content\``, at: range };
      return;
    }
    const iterator = iteratorName(inner.attributes.get('iterator')) ?? type;
    const { items, open } = members(evaluate(each.expression, scope));
    const place: Range = content.range;
    for (const { key, value } of items) {
      if (into.items.length >= MOST_BLOCKS) {
        into.open ??= { kind: 'budget', detail: `\`dynamic "${type}"\` makes more than ${MOST_BLOCKS} blocks`, at: range };
        return;
      }
      into.items.push({ body: content.body, scope: withIterator(scope, iterator, key, value), range: place });
    }
    if (open !== undefined) {
      // There may be blocks that are not known: the list is open. What they would say is not guessed.
      into.open ??= { ...open, detail: `\`for_each\` of \`dynamic "${type}"\`: ${open.detail}` };
    }
  }
}

function iteratorName(attribute: Attribute | undefined): string | undefined {
  const expression = attribute?.expression;
  return expression?.kind === 'variable' ? expression.name : expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}

function withIterator(scope: Scope, name: string, key: TfValue, value: TfValue): Scope {
  const iterator = objectValue([['key', key], ['value', value]]);
  return { ...plain(scope), lookup: (root, steps) => (root === name ? { value: iterator, used: 0 } : scope.lookup(root, steps)) };
}

/** The fields of a scope that is a class instance, so that it can be extended. */
const plain = ({ files, cwd, budget }: Scope): Omit<Scope, 'lookup'> => ({ files, cwd, budget });

const placeOf = (range: Range): SourceOrigin => ({ kind: 'source', ...range });

/** The body as the tree that a resource holds: attributes by name, nested blocks as lists of maps. */
export function bodyTree(body: Body, scope: Scope, range: Range, without: ReadonlySet<string>): Mapping {
  const entries = new Map<string, Tree>();
  for (const [name, { expression }] of body.attributes) {
    if (without.has(name) || (body.json === true && name === 'dynamic')) continue;
    entries.set(name, toTree(evaluate(expression, scope), expression.range));
  }
  for (const [type, blocks] of expandBlocks(body, scope, without)) {
    const items = blocks.items.map((item) => bodyTree(item.body, item.scope, item.range, NOTHING));
    const there = entries.get(type);
    const before = there?.kind === 'list' ? there.items : there === undefined ? [] : [there];
    entries.set(type, list([...before, ...items], placeOf(blocks.range), blocks.open));
  }
  return mapping(entries, placeOf(range), body.incomplete);
}

/** The body as a value that other expressions refer to; computed as far as it is asked for. */
export function bodyValue(body: Body, scope: Scope, range: Range, without: ReadonlySet<string>, more: Pick<TfMapping, 'reference' | 'open'> = {}): TfMapping {
  const names = [...body.attributes.keys()].filter((name) => !without.has(name));
  const types = new Set(body.blocks.map((block) => (block.type === 'dynamic' ? (block.labels[0]?.value ?? '') : block.type)).filter((type) => !without.has(type)));
  let blocks: ReadonlyMap<string, BlockList> | undefined;
  const entries = lazyEntries(new Set([...names, ...types]), (key) => {
    const attribute = body.attributes.get(key);
    if (attribute !== undefined) return evaluate(attribute.expression, scope);
    blocks ??= expandBlocks(body, scope, without);
    const found = blocks.get(key);
    if (found === undefined) return tupleValue([], range);
    // The provider adds attributes of its own to the blocks of a resource too.
    const rest: Reason | undefined = more.reference === undefined ? more.open : { kind: 'known-after-apply', detail: `what the provider adds to \`${key}\` of \`${more.reference.address}\` is known after apply` };
    return tupleValue(found.items.map((item) => bodyValue(item.body, item.scope, item.range, NOTHING, { open: rest })), found.range, found.open);
  });
  return objectValue(entries, range, { ...more, open: body.incomplete ?? more.open });
}

export const NOTHING: ReadonlySet<string> = new Set();
