import { cursor, evidenceOf, test, undecided } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';
import { userOf } from '../user.js';

export default defineCheck({
  id: 'container-compose-user-not-root',
  title: 'Service does not run as root',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::Container::ComposeService',
  why: 'Who breaks into a process that runs as root is root in the container: a flaw of the kernel or a mounted folder makes them root of the host.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: `user`, or `USER` of the image',
    effort: 'minutes to hours: files and ports that root alone may use come up',
    reach: 'the container and what is mounted in it',
    trap: 'the container is taken for a wall that makes root harmless',
  },
  evaluate: ({ User: user, Image: image, Build: { Target: target } }, { through }) => {
    const own = cursor(user).tree;
    if (own !== undefined) return test(user, (name) => !/^(root|0+)(:|$)|^$/.test(String(name)));
    const built = through('Build.File', 'Demarc::Container::BuildFile');
    const [file] = built.members;
    const stage = cursor(target).tree;
    if (file !== undefined && (stage === undefined || stage.kind === 'scalar')) return userOf(file.properties, stage === undefined ? undefined : String(stage.value));
    return undecided([{ kind: 'not-collected', detail: 'no `user`: which user the image runs as is not known' }], [evidenceOf(image)]);
  },
  fix: { compose: 'services:\n  web:\n    user: "10001:10001"' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            user: "10001:10001"
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            user: root
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            user: "0"
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            init: true
      `,
    ],
  },
});
