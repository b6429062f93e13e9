/** The layers in which a type leaves something to you, from the table that the rules generate: no schema needed. */
import type { Layer } from '../model/layers.js';
import { computedLayers } from './computed-data.js';
import { layersOfLetters } from './letters.js';

let table: ReadonlyMap<string, string> | undefined;

/** Undefined for a type that the provider's schema does not have. */
export function computedLayersOf(type: string): ReadonlySet<Layer> | undefined {
  table ??= new Map(
    computedLayers
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [service, ...types] = line.split(' ');
        return types.map((one): [string, string] => {
          const [name, letters = ''] = one.split(':');
          return [`AWS::${service}::${name}`, letters];
        });
      }),
  );
  const letters = table.get(type);
  return letters === undefined ? undefined : layersOfLetters(letters);
}
