/**
 * Finds many words in one pass, by a hash of the four characters that begin each.
 * Richard M. Karp and Michael O. Rabin, Efficient randomized pattern-matching algorithms, IBM Journal of Research and Development 31 (2), 1987.
 */
const LEAST = 4;
/** Bits of a hash. With more, less is looked at twice; with fewer, the table stays nearer to the processor. */
const BITS = 17;

/** Knuth's multiplier: the golden ratio of 2^32. */
const hashOf = (four: number): number => Math.imul(four, 0x9e3779b1) >>> (32 - BITS);

/** A word, and its fifth and sixth characters; -1 where it has none. */
interface Word {
  readonly word: string;
  readonly fifth: number;
  readonly sixth: number;
}

const codeAt = (word: string, at: number): number => (at < word.length ? word.charCodeAt(at) : -1);

export class Keywords {
  /** By hash: whether a word may begin so, as the place in `starts` and `lists` of the first one; 0 for none. */
  private readonly placeOf = new Uint16Array(1 << BITS);
  /** The four characters; those that share a hash follow one another, up to a list that is empty. */
  private readonly starts: Int32Array;
  private readonly lists: (readonly Word[])[] = [[]];
  /** Where a text lies while it is searched. */
  private bytes = Buffer.alloc(0);

  /** Words of at least four characters of Latin-1. */
  constructor(words: readonly string[]) {
    const byHash = new Map<number, Map<number, string[]>>();
    for (const word of words) {
      if (word.length < LEAST) throw new Error(`the keyword \`${word}\` has less than ${LEAST} characters`);
      const start = Buffer.from(word, 'latin1').readInt32BE(0);
      const hash = hashOf(start);
      const there = byHash.get(hash) ?? new Map<number, string[]>();
      byHash.set(hash, there.set(start, [...(there.get(start) ?? []), word]));
    }
    const starts = [0];
    for (const [hash, group] of byHash) {
      this.placeOf[hash] = starts.length;
      for (const [start, list] of group) {
        starts.push(start);
        this.lists.push(list.map((word) => ({ word, fifth: codeAt(word, LEAST), sixth: codeAt(word, LEAST + 1) })));
      }
      starts.push(0);
      this.lists.push([]);
    }
    this.starts = Int32Array.from(starts);
  }

  /** Calls `visit` for each word wherever it stands, in order; ends when it says false. */
  each(text: string, visit: (word: string, at: number) => boolean): void {
    const { placeOf, starts, lists } = this;
    const { length } = text;
    // Bytes are looked up much faster than the characters of a string. Of a character that is no Latin-1 one byte stays, so that a
    // word may seem to begin where it does not: the text itself decides.
    if (this.bytes.length < length) this.bytes = Buffer.allocUnsafeSlow(length);
    const { bytes } = this;
    bytes.write(text, 0, length, 'latin1');
    let four = 0;
    for (let end = 0; end < length; end++) {
      four = (four << 8) | bytes[end]!;
      const place = placeOf[hashOf(four)]!;
      if (place === 0) continue;
      for (let one = place; lists[one]!.length > 0; one++) {
        if (starts[one] !== four) continue;
        const at = end - LEAST + 1;
        const words = lists[one]!;
        for (let i = 0; i < words.length; i++) {
          const { word, fifth, sixth } = words[i]!;
          // Two bytes more tell most of them apart without asking the text.
          if ((fifth < 0 || fifth === bytes[end + 1]) && (sixth < 0 || sixth === bytes[end + 2]) && text.startsWith(word, at) && !visit(word, at)) return;
        }
      }
    }
  }
}
