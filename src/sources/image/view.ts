/**
 * What is left of a file after the layers above: whiteouts, opaque directories and members of the same path hide it.
 * https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts
 */

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

/** What one layer hides of those below. */
export class LayerTrace {
  private readonly gone = new Set<string>();
  private readonly opaque = new Set<string>();
  private readonly files = new PathSet();

  /** Takes a member; false when it is a mark and no file. */
  add(path: string, directory: boolean): boolean {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (name.startsWith(WHITEOUT)) {
      const folder = slash < 0 ? '' : path.slice(0, slash);
      if (name === OPAQUE) this.opaque.add(folder);
      // `.wh..wh.` starts other marks of aufs, which hide nothing.
      else if (!name.startsWith(`${WHITEOUT}${WHITEOUT}`)) this.gone.add(folder === '' ? name.slice(WHITEOUT.length) : `${folder}/${name.slice(WHITEOUT.length)}`);
      return false;
    }
    if (!directory) this.files.add(path);
    return true;
  }

  /** Whether a file of this path in a layer below is no longer seen, or is another file now. */
  hides(path: string): boolean {
    if (this.files.has(path) || this.gone.has(path)) return true;
    for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (this.opaque.has(folder) || this.gone.has(folder) || this.files.has(folder)) return true;
      if (slash === 0) break;
    }
    return this.opaque.has('');
  }
}

/** The layer, from above, that hides a file of layer `index`; undefined when it is seen in the image. */
export function hiddenBy(path: string, index: number, traces: ReadonlyMap<number, LayerTrace>): number | undefined {
  for (let above = Math.max(...traces.keys()); above > index; above--) if (traces.get(above)?.hides(path) === true) return above;
  return undefined;
}

/** Millions of paths in eight bytes each: 53 bits of a hash, sorted when first asked. */
class PathSet {
  private hashes = new Float64Array(64);
  private count = 0;
  private sorted = true;

  add(path: string): void {
    if (this.count === this.hashes.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.count++] = hashOf(path);
    this.sorted = false;
  }

  has(path: string): boolean {
    if (!this.sorted) {
      this.hashes.subarray(0, this.count).sort();
      this.sorted = true;
    }
    const wanted = hashOf(path);
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.hashes[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low < this.count && this.hashes[low] === wanted;
  }
}

/** Two rounds of a multiplicative hash (cyrb53), enough that chance does not make two paths of an image one. */
function hashOf(path: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
