/** From an image and a project through the database to verdicts, rows and exemptions. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { VulnerabilityOptions } from '../../src/app/vulnerabilities.js';
import { vulns } from '../../src/app/vulns.js';
import { vulnsAsText } from '../../src/app/vulns-views.js';
import { baselineOf } from '../../src/ledger/baseline.js';
import type { Ledger } from '../../src/model/index.js';
import { importRecords } from '../../src/store/import.js';
import { importEpss, importKev } from '../../src/store/signals.js';
import { dockerTar, dpkgStatus, osRelease, removeFolders, type ImageSpec } from '../images/make-image.js';
import { osv, wellKnown } from './records.js';

removeFolders();

const asOf = '2026-11-24T00:00:00.000Z';
let top: string;
let database: string;
let image: string;
const shop: ImageSpec = {
  name: 'registry.example.com/shop:1.4',
  layers: [
    { pieces: [osRelease('debian', '11', 'Debian GNU/Linux 11 (bullseye)'), dpkgStatus(['libssl1.1', '1.1.1n-0+deb11u3', 'openssl'], ['openssl', '1.1.1n-0+deb11u3'])] },
    { pieces: [{ name: 'app/node_modules/lodash/package.json', content: JSON.stringify({ name: 'lodash', version: '4.17.20' }) }] },
  ],
};
const project = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(top, 'project-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
const lockfile = JSON.stringify({ name: 'x', lockfileVersion: 3, packages: { '': { name: 'x' }, 'node_modules/lodash': { version: '4.17.20' } } }, null, 2);

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'demarc-vulnerable-'));
  database = join(top, 'db');
  mkdirSync(database);
  writeFileSync(join(top, 'records.json'), JSON.stringify(wellKnown));
  importRecords(database, [join(top, 'records.json')]);
  writeFileSync(join(top, 'epss.csv'), '#score_date:2026-11-20\ncve,epss,percentile\nCVE-2021-23337,0.021,0.88\n');
  importEpss(database, join(top, 'epss.csv'));
  writeFileSync(join(top, 'kev.json'), JSON.stringify({ dateReleased: '2026-11-19', vulnerabilities: [{ cveID: 'CVE-2023-0286', dateAdded: '2023-03-01' }] }));
  importKev(database, join(top, 'kev.json'));
  image = dockerTar(shop);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const scanned = (targets: readonly string[], vulnerabilities: VulnerabilityOptions = { database }, more = {}): Promise<Ledger> => scan({ targets, cwd: top, asOf, vulnerabilities, ...more });
const row = ({ rows }: Ledger, resource: RegExp, layer: string): string | undefined => rows.find((one) => resource.test(one.resource) && one.layer === layer)?.state;
const failed = ({ verdicts }: Ledger): readonly string[] => verdicts.filter(({ status, check }) => status === 'fail' && check.startsWith('vulnerability-')).map(({ check, resource }) => `${check} ${resource.address}`).sort();

describe('an image', () => {
  it('has a verdict for each vulnerability of each package, in its own rows', async () => {
    const ledger = await scanned([image]);
    expect(failed(ledger)).toEqual([
      'vulnerability-application-high registry.example.com/shop:1.4/npm/lodash/CVE-2021-23337',
      'vulnerability-os-high registry.example.com/shop:1.4/openssl/CVE-2023-0286',
      ...['CVE-2022-2097', 'CVE-2022-4304', 'CVE-2022-4450', 'CVE-2023-0215'].map((id) => `vulnerability-os-unscored registry.example.com/shop:1.4/openssl/${id}`),
    ]);
    expect([row(ledger, /shop:1\.4$/, 'os'), row(ledger, /shop:1\.4$/, 'application')]).toEqual(['open', 'open']);
    expect(ledger.rows.filter(({ resource }) => resource.includes('CVE-'))).toEqual([]);
    const openssl = ledger.verdicts.find(({ resource }) => resource.address.endsWith('openssl/CVE-2023-0286'));
    expect(openssl?.message).toBe('`CVE-2023-0286` (openssl - security update) is in `openssl` 1.1.1n-0+deb11u3 (libssl1.1); fixed in 1.1.1n-0+deb11u4; CVSS 3.1: 7.4; known to be exploited since 2023-03-01; by records of 2026-11-20, 4 days old');
    expect(openssl?.evidence.map(({ path }) => path)).toEqual(expect.arrayContaining(['Installed[0]', 'FixedIn', 'Vector', 'KnownExploitedSince', 'RecordsOf'].map((path) => expect.stringContaining(path.replace('[0]', '')))));
    expect(ledger.errors).toEqual([]);
  });

  it('past the end of its system is open without any record', async () => {
    const ledger = await scanned([dockerTar({ name: 'old:1', layers: [{ pieces: [osRelease('alpine', '3.9.4'), { name: 'lib/apk/db/installed', content: 'P:musl\nV:1.1.20-r5\nA:x86_64\no:musl\n\n' }] }] })]);
    expect(ledger.verdicts.filter(({ check }) => check === 'software-os-supported').map(({ status, message }) => `${status} ${message}`)).toEqual([expect.stringMatching(/^fail `3\.9\.4` gets no security patches any more/)]);
    expect(row(ledger, /old:1/, 'os')).toBe('open');
  });

  it.each<readonly [what: string, pieces: ImageSpec['layers'][number]['pieces'], reason: RegExp]>([
    ['lists no packages at all', [osRelease('debian', '13')], /lists no packages: no database of dpkg, rpm or apk is there/],
    ['has a database that cannot be read', [osRelease('rocky', '9.4'), { name: 'var/lib/rpm/rpmdb.sqlite', content: 'SQLite format 3\0garbage' }], /`var\/lib\/rpm\/rpmdb.sqlite` is no valid SQLite database/],
    ['has a database of which a part cannot be read', [osRelease('debian', '11'), { name: 'var/lib/dpkg/status', content: 'Package: openssl\nStatus: install ok installed\nVersion: 1.1.1n-0+deb11u4\n\nVersion: 2\n\n' }], /not all operating-system packages are known: `var\/lib\/dpkg\/status` holds an entry without a name or a version/],
  ])('that %s is not known to be sound', async (_, pieces, reason) => {
    const ledger = await scanned([dockerTar({ name: 'partial:1', layers: [{ pieces }] })]);
    const verdicts = ledger.verdicts.filter(({ check }) => check === 'software-os-compared');
    expect(verdicts.map(({ status }) => status)).toEqual(['unknown']);
    expect(verdicts[0]?.reasons.map(({ detail }) => detail).join()).toMatch(reason);
    expect(row(ledger, /partial:1/, 'os')).not.toBe('locked');
  });

  it('of which a dependency has no exact version is not known to be sound', async () => {
    writeFileSync(join(top, 'requirements.txt'), 'requests==2.31.0\nflask>=2\n');
    const ledger = await scanned(['requirements.txt']);
    expect(ledger.verdicts.filter(({ check }) => check === 'software-application-compared').map(({ status }) => status)).toEqual(['unknown']);
    rmSync(join(top, 'requirements.txt'));
  });

  it('of which there is only a bill of materials is judged by the end of its system as well', async () => {
    writeFileSync(join(top, 'bom.json'), JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'operating-system', name: 'alpine', version: '3.9.4' }, { type: 'library', name: 'musl', purl: 'pkg:apk/alpine/musl@1.1.20-r5?distro=alpine-3.9.4' }] }));
    const ledger = await scanned(['bom.json']);
    expect(ledger.verdicts.filter(({ check }) => check === 'software-os-supported').map(({ status }) => status)).toEqual(['fail']);
    expect(row(ledger, /bom\.json/, 'os')).toBe('open');
  });

  it('is not verified where there is no database, and says how to get one', async () => {
    for (const vulnerabilities of [{}, { database: join(top, 'none') }]) {
      const ledger = await scanned([image], vulnerabilities);
      expect(failed(ledger)).toEqual([]);
      expect([row(ledger, /shop:1\.4$/, 'application')]).toEqual(['unverified']);
      const verdicts = ledger.verdicts.filter(({ check }) => /^software-.*-compared$/.test(check));
      expect(verdicts.map(({ status, reasons }) => [status, reasons[0]?.kind])).toEqual([['unknown', 'not-collected'], ['unknown', 'not-collected']]);
      expect(verdicts[0]?.reasons[0]?.detail).toContain('demarc db update');
    }
  });

  it('is not verified where the database lacks its release, and not locked by old records', async () => {
    const other = dockerTar({ name: 'new:1', layers: [{ pieces: [osRelease('debian', '13'), dpkgStatus(['openssl', '3.5.0-1'])] }] });
    const lacking = await scanned([other]);
    expect(lacking.verdicts.find(({ check }) => check === 'software-os-compared')).toMatchObject({ status: 'unknown', message: expect.stringContaining('the database holds no records of `Debian:13`') as string });
    expect(row(lacking, /new:1/, 'os')).toBe('unverified');
    const old = await scanned([image], { database }, { asOf: '2027-03-01T00:00:00.000Z' });
    expect(old.verdicts.find(({ check }) => check === 'software-os-compared')).toMatchObject({ status: 'fail', message: expect.stringContaining('101 days old') as string });
  });
});

describe('a project', () => {
  it('shows the line of the lockfile', async () => {
    const ledger = await scanned([project({ 'package-lock.json': lockfile })]);
    const verdict = ledger.verdicts.find(({ check }) => check === 'vulnerability-application-high');
    expect(verdict?.resource).toMatchObject({ file: expect.stringMatching(/package-lock\.json$/) as string, address: 'package-lock.json/npm/lodash/CVE-2021-23337' });
    expect(verdict?.resource.line).toBeGreaterThan(1);
    expect(verdict?.message).toContain('exploited within 30 days with a probability of 2.1 %');
  });

  it('keeps the id of a finding when the lockfile changes around it', async () => {
    const id = async (text: string): Promise<string | undefined> => (await scanned([project({ 'package-lock.json': text })])).verdicts.find(({ check }) => check === 'vulnerability-application-high')?.id;
    expect(await id(`\n\n${lockfile.replace('4.17.20', '4.17.19')}`)).toBe(await id(lockfile));
  });

  it('a baseline and a written exemption are of one vulnerability', async () => {
    const target = project({ 'package-lock.json': lockfile });
    const baseline = baselineOf(await scanned([target]));
    expect((await scanned([target], { database }, { baseline })).verdicts.find(({ check }) => check === 'vulnerability-application-high')).toMatchObject({ status: 'fail', exemption: { reason: 'known since 2026-11-24' } });
    const exemptions = [{ checks: ['vulnerability-*'], resource: '*/lodash/CVE-2021-23337', reason: 'template() is not called', source: 'demarc.config.json' }];
    const ledger = await scanned([target], { database }, { exemptions });
    expect(ledger.verdicts.find(({ check }) => check === 'vulnerability-application-high')).toMatchObject({ status: 'fail', exemption: { reason: 'template() is not called' } });
    expect(row(ledger, /package-lock/, 'application')).toBe('accepted');
  });

  it('a comment beside a dependency is of what is known against it', async () => {
    const ledger = await scanned([project({ 'requirements.txt': 'flask==3.0.0\nrequests==2.30.0  # demarc:ignore vulnerability-application-medium reason="no proxy is used"\n' })]);
    expect(ledger.verdicts.find(({ resource }) => resource.address.endsWith('requests/CVE-2023-32681'))).toMatchObject({ check: 'vulnerability-application-medium', status: 'fail', exemption: { reason: 'no proxy is used' } });
    expect(ledger.errors).toEqual([]);
  });

  it('what has no fix can be left out, which is said', async () => {
    const db = join(top, 'unfixed');
    writeFileSync(join(top, 'unfixed.json'), JSON.stringify([osv('GHSA-u', [{ ecosystem: 'npm', name: 'lodash', type: 'SEMVER', ranges: [['0']] }], { word: 'HIGH' })]));
    importRecords(db, [join(top, 'unfixed.json')]);
    const target = project({ 'package-lock.json': lockfile });
    expect((await scanned([target], { database: db })).verdicts.find(({ check }) => check === 'vulnerability-application-high')?.message).toContain('no fixed version is published');
    const ledger = await scanned([target], { database: db, ignoreUnfixed: true });
    expect(failed(ledger)).toEqual([]);
    expect(ledger.coverage.find(({ asked }) => asked === 'vulnerabilities without a fix')?.reason).toContain('1 finding has no fixed version');
  });
});

