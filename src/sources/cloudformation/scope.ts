/** What a template's functions can see. */
import type { Reason, SourceError, Tree } from '../../model/index.js';

export interface TemplateScope {
  /** Prefix of addresses: `` or `Outer.` in a nested stack. */
  readonly prefix: string;
  /** Value of a parameter or pseudo parameter; undefined when there is none of that name. */
  readonly parameter: (name: string) => Tree | undefined;
  /** Logical ids of the template's resources that exist or may exist. */
  readonly hasResource: (name: string) => boolean;
  /** An output of a nested stack; undefined when the resource is none. */
  readonly output: (stack: string, name: string) => Tree | undefined;
  readonly mappings: Tree | undefined;
  /** Truth of a named condition; a reason when it is not known. */
  readonly condition: (name: string) => boolean | Reason;
  /** Names bound by Fn::ForEach. */
  readonly loop?: ReadonlyMap<string, string>;
  readonly report: (error: SourceError) => void;
}

/** The value that removes a property: `AWS::NoValue`. */
export const NO_VALUE = Symbol('AWS::NoValue');
export type Resolved = Tree | typeof NO_VALUE;
