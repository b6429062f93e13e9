import { all } from '../../../model/index.js';
import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noOption } from '../judge.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-rpm-signatures',
  title: 'yum, dnf and rpm verify signatures',
  row: 'application',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'A package whose signature is not asked for may come from anybody on the way: who swaps it runs as root in every container.',
  cwe: ['CWE-347'],
  judgement: {
    detection: 'easy: an option',
    effort: 'minutes: import the key of the repository',
    reach: 'every image built from the file',
    trap: 'it was a way around an error, and stayed',
  },
  evaluate: (file) =>
    all(
      noOption(file, /^(yum|dnf|tdnf|microdnf|dnf5|yum-config-manager|dnf-config-manager)$/, (command) => {
        const option = command.args.find((arg) => /^--nogpgcheck$|^--no-gpg-?checks$/.test(arg) || /^(--setopt=)?([\w*.-]+\.)?gpgcheck=(0|no|false|off)$/i.test(arg));
        return option === undefined ? undefined : at(command, `\`${option}\` installs what nobody signed`);
      }),
      noOption(file, /^zypper$/, (command) => {
        const option = command.args.find((arg) => /^--no-gpg-checks$|^--allow-unsigned-rpm$/.test(arg));
        return option === undefined ? undefined : at(command, `\`${option}\` installs what nobody signed`);
      }),
      noOption(file, /^rpm$/, (command) => {
        const option = command.args.find((arg) => /^--no(digest|signature|verify|filedigests?)$/.test(arg));
        return option === undefined ? undefined : at(command, `\`${option}\` installs without looking at signature or digest`);
      }),
      notWritten(file, /(^|\/)(yum|dnf|tdnf)\.conf$|\.repo$/, /(^|[^#\w])gpgcheck\s*=\s*(0|no|false|off)\b/im, 'the configuration turns the verification of signatures off'),
    ),
  fix: { dockerfile: 'dnf -y install git && dnf clean all' },
  references: ['https://dnf.readthedocs.io/en/latest/command_ref.html', 'https://rpm.org/docs/latest/man/rpm.8'],
  equivalents: { checkov: broader('CKV2_DOCKER_9', 'CKV2_DOCKER_10') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN dnf -y install git && dnf clean all
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN yum install -y --nogpgcheck git
      `,
      dockerfile`
        FROM debian:13
        RUN rpm -ivh --nosignature tool.rpm
      `,
    ],
    unknown: [],
  },
});
