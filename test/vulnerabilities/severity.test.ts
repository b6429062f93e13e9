/** Scores by the examples of FIRST: https://www.first.org/cvss/v2/guide, v3-1/examples, v4-0/examples. */
import { describe, expect, it } from 'vitest';
import { cvss, ratingOf, severityOf } from '../../src/vulnerabilities/severity.js';
import { readRecord, type PackageRecord } from '../../src/vulnerabilities/record.js';
import { osv, type Given } from './records.js';

describe('scores of vectors', () => {
  it.each<readonly [string, string, number]>([
    ['CVE-2002-0392, 2.0', 'AV:N/AC:L/Au:N/C:N/I:N/A:C', 7.8],
    ['CVE-2003-0818, 2.0', 'AV:N/AC:L/Au:N/C:C/I:C/A:C', 10],
    ['CVE-2003-0062, 2.0', 'AV:L/AC:H/Au:N/C:C/I:C/A:C', 6.2],
    ['CVE-2013-1937, 3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['CVE-2013-0375, 3.1', 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
    ['CVE-2014-3566, 3.1', 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
    ['CVE-2012-1516, 3.1', 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9],
    ['CVE-2009-0783, 3.1', 'CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
    ['CVE-2014-0160, 3.0', 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
    ['CVE-2014-6271, 3.1', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVE-2022-41741, 4.0', 'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
    ['CVE-2020-3549, 4.0', 'CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7],
    ['CVE-2014-0160, 4.0', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N', 8.7],
    ['CVE-2021-44228, 4.0', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
  ])('%s', (_, vector, score) => {
    expect(cvss(vector)?.score).toBe(score);
  });

  it.each(['', 'garbage', 'CVSS:3.1/AV:N', 'CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'CVSS:9.9/AV:N', '9.8', 'A'.repeat(10_000)])('gives none for `%s`', (vector) => {
    expect(cvss(vector)).toBeUndefined();
  });

  it.each<readonly [number, string, string]>([[0, '3.1', 'none'], [0.1, '3.1', 'low'], [3.9, '4.0', 'low'], [4, '3.1', 'medium'], [6.9, '3.0', 'medium'], [7, '3.1', 'high'], [8.9, '4.0', 'high'], [9, '3.1', 'critical'], [10, '2.0', 'high'], [6.9, '2.0', 'medium'], [3.9, '2.0', 'low']])('%d of CVSS %s is %s', (score, version, rating) => {
    expect(ratingOf(score, version)).toBe(rating);
  });
});

describe('the severity of a vulnerability', () => {
  const record = (id: string, given: Given): PackageRecord => readRecord(osv(id, [{ ecosystem: 'npm', name: 'x', ranges: [['0']] }], given))!.packages[0]!.record;
  it('is by the newest CVSS version, of that the highest score', () => {
    const records = [record('A', { vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }), record('B', { vector: 'CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N' })];
    expect(severityOf(records)).toMatchObject({ rating: 'high', score: 7.3, by: 'CVSS 4.0' });
  });
  it('is the record\'s word where no vector is given', () => {
    expect(severityOf([record('A', { word: 'MODERATE' })])).toEqual({ rating: 'medium', by: 'the record' });
    expect(severityOf([record('A', { vector: 'nonsense', word: 'LOW' })])).toEqual({ rating: 'low', by: 'the record' });
    expect(severityOf([record('A', { more: { severity: [{ type: 'Ubuntu', score: 'negligible' }] } })])).toEqual({ rating: 'low', by: 'Ubuntu' });
  });
  it('is not known where nobody says it', () => {
    expect(severityOf([record('A', {}), record('B', { word: 'not yet assigned' }), record('C', { word: 'constructor' })])).toBeUndefined();
  });
});
