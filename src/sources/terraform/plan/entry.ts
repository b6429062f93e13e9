/** One resource instance as a plan or a state lists it, before its values are read. */

export interface Entry {
  readonly address: string;
  /** `` for the root module. */
  readonly moduleAddress: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** ``, `[0]`, `["key"]`. */
  readonly suffix: string;
  /** Offset of the object that describes it. */
  readonly at: number;
  /** Offset of its values. */
  readonly values: number | undefined;
  /** Offsets or values of the marks beside them. */
  readonly unknown: () => unknown;
  readonly sensitive: () => unknown;
}

/** `type.name` within its module, data sources with `data.`. */
export const localName = ({ mode, type, name }: Pick<Entry, 'mode' | 'type' | 'name'>): string => `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
