/** Files of Compose: short forms, variables, anchors, what is extended and included. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, toJson, type Json } from '../../src/model/index.js';
import { readCompose } from '../../src/sources/compose/read.js';
import { Files } from '../../src/sources/files.js';
import { scan } from '../../src/app/scan.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demarc-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
const read = (name = 'compose.yaml', overrides: readonly string[] = []): ReturnType<typeof readCompose> => readCompose(new Files(folder, folder), join(folder, name), { root: '.', address: name, overrides: overrides.map((one) => join(folder, one)) });
const service = (name: string, from = read()): Record<string, Json> => toJson(from.resources.find(({ address }) => address.endsWith(`:${name}`))!.arguments) as Record<string, Json>;
const web = (body: string): Record<string, Json> => {
  write({ 'compose.yaml': `services:\n  web:\n${body.replace(/^/gm, '    ')}\n` });
  return service('web');
};

describe('a service', () => {
  it.each([
    ['ports: ["80"]', { Ports: [{ Target: '80' }] }],
    ['ports: ["8080:80/udp"]', { Ports: [{ Published: '8080', Target: '80', Protocol: 'udp' }] }],
    ['ports: ["127.0.0.1:8080:80"]', { Ports: [{ HostAddress: '127.0.0.1', Published: '8080', Target: '80' }] }],
    ['ports: ["[::1]:8080:80"]', { Ports: [{ HostAddress: '::1' }] }],
    ['ports: ["127.0.0.1::80"]', { Ports: [{ HostAddress: '127.0.0.1', Target: '80' }] }],
    ['ports: ["3000-3005:3000-3005"]', { Ports: [{ Published: '3000-3005', Target: '3000-3005' }] }],
    ['ports: [{ target: 80, host_ip: 127.0.0.1 }]', { Ports: [{ HostAddress: '127.0.0.1', Target: 80 }] }],
    ['volumes: ["./a:/b:ro"]', { Volumes: [{ Kind: 'bind', Source: './a', Target: '/b', ReadOnly: true }] }],
    ['volumes: ["data:/b"]', { Volumes: [{ Kind: 'volume', Source: 'data', Target: '/b' }] }],
    ['volumes: ["C:\\\\a:/b"]', { Volumes: [{ Kind: 'bind', Source: 'C:\\a', Target: '/b' }] }],
    ['environment: [A=1, B]', { Environment: [{ Name: 'A', Value: '1' }, { Name: 'B' }] }],
    ['environment: { A: 1, B: }', { Environment: [{ Name: 'A', Value: 1 }, { Name: 'B' }] }],
    ['build: ./app', { Build: { Context: './app', File: 'app/Dockerfile' } }],
    ['build: { context: app, dockerfile: prod.Dockerfile, args: [A=1] }', { Build: { File: 'app/prod.Dockerfile', Arguments: [{ Name: 'A', Value: '1' }] } }],
    ['build: https://example.com/a.git', { Build: { Context: 'https://example.com/a.git' } }],
    ['image: r.example.com/a/b:1', { Repository: 'a/b', Tag: '1' }],
    ['env_file: [a.env, { path: b.env }]', { EnvironmentFiles: ['a.env', 'b.env'] }],
    ['mem_limit: 1g', { MemoryLimit: '1g' }],
    ['secrets: [a, { source: b }]', { Secrets: ['a', 'b'] }],
  ])('has %s', (body, expected) => expect(web(body)).toMatchObject(expected));

  it('takes variables from .env, and leaves open what is not there', () => {
    write({ '.env': 'TAG=1.2\nexport NAME="web app"\n# no\nEMPTY=\n' });
    expect(web('image: nginx:${TAG}')).toMatchObject({ Image: 'nginx:1.2', Tag: '1.2' });
    expect(web('image: nginx:${NONE:-3}')).toMatchObject({ Tag: '3' });
    expect(web('image: nginx:${EMPTY:-3}')).toMatchObject({ Tag: '3' });
    expect(web('image: nginx:${NONE}')).toMatchObject({ Repository: 'nginx', Tag: '${NONE}' });
    expect(web('environment: { A: "$$NAME", B: "$NAME" }')).toMatchObject({ Environment: [{ Value: '$NAME' }, { Value: 'web app' }] });
  });

  it('knows where each value stands', () => {
    write({ 'compose.yaml': 'services:\n  web:\n    image: nginx\n    ports:\n      - "5432:5432"\n' });
    const [one] = read().resources;
    expect(one).toMatchObject({ address: 'compose.yaml:web', at: { file: 'compose.yaml', line: 2, column: 3 } });
    expect(at(one?.arguments, 'Ports', 0)?.at).toMatchObject({ line: 5, column: 9 });
  });

  it('has what its anchors bring', () => {
    write({ 'compose.yaml': 'x-base: &base\n  privileged: true\nservices:\n  web:\n    <<: *base\n    image: nginx\n' });
    expect(service('web')).toMatchObject({ Privileged: true });
  });
});

describe('files that speak of each other', () => {
  it('extends services of its own and of other files, lists joined and maps merged', () => {
    write({
      'compose.yaml': 'services:\n  base:\n    cap_add: [ALL]\n    environment: [A=1, B=2]\n  web:\n    extends: base\n    cap_add: [KILL]\n    environment: { B: 3 }\n  far:\n    extends: { file: other/common.yml, service: c }\n',
      'other/common.yml': 'services:\n  c:\n    user: app\n',
    });
    const from = read();
    expect(service('web', from)).toMatchObject({ AddedCapabilities: ['ALL', 'KILL'], Environment: [{ Name: 'A', Value: '1' }, { Name: 'B', Value: 3 }] });
    expect(service('far', from)).toMatchObject({ User: 'app' });
    expect(from.errors).toEqual([]);
  });

  it('does not go round in a circle, and says so', () => {
    write({ 'compose.yaml': 'services:\n  a: { extends: b }\n  b: { extends: a }\n' });
    const { errors, resources } = read();
    expect(resources).toHaveLength(2);
    expect(errors[0]?.message).toContain('goes round in a circle');
  });

  it('does not read what lies outside', () => {
    write({ 'in/compose.yaml': 'services:\n  a:\n    extends: { file: ../../../../../../etc/passwd, service: x }\n' });
    const { errors, resources } = readCompose(new Files(join(folder, 'in'), folder), join(folder, 'in/compose.yaml'), { root: '.', address: 'compose.yaml' });
    expect(errors[0]?.message).toContain('leads out of the scanned folder');
    expect(resources[0]?.arguments.open).toMatchObject({ kind: 'unresolved' });
  });

  it('includes files of other names', () => {
    write({ 'compose.yaml': 'include: [infra/db.yml]\nservices: {}\n', 'infra/db.yml': 'services:\n  db: { image: postgres }\n' });
    expect(read().resources.map(({ address }) => address)).toEqual(['infra/db.yml:db']);
  });

  it('lays overrides over it only when asked', () => {
    write({ 'compose.yaml': 'services:\n  web: { image: nginx, privileged: true }\n', 'compose.override.yaml': 'services:\n  web: { privileged: false }\n' });
    expect(service('web')).toMatchObject({ Privileged: true });
    expect(service('web', read('compose.yaml', ['compose.override.yaml']))).toMatchObject({ Privileged: false, Image: 'nginx' });
  });

  it('asks a scan for them', async () => {
    write({ 'compose.yaml': 'services:\n  web: { image: nginx, privileged: true }\n', 'compose.override.yaml': 'services:\n  web: { privileged: false }\n' });
    const of = async (composeOverrides: readonly string[]): Promise<unknown> => (await scan({ targets: [folder], cwd: folder, only: ['container-compose-not-privileged'], composeOverrides })).verdicts.map(({ resource, status }) => [resource.address, status]);
    expect(await of([])).toEqual([['compose.override.yaml:web', 'pass'], ['compose.yaml:web', 'fail']]);
    expect(await of(['compose.override.yaml'])).toEqual([['compose.yaml:web', 'pass']]);
  });

  it.each([
    ['no map', '- a\n', 'is no file of Compose'],
    ['services that are none', 'services: [a]\n', '`services` is no map'],
    ['a service that is none', 'services:\n  a: 1\n', 'service `a` is no map'],
    ['broken YAML', 'services: {\n', 'not valid YAML'],
  ])('says what is wrong with %s', (_, text, message) => {
    write({ 'compose.yaml': text });
    expect(read().errors[0]?.message).toContain(message);
  });

  it('asks the Dockerfile of a service for its user', async () => {
    write({ 'app/Dockerfile': 'FROM debian:13 AS dev\nUSER root\nFROM debian:13\nUSER app\n', 'compose.yaml': 'services:\n  web: { build: ./app }\n  dev: { build: { context: app, target: dev } }\n  other: { build: ./missing }\n' });
    const { verdicts } = await scan({ targets: [folder], cwd: folder, only: ['container-compose-user-not-root'] });
    expect(verdicts.map(({ resource, status }) => [resource.address, status])).toEqual([['compose.yaml:web', 'pass'], ['compose.yaml:dev', 'fail'], ['compose.yaml:other', 'unknown']]);
    expect(verdicts[1]?.evidence[0]).toMatchObject({ file: 'app/Dockerfile', line: 2, address: 'app/Dockerfile.USER[0]' });
  });
});

describe('variables of files', () => {
  const secret = ['container-compose-no-secret-environment'];
  const verdict = async (only = secret): Promise<readonly (readonly [string, string, string | undefined])[]> =>
    (await scan({ targets: [join(folder, 'app')], cwd: folder, only, asOf: '2026-11-01T00:00:00Z' })).verdicts.map(({ status, resource, evidence }) => [resource.address ?? '', status, evidence[0]?.file] as const);

  it('are read from env_file, and those of the service win', async () => {
    write({ 'app/compose.yaml': 'services:\n  web:\n    image: a:1\n    env_file: [conf/web.env]\n    environment:\n      MODE: own\n', 'app/conf/web.env': '# c\nMODE=file\nexport DB_PASSWORD="correct-horse"\n' });
    expect(service('web', read('app/compose.yaml'))['Environment']).toEqual([{ Name: 'DB_PASSWORD', Value: 'correct-horse' }, { Name: 'MODE', Value: 'own' }]);
    expect(await verdict()).toEqual([['compose.yaml:web', 'fail', 'app/conf/web.env']]);
  });

  it('are not known where a file is not there, unless it need not be', async () => {
    write({ 'app/compose.yaml': 'services:\n  a:\n    image: a:1\n    env_file: a.env\n  b:\n    image: a:1\n    env_file:\n      - path: b.env\n        required: false\n' });
    expect((await verdict()).map(([address, status]) => [address, status])).toEqual([['compose.yaml:a', 'unknown'], ['compose.yaml:b', 'pass']]);
  });

  it('are not read from outside', async () => {
    write({ 'outside.env': 'DB_PASSWORD=correct-horse\n', 'app/compose.yaml': 'services:\n  a:\n    image: a:1\n    env_file: ../outside.env\n  b:\n    image: a:1\n    env_file: /etc/passwd\n' });
    const ledger = await scan({ targets: [join(folder, 'app')], cwd: folder, only: secret, asOf: '2026-11-01T00:00:00Z' });
    expect(ledger.verdicts.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(ledger.errors.map(({ line, message }) => [line, message])).toEqual([
      [4, '`env_file` `../outside.env` leads out of the scanned folder and was not read'],
      [7, '`env_file` `/etc/passwd` leads out of the scanned folder and was not read'],
    ]);
    expect(JSON.stringify(ledger)).not.toContain('correct-horse');
  });

  it('stand beside the file that names them, also of a service that is extended', () => {
    write({ 'compose.yaml': 'services:\n  web:\n    extends: { file: base/common.yaml, service: web }\n', 'base/common.yaml': 'services:\n  web:\n    env_file: web.env\n', 'base/web.env': 'A=b\n' });
    expect(service('web')['Environment']).toEqual([{ Name: 'A', Value: 'b' }]);
  });
});

describe('forms of variables', () => {
  it.each([
    ['${A}', 'a'],
    ['$A', 'a'],
    ['${NONE:-b}', 'b'],
    ['${NONE-b}', 'b'],
    ['${A:+c}', 'c'],
    ['${EMPTY:-b}', 'b'],
    ['${EMPTY-b}', ''],
    ['${NONE:-${A}}', 'a'],
    ['${NONE:-${OTHER:-d}}', 'd'],
    ['$$A', '$A'],
    ['$${A}', '${A}'],
    ['a$', 'a$'],
    ['${A:?is needed}', 'a'],
    ['x-${A}-${NONE:-y}', 'x-a-y'],
  ])('%s', (text, value) => {
    write({ '.env': 'A=a\nEMPTY=\n' });
    expect(web(`hostname: x\nuser: '${text}'`)).toMatchObject({ User: value });
  });

  it.each(['${NONE}', '$NONE', '${NONE:?must be set}', '${NONE?must be set}'])('%s is not known', async (text) => {
    write({ 'compose.yaml': `services:\n  web:\n    image: a:1\n    user: '${text}'\n` });
    const { verdicts } = await scan({ targets: [folder], cwd: folder, only: ['container-compose-user-not-root'], asOf: '2026-11-01T00:00:00Z' });
    expect(verdicts.map(({ status }) => status)).toEqual(['unknown']);
  });
});

describe('an upper file', () => {
  it('takes values back and replaces them by its tags', () => {
    write({ 'compose.yaml': 'services:\n  web:\n    privileged: true\n    ports: ["80:80"]\n    cap_add: [ALL]\n    environment: { A: b }\n', 'up.yaml': 'services:\n  web:\n    privileged: !reset null\n    ports: !override ["127.0.0.1:81:80"]\n    cap_add: !reset []\n    environment:\n      A: !reset null\n' });
    const found = service('web', read('compose.yaml', ['up.yaml']));
    expect(found['Privileged']).toBeUndefined();
    expect(found['AddedCapabilities']).toBeUndefined();
    expect(found['Ports']).toEqual([{ HostAddress: '127.0.0.1', Published: '81', Target: '80' }]);
    expect(found['Environment']).toEqual([]);
  });
});

describe('a Dockerfile in the file', () => {
  it('is judged as one, at its lines, and says the user of the service', async () => {
    write({ 'compose.yaml': 'services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM debian:13\n        RUN sudo true\n        USER app\n' });
    const { verdicts, errors } = await scan({ targets: [folder], cwd: folder, only: ['container-dockerfile-no-sudo', 'container-compose-user-not-root'], asOf: '2026-11-01T00:00:00Z' });
    expect(errors).toEqual([]);
    expect(verdicts.map(({ check, status, evidence }) => [check, status, evidence[0]?.line]).sort()).toEqual([
      ['container-compose-user-not-root', 'pass', 8],
      ['container-dockerfile-no-sudo', 'fail', 7],
    ]);
  });
});

describe('a service behind a profile', () => {
  it('is judged as any other, with what anchors bring', async () => {
    write({ 'compose.yaml': 'x-base: &base\n  privileged: true\n  image: a:1\nservices:\n  debug:\n    <<: *base\n    profiles: [debug]\n  web:\n    <<: *base\n    privileged: false\n' });
    const { verdicts } = await scan({ targets: [folder], cwd: folder, only: ['container-compose-not-privileged'], asOf: '2026-11-01T00:00:00Z' });
    expect(verdicts.map(({ resource, status }) => [resource.address, status])).toEqual([['compose.yaml:debug', 'fail'], ['compose.yaml:web', 'pass']]);
  });
});
