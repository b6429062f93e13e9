import { cursor, evidenceOf, fails, holds, items, not, matches } from '../../../model/index.js';
import { defineCheck, type Example } from '../../define.js';
import { sound } from '../../image-soundness.js';
import { everyLinked } from '../../linked.js';

const example = (...lines: readonly string[]): Example => ({
  format: 'cloudformation',
  text: `AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Status:
    Type: String
Resources:
  Web:
    Type: Demarc::Container::ComposeService
    Properties:
      Image: registry.example.com/shop:1.4
      Ports: [{ Published: '8080', Target: '8080' }]
  Image:
    Type: Demarc::Container::Image
    Properties:
      Tags: [registry.example.com/shop:1.4]
      ApplicationPackages: { Packages: 12, Compared: 12, RecordsOf: 2026-10-30, AgeInDays: 2 }
  Finding:
    Type: Demarc::Vulnerability::Finding
    Properties:
      Subject: !Ref Image
      Vulnerability: CVE-2021-44228
      Package: org.apache.logging.log4j:log4j-core
      Installed: [2.14.1]
${lines.map((line) => `      ${line}\n`).join('')}`,
});

export default defineCheck({
  id: 'container-compose-image-without-vulnerabilities',
  title: 'Image that the service runs has no known vulnerability of critical or high severity',
  row: 'application',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'What a service runs is what is attacked: a published vulnerability in its image is open to whoever reaches its ports.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy where the image is scanned with the file that runs it',
    effort: 'minutes to build or pull the image again on patched packages',
    reach: 'the service and what it can reach',
    trap: 'the file did not change, so the image is taken for as good as on the day of its build',
  },
  // An image that is not part of the scan is not judged here: nothing is known of it.
  applies: (_, { through }) => (through('Image', 'Demarc::Container::Image').members.length > 0 ? holds() : fails()),
  evaluate: ({ Image: name, Ports: ports }, context) => {
    const answer = everyLinked(context.through('Image', 'Demarc::Container::Image'), (image, { resource }) => sound(image, resource.address, context.from(resource)));
    if (answer.truth !== false) return answer;
    const open = items(ports).views.filter(({ HostAddress: address }) => cursor(address).tree === undefined || not(matches(address, /^(127\.|::1$|localhost$)/)).truth === true);
    const evidence = open.flatMap(({ Target: target }) => matches(target, /./).evidence);
    if (open.length === 0) return { ...answer, evidence: [evidenceOf(name), ...answer.evidence] };
    return { ...answer, evidence: [evidenceOf(name), ...answer.evidence, ...evidence], message: `${answer.message ?? ''}; its ports are published beyond the host` };
  },
  fix: { compose: 'services:\n  web:\n    image: registry.example.com/shop:1.4.1' },
  references: ['https://ossf.github.io/osv-schema/', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [example('Severity: low', 'Status: affected')],
    bad: [example('Severity: critical', 'Status: affected')],
    unknown: [example('Severity: critical', 'Status: !Ref Status')],
  },
});
