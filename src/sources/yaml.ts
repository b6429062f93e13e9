/** YAML → positioned trees. Tags become what `tagged` makes of them; aliases are shared, never copied, and bounded. */
import { EVENT_ALIAS, EVENT_DOCUMENT, EVENT_MAPPING, EVENT_POP, EVENT_SCALAR, EVENT_SEQUENCE, SCALAR_STYLE_PLAIN, YAMLException, getScalarValue, parseEvents, type Event } from 'js-yaml';
import { list, mapping, scalar, type SourceError, type SourceOrigin, type Tree } from '../model/index.js';
import { rememberKeys } from './keys.js';
import { Lines } from './lines.js';

export interface ParsedYaml {
  readonly documents: readonly Tree[];
  readonly errors: readonly SourceError[];
}

/** What a local tag (`!Ref`) makes of the value under it. */
export type Tagged = (tag: string, value: Tree) => Tree;

const MAX_DEPTH = 100;
/** Nodes that all aliases of a file may stand for together. */
const MAX_EXPANSION = 500_000;

/** Parses a whole file. Never throws. */
export function parseYaml(text: string, file: string, tagged: Tagged = (_, value) => value): ParsedYaml {
  const lines = new Lines(text, file);
  const errors: SourceError[] = [];
  let events: readonly Event[];
  try {
    events = parseEvents(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error as { readonly mark?: { readonly line: number; readonly column: number }; readonly reason?: string };
    errors.push({ file, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, message: `not valid YAML: ${reason ?? error.message}` });
    return { documents: [], errors };
  }
  return new Composer(text, file, lines, events, tagged, errors).compose();
}

interface Anchored {
  readonly tree: Tree;
  readonly size: number;
}

class Composer {
  private at = 0;
  private expansion = 0;
  private anchors = new Map<string, Anchored>();
  /** End of the last token read: where an enclosing collection ends. */
  private end = 0;

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly lines: Lines,
    private readonly events: readonly Event[],
    private readonly tagged: Tagged,
    private readonly errors: SourceError[],
  ) {}

  compose(): ParsedYaml {
    const documents: Tree[] = [];
    while (this.at < this.events.length) {
      const event = this.events[this.at++];
      if (event?.type !== EVENT_DOCUMENT) continue;
      this.anchors = new Map();
      if (this.events[this.at]?.type === EVENT_POP) {
        this.at++;
        continue;
      }
      try {
        documents.push(this.node().tree);
      } catch (error) {
        if (!(error instanceof ExpansionError)) throw error;
        const { line, column } = this.lines.origin(error.offset, error.offset);
        this.errors.push({ file: this.file, line, column, message: `aliases stand for more than ${MAX_EXPANSION} values; the file was not read` });
        return { documents: [], errors: this.errors };
      }
    }
    return { documents, errors: this.errors };
  }

  private node(): Anchored {
    const event = this.events[this.at++];
    if (event === undefined) return { tree: scalar(null, this.lines.origin(this.end, this.end)), size: 1 };
    switch (event.type) {
      case EVENT_SCALAR: {
        const start = event.valueStart;
        this.end = Math.max(this.end, event.valueEnd);
        const quoted = event.style !== SCALAR_STYLE_PLAIN;
        // The position of a quoted text is that of its quote.
        const from = quoted && /["']/.test(this.text[start - 1] ?? '') ? start - 1 : start;
        const origin = this.lines.origin(from, from < start ? event.valueEnd + 1 : event.valueEnd);
        const tag = this.slice(event.tagStart, event.tagEnd);
        const value = getScalarValue(this.text, event);
        const plain = !quoted && (tag === '' || !tag.startsWith('!') || tag.startsWith('!!'));
        const made = scalar(plain && tag !== '!!str' ? typed(value) : value, origin);
        return this.finish(event, tag, made, 1);
      }
      case EVENT_SEQUENCE: {
        const items: Tree[] = [];
        let size = 1;
        while (this.events[this.at] !== undefined && this.events[this.at]?.type !== EVENT_POP) {
          const item = this.node();
          items.push(item.tree);
          size += item.size;
        }
        this.at++;
        return this.finish(event, this.slice(event.tagStart, event.tagEnd), list(items, this.lines.origin(event.start, this.end)), size);
      }
      case EVENT_MAPPING: {
        const { entries, size } = this.entries();
        return this.finish(event, this.slice(event.tagStart, event.tagEnd), mapping(entries, this.lines.origin(event.start, this.end)), size);
      }
      case EVENT_ALIAS: {
        const name = this.slice(event.anchorStart, event.anchorEnd);
        const anchored = this.anchors.get(name);
        if (anchored === undefined) {
          this.report(event.anchorStart, `alias \`*${name}\` has no anchor before it`);
          return { tree: scalar(null, this.lines.origin(event.anchorStart, event.anchorEnd)), size: 1 };
        }
        this.expansion += anchored.size;
        if (this.expansion > MAX_EXPANSION) throw new ExpansionError(event.anchorStart);
        this.end = Math.max(this.end, event.anchorEnd);
        return anchored;
      }
      default:
        return this.node();
    }
  }

  private entries(): { readonly entries: ReadonlyMap<string, Tree>; readonly size: number } {
    const entries = new Map<string, Tree>();
    const keys = new Map<string, SourceOrigin>();
    const merged: Tree[] = [];
    let size = 1;
    while (this.events[this.at] !== undefined && this.events[this.at]?.type !== EVENT_POP) {
      const key = this.node();
      const value = this.node();
      size += value.size + 1;
      const name = key.tree.kind === 'scalar' ? String(key.tree.value) : undefined;
      const at = key.tree.at as SourceOrigin;
      if (name === undefined) this.errors.push({ file: this.file, line: at.line, column: at.column, message: 'a key must be a plain text' });
      else if (name === '<<') merged.push(...(value.tree.kind === 'list' ? value.tree.items : [value.tree]));
      else {
        if (entries.has(name)) this.errors.push({ file: this.file, line: at.line, column: at.column, message: `key \`${name}\` appears twice; the last one counts` });
        entries.set(name, value.tree);
        keys.set(name, at);
      }
    }
    this.at++;
    rememberKeys(entries, keys);
    for (const tree of merged) if (tree.kind === 'map') for (const [key, value] of tree.entries) if (!entries.has(key)) entries.set(key, value);
    return { entries, size };
  }

  private finish(event: { readonly anchorStart: number; readonly anchorEnd: number }, tag: string, tree: Tree, size: number): Anchored {
    const made: Anchored = { tree: tag.startsWith('!') && !tag.startsWith('!!') ? this.tagged(tag.slice(1), tree) : tree, size };
    const anchor = this.slice(event.anchorStart, event.anchorEnd);
    if (anchor !== '') this.anchors.set(anchor, made);
    return made;
  }

  private slice(start: number, end: number): string {
    return start < 0 ? '' : this.text.slice(start, end);
  }

  private report(offset: number, message: string): void {
    const { line, column } = this.lines.origin(offset, offset);
    this.errors.push({ file: this.file, line, column, message });
  }
}

class ExpansionError extends Error {
  constructor(readonly offset: number) {
    super('aliases expand too far');
  }
}

/** Plain scalars as YAML 1.1 reads them, which is what CloudFormation does, but for `yes`, `no`, `on` and `off`, which it keeps as texts in values. */
function typed(value: string): string | number | boolean | null {
  switch (value) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  // Numbers that would not print back as they were written (00123, 1_000, 1.10) are kept as texts: account ids are no numbers.
  if (/^[-+]?(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  if (/^[-+]?(0|[1-9]\d*)\.\d+$/.test(value) && String(Number(value)) === value) return Number(value);
  return value;
}
