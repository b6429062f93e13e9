import { equals, not } from '../../../model/index.js';
import { nameOf, noSecretIn } from '../secrets.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-parameter-no-secret',
  title: 'Plain parameter holds no literal credential',
  row: 'secrets',
  severity: 'high',
  on: 'AWS::SSM::Parameter',
  why: 'A password written in code is in the repository, its history, the plan and every copy of them; in a plain parameter it is also shown to all who may read parameters.',
  cwe: ['CWE-798', 'CWE-312'],
  judgement: {
    detection: 'easy for whoever searches the repository',
    effort: 'an hour: change the credential, keep the new one in a secret',
    reach: 'whatever the credential opens',
    trap: 'the parameter is in AWS, so it is safe there; the template that made it is not',
  },
  applies: ({ Type: type }) => not(equals(type, 'SecureString')),
  evaluate: ({ Name: name, Value: value }) => noSecretIn(value, nameOf(name)),
  fix: {
    terraform: `resource "aws_secretsmanager_secret" "s" {
  name = "db"
}
resource "aws_ssm_parameter" "p" {
  name  = "/app/db/password"
  type  = "String"
  value = aws_secretsmanager_secret.s.arn
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /app/colour
      Type: String
      Value: blue`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html'],
  equivalents: {
    checkov: equal('CKV_AWS_384'),
  },
  examples: {
    good: [
      tf`
        resource "aws_secretsmanager_secret" "s" {
          name = "db"
        }
        resource "aws_ssm_parameter" "p" {
          name  = "/app/db/password"
          type  = "String"
          value = aws_secretsmanager_secret.s.arn
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SSM::Parameter
            Properties:
              Name: /app/colour
              Type: String
              Value: blue
      `,
    ],
    bad: [
      tf`
        resource "aws_secretsmanager_secret" "s" {
          name = "db"
        }
        resource "aws_ssm_parameter" "p" {
          name  = "/app/db/password"
          type  = "String"
          value = "Tr0ub4dor-and-3"
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::SSM::Parameter
            Properties:
              Name: /app/db/password
              Type: String
              Value: Tr0ub4dor-and-3
      `,
    ],
    unknown: [
      tf`
        variable "password" {}
        resource "aws_secretsmanager_secret" "s" {
          name = "db"
        }
        resource "aws_ssm_parameter" "p" {
          name  = "/app/db/password"
          type  = "String"
          value = var.password
        }
      `,
      cfn`
        Parameters:
          PPassword:
            Type: String
        Resources:
          P:
            Type: AWS::SSM::Parameter
            Properties:
              Name: /app/db/password
              Type: String
              Value: !Ref PPassword
      `,
    ],
  },
});
