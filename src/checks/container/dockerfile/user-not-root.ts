import { decide, fails, holds, textOf, undecided } from '../../../model/index.js';
import { broader, defineCheck, dockerfile, equal } from '../../define.js';
import { buildOf } from '../steps.js';

const ROOT = /^(root|0+|ContainerAdministrator|)$/i;

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
  evaluate: (file) => {
    const { stages, steps } = buildOf(file);
    const last = steps.findLast(({ keyword, stage, onBuild }) => keyword === 'USER' && !onBuild && (stages.length === 0 || stages[stage]?.final === true));
    if (last !== undefined) {
      const user = last.args[0];
      if (user === undefined) return fails([last.evidence], '`USER` names nobody, so that the container runs as root');
      const [first] = user.parts;
      const name = /^[^:]*/.exec(user.text ?? (typeof first === 'string' && first.includes(':') ? first : ''))?.[0].trim() ?? '';
      if (user.text === undefined && name === '') return undecided(user.reason === undefined ? [] : [user.reason], [user.evidence]);
      return decide(!ROOT.test(name), [user.evidence], ROOT.test(name) ? `the container runs as \`${name === '' ? 'root' : name}\`` : undefined);
    }
    const base = stages.find(({ final, base: on }) => final && on === undefined);
    const image = base?.image;
    if (image === undefined) return fails([], 'no `USER`');
    const name = textOf(image.parts);
    if (/(^|[-:._])(nonroot|rootless|unprivileged)\b/.test(name)) return holds([image.evidence], `\`${name}\` runs as a user that is not root`);
    // Images of Docker's own library run as root unless they say otherwise; what others do is theirs to say.
    if (image.text !== undefined && base?.registry === undefined && !(base?.repository?.text ?? '/').includes('/')) return fails([image.evidence], `no \`USER\`, so that the container runs as the user of \`${name}\`: root`);
    return undecided([image.reason ?? { kind: 'not-collected', detail: `no \`USER\`: which user \`${name}\` runs as is not known` }], [image.evidence]);
  },
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
