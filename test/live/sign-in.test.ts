/** Whose eyes an account is read with: every link of the standard chain, through the bundled command. */
import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT } from './seeds/seed.js';
import { available, startServer, type Server } from './server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const later = '2030-01-01T00:00:00Z';

describe.skipIf(!available)('the standard chain', () => {
  let server: Server;
  let folder: string;
  let dist: string;
  /** Stands for the machine, the container and the portal that give credentials. */
  let giver: HttpServer;
  let given: string[] = [];
  let address = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'demarc-chain-'));
    dist = join(folder, 'dist');
    await run(process.execPath, ['tools/build.mjs', '--out', dist], { cwd: root });
    server = await startServer();
    giver = createServer((incoming, outgoing) => {
      const url = incoming.url ?? '';
      given.push(`${incoming.method ?? ''} ${url.split('?')[0] ?? ''}`);
      const say = (body: string, type = 'application/json'): void => void outgoing.writeHead(200, { 'content-type': type }).end(body);
      if (url.startsWith('/latest/api/token')) say('a-token', 'text/plain');
      else if (url === '/latest/meta-data/iam/security-credentials/') say('machine', 'text/plain');
      else if (url === '/latest/meta-data/iam/security-credentials/machine') say(JSON.stringify({ Code: 'Success', AccessKeyId: 'MACHINE', SecretAccessKey: 'x', Token: 'x', Expiration: later }));
      else if (url === '/container' && incoming.headers.authorization === 'a-secret') say(JSON.stringify({ AccessKeyId: 'CONTAINER', SecretAccessKey: 'x', Token: 'x', Expiration: later }));
      else if (url.startsWith('/federation/credentials')) say(JSON.stringify({ roleCredentials: { accessKeyId: 'PORTAL', secretAccessKey: 'x', sessionToken: 'x', expiration: Date.parse(later) } }));
      else outgoing.writeHead(404).end();
    });
    await new Promise<void>((done) => giver.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(giver.address() as AddressInfo).port}`;
    mkdirSync(join(folder, '.aws', 'sso', 'cache'), { recursive: true });
    const role = (name: string): string => `role_arn = arn:aws:iam::${ACCOUNT}:role/${name}`;
    writeFileSync(join(folder, '.aws', 'config'), ['[profile plain]', 'region = eu-west-1', '[profile audit]', role('audit'), 'source_profile = plain', '[profile guarded]', role('guarded'), 'source_profile = plain', `mfa_serial = arn:aws:iam::${ACCOUNT}:mfa/ann`, '[profile portal]', 'sso_session = us', `sso_account_id = ${ACCOUNT}`, 'sso_role_name = auditor', '[sso-session us]', 'sso_region = us-east-1', 'sso_start_url = https://example.awsapps.com/start', ''].join('\n'));
    writeFileSync(join(folder, '.aws', 'credentials'), '[plain]\naws_access_key_id = PLAIN\naws_secret_access_key = x\n');
    writeFileSync(join(folder, '.aws', 'sso', 'cache', `${createHash('sha1').update('us').digest('hex')}.json`), JSON.stringify({ accessToken: 'signed-in', expiresAt: later, region: 'us-east-1', startUrl: 'https://example.awsapps.com/start' }));
    writeFileSync(join(folder, 'web-token'), 'header.payload.signature');
  }, 120_000);
  afterAll(async () => {
    giver.closeAllConnections();
    giver.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: folder, AWS_ENDPOINT_URL: server.endpoint, AWS_EC2_METADATA_DISABLED: 'true', ...more });
  const command = ['doctor', 'aws', '--service', 'sqs', '--region', 'us-east-1', '--format', 'json'];
  const whoIs = async (more: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<{ readonly identity: string; readonly home: string }> => {
    given = [];
    const { stdout } = await run(process.execPath, [join(dist, 'cli.js'), ...command, ...args], { cwd: folder, env: environment(more) }).catch((error: unknown) => error as { readonly stdout: string; readonly stderr: string });
    return (JSON.parse(stdout) as readonly [{ readonly identity: string; readonly home: string }])[0];
  };

  it('knows keys of the environment, profiles, and roles that a profile takes on', async () => {
    expect(await whoIs({ AWS_ACCESS_KEY_ID: 'root', AWS_SECRET_ACCESS_KEY: 'x' })).toMatchObject({ identity: expect.stringContaining(`:${ACCOUNT}:`) as string, home: 'us-east-1' });
    expect(await whoIs({}, '--profile', 'plain')).toMatchObject({ home: 'eu-west-1' });
    expect(await whoIs({ AWS_PROFILE: 'audit', AWS_REGION: 'us-east-1' })).toMatchObject({ identity: expect.stringMatching(/assumed-role\/audit\//) as string });
  });

  it('knows web identities', async () => {
    expect(await whoIs({ AWS_REGION: 'us-east-1', AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'web-token'), AWS_ROLE_ARN: `arn:aws:iam::${ACCOUNT}:role/web`, AWS_ROLE_SESSION_NAME: 'pod' })).toMatchObject({ identity: expect.stringMatching(/assumed-role\/web\/pod/) as string });
  });

  it('knows roles of containers, machines and the portal', async () => {
    await whoIs({ AWS_REGION: 'us-east-1', AWS_CONTAINER_CREDENTIALS_FULL_URI: `${address}/container`, AWS_CONTAINER_AUTHORIZATION_TOKEN: 'a-secret' });
    expect(given).toContain('GET /container');
    await whoIs({ AWS_REGION: 'us-east-1', AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: address });
    expect(given).toEqual(expect.arrayContaining(['PUT /latest/api/token', 'GET /latest/meta-data/iam/security-credentials/machine']));
    await whoIs({ AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_SSO: address }, '--profile', 'portal');
    expect(given).toContain('GET /federation/credentials');
  });

  it('says in one line that there are none, and that nobody can be asked for a code', async () => {
    const none = await run(process.execPath, [join(dist, 'cli.js'), ...command], { cwd: folder, env: { ...environment({ AWS_REGION: 'us-east-1' }), HOME: join(folder, 'nowhere') } }).then(({ stderr }) => ({ stderr, code: 0 }), (error: unknown) => error as { readonly stderr: string; readonly code: number });
    expect(none.stderr).toMatch(/^demarc: no AWS account can be read: [^\n]*[Cc]redentials[^\n]*\n$/);
    expect(none.code).toBe(2);
    const code = await run(process.execPath, [join(dist, 'cli.js'), ...command, '--profile', 'guarded'], { cwd: folder, env: environment({ AWS_REGION: 'us-east-1' }) }).then(({ stderr }) => ({ stderr, code: 0 }), (error: unknown) => error as { readonly stderr: string; readonly code: number });
    expect(code.stderr).toMatch(/^demarc: no AWS account can be read: [^\n]*multi-factor[^\n]*\n$/i);
    expect(code.code).toBe(2);
  });

  it.skipIf(process.platform === 'win32')('asks the person at the terminal for the code, once, and not on standard output', async () => {
    // A terminal of its own, by the Python that the test server has.
    const terminal = `
import os, pty, sys, time
out = b''
typed = False
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
while True:
    try:
        piece = os.read(fd, 4096)
    except OSError:
        break
    if not piece:
        break
    out += piece
    if not typed and b'code of ' in out:
        typed = True
        os.write(fd, b'123456\\n')
os.waitpid(pid, 0)
sys.stdout.buffer.write(out)
`;
    const python = join(root, '.venv', 'bin', 'python');
    const { stdout } = await run(python, ['-c', terminal, process.execPath, join(dist, 'cli.js'), 'doctor', 'aws', '--service', 'sqs', '--region', 'us-east-1', '--profile', 'guarded'], { cwd: folder, env: environment({ AWS_REGION: 'us-east-1', NO_COLOR: '1' }) });
    expect(stdout.match(/code of arn:aws:iam::\d+:mfa\/ann: /g)).toHaveLength(1);
    expect(stdout).toMatch(/you are +arn:aws:sts::\d+:assumed-role\/guarded\//);
  });
});
