/** `db`: the vulnerability database. Only `db update` touches the network. */
import { UsageError } from './usage.js';

interface DbFlags {
  readonly db?: string;
}

const place = async (flags: DbFlags): Promise<string> => (await import('../store/place.js')).databaseFolder(flags.db, process.env);

export async function importCommand(paths: readonly string[], given: object): Promise<void> {
  const { epss, kev, ...flags } = given as DbFlags & { readonly epss?: string; readonly kev?: string };
  if (paths.length === 0 && epss === undefined && kev === undefined) throw new UsageError('name an archive, file or folder of records, or --epss FILE, or --kev FILE');
  const { existsSync, mkdirSync } = await import('node:fs');
  for (const path of [epss, kev]) if (path !== undefined && !existsSync(path)) throw new UsageError(`\`${path}\` does not exist`);
  const folder = await place(flags);
  mkdirSync(folder, { recursive: true });
  if (paths.length > 0) {
    const { importRecords } = await import('../store/import.js');
    const { ecosystems, records, withdrawn, problems, unread, strange } = importRecords(folder, paths);
    for (const problem of problems) process.stderr.write(`demarc: ${problem}\n`);
    if (unread > problems.length) process.stderr.write(`demarc: ${unread - problems.length} more could not be read\n`);
    if (strange.length > 0) process.stderr.write(`demarc: not kept, as the order of their versions is not known: ${strange.slice(0, 10).join(', ')}${strange.length > 10 ? ' …' : ''}\n`);
    process.stdout.write(`${records} records read${withdrawn > 0 ? `, ${withdrawn} of them withdrawn` : ''}; now held: ${ecosystems.map((one) => `${one.ecosystem} ${one.records}`).join(', ')}\n`);
    if (unread > 0) process.exitCode = 3;
  }
  if (epss !== undefined || kev !== undefined) {
    const { importEpss, importKev } = await import('../store/signals.js');
    if (epss !== undefined) process.stdout.write(`EPSS: ${counted(importEpss(folder, epss), 'scores')}\n`);
    if (kev !== undefined) process.stdout.write(`known exploited: ${counted(importKev(folder, kev), 'vulnerabilities')}\n`);
  }
}

const counted = ({ count, date }: { readonly count: number; readonly date: string }, what: string): string => `${count} ${what}${date === '' ? '' : ` of ${date.slice(0, 10)}`}`;

export async function updateCommand(given: object): Promise<void> {
  const { from, ecosystem, ...flags } = given as DbFlags & { readonly from?: string; readonly ecosystem?: readonly string[] };
  const { updateDatabase } = await import('../store/update.js');
  const folder = await place(flags);
  const said = { fetched: 'fetched', changed: 'brought up to date', current: 'nothing new', failed: 'failed' } as const;
  const updated = await updateDatabase(folder, { from, ecosystems: ecosystem, now: new Date().toISOString(), say: (line) => process.stderr.isTTY && process.stderr.write(`${line}\n`) });
  for (const { ecosystem: name, how, meta, problem } of updated) {
    if (how === 'failed') process.stderr.write(`demarc: ${name}: ${problem ?? ''}; what was there stays\n`);
    else process.stdout.write(`${name}: ${said[how]}${meta === undefined ? ', no records' : `, ${meta.records} records`}\n`);
  }
  if (updated.some(({ how }) => how === 'failed')) process.exitCode = 3;
}

export async function statusCommand(given: object): Promise<void> {
  const { format, asOf, ...flags } = given as DbFlags & { readonly format: 'text' | 'json'; readonly asOf?: string };
  const folder = await place(flags);
  const { Store } = await import('../store/index.js');
  const problems: string[] = [];
  const store = Store.open(folder, (problem) => problems.push(problem));
  const now = asOf ?? new Date().toISOString();
  const { daysBetween } = await import('../app/software.js');
  const ecosystems = (store?.ecosystems ?? []).map(({ ecosystem, records, packages, date, releases, fetched }) => ({ ecosystem, records, packages, date, ageInDays: daysBetween(date, now), releases: Object.keys(releases).length, ...(fetched === undefined ? {} : { from: fetched.from }) }));
  const signals = store?.signalStatus() ?? {};
  store?.close();
  if (format === 'json') process.stdout.write(`${JSON.stringify({ database: folder, ecosystems, ...signals, problems }, null, 2)}\n`);
  else if (ecosystems.length === 0 && signals.epss === undefined && signals.kev === undefined) process.stdout.write(`no vulnerability database at ${folder}: \`demarc db update\` fetches one, \`demarc db import\` takes a file\n`);
  else {
    process.stdout.write(`${folder}\n`);
    const wide = Math.max(9, ...ecosystems.map(({ ecosystem }) => ecosystem.length));
    for (const one of ecosystems) process.stdout.write(`  ${one.ecosystem.padEnd(wide)} ${String(one.records).padStart(8)} records ${String(one.packages).padStart(8)} packages  of ${one.date.slice(0, 10)}, ${one.ageInDays === 1 ? '1 day' : `${one.ageInDays} days`} old\n`);
    if (signals.epss !== undefined) process.stdout.write(`  ${'EPSS'.padEnd(wide)} ${counted(signals.epss, 'scores')}\n`);
    if (signals.kev !== undefined) process.stdout.write(`  ${'exploited'.padEnd(wide)} ${counted(signals.kev, 'vulnerabilities')}\n`);
  }
  for (const problem of problems) process.stderr.write(`demarc: ${problem}\n`);
  if (problems.length > 0) process.exitCode = 3;
}
