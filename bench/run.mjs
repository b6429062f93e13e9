// Prints how long demarc takes and how much memory it peaks at, over generated projects and, when given, folders of your own:
//   npm run bench                      the generated projects
//   npm run bench -- DIR...            these folders too
// Each figure is the median of several whole-process runs after a warm-up; the ratios are taken within this one run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seed, serverInstalled, SIZES, startServer, writeRecording } from './account.mjs';
import { writeRecords } from './osv.mjs';
import { writeFiles } from './files.mjs';
import { writeHistory } from './history.mjs';
import { writeLog } from './log.mjs';
import { peakOf, TELL_PEAK } from './peak.mjs';
import { writePrincipals } from './principals.mjs';
import { writeProject } from './project.mjs';

const cli = resolve(import.meta.dirname, '../dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'demarc-bench-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Seconds and peak megabytes of one process. The process itself reports its peak as it exits. */
function once(args) {
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, [...TELL_PEAK, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${run.stderr.slice(-500)}`);
  return { seconds, peak: peakOf(run.stderr), output: run.stdout };
}

function measure(args, runs) {
  once(args);
  const results = Array.from({ length: runs }, () => once(args));
  return { seconds: median(results.map((r) => r.seconds)), peak: median(results.map((r) => r.peak)), output: results[0].output };
}

/** The same by gitleaks, where it is installed. */
function beside(command, target, seconds) {
  const args = [command, '--no-banner', '--exit-code', '0', target];
  if (spawnSync('gitleaks', args, { stdio: 'ignore' }).error !== undefined) return console.log('  gitleaks is not installed, so nothing is compared');
  const started = process.hrtime.bigint();
  spawnSync('gitleaks', args, { stdio: 'ignore' });
  const theirs = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(`  gitleaks over the same: ${theirs.toFixed(3)} s, ${(theirs / seconds).toFixed(1)} times as long`);
}

/** A seeded account, read over HTTP; calls are counted as lines of its recording. */
async function live() {
  const server = await startServer(folder);
  try {
    await seed(server.endpoint);
    Object.assign(process.env, { AWS_ENDPOINT_URL: server.endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' });
    const services = ['--service', 'iam,s3,s3-control,ec2,rds,lambda,kms,sqs,sns,cloudtrail,sts,guardduty,config,securityhub'];
    const answers = join(folder, 'answers');
    once([cli, 'scan', 'aws', '--region', 'us-east-1', ...services, '--record', answers, '--soft-fail', '--format', 'json']);
    const calls = readdirSync(answers, { recursive: true }).filter((name) => name.endsWith('.ndjson')).reduce((sum, name) => sum + readFileSync(join(answers, name), 'utf8').trim().split('\n').length, 0);
    const read = measure([cli, 'scan', 'aws', '--region', 'us-east-1', ...services, '--soft-fail', '--format', 'json'], 1);
    const seeded = Object.values(SIZES).reduce((a, b) => a + b, 0);
    line(`account of ${seeded} resources`, read, `${calls} calls, ${(calls / seeded).toFixed(1)} a resource`);
    const prowler = spawnSync('prowler', ['--version'], { encoding: 'utf8' });
    if (prowler.status !== 0) return console.log('prowler is not installed: nothing to compare with');
    const started = Date.now();
    spawnSync('prowler', ['aws', '--services', 'iam', 's3', 'ec2', 'rds', 'awslambda', 'kms', 'sqs', 'sns', 'cloudtrail', 'guardduty', 'config', 'securityhub', '--region', 'us-east-1', '--no-banner', '-o', join(folder, 'prowler')], { stdio: 'ignore' });
    const theirs = (Date.now() - started) / 1000;
    console.log(`prowler on the same services: ${theirs.toFixed(0)} s, ${(theirs / read.seconds).toFixed(1)} times as long`);
  } finally {
    server.stop();
  }
}

const rows = [];
const line = (name, { seconds, peak }, more = '') => {
  rows.push(name);
  console.log(`${name.padEnd(34)} ${seconds.toFixed(3).padStart(8)} s ${peak.toFixed(0).padStart(6)} MB  ${more}`);
};

try {
  const bare = measure(['-e', '0'], 7);
  line('node -e 0', bare);
  const version = measure([cli, '--version'], 7);
  line('demarc --version', version, `${((version.seconds - bare.seconds) * 1000).toFixed(0)} ms over bare node`);
  const times = new Map();
  for (const [size, runs] of [[64, 7], [1_000, 5], [10_000, 3]]) {
    const project = join(folder, String(size));
    const written = writeProject(project, size);
    const result = measure([cli, 'scan', project, '--format', 'json', '--soft-fail'], runs);
    times.set(size, result.seconds);
    const { verdicts } = JSON.parse(result.output);
    line(`scan of ${written} generated resources`, result, `${verdicts.length} verdicts`);
  }
  console.log(`10,000 takes ${(times.get(10_000) / times.get(1_000)).toFixed(1)} times as long as 1,000`);
  const search = JSON.parse(once(['--import', 'tsx', resolve(import.meta.dirname, 'exists.ts')]).output);
  console.log(`outsiders of ${search.count} policies: mean ${search.mean.toFixed(2)} ms, 99th percentile ${search.p99.toFixed(1)} ms, longest ${search.max.toFixed(1)} ms  ${JSON.stringify(search.found)}`);
  for (const count of [1_000, 10_000]) {
    const template = join(folder, `principals-${count}.json`);
    writePrincipals(template, count);
    const paths = measure([cli, 'paths', template, '--format', 'json'], 3);
    line(`paths to admin, ${count} principals`, paths, `${JSON.parse(paths.output).paths.length} paths`);
    const who = measure([cli, 'who-can', 's3:GetObject', 'arn:aws:s3:::data-1/x', '--in', template, '--format', 'json'], 3);
    line(`who-can, ${count} principals`, who, `${JSON.parse(who.output).whoCan.length} can`);
  }
  const kept = join(folder, 'recording');
  writeRecording(kept, 20_000);
  const replayed = measure([cli, 'scan', kept, '--format', 'json', '--soft-fail'], 3);
  line('recording of 20,000 resources', replayed, `${JSON.parse(replayed.output).verdicts.length} verdicts`);
  if (serverInstalled) await live();
  else console.log('no test server: `node tools/test-server/setup.mjs` installs it, and an account is read too');
  for (const [name, form] of [['docker archive', 'archive'], ['OCI layout of gzip layers', 'layout']]) {
    const image = join(folder, `image-${name.split(' ')[0]}.tar`);
    // By a process of its own: a process that is started inherits the peak of the one that starts it.
    const expected = Number(once([fileURLToPath(new URL('image.mjs', import.meta.url)), form, image, '500']).output);
    const result = measure([cli, 'sbom', image, '--format', 'json'], 3);
    const { components } = JSON.parse(result.output).inventories[0];
    if (components.length !== expected) throw new Error(`${components.length} components of ${expected}`);
    line(`500 MB image, ${name}`, result, `${components.length} components`);
    rmSync(image, { recursive: true, force: true });
  }
  // Put together here, so that no file of this repository holds one.
  const key = `AWS_ACCESS_KEY_ID=${['AKIA', 'Q3EGRZ6TMX4VLWNB'].join('')}\n`;
  const repository = join(folder, 'history');
  const { commits } = writeHistory(repository, 1_400, { planted: key });
  const history = measure([cli, 'secrets', '--history', repository, '--format', 'json', '--soft-fail'], 5);
  if (JSON.parse(history.output).verdicts.length !== 1) throw new Error('the planted key was not found in the history');
  line(`secrets in ${commits} commits`, history);
  beside('git', repository, history.seconds);
  const sources = join(folder, 'sources');
  const written = writeFiles(sources, 54, key);
  const files = measure([cli, 'secrets', sources, '--format', 'json', '--soft-fail'], 3);
  if (!JSON.parse(files.output).verdicts.some(({ resource }) => resource.file.endsWith('last.env'))) throw new Error('the key in the last file was not found');
  line(`secrets in ${(written / 1e6).toFixed(0)} MB of small files`, files, `${JSON.parse(files.output).verdicts.length} found`);
  beside('dir', sources, files.seconds);
  rmSync(sources, { recursive: true, force: true });
  const log = join(folder, 'web.log');
  const bytes = writeLog(log, 1e9, key);
  const logged = measure([cli, 'secrets', log, '--format', 'json', '--soft-fail'], 3);
  if (JSON.parse(logged.output).verdicts.length !== 1) throw new Error('the key in the last line of the log was not found');
  line('secrets in a log of 1 GB', logged, `${(bytes / 1e6 / logged.seconds).toFixed(0)} MB/s`);
  rmSync(log);
  const [records, packages] = [200_000, 8_000];
  const archive = join(folder, 'all.zip');
  writeRecords(archive, records, packages);
  const database = join(folder, 'db');
  line(`db import of ${records} records`, once([cli, 'db', 'import', archive, '--db', database]));
  const matches = Array.from({ length: 3 }, () => JSON.parse(once(['--import', 'tsx', resolve(import.meta.dirname, 'match.ts'), database, '5000', String(packages)]).output));
  const [first] = matches;
  console.log(`5,000 components against ${records} records: ${median(matches.map((one) => one.seconds)).toFixed(3)} s, ${first.megabytes.toFixed(0)} MB more, ${first.findings} findings`);
  for (const target of process.argv.slice(2)) {
    const result = measure([cli, 'scan', target, '--format', 'json', '--soft-fail'], 3);
    const { verdicts, errors } = JSON.parse(result.output);
    line(basename(resolve(target)), result, `${verdicts.length} verdicts, ${errors.length} errors`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
