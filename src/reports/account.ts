/** The line of accounts: of all rows, how many are locked, open and not verified, by layer and by service. */
import pc from 'picocolors';
import { layers, type Ledger, type Row } from '../model/index.js';
import { forTerminal } from './escape.js';
import { summary } from './report.js';

interface Counts {
  provider: number;
  locked: number;
  open: number;
  unverified: number;
}

const COLUMNS = ['provider', 'locked', 'open', 'unverified'] as const;
const HEADS: Readonly<Record<(typeof COLUMNS)[number], string>> = { provider: 'provider', locked: 'locked', open: 'open', unverified: 'not verified' };

function counted(rows: readonly Row[], of: (row: Row) => string): ReadonlyMap<string, Counts> {
  const all = new Map<string, Counts>();
  for (const row of rows) {
    if (row.owner === 'not-applicable') continue;
    const key = of(row);
    const counts = all.get(key) ?? { provider: 0, locked: 0, open: 0, unverified: 0 };
    all.set(key, counts);
    counts[row.state === 'accepted' ? 'locked' : row.state]++;
  }
  return all;
}

export interface AccountLine {
  /** Rows of each layer, in the line's order. */
  readonly layers: Readonly<Record<string, Readonly<Counts>>>;
  /** Rows of each service: `S3`, `IAM`. */
  readonly services: Readonly<Record<string, Readonly<Counts>>>;
}

/** `types`: of each resource, by its id. */
export function accountLine({ rows }: Ledger, types: ReadonlyMap<string, string>): AccountLine {
  const byLayer = counted(rows, ({ layer }) => layer);
  const byService = counted(rows, ({ resource }) => (types.get(resource) ?? '').split('::')[1] ?? '');
  return {
    layers: Object.fromEntries(layers.flatMap((layer) => (byLayer.has(layer) ? [[layer, byLayer.get(layer)]] : [])) as [string, Counts][]),
    services: Object.fromEntries([...byService].sort((a, b) => b[1].open - a[1].open || (a[0] < b[0] ? -1 : 1))),
  };
}

export function accountAsText(ledger: Ledger, line: AccountLine, { color }: { readonly color: boolean }): string {
  const c = pc.createColors(color);
  const paint: Readonly<Record<(typeof COLUMNS)[number], (text: string) => string>> = { provider: c.dim, locked: c.green, open: c.red, unverified: c.yellow };
  const out: string[] = ['', c.bold(summary(ledger)), ''];
  const table = (head: string, some: Readonly<Record<string, Readonly<Counts>>>): void => {
    const wide = Math.max(head.length, ...Object.keys(some).map((name) => name.length)) + 2;
    out.push(c.dim(`  ${head.padEnd(wide)}${COLUMNS.map((column) => HEADS[column].padStart(14)).join('')}`));
    for (const [name, counts] of Object.entries(some)) out.push(`  ${forTerminal(name).padEnd(wide)}${COLUMNS.map((column) => (counts[column] === 0 ? c.dim('·'.padStart(14)) : paint[column](String(counts[column]).padStart(14)))).join('')}`);
    out.push('');
  };
  table('layer', line.layers);
  table('service', line.services);
  const open = ledger.coverage.filter(({ answered }) => !answered).length;
  if (open > 0) out.push(c.dim(`  ${open} ${open === 1 ? 'question was' : 'questions were'} not answered; \`demarc scan\` lists them`), '');
  return out.join('\n');
}

export function accountAsMarkdown(ledger: Ledger, line: AccountLine): string {
  const table = (head: string, some: Readonly<Record<string, Readonly<Counts>>>): string =>
    [`| ${head} | ${COLUMNS.map((column) => HEADS[column]).join(' | ')} |`, `| --- |${' ---: |'.repeat(COLUMNS.length)}`, ...Object.entries(some).map(([name, counts]) => `| ${name} | ${COLUMNS.map((column) => counts[column]).join(' | ')} |`)].join('\n');
  return `${summary(ledger)}\n\n${table('layer', line.layers)}\n\n${table('service', line.services)}\n`;
}
