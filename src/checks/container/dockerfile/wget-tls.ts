import { all } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noOption } from '../judge.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-wget-tls',
  title: 'wget verifies certificates',
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
      noOption(file, /^wget2?$/, (command) => (command.args.some((arg) => /^--no-check(-c[a-z]*)?$|^--check-certificate=(off|no|quiet)$/.test(arg)) ? at(command, '`wget` is told not to verify the certificate') : undefined)),
      notWritten(file, /(^|\/)\.?wgetrc$/, /^\s*check-?_?certificate\s*=\s*(off|no|quiet)\b/im, 'the configuration of `wget` turns the verification off'),
    ),
  fix: { dockerfile: 'RUN wget https://example.com/a' },
  references: ['https://www.gnu.org/software/wget/manual/html_node/HTTPS-_0028SSL_002fTLS_0029-Options.html'],
  equivalents: { checkov: equal('CKV2_DOCKER_3') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN wget https://example.com/a
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN wget --no-check-certificate https://example.com/a
      `,
    ],
    unknown: [],
  },
});
