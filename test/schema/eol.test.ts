import { describe, expect, it } from 'vitest';
import { endOfLife, eolAsOf, eolProducts, hasEnded, releaseLines } from '../../src/schema/eol.js';

describe('end of life', () => {
  it('finds the release line that a version belongs to', () => {
    expect(endOfLife('amazon-rds-postgresql', '16.3')?.cycle).toBe('16');
    expect(endOfLife('amazon-rds-postgresql', '16')?.cycle).toBe('16');
    expect(endOfLife('amazon-rds-mysql', '8.0.35')?.cycle).toBe('8.0');
    expect(endOfLife('amazon-rds-mysql', '8.0.45')?.cycle).toBe('8.0.45');
    expect(endOfLife('nodejs', '1')?.eol).toBe(true);
    expect(endOfLife('nodejs', '18.20.1')?.cycle).toBe('18');
  });

  it('does not take a longer number or an unknown name for a known line', () => {
    expect(endOfLife('amazon-eks', '1.3')).toBeUndefined();
    expect(endOfLife('amazon-rds-postgresql', '161.1')).toBeUndefined();
    expect(endOfLife('aws-lambda', 'java8.al2099')).toBeUndefined();
    expect(endOfLife('toString', '1')).toBeUndefined();
  });

  it('tells when patches end: for Lambda the deprecation date', () => {
    const runtime = endOfLife('aws-lambda', 'python3.8');
    expect(runtime?.patchesEnd).toBe('2024-10-14');
    expect(hasEnded(runtime!.patchesEnd, '2024-10-14')).toBe(true);
    expect(hasEnded(runtime!.patchesEnd, '2024-10-13T10:00:00Z')).toBe(false);
    expect(endOfLife('amazon-eks', '1.31')?.patchesEnd).toBe('2025-11-26');
    expect(endOfLife('amazon-eks', '1.31')?.extended).toBe('2026-11-26');
  });

  it('counts support that is for everyone without pay: Debian LTS', () => {
    expect(endOfLife('debian', '12')).toMatchObject({ eol: '2026-07-11', patchesEnd: '2028-06-30' });
    expect(endOfLife('debian', '13')?.patchesEnd).toBe('2030-06-30');
  });

  it('has a date, true or false in every row', () => {
    expect(eolAsOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const product of eolProducts())
      for (const line of releaseLines(product))
        for (const end of [line.eol, line.support ?? false, line.extended ?? false, line.patchesEnd]) expect(String(end)).toMatch(/^(true|false|\d{4}-\d\d-\d\d)$/);
  });
});
