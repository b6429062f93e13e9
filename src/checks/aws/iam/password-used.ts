import { any, isTrue } from '../../../model/index.js';
import { within } from '../dates.js';
import { account, broader, defineCheck } from '../../define.js';

const DAYS = 90;

export default defineCheck({
  id: 'aws-iam-password-used',
  title: 'Passwords of users are in use',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::IAM::CredentialReportEntry',
  why: 'People leave, and their passwords stay: an unused one is tried by whoever finds it in a leak.',
  cwe: ['CWE-1164'],
  judgement: {
    detection: 'easy: the credential report lists it',
    effort: 'minutes',
    reach: 'whatever the user may do',
    trap: 'nobody looks at accounts that still work',
  },
  applies: ({ PasswordEnabled: password }) => isTrue(password),
  evaluate: ({ PasswordLastUsed: used, PasswordLastChanged: changed }, { now }) => any(within(used, DAYS, now, false), within(changed, DAYS, now, false)),
  fix: { aws: `aws iam delete-login-profile --user-name NAME` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html'],
  equivalents: {
    prowler: broader('iam_user_console_access_unused'),
  },
  examples: {
    good: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"Content": {"$bytes": "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQscGFzc3dvcmRfbGFzdF91c2VkLHBhc3N3b3JkX2xhc3RfY2hhbmdlZCxwYXNzd29yZF9uZXh0X3JvdGF0aW9uLG1mYV9hY3RpdmUsYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMV9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3NlcnZpY2UsYWNjZXNzX2tleV8yX2FjdGl2ZSxhY2Nlc3Nfa2V5XzJfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3NlcnZpY2UsY2VydF8xX2FjdGl2ZSxjZXJ0XzFfbGFzdF9yb3RhdGVkLGNlcnRfMl9hY3RpdmUsY2VydF8yX2xhc3Rfcm90YXRlZAphbm4sYXJuOmF3czppYW06OjExMTEyMjIyMzMzMzp1c2VyL2FubiwyMDI1LTEyLTAxVDAwOjAwOjAwKzAwOjAwLHRydWUsMjAyNS0xMi0zMFQwMDowMDowMCswMDowMCwyMDI1LTAxLTAxVDAwOjAwOjAwKzAwOjAwLE4vQSxmYWxzZSxmYWxzZSxOL0EsTi9BLE4vQSxOL0EsZmFsc2UsTi9BLE4vQSxOL0EsTi9BLE4vQSxOL0EsTi9BLE4vQQo="}}}}`,
    ],
    bad: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"Content": {"$bytes": "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQscGFzc3dvcmRfbGFzdF91c2VkLHBhc3N3b3JkX2xhc3RfY2hhbmdlZCxwYXNzd29yZF9uZXh0X3JvdGF0aW9uLG1mYV9hY3RpdmUsYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMV9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3NlcnZpY2UsYWNjZXNzX2tleV8yX2FjdGl2ZSxhY2Nlc3Nfa2V5XzJfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3NlcnZpY2UsY2VydF8xX2FjdGl2ZSxjZXJ0XzFfbGFzdF9yb3RhdGVkLGNlcnRfMl9hY3RpdmUsY2VydF8yX2xhc3Rfcm90YXRlZAphbm4sYXJuOmF3czppYW06OjExMTEyMjIyMzMzMzp1c2VyL2FubiwyMDI1LTEyLTAxVDAwOjAwOjAwKzAwOjAwLHRydWUsTi9BLDIwMjUtMDEtMDFUMDA6MDA6MDArMDA6MDAsTi9BLGZhbHNlLGZhbHNlLE4vQSxOL0EsTi9BLE4vQSxmYWxzZSxOL0EsTi9BLE4vQSxOL0EsTi9BLE4vQSxOL0EsTi9BCg=="}}}}`,
    ],
    unknown: [],
  },
});
