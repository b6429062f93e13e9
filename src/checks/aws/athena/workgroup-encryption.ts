import { isPresent } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-athena-workgroup-encryption',
  title: 'Workgroup encrypts the results of queries',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::Athena::WorkGroup',
  why: 'Results are copies of the data in another bucket, often kept for ever. In the clear they undo the care taken of the source.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the setting is on the workgroup',
    effort: 'minutes',
    reach: 'the results of all queries',
    trap: 'the tables are encrypted, so the results are',
  },
  evaluate: ({ WorkGroupConfiguration: { ResultConfiguration: result } }) => isPresent(result.EncryptionConfiguration.EncryptionOption),
  fix: {
    terraform: `resource "aws_athena_workgroup" "w" {
  name = "analysts"
  configuration {
    result_configuration {
      output_location = "s3://results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
      }
    }
  }
}`,
    cloudformation: `Resources:
  W:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: analysts
      WorkGroupConfiguration:
        ResultConfiguration:
          OutputLocation: s3://results/
          EncryptionConfiguration:
            EncryptionOption: SSE_KMS`,
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html'],
  equivalents: {
    checkov: equal('CKV_AWS_159'),
    trivy: broader('AVD-AWS-0006'),
    prowler: equal('athena_workgroup_encryption'),
  },
  examples: {
    good: [
      tf`
        resource "aws_athena_workgroup" "w" {
          name = "analysts"
          configuration {
            result_configuration {
              output_location = "s3://results/"
              encryption_configuration {
                encryption_option = "SSE_KMS"
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                ResultConfiguration:
                  OutputLocation: s3://results/
                  EncryptionConfiguration:
                    EncryptionOption: SSE_KMS
      `,
    ],
    bad: [
      tf`
        resource "aws_athena_workgroup" "w" {
          name = "analysts"
          configuration {
            result_configuration {
              output_location = "s3://results/"
            }
          }
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                ResultConfiguration:
                  OutputLocation: s3://results/
      `,
    ],
    unknown: [
      tf`
        variable "option" {}
        resource "aws_athena_workgroup" "w" {
          name = "analysts"
          configuration {
            result_configuration {
              output_location = "s3://results/"
              encryption_configuration {
                encryption_option = var.option
              } 
            }
          }
        }
      `,
      cfn`
        Parameters:
          POption:
            Type: String
        Resources:
          W:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                ResultConfiguration:
                  OutputLocation: s3://results/
                  EncryptionConfiguration:
                    EncryptionOption: !Ref POption
      `,
    ],
  },
});
