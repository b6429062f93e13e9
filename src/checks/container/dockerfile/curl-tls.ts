import { all } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noOption } from '../judge.js';
import { notWritten } from '../written.js';

/** `-k` alone or among options that take no value: what follows one that does is its value. */
const SHORT = /^-[0-9#aBfgGiIjJklLMnNOpqRsSvVZ46]*k/;

export default defineCheck({
  id: 'container-dockerfile-curl-tls',
  title: 'curl verifies certificates',
  row: 'encryption',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'Without the verification anybody on the way can answer in the place of the server: what they send is built into the image, with the credentials that were sent to them.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy: an option or a variable',
    effort: 'minutes: install the certificate of the authority',
    reach: 'every image built from the file',
    trap: 'it was a way around an error, and stayed',
  },
  evaluate: (file) =>
    all(
      noOption(file, /^curl$/, (command) => (command.args.some((arg) => /^--(proxy-|doh-)?insecure$/.test(arg) || SHORT.test(arg)) ? at(command, '`curl` is told not to verify the certificate') : undefined)),
      notWritten(file, /(^|\/)[._]?curlrc$/, /^\s*(--?)?(insecure|k)\b/m, 'the configuration of `curl` turns the verification off'),
    ),
  fix: { dockerfile: 'RUN curl -fsSLO https://example.com/a' },
  references: ['https://curl.se/docs/sslcerts.html'],
  equivalents: { checkov: equal('CKV2_DOCKER_2') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN curl -fsSLO https://example.com/a
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN curl -k https://example.com/a
      `,
      dockerfile`
        FROM debian:13
        RUN curl -fsSLk https://example.com/a
      `,
      dockerfile`
        FROM debian:13
        RUN if true; then curl --insecure https://example.com/a; fi
      `,
    ],
    unknown: [],
  },
});
