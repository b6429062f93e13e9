/**
 * Finds many words in one pass that steps over what cannot end any of them.
 * Sun Wu and Udi Manber, A fast algorithm for multi-pattern searching, TR-94-17, University of Arizona, 1994; blocks of two characters.
 */
export class Keywords {
  private readonly least: number;
  /** By the last two characters of the window: how far it may move; 0 where a word may stand. */
  private readonly shift: Uint8Array;
  /** By the same characters: which words may stand there, by their place in `lists`; 0 for none. */
  private readonly listOf = new Uint16Array(65_536);
  private readonly lists: string[][] = [[]];

  /** Words of at least two characters of Latin-1. */
  constructor(words: readonly string[]) {
    this.least = Math.min(255, ...words.map(({ length }) => length));
    this.shift = new Uint8Array(65_536).fill(this.least - 1);
    for (const word of words) {
      for (let at = 1; at < this.least; at++) {
        const pair = (word.charCodeAt(at - 1) << 8) | word.charCodeAt(at);
        this.shift[pair] = Math.min(this.shift[pair] ?? 0, this.least - 1 - at);
        if (at < this.least - 1) continue;
        if (this.listOf[pair] === 0) this.listOf[pair] = this.lists.push([]) - 1;
        this.lists[this.listOf[pair]!]!.push(word);
      }
    }
  }

  /** Calls `visit` for each word wherever it stands, in order; ends when it says false. */
  each(text: string, visit: (word: string, at: number) => boolean): void {
    const { shift, listOf, lists, least } = this;
    const { length } = text;
    for (let end = least - 1; end < length; ) {
      const before = text.charCodeAt(end - 1);
      const last = text.charCodeAt(end);
      const step = (before | last) > 255 ? least - 1 : shift[(before << 8) | last]!;
      if (step > 0) {
        end += step;
        continue;
      }
      const at = end - least + 1;
      const first = text.charCodeAt(at);
      const words = lists[listOf[(before << 8) | last]!]!;
      for (let i = 0; i < words.length; i++) {
        const word = words[i]!;
        if (word.charCodeAt(0) === first && text.startsWith(word, at) && !visit(word, at)) return;
      }
      end++;
    }
  }
}
