// Packs demarc, installs the tarball in an empty folder, and uses it there as a stranger would: the command, the library, the types.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const LIMIT = 4 * 1024 * 1024;
const project = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'demarc-pack-'));
const run = (command, args, cwd = folder) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const must = (truth, message) => {
  if (!truth) throw new Error(message);
};

try {
  const [{ filename, unpackedSize }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], project));
  const tarball = join(folder, filename);
  const { size } = statSync(tarball);
  must(size < LIMIT, `the tarball is ${size} bytes, over the limit of ${LIMIT}`);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--offline', tarball]);
  const bin = join(folder, 'node_modules/.bin/demarc');
  const { version } = JSON.parse(run('cat', ['node_modules/demarc/package.json']));
  must(run(bin, ['--version']).trim() === version, 'the command tells another version');
  writeFileSync(join(folder, 'main.tf'), 'resource "aws_s3_bucket" "b" {\n  bucket = "photos"\n}\nresource "aws_s3_bucket_acl" "b" {\n  bucket = aws_s3_bucket.b.id\n  acl = "public-read"\n}\n');
  const ledger = JSON.parse(run(bin, ['scan', '.', '--format', 'json', '--soft-fail']));
  must(ledger.verdicts.some((verdict) => verdict.status === 'fail' && verdict.resource.address === 'aws_s3_bucket.b'), 'the packed command finds nothing wrong with a public bucket');
  must(run(bin, ['line', 's3']).includes('identity'), 'the packed command cannot read the line of S3');
  const { public: open } = JSON.parse(run(bin, ['public', '.', '--format', 'json']));
  must(open[0]?.verdict === 'public', 'the packed command finds nobody who gets to a public bucket');
  writeFileSync(
    join(folder, 'use.mjs'),
    "import { checks, publicResources, scan } from 'demarc';\nconst { verdicts } = await scan({ targets: ['main.tf'] });\nconst { public: open } = await publicResources({ targets: ['main.tf'] });\nif (checks.length === 0 || verdicts.length === 0 || open.length === 0) process.exit(1);\n",
  );
  run(process.execPath, ['use.mjs']);
  console.log(`packed ${filename}: ${Math.round(size / 1024)} kB, ${Math.round(unpackedSize / 1024)} kB unpacked; installed and used`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
