import { all, because, decide, equals, isPresent, not } from '../../../model/index.js';
import { within } from '../dates.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck } from '../../define.js';

const DAYS = 180;

export default defineCheck({
  id: 'aws-ec2-running-image-recent',
  title: 'Machine was started from an image of the last half-year',
  row: 'os',
  severity: 'low',
  on: 'AWS::EC2::Instance',
  why: 'What a machine was started from is what it goes back to when it is replaced or scaled: an old image brings all holes of its age along until something patches them.',
  cwe: ['CWE-1329', 'CWE-1104'],
  judgement: {
    detection: 'easy: the image has a day',
    effort: 'minutes to hours: start from the newest image of the line',
    reach: 'the machine and what its role may do',
    trap: 'patches in place are taken to last when the machine is replaced',
  },
  applies: ({ ImageId: image }, { resource }) => all(decide(resource.dialect === 'api'), isPresent(image)),
  evaluate: (_, { now, pointingHere, resource }) =>
    lacking(
      someLinked(pointingHere('Demarc::EC2::InstanceImage'), ({ CreationDate: made, State: state }) =>
          all(
            because(not(equals(state, 'withdrawn')), (truth) => (truth === false ? 'the image is withdrawn, and its age with it' : undefined)),
            because(within(made, DAYS, now, false), (truth) => (truth === false ? `the image is older than ${DAYS} days` : undefined)),
          ),
      ),
      resource,
      'ImageId',
      'nothing is known of the image',
    ),
  fix: { aws: 'aws ec2 describe-images --owners amazon --filters Name=name,Values=al2023-ami-2023*-x86_64 --query "sort_by(Images,&CreationDate)[-1].ImageId"' },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html', 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html'],
  equivalents: {},
  examples: {
    good: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": [{"ImageId": "ami-1", "Name": "al2023", "State": "available", "CreationDate": "2025-12-01T00:00:00.000Z"}]}}}`,
    ],
    bad: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": [{"ImageId": "ami-1", "Name": "al2023", "State": "available", "CreationDate": "2021-12-01T00:00:00.000Z"}]}}}`,
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"Images": []}}}`,
    ],
    unknown: [
      account`{"ec2": {"DescribeInstancesCommand {}": {"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1", "State": {"Name": "running"}}]}]}, "DescribeImagesCommand {\"Filters\":[{\"Name\":\"image-id\",\"Values\":[\"ami-1\"]}],\"IncludeDeprecated\":true,\"IncludeDisabled\":true}": {"error": ["UnauthorizedOperation"]}}}`,
    ],
  },
});
