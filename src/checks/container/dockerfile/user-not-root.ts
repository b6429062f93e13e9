import { broader, defineCheck, dockerfile, equal } from '../../define.js';
import { userOf } from '../user.js';

export default defineCheck({
  id: 'container-dockerfile-user-not-root',
  title: 'Container does not run as root',
  row: 'identity',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'Who breaks into a process that runs as root is root in the container: they can change what is installed there, and a flaw of the kernel or a mounted folder makes them root of the host.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the last `USER` of the image',
    effort: 'minutes to hours: files and ports that root alone may use come up',
    reach: 'every container of the image',
    trap: 'the container is taken for a wall that makes root harmless',
  },
  evaluate: (file) => userOf(file),
  fix: { dockerfile: 'RUN useradd --system --uid 10001 app\nUSER app' },
  references: ['https://docs.docker.com/build/building/best-practices/#user', 'https://docs.docker.com/reference/dockerfile/#user'],
  equivalents: { checkov: broader('CKV_DOCKER_8'), trivy: equal('AVD-DS-0002') },
  examples: {
    good: [
      dockerfile`
        FROM debian:13
        RUN useradd --system app
        USER app
      `,
      dockerfile`
        FROM gcr.io/distroless/static:nonroot
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:13
      `,
      dockerfile`
        FROM debian:13
        USER app
        USER 0:0
      `,
      dockerfile`
        FROM debian:13 AS build
        USER app
        FROM alpine:3.22
      `,
    ],
    unknown: [
      dockerfile`
        FROM debian:13
        ARG UID
        USER \${UID}
      `,
      dockerfile`
        FROM registry.example.com/team/base:1
      `,
    ],
  },
});
