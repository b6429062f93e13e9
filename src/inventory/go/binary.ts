/** What a binary of Go says of the modules that it was built from. https://pkg.go.dev/debug/buildinfo */
import { loadedAt } from '../executable.js';
import { NOTHING, plausible, type Found, type Reading } from '../found.js';

const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
const CRATES = Buffer.from('.dep-v0\0');
const SENTINEL = 16;
/** The list of a program of thousands of modules takes some hundred kilobytes. */
const LARGEST_INFO = 4 * 1024 * 1024;

/** Undefined when the file was not built by Go. */
export function readGoBinary(bytes: Buffer): Reading | undefined {
  // The mark stands at a multiple of 16; elsewhere it is a text of a program that looks for it.
  for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if (at % 16 !== 0 || at + 32 > bytes.length) continue;
    const flags = bytes[at + 15]!;
    const strings = (flags & 2) !== 0 ? inline(bytes, at + 32) : pointed(bytes, at, flags);
    if (strings !== undefined && /^(go|devel)/.test(strings[0])) return modules(...strings);
  }
  return undefined;
}

/** Finds the mark in a program that is too large to hold, chunk by chunk, and keeps what follows it. */
export class GoSearch {
  /** Whether it names a section that lists crates, which would take the whole file to read. */
  crates = false;
  private tail: Buffer = Buffer.alloc(0);
  private passed = 0;
  private kept: Buffer[] | undefined;
  private length = 0;

  push(chunk: Buffer): void {
    if (this.kept !== undefined) {
      if (this.length < LARGEST_INFO) this.keep(chunk);
      return;
    }
    const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    const start = this.passed - this.tail.length;
    this.crates ||= bytes.includes(CRATES);
    for (let at = bytes.indexOf(MAGIC); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
      // What only looks like the mark is told by what follows; a text of the program seldom stands at such a place.
      if ((start + at) % 16 !== 0) continue;
      this.kept = [];
      this.keep(bytes.subarray(at));
      return;
    }
    this.passed += chunk.length;
    this.tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - MAGIC.length)));
  }

  result(): Reading | undefined {
    return this.kept === undefined ? undefined : readGoBinary(Buffer.concat(this.kept));
  }

  private keep(bytes: Buffer): void {
    this.kept!.push(Buffer.from(bytes));
    this.length += bytes.length;
  }
}

/** Since Go 1.18: two texts with their lengths. */
function inline(bytes: Buffer, start: number): readonly [string, string] | undefined {
  const texts: string[] = [];
  let at = start;
  for (let i = 0; i < 2; i++) {
    let length = 0;
    let shift = 0;
    let byte: number | undefined;
    do {
      byte = bytes[at++];
      if (byte === undefined || shift > 28) return undefined;
      length += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte >= 0x80);
    if (at + length > bytes.length) return undefined;
    texts.push(bytes.toString('utf8', at, at + length));
    at += length;
  }
  return [texts[0]!, texts[1]!];
}

/** Before: pointers to two texts, in the address space of the running program. */
function pointed(bytes: Buffer, at: number, flags: number): readonly [string, string] | undefined {
  const size = bytes[at + 14];
  const big = (flags & 1) !== 0;
  if (size !== 4 && size !== 8) return undefined;
  const number = (place: number): number | undefined => {
    if (place < 0 || place + size > bytes.length) return undefined;
    if (size === 4) return big ? bytes.readUInt32BE(place) : bytes.readUInt32LE(place);
    return Number(big ? bytes.readBigUInt64BE(place) : bytes.readBigUInt64LE(place));
  };
  const text = (pointer: number | undefined): string | undefined => {
    const header = pointer === undefined || pointer === 0 ? undefined : loadedAt(bytes, pointer);
    const start = header === undefined ? undefined : number(header);
    const length = header === undefined ? undefined : number(header + size);
    const place = start === undefined ? undefined : loadedAt(bytes, start);
    return place === undefined || length === undefined || length > 16 * 1024 * 1024 || place + length > bytes.length ? undefined : bytes.toString('utf8', place, place + length);
  };
  const version = text(number(at + 16));
  return version === undefined ? undefined : [version, text(number(at + 16 + size)) ?? ''];
}

function modules(go: string, info: string): Reading {
  const components: Found[] = [];
  const version = standardLibrary(go);
  if (version !== undefined) components.push({ type: 'golang', name: 'stdlib', version, runtime: true });
  for (const line of info.slice(SENTINEL, -SENTINEL).split('\n')) {
    const [kind, name, said] = line.split('\t');
    if ((kind !== 'mod' && kind !== 'dep' && kind !== '=>') || !plausible(name)) continue;
    // A module that replaces another follows it.
    if (kind === '=>') components.pop();
    // `(devel)` is what the program itself was built from, without a version.
    if (plausible(said) && said.startsWith('v')) components.push({ type: 'golang', name, version: said });
    else if (kind === '=>' || kind === 'dep') components.push({ type: 'golang', name, version: '' });
  }
  return { ...NOTHING, components: components.filter((one) => one.version !== '') };
}

/** `go1.22rc1 X:loopvar` → `1.22.0-rc.1`, as records of the standard library write it. */
function standardLibrary(go: string): string | undefined {
  const match = /^go(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?/.exec(go);
  if (match === null) return undefined;
  const [, major, minor, patch = '0', stage, number] = match;
  return `${major}.${minor}.${patch}${stage === undefined ? '' : `-${stage}.${number}`}`;
}
