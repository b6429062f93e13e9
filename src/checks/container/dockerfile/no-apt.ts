import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-no-apt',
  title: 'Packages are installed with apt-get, not apt',
  row: 'runtime',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: '`apt` is for people at a terminal and says itself that its interface is not stable: a build on it may break, or do something else, with the next release.',
  cwe: ['CWE-477'],
  judgement: {
    detection: 'easy: a word',
    effort: 'seconds',
    reach: 'the build',
    trap: 'the two are taken for one',
  },
  evaluate: (file) => noCommand(file, (command) => (command.name === 'apt' ? at(command, '`apt` is for terminals; `apt-get` is for scripts') : undefined)),
  fix: { dockerfile: 'RUN apt-get update && apt-get install -y --no-install-recommends curl' },
  references: ['https://manpages.debian.org/trixie/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS'],
  equivalents: { checkov: equal('CKV_DOCKER_9') },
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
        RUN apt-get update && apt install -y curl
      `,
    ],
    unknown: [],
  },
});
