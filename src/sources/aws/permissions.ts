import type { Collector, ListRow } from './collector.js';
import { collectors } from './collectors/index.js';
import type { AccountOptions } from './read.js';

/** A list with those that it is made over. */
export const listsOf = (row: ListRow): readonly ListRow[] => (row.over === undefined ? [row] : [row, ...listsOf(row.over.list)]);

/** The permissions that reading the whole table needs, or what is needed of it, in order. */
export const permissions = (table: readonly Collector[] = collectors, needs?: AccountOptions['needs']): readonly string[] => [
  ...new Set([
    'ec2:DescribeRegions',
    ...table
      .filter((one) => needs?.type(one) !== false)
      .flatMap((one) => [...listsOf(one.list), ...[...(one.reads ?? []), ...(one.makes ?? [])].filter((row) => needs?.row(one, row) !== false)].map(({ permission }) => permission)),
  ]),
].sort();
