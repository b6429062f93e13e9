/**
 * demarc as a library: the same pipeline that the command runs.
 *
 *     import { scan } from 'demarc';
 *     const ledger = await scan({ targets: ['infra'] });
 */
export { scan, TargetError, type ScanOptions } from './app/scan.js';
export { registry as checks } from './checks/registry.js';
export * from './checks/define.js';
export * from './checks/linked.js';
export * from './model/index.js';
