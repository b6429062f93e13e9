/** JSON → positioned trees. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { list, mapping, scalar, type Origin, type SourceError, type SourceOrigin, type Tree } from '../model/index.js';
import { rememberKeys } from './keys.js';
import { Lines } from './lines.js';

export interface ParsedJson {
  /** Undefined when nothing could be read. */
  readonly tree: Tree | undefined;
  readonly errors: readonly SourceError[];
}

const MAX_DEPTH = 200;

/** Parses a whole file. Never throws. */
export function parseJson(text: string, file: string): ParsedJson {
  const lines = new Lines(text, file);
  const errors: SourceError[] = [];
  const report = (offset: number, message: string): void => {
    const { line, column } = lines.origin(offset, offset);
    errors.push({ file, line, column, message });
  };
  const deep = tooDeep(text);
  if (deep !== undefined) {
    report(deep, `nested deeper than ${MAX_DEPTH} levels`);
    return { tree: undefined, errors };
  }
  const problems: ParseError[] = [];
  const root = parseTree(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, problems, { allowTrailingComma: false, disallowComments: true });
  const [first] = problems;
  // The parser goes on after an error; the first one tells the cause.
  if (first !== undefined) report(first.offset, `not valid JSON: ${spaced(printParseErrorCode(first.error))}`);
  if (root === undefined) return { tree: undefined, errors };
  return { tree: build(root, (node) => lines.origin(node.offset, node.offset + node.length), report), errors };
}

/**
 * JSON inside a text value (a policy in a heredoc). Its nodes get the origin of the text: escapes and indentation make exact
 * places inside it a guess. Undefined when it is not JSON.
 */
export function parseJsonInside(text: string, origin: Origin): Tree | undefined {
  if (!/^\s*[[{"]/.test(text) || tooDeep(text) !== undefined) return undefined;
  const problems: ParseError[] = [];
  const root = parseTree(text, problems, { disallowComments: true });
  return root === undefined || problems.length > 0 ? undefined : build(root, () => origin, () => undefined);
}

function build(node: Node, origin: (node: Node) => Origin, report: (offset: number, message: string) => void): Tree {
  switch (node.type) {
    case 'array':
      return list((node.children ?? []).map((child) => build(child, origin, report)), origin(node));
    case 'object': {
      const entries = new Map<string, Tree>();
      const keys = new Map<string, SourceOrigin>();
      for (const { children } of node.children ?? []) {
        const [key, value] = children ?? [];
        if (key === undefined || value === undefined) continue;
        const name = String(key.value);
        if (entries.has(name)) report(key.offset, `key \`${name}\` appears twice; the last one counts`);
        entries.set(name, build(value, origin, report));
        const at = origin(key);
        if (at.kind === 'source') keys.set(name, at);
      }
      rememberKeys(entries, keys);
      return mapping(entries, origin(node));
    }
    default:
      return scalar(node.value as string | number | boolean | null, origin(node));
  }
}

/** Where the nesting exceeds the limit: recursion must not exhaust the stack. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inText) {
      if (c === 92) i++;
      else if (c === 34) inText = false;
    } else if (c === 34) inText = true;
    else if (c === 91 || c === 123) {
      if (++depth > MAX_DEPTH) return i;
    } else if (c === 93 || c === 125) depth--;
  }
  return undefined;
}

/** `InvalidSymbol` → `invalid symbol`. */
const spaced = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
