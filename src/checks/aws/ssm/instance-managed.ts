import { all, decide, equals, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-instance-managed',
  title: 'Running machine is managed by Systems Manager',
  row: 'os',
  severity: 'medium',
  on: 'AWS::EC2::Instance',
  why: 'A machine that nothing can reach to inventory and patch is patched by nobody, and the one who logs in by hand opens a port for it.',
  cwe: ['CWE-1329'],
  judgement: {
    detection: 'easy: Systems Manager lists what it manages',
    effort: 'minutes: give the role AmazonSSMManagedInstanceCore, or turn on default host management',
    reach: 'the machine and what its role may do',
    trap: 'the agent is in the image, so it works',
  },
  applies: (_, { resource, facts }) => all(decide(resource.dialect === 'api'), equals(facts.State as Field<string>, 'running')),
  evaluate: (_, { pointingHere, resource }) => lacking(someLinked(pointingHere('Demarc::SSM::ManagedInstance'), (managed) => equals(managed.PingStatus, 'Online')), resource, 'Demarc::SSM::ManagedInstance', 'Systems Manager does not manage the machine'),
  fix: { aws: `aws ssm update-service-setting --setting-id arn:aws:ssm:REGION:ACCOUNT:servicesetting/ssm/managed-instance/default-ec2-instance-management-role --setting-value service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole` },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html'],
  equivalents: {
    prowler: equal('ec2_instance_managed_by_ssm'),
  },
  examples: {
    good: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "Online"}]}}}`,
    ],
    bad: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": []}}}`,
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"InstanceInformationList": [{"InstanceId": "i-1", "PingStatus": "ConnectionLost"}]}}}`,
    ],
    unknown: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "State": {"Name": "running"}}]}]}}, "ssm": {"DescribeInstanceInformationCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
