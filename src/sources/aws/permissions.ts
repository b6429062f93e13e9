import type { Collector } from './collector.js';
import { collectors } from './collectors/index.js';

/** The permissions that reading the whole table needs, in order. */
export const permissions = (table: readonly Collector[] = collectors): readonly string[] => [...new Set(['ec2:DescribeRegions', ...table.flatMap(({ list, reads = [], makes = [] }) => [list, ...reads, ...makes].map(({ permission }) => permission))])].sort();
