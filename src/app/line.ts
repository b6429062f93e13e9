/** `line`: who holds each layer of services, types, or every resource of your code. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Row } from '../model/index.js';
import type { LineResult, ResourceLine, TypeLine } from '../reports/line-result.js';
import { findTypes, loadLines, suggestTypes } from '../responsibility/index.js';
import type { ScanOptions } from './scan.js';

/** A word that names no service, type or path. */
export class UnknownSubjectError extends Error {
  override readonly name = 'TargetError';
}

/**
 * Reads the line of each subject: a service (`s3`), a type (`AWS::RDS::DBInstance`) or a path to code. A word that is both is a service;
 * write `./s3` for the folder. Throws UnknownSubjectError with the nearest names.
 */
export async function line(subjects: readonly string[], options: Omit<ScanOptions, 'targets'> = {}): Promise<LineResult> {
  const types: string[] = [];
  const paths: string[] = [];
  for (const subject of subjects) {
    const found = findTypes(subject);
    if (subject === 'aws') paths.push(subject);
    else if (found.length > 0 && !/^[./]/.test(subject)) types.push(...found);
    else if (exists(resolve(options.cwd ?? '.', subject))) paths.push(subject);
    else {
      const near = suggestTypes(subject);
      throw new UnknownSubjectError(`\`${subject}\` is no service, type or path${near.length === 0 ? '' : `; did you mean ${near.slice(0, 3).map((one) => `\`${one}\``).join(', ')}?`}`);
    }
  }
  const lines = await loadLines(types);
  const typeLines = types.map((type): TypeLine => ({ kind: 'type', line: lines.of(type) }));
  if (paths.length === 0) return { types: typeLines, resources: [] };
  const { scanResources } = await import('./scan.js');
  const { ledger, resources } = await scanResources({ ...options, targets: paths });
  const byResource = new Map<string, Row[]>();
  for (const row of ledger.rows) {
    const there = byResource.get(row.resource);
    if (there === undefined) byResource.set(row.resource, [row]);
    else there.push(row);
  }
  const own = await loadLines(new Set(resources.map(({ type }) => type)));
  return {
    types: typeLines,
    resources: resources.map(
      ({ address, id, type, properties, dialect, at }): ResourceLine => ({
        kind: 'resource',
        address,
        id,
        ...(at.kind === 'source' ? { file: at.file, lineNumber: at.line } : {}),
        line: own.of(type, properties, dialect),
        rows: byResource.get(id) ?? [],
      }),
    ),
    ledger,
  };
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
