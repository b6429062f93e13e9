import { fails } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { has } from '../judge.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-user-set',
  title: 'The file says which user the container runs as',
  row: 'identity',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'Without `USER` the base image decides, today and after its next release; for most images that is root.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: no `USER` in the image that ships',
    effort: 'minutes',
    reach: 'every container of the image',
    trap: 'the base image is trusted to have chosen a user',
  },
  evaluate: (file) => {
    const { stages } = buildOf(file);
    const set = has(file, 'USER', ({ stage, args, onBuild }) => args.length > 0 && !onBuild && (stages.length === 0 || stages[stage]?.final === true));
    return set.truth !== false ? set : fails(stages.filter(({ final }) => final).map(({ evidence }) => evidence), 'no `USER` in the image that ships');
  },
  fix: { dockerfile: 'USER app' },
  references: ['https://docs.docker.com/build/building/best-practices/#user'],
  equivalents: { checkov: equal('CKV_DOCKER_3') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        USER app
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
      `,
      dockerfile`
        FROM debian:13 AS build
        USER app
        FROM alpine:3.22
      `,
    ],
    unknown: [],
  },
});
