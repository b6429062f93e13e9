import { all } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noOption } from '../judge.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-yum-tls',
  title: 'yum and dnf verify certificates',
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
      noOption(file, /^(yum|dnf|dnf5|tdnf|microdnf|yum-config-manager|dnf-config-manager)$/, (command) => {
        const off = command.args.some((arg, i) => /^(--setopt=)?([^=]+\.)?sslverify=["']?(0|false|no|off)["']?$/i.test(arg) || (arg === '--setopt' && /(^|\.)sslverify=(0|false|no|off)$/i.test(command.args[i + 1] ?? '')));
        return off ? at(command, '`sslverify` is turned off') : undefined;
      }),
      notWritten(file, /(^|\/)(yum|dnf|tdnf)\.conf$|\.repo$/, /(^|[^#\w])sslverify\s*=\s*(0|false|no|off)\b/im, '`sslverify` is turned off in the configuration'),
    ),
  fix: { dockerfile: 'RUN dnf config-manager --save --setopt=sslverify=1' },
  references: ['https://dnf.readthedocs.io/en/latest/conf_ref.html'],
  equivalents: { checkov: equal('CKV2_DOCKER_15') },
  examples: {
    good: [
      dockerfile`
        FROM fedora:44
        RUN dnf config-manager --save --setopt=sslverify=1
      `,
    ],
    bad: [
      dockerfile`
        FROM fedora:44
        RUN dnf config-manager --save --setopt=sslverify=0
      `,
      dockerfile`
        FROM fedora:44
        RUN yum-config-manager --setopt="lol.sslverify=False" --save
      `,
    ],
    unknown: [],
  },
});
