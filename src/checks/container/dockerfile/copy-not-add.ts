import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, equal, narrower } from '../../define.js';
import { at, noStep } from '../judge.js';

const REMOTE = /^(https?|ftp|git):\/\/|^git@|\.git(#|$)/i;
const ARCHIVE = /\.(tar|tar\.\w+|tgz|tbz2?|txz|tzst)$/i;

export default defineCheck({
  id: 'container-dockerfile-copy-not-add',
  title: 'Files of the build come in with COPY, not ADD',
  row: 'application',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'ADD fetches addresses and unpacks archives by how its argument looks: a file that changes its name, or a server that changes its answer, changes what ends up in the image.',
  cwe: ['CWE-494'],
  judgement: {
    detection: 'easy: the word `ADD`',
    effort: 'minutes',
    reach: 'every image built from the file',
    trap: 'the two are taken for the same',
  },
  evaluate: (file) =>
    noStep(file, 'ADD', (step) => {
      const sources = step.args.slice(0, -1);
      // In a Dockerfile that was made from an image's history, what came in is its hash: not how.
      if (/^(file|multi|dir):[0-9a-f]{32,}$/.test(step.args[0]?.text ?? '') && step.args[1]?.text === 'in') return undefined;
      // What ADD is for: unpacking a local archive, and fetching what is checked.
      if (step.flags.some(({ name }) => name === 'checksum')) return undefined;
      if (sources.length > 0 && sources.every(({ text }) => text !== undefined && !REMOTE.test(text) && ARCHIVE.test(text))) return undefined;
      const open = sources.find(({ text, parts }) => text === undefined && !REMOTE.test(textOf(parts)) && (typeof parts.at(-1) !== 'string' || ARCHIVE.test(textOf(parts))));
      return open?.reason === undefined ? { evidence: step.evidence, message: `\`ADD ${step.args.map(({ parts }) => textOf(parts)).join(' ').slice(0, 80)}\`: \`COPY\` copies and does nothing else` } : { ...at(open, 'what `ADD` brings in is not known'), reason: open.reason };
    }),
  fix: { dockerfile: 'COPY package.json /app/' },
  references: ['https://docs.docker.com/build/building/best-practices/#add-or-copy', 'https://docs.docker.com/reference/dockerfile/#add'],
  equivalents: { checkov: narrower('CKV_DOCKER_4'), trivy: equal('AVD-DS-0005') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        COPY package.json /app/
        ADD rootfs.tar.gz /
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        ADD package.json /app/
      `,
      dockerfile`
        FROM debian:13
        ADD https://example.com/tool.zip /tmp/
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        ARG SOURCE
        ADD \${SOURCE} /app/
      `,
    ],
  },
});