it('the ledger is as its schema says', async () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('schemas/ledger.schema.json', 'utf8')) as object);
  validate(JSON.parse(JSON.stringify(await scanned([image, project({ 'package-lock.json': lockfile })]))));
  expect(validate.errors ?? []).toEqual([]);
});

describe('VEX', () => {
  const vex = (): string => {
    const path = join(top, 'vex.json');
    writeFileSync(path, JSON.stringify({ '@context': 'https://openvex.dev/ns/v0.2.0', timestamp: '2026-11-20T00:00:00Z', statements: [{ vulnerability: { name: 'CVE-2021-23337' }, products: [{ '@id': 'registry.example.com/shop:1.4' }], status: 'not_affected', justification: 'vulnerable_code_not_present' }] }));
    return path;
  };
  it('exempts with its reason and does not change the verdict', async () => {
    const path = vex();
    const ledger = await scanned([image], { database, vex: [path] });
    expect(ledger.verdicts.find(({ check }) => check === 'vulnerability-application-high')).toMatchObject({ status: 'fail', exemption: { reason: 'not affected: vulnerable code not present', source: path } });
    expect([row(ledger, /shop:1\.4$/, 'application'), row(ledger, /shop:1\.4$/, 'os')]).toEqual(['accepted', 'open']);
  });
  it('that cannot be read is one clear line', async () => {
    for (const [text, message] of [['{', /is no JSON/], ['{}', /is neither an OpenVEX document nor a CycloneDX one/]] as const) {
      writeFileSync(join(top, 'bad.json'), text);
      await expect(scanned([image], { database, vex: [join(top, 'bad.json')] })).rejects.toThrow(message);
    }
    await expect(scanned([image], { database, vex: [join(top, 'none.json')] })).rejects.toThrow(/does not exist/);
  });
});

