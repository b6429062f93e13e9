import { decide, fails } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-healthcheck-set',
  title: 'Image says how its health is checked',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'Without a check a container that hangs counts as running: nobody is told, and nothing restarts it.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: no `HEALTHCHECK`',
    effort: 'minutes, more where the program has nothing to ask',
    reach: 'every container of the image',
    trap: 'a running process is taken for a working one',
  },
  evaluate: (file) => {
    const { stages, steps } = buildOf(file);
    const checks = steps.filter(({ keyword, stage, onBuild }) => keyword === 'HEALTHCHECK' && !onBuild && (stages.length === 0 || stages[stage]?.final === true));
    const last = checks.at(-1);
    if (last !== undefined) return decide(last.args[0]?.text !== 'NONE', [last.evidence], last.args[0]?.text === 'NONE' ? 'the health check is turned off' : undefined);
    const missing = fails(stages.filter(({ final, base }) => final && base === undefined).map(({ evidence }) => evidence), 'no `HEALTHCHECK` in the image that ships');
    return missing;
  },
  fix: { dockerfile: 'HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "check"]' },
  references: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  equivalents: { checkov: equal('CKV_DOCKER_2'), trivy: equal('AVD-DS-0026') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        HEALTHCHECK CMD curl -f http://localhost:8080/
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
      `,
      dockerfile`
        FROM debian:13
        HEALTHCHECK NONE
      `,
    ],
    unknown: [],
  },
});
