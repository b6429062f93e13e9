import { cursor, evidenceOf, isPresent, undecided } from '../../model/index.js';
import { patched } from '../aws/end-of-life.js';
import { cfn, defineCheck } from '../define.js';
import { softwareTypes } from '../software.js';
import { systemProduct } from './products.js';

export default defineCheck({
  id: 'software-os-supported',
  title: 'Operating system still gets security patches',
  row: 'os',
  severity: 'high',
  on: softwareTypes,
  why: 'Past its end a distribution publishes neither patches nor records of what is wrong with it: an image built on it can only get worse, and looks clean while it does.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the image says what it is built on',
    effort: 'hours to days: a newer base image brings newer libraries',
    reach: 'every workload that runs the image',
    trap: 'a scanner without findings is taken for a system that is patched',
  },
  applies: ({ OperatingSystem: os }) => isPresent(os.Id),
  evaluate: ({ OperatingSystem: os }, { now }) => {
    const id = cursor(os.Id).tree;
    const name = cursor(os.Name).tree;
    const product = id?.kind === 'scalar' ? systemProduct(String(id.value), name?.kind === 'scalar' ? String(name.value) : '') : undefined;
    if (product !== undefined) {
      // A release that is still in the making (Debian's testing and unstable) names no version.
      return cursor(os.Version).tree === undefined ? undecided([{ kind: 'unresolved', detail: 'the system does not say which release it is' }], [evidenceOf(os.Id), evidenceOf(os.Version)]) : patched(product, os.Version, now);
    }
    return undecided([{ kind: 'not-supported', detail: `\`${id?.kind === 'scalar' ? String(id.value) : ''}\` is not in the end-of-life data` }], [evidenceOf(os.Id), evidenceOf(os.Version)]);
  },
  fix: {
    terraform: '# Terraform has no words for what an image holds. In the Dockerfile:\nFROM debian:13-slim',
    cloudformation: '# CloudFormation has no words for what an image holds. In the Dockerfile:\nFROM debian:13-slim',
  },
  references: ['https://endoflife.date/', 'https://www.freedesktop.org/software/systemd/man/latest/os-release.html'],
  equivalents: {},
  examples: {
    good: [
      cfn`
        AWSTemplateFormatVersion: 2010-09-09
        Resources:
          Image:
            Type: Demarc::Container::Image
            Properties:
              OperatingSystem: { Id: debian, Version: '13' }
      `,
    ],
    bad: [
      cfn`
        AWSTemplateFormatVersion: 2010-09-09
        Resources:
          Image:
            Type: Demarc::Container::Image
            Properties:
              OperatingSystem: { Id: alpine, Version: 3.16.2 }
      `,
    ],
    unknown: [
      cfn`
        AWSTemplateFormatVersion: 2010-09-09
        Resources:
          Image:
            Type: Demarc::Container::Image
            Properties:
              OperatingSystem: { Id: wolfi, Version: '20230201' }
      `,
    ],
  },
});
