import { forTerminal } from '../reports/escape.js';
import type { Inventory } from '../inventory/component.js';

interface SbomFlags {
  readonly format: 'text' | 'json';
  readonly rootfs?: boolean;
  readonly platform?: string;
}

/** Prints what a target is made of; what could not be read goes to standard error. */
export async function sbomCommand(target: string, given: object): Promise<void> {
  const { format, rootfs, platform } = given as SbomFlags;
  const { sbom } = await import('../app/sbom.js');
  const { inventories, coverage, errors } = await sbom(target, { cwd: process.cwd(), rootfs, platform });
  process.stdout.write(format === 'json' ? `${JSON.stringify({ inventories, coverage, errors }, null, 2)}\n` : inventories.map(text).join('\n'));
  for (const { file, line, message } of [...errors, ...inventories.flatMap((one) => one.errors)]) process.stderr.write(forTerminal(`demarc: ${file}${line === undefined ? '' : `:${line}`}: ${message}`) + '\n');
  for (const { subject, reason } of [...coverage, ...inventories.flatMap((one) => one.coverage)].filter(({ answered }) => !answered)) process.stderr.write(forTerminal(`not read: ${subject}: ${reason ?? ''}`) + '\n');
}

function text({ subject, os, components }: Inventory): string {
  const rows = components.map(({ name, version, ecosystem, places }) => [name, version, ecosystem ?? '-', places[0]?.file ?? ''].map(forTerminal));
  const widths = [0, 1, 2].map((column) => Math.min(60, rows.reduce((most, row) => Math.max(most, row[column]!.length), 0)));
  const head = `${forTerminal(subject)}: ${components.length} component${components.length === 1 ? '' : 's'}${os === undefined ? '' : ` on ${forTerminal(os.name)}`}\n`;
  return head + rows.map((row) => `  ${row.map((cell, column) => (column < 3 ? cell.padEnd(widths[column]!) : cell)).join('  ')}\n`).join('');
}
