import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand } from '../judge.js';

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
    noCommand(file, (command) => {
      if (/^(apt|apt-get|aptitude)$/.test(command.name ?? '')) {
        const option = command.args.find((arg) => /^(--allow-unauthenticated|--allow-insecure-repositories|--no-allow-secure|--force-yes)(=|$)/.test(arg) || /^(-o)?(APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories|APT::Get::force-yes)=["']?(true|1|yes)/i.test(arg));
        return option === undefined ? undefined : at(command, `\`${option}\` installs what nobody signed`);
      }
      const source = command.args.find((arg) => /\[[^\]]*\btrusted=yes\b[^\]]*\]/.test(arg));
      return source === undefined ? undefined : at(command, '`[trusted=yes]` takes a repository for signed that is not');
    }),
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
