/** One letter for each layer that can be the customer's by a setting, for compact tables. */
import type { Layer } from '../model/layers.js';

export const letterOf: Readonly<Partial<Record<Layer, string>>> = {
  os: 'O',
  runtime: 'R',
  application: 'A',
  identity: 'I',
  network: 'N',
  encryption: 'E',
  secrets: 'S',
  data: 'D',
  logging: 'L',
  resilience: 'B',
};

const layerOf = new Map(Object.entries(letterOf).map(([layer, letter]) => [letter, layer as Layer]));

export const layersOfLetters = (letters: string): ReadonlySet<Layer> => new Set([...letters].flatMap((letter) => layerOf.get(letter) ?? []));
