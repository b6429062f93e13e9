import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile } from '../../define.js';
import { at, type Found, noStep } from '../judge.js';

/** An address, or a repository of git: https://docs.docker.com/reference/dockerfile/#add. */
const REMOTE = /^(https?|ftp|git|ssh):\/\/|^git@[\w.-]+:/i;

export default defineCheck({
  id: 'container-dockerfile-remote-files-verified',
  title: 'Files fetched by ADD are verified by a checksum',
  row: 'application',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'What a server answers on the day of the build goes into the image unseen: who controls the server, or the way to it, controls the image.',
  cwe: ['CWE-494', 'CWE-829'],
  judgement: {
    detection: 'easy: an address after `ADD`',
    effort: 'minutes: `--checksum=sha256:…`',
    reach: 'every image built from the file',
    trap: 'an address with a version is taken for a fixed content',
  },
  evaluate: (file) =>
    noStep(file, 'ADD', (step) => {
      if (step.flags.some(({ name }) => name === 'checksum')) return undefined;
      return step.args.slice(0, -1).flatMap((one): readonly Found[] => {
        const text = textOf(one.parts);
        // The whole hash of a commit says what is fetched.
        if (REMOTE.test(text)) return /#[0-9a-f]{40}(:|$)/i.test(text) ? [] : [at(one, `\`${text}\` is fetched and not verified`)];
        return one.reason !== undefined && typeof one.parts[0] !== 'string' ? [{ ...at(one, 'what is added is not known'), reason: one.reason }] : [];
      });
    }),
  fix: { dockerfile: 'ADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.com/tool-1.2 /usr/local/bin/tool' },
  references: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.zip /tmp/
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        ADD https://example.com/tool.zip /tmp/
      `,
    ],
    unknown: [],
  },
});
