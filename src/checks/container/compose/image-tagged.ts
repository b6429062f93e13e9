import { all, any, equals, isAbsent, isPresent, not } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-image-tagged',
  title: 'Service names its image by a version that is not latest',
  row: 'runtime',
  severity: 'medium',
  on: 'Demarc::Container::ComposeService',
  why: 'Without a version each host runs what was newest when it pulled: nobody knows what runs, and a compromised release comes in unasked.',
  cwe: ['CWE-1104', 'CWE-494'],
  judgement: {
    detection: 'easy: no tag, or `latest`',
    effort: 'minutes: name the version that runs today',
    reach: 'the service on every host',
    trap: '`latest` is taken for a release of its own',
  },
  evaluate: ({ Image: image, Tag: tag, Digest: digest }) => any(isPresent(digest), all(isPresent(tag), not(equals(tag, 'latest'))), isAbsent(image)),
  fix: { compose: 'services:\n  web:\n    image: nginx:1.29.3' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://csrc.nist.gov/pubs/sp/800/190/final'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            init: true
      `,
      compose`
        services:
          web:
            build: .
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx
      `,
      compose`
        services:
          web:
            image: nginx:latest
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:\${TAG}
      `,
    ],
  },
});
