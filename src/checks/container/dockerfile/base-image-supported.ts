import { endOfLife, hasEnded } from '../../../schema/eol.js';
import { defineCheck, dockerfile } from '../../define.js';
import { linesOf, productsOf } from '../base-images.js';
import { at, type Found, nowhere } from '../judge.js';
import { buildOf } from '../steps.js';

export default defineCheck({
  id: 'container-dockerfile-base-image-supported',
  title: 'Base images still get security patches',
  row: 'os',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'Past its end a distribution or runtime publishes no fixes: every later vulnerability stays in the image, however often it is built again.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the tag says the version',
    effort: 'hours to days: newer libraries come along',
    reach: 'every workload that runs the image',
    trap: 'a scanner without findings is taken for a system that is patched',
  },
  evaluate: (file, { now }) =>
    nowhere(
      file,
      buildOf(file)
        .stages.filter(({ base, ships: shipped }) => base === undefined && shipped)
        .flatMap(({ registry, repository, tag, image }): readonly Found[] => {
          const product = registry === undefined && repository?.text !== undefined ? productsOf(repository.text) : undefined;
          if (product === undefined || image === undefined) return [];
          if (tag?.text === undefined) return tag?.reason === undefined ? [] : [{ ...at(image, 'the tag is given when the image is built'), reason: tag.reason }];
          return linesOf(product, tag.text).flatMap(({ product: ended, version }) => {
            const line = endOfLife(ended, version);
            return line !== undefined && hasEnded(line.patchesEnd, now) ? [at(image, `\`${ended}\` \`${line.cycle}\` gets no security patches${typeof line.patchesEnd === 'string' ? ` since ${line.patchesEnd}` : ' any more'}`)] : [];
          });
        }),
    ),
  fix: { dockerfile: 'FROM python:3.14-slim-trixie' },
  references: ['https://endoflife.date/', 'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM debian:13
      `,
      dockerfile`
        FROM node:24-alpine
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:9
      `,
      dockerfile`
        FROM python:3.14-slim-buster
      `,
      dockerfile`
        FROM node:16
      `,
    ],
    unknown: [
      dockerfile`
        ARG VERSION
        FROM python:\${VERSION}
      `,
    ],
  },
});
