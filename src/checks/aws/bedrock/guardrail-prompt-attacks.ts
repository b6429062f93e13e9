import { all, equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-bedrock-guardrail-prompt-attacks',
  title: 'Guardrail filters attacks in prompts',
  row: 'application',
  severity: 'medium',
  on: 'AWS::Bedrock::Guardrail',
  why: 'Without the filter a prompt that tells the model to forget its orders reaches it.',
  cwe: ['CWE-1427'],
  judgement: {
    detection: 'easy: a filter is missing',
    effort: 'minutes',
    reach: 'all behind the guardrail',
    trap: 'a guardrail is taken to filter attacks by itself',
  },
  evaluate: ({ ContentPolicyConfig: { FiltersConfig: filters } }) => some(filters, ({ Type: type, InputStrength: strength }) => all(equals(type, 'PROMPT_ATTACK'), equals(strength, 'HIGH'))),
  fix: {
    terraform: `content_policy_config {
  filters_config {
    type            = "PROMPT_ATTACK"
    input_strength  = "HIGH"
    output_strength = "NONE"
  }
}`,
    cloudformation: `ContentPolicyConfig:
  FiltersConfig:
    - Type: PROMPT_ATTACK
      InputStrength: HIGH
      OutputStrength: NONE`,
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html'],
  equivalents: {
    prowler: equal('bedrock_guardrail_prompt_attack_filter_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_bedrock_guardrail" "r" {
          name                      = "g"
          blocked_input_messaging   = "no"
          blocked_outputs_messaging = "no"
          content_policy_config {
            filters_config {
              type            = "PROMPT_ATTACK"
              input_strength  = "HIGH"
              output_strength = "NONE"
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
              ContentPolicyConfig:
                FiltersConfig:
                  - Type: PROMPT_ATTACK
                    InputStrength: HIGH
                    OutputStrength: NONE
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
      tf`
        resource "aws_bedrock_guardrail" "r" {
          name                      = "g"
          blocked_input_messaging   = "no"
          blocked_outputs_messaging = "no"
          content_policy_config {
            filters_config {
              type            = "PROMPT_ATTACK"
              input_strength  = "LOW"
              output_strength = "NONE"
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
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_bedrock_guardrail" "r" {
          name                      = "g"
          blocked_input_messaging   = "no"
          blocked_outputs_messaging = "no"
          content_policy_config {
            filters_config {
              type            = "PROMPT_ATTACK"
              input_strength  = var.x
              output_strength = "NONE"
            }
          }
        }
      `,
    ],
  },
});
