import { isFalse } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-root-keys-none',
  title: 'Account has no access key of its root user',
  row: 'identity',
  severity: 'critical',
  on: 'Demarc::IAM::AccountSummary',
  why: 'A key of root cannot be limited by any policy, and works from anywhere until somebody deletes it.',
  cwe: ['CWE-250', 'CWE-798'],
  judgement: {
    detection: 'easy: the account summary counts them',
    effort: 'minutes: delete them',
    reach: 'the whole account',
    trap: 'the key was made for one script years ago',
  },
  evaluate: ({ AccountAccessKeysPresent: keys }) => isFalse(keys),
  fix: { aws: `# sign in as root: Security credentials, Access keys, Delete` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html'],
  equivalents: {
    prowler: equal('iam_no_root_access_key'),
  },
  examples: {
    good: [
      account`{"iam": {"GetAccountSummaryCommand {}": {"SummaryMap": {"AccountAccessKeysPresent": 0}}}}`,
    ],
    bad: [
      account`{"iam": {"GetAccountSummaryCommand {}": {"SummaryMap": {"AccountAccessKeysPresent": 1}}}}`,
    ],
    unknown: [
      account`{"iam": {"GetAccountSummaryCommand {}": {"SummaryMap": {"Users": 3}}}}`,
      account`{"iam": {"GetAccountSummaryCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
