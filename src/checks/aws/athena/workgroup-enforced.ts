import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-athena-workgroup-enforced',
  title: 'Workgroup overrides the settings of its clients',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::Athena::WorkGroup',
  why: 'A client that may choose for itself writes results elsewhere and in the clear.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'hard: queries work all the same',
    effort: 'seconds',
    reach: 'the results of all queries',
    trap: 'the workgroup says encrypted, so results are',
  },
  evaluate: ({ WorkGroupConfiguration: configuration }) => isTrue(configuration.EnforceWorkGroupConfiguration),
  fix: {
    terraform: `resource "aws_athena_workgroup" "w" {
  name = "analysts"
  configuration {
    enforce_workgroup_configuration = true
  }
}`,
    cloudformation: `Resources:
  W:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: analysts
      WorkGroupConfiguration:
        EnforceWorkGroupConfiguration: true`,
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  equivalents: {
    checkov: equal('CKV_AWS_82'),
    trivy: equal('AVD-AWS-0007'),
    prowler: equal('athena_workgroup_enforce_configuration'),
  },
  examples: {
    good: [
      tf`
        resource "aws_athena_workgroup" "w" {
          name = "analysts"
          configuration {
            enforce_workgroup_configuration = true
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
                EnforceWorkGroupConfiguration: true
      `,
    ],
    bad: [
      tf`
        resource "aws_athena_workgroup" "w" {
          name = "analysts"
          configuration {
            enforce_workgroup_configuration = false
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
                EnforceWorkGroupConfiguration: false
      `,
    ],
    unknown: [
      tf`
        variable "enforce" {}
        resource "aws_athena_workgroup" "w" {
          name = "analysts"
          configuration {
            enforce_workgroup_configuration = var.enforce
          }
        }
      `,
      cfn`
        Parameters:
          PEnforce:
            Type: String
        Resources:
          W:
            Type: AWS::Athena::WorkGroup
            Properties:
              Name: analysts
              WorkGroupConfiguration:
                EnforceWorkGroupConfiguration: !Ref PEnforce
      `,
    ],
  },
});
