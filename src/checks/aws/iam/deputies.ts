/** Services that assume the role which a customer names, so that the role must say whose orders it takes. */
import { exists, knownText, type PolicySet } from '../../../iam/index.js';
import { OWN_ACCOUNT, referAlone, renamed } from '../../../iam/rename.js';
import { statementEvidence } from '../../../iam/index.js';
import { decide, fails, holds, undecided, type Condition, type Field } from '../../../model/index.js';
import { documentOf, type PlacedPolicy } from '../document.js';

/**
 * Services whose documentation asks for aws:SourceAccount or aws:SourceArn in the roles that they assume. Services that take a role only
 * from the account that it is in (EC2, Lambda, ECS tasks) need no source.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
const ASK_SOURCE = new Set(
  [
    'access-analyzer', 'airflow', 'appflow', 'apprunner', 'autoscaling-plans', 'backup', 'bedrock', 'bedrock-agentcore', 'braket', 'chatbot', 'cloudtrail', 'codestar-notifications', 'comprehend', 'config', 'connect', 'datasync', 'delivery.logs',
    'dms', 'events', 'finspace', 'firehose', 'fis', 'forecast', 'frauddetector', 'geo', 'glue', 'guardduty', 'imagebuilder', 'iot', 'iotevents', 'ivs', 'kendra', 'kinesisanalytics', 'lex', 'lookoutmetrics', 'macie', 'mediaconvert', 'omics', 'osis-pipelines', 'personalize',
    'pipes', 'q.apps', 'qbusiness', 'quicksight', 'rekognition', 's3', 'sagemaker', 'scheduler', 'securitylake', 'ses', 'sms', 'sns', 'ssm', 'states', 'textract', 'transcribe', 'transfer', 'translate', 'vpc-flow-logs', 'workspaces',
  ].map((name) => `${name}.amazonaws.com`),
);

const trustOf = (field: Field<unknown>): PlacedPolicy | undefined => documentOf(field as Field<string>);

function deputiesIn({ policy }: PlacedPolicy): readonly string[] {
  return [...new Set(policy.statements.flatMap(({ effect, principals }) => (effect === 'Allow' ? (principals?.values ?? []).flatMap(({ kind, text }) => (kind === 'Service' && ASK_SOURCE.has(knownText(text) ?? '') ? [knownText(text) ?? ''] : [])) : [])))];
}

/** Whether the role trusts a service of that kind. */
export function trustsDeputies(field: Field<unknown>): Condition {
  const trust = trustOf(field);
  return decide(trust !== undefined && deputiesIn(trust).length > 0);
}

/** No service lets a stranger's order in: each asks whose resource it acts for. */
export function deputies(field: Field<unknown>): Condition {
  const trust = trustOf(field);
  if (trust === undefined) return holds();
  const set: PolicySet = { documents: [{ policy: renamed(trust.policy, referAlone), place: trust.place }] };
  // Strangers by themselves are another question: only what comes through a named service is asked here.
  const named: PolicySet = { documents: set.documents.map(({ policy, place }) => ({ place, policy: { ...policy, statements: policy.statements.filter(({ effect, principals }) => effect !== 'Allow' || (principals?.values ?? []).every(({ kind }) => kind === 'Service')) } })) };
  const found = exists({ resource: named, targets: [{ resource: '?*', actions: ['sts:AssumeRole'] }], zone: { account: OWN_ACCOUNT }, deputies: deputiesIn(trust), budget: 500 });
  const because = (found.decision?.because ?? []).filter(({ layer }) => layer === 'resource').map(({ statement, place, index }) => statementEvidence(statement, place, index));
  if (found.reach === 'public') return fails(because, `${found.who ?? 'the service'}, can assume it`);
  return found.open === undefined ? holds() : undecided(found.open);
}
