/** One secret in every kind of place that a scan reads: each is found, and no output holds it, in the clear or encoded. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportNames } from '../../src/reports/names.js';
import { TestRepository } from '../git/repository.js';
import { dockerTar, removeFolders } from '../images/make-image.js';
import { command } from './demarc.js';

const demarc = command();
removeFolders();

/** One for each place, so that what shows tells where it came from. */
const secret = (place: number): string => ['zQ7', 'kJ8sT2vQ9xW4', String.fromCharCode(97 + place), 'mZ7pL1nB'].join('');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** Forms in which a secret is still one. Base64 of it in the middle of something depends on where it begins. */
const forms = (value: string): readonly string[] => [value, ...[0, 1, 2].map((shift) => base64(`${'x'.repeat(shift)}${value}`).slice(4, -4)), [...value].toReversed().join(''), Buffer.from(value).toString('hex')];

const script = (place: number): string => `#!/bin/sh\nexport DB_PASSWORD=${secret(place)}\n`;
const FILES: Readonly<Record<string, (place: number) => string>> = {
  '.env': (n) => `DB_PASSWORD=${secret(n)}\n`,
  'main.tf': (n) => `resource "aws_db_instance" "main" {\n  identifier = "main"\n  username   = "app"\n  password   = "${secret(n)}"\n}\n`,
  'variables.tf': (n) => `variable "api_token" {\n  default = "${secret(n)}"\n}\n`,
  'machine/main.tf': (n) => `resource "aws_instance" "web" {\n  ami           = "ami-0123456789abcdef0"\n  instance_type = "t3.micro"\n  user_data     = <<-SH\n    #!/bin/sh\n    export DB_PASSWORD=${secret(n)}\n  SH\n}\n`,
  'encoded/main.tf': (n) => `resource "aws_instance" "web" {\n  ami              = "ami-0123456789abcdef0"\n  user_data_base64 = "${base64(script(n))}"\n}\n`,
  'template.yaml': (n) => `AWSTemplateFormatVersion: 2010-09-09\nParameters:\n  DbPassword:\n    Type: String\n    Default: ${secret(n)}\nResources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: !Ref DbPassword\n`,
  'function/template.yaml': (n) => `AWSTemplateFormatVersion: 2010-09-09\nResources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          DB_PASSWORD: ${secret(n)}\n`,
  'state/terraform.tfstate': (n) => JSON.stringify({ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'x', outputs: {}, resources: [{ mode: 'managed', type: 'aws_db_instance', name: 'main', provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ attributes: { identifier: 'main', password: secret(n) } }] }] }, null, 2),
  'Dockerfile': (n) => `FROM debian:13\nENV DB_PASSWORD=${secret(n)}\nUSER app\n`,
  'compose.yaml': (n) => `services:\n  web:\n    image: debian:13\n    environment:\n      DB_PASSWORD: ${secret(n)}\n`,
  'k8s/secret.yaml': (n) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: ${base64(secret(n))}\n`,
  'notebook.ipynb': (n) => JSON.stringify({ cells: [{ cell_type: 'code', source: [`db_password = "${secret(n)}"\n`], outputs: [] }] }, null, 1),
  '.github/workflows/ci.yml': (n) => `on: push\nenv:\n  DB_PASSWORD: ${secret(n)}\n`,
  'app.log': (n) => `2026-01-01 connecting to postgres://app:${secret(n)}@db.internal.net/app\n`,
  'broken.tf': (n) => `resource "aws_db_instance" "x" {\n  password = "${secret(n)}"\n  = {{{\n`,
  'broken.json': (n) => `{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"password": "${secret(n)}", }}\n`,
};
const places = Object.keys(FILES);
const HISTORY = places.length;
const ENCODED = places.length + 1;

function clean(text: string, what: string): void {
  for (let place = 0; place <= ENCODED; place++) for (const form of forms(secret(place))) expect(text.includes(form), `${what} shows the secret of ${places[place] ?? 'the history or the image'} as ${form.slice(0, 3)}…`).toBe(false);
}

it('is found in every place, and shown in no report, baseline or message', { timeout: 120_000 }, () => {
  const repository = new TestRepository();
  repository.write('gone.env', `DB_PASSWORD=${secret(HISTORY)}\n`).commit('first');
  repository.remove('gone.env').commit('second');
  const cwd = repository.folder;
  cpSync(demarc.folder(Object.fromEntries(places.map((path, i) => [path, FILES[path]?.(i) ?? '']))), cwd, { recursive: true });
  const reports = reportNames.flatMap((name) => ['--output', `${name}=../report-${name}`]);
  const run = demarc(['scan', '.', '--history', '--verbose', '--write-baseline', '../baseline.json', ...reports], { cwd });
  expect(run.code).toBe(1);
  clean(run.out + run.err, 'the terminal');
  for (const name of reportNames) clean(readFileSync(join(cwd, '..', `report-${name}`), 'utf8'), name);
  clean(readFileSync(join(cwd, '../baseline.json'), 'utf8'), 'the baseline');
  const { verdicts } = JSON.parse(readFileSync(join(cwd, '../report-json'), 'utf8')) as { readonly verdicts: readonly { readonly id: string; readonly row: string; readonly status: string; readonly resource: { readonly file?: string }; readonly evidence: readonly { readonly file?: string }[] }[] };
  const told = new Set(verdicts.filter(({ row, status }) => row === 'secrets' && status === 'fail').flatMap(({ resource, evidence }) => [resource.file, ...evidence.map(({ file }) => file)]));
  expect(places.filter((path) => !told.has(path))).toEqual([]);
  expect(told).toContain('gone.env');
  for (const { id } of verdicts.filter(({ row, status }) => row === 'secrets' && status === 'fail')) {
    const { out, err } = demarc(['explain', id, '--in', '.'], { cwd });
    clean(out + err, `explain ${id}`);
  }
  for (const args of [['line', '.'], ['secrets', '.'], ['secrets', '--history'], ['sbom', '.'], ['scan', '.', '--format', 'json', '--var', `x=${secret(0)}`]]) {
    const { out, err } = demarc(args, { cwd });
    clean(out + err, args.slice(0, 4).join(' '));
  }
});

it('is found in the layers and the configuration of an image, and shown nowhere', () => {
  const image = dockerTar({
    layers: [{ pieces: [{ name: 'app/.env', content: `DB_PASSWORD=${secret(HISTORY)}\n` }] }, { pieces: [{ name: 'app/.wh..env' }] }],
    config: { config: { Env: [`DB_PASSWORD=${secret(ENCODED)}`] }, history: [{ created_by: `RUN DB_PASSWORD=${secret(ENCODED)} make` }] },
  });
  for (const args of [['scan', image], ['secrets', '--image', image], ['sbom', image]]) {
    for (const format of args[0] === 'sbom' ? ['json', 'cyclonedx', 'spdx'] : reportNames) {
      const { out, err } = demarc([...args, '--format', format]);
      clean(out + err, `${args[0]} as ${format}`);
      if (args[0] !== 'sbom' && format === 'json') expect(out.match(/secret-leaked/g)?.length, args[0]).toBeGreaterThanOrEqual(2);
    }
  }
});
