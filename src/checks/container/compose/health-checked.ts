import { all, cursor, equals, evidenceOf, fails, holds, isTrue, not, some, undecided } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-compose-health-checked',
  title: 'Health of the service is checked',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::ComposeService',
  why: 'Without a check a container that hangs counts as running: nobody is told, and what depends on it is started against it.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: no `healthcheck`, here or in the image',
    effort: 'minutes, more where the program has nothing to ask',
    reach: 'the service and what depends on it',
    trap: 'a running process is taken for a working one',
  },
  evaluate: ({ HealthCheck: health, Build: { Target: target } }, { through }) => {
    if (cursor(health).tree !== undefined) return all(not(isTrue(health.Disabled)), not(some(health.Test, (one) => equals(one, 'NONE'))));
    const [file] = through('Build.File', 'Demarc::Container::BuildFile').members;
    if (file !== undefined && cursor(target).tree === undefined) {
      const { stages, steps } = buildOf(file.properties);
      const last = steps.findLast(({ keyword, stage, onBuild }) => keyword === 'HEALTHCHECK' && !onBuild && stages[stage]?.final === true);
      if (last !== undefined) return last.args[0]?.text === 'NONE' ? fails([last.evidence], 'the image turns the health check off') : holds([last.evidence]);
      // What the image that it is built on brings is not in the file.
      if (stages.some(({ final, base, image }) => final && base === undefined && image?.text === 'scratch')) return fails([evidenceOf(health)], 'neither the service nor its image has a health check');
    }
    return undecided([{ kind: 'not-collected', detail: 'no `healthcheck`: whether the image brings one is not known' }], [evidenceOf(health)]);
  },
  fix: { compose: 'services:\n  web:\n    healthcheck:\n      test: ["CMD", "/app", "check"]\n      interval: 30s' },
  references: ['https://github.com/compose-spec/compose-spec/blob/main/05-services.md', 'https://docs.docker.com/reference/dockerfile/#healthcheck'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost/"]
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            healthcheck:
              disable: true
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            healthcheck:
              test: ["NONE"]
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
      `,
    ],
  },
});
