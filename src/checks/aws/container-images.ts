import { fails, holds, type Evidence } from '../../model/index.js';
import { imageProperties } from '../../graph/images.js';
import { defineCheck, type CheckContext, type Example, type Linked } from '../define.js';
import { sound } from '../image-soundness.js';
import { everyLinked } from '../linked.js';
import { frontsOf } from './fronts.js';

const example = (...lines: readonly string[]): Example => ({
  format: 'cloudformation',
  text: `Parameters:
  Status:
    Type: String
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app
          Image: registry.example.com/shop:1.4
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
  id: 'aws-container-images-without-vulnerabilities',
  title: 'Images that the workload runs have no known vulnerability of critical or high severity',
  row: 'application',
  severity: 'high',
  on: ['AWS::ECS::TaskDefinition', 'AWS::Lambda::Function', 'AWS::Batch::JobDefinition', 'AWS::AppRunner::Service', 'AWS::SageMaker::Model'],
  why: 'What a workload runs is what is attacked: a published vulnerability in its image is open to whoever reaches it, with the role of the workload behind it.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy where the image is scanned with the code that runs it',
    effort: 'minutes to build the image again on patched packages and roll it out',
    reach: 'every copy that runs, and all that its role may do',
    trap: 'the code did not change, so the image is taken for as good as on the day of its build',
  },
  // An image that is not part of the scan is not judged here: nothing is known of it.
  applies: (_, context) => (imagesOf(context).length > 0 ? holds() : fails()),
  evaluate: (properties, context) => {
    const answer = everyLinked({ members: imagesOf(context) }, (image, { resource }) => sound(image, resource.address, context.from(resource)));
    if (answer.truth !== false) return answer;
    // Where it is run comes first: that is what the reader changes.
    const run: Evidence = { path: paths.find((path) => context.through(path, 'Demarc::Container::Image').members.length > 0) ?? '', state: 'set', at: context.resource.at };
    const fronts = frontsOf(properties, context);
    if (fronts.length === 0) return { ...answer, evidence: [run, ...answer.evidence] };
    return { ...answer, evidence: [run, ...answer.evidence, ...fronts.flatMap(({ evidence }) => evidence)], message: `${answer.message ?? ''}; it runs ${[...new Set(fronts.map(({ said }) => said))].join(' and ')}` };
  },
  fix: {
    terraform: `# Terraform has no words for what an image holds. Build it again on patched packages, then:
container_definitions = jsonencode([{ name = "app", image = "\${aws_ecr_repository.app.repository_url}:1.4.1" }])`,
    cloudformation: `# Build the image again on patched packages, then:
ContainerDefinitions:
  - Name: app
    Image: registry.example.com/shop:1.4.1`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html', 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html'],
  equivalents: {},
  examples: {
    good: [example('Severity: low', 'Status: affected')],
    bad: [example('Severity: critical', 'Status: affected')],
    unknown: [example('Severity: critical', 'Status: !Ref Status')],
  },
});

/** Where each type names what it runs. */
const paths = [...new Set(imageProperties.map(([, path]) => path))];

const imagesOf = ({ through }: CheckContext): Linked<'Demarc::Container::Image'>['members'] => paths.flatMap((path) => through(path, 'Demarc::Container::Image').members);
