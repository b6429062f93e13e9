import { all, equals } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-inspector2-on',
  title: 'Inspector looks at machines and images',
  row: 'logging',
  severity: 'medium',
  on: 'Demarc::Inspector2::Status',
  why: 'Known holes in packages are published every day; without a scanner nobody here hears of them.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'hard: nothing tells of what is not scanned',
    effort: 'minutes',
    reach: 'machines, images and functions of the region',
    trap: 'images are scanned once, when they are pushed',
  },
  evaluate: ({ EC2: machines, ECR: images }) => all(equals(machines, 'ENABLED'), equals(images, 'ENABLED')),
  fix: { aws: `aws inspector2 enable --resource-types EC2 ECR --region REGION` },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/getting_started_tutorial.html'],
  equivalents: {
    prowler: equal('inspector2_is_enabled'),
  },
  examples: {
    good: [
      account`{"inspector2": {"BatchGetAccountStatusCommand {\"accountIds\":[\"111122223333\"]}": {"accounts": [{"accountId": "111122223333", "resourceState": {"ec2": {"status": "ENABLED"}, "ecr": {"status": "ENABLED"}}}]}}}`,
    ],
    bad: [
      account`{"inspector2": {"BatchGetAccountStatusCommand {\"accountIds\":[\"111122223333\"]}": {"accounts": [{"accountId": "111122223333", "resourceState": {"ec2": {"status": "DISABLED"}, "ecr": {"status": "ENABLED"}}}]}}}`,
    ],
    unknown: [
      account`{"inspector2": {"BatchGetAccountStatusCommand {\"accountIds\":[\"111122223333\"]}": {"accounts": [], "failedAccounts": [{"accountId": "111122223333", "errorCode": "ACCESS_DENIED"}]}}}`,
    ],
  },
});
