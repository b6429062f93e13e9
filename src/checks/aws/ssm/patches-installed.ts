import { all, any, because, cursor, equals, isAbsent, isPresent, type Condition, type Field } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

const number = (field: Field<number>): number => {
  const { tree } = cursor(field);
  return tree?.kind === 'scalar' ? Number(tree.value) : 0;
};

export default defineCheck({
  id: 'aws-ssm-patches-installed',
  title: 'Machine lacks no patch of its baseline',
  row: 'os',
  severity: 'high',
  on: 'Demarc::SSM::PatchState',
  why: 'A missing patch is a hole with a published description, and often with a published exploit.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy: Systems Manager counts them',
    effort: 'hours: a maintenance window installs them',
    reach: 'the machine and what its role may do',
    trap: 'what is scanned is taken for installed',
  },
  // Of a machine that nobody looked at yet nothing is counted: `aws-ssm-patch-scan-recent` says so.
  applies: ({ MissingCount: missing }) => isPresent(missing),
  evaluate: ({ MissingCount: missing, FailedCount: failed, CriticalNonCompliantCount: critical, SecurityNonCompliantCount: security }) => {
    const none = (count: Field<number>): Condition => any(isAbsent(count), equals(count, 0));
    const bySeverity = [['critical', critical], ['of security', security]] as const;
    return because(all(equals(missing, 0), equals(failed, 0), ...bySeverity.map(([, count]) => none(count))), (truth) =>
      truth === false ? `${number(missing)} patches are missing and ${number(failed)} failed${bySeverity.map(([what, count]) => (number(count) === 0 ? '' : `; ${number(count)} ${what} are not in place`)).join('')}` : undefined,
    );
  },
  fix: { aws: `aws ssm send-command --document-name AWS-RunPatchBaseline --parameters Operation=Install --targets Key=InstanceIds,Values=ID` },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html'],
  equivalents: {
    prowler: equal('ssm_managed_compliant_patching'),
  },
  examples: {
    good: [
      account`{"ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": [{"InstanceId": "i-1", "MissingCount": 0, "FailedCount": 0, "CriticalNonCompliantCount": 0}]}}}`,
    ],
    bad: [
      account`{"ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": [{"InstanceId": "i-1", "MissingCount": 3, "FailedCount": 0, "CriticalNonCompliantCount": 1}]}}}`,
    ],
    unknown: [],
  },
});
