import { describe, expect, it } from 'vitest';
import type { Component } from '../../src/inventory/component.js';
import type { Finding } from '../../src/vulnerabilities/finding.js';
import { match } from '../../src/vulnerabilities/match.js';
import { readVex, vexOf } from '../../src/vulnerabilities/vex.js';
import { component, inventory, recordsOf } from './inventory.js';
import { wellKnown } from './records.js';

const finding = (...components: readonly Component[]): Finding => {
  const { findings } = match(inventory(components), recordsOf(wellKnown));
  expect(findings).toHaveLength(1);
  return findings[0]!;
};
const lodash = component('npm', 'lodash', '4.17.20', { purl: 'pkg:npm/lodash@4.17.20' });
const log4j = component('Maven', 'org.apache.logging.log4j:log4j-core', '2.14.1', { purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1' });
const openssl = component('Alpine:v3.17', 'libssl3', '3.0.7-r2', { purl: 'pkg:apk/alpine/libssl3@3.0.7-r2?arch=x86_64', source: { name: 'openssl', version: '3.0.7-r2' } });
const shop = { name: 'registry.example.com/shop:1.4', digest: 'sha256:abc' };

const open = (...statements: readonly object[]): object => ({ '@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'https://example.com/vex/1', timestamp: '2026-11-01T00:00:00Z', version: 1, statements });
const says = (product: object, more: object = {}): object => ({ vulnerability: { name: 'CVE-2021-23337' }, products: [product], status: 'not_affected', justification: 'vulnerable_code_not_in_execute_path', ...more });
const reason = (document: object, one: Finding, subject = shop): string | undefined => vexOf(readVex(document)!, one, subject);

describe('OpenVEX', () => {
  it.each<readonly [string, object, boolean]>([
    ['the package', { '@id': 'pkg:npm/lodash@4.17.20' }, true],
    ['any version of it', { '@id': 'pkg:npm/lodash' }, true],
    ['another version', { '@id': 'pkg:npm/lodash@4.17.19' }, false],
    ['another package', { '@id': 'pkg:npm/lodash-es@4.17.20' }, false],
    ['the package by an identifier', { '@id': 'https://example.com/x', identifiers: { purl: 'pkg:npm/lodash@4.17.20' } }, true],
    ['the image', { '@id': 'pkg:oci/shop@sha256%3Aabc?repository_url=registry.example.com/shop' }, true],
    ['the image of another digest', { '@id': 'pkg:oci/shop@sha256%3Adef?repository_url=registry.example.com/shop' }, false],
    ['the image by its name', { '@id': 'registry.example.com/shop:1.4' }, true],
    ['the package in the image', { '@id': 'registry.example.com/shop', subcomponents: [{ '@id': 'pkg:npm/lodash' }] }, true],
    ['the package in another image', { '@id': 'registry.example.com/other', subcomponents: [{ '@id': 'pkg:npm/lodash' }] }, false],
    ['another package in the image', { '@id': 'registry.example.com/shop', subcomponents: [{ '@id': 'pkg:npm/other' }] }, false],
    ['nothing', {}, false],
  ])('a statement on %s', (_, product, exempt) => {
    expect(reason(open(says(product)), finding(lodash))).toBe(exempt ? 'not affected: vulnerable code not in execute path' : undefined);
  });

  it('speaks of a vulnerability by any of its names', () => {
    const product = { '@id': 'pkg:npm/lodash' };
    for (const vulnerability of [{ name: 'GHSA-35jh-r3h4-6jhm' }, { name: 'X', aliases: ['CVE-2021-23337'] }, { '@id': 'https://nvd.nist.gov/vuln/detail/CVE-2021-23337' }, 'CVE-2021-23337']) expect(reason(open(says(product, { vulnerability })), finding(lodash)), JSON.stringify(vulnerability)).toBeDefined();
    expect(reason(open(says(product, { vulnerability: { name: 'CVE-2021-44228' } })), finding(lodash))).toBeUndefined();
  });

  it('the latest statement counts', () => {
    const product = { '@id': 'pkg:npm/lodash' };
    const [no, yes] = [says(product, { timestamp: '2026-11-02T00:00:00Z' }), says(product, { status: 'affected', timestamp: '2026-11-03T00:00:00Z' })];
    expect(reason(open(no), finding(lodash))).toBeDefined();
    expect(reason(open(yes, no), finding(lodash))).toBeUndefined();
    expect(reason(open(says(product, { status: 'under_investigation' })), finding(lodash))).toBeUndefined();
    expect(reason(open(says(product, { status: 'fixed', justification: undefined, status_notes: 'patched in our fork' })), finding(lodash))).toBe('fixed here: patched in our fork');
  });

  it('must speak of every version that is there', () => {
    const both = finding(log4j, component('Maven', log4j.name, '2.3', { purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.3' }));
    const about = (version: string): object => says({ '@id': `pkg:maven/org.apache.logging.log4j/log4j-core@${version}` }, { vulnerability: { name: 'CVE-2021-44228' } });
    expect(reason(open(about('2.14.1')), both)).toBeUndefined();
    expect(reason(open(about('2.14.1'), about('2.3')), both)).toBeDefined();
  });

  it('may name the source package of a distribution', () => {
    const about = (purl: string): object => open(says({ '@id': purl }, { vulnerability: { name: 'CVE-2023-0286' } }));
    expect(reason(about('pkg:apk/alpine/openssl@3.0.7-r2'), finding(openssl))).toBeDefined();
    expect(reason(about('pkg:apk/alpine/libssl3@3.0.7-r2?arch=aarch64'), finding(openssl))).toBeUndefined();
    expect(reason(about('pkg:apk/wolfi/openssl'), finding(openssl))).toBeUndefined();
  });
});

describe('CycloneDX', () => {
  const cyclone = (analysis: object, ref = 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm/lodash@4.17.20'): object => ({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ 'bom-ref': 'l', type: 'library', name: 'lodash', purl: 'pkg:npm/lodash@4.17.20' }], vulnerabilities: [{ id: 'CVE-2021-23337', analysis, affects: [{ ref }] }] });
  it.each<readonly [string, object, string | undefined]>([
    ['not_affected', { state: 'not_affected', justification: 'code_not_reachable', detail: 'template() is never called' }, 'not affected: code not reachable: template() is never called'],
    ['false_positive', { state: 'false_positive' }, 'not affected'],
    ['resolved', { state: 'resolved' }, 'fixed here'],
    ['exploitable', { state: 'exploitable' }, undefined],
    ['in_triage', { state: 'in_triage' }, undefined],
    ['none', {}, undefined],
  ])('%s', (_, analysis, wanted) => {
    expect(reason(cyclone(analysis), finding(lodash))).toBe(wanted);
    expect(reason(cyclone(analysis, 'l'), finding(lodash))).toBe(wanted);
  });
  it('speaks of nothing else', () => {
    expect(reason(cyclone({ state: 'not_affected' }, 'unknown'), finding(lodash))).toBeUndefined();
    expect(reason(cyclone({ state: 'not_affected' }), finding(log4j))).toBeUndefined();
  });
});

it.each([[null], [[]], ['text'], [{}], [{ '@context': 'https://example.com' }], [{ bomFormat: 'SPDX' }]])('%j is no VEX document', (json) => {
  expect(readVex(json)).toBeUndefined();
});

it('nonsense inside says nothing', () => {
  expect(readVex({ '@context': 'https://openvex.dev/ns/v0.2.0', statements: [null, 7, {}, { status: 'toString' }, { status: 'not_affected', products: 'all' }] })).toEqual([]);
});
