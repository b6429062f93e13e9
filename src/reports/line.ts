/** The line as tables: one type in full, several side by side, or each resource of a scan with its states. */
import pc from 'picocolors';
import type { LineResult, ResourceLine } from './line-result.js';
import type { Owner, RowState } from '../model/index.js';
import type { KnobbedLayer, KnobbedLine } from '../responsibility/index.js';
import { codeSpan, forMarkdown, forTerminal } from './escape.js';
import { place, plural } from './report.js';
import { wrap } from './wrap.js';

export interface LineReportOptions {
  readonly width: number;
  readonly color: boolean;
}

const WHO: Readonly<Record<Owner, string>> = { provider: 'provider', customer: 'you', shared: 'shared', 'not-applicable': '–' };
const STATE: Readonly<Record<RowState, string>> = { provider: '', locked: 'locked', open: 'OPEN', accepted: 'accepted', unverified: 'not verified' };

const applicable = ({ layers }: KnobbedLine): readonly KnobbedLayer[] => layers.filter(({ owner }) => owner !== 'not-applicable');
const shortName = ({ type }: KnobbedLine): string => type.replace(/^AWS::/, '').replace('::', ' ');

/** "Of these eight layers the provider holds three; of your five, two are open." */
export function summary(line: KnobbedLine, rows: ResourceLine['rows'] = []): string {
  const layers = applicable(line);
  const yours = layers.filter(({ owner }) => owner !== 'provider');
  const start = `Of ${layers.length === 1 ? 'this one layer' : `these ${word(layers.length)} layers`} the provider holds ${word(layers.length - yours.length)}`;
  if (rows.length === 0) return `${start} and you hold ${word(yours.length)}.`;
  const count = (state: RowState): number => rows.filter((row) => row.state === state && row.owner !== 'provider').length;
  const [open, locked, accepted] = [count('open'), count('locked'), count('accepted')];
  const parts = [`${word(open)} ${open === 1 ? 'is' : 'are'} open`, ...(locked > 0 ? [`${word(locked)} locked`] : []), ...(accepted > 0 ? [`${word(accepted)} accepted`] : [])];
  return `${start}; of your ${word(yours.length)}, ${parts.join(', ')} and ${word(Math.max(0, yours.length - open - locked - accepted))} not verified.`;
}

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'];
const word = (count: number): string => WORDS[count] ?? String(count);

