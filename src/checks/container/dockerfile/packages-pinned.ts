import { defineCheck, dockerfile } from '../../define.js';
import { noCommand, ships } from '../judge.js';
import { installs, packageCommand } from '../packages.js';

const PINNED: Readonly<Record<string, RegExp>> = {
  'apt-get': /[=/]/,
  apt: /[=/]/,
  apk: /[=~]/,
  pip: /==|===|@/,
  npm: /.@/,
  yarn: /.@|^add$/,
  pnpm: /.@/,
  gem: /:/,
};
/** A file of the build or an address, which has no version to name. */
const FILE = /^\.|\/.*\.|\.(deb|rpm|apk|whl|tgz|tar\.gz|zip|gem)$|^https?:|^git\+|^file:/;

export default defineCheck({
  id: 'container-dockerfile-packages-pinned',
  title: 'Packages are installed by version',
  row: 'application',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: 'Without versions each build takes what is newest: it cannot be repeated, and a compromised release comes in unasked.',
  cwe: ['CWE-1104', 'CWE-494'],
  judgement: {
    detection: 'easy: no `=version`',
    effort: 'hours, with a bot that renews them',
    reach: 'every image built from the file',
    trap: 'the cache of layers is taken for a lock',
  },
  evaluate: (file) =>
    noCommand(file, (command, step, _, build) => {
      if (!ships(build, step)) return undefined;
      const asked = packageCommand(command);
      const pinned = asked === undefined ? undefined : PINNED[asked.manager];
      if (asked === undefined || pinned === undefined || !installs(asked)) return undefined;
      if (asked.flags.some((flag) => /^(-r|--requirement|-e|--editable|--lockfile|-v|--version)(=|$)/.test(flag) || flag.startsWith('-r'))) return undefined;
      const loose = asked.operands.filter(({ text }) => text !== undefined && /^[@\w]/.test(text) && !FILE.test(text) && !pinned.test(text));
      return loose.length === 0 ? undefined : { evidence: loose.map(({ evidence }) => evidence), message: `${loose.slice(0, 4).map(({ text }) => `\`${text ?? ''}\``).join(', ')}${loose.length > 4 ? ` and ${loose.length - 4} more` : ''} without a version` };
    }),
  fix: { dockerfile: 'RUN apt-get install -y --no-install-recommends curl=8.14.1-2' },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get', 'https://pip.pypa.io/en/stable/topics/repeatable-installs/'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM python:3.14-slim
        RUN pip install --no-cache-dir requests==2.32.5 && pip install -r requirements.txt
      `,
    ],
    bad: [
      dockerfile`
        FROM python:3.14-slim
        RUN pip install requests
      `,
    ],
    unknown: [],
  },
});
