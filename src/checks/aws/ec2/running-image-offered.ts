import { all, because, decide, equals, isPresent, not, test } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, broader, defineCheck } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-running-image-offered',
  title: 'Machine runs from an image that its owner still offers',
  row: 'os',
  severity: 'medium',
  on: 'AWS::EC2::Instance',
  why: 'An owner deprecates or withdraws an image when nothing in it is mended any more: a machine that is replaced from it starts with every hole of that day, or does not start.',
  cwe: ['CWE-1329', 'CWE-1104'],
  judgement: {
    detection: 'easy: the image has a day of deprecation',
    effort: 'minutes to hours: start from the newest image of the line',
    reach: 'the machine and what its role may do',
    trap: 'the machine runs, so the image is good',
  },
  applies: ({ ImageId: image }, { resource }) => all(decide(resource.dialect === 'api'), isPresent(image)),
  evaluate: (_, { now, pointingHere, resource }) =>
    lacking(
      someLinked(pointingHere('Demarc::EC2::InstanceImage'), ({ State: state, DeprecationTime: end }) =>
          all(
            because(equals(state, 'available'), (truth) => (truth === false ? 'the image is withdrawn or disabled' : undefined)),
            because(not(test(end, (day) => Date.parse(String(day)) <= Date.parse(now))), (truth) => (truth === false ? 'the image is deprecated' : undefined)),
          ),
      ),
      resource,
      'ImageId',
      'nothing is known of the image',
    ),
  fix: { aws: 'aws ec2 describe-images --owners amazon --filters Name=name,Values=al2023-ami-2023*-x86_64 --query "sort_by(Images,&CreationDate)[-1].ImageId"' },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html'],
  equivalents: { prowler: broader('ec2_instance_with_outdated_ami') },
  examples: {
    good: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": [{"ImageId": "ami-1", "Name": "al2023", "State": "available"}]}}}`,
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": [{"ImageId": "ami-1", "Name": "al2023", "State": "available", "DeprecationTime": "2027-12-30T00:00:00Z"}]}}}`,
    ],
    bad: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": [{"ImageId": "ami-1", "Name": "al2023", "State": "available", "DeprecationTime": "2025-03-01T00:00:00Z"}]}}}`,
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": []}}}`,
    ],
    unknown: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"error": ["UnauthorizedOperation"]}}}`,
    ],
  },
});
