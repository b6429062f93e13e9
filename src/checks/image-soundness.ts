/** What the packages of an image say of what runs it: known vulnerabilities, and what was not compared. */
import { all, cursor, equals, evidenceOf, holds, items, not, undecided, type Condition, type Field, type View } from '../model/index.js';
import type { CheckContext, PropertiesOf } from './define.js';
import type { Comparison } from './software.js';

type Image = PropertiesOf<'Demarc::Container::Image'>;

/** Findings that are named; all of them are at the image. */
const MOST_NAMED = 5;

/** Whether an image of the scan has no known vulnerability of critical or high severity. */
export function sound(image: Image, name: string, { pointingHere }: Pick<CheckContext, 'pointingHere'>): Condition {
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
