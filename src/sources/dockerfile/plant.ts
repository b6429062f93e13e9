/** Pieces of text, with their places, as trees. */
import { list, mapping, scalar, unknown, type Mapping, type SourceOrigin, type TextPart, type Tree } from '../../model/index.js';
import { knownText, type Hole, type Piece } from '../shell/parameter.js';

export function textTree(pieces: readonly Piece[], at: SourceOrigin): Tree {
  const text = knownText(pieces);
  if (text !== undefined) return scalar(text, at);
  const hole = pieces.find((piece): piece is Hole => typeof piece !== 'string');
  const parts = pieces.map((piece): TextPart => (typeof piece === 'string' ? piece : piece.variable === undefined ? null : { address: piece.variable, attribute: '' }));
  return unknown({ ...hole!.reason, at }, at, { parts });
}

/** A map of what is there; undefined members are left out. */
export const record = (members: Readonly<Record<string, Tree | undefined>>, at: SourceOrigin): Mapping => {
  const entries = new Map<string, Tree>();
  for (const key in members) {
    const value = members[key];
    if (value !== undefined) entries.set(key, value);
  }
  return mapping(entries, at);
};

/** A list, left out where it is empty. */
export const listed = (items: readonly Tree[], at: SourceOrigin): Tree | undefined => (items.length === 0 ? undefined : list(items, at));
