/**
 * An AWS API server for tests: moto, in the environment that tools/test-server/setup.mjs makes (`npm test` does it by itself). Without
 * it the live tests are skipped, except in CI, where they fail.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The clients announce the releases of Node that they will give up; a user of demarc needs none of them.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.platform === 'win32' ? join(root, '.venv', 'Scripts', 'moto_server.exe') : join(root, '.venv', 'bin', 'moto_server');

function ready(): boolean {
  const installed = join(root, '.venv', 'requirements.txt');
  return existsSync(program) && existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(join(root, 'tools/test-server/requirements.txt'), 'utf8');
}

/** For `describe.skipIf(!available)`: true in CI, so that a server that is missing there fails the tests. */
export const available = process.env['CI'] === 'true' || ready();

export interface Server {
  readonly endpoint: string;
  /** Calls are authorized once `count` more have been let through: 0 is from now on, Infinity never. */
  authorizeFrom(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param environment moto's settings, as `MOTO_IAM_LOAD_MANAGED_POLICIES: 'true'` or `INITIAL_NO_AUTH_ACTION_COUNT: '0'` */
export async function startServer(environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  if (!ready()) throw new Error('no test server: run `node tools/test-server/setup.mjs`');
  // Port 0: the system picks a free one, and the server prints which.
  const child = spawn(program, ['-H', '127.0.0.1', '-p', '0'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const endpoint = await new Promise<string>((found, failed) => {
    let printed = '';
    const late = setTimeout(() => failed(new Error(`the test server did not start in 30 s: ${printed}`)), 30_000);
    child.once('error', failed);
    child.once('close', () => failed(new Error(`the test server ended: ${printed}`)));
    // Read on to the end: a pipe that nobody reads would stop the server.
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.length > 10_000 ? '' : (printed += text))?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      found(address);
    });
  });
  return {
    endpoint,
    authorizeFrom: async (count) => {
      const { ok, status } = await fetch(`${endpoint}/moto-api/reset-auth`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: count === Infinity ? 'inf' : String(count) });
      if (!ok) throw new Error(`the test server answers ${status} to reset-auth`);
    },
    stop: async () => {
      child.kill('SIGTERM');
      const late = setTimeout(kill, 5_000);
      await ended;
      clearTimeout(late);
      process.removeListener('exit', kill);
    },
  };
}
