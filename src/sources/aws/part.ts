/** Which objects inside of properties are told only in part, from the generated table. */
import { others, told } from './told.js';

/** An object, or what is on the way to one. */
export interface Part {
  /** The members that are told; undefined: all are. */
  readonly told?: readonly string[];
  readonly below: ReadonlyMap<string, Part>;
}

type Growing = { told?: readonly string[]; readonly below: Map<string, Growing> };

const types = new Map<string, ReadonlyMap<string, Part>>();

/** By name of property. */
export function inPart(type: string): ReadonlyMap<string, Part> | undefined {
  const known = types.get(type);
  if (known !== undefined) return known;
  const table = Object.hasOwn(told, type) ? told[type] : undefined;
  if (table === undefined) return undefined;
  const top: Growing = { below: new Map() };
  for (const [path, names] of Object.entries(table)) {
    let here = top;
    for (const step of path.split('.')) {
      const next: Growing = here.below.get(step) ?? { below: new Map() };
      here.below.set(step, next);
      here = next;
    }
    here.told = names === '' ? [] : names.split(' ');
  }
  types.set(type, top.below);
  return top.below;
}

const names = new Map(Object.entries(others).map(([type, list]) => [type, list.split(' ')]));

/** Properties that checks ask of the type and that it does not have. */
export const othersOf = (type: string): readonly string[] => names.get(type) ?? [];
