import { defineCheck, dockerfile, equal } from '../../define.js';
import { type Found, nowhere } from '../judge.js';
import { buildOf, type Command } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-one-downloader',
  title: 'A stage fetches with wget or curl, not both',
  row: 'runtime',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: 'Two tools for one task are two sets of libraries to patch, and two tools for an intruder to fetch theirs with.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: both words',
    effort: 'minutes',
    reach: 'every container of the image',
    trap: 'each line is copied from where it stood',
  },
  evaluate: (file) => {
    const { stages, steps } = buildOf(file);
    const found: Found[] = [];
    for (let stage = -1; stage < Math.max(stages.length, 1); stage++) {
      const uses = (name: string): Command | undefined => steps.filter((step) => step.keyword === 'RUN' && step.stage === stage).flatMap(({ commands }) => commands).find((command) => command.name === name);
      const [wget, curl] = [uses('wget'), uses('curl')];
      if (wget !== undefined && curl !== undefined) found.push({ evidence: [wget.evidence, curl.evidence], message: 'the stage uses both `wget` and `curl`' });
    }
    return nowhere(file, found, steps.flatMap(({ keyword, open }) => (keyword === 'RUN' && open !== undefined ? [open] : [])));
  },
  fix: { dockerfile: 'RUN curl -fsSO https://example.com/a && curl -fsSO https://example.com/b' },
  references: ['https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages'],
  equivalents: { trivy: equal('AVD-DS-0014') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN curl -fsSO https://example.com/a
        FROM debian:13
        RUN wget https://example.com/b
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
        RUN curl -fsSO https://example.com/a
        RUN wget https://example.com/b
      `,
    ],
    unknown: [],
  },
});
