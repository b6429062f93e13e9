import { isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-bedrock-agent-guardrail',
  title: 'Bedrock agent stands behind a guardrail',
  row: 'application',
  severity: 'medium',
  on: 'AWS::Bedrock::Agent',
  why: 'Without a guardrail whatever a user, or a document that the agent reads, tells it to say or do goes through unfiltered.',
  cwe: ['CWE-1427'],
  judgement: {
    detection: 'easy: no guardrail is named',
    effort: 'hours: a guardrail and its tests',
    reach: 'all that the agent can say and call',
    trap: 'the model is taken to refuse by itself',
  },
  evaluate: ({ GuardrailConfiguration: { GuardrailIdentifier: guardrail } }) => isPresent(guardrail),
  fix: {
    terraform: `guardrail_configuration {
  guardrail_identifier = "g1"
  guardrail_version    = "1"
}`,
    cloudformation: `GuardrailConfiguration:
  GuardrailIdentifier: g1
  GuardrailVersion: "1"`,
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html'],
  equivalents: {
    checkov: equal('CKV_AWS_383'),
    prowler: equal('bedrock_agent_guardrail_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_bedrockagent_agent" "r" {
          agent_name              = "a"
          agent_resource_role_arn = "arn:aws:iam::111122223333:role/a"
          foundation_model        = "anthropic.claude-v2"
          guardrail_configuration {
            guardrail_identifier = "g1"
            guardrail_version    = "1"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Bedrock::Agent
            Properties:
              AgentName: a
              GuardrailConfiguration:
                GuardrailIdentifier: g1
                GuardrailVersion: "1"
      `,
    ],
    bad: [
      tf`
        resource "aws_bedrockagent_agent" "r" {
          agent_name              = "a"
          agent_resource_role_arn = "arn:aws:iam::111122223333:role/a"
          foundation_model        = "anthropic.claude-v2"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Bedrock::Agent
            Properties:
              AgentName: a
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_bedrockagent_agent" "r" {
          agent_name              = "a"
          agent_resource_role_arn = "arn:aws:iam::111122223333:role/a"
          foundation_model        = "anthropic.claude-v2"
          guardrail_configuration {
            guardrail_identifier = var.x
            guardrail_version    = "1"
          }
        }
      `,
    ],
  },
});
