import { equals } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-qldb-standard-permissions',
  title: 'Ledger decides access table by table',
  row: 'identity',
  severity: 'medium',
  on: 'AWS::QLDB::Ledger',
  why: 'In the old mode whoever may reach the ledger may do everything in it.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy: the mode is on the ledger',
    effort: 'hours: policies for each table',
    reach: 'the whole ledger',
    trap: 'IAM policies limit who does what; in that mode they cannot',
  },
  evaluate: ({ PermissionsMode: mode }) => equals(mode, 'STANDARD'),
  fix: {
    terraform: `resource "aws_qldb_ledger" "l" {
  permissions_mode = "STANDARD"
}`,
    cloudformation: `Resources:
  L:
    Type: AWS::QLDB::Ledger
    Properties:
      PermissionsMode: STANDARD`,
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-qldb-ledger.html'],
  equivalents: {
    checkov: equal('CKV_AWS_170'),
  },
  examples: {
    good: [
      tf`
        resource "aws_qldb_ledger" "l" {
          permissions_mode = "STANDARD"
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::QLDB::Ledger
            Properties:
              PermissionsMode: STANDARD
      `,
    ],
    bad: [
      tf`
        resource "aws_qldb_ledger" "l" {
          permissions_mode = "ALLOW_ALL"
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::QLDB::Ledger
            Properties:
              PermissionsMode: ALLOW_ALL
      `,
    ],
    unknown: [
      tf`
        variable "mode" {}
        resource "aws_qldb_ledger" "l" {
          permissions_mode = var.mode
        }
      `,
      cfn`
        Parameters:
          PMode:
            Type: String
        Resources:
          L:
            Type: AWS::QLDB::Ledger
            Properties:
              PermissionsMode: !Ref PMode
      `,
    ],
  },
});