export function lineAsText({ types, resources, ledger }: LineResult, { width, color }: LineReportOptions): string {
  const c = pc.createColors(color);
  const room = Math.max(60, Math.min(width, 120));
  const paint: Readonly<Record<Owner, (text: string) => string>> = { provider: c.dim, customer: c.bold, shared: c.cyan, 'not-applicable': c.dim };
  const paintState: Readonly<Record<RowState, (text: string) => string>> = { provider: c.dim, locked: c.green, open: c.red, accepted: c.dim, unverified: c.yellow };
  const out: string[] = [];
  const knobs = (layer: KnobbedLayer, most: number): void => {
    const shown = layer.knobs.slice(0, most).map(({ path, default: value }) => (value === undefined ? path : `${path} (default ${JSON.stringify(value)})`));
    if (shown.length === 0) return;
    const more = layer.knobs.length > most ? ` and ${layer.knobs.length - most} more` : '';
    for (const text of wrap(`${shown.join(', ')}${more}`, room - 28)) out.push(c.dim(`${' '.repeat(28)}${text}`));
  };
  const table = (line: KnobbedLine, rows: ResourceLine['rows'], most: number): void => {
    for (const layer of applicable(line)) {
      const state = rows.find((row) => row.layer === layer.layer)?.state;
      const [first = '', ...rest] = wrap(layer.decision, room - 28 - (rows.length > 0 ? 14 : 0));
      const stateCell = rows.length === 0 ? '' : `${state === undefined ? ' '.repeat(14) : paintState[state](STATE[state].padEnd(14))}`;
      out.push(`  ${layer.layer.padEnd(16)}${paint[layer.owner](WHO[layer.owner].padEnd(10))}${stateCell}${first}`);
      for (const text of rest) out.push(`${' '.repeat(rows.length > 0 ? 42 : 28)}${text}`);
      if (layer.movedBy !== undefined) out.push(c.cyan(`${' '.repeat(28)}moved by ${forTerminal(layer.movedBy)}`));
      else if (layer.hangsOn !== undefined && rows.length === 0) out.push(c.dim(`${' '.repeat(28)}hangs on ${layer.hangsOn.join(', ')}`));
      knobs(layer, most);
    }
  };
  if (types.length === 1) {
    const { line } = types[0]!;
    out.push('', `${c.bold(shortName(line))}  ${c.dim(`${line.type}${line.model === undefined ? '' : ` · ${line.model}`}${line.basis === 'catalogue' ? '' : ' · computed from the schema'}`)}`, '');
    table(line, [], 6);
    out.push('', summary(line), '');
  } else if (types.length > 1) {
    const names = types.map(({ line }) => shortName(line));
    const cell = Math.max(10, ...names.map((name) => name.length)) + 2;
    out.push('', c.bold(`  ${'layer'.padEnd(16)}${names.map((name) => name.padEnd(cell)).join('')}`));
    const [first] = types;
    for (const [i, { layer }] of (first?.line.layers ?? []).entries()) {
      const owners = types.map(({ line }) => line.layers[i]?.owner ?? 'not-applicable');
      out.push(`  ${layer.padEnd(16)}${owners.map((owner) => paint[owner](WHO[owner].padEnd(cell))).join('')}`);
    }
    out.push('');
    for (const { line } of types) out.push(`${c.bold(shortName(line))}: ${summary(line)}`);
    out.push('');
  }
  for (const { address, line, rows, file, lineNumber } of resources) {
    out.push('', `${c.bold(forTerminal(address))}  ${c.dim(`${line.type}  ${forTerminal(place({ file, line: lineNumber }))}`)}`, '');
    table(line, rows, 3);
    out.push('', `  ${summary(line, rows)}`);
  }
  if (ledger !== undefined) {
    const yours = ledger.rows.filter(({ owner }) => owner !== 'provider');
    const open = yours.filter(({ state }) => state === 'open').length;
    const locked = yours.filter(({ state }) => state === 'locked').length;
    out.push('', c.bold(`${plural(resources.length, 'resource')}: of ${plural(ledger.rows.length, 'row')} the provider holds ${ledger.rows.length - yours.length}; of your ${yours.length}, ${open} are open, ${locked} locked, ${yours.length - open - locked} accepted or not verified.`), '');
  }
  return out.join('\n');
}

export function lineAsMarkdown({ types, resources }: LineResult): string {
  const out: string[] = [];
  if (types.length > 1) {
    out.push(`| layer | ${types.map(({ line }) => forMarkdown(shortName(line))).join(' | ')} |`, `|---|${types.map(() => '---').join('|')}|`);
    for (const [i, { layer }] of (types[0]?.line.layers ?? []).entries()) out.push(`| ${layer} | ${types.map(({ line }) => WHO[line.layers[i]?.owner ?? 'not-applicable']).join(' | ')} |`);
    out.push('');
  }
  for (const { line, title, rows } of [...types.map(({ line }) => ({ line, title: shortName(line), rows: [] as ResourceLine['rows'] })), ...resources.map(({ line, address, rows }) => ({ line, title: address, rows }))]) {
    out.push(`## ${forMarkdown(title)}`, '', codeSpan(line.type), '', `| layer | who | ${rows.length > 0 ? 'state | ' : ''}decision | settings |`, `|---|---|${rows.length > 0 ? '---|' : ''}---|---|`);
    for (const layer of applicable(line)) {
      const state = rows.find((row) => row.layer === layer.layer)?.state;
      const settings = layer.knobs.slice(0, 8).map(({ path, default: value }) => `${codeSpan(path)}${value === undefined ? '' : ` (default ${codeSpan(JSON.stringify(value))})`}`);
      out.push(`| ${layer.layer} | ${WHO[layer.owner]} | ${rows.length > 0 ? `${state === undefined ? '' : STATE[state]} | ` : ''}${forMarkdown(layer.decision)}${layer.movedBy === undefined ? '' : ` (moved by ${codeSpan(layer.movedBy)})`} | ${settings.join(', ')} |`);
    }
    out.push('', forMarkdown(summary(line, rows)), '');
  }
  return out.join('\n');
}
