// The most memory that a process held, told by that process itself as it exits.
//
// `process.resourceUsage().maxRSS` will not do on Linux: what it tells starts at the size of the process that started this one
// (execve keeps the mark of the memory it replaces), so that a large parent makes every child look large. The kernel's `VmHWM`
// belongs to the memory of this process alone. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html

const probe = `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try {
    kilobytes = /^VmHWM:\\s*(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? kilobytes;
  } catch {
    // Not Linux.
  }
  process.stderr.write('\\n@peak ' + kilobytes + '\\n');
});`;

/** Arguments of node that make it tell its peak. */
export const TELL_PEAK = ['--import', `data:text/javascript,${encodeURIComponent(probe)}`];

/** Megabytes, of what such a process wrote to its standard error. */
export function peakOf(stderr) {
  const kilobytes = /^@peak (\d+)$/m.exec(stderr)?.[1];
  if (kilobytes === undefined) throw new Error('the process did not tell its peak');
  return Number(kilobytes) / 1024;
}
