import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { cfn, defineCheck, narrower, tf } from '../../define.js';
import { ofPolicy } from '../../aws/policies.js';

export default defineCheck({
  id: 'aws-events-registry-names-callers',
  title: 'Schema registry lets in only callers that it names',
  row: 'data',
  severity: 'low',
  on: 'AWS::EventSchemas::RegistryPolicy',
  why: 'A statement for everyone shows strangers how your events are made.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for strangers who know the account',
    effort: 'minutes: name the accounts, roles or services',
    reach: 'the schemas of the registry',
    trap: 'nobody outside is taken to know its name',
  },
  evaluate: ({ Policy: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `policy = jsonencode({
  Version   = "2012-10-17"
  Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "schemas:DescribeSchema", Resource = "*" }]
})`,
    cloudformation: `Principal:
  AWS: arn:aws:iam::111122223333:role/reader`,
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-schema-registry.html'],
  equivalents: {
    prowler: narrower('eventbridge_schema_registry_cross_account_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_schemas_registry_policy" "r" {
          registry_name = "r"
          policy        = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "schemas:DescribeSchema", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EventSchemas::RegistryPolicy
            Properties:
              RegistryName: r
              Policy:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { AWS: "arn:aws:iam::111122223333:role/reader" }
                    Action: schemas:DescribeSchema
                    Resource: "*"
      `,
    ],
    bad: [
      tf`
        resource "aws_schemas_registry_policy" "r" {
          registry_name = "r"
          policy        = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = "*", Action = "schemas:DescribeSchema", Resource = "*" }]
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EventSchemas::RegistryPolicy
            Properties:
              RegistryName: r
              Policy:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: "*"
                    Action: schemas:DescribeSchema
                    Resource: "*"
      `,
    ],
    unknown: [
      tf`
        variable "policy" {
          type = string
        }
        resource "aws_schemas_registry_policy" "r" {
          registry_name = "r"
          policy        = var.policy
        }
      `,
    ],
  },
});
