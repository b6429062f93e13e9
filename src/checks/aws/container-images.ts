import { all, cursor, equals, evidenceOf, fails, holds, items, not, undecided, type Condition, type Field, type View } from '../../model/index.js';
import { defineCheck, type CheckContext, type Example, type Linked, type PropertiesOf } from '../define.js';
import { everyLinked } from '../linked.js';
import type { Comparison } from '../software.js';
import { frontsOf } from './fronts.js';

type Image = PropertiesOf<'Demarc::Container::Image'>;

/** Findings that are named; all of them are at the image. */
const MOST_NAMED = 5;

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
  on: ['AWS::ECS::TaskDefinition', 'AWS::Lambda::Function', 'AWS::Batch::JobDefinition', 'AWS::AppRunner::Service'],
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
  evaluate: (_, context) => {
    const answer = everyLinked({ members: imagesOf(context) }, (image, { resource }) => sound(image, resource.address, context.from(resource)));
    if (answer.truth !== false) return answer;
    const fronts = frontsOf(context);
    if (fronts.length === 0) return answer;
    return { ...answer, evidence: [...answer.evidence, ...fronts.flatMap(({ evidence }) => evidence)], message: `${answer.message ?? ''}; it runs ${[...new Set(fronts.map(({ said }) => said))].join(' and ')}` };
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
const paths = ['ContainerDefinitions.Image', 'Code.ImageUri', 'ContainerProperties.Image', 'SourceConfiguration.ImageRepository.ImageIdentifier'];

const imagesOf = ({ through }: CheckContext): Linked<'Demarc::Container::Image'>['members'] => paths.flatMap((path) => through(path, 'Demarc::Container::Image').members);

function sound(image: Image, name: string, { pointingHere }: Pick<CheckContext, 'pointingHere'>): Condition {
  const grave = pointingHere('Demarc::Vulnerability::Finding').members.map(({ properties }) => properties).filter((finding) => ['critical', 'high'].includes(text(finding.Severity)) && text(finding.Statement) === '');
  const questions = grave.map((finding) => {
    const answer = not(equals(finding.Status, 'affected'));
    return { ...answer, evidence: [evidenceOf(finding.Vulnerability), evidenceOf(finding.Installed), ...answer.evidence] };
  });
  const answer = all(...questions, ...[image.OperatingSystemPackages, image.ApplicationPackages].map(compared), anyPackages(image));
  if (answer.truth !== false) return answer;
  const named = grave.slice(0, MOST_NAMED).map((finding) => `\`${text(finding.Vulnerability)}\` in \`${text(finding.Package)}\``);
  return { ...answer, evidence: answer.evidence.slice(0, 3 * MOST_NAMED), message: `image \`${name}\` has ${grave.length} known ${grave.length === 1 ? 'vulnerability' : 'vulnerabilities'} of critical or high severity: ${named.join(', ')}${grave.length > MOST_NAMED ? ' …' : ''}` };
}

/** What was not compared with records is not known to be sound. */
function compared(packages: View<Comparison>): Condition {
  const { tree } = cursor(packages);
  if (tree?.kind === 'unknown') return undecided([tree.reason], [evidenceOf(packages)]);
  const [left] = items(packages.NotCompared).views;
  return left === undefined ? holds() : undecided([{ kind: 'not-collected', detail: `${text(left.Packages)} packages were not compared with known vulnerabilities: ${text(left.Reason)}` }], [evidenceOf(packages.NotCompared)]);
}

const anyPackages = (image: Image): Condition =>
  [image.OperatingSystemPackages, image.ApplicationPackages].some((packages) => cursor(packages).tree !== undefined) ? holds() : undecided([{ kind: 'not-supported', detail: 'no packages were found in the image' }], [evidenceOf(image.Tags)]);

function text(field: Field<unknown>): string {
  const { tree } = cursor(field);
  return tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : '';
}
