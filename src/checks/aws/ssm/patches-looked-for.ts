import { all, decide, holds } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-patches-looked-for',
  title: 'Managed machine was looked at for missing patches',
  row: 'os',
  severity: 'medium',
  on: 'AWS::EC2::Instance',
  why: 'A machine that was never looked at has no state to be bad: nothing says that patches are missing, and nobody installs them.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy: Systems Manager has no patch state for it',
    effort: 'minutes: an association that scans daily',
    reach: 'the machine and what its role may do',
    trap: 'managed is taken for patched',
  },
  // One that is not managed has a verdict of its own.
  applies: (_, { pointingHere, resource }) => all(decide(resource.dialect === 'api'), someLinked(pointingHere('Demarc::SSM::ManagedInstance'), () => holds())),
  evaluate: (_, { pointingHere, resource }) => lacking(someLinked(pointingHere('Demarc::SSM::PatchState'), () => holds()), resource, 'Demarc::SSM::PatchState', 'Systems Manager never looked for missing patches'),
  fix: { aws: `aws ssm create-association --name AWS-RunPatchBaseline --parameters Operation=Scan --schedule-expression "rate(1 day)" --targets Key=InstanceIds,Values=*` },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-scan-install-options.html'],
  equivalents: {},
  examples: {
    good: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": [{"InstanceId": "i-1", "MissingCount": 0, "OperationEndTime": {"$date": "2025-12-30T00:00:00Z"}}]}}}`,
    ],
    bad: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"InstancePatchStates": []}}}`,
    ],
    unknown: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}, "DescribeInstancePatchStatesCommand {\"InstanceIds\":[\"i-1\"]}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
