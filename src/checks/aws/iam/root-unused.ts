import { all, equals, every, not } from '../../../model/index.js';
import { within } from '../dates.js';
import { account, defineCheck, equal } from '../../define.js';

/** Days after which a use is history. */
const DAYS = 30;

export default defineCheck({
  id: 'aws-iam-root-unused',
  title: 'Root user is not used',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::IAM::CredentialReportEntry',
  why: 'Whoever works as root works without limits, and one slip or one stolen session is the whole account.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: the credential report lists it',
    effort: 'minutes',
    reach: 'whatever the user may do',
    trap: 'nobody looks at accounts that still work',
  },
  applies: ({ UserName: user }) => equals(user, '<root_account>'),
  evaluate: ({ PasswordLastUsed: used, AccessKeys: keys }, { now }) => all(not(within(used, DAYS, now, false)), every(keys, (key) => not(within(key.LastUsed, DAYS, now, false)))),
  fix: { aws: `# use a role for the work; keep root for the few tasks that only root can do` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html'],
  equivalents: {
    prowler: equal('iam_avoid_root_usage'),
  },
  examples: {
    good: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"Content": {"$bytes": "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQscGFzc3dvcmRfbGFzdF91c2VkLHBhc3N3b3JkX2xhc3RfY2hhbmdlZCxwYXNzd29yZF9uZXh0X3JvdGF0aW9uLG1mYV9hY3RpdmUsYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMV9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3NlcnZpY2UsYWNjZXNzX2tleV8yX2FjdGl2ZSxhY2Nlc3Nfa2V5XzJfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3NlcnZpY2UsY2VydF8xX2FjdGl2ZSxjZXJ0XzFfbGFzdF9yb3RhdGVkLGNlcnRfMl9hY3RpdmUsY2VydF8yX2xhc3Rfcm90YXRlZAo8cm9vdF9hY2NvdW50Pixhcm46YXdzOmlhbTo6MTExMTIyMjIzMzMzOnJvb3QsMjAyNS0xMi0wMVQwMDowMDowMCswMDowMCx0cnVlLDIwMjUtMDYtMDFUMDA6MDA6MDArMDA6MDAsTi9BLE4vQSxmYWxzZSxmYWxzZSxOL0EsTi9BLE4vQSxOL0EsZmFsc2UsTi9BLE4vQSxOL0EsTi9BLE4vQSxOL0EsTi9BLE4vQQo="}}}}`,
    ],
    bad: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"Content": {"$bytes": "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQscGFzc3dvcmRfbGFzdF91c2VkLHBhc3N3b3JkX2xhc3RfY2hhbmdlZCxwYXNzd29yZF9uZXh0X3JvdGF0aW9uLG1mYV9hY3RpdmUsYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMV9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3NlcnZpY2UsYWNjZXNzX2tleV8yX2FjdGl2ZSxhY2Nlc3Nfa2V5XzJfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3NlcnZpY2UsY2VydF8xX2FjdGl2ZSxjZXJ0XzFfbGFzdF9yb3RhdGVkLGNlcnRfMl9hY3RpdmUsY2VydF8yX2xhc3Rfcm90YXRlZAo8cm9vdF9hY2NvdW50Pixhcm46YXdzOmlhbTo6MTExMTIyMjIzMzMzOnJvb3QsMjAyNS0xMi0wMVQwMDowMDowMCswMDowMCx0cnVlLDIwMjUtMTItMzBUMDA6MDA6MDArMDA6MDAsTi9BLE4vQSxmYWxzZSxmYWxzZSxOL0EsTi9BLE4vQSxOL0EsZmFsc2UsTi9BLE4vQSxOL0EsTi9BLE4vQSxOL0EsTi9BLE4vQQo="}}}}`,
    ],
    unknown: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"error": ["ReportExpired"]}}}`,
    ],
  },
});