describe('what runs the image', () => {
  const terraform = (name: string): string => project({
    'main.tf': `resource "aws_ecr_repository" "shop" { name = "shop" }
resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([{ name = "app", image = ${name} }])
}`,
  });
  const state = async (name: string, more: VulnerabilityOptions = { database }): Promise<string | undefined> => {
    const verdict = (await scanned([terraform(name), image], more)).verdicts.find(({ check }) => check === 'aws-container-images-without-vulnerabilities');
    return verdict === undefined ? undefined : `${verdict.status} ${verdict.message}`;
  };
  it.each(['"registry.example.com/shop:1.4"', '"${aws_ecr_repository.shop.repository_url}:1.4"'])('is told what is in it: %s', async (name) => {
    expect(await state(name)).toMatch(/^fail image `registry\.example\.com\/shop:1\.4` has 2 known vulnerabilities of critical or high severity: `CVE-.*`/);
  });
  it('and where it stands towards the internet', async () => {
    const target = project({
      'main.tf': `resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([{ name = "app", image = "registry.example.com/shop:1.4" }])
}
resource "aws_ecs_service" "shop" {
  name            = "shop"
  task_definition = aws_ecs_task_definition.shop.arn
  network_configuration {
    subnets          = ["subnet-1"]
    assign_public_ip = true
  }
  load_balancer {
    target_group_arn = aws_lb_target_group.shop.arn
    container_name   = "app"
    container_port   = 8080
  }
}
resource "aws_lb_target_group" "shop" {
  name = "shop"
}
resource "aws_lb_listener" "shop" {
  load_balancer_arn = aws_lb.shop.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.shop.arn
  }
}
resource "aws_lb" "shop" {
  name     = "shop"
  internal = false
}`,
    });
    const verdict = (await scanned([target, image])).verdicts.find(({ check }) => check === 'aws-container-images-without-vulnerabilities');
    expect(verdict?.message).toMatch(/; it runs with public addresses of the service `aws_ecs_service\.shop` and behind the internet-facing load balancer `aws_lb\.shop`$/);
    writeFileSync(join(target, 'main.tf'), readFileSync(join(target, 'main.tf'), 'utf8').replace('internal = false', 'internal = true').replace('assign_public_ip = true', 'assign_public_ip = false'));
    expect((await scanned([target, image])).verdicts.find(({ check }) => check === 'aws-container-images-without-vulnerabilities')?.message).not.toContain('it runs');
  });
  it('is told so whatever runs it', async () => {
    const target = project({
      'main.tf': `resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::111122223333:role/f"
  package_type  = "Image"
  image_uri     = "registry.example.com/shop:1.4"
}
resource "aws_batch_job_definition" "b" {
  name                 = "b"
  type                 = "container"
  container_properties = jsonencode({ image = "registry.example.com/shop:1.4" })
}`,
    });
    const verdicts = (await scanned([target, image])).verdicts.filter(({ check }) => check === 'aws-container-images-without-vulnerabilities');
    expect(verdicts.map(({ resource, status }) => `${resource.address} ${status}`).sort()).toEqual(['aws_batch_job_definition.b fail', 'aws_lambda_function.f fail']);
  });
  it.each([
    ['a function with an open address', `resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::111122223333:role/f"
  package_type  = "Image"
  image_uri     = "registry.example.com/shop:1.4"
}
resource "aws_lambda_function_url" "u" {
  function_name      = aws_lambda_function.f.function_name
  authorization_type = "NONE"
}`, / it runs behind the open address `aws_lambda_function_url\.u`$/],
    ['App Runner', `resource "aws_apprunner_service" "a" {
  service_name = "a"
  source_configuration {
    image_repository {
      image_identifier      = "registry.example.com/shop:1.4"
      image_repository_type = "ECR"
    }
  }
}`, / it runs behind the public address of `aws_apprunner_service\.a`$/],
    ['a model of SageMaker', `resource "aws_sagemaker_model" "m" {
  execution_role_arn = "arn:aws:iam::111122223333:role/m"
  primary_container {
    image = "registry.example.com/shop:1.4"
  }
}`, /^image `registry/],
    ['a job of several nodes', `resource "aws_batch_job_definition" "b" {
  name            = "b"
  type            = "multinode"
  node_properties = jsonencode({ mainNode = 0, numNodes = 1, nodeRangeProperties = [{ targetNodes = "0:", container = { image = "registry.example.com/shop:1.4" } }] })
}`, /^image `registry/],
  ])('is told so of %s', async (_, text, said) => {
    const verdicts = (await scanned([project({ 'main.tf': text }), image])).verdicts.filter(({ check }) => check === 'aws-container-images-without-vulnerabilities');
    expect(verdicts.map(({ status }) => status)).toEqual(['fail']);
    expect(verdicts[0]?.message).toMatch(said);
  });
  it('is told so of a service of Compose', async () => {
    const target = project({ 'compose.yaml': 'services:\n  web:\n    image: registry.example.com/shop:1.4\n    ports: ["8080:8080"]\n  own:\n    image: registry.example.com/shop:1.4\n  other:\n    image: nginx:1.29\n' });
    const verdicts = (await scanned([target, image])).verdicts.filter(({ check }) => check === 'container-compose-image-without-vulnerabilities');
    expect(verdicts.map(({ resource, status, message }) => [resource.address, status, /published beyond the host/.test(message)])).toEqual([['compose.yaml:web', 'fail', true], ['compose.yaml:own', 'fail', false]]);
    expect((await scanned([target, image], {})).verdicts.filter(({ check }) => check === 'container-compose-image-without-vulnerabilities').map(({ status }) => status)).toEqual(['unknown', 'unknown']);
  });
  it('is told that it is not known without a database', async () => {
    expect(await state('"registry.example.com/shop:1.4"', {})).toMatch(/^unknown .*there is no vulnerability database/);
  });
  it.each(['"registry.example.com/shop:1.5"', '"nginx"', '"${aws_ecr_repository.shop.repository_url}:1.5"', 'var.image'])('is told nothing of another image: %s', async (name) => {
    expect(await state(name)).toBeUndefined();
  });
});

