/** As much of XML as a list of packages takes: elements, attributes and texts. No document type, no entities but the five: what a file declares itself is not expanded. */

export interface XmlElement {
  readonly name: string;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own text, trimmed; without that of elements inside. */
  readonly text: string;
  readonly line: number;
  /** Number of its parent in the order of the file, from 0; undefined for the outermost. */
  readonly parent: number | undefined;
  readonly number: number;
}

const DEEPEST = 100;

/** Every element that is closed, in the order in which they open. Never throws, and looks at each character a fixed number of times. */
export function elements(source: string): readonly XmlElement[] {
  const done: XmlElement[] = [];
  const open: { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly line: number; readonly number: number; text: string }[] = [];
  let line = 1;
  let number = 0;
  const close = (): void => {
    const last = open.pop();
    if (last !== undefined) done.push({ ...last, text: last.text.trim(), path: open.map(({ name }) => name), parent: open.at(-1)?.number });
  };
  for (const { kind, body } of tokens(source)) {
    const top = open.at(-1);
    if (kind === 'text' || kind === 'data') {
      if (top !== undefined) top.text += kind === 'text' ? plainText(body) : body;
    } else if (kind === 'tag' && body.startsWith('/')) {
      const name = body.slice(1).trim();
      // What was not closed by its own end ends with what is around it.
      if (open.some((one) => one.name === name)) {
        while (open.at(-1)!.name !== name) close();
        close();
      }
    } else if (kind === 'tag' && open.length < DEEPEST) {
      const inner = body.endsWith('/') ? body.slice(0, -1) : body;
      const name = /^[^\s]+/.exec(inner)?.[0] ?? '';
      open.push({ name, attributes: readAttributes(inner.slice(name.length)), line, number: number++, text: '' });
      if (inner !== body) close();
    }
    line += breaks(body);
  }
  while (open.length > 0) close();
  return done.sort((a, b) => a.number - b.number);
}

interface Token {
  readonly kind: 'text' | 'data' | 'tag' | 'other';
  readonly body: string;
}

function* tokens(source: string): Iterable<Token> {
  for (let at = 0; at < source.length; ) {
    const start = source.indexOf('<', at);
    if (start < 0) return;
    if (start > at) yield { kind: 'text', body: source.slice(at, start) };
    const [open, shut, kind] = SPECIAL.find(([mark]) => source.startsWith(mark, start)) ?? ['<', undefined, 'tag' as const];
    const from = start + open.length;
    const end = shut === undefined ? tagEnd(source, from) : shut === '>' ? declarationEnd(source, from) : source.indexOf(shut, from);
    if (end < 0) return;
    yield { kind, body: source.slice(from, end) };
    at = end + (shut?.length ?? 1);
  }
}

const SPECIAL: readonly (readonly [open: string, shut: string, kind: Token['kind']])[] = [
  ['<!--', '-->', 'other'],
  ['<![CDATA[', ']]>', 'data'],
  ['<?', '?>', 'other'],
  ['<!', '>', 'other'],
];

/** The bracket that closes a tag: those inside quotes do not. */
function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const c = source[at]!;
    if (c === '>') return at;
    if (c === '"' || c === "'") {
      at = source.indexOf(c, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The end of a document type, past the declarations that it may hold. */
function declarationEnd(source: string, from: number): number {
  const end = source.indexOf('>', from);
  const inner = source.slice(from, end < 0 ? undefined : end).indexOf('[');
  if (inner < 0) return end;
  const closed = source.indexOf(']', from + inner);
  return closed < 0 ? -1 : source.indexOf('>', closed);
}

const breaks = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

const readAttributes = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = '', double, single = '']) => [key, plainText(double ?? single)] as const));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (text: string): string => (text.includes('&') ? text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole) : text);
