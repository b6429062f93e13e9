/** That nothing of the table escapes the matrix of faults, how large it is, and where its fixtures are from. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import { operationName } from '../../src/sources/aws/read.js';
import { faults } from './faults.js';
import { fixtures } from './fixtures/index.js';
import { casesFor, faultsOf } from './matrix.js';
import { SHARES } from './shares.js';

const folder = fileURLToPath(new URL('.', import.meta.url));

it('holds each operation of the table, in one file', () => {
  for (const { service } of collectors) expect(Object.values(SHARES).filter((mine) => mine(service)).length, service).toBe(1);
  const files = readdirSync(folder).filter((name) => /^faults-.*\.test\.ts$/.test(name)).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  for (const name of Object.keys(SHARES)) expect(files.filter((text) => text.includes(`faultMatrix('${name}')`)).length, name).toBe(1);
  const cases = casesFor(() => true);
  const held = new Set(cases.map(({ operation }) => operation));
  for (const { service, list, names, reads = [], makes = [] } of collectors) for (const row of [list, ...(names === undefined ? [] : [names.list]), ...reads, ...makes]) expect(held).toContain(operationName(service, row));
  const dealt = cases.reduce((sum, one) => sum + faultsOf(one).length, 0);
  process.stdout.write(`fault matrix: ${held.size} operations in ${cases.length} places of the table, ${faults.length} faults: ${dealt} cases\n`);
  // One page cannot be followed by empty ones; nothing else is left out.
  expect(dealt).toBe(cases.length * faults.length - cases.filter(({ token }) => token === undefined).length);
  expect(cases.length).toBeGreaterThan(300);
});

it('answers what the server lacks as AWS documents it, each with the page', () => {
  for (const [name, { source }] of fixtures) expect(source, name).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html$/);
  const asked = new Set(collectors.flatMap(({ list, reads = [], makes = [] }) => [list, ...(list.over === undefined ? [] : [list.over.list]), ...reads, ...makes].map(({ command }) => command.replace(/Command$/, ''))));
  // None is left of an operation that is no longer asked for.
  for (const name of fixtures.keys()) expect([...asked], name).toContain(name.split(':')[1]);
});
