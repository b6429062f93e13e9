/** Where a value came from. Every value that can decide a verdict carries one. */

/** A place in a text file. Lines and columns count from 1; `endColumn` is exclusive. */
export interface Position {
  /** Path relative to the current folder, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A value written in a source file. */
export interface SourceOrigin extends Position {
  readonly kind: 'source';
  /** Address of the resource or block that wrote it, when that is not the resource it ended up in (a satellite). */
  readonly address?: string;
  /** Where the value was first written, when it reached this place through variables, locals or outputs. Nearest first. */
  readonly via?: readonly Position[];
}

/** A value that a cloud API returned. */
export interface ApiOrigin {
  readonly kind: 'api';
  /** `service:Operation`, for example `s3:GetPublicAccessBlock`. */
  readonly operation: string;
  /** Path inside the reply. */
  readonly path?: string;
  readonly address?: string;
}

/** The provider's documented default; `reference` is the page that says so. */
export interface DefaultOrigin {
  readonly kind: 'default';
  readonly reference: string;
}

export type Origin = SourceOrigin | ApiOrigin | DefaultOrigin;

/** The same origin, attributed to `address` (used when a satellite is folded into its parent). */
export function attributed(origin: Origin, address: string): Origin {
  return origin.kind === 'default' || origin.address !== undefined ? origin : { ...origin, address };
}
