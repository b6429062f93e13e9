/** What of a version of a file was not in the version next to it. */

export interface ChangeOptions {
  /** Bytes around a change that are looked at with it: what is told by what stands around it stands near. */
  readonly around?: number;
  /** Bytes that must be alike where both versions are taken to go on alike. */
  readonly probe?: number;
}

/** Lines tried for going on, before the rest counts as changed. */
const MOST_PROBES = 64;
/** How far away a passage may have moved. */
const FARTHEST = 256 * 1024;
const MOST_CHANGES = 1000;
const SEPARATOR = Buffer.from('\n\n');
const LINE_FEED = 0x0a;

/**
 * The parts of `next` that may read differently than in `before`, with what stands around them, as whole lines; undefined when there
 * are none. All else of `next` stands in `before` in pieces that are alike from line to line. So a file that changes often is read once
 * and then by its changes. (git's own patches would tell the same, at the price of a process that makes them.)
 */
export function changedParts(before: Buffer, next: Buffer, { around = 512, probe = 48 }: ChangeOptions = {}): Buffer | undefined {
  const parts: Buffer[] = [];
  /** End of the last part, so that parts do not overlap. */
  let taken = 0;
  const take = (from: number, to: number): void => {
    const start = Math.max(taken, from <= around ? 0 : next.lastIndexOf(LINE_FEED, from - around) + 1);
    const feed = to + around >= next.length ? -1 : next.indexOf(LINE_FEED, to + around);
    const end = feed < 0 ? next.length : feed + 1;
    if (end <= start) return;
    if (parts.length > 0 && start > taken) parts.push(SEPARATOR);
    parts.push(next.subarray(start, end));
    taken = end;
  };
  const same = sameSuffix(before, next, Math.min(before.length, next.length));
  const end = next.length - same;
  let [i, j] = [0, 0];
  for (let changes = 0; ; changes++) {
    const alike = samePrefix(before, j, next, i);
    i += alike;
    j += alike;
    if (i >= next.length) {
      // What was cut off at the end changes what stands before it.
      if (j < before.length) take(next.length, next.length);
      break;
    }
    const [onward, there] = changes < MOST_CHANGES ? goesOn(before, j, next, i, probe) : NOWHERE;
    if (onward < 0 || onward >= end) {
      take(i, Math.max(i, end));
      break;
    }
    take(i, onward);
    i = onward;
    j = there;
  }
  return parts.length === 0 ? undefined : parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

const NOWHERE = [-1, -1] as const;

/** Where both go on alike behind a change: the first line of `next` from `i` on that `before` holds from `j` on. */
function goesOn(before: Buffer, j: number, next: Buffer, i: number, probe: number): readonly [number, number] {
  let line = i;
  for (let tries = 0; tries < MOST_PROBES; tries++) {
    const feed = next.indexOf(LINE_FEED, line);
    if (feed < 0 || feed + 1 + probe > next.length) return NOWHERE;
    line = feed + 1;
    const found = before.subarray(0, j + FARTHEST).indexOf(next.subarray(line, line + probe), Math.max(0, j - probe));
    if (found >= 0) return [line, found];
  }
  return NOWHERE;
}

function samePrefix(a: Buffer, from: number, b: Buffer, start: number): number {
  const most = Math.min(a.length - from, b.length - start);
  let at = 0;
  for (const step of [4096, 64]) {
    while (at < most) {
      const size = Math.min(step, most - at);
      if (a.compare(b, start + at, start + at + size, from + at, from + at + size) !== 0) break;
      at += size;
    }
  }
  while (at < most && a[from + at] === b[start + at]) at++;
  return at;
}

function sameSuffix(a: Buffer, b: Buffer, most: number): number {
  let at = 0;
  for (const step of [4096, 64]) {
    while (at < most) {
      const size = Math.min(step, most - at);
      if (a.compare(b, b.length - at - size, b.length - at, a.length - at - size, a.length - at) !== 0) break;
      at += size;
    }
  }
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at++;
  return at;
}
