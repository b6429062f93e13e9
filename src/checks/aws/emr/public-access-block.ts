import { isFalse, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-emr-public-access-block',
  title: 'Hadoop clusters of the account cannot be opened to the internet',
  row: 'network',
  severity: 'medium',
  on: 'Demarc::EMR::BlockPublicAccess',
  why: 'A cluster that strangers reach runs their jobs.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: one setting a region',
    effort: 'a minute',
    reach: 'every cluster of the region',
    trap: 'each cluster is taken to be closed by itself',
  },
  evaluate: ({ BlockPublicSecurityGroupRules: on }) => not(isFalse(on)),
  fix: {
    terraform: 'block_public_security_group_rules = true',
    cloudformation: '# a setting of the account: aws emr put-block-public-access-configuration',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html'],
  equivalents: {
    checkov: equal('CKV_AWS_390'),
    prowler: equal('emr_cluster_account_public_block_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_emr_block_public_access_configuration" "b" {
          block_public_security_group_rules = true
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_emr_block_public_access_configuration" "b" {
          block_public_security_group_rules = false
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_emr_block_public_access_configuration" "b" {
          block_public_security_group_rules = var.x
        }
      `,
    ],
  },
});
