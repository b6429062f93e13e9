/** The documents of the AWS-managed policies, packed, from a table that is kept in the repository (tools/fetch/managed-policies.py writes it). */
import { readFileSync } from 'node:fs';
import { packedModule } from './pack.js';
import type { Generated } from './run.js';

const table = 'tools/gen/data/managed-policies.tsv';

export function managedPolicies(): Generated {
  const [notice = '', , ...rows] = readFileSync(new URL('./data/managed-policies.tsv', import.meta.url), 'utf8').trimEnd().split('\n');
  const found = /^# AWS-managed policies as of (\d{4}-\d\d-\d\d) .*, from (\S+) (\S+) \(Apache-2\.0\)/.exec(notice);
  if (found === null) throw new Error(`${table}: the first line lacks its date or its source`);
  const [, date = '', name = '', version = ''] = found;
  for (const row of rows) {
    const [path = '', number = '', updated = '', document = ''] = row.split('\t');
    if (!/^(\/[\w+=,.@-]+)+$/.test(path) || !/^v\d+$/.test(number) || !/^\d{4}-\d\d-\d\d$/.test(updated)) throw new Error(`${table}: \`${row.slice(0, 80)}\` lacks columns`);
    JSON.parse(document);
  }
  const path = 'src/schema/iam/managed-packed.ts';
  return { files: new Map([[path, packedModule(path, `AWS-managed policies as of ${date}, from ${name} ${version} (Apache License 2.0)`, [[[name, version, date].join('\t'), ...rows].join('\n')])]]), folders: [] };
}
