import { any, isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-bedrock-guardrail-sensitive-data',
  title: 'Guardrail holds back personal data',
  row: 'data',
  severity: 'medium',
  on: 'AWS::Bedrock::Guardrail',
  why: 'Without the filter names, numbers and addresses that the model has seen can be asked out of it.',
  cwe: ['CWE-200'],
  judgement: {
    detection: 'easy: a filter is missing',
    effort: 'minutes',
    reach: 'all behind the guardrail',
    trap: 'the model is taken to know what is private',
  },
  evaluate: ({ SensitiveInformationPolicyConfig: { PiiEntitiesConfig: entities, RegexesConfig: patterns } }) => any(isNotEmpty(entities), isNotEmpty(patterns)),
  fix: {
    terraform: `sensitive_information_policy_config {
  pii_entities_config {
    type   = "EMAIL"
    action = "ANONYMIZE"
  }
}`,
    cloudformation: `SensitiveInformationPolicyConfig:
  PiiEntitiesConfig:
    - Type: EMAIL
      Action: ANONYMIZE`,
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html'],
  equivalents: {
    prowler: equal('bedrock_guardrail_sensitive_information_filter_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_bedrock_guardrail" "r" {
          name                      = "g"
          blocked_input_messaging   = "no"
          blocked_outputs_messaging = "no"
          sensitive_information_policy_config {
            pii_entities_config {
              type   = "EMAIL"
              action = "ANONYMIZE"
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Bedrock::Guardrail
            Properties:
              Name: g
              BlockedInputMessaging: no
              BlockedOutputsMessaging: no
              SensitiveInformationPolicyConfig:
                PiiEntitiesConfig:
                  - Type: EMAIL
                    Action: ANONYMIZE
      `,
    ],
    bad: [
      tf`
        resource "aws_bedrock_guardrail" "r" {
          name                      = "g"
          blocked_input_messaging   = "no"
          blocked_outputs_messaging = "no"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Bedrock::Guardrail
            Properties:
              Name: g
              BlockedInputMessaging: no
              BlockedOutputsMessaging: no
      `,
    ],
    unknown: [],
  },
});
