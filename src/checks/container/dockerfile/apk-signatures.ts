import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noOption } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-apk-signatures',
  title: 'apk verifies signatures',
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
  evaluate: (file) => noOption(file, /^apk$/, (command) => (command.args.includes('--allow-untrusted') ? at(command, '`--allow-untrusted` installs what nobody signed') : undefined)),
  fix: { dockerfile: 'RUN apk add --no-cache --keys-dir /etc/apk/keys tool' },
  references: ['https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
  equivalents: { checkov: equal('CKV2_DOCKER_7') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN apk add --no-cache curl
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN apk add --allow-untrusted ./tool.apk
      `,
    ],
    unknown: [],
  },
});
