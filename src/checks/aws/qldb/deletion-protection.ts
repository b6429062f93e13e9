import { isFalse, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-qldb-deletion-protection',
  title: 'Ledger is protected against deletion',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::QLDB::Ledger',
  why: 'A ledger is kept because its history must not be lost; one call deletes it unless the flag stands in the way.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy, by an outage',
    effort: 'seconds',
    reach: 'the whole history',
    trap: 'a ledger cannot be changed; it can be deleted',
  },
  evaluate: ({ DeletionProtection: protection }) => not(isFalse(protection)),
  fix: {
    terraform: `resource "aws_qldb_ledger" "l" {
  permissions_mode    = "STANDARD"
  deletion_protection = true
}`,
    cloudformation: `Resources:
  L:
    Type: AWS::QLDB::Ledger
    Properties:
      PermissionsMode: STANDARD
      DeletionProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-qldb-ledger.html'],
  equivalents: {
    checkov: equal('CKV_AWS_172'),
  },
  examples: {
    good: [
      tf`
        resource "aws_qldb_ledger" "l" {
          permissions_mode    = "STANDARD"
          deletion_protection = true
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::QLDB::Ledger
            Properties:
              PermissionsMode: STANDARD
              DeletionProtection: true
      `,
    ],
    bad: [
      tf`
        resource "aws_qldb_ledger" "l" {
          permissions_mode    = "STANDARD"
          deletion_protection = false
        }
      `,
      cfn`
        Resources:
          L:
            Type: AWS::QLDB::Ledger
            Properties:
              PermissionsMode: STANDARD
              DeletionProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "protect" {}
        resource "aws_qldb_ledger" "l" {
          permissions_mode    = "STANDARD"
          deletion_protection = var.protect
        }
      `,
      cfn`
        Parameters:
          PProtect:
            Type: String
        Resources:
          L:
            Type: AWS::QLDB::Ledger
            Properties:
              PermissionsMode: STANDARD
              DeletionProtection: !Ref PProtect
      `,
    ],
  },
});
