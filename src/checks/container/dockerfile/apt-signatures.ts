import { all } from '../../../model/index.js';
import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand, noOption } from '../judge.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-apt-signatures',
  title: 'apt-get verifies signatures',
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
      noOption(file, /^(apt|apt-get|aptitude)$/, (command) => {
        const option = command.args.find((arg) => /^(--allow-unauthenticated|--allow-insecure-repositories|--no-allow-secure|--force-yes)(=(true|1|yes|on|enable|with))?$/.test(arg) || /^(-o)?(APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories|APT::Get::force-yes)=["']?(true|1|yes)/i.test(arg));
        return option === undefined ? undefined : at(command, `\`${option}\` installs what nobody signed`);
      }),
      noCommand(file, (command) => {
        const source = command.args.find((arg) => /\[[^\]]*\btrusted=yes\b[^\]]*\]/.test(arg));
        return source === undefined ? undefined : at(command, '`[trusted=yes]` takes a repository for signed that is not');
      }),
      notWritten(file, /(^|\/)apt(\.conf(\.d)?)?\/[^/]+$|(^|\/)apt\.conf(\.d\/[^/]+)?$/, /(AllowUnauthenticated|AllowInsecureRepositories|force-yes)["']?\s*["'=]?\s*["']?(true|1|yes)\b/i, 'the configuration of `apt` installs what nobody signed'),
      notWritten(file, /(^|\/)sources\.list(\.d\/[^/]+)?$/, /\btrusted[=:]\s*yes\b/i, 'a repository is taken for signed that is not'),
    ),
  fix: { dockerfile: 'apt-get update && apt-get install -y curl' },
  references: ['https://manpages.debian.org/trixie/apt/apt-secure.8.en.html'],
  equivalents: { checkov: broader('CKV2_DOCKER_8', 'CKV2_DOCKER_11') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apt-get update && apt-get install -y curl
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apt-get install -y --allow-unauthenticated curl
      `,
      dockerfile`
        FROM debian:13
        RUN apt-get install -y --force-yes curl
      `,
      dockerfile`
        FROM debian:13
        RUN echo "deb [trusted=yes] https://example.com/ ./" > /etc/apt/sources.list.d/a.list
      `,
    ],
    unknown: [],
  },
});
