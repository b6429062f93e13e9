// Runs the tests and ends with the line that harnesses read: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp } from './test-server/setup.mjs';

const missing = setUp();
// In CI they are not skipped: without the server they fail.
if (missing !== undefined) console.error(`the live tests ${process.env['CI'] === 'true' ? 'will fail' : 'are skipped'}: ${missing}`);

const folder = mkdtempSync(join(tmpdir(), 'demarc-test-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
let counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('the test runner left no report');
}
rmSync(folder, { recursive: true, force: true });
// A file that fails to load has no failed test of its own, but has failed.
const failed = Math.max(counts.numFailedTests, run.status === 0 ? 0 : 1);
console.log(`${counts.numPassedTests} passed, ${failed} failed${counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : ''}`);
process.exit(run.status ?? 1);
