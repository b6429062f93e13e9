import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile } from '../../define.js';
import { at, type Found, nowhere } from '../judge.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-base-image-digest',
  title: 'Base images are pinned by digest',
  row: 'os',
  severity: 'low',
  on: 'Demarc::Container::BuildFile',
  why: 'A tag can be moved to other content; only the digest says exactly what was built on, so that a build can be repeated and a swapped base is noticed.',
  cwe: ['CWE-494'],
  judgement: {
    detection: 'easy: no `@sha256:` after the tag',
    effort: 'minutes, with a bot that renews the digests',
    reach: 'every image built from the file',
    trap: 'a version is taken for a fixed content',
  },
  evaluate: (file) =>
    nowhere(
      file,
      buildOf(file).stages.flatMap(({ image, digest, base }): readonly Found[] => {
        if (base !== undefined || image === undefined || image.text === 'scratch') return [];
        if (digest !== undefined) return digest.text === undefined && digest.reason !== undefined ? [{ ...at(image, 'the digest is given when the image is built'), reason: digest.reason }] : [];
        if (image.reason !== undefined) return [{ ...at(image, `\`${textOf(image.parts)}\` is not wholly known`), reason: image.reason }];
        return [at(image, `\`${image.text ?? ''}\` is not pinned by digest`)];
      }),
    ),
  fix: { dockerfile: 'FROM debian:13.1-slim@sha256:0000000000000000000000000000000000000000000000000000000000000000' },
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM alpine:3.22@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
      `,
    ],
    bad: [
      dockerfile`
        FROM alpine:3.22
      `,
    ],
    unknown: [
      dockerfile`
        ARG BASE
        FROM \${BASE}
      `,
    ],
  },
});
