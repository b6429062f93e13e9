import { looksSecret } from '../../aws/secrets.js';
import { defineCheck, dockerfile, narrower } from '../../define.js';
import { credential } from '../credentials.js';
import { at, type Found, noCommand } from '../judge.js';
import { setBy } from '../variables.js';

/** Long options whose value is a credential. */
const PASSED = /^(password|passwd|pass|token|api-?key|secret|secret-key|access-key|auth-token|private-key)$/i;

export default defineCheck({
  id: 'container-dockerfile-no-secret-commands',
  title: 'No command of the build holds a credential',
  row: 'secrets',
  severity: 'critical',
  on: 'Demarc::Container::BuildFile',
  why: 'Each command stands in the history of the image as it was written: whoever can pull the image reads it.',
  cwe: ['CWE-798', 'CWE-538'],
  judgement: {
    detection: 'easy: `docker history --no-trunc`',
    effort: 'minutes: `RUN --mount=type=secret`',
    reach: 'whatever the credential opens, for whoever gets the image',
    trap: 'the layer is taken to hold files only',
  },
  evaluate: (file) =>
    noCommand(file, (command) => {
      const found: Found[] = setBy(command).flatMap(({ name, value, evidence }) => (value?.text !== undefined && credential(value.text, name) ? [{ evidence, message: `\`${name}\` holds a credential` }] : []));
      command.words.forEach((word, i) => {
        const text = word.text ?? word.parts.filter((part) => typeof part === 'string').join(' ');
        const option = /^--?([\w-]*)$/.exec(command.words[i - 1]?.text ?? '')?.[1];
        const [, named, own] = /^--?([\w-]+)=(.+)$/s.exec(word.text ?? '') ?? [];
        if (looksSecret(text)) found.push(at(word, `\`${command.name ?? ''}\` is given a credential`));
        else if (named !== undefined && own !== undefined && option !== 'e' && credential(own, named)) found.push(at(word, `\`--${named}\` is given a credential`));
        else if (option !== undefined && PASSED.test(option) && word.text !== undefined && !word.text.startsWith('-') && credential(word.text, option)) found.push(at(word, `\`--${option}\` is given a credential`));
      });
      return found;
    }),
  fix: { dockerfile: 'RUN --mount=type=secret,id=token curl -fsS -H "Authorization: Bearer $(cat /run/secrets/token)" https://example.com/a' },
  references: ['https://docs.docker.com/build/building/secrets/'],
  equivalents: { trivy: narrower('AVD-DS-0031') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN --mount=type=secret,id=token curl -fsS -H "Authorization: Bearer $(cat /run/secrets/token)" https://example.com/a
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN curl -fsS https://builder:s3cr3t-w0rd@example.com/a
      `,
      dockerfile`
        FROM debian:13
        RUN export DB_PASSWORD=correct-horse && ./migrate
      `,
    ],
    unknown: [],
  },
});
