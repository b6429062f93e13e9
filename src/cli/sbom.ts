import { forTerminal } from '../reports/escape.js';
import type { Inventory } from '../inventory/component.js';
import type { SbomStamp } from '../inventory/sbom/identity.js';
import { UsageError } from './usage.js';

interface SbomFlags {
  readonly format: 'text' | 'json' | 'cyclonedx' | 'spdx';
  readonly asOf?: string;
  readonly complete?: boolean;
  readonly rootfs?: boolean;
  readonly platform?: string;
}

/** Prints what a target is made of; what could not be read goes to standard error. */
export async function sbomCommand(target: string, given: object, version: string): Promise<void> {
  const { format, complete, rootfs, platform, asOf } = given as SbomFlags;
  const { sbom } = await import('../app/sbom.js');
  const { inventories, coverage, errors } = await sbom(target, { cwd: process.cwd(), rootfs, platform });
  if (format === 'text') process.stdout.write(inventories.map(text).join('\n'));
  else if (format === 'json') process.stdout.write(`${JSON.stringify({ inventories, coverage, errors }, null, 2)}\n`);
  else {
    const [inventory] = inventories;
    if (inventory === undefined || inventories.length > 1) throw new UsageError(`\`${target}\` holds ${inventories.length} images (${inventories.map(({ subject }) => subject).join(', ')}); a bill of materials is of one: save it alone`);
    process.stdout.write(await document(format, inventory, { version, created: asOf }));
  }
  const broken = [...errors, ...inventories.flatMap((one) => one.errors)];
  const missing = [...coverage, ...inventories.flatMap((one) => one.coverage)].filter(({ answered }) => !answered);
  for (const { file, line, message } of broken) process.stderr.write(`${forTerminal(`demarc: ${file}${line === undefined ? '' : `:${line}`}: ${message}`)}\n`);
  for (const { subject, reason } of missing) process.stderr.write(`${forTerminal(`not read: ${subject}: ${reason ?? ''}`)}\n`);
  if (complete === true && broken.length + missing.length > 0) process.exitCode = 3;
}

async function document(format: 'cyclonedx' | 'spdx', inventory: Inventory, stamp: SbomStamp): Promise<string> {
  return format === 'spdx' ? (await import('../inventory/sbom/spdx.js')).toSpdx(inventory, stamp) : (await import('../inventory/sbom/cyclonedx.js')).toCycloneDx(inventory, stamp);
}

function text({ subject, os, components }: Inventory): string {
  const rows = components.map(({ name, version, ecosystem, places }) => [name, version, ecosystem ?? '-', places[0]?.file ?? ''].map(forTerminal));
  const widths = [0, 1, 2].map((column) => Math.min(60, rows.reduce((most, row) => Math.max(most, row[column]!.length), 0)));
  const head = `${forTerminal(subject)}: ${components.length} component${components.length === 1 ? '' : 's'}${os === undefined ? '' : ` on ${forTerminal(os.name)}`}\n`;
  return head + rows.map((row) => `  ${row.map((cell, column) => (column < 3 ? cell.padEnd(widths[column]!) : cell)).join('  ')}\n`).join('');
}
