/** What of AWS's library is loaded, and when: nothing for code, and each client by itself when its first call is due. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let dist = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarc-loading-'));
  dist = join(folder, 'dist');
  execFileSync(process.execPath, ['tools/build.mjs', '--out', dist], { cwd: root });
  mkdirSync(join(folder, 'code'));
  writeFileSync(join(folder, 'code', 'main.tf'), 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the bundle that a run loads, as the engine counts them. */
function loaded(...args: readonly string[]): readonly string[] {
  const counted = mkdtempSync(join(folder, 'counted-'));
  const { status, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: folder, env: { ...process.env, NODE_V8_COVERAGE: counted }, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const files = readdirSync(counted).flatMap((name) => (JSON.parse(readFileSync(join(counted, name), 'utf8')) as { readonly result: readonly { readonly url: string }[] }).result.map(({ url }) => url));
  return [...new Set(files.filter((url) => url.startsWith(pathToFileURL(dist).href)))].map((url) => fileURLToPath(url));
}
/** Parts of the library: clients' commands, and what they have in common. */
const isLibrary = (file: string): boolean => /[a-z]Command\d*=class\b|middlewareStack|NodeHttpHandler/.test(readFileSync(file, 'utf8'));

it.each([[['--version']], [['--help']], [['scan', 'code', '--format', 'json', '--soft-fail']], [['line', 'code']], [['explain', 'aws-s3-versioning']]])('demarc %j loads none of it', (args) => {
  const files = loaded(...args);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter(isLibrary)).toEqual([]);
}, 60_000);

it('each client costs less than 200 ms', () => {
  const clients = readdirSync(join(dist, 'chunks')).filter((name) => name.endsWith('.js') && / as Client[,}]/.test(readFileSync(join(dist, 'chunks', name), 'utf8')));
  expect(clients.length).toBeGreaterThan(60);
  // In a process that has none yet, in processor time: what others do on the machine is not the client's cost.
  const cost = (name: string): number => {
    const code = `const before = process.cpuUsage(); await import(${JSON.stringify(pathToFileURL(join(dist, 'chunks', name)).href)}); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;
    return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
  };
  // The largest, and those that most scans begin with.
  const size = (name: string): number => readFileSync(join(dist, 'chunks', name)).byteLength;
  const some = [...clients.sort((a, b) => size(b) - size(a)).slice(0, 6), ...clients.filter((name) => /^(?:sts|s3|iam)-/.test(name))];
  for (const name of new Set(some)) expect(Math.min(...[1, 2, 3].map(() => cost(name))), name).toBeLessThan(200);
}, 120_000);