describe('vulns', () => {
  it('prints a table, the worst first', async () => {
    const result = await vulns(image, { database, asOf });
    expect(vulnsAsText(result)).toMatchInlineSnapshot(`
      "registry.example.com/shop:1.4: 6 known vulnerabilities
        SEVERITY  SCORE  VULNERABILITY   COMPONENT  INSTALLED         FIXED IN
        high      7.4    CVE-2023-0286   openssl    1.1.1n-0+deb11u3  1.1.1n-0+deb11u4  exploited since 2023-03-01
        high      7.2    CVE-2021-23337  lodash     4.17.20           4.17.21           EPSS 2.1 %
        unscored         CVE-2022-2097   openssl    1.1.1n-0+deb11u3  1.1.1n-0+deb11u4
        unscored         CVE-2022-4304   openssl    1.1.1n-0+deb11u3  1.1.1n-0+deb11u4
        unscored         CVE-2022-4450   openssl    1.1.1n-0+deb11u3  1.1.1n-0+deb11u4
        unscored         CVE-2023-0215   openssl    1.1.1n-0+deb11u3  1.1.1n-0+deb11u4
        compared: 2 of Debian:11 with 2 records of 2026-11-20 (4 days old)
        compared: 1 of npm with 1 record of 2026-11-20 (4 days old)
      "
    `);
  });
  it('says what was not compared', async () => {
    const result = await vulns(image, { asOf });
    expect(vulnsAsText(result)).toContain('not compared: there is no vulnerability database');
    expect(result.subjects[0]?.matched).toBeUndefined();
  });
  it('makes hostile names harmless', async () => {
    const db = join(top, 'hostile');
    const name = 'a\u202ered';
    writeFileSync(join(top, 'hostile.json'), JSON.stringify([osv('GHSA-h', [{ ecosystem: 'npm', name, type: 'SEMVER', ranges: [['0']] }], { summary: '\u001b]0;title\u0007' })]));
    importRecords(db, [join(top, 'hostile.json')]);
    const text = vulnsAsText(await vulns(project({ 'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { [`node_modules/${name}`]: { version: '1.0.0' } } }) }), { database: db, asOf, cwd: top }));
    expect(text).toContain('GHSA-h');
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

