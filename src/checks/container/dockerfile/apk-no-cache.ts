import { defineCheck, dockerfile, equal } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { flagged, installs, packageCommand } from '../packages.js';

export default defineCheck({
  id: 'container-dockerfile-apk-no-cache',
  title: 'apk is told to keep no cache',
  row: 'os',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: 'With `--no-cache` the newest index is fetched and nothing is kept: no `update` before it that a cached layer makes old, and no folder that somebody must remember to delete.',
  cwe: ['CWE-459'],
  judgement: {
    detection: 'easy: an option',
    effort: 'seconds',
    reach: 'every image built from the file',
    trap: 'deleting the cache on the same line is as good until the line is split',
  },
  evaluate: (file) =>
    noCommand(file, (command, step) => {
      const asked = packageCommand(command);
      if (asked?.manager !== 'apk' || !installs(asked) || flagged(asked, '', '--no-cache')) return undefined;
      // A cache mount keeps it out of the image.
      if (step.flags.some(({ name, value }) => name === 'mount' && /(^|,)type=cache\b/.test(value?.text ?? '') && /\/apk\b/.test(value?.text ?? ''))) return undefined;
      const open = command.words.slice(1).find(({ parts: [first], reason }) => reason !== undefined && typeof first !== 'string' && first !== null && first !== undefined && /(opt|arg|flag)s?$/i.test(first.address));
      return open?.reason === undefined ? at(command, '`apk add` without `--no-cache`') : { ...at(open, 'not all options are known'), reason: open.reason };
    }),
  fix: { dockerfile: 'RUN apk add --no-cache curl' },
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get', 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
  equivalents: { trivy: equal('AVD-DS-0025') },
  examples: {
    good: [
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl
      `,
    ],
    bad: [
      dockerfile`
        FROM alpine:3.22
        RUN apk update && apk add curl && rm -rf /var/cache/apk/*
      `,
    ],
    unknown: [
      dockerfile`
        FROM alpine:3.22
        ARG APK_FLAGS
        RUN apk add $APK_FLAGS curl
      `,
    ],
  },
});
