import { all } from '../../../model/index.js';
import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { noVariable } from '../variables.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-git-tls',
  title: 'git verifies certificates',
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
      noVariable(file, /^GIT_SSL_NO_VERIFY$/, () => true, () => '`GIT_SSL_NO_VERIFY` turns the verification off, whatever its value'),
      noCommand(file, (command) => {
        if (command.name !== 'git') return undefined;
        const off = command.args.some((arg, i) => /^http\.(.*\.)?sslverify=(false|0|no|off)$/i.test(arg) || (/^http\.(.*\.)?sslverify$/i.test(arg) && /^(false|0|no|off)$/i.test(command.args[i + 1] ?? '')));
        return off ? at(command, '`http.sslVerify` is turned off') : undefined;
      }),
      notWritten(file, /(^|\/)\.?gitconfig$/, /^\s*sslverify\s*=\s*["']?(false|0|no|off)\b/im, '`http.sslVerify` is turned off in the configuration'),
    ),
  fix: { dockerfile: 'RUN git clone https://example.com/a.git' },
  references: ['https://git-scm.com/docs/git#Documentation/git.txt-codeGITSSLNOVERIFYcode'],
  equivalents: { checkov: broader('CKV2_DOCKER_14') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN git clone https://example.com/a.git
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        ENV GIT_SSL_NO_VERIFY=0
      `,
      dockerfile`
        FROM debian:13
        RUN GIT_SSL_NO_VERIFY=true git clone https://example.com/a.git
      `,
      dockerfile`
        FROM debian:13
        RUN git -c http.sslVerify=false clone https://example.com/a.git
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        ARG GIT_SSL_NO_VERIFY
        RUN git clone https://example.com/a.git
      `,
    ],
  },
});
