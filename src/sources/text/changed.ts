/** What of a version of a file was not in the version next to it. */

/** Bytes around a change that are looked at with it: longer than anything that is told by what stands around it. */
const AROUND = 2 * 1024;
const BLOCK = 4096;

/**
 * The part of `next` that may read differently than in `before`, with what stands around it, from line start to line end; undefined
 * when nothing does. A file that changes often is so read once and then by its changes.
 */
export function changedPart(before: Buffer, next: Buffer, around = AROUND): Buffer | undefined {
  const shared = Math.min(before.length, next.length);
  const start = samePrefix(before, next, shared);
  if (start === before.length && start === next.length) return undefined;
  const end = next.length - sameSuffix(before, next, shared - start);
  const from = next.lastIndexOf(0x0a, Math.max(0, start - around)) + 1;
  const feed = next.indexOf(0x0a, Math.min(next.length, end + around));
  return next.subarray(start <= around ? 0 : from, feed < 0 ? next.length : feed + 1);
}

function samePrefix(a: Buffer, b: Buffer, most: number): number {
  let at = 0;
  while (at < most) {
    const to = Math.min(most, at + BLOCK);
    if (a.compare(b, at, to, at, to) !== 0) break;
    at = to;
  }
  const to = Math.min(most, at + BLOCK);
  while (at < to && a[at] === b[at]) at++;
  return at;
}

function sameSuffix(a: Buffer, b: Buffer, most: number): number {
  let at = 0;
  while (at < most) {
    const to = Math.min(most, at + BLOCK);
    if (a.compare(b, b.length - to, b.length - at, a.length - to, a.length - at) !== 0) break;
    at = to;
  }
  const to = Math.min(most, at + BLOCK);
  while (at < to && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}
