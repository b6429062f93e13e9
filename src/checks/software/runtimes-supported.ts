import { cursor, evidenceOf, every, isNotEmpty, undecided } from '../../model/index.js';
import { patched } from '../aws/end-of-life.js';
import { cfn, defineCheck } from '../define.js';
import { softwareTypes } from '../software.js';
import { runtimeProduct } from './products.js';

export default defineCheck({
  id: 'software-runtimes-supported',
  title: 'Language runtimes still get security patches',
  row: 'runtime',
  severity: 'medium',
  on: softwareTypes,
  why: 'What is found in a runtime past its end stays in it, and every program that it runs inherits it.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the runtime says its version',
    effort: 'hours to days: a newer runtime may want changes of the program',
    reach: 'every program that the runtime runs',
    trap: 'dependencies are kept up to date and what runs them is forgotten',
  },
  applies: ({ Runtimes: runtimes }) => isNotEmpty(runtimes),
  evaluate: ({ Runtimes: runtimes }, { now }) =>
    every(runtimes, (runtime) => {
      const name = cursor(runtime.Name).tree;
      const called = name?.kind === 'scalar' ? String(name.value) : '';
      const product = runtimeProduct(called);
      if (product === undefined) return undecided([{ kind: 'not-supported', detail: `\`${called}\` is not in the end-of-life data` }], [evidenceOf(runtime.Name), evidenceOf(runtime.Version)]);
      const answer = patched(product, runtime.Version, now);
      return answer.message === undefined ? answer : { ...answer, message: `${called} ${answer.message}` };
    }),
  fix: {
    terraform: '# Terraform has no words for what an image holds. In the Dockerfile:\nFROM node:24-slim',
    cloudformation: '# CloudFormation has no words for what an image holds. In the Dockerfile:\nFROM node:24-slim',
  },
  references: ['https://endoflife.date/'],
  equivalents: {},
  examples: {
    good: [
      cfn`
        AWSTemplateFormatVersion: 2010-09-09
        Resources:
          Image:
            Type: Demarc::Container::Image
            Properties:
              Runtimes: [{ Name: node, Version: 24.1.0 }]
      `,
    ],
    bad: [
      cfn`
        AWSTemplateFormatVersion: 2010-09-09
        Resources:
          Image:
            Type: Demarc::Container::Image
            Properties:
              Runtimes: [{ Name: node, Version: 24.1.0 }, { Name: python, Version: 3.7.17 }]
      `,
    ],
    unknown: [
      cfn`
        AWSTemplateFormatVersion: 2010-09-09
        Resources:
          Image:
            Type: Demarc::Container::Image
            Properties:
              Runtimes: [{ Name: erlang, Version: '27' }]
      `,
    ],
  },
});
