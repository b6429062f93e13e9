/** A key that stands in a file, and whose it is by a state of Terraform that the same scan reads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger } from '../../src/model/index.js';

// Put together here, so that no file of this repository holds one.
const KEYS = { ann: ['AKIA', 'Q3EGRZ6TMX4VLWNB'].join(''), ben: ['AKIA', 'Q3EGRZ6TNY5WMXPC'].join('') } as const;
const resource = (type: string, name: string, values: object): object => ({ mode: 'managed', type, name, provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ schema_version: 0, attributes: values }] });
const everything = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });

describe('a leaked key', () => {
  let folder: string;
  let ledger: Ledger;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarc-state-'));
    const resources = [
      resource('aws_iam_user', 'ann', { name: 'ann', path: '/' }),
      resource('aws_iam_user_policy', 'all', { name: 'all', user: 'ann', policy: everything }),
      resource('aws_iam_access_key', 'ann', { id: KEYS.ann, user: 'ann', status: 'Active' }),
      resource('aws_iam_access_key', 'ben', { id: KEYS.ben, user: 'ben', status: 'Inactive' }),
    ];
    writeFileSync(join(folder, 'terraform.tfstate'), JSON.stringify({ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'x', outputs: {}, resources }));
    for (const [name, key] of Object.entries(KEYS)) writeFileSync(join(folder, `${name}.env`), `AWS_ACCESS_KEY_ID=${key}\n`);
    ledger = await scan({ targets: [folder], cwd: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const of = (file: string): Ledger['verdicts'][number] | undefined => ledger.verdicts.find((verdict) => verdict.resource.type === 'Demarc::Secret::Leak' && verdict.resource.file === file);

  it('is of the user that the state names, and what that user may do is said', () => {
    expect(of('ann.env')).toMatchObject({ check: 'secret-leaked-critical', status: 'fail' });
    expect(of('ann.env')?.message).toMatch(/it is a key of `[^`]*aws_iam_user\.ann`, who rules the whole account$/);
  });

  it('is less where it is switched off, and of a user who is elsewhere only the name is known', () => {
    expect(of('ben.env')).toMatchObject({ check: 'secret-leaked-medium', status: 'fail' });
    expect(of('ben.env')?.message).toMatch(/it is a key of `ben`$/);
  });

  it('is shown nowhere', () => {
    for (const key of Object.values(KEYS)) expect(JSON.stringify(ledger)).not.toContain(key);
  });
});
