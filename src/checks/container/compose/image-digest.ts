import { any, cursor, evidenceOf, isAbsent, isPresent, undecided } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'container-compose-image-digest',
  title: 'Image is pinned by digest',
  row: 'os',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'A tag can be moved to other content; only the digest says exactly what runs, so that a swapped image is noticed.',
  cwe: ['CWE-494'],
  judgement: {
    detection: 'easy: no `@sha256:` after the tag',
    effort: 'minutes, with a bot that renews the digests',
    reach: 'the service and what it can reach',
    trap: 'a version is taken for a fixed content',
  },
  evaluate: ({ Image: image, Digest: digest, Build: build }) => {
    const { tree } = cursor(image);
    // A variable in the name may bring the digest.
    const open = tree?.kind === 'unknown' ? undecided([tree.reason], [evidenceOf(image)]) : isAbsent(image);
    return any(isPresent(digest), open, isPresent(build));
  },
  fix: { compose: 'services:\n  web:\n    image: nginx:1.29@sha256:0000000000000000000000000000000000000000000000000000000000000000' },
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
      `,
      compose`
        services:
          web:
            build: .
            image: app:1
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: \${IMAGE}
      `,
    ],
  },
});
