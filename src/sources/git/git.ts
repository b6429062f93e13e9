/**
 * Runs git on a repository that nobody vouches for: what its configuration may execute is off, nothing asks, nothing is fetched and
 * nothing is written. Only plumbing is called, which knows no hooks, filters, drivers of diffs or signatures to verify.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** Why git cannot read something: one lower-case clause. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Each is a key that makes git start a program: those of the command line come before the repository's own. */
const OFF: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.sshCommand=false',
  'core.gitProxy=',
  'core.askPass=',
  'core.alternateRefsCommand=',
  'credential.helper=',
  'diff.external=',
  'log.showSignature=false',
  'gpg.program=false',
  'gpg.ssh.program=false',
  'gpg.x509.program=false',
  'protocol.allow=never',
  // A large file is handed through in pieces and not held.
  'core.bigFileThreshold=32m',
];

const ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  // Of a partial clone nothing is fetched: newer releases heed the first, all of them the second, as no protocol has this name.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  // A replaced object counts as itself.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/** What a hook is told of the repository that it runs for. */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'] as const;

export interface GitOptions {
  /** Folder in which git looks for the repository. */
  readonly cwd: string;
  /** Chunks for its standard input. */
  readonly input?: Iterable<string>;
  /** Git does not look for a repository above this folder. */
  readonly ceiling?: string;
  /** The folder of the repository itself, where it is not to be looked for: it has no working tree then. */
  readonly folder?: string;
  /** Heed the variables that git sets for a hook, such as the index of a partial commit. */
  readonly hook?: boolean;
}

export interface GitRun {
  readonly output: Readable;
  /** Resolves when git has ended and its output was read. */
  readonly ended: Promise<{ readonly code: number; readonly complaint: string }>;
  /** Ends it before it is done. */
  readonly stop: () => void;
}

/** Of what git complains of only the beginning and the end are kept. */
const COMPLAINT = 8192;

export function git(args: readonly string[], { cwd, input, ceiling, folder, hook = false }: GitOptions): GitRun {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || (hook && (OF_A_HOOK as readonly string[]).includes(name))));
  const env = { ...own, ...ENVIRONMENT, ...(ceiling === undefined ? {} : { GIT_CEILING_DIRECTORIES: ceiling }) };
  const child: ChildProcessByStdio<Writable | null, Readable, Readable> = spawn(
    'git',
    ['--no-pager', '--no-optional-locks', ...(folder === undefined ? [] : [`--git-dir=${folder}`, `--work-tree=${folder}`]), ...OFF.flatMap((one) => ['-c', one]), ...args],
    { cwd, env, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'], windowsHide: true },
  ) as ChildProcessByStdio<Writable | null, Readable, Readable>;
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`;
    if (complaint.length > COMPLAINT) complaint = `${complaint.slice(0, COMPLAINT / 2)}\n${complaint.slice(-COMPLAINT / 2)}`;
  });
  const ended = new Promise<{ code: number; complaint: string }>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      const failure = new GitError(error.code === 'ENOENT' ? 'git is not installed, or not in the `PATH`' : `git could not be started: ${error.message}`);
      child.stdout.destroy(failure);
      reject(failure);
    });
    child.on('close', (code) => resolve({ code: code ?? -1, complaint }));
  });
  ended.catch(() => undefined);
  if (child.stdin !== null && input !== undefined) void feed(child.stdin, input);
  return { output: child.stdout, ended, stop: () => void child.kill('SIGTERM') };
}

/** Writes as fast as git reads. Git that ends early closes the pipe, which its exit code tells better. */
async function feed(stdin: Writable, input: Iterable<string>): Promise<void> {
  let open = true;
  const closed = new Promise<void>((resolve) => {
    stdin.on('error', () => ((open = false), resolve())).on('close', () => ((open = false), resolve()));
  });
  for (const chunk of input) {
    if (!open) return;
    if (!stdin.write(chunk)) await Promise.race([closed, new Promise<void>((resolve) => stdin.once('drain', resolve))]);
  }
  if (open) stdin.end();
}

/** All that git prints. Throws a GitError with what it complained of when it fails. */
export async function gitText(args: readonly string[], options: GitOptions): Promise<string> {
  const run = git(args, options);
  const parts: Buffer[] = [];
  for await (const part of run.output) parts.push(part as Buffer);
  const { code, complaint } = await run.ended;
  if (code !== 0) throw new GitError(reason(complaint));
  return Buffer.concat(parts).toString('utf8');
}

/** The pieces of what git prints that end with `mark`, as it comes. */
export async function* pieces(output: AsyncIterable<Buffer>, mark: string): AsyncIterable<readonly string[]> {
  let rest: Buffer[] = [];
  const end = mark.charCodeAt(0);
  for await (const chunk of output) {
    const last = chunk.lastIndexOf(end);
    if (last < 0) {
      rest.push(chunk);
      continue;
    }
    rest.push(chunk.subarray(0, last));
    yield Buffer.concat(rest).toString('utf8').split(mark);
    rest = last === chunk.length - 1 ? [] : [chunk.subarray(last + 1)];
  }
  if (rest.length > 0) yield [Buffer.concat(rest).toString('utf8')];
}

/** The line of a complaint that says most, as a clause. */
export function reason(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '');
  const line = lines.findLast((one) => one.startsWith('fatal: ')) ?? lines.at(-1) ?? 'it ended without saying why';
  if (/dubious ownership|unsafe repository/.test(complaint)) {
    const path = /(?:repository at|repository \() ?'?([^'\n)]+)/.exec(complaint)?.[1] ?? 'PATH';
    return `belongs to another user, so git does not read it; if you trust it run \`git config --global --add safe.directory ${path}\``;
  }
  if (/not a git repository/.test(line)) return 'is in no Git repository';
  return line.replace(/^(?:fatal|error|warning): /, '').replace(/[\0-\u001f\u007f]/g, '?').slice(0, 300);
}
