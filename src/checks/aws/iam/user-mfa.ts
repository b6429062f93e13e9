import { isTrue } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-iam-user-mfa',
  title: 'User with a password signs in with a second factor',
  row: 'identity',
  severity: 'high',
  on: 'Demarc::IAM::CredentialReportEntry',
  why: 'A password alone is guessed, reused and phished; it opens the console from anywhere.',
  cwe: ['CWE-308'],
  judgement: {
    detection: 'easy: the credential report lists it',
    effort: 'minutes',
    reach: 'whatever the user may do',
    trap: 'nobody looks at accounts that still work',
  },
  applies: ({ PasswordEnabled: password }) => isTrue(password),
  evaluate: ({ MFAActive: mfa }) => isTrue(mfa),
  fix: { aws: `aws iam enable-mfa-device --user-name NAME --serial-number ARN --authentication-code1 CODE --authentication-code2 CODE` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html'],
  equivalents: {
    prowler: equal('iam_user_mfa_enabled_console_access'),
  },
  examples: {
    good: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"Content": {"$bytes": "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQscGFzc3dvcmRfbGFzdF91c2VkLHBhc3N3b3JkX2xhc3RfY2hhbmdlZCxwYXNzd29yZF9uZXh0X3JvdGF0aW9uLG1mYV9hY3RpdmUsYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMV9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3NlcnZpY2UsYWNjZXNzX2tleV8yX2FjdGl2ZSxhY2Nlc3Nfa2V5XzJfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3NlcnZpY2UsY2VydF8xX2FjdGl2ZSxjZXJ0XzFfbGFzdF9yb3RhdGVkLGNlcnRfMl9hY3RpdmUsY2VydF8yX2xhc3Rfcm90YXRlZAphbm4sYXJuOmF3czppYW06OjExMTEyMjIyMzMzMzp1c2VyL2FubiwyMDI1LTEyLTAxVDAwOjAwOjAwKzAwOjAwLHRydWUsTi9BLE4vQSxOL0EsdHJ1ZSxmYWxzZSxOL0EsTi9BLE4vQSxOL0EsZmFsc2UsTi9BLE4vQSxOL0EsTi9BLE4vQSxOL0EsTi9BLE4vQQo="}}}}`,
    ],
    bad: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"State": "COMPLETE"}, "GetCredentialReportCommand {}": {"Content": {"$bytes": "dXNlcixhcm4sdXNlcl9jcmVhdGlvbl90aW1lLHBhc3N3b3JkX2VuYWJsZWQscGFzc3dvcmRfbGFzdF91c2VkLHBhc3N3b3JkX2xhc3RfY2hhbmdlZCxwYXNzd29yZF9uZXh0X3JvdGF0aW9uLG1mYV9hY3RpdmUsYWNjZXNzX2tleV8xX2FjdGl2ZSxhY2Nlc3Nfa2V5XzFfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMV9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzFfbGFzdF91c2VkX3NlcnZpY2UsYWNjZXNzX2tleV8yX2FjdGl2ZSxhY2Nlc3Nfa2V5XzJfbGFzdF9yb3RhdGVkLGFjY2Vzc19rZXlfMl9sYXN0X3VzZWRfZGF0ZSxhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3JlZ2lvbixhY2Nlc3Nfa2V5XzJfbGFzdF91c2VkX3NlcnZpY2UsY2VydF8xX2FjdGl2ZSxjZXJ0XzFfbGFzdF9yb3RhdGVkLGNlcnRfMl9hY3RpdmUsY2VydF8yX2xhc3Rfcm90YXRlZAphbm4sYXJuOmF3czppYW06OjExMTEyMjIyMzMzMzp1c2VyL2FubiwyMDI1LTEyLTAxVDAwOjAwOjAwKzAwOjAwLHRydWUsTi9BLE4vQSxOL0EsZmFsc2UsZmFsc2UsTi9BLE4vQSxOL0EsTi9BLGZhbHNlLE4vQSxOL0EsTi9BLE4vQSxOL0EsTi9BLE4vQSxOL0EK"}}}}`,
    ],
    unknown: [
      account`{"iam": {"GenerateCredentialReportCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
