import { readFileSync } from 'node:fs';
import type { Layer } from '../../../src/model/layers.js';

const letters: Readonly<Record<string, Layer>> = {
  D: 'data',
  I: 'identity',
  N: 'network',
  E: 'encryption',
  S: 'secrets',
  L: 'logging',
  B: 'resilience',
  O: 'os',
  R: 'runtime',
  A: 'application',
};

/** The layers that the sample judges: those below them are the provider's everywhere. */
export const judgedLayers: ReadonlySet<Layer> = new Set(Object.values(letters));

export const layersOf = (text: string): ReadonlySet<Layer> => new Set(text.split(' ').filter(Boolean).map((letter) => letters[letter]!));

/** Rows of a table without its comments and header. */
export function table(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').trimEnd().split('\n');
  return lines
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
}

/** Counts what was found against what was judged; `either` counts neither way. */
export class Tally {
  #right = 0;
  #wrong = 0;
  #missed = 0;

  add(found: ReadonlySet<Layer>, judged: ReadonlySet<Layer>, either: ReadonlySet<Layer> = new Set()): void {
    for (const layer of found) {
      if (judged.has(layer)) this.#right++;
      else if (!either.has(layer)) this.#wrong++;
    }
    for (const layer of judged) if (!found.has(layer)) this.#missed++;
  }

  get score(): Score {
    return { precision: this.#right / (this.#right + this.#wrong), recall: this.#right / (this.#right + this.#missed) };
  }
}
