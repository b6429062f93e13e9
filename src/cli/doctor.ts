import pc from 'picocolors';
import { forTerminal } from '../reports/escape.js';
import { liveOptions, type LiveFlags } from './live.js';
import { wantsColor } from './scan.js';
import { UsageError } from './usage.js';

interface DoctorFlags extends LiveFlags {
  readonly format: 'text' | 'json';
}

/** Exits with 1 when a scan would leave something unread. */
export async function doctorCommand(target: string, given: object): Promise<void> {
  if (target !== 'aws') throw new UsageError(`there is nothing to look after in \`${target}\`; write \`demarc doctor aws\``);
  const flags = given as DoctorFlags;
  const { diagnose } = await import('../app/doctor.js');
  const found = await diagnose(liveOptions(flags));
  if (found.some(({ lacks, troubles }) => lacks.length + troubles.length > 0)) process.exitCode = 1;
  if (flags.format === 'json') return void process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  const c = pc.createColors(wantsColor());
  const out: string[] = [];
  for (const { account, partition, identity, home, regions, called, lacks, troubles } of found) {
    out.push('', c.bold(`account ${forTerminal(account)}${partition === 'aws' ? '' : ` in ${forTerminal(partition)}`}`), `  you are    ${forTerminal(identity)}`, `  regions    ${regions.length} to read: ${forTerminal(regions.join(', '))}`, `  tried      ${called} calls in ${forTerminal(home)}: every list, and the details of the first thing in each`);
    if (lacks.length > 0) {
      out.push('', c.red(`  ${lacks.length} ${lacks.length === 1 ? 'permission is' : 'permissions are'} missing; what they tell will be not verified:`));
      for (const { permission, operations } of lacks) out.push(`    ${forTerminal(permission)}${operations.length === 1 && operations[0] === permission ? '' : c.dim(`  for ${forTerminal(operations.join(', '))}`)}`);
      out.push(c.dim('  `demarc permissions` prints the policy to attach'));
    }
    if (troubles.length > 0) {
      out.push('', c.yellow(`  ${troubles.length} ${troubles.length === 1 ? 'question was' : 'questions were'} not answered:`));
      const byReason = new Map<string, string[]>();
      for (const { subject, reason } of troubles) byReason.set(reason, [...(byReason.get(reason) ?? []), subject]);
      for (const [reason, [first = '', ...others]] of byReason) out.push(`    ${forTerminal(first)}${others.length === 0 ? '' : ` and ${others.length} more`}: ${forTerminal(reason)}`);
    }
    if (lacks.length + troubles.length === 0) out.push('', c.green('  everything that was tried may be read'));
  }
  process.stdout.write(`${out.join('\n')}\n\n`);
}
