import { holds } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-securityhub-in-region',
  title: 'Region has Security Hub enabled',
  row: 'logging',
  severity: 'medium',
  on: 'Demarc::AWS::Region',
  why: 'Findings of half a dozen services lie apart where nobody gathers them.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: nothing tells of what is not watched',
    effort: 'minutes',
    reach: 'everything in the region',
    trap: 'somebody reads each console',
  },
  evaluate: (_, { here, resource }) =>
    lacking(
      someLinked(here('AWS::SecurityHub::Hub'), () => holds()),
      resource,
      'AWS::SecurityHub::Hub',
      'Security Hub is not enabled in the region',
    ),
  fix: { aws: `aws securityhub enable-security-hub --region REGION` },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html'],
  equivalents: {
    prowler: equal('securityhub_enabled'),
  },
  examples: {
    good: [
      account`{"securityhub": {"DescribeHubCommand {}": {"HubArn": "arn:aws:securityhub:us-east-1:111122223333:hub/default"}}}`,
    ],
    bad: [
      account`{"securityhub": {"DescribeHubCommand {}": {"error": ["NotSubscribedException", "InvalidAccessException"]}}}`,
    ],
    unknown: [
      account`{"securityhub": {"DescribeHubCommand {}": {"error": ["AccessDenied"]}}}`,
      account`{"securityhub": {"DescribeHubCommand {}": {"error": ["InvalidAccessException"]}}}`,
    ],
  },
});
