import { defineCheck, dockerfile } from '../../define.js';
import { at, noCommand } from '../judge.js';
import type { Command } from '../steps.js';

const INTERPRETER = /^(sh|bash|ash|dash|zsh|ksh|python[\d.]*|perl|ruby|node|php)$/;
const fetches = ({ name }: Command): boolean => /^(curl|wget|aria2c)$/.test(name ?? '');

/** Without a script of its own it runs what comes in. */
const readsInput = ({ args }: Command): boolean => {
  const script = args.find((arg) => !arg.startsWith('-'));
  return script === undefined || script === '/dev/stdin' || args.includes('-') || args.some((arg) => /^-\w*s$/.test(arg));
};

/** Whether the pipe that a command is in begins with one that fetches. */
function beginsWithFetch(all: readonly Command[], command: Command): boolean {
  for (let i = all.indexOf(command) - 1; i >= 0; i--) {
    const one = all[i]!;
    if (fetches(one)) return true;
    // What a wrapper runs stands after it, joined alike; the pipe goes on before both.
    if (one.joined !== '|') return false;
  }
  return false;
}

function within(inner: Command, outer: Command): boolean {
  const [a, b] = [inner.evidence.at, outer.evidence.at];
  if (a.kind !== 'source' || b.kind !== 'source') return false;
  const [endLine, endColumn] = [b.endLine ?? b.line, b.endColumn ?? b.column];
  return (a.line > b.line || (a.line === b.line && a.column >= b.column)) && (a.line < endLine || (a.line === endLine && a.column < endColumn));
}

export default defineCheck({
  id: 'container-dockerfile-no-piped-scripts',
  title: 'Nothing that is fetched is run unseen',
  row: 'application',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'A script that goes from a server into a shell is never looked at: who controls the server, or the way to it, runs what they like in the build, with its credentials.',
  cwe: ['CWE-494', 'CWE-829'],
  judgement: {
    detection: 'easy: `curl … | sh`',
    effort: 'minutes to hours: fetch a version, verify, run',
    reach: 'every image built from the file',
    trap: 'the address is trusted because the project is',
  },
  evaluate: (file) =>
    noCommand(file, (command, _, all) => {
      const name = command.name ?? '';
      const piped = INTERPRETER.test(name) && command.joined === '|' && readsInput(command) && beginsWithFetch(all, command);
      const quoted = /^(eval|source|\.)$/.test(name) || (INTERPRETER.test(name) && command.args.some((arg) => /^-\w*[ce]$/.test(arg)));
      const substituted = quoted && all.some((one) => one.joined === '$(' && fetches(one) && within(one, command));
      return piped || substituted ? at(command, `what is fetched goes straight into \`${name}\``) : undefined;
    }),
  fix: { dockerfile: 'RUN curl -fsSLo install.sh https://example.com/install-1.2.sh && echo "…  install.sh" | sha256sum -c && sh install.sh' },
  references: ['https://slsa.dev/spec/v1.1/threats'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN curl -fsSLo a.sh https://example.com/a.sh && sha256sum -c a.sum && sh a.sh
      `,
      dockerfile`
        FROM debian:13
        RUN curl -fsSL https://example.com/a.tgz | tar xz
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN curl -fsSL https://example.com/a.sh | bash -s -- --yes
      `,
      dockerfile`
        FROM debian:13
        RUN wget -qO- https://example.com/a.sh | tee a.sh | sudo -E bash -
      `,
      dockerfile`
        FROM debian:13
        RUN sh -c "$(curl -fsSL https://example.com/a.sh)"
      `,
    ],
    unknown: [],
  },
});
