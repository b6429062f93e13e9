/** The parts of an image's name: `registry.example:5000/team/app:1.2@sha256:…` (https://docs.docker.com/reference/cli/docker/image/tag/). */
import type { Piece } from '../shell/parameter.js';

export interface ImageName {
  /** Undefined: Docker Hub. */
  readonly registry?: string;
  /** Without registry, tag and digest; `library/` is left out. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

export function imageName(text: string): ImageName {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const name = at < 0 ? text : text.slice(0, at);
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  const path = colon < 0 ? name : name.slice(0, colon);
  const first = path.indexOf('/');
  const host = first < 0 ? '' : path.slice(0, first);
  const registry = /[.:]|^localhost$/.test(host) && !/^(index\.)?docker\.io$/.test(host) ? host : undefined;
  const repository = (registry === undefined ? path.replace(/^(index\.)?docker\.io\//, '') : path.slice(first + 1)).replace(/^library\//, '');
  return {
    ...(registry === undefined ? {} : { registry }),
    repository,
    ...(colon < 0 || colon + 1 >= name.length ? {} : { tag: name.slice(colon + 1) }),
    ...(digest === undefined || digest === '' ? {} : { digest }),
  };
}

/** The same of a name of which pieces are not known: the parts stay pieces; `undefined` where a hole may hold them or not. */
export function partlyKnown(pieces: readonly Piece[]): { readonly repository: readonly Piece[]; readonly tag?: readonly Piece[]; readonly digest?: readonly Piece[] } {
  const at = find(pieces, '@', 0);
  const [name, digest] = at === undefined ? [pieces, undefined] : cut(pieces, at);
  const slash = findLast(name, '/');
  const colon = find(name, ':', slash === undefined ? 0 : slash[0], slash === undefined ? 0 : slash[1] + 1);
  const [repository, tag] = colon === undefined ? [name, undefined] : cut(name, colon);
  return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

type Place = readonly [piece: number, offset: number];

function find(pieces: readonly Piece[], c: string, from: number, offset = 0): Place | undefined {
  for (let i = from; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const found = typeof piece === 'string' ? piece.indexOf(c, i === from ? offset : 0) : -1;
    if (found >= 0) return [i, found];
  }
  return undefined;
}

function findLast(pieces: readonly Piece[], c: string): Place | undefined {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]!;
    const found = typeof piece === 'string' ? piece.lastIndexOf(c) : -1;
    if (found >= 0) return [i, found];
  }
  return undefined;
}

/** The pieces before and after one character. */
function cut(pieces: readonly Piece[], [index, offset]: Place): readonly [readonly Piece[], readonly Piece[]] {
  const piece = pieces[index] as string;
  const [before, after] = [piece.slice(0, offset), piece.slice(offset + 1)];
  return [[...pieces.slice(0, index), ...(before === '' ? [] : [before])], [...(after === '' ? [] : [after]), ...pieces.slice(index + 1)]];
}
