// Makes `.venv`, the Python environment of the AWS API server that test/live asks. Built again only when its requirements changed.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = join(import.meta.dirname, 'requirements.txt');
const environment = fileURLToPath(new URL('../../.venv', import.meta.url));
/** A copy of what was installed: present only when the installation came to its end. */
const installed = join(environment, 'requirements.txt');
const python = process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');

const run = (command, ...args) => {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  return status === 0 ? undefined : (error?.message ?? stderr.trim().split('\n').at(-1) ?? 'no message');
};

const current = () => existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8') && run(python, '--version') === undefined;

function build() {
  rmSync(installed, { force: true });
  const made = run('python3', '-m', 'venv', '--clear', environment);
  if (made !== undefined) return `\`python3 -m venv\` does not work (${made})`;
  // Wheels only: nothing of what is installed runs code while it is installed.
  const filled = run(python, '-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check', '--retries', '2', '--only-binary', ':all:', '-r', wanted);
  if (filled !== undefined) return `pip does not install it (${filled})`;
  copyFileSync(wanted, installed);
  return undefined;
}

/** Why the server is not there; undefined: it is. */
export const setUp = () => (current() ? undefined : build());

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = setUp();
  console.log(missing === undefined ? 'the test server is ready' : `no test server: ${missing}`);
  process.exit(missing === undefined ? 0 : 1);
}
