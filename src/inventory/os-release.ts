/** `etc/os-release`. https://www.freedesktop.org/software/systemd/man/latest/os-release.html */
import { broken, type Reading } from './found.js';

export function readOsRelease(bytes: Buffer): Reading {
  const fields = new Map<string, string>();
  for (const line of bytes.toString('utf8').split('\n')) {
    const match = /^\s*([A-Z0-9_]+)=(.*?)\s*$/.exec(line);
    if (match !== null) fields.set(match[1]!, unquoted(match[2]!));
  }
  const id = fields.get('ID')?.toLowerCase() ?? '';
  if (!/^[a-z0-9._-]{1,64}$/.test(id)) return broken('names no operating system: it has no `ID`');
  const version = fields.get('VERSION_ID');
  return { components: [], os: { id, version: version === '' ? undefined : version?.slice(0, 64), name: (fields.get('PRETTY_NAME') ?? fields.get('NAME') ?? id).slice(0, 200) } };
}

/** The values of a shell's assignment: quoted or not, with escaped characters. */
function unquoted(text: string): string {
  const match = /^(["'])(.*)\1$/.exec(text);
  return (match?.[2] ?? text).replace(/\\(.)/g, '$1');
}
