/**
 * JSON in a text of which parts are not known: a policy in a heredoc that names `${aws_sqs_queue.q.arn}`. What stands for an unknown
 * part is taken for one piece of the text or one value: that it holds a quotation mark of its own cannot be told, and is not written.
 */
import { list, mapping, unknown, type TextPart, type Tree, type Unknown } from '../model/index.js';
import { parseJsonInside } from './json.js';

/** Marks of the private use area, which JSON in code does not hold. */
const OPEN = '\uE000';
const BARE = '\uE001';
const CLOSE = '\uE002';
const HOLE = /([\uE000\uE001])(\d+)\uE002/;

/** The structure; undefined when the text is not JSON, whatever its unknown parts are. */
export function parseJsonWithHoles(value: Unknown): Tree | undefined {
  const { parts } = value;
  if (parts === undefined || parts.length < 2 || parts.some((part) => typeof part === 'string' && /[\uE000-\uE002]/.test(part))) return undefined;
  let text = '';
  let inText = false;
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') {
      inText = endsInText(part, inText);
      text += part;
    } else text += inText ? `${OPEN}${index}${CLOSE}` : `"${BARE}${index}${CLOSE}"`;
  }
  const tree = parseJsonInside(text, value.at);
  return tree === undefined ? undefined : fill(tree, value, parts);
}

/** Whether the text is inside a string literal after `part`. */
function endsInText(part: string, before: boolean): boolean {
  let inside = before;
  for (let i = 0; i < part.length; i++) {
    if (part[i] === '\\' && inside) i++;
    else if (part[i] === '"') inside = !inside;
  }
  return inside;
}

function fill(tree: Tree, source: Unknown, parts: readonly TextPart[]): Tree {
  switch (tree.kind) {
    case 'scalar': {
      if (typeof tree.value !== 'string' || !HOLE.test(tree.value)) return tree;
      const known: TextPart[] = [];
      let rest = tree.value;
      for (let found = HOLE.exec(rest); found !== null; found = HOLE.exec(rest)) {
        if (found[1] === BARE) return unknown(source.reason, tree.at);
        if (found.index > 0) known.push(rest.slice(0, found.index));
        known.push(parts[Number(found[2])] ?? null);
        rest = rest.slice(found.index + found[0].length);
      }
      if (rest !== '') known.push(rest);
      return unknown(source.reason, tree.at, { parts: known, sensitive: source.sensitive });
    }
    case 'list': {
      // A value without quotation marks in a list may be several.
      const several = (item: Tree): boolean => item.kind === 'scalar' && typeof item.value === 'string' && item.value.startsWith(BARE);
      const open = tree.items.some(several) ? source.reason : tree.open;
      return list(tree.items.filter((item) => !several(item)).map((item) => fill(item, source, parts)), tree.at, open);
    }
    case 'map': {
      const named = [...tree.entries].filter(([key]) => !HOLE.test(key));
      return mapping(named.map(([key, value]) => [key, fill(value, source, parts)] as const), tree.at, named.length < tree.entries.size ? source.reason : tree.open);
    }
    case 'unknown':
      return tree;
  }
}
