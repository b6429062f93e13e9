/** What is printed and what is configured fit the published schemas. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Ledger } from '../../src/model/index.js';

const compile = (name: string): ValidateFunction => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object);
};

describe('the published schemas', () => {
  it.each(['examples/photo-share/open', 'examples/photo-share/shut'])('hold the ledger of %s', async (target) => {
    const validate = compile('ledger');
    const ledger: unknown = JSON.parse(JSON.stringify(await scan({ targets: [target], asOf: '2026-11-01T00:00:00Z' })));
    validate(ledger);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...(ledger as object), verdicts: [{ check: 'x' }] })).toBe(false);
    // What decided stands beside each verdict, and each unknown says why.
    for (const { evidence, reasons, status, check } of (ledger as Ledger).verdicts) {
      expect(evidence.length, check).toBeGreaterThan(0);
      if (status === 'unknown') expect(reasons.length, check).toBeGreaterThan(0);
    }
  });

  it('hold a configuration, and refuse what is none', () => {
    const validate = compile('config');
    expect(validate({ skip: ['CKV_AWS_18'], failOn: 'high', exemptions: [{ check: 'aws-s3-logging', reason: 'a log bucket' }] }), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ failOn: 'sometimes' })).toBe(false);
  });
});

describe('the shipped example', () => {
  const LATE = '2026-11-01T00:00:00Z';
  it('shut: nothing fails, and what is accepted has its reason', async () => {
    const { verdicts, errors } = await scan({ targets: ['examples/photo-share/shut'], asOf: LATE });
    expect(errors).toEqual([]);
    expect(verdicts.filter(({ status, exemption }) => status === 'fail' && exemption === null).map(({ check, resource, message }) => `${check} ${resource.address} ${message}`)).toEqual([]);
    for (const { exemption } of verdicts) if (exemption !== null) expect(exemption.reason).not.toBe('');
  });

  it('open: each of the five failure modes is found', async () => {
    const { verdicts } = await scan({ targets: ['examples/photo-share/open'], asOf: LATE });
    const rows = new Set(verdicts.filter(({ status }) => status === 'fail').map(({ row }) => row));
    for (const row of ['data', 'secrets', 'identity', 'network', 'runtime'] as const) expect(rows, row).toContain(row);
  });
});
