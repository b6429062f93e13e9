/**
 * Finding secrets in lines of source: by the name that a value stands under, on its own line or near it, and by its shape.
 * What is found is a range of columns, so that a report can still point at the right place of the masked line.
 */

/** Columns of a line, from 0, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What stands in the place of a secret, whatever its length. */
export const MASK = '****';

/** Names whose values are secrets by their meaning. `http_tokens`, `password_length`, `secret_arn` are not among them. */
const NAME = String.raw`(?:password|passwd|passphrase|passwort|pwd|secret|secret_?string|private_?key|access_?key|api_?key|token|credentials?)`;
const SECRET_NAME = new RegExp(`${NAME}$`, 'i');
/** Whether a value that stands under this name is a secret. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Texts that are secrets by their shape, wherever they stand. */
const SHAPES: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abprs]-|sk_live_|rk_live_|sk-ant-|SG\.|AIza)[A-Za-z0-9_.-]{16,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g,
  /(?<=:\/\/[^\s:/@"'$]{0,64}:)[^\s@/"'$]{3,}(?=@)/g,
];

/** A cheap look that spares most lines the rest. */
const SUSPECT = /pass|pwd|secret|key|token|credential|AKIA|ASIA|:\/\/|PRIVATE|gh[pousr]_|glpat-|npm_|xox|_live_|sk-ant|SG\.|AIza|eyJ/i;
const HOLDER = /(?<![\w-])["']?(?:value|default|parameter_?value|content|secret_?binary)["']?\s*[:=]/i;

const ASSIGNED = new RegExp(String.raw`(["']?)[\w.-]*?${NAME}\1(\s*[:=]>?\s*)`, 'gi');
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g;
/** A value that only says where the secret is. */
const POINTER = /^(?:\$\{[^{}]*\}|\{\{resolve:[^}]*\}\}|arn:.*|true|false|null|yes|no|\(.*\)|)$/i;

export interface SecretOptions {
  /** Lines (from 1) whose value is known to be a secret; `whole` where nothing else stands on the line. */
  readonly flagged?: ReadonlyMap<number, 'value' | 'whole'>;
  /** The text is sentences: what follows a colon is a value only in quotes. */
  readonly prose?: boolean;
}

/** The secrets of each line, by index. */
export function secretsIn(lines: readonly string[], { flagged, prose = false }: SecretOptions = {}): ReadonlyMap<number, readonly Range[]> {
  const found = new Map<number, readonly Range[]>();
  let inKey = false;
  let inText = false;
  for (const [i, line] of lines.entries()) {
    const begins = line.includes('-----BEGIN') && line.includes('PRIVATE KEY');
    const ends = line.includes('-----END');
    const ranges: Range[] = [];
    if (begins || inKey) ranges.push(keyRange(line, begins));
    inKey = (inKey || begins) && !ends;
    const flag = flagged?.get(i + 1);
    if (flag === 'value') {
      ranges.push(...(ownValue(line) ?? []));
      inText = TEXT_BEGINS.test(line);
    } else if (flag === 'whole') ranges.push(...((inText ? undefined : ownValue(line)) ?? [{ start: indentOf(line), end: line.length }]));
    if (SUSPECT.test(line)) {
      for (const shape of SHAPES) for (const match of line.matchAll(shape)) ranges.push({ start: match.index, end: match.index + match[0].length });
      for (const match of line.matchAll(ASSIGNED)) {
        const from = match.index + match[0].length;
        if (!prose || !match[0].includes(':') || /^["']/.test(line.slice(from))) ranges.push(...assigned(line, from, match[2] ?? ''));
      }
    }
    if (HOLDER.test(line) && namedNear(lines, i)) {
      const holder = HOLDER.exec(line);
      const from = (holder?.index ?? 0) + (holder?.[0].length ?? 0);
      ranges.push(...assigned(line, from + indentOf(line.slice(from)), holder?.[0].slice(-1) === ':' ? ': ' : ' = '));
    }
    if (ranges.length > 0) found.set(i, merged(ranges));
  }
  return found;
}

/** A text with what is a secret by its own shape masked: no name decides, so that it does for documents in which names mean something else. */
export function withoutShapes(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const lines = text.split('\n');
  let inKey = false;
  return lines
    .map((line) => {
      const begins = line.includes('-----BEGIN') && line.includes('PRIVATE KEY');
      const ranges: Range[] = begins || inKey ? [keyRange(line, begins)] : [];
      inKey = (inKey || begins) && !line.includes('-----END');
      for (const shape of SHAPES) for (const match of line.matchAll(shape)) ranges.push({ start: match.index, end: match.index + match[0].length });
      return masked(line, merged(ranges));
    })
    .join('\n');
}

/** The line with its secrets masked. */
export function masked(line: string, ranges: readonly Range[] = []): string {
  let text = '';
  let from = 0;
  for (const { start, end } of ranges) {
    text += line.slice(from, start) + MASK;
    from = end;
  }
  return text + line.slice(from);
}

/** Where a column (from 0) of the line is in the masked one. */
export function maskedColumn(column: number, ranges: readonly Range[] = []): number {
  let shift = 0;
  for (const { start, end } of ranges) {
    if (column >= end) shift += MASK.length - (end - start);
    else if (column > start) return start + shift;
  }
  return column + shift;
}

/** In a private key's first line what follows the header, in the others all but the indentation and the footer. */
function keyRange(line: string, begins: boolean): Range {
  const header = begins ? line.indexOf('-----', line.indexOf('-----BEGIN') + 5) + 5 : (/^\s*/.exec(line)?.[0].length ?? 0);
  const footer = line.indexOf('-----END');
  return { start: header, end: Math.max(header, footer >= 0 ? footer : line.length) };
}

/** The secrets in what is assigned at a column. `=` with spaces is Terraform, where only literals are secrets; without, a shell. */
function assigned(line: string, from: number, sign: string): readonly Range[] {
  const rest = line.slice(from);
  if (/^["']/.test(rest)) {
    const [first] = literals(line, from);
    return first === undefined ? [] : [first];
  }
  if (/^\s*=>?\s+|^\s+=>?\s*$/.test(sign) || /^[[{!(|>]/.test(rest)) return literals(line, from);
  const end = sign.includes(':') ? /\s+#|[,}]?\s*$/.exec(rest)?.index : /[\s;,&|"'\\]|$/.exec(rest)?.index;
  return clean(rest.slice(0, end), from, false);
}

/** The quoted texts from a column on, except those that only point to a value; without any, the plain rest. */
function literals(line: string, from: number): readonly Range[] {
  return [...line.slice(from).matchAll(QUOTED)].flatMap((match) => clean(match[1] ?? match[2] ?? '', from + match.index + 1, true));
}

function clean(text: string, start: number, quoted: boolean): readonly Range[] {
  if (POINTER.test(text) || (!quoted && /^[$*&<]|^(?:var|local|module|data|each|aws_\w+|random_\w+)\./.test(text))) return [];
  return [{ start, end: start + text.length }];
}

/** What follows on the next lines is a text, not a structure: a heredoc, a block of YAML. */
const TEXT_BEGINS = /<<[-~]?\w+\s*$|[:=-]\s*[|>][+-]?\d*\s*$/;

/** The value of a line, after its name; of a pair of name and value, the value. Undefined where the line has no such form. */
function ownValue(line: string): readonly Range[] | undefined {
  if (/^\s*[\])}]*,?\s*$/.test(line)) return [];
  const holder = CALLED.test(line) ? HOLDER.exec(line) : null;
  if (holder !== null) {
    const from = holder.index + holder[0].length;
    return assigned(line, from + indentOf(line.slice(from)), holder[0].endsWith(':') ? ': ' : ' = ').slice(0, 1);
  }
  const [all = '', , sign] = /^\s*(?:-\s+)?(?:(["']?)[\w.-]+\1(\s*[:=]\s*)|-\s+)?/.exec(line) ?? [];
  if (sign !== undefined) return assigned(line, all.length, sign);
  const quoted = literals(line, all.length);
  return quoted.length === 0 ? undefined : quoted;
}

const BEFORE = 8;
const BESIDE = 3;
const CALLED = /(?<![\w-])["']?(?:name|key|parameter_?name)["']?\s*[:=]\s*["']?([\w./-]+)/i;

/** Whether the thing that a value belongs to has a secret's name: a variable, a pair of name and value, a parameter. */
function namedNear(lines: readonly string[], at: number): boolean {
  const indent = indentOf(lines[at] ?? '');
  for (let i = Math.max(0, at - BESIDE); i <= Math.min(lines.length - 1, at + BESIDE); i++) {
    const name = CALLED.exec(lines[i] ?? '')?.[1];
    if (name !== undefined && isSecretName(name)) return true;
  }
  for (let i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    const name = /^\s*(?:variable|output)\s+"([^"]+)"/.exec(line)?.[1] ?? /^\s*(?:-\s*)?["']?([\w.-]+)["']?\s*[:=]\s*\{?\s*$/.exec(line)?.[1];
    return name !== undefined && isSecretName(name);
  }
  return false;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

function merged(ranges: readonly Range[]): readonly Range[] {
  const out: Range[] = [];
  for (const range of ranges.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (last !== undefined && range.start <= last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else out.push(range);
  }
  return out;
}
