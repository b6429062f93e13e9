import type { Collector, ListRow } from './collector.js';
import { collectors } from './collectors/index.js';

/** A list with those that it is made over. */
export const listsOf = (row: ListRow): readonly ListRow[] => (row.over === undefined ? [row] : [row, ...listsOf(row.over.list)]);

/** The permissions that reading the whole table needs, in order. */
export const permissions = (table: readonly Collector[] = collectors): readonly string[] => [...new Set(['ec2:DescribeRegions', ...table.flatMap(({ list, reads = [], makes = [] }) => [...listsOf(list), ...reads, ...makes].map(({ permission }) => permission))])].sort();
