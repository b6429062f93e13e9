/** Names of members. They are never joined to a path on disk, but what a name says must be what it means. */
import { ArchiveError } from './limits.js';

/** A name as the path inside the archive: without `./` before and `/` after it. Throws for names that lead out or mean nothing. */
export function memberName(raw: string, longest: number): string {
  if (raw.length > longest) throw new ArchiveError(`holds a name of ${raw.length} characters, over the limit of ${longest}`);
  if (raw.includes('\0')) throw new ArchiveError('holds a name with a zero byte');
  if (raw.startsWith('/')) throw new ArchiveError('holds an absolute name; the member was not read');
  if (!/\/\/|\/$|(^|\/)\.{1,2}(\/|$)/.test(raw)) return raw;
  const parts: string[] = [];
  for (const part of raw.split('/')) {
    if (part === '..') throw new ArchiveError('holds a name that leads out of it; the member was not read');
    if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * Where a link leads, as a path inside the same tree: undefined when it leads out. An absolute one starts at the top, as it does in a
 * container. https://man7.org/linux/man-pages/man7/symlink.7.html
 */
export function linkTarget(from: string, link: string): string | undefined {
  const parts = link.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      // Above the top there is the top again for an absolute link; a relative one that climbs over it was made for elsewhere.
      if (parts.pop() === undefined && !link.startsWith('/')) return undefined;
    } else parts.push(part);
  }
  return parts.join('/');
}

/** A name for a message: short, and on one line. */
export const shown = (name: string): string => {
  const plain = name.replace(/[\0-\u001f\u007f]/g, '?');
  return `\`${plain.length > 120 ? `${plain.slice(0, 60)}…${plain.slice(-40)}` : plain}\``;
};
