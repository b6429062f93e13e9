import { textOf } from '../../../model/index.js';
import { defineCheck, dockerfile, equal } from '../../define.js';
import { type Found, nowhere } from '../judge.js';
import { buildOf, type StageFacts } from '../steps.js';

/** An image without a tag is `latest`; one that is pinned by digest needs none. */
function untagged({ image, repository, tag, digest, base, evidence }: StageFacts): Found | undefined {
  if (base !== undefined || image === undefined || image.text === 'scratch' || digest !== undefined) return undefined;
  if (tag !== undefined) {
    if (tag.text === 'latest') return { evidence: image.evidence, message: `\`${textOf(image.parts)}\` is whatever is latest on the day of the build` };
    return tag.text !== undefined || tag.reason === undefined ? undefined : { evidence: image.evidence, message: `the tag of \`${textOf(image.parts)}\` is given when the image is built`, reason: tag.reason };
  }
  if (image.text !== undefined) return { evidence: image.evidence, message: image.text === '' ? '`FROM` names no image' : `\`${image.text}\` has no tag and is whatever is latest on the day of the build` };
  // `FROM alpine$TAG`: as the file stands the argument is empty, and what is left is a name without a tag. `FROM $BASE` names nothing without it.
  const parts = repository?.parts ?? image.parts;
  const last = parts.at(-1);
  if (typeof last === 'string' && last !== '' && !last.endsWith('/')) return { evidence: image.evidence, message: `\`${textOf(image.parts)}\` has no tag` };
  if (parts.some((part) => typeof part === 'string' && /\w/.test(part))) return { evidence: image.evidence, message: `\`${textOf(image.parts)}\` has no tag unless an argument of the build brings one` };
  return { evidence, message: `\`${textOf(image.parts)}\` is given when the image is built`, reason: image.reason ?? { kind: 'unresolved', detail: 'the image is not known' } };
}

export default defineCheck({
  id: 'container-dockerfile-base-image-tagged',
  title: 'Base images are named by a version that is not latest',
  row: 'os',
  severity: 'medium',
  on: 'Demarc::Container::BuildFile',
  why: 'Without a version the build takes whatever is newest on the day: nobody knows what ran, and a change or a compromised release of the base reaches production without a commit.',
  cwe: ['CWE-1104', 'CWE-494'],
  judgement: {
    detection: 'easy: no tag, or `latest`',
    effort: 'minutes: name the version that is used today',
    reach: 'every image built from the file',
    trap: '`latest` is taken for a release of its own',
  },
  evaluate: (file) => nowhere(file, buildOf(file).stages.flatMap((stage) => untagged(stage) ?? [])),
  fix: { dockerfile: 'FROM debian:13.1-slim' },
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  equivalents: { checkov: equal('CKV_DOCKER_7'), trivy: equal('AVD-DS-0001') },
  examples: {
    good: [
      dockerfile`
        FROM golang:1.25 AS build
        RUN go build ./...
        FROM build AS test
        FROM gcr.io/distroless/static:nonroot
      `,
      dockerfile`
        ARG TAG=3.22
        FROM alpine:\${TAG}
        FROM scratch
      `,
    ],
    bad: [
      dockerfile`
        FROM debian:latest
      `,
      dockerfile`
        FROM registry.example.com:5000/base
      `,
      dockerfile`
        ARG TAG=latest
        FROM alpine:\${TAG}
      `,
      dockerfile`
        FROM alpine$TAG
      `,
    ],
    unknown: [
      dockerfile`
        ARG TAG
        FROM alpine:\${TAG}
      `,
      dockerfile`
        ARG BASE
        FROM $BASE
      `,
    ],
  },
});
