import { defineCheck, dockerfile, equal } from '../../define.js';
import { nowhere } from '../judge.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-stage-names-unique',
  title: 'Stages have names of their own',
  row: 'runtime',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'Of two stages with one name, later lines mean the last: files come from another stage than the reader believes, without the checks that the first one ran.',
  cwe: ['CWE-670'],
  judgement: {
    detection: 'hard: nothing warns',
    effort: 'seconds',
    reach: 'every image built from the file',
    trap: 'stages are copied along with their names',
  },
  evaluate: (file) => {
    const { stages } = buildOf(file);
    const names = stages.map(({ name }) => name?.text?.toLowerCase());
    return nowhere(file, stages.flatMap(({ name, evidence }, i) => (name?.text !== undefined && names.indexOf(names[i]) !== i ? [{ evidence, message: `another stage is called \`${name.text}\``}] : [])));
  },
  fix: { dockerfile: 'FROM debian:13 AS build\nFROM debian:13 AS test' },
  references: ['https://docs.docker.com/reference/dockerfile/#from'],
  equivalents: { checkov: equal('CKV_DOCKER_11'), trivy: equal('AVD-DS-0012') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13 AS build
        FROM debian:13 AS test
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13 AS build
        FROM alpine:3.22 AS build
      `,
    ],
    unknown: [],
  },
});
