/** What an expression can see: names, and the files of its project. The caller supplies both. */
import type { Reason } from '../../../model/index.js';
import type { Budget } from './budget.js';
import type { TfValue } from './value.js';

export interface Found {
  readonly value: TfValue;
  /** How many of the steps the value already stands for; the rest is applied to it. */
  readonly used: number;
}

export interface Scope {
  /**
   * The value of a root name and as many of the attribute names after it as the scope wants to answer at once:
   * `var.a.b` asks `('var', ['a', 'b'])`, `aws_x.y[0].id` asks `('aws_x', ['y'])` and applies the rest to the answer,
   * `data.aws_x.y.id` asks `('data', ['aws_x', 'y', 'id'])`. Undefined: no such name (an error value).
   * Instances of a resource with `count` or `for_each` are a tuple or an object of objects, which may be lazy.
   */
  lookup(name: string, steps: readonly string[]): Found | undefined;
  /** The files that functions may read; without it they are unknown. */
  readonly files?: FileAccess;
  /** The absolute current folder, for `abspath`; unknown without it. */
  readonly cwd?: string;
  /** Shared by all evaluations that should have one allowance together; without it each call has its own. */
  readonly budget?: Budget;
}

/** `missing`: the file does not exist (an error to Terraform); otherwise it could not or must not be read. */
export type FileAnswer<T> = { readonly value: T } | { readonly reason: Reason; readonly missing?: boolean };

/** Read access that the caller restricts to the project's root. Paths come as evaluated: relative ones are relative to the root module's folder. */
export interface FileAccess {
  readText(path: string): FileAnswer<string>;
  readBytes(path: string): FileAnswer<Uint8Array>;
  exists(path: string): FileAnswer<boolean>;
  /** Every regular file below a folder, as paths relative to it, with `/`. */
  list(folder: string): FileAnswer<readonly string[]>;
}
