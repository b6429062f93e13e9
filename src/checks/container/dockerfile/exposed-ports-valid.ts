import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, type Found, noStep } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-exposed-ports-valid',
  title: 'Exposed ports are within 0 and 65535',
  row: 'runtime',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'A port that does not exist is a slip: what was meant is not exposed, or another thing is.',
  cwe: ['CWE-670'],
  judgement: {
    detection: 'easy: a number',
    effort: 'seconds',
    reach: 'the build',
    trap: 'the build is trusted to complain',
  },
  evaluate: (file) =>
    noStep(file, 'EXPOSE', ({ args }) =>
      args.flatMap((one): readonly Found[] => {
        if (one.reason !== undefined) return [{ ...at(one, 'which port is exposed is not known'), reason: one.reason }];
        const numbers = /^(\d+)(?:-(\d+))?(?:\/\w+)?$/.exec(one.text ?? '')?.slice(1) ?? [];
        return numbers.some((number) => Number(number ?? 0) > 65_535) ? [at(one, `\`${one.text ?? ''}\` is no port`)] : [];
      }),
    ),
  fix: { dockerfile: 'EXPOSE 8080' },
  references: ['https://docs.docker.com/reference/dockerfile/#expose'],
  equivalents: { trivy: equal('AVD-DS-0008') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        EXPOSE 8080
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        EXPOSE 80800
      `,
    ],
    unknown: [],
  },
});
