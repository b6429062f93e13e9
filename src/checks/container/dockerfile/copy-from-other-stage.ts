import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noStep } from '../judge.js';

export default defineCheck({
  id: 'container-dockerfile-copy-from-other-stage',
  title: 'COPY takes files from another stage than its own',
  row: 'runtime',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'A stage that copies from itself does not build: what it should have brought is missing, or comes from an image of the same name that somebody else owns.',
  cwe: ['CWE-670'],
  judgement: {
    detection: 'easy: the name after `--from`',
    effort: 'seconds',
    reach: 'the build',
    trap: 'names of stages are copied along with the lines',
  },
  evaluate: (file) =>
    noStep(file, ['COPY', 'ADD'], (step, { stages }) => {
      const from = step.flags.find(({ name }) => name === 'from');
      // A name that is not known may be its own.
      if (from?.value?.reason !== undefined) return { ...at(from, 'which stage is meant is not known'), reason: from.value.reason };
      const own = stages[step.stage]?.name?.text;
      return from?.value?.text !== undefined && (from.value.text === String(step.stage) || (own !== undefined && own.toLowerCase() === from.value.text.toLowerCase())) ? at(from, `\`--from=${from.value.text}\` is the stage itself`) : undefined;
    }),
  fix: { dockerfile: 'FROM golang:1.25 AS build\nRUN go build -o /app\nFROM scratch\nCOPY --from=build /app /app' },
  references: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
  equivalents: { trivy: equal('AVD-DS-0006') },
  examples: {
    good: [
      dockerfile`
        FROM golang:1.25 AS build
        FROM scratch
        COPY --from=build /app /app
      `,
    ],
    bad: [
      dockerfile`
        FROM golang:1.25 AS Build
        COPY --from=build /app /app
      `,
      dockerfile`
        FROM golang:1.25
        COPY --from=0 /app /app
      `,
    ],
    unknown: [],
  },
});
