/**
 * demarc as a library: the same pipeline that the command runs.
 *
 *     import { scan } from 'demarc';
 *     const ledger = await scan({ targets: ['infra'] });
 */
export { canDo, pathsTo, publicResources, whoCanDo, type AccessOptions } from './app/access.js';
export { leastPrivilege } from './app/least.js';
export { explain } from './app/explain.js';
export { line } from './app/line.js';
export { scan, TargetError, type ScanOptions } from './app/scan.js';
export { vulns, type VulnsOptions, type VulnsResult } from './app/vulns.js';
export { registry as checks } from './checks/registry.js';
export * from './checks/define.js';
export * from './checks/linked.js';
export * from './model/index.js';
export type * from './reports/access-result.js';
export type { LineResult, ResourceLine, TypeLine } from './reports/line-result.js';
