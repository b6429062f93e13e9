import { equals } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-macie-on',
  title: 'Macie looks for personal data in buckets',
  row: 'logging',
  severity: 'low',
  on: 'Demarc::Macie2::Session',
  why: 'Copies of customers’ data end up in buckets that nobody thinks of; who does not look does not know which ones to lock.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: a bucket does not say what is in it',
    effort: 'minutes; it costs by what it reads',
    reach: 'the buckets of the region',
    trap: 'it is turned on in one region only',
  },
  evaluate: ({ Status: status }) => equals(status, 'ENABLED'),
  fix: { aws: `aws macie2 enable-macie --region REGION` },
  references: ['https://docs.aws.amazon.com/macie/latest/user/getting-started.html'],
  equivalents: {
    prowler: equal('macie_is_enabled'),
  },
  examples: {
    good: [account`{"macie2": {"GetMacieSessionCommand {}": {"status": "ENABLED"}}}`],
    bad: [account`{"macie2": {"GetMacieSessionCommand {}": {"status": "PAUSED"}}}`],
    unknown: [
      account`{"macie2": {"GetMacieSessionCommand {}": {"error": ["AccessDeniedException"]}}}`,
    ],
  },
});
