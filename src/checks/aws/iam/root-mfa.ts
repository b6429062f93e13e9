import { isTrue } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-root-mfa',
  title: 'Root user signs in with a second factor',
  row: 'identity',
  severity: 'critical',
  on: 'Demarc::IAM::AccountSummary',
  why: 'Root can close the account, and no policy limits it: a guessed or reused password alone must not be enough.',
  cwe: ['CWE-308'],
  judgement: {
    detection: 'easy: the account summary says so',
    effort: 'minutes: register a device, better two',
    reach: 'the whole account',
    trap: 'root is never used, so nobody protects it',
  },
  evaluate: ({ AccountMFAEnabled: mfa }) => isTrue(mfa),
  fix: { aws: `# sign in as root: Security credentials, Assign MFA device (a hardware key; register two)` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html'],
  equivalents: {
    prowler: equal('iam_root_mfa_enabled'),
  },
  examples: {
    good: [
      account`{"iam": {"GetAccountSummaryCommand {}": {"SummaryMap": {"AccountMFAEnabled": 1}}}}`,
    ],
    bad: [
      account`{"iam": {"GetAccountSummaryCommand {}": {"SummaryMap": {"AccountMFAEnabled": 0}}}}`,
    ],
    unknown: [
      account`{"iam": {"GetAccountSummaryCommand {}": {"SummaryMap": {"Users": 3}}}}`,
      account`{"iam": {"GetAccountSummaryCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
