import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile } from '../../define.js';
import { at, type Found, nowhere } from '../judge.js';
import { buildOf } from '../steps.js';

/** Official images whose plain tags are built on `buildpack-deps`, with compilers and headers. */
const FULL = /^(node|python|ruby|php|perl|golang|rust|gcc|erlang|elixir|haskell|julia|swift|openjdk|buildpack-deps)$/;
const SMALL = /slim|alpine|distroless|minimal|nanoserver|(^|-)(fpm|apache|cli|zts)(-|$)|jre/;

export default defineCheck({
  id: 'container-dockerfile-base-image-minimal',
  title: 'Image that ships is built on a minimal base',
  row: 'os',
  severity: 'info',
  on: 'Demarc::Container::BuildFile',
  why: 'The full image of a language holds compilers, shells and hundreds of packages that the program never uses: each may carry the next vulnerability, and all are tools for an intruder.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the tag has no `slim`, `alpine` or the like',
    effort: 'minutes to hours: the missing library is named in the error',
    reach: 'every workload that runs the image',
    trap: 'the default tag is taken for the recommended one',
  },
  evaluate: (file) =>
    nowhere(
      file,
      buildOf(file)
        .stages.filter(({ base, final }) => base === undefined && final)
        .flatMap(({ registry, repository, tag, image }): readonly Found[] => {
          if (image === undefined || registry !== undefined || repository?.text === undefined || !FULL.test(repository.text)) return [];
          if (tag?.text === undefined && tag?.reason !== undefined) return [{ ...at(image, 'the tag is given when the image is built'), reason: tag.reason }];
          return SMALL.test(tag?.text ?? '') ? [] : [at(image, `\`${image.text ?? textOf(image.parts)}\` is the full image, with compilers and tools`)];
        }),
    ),
  fix: { dockerfile: 'FROM node:24-slim' },
  references: ['https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image', 'https://hub.docker.com/_/node'],
  equivalents: {},
  examples: {
    good: [
      dockerfile`
        FROM node:24-slim
      `,
      dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /app
        FROM gcr.io/distroless/static:nonroot
        COPY --from=build /app /app
      `,
    ],
    bad: [
      dockerfile`
        FROM node:24
      `,
    ],
    unknown: [
      dockerfile`
        ARG TAG
        FROM python:\${TAG}
      `,
    ],
  },
});
