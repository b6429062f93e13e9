import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile } from '../../define.js';
import { at, noStep } from '../judge.js';

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
      const remote = step.args.slice(0, -1).filter(({ parts }) => /^(https?|ftp):\/\//i.test(textOf(parts)));
      if (remote.length === 0 || step.flags.some(({ name }) => name === 'checksum')) return undefined;
      return remote.map((one) => at(one, `\`${textOf(one.parts)}\` is fetched and not verified`));
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
