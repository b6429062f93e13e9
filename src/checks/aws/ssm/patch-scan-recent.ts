import { within } from '../dates.js';
import { account, defineCheck } from '../../define.js';

const DAYS = 7;

export default defineCheck({
  id: 'aws-ssm-patch-scan-recent',
  title: 'Machine was looked at for missing patches this week',
  row: 'os',
  severity: 'low',
  on: 'Demarc::SSM::PatchState',
  why: 'What was complete a month ago says nothing of the patches that came since.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy: the state has a date',
    effort: 'minutes: an association that scans daily',
    reach: 'the machine',
    trap: 'compliant stays compliant',
  },
  evaluate: ({ OperationEndTime: end }, { now }) => within(end, DAYS, now, false),
  fix: { aws: `aws ssm create-association --name AWS-RunPatchBaseline --parameters Operation=Scan --schedule-expression "rate(1 day)" --targets Key=InstanceIds,Values=*` },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-scan-install-options.html'],
  equivalents: {},
  examples: {
    good: [
      account`{"ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": [{"InstanceId": "i-1", "MissingCount": 0, "OperationEndTime": {"$date": "2025-12-30T00:00:00Z"}}]}}}`,
    ],
    bad: [
      account`{"ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": [{"InstanceId": "i-1", "MissingCount": 0, "OperationEndTime": {"$date": "2025-10-30T00:00:00Z"}}]}}}`,
      account`{"ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": []}}}`,
    ],
    unknown: [],
  },
});
