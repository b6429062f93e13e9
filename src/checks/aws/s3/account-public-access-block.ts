import { all, isTrue } from '../../../model/index.js';
import { account, broader, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-account-public-access-block',
  title: 'Account turns on all four public access blocks',
  row: 'data',
  severity: 'high',
  on: 'Demarc::S3::AccountPublicAccessBlock',
  why: 'The account\'s block overrules every bucket, also those that someone makes by hand tomorrow. One setting that is off leaves each bucket to its own.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy: one page of the console',
    effort: 'minutes, after moving what must be public to an account of its own',
    reach: 'every bucket of the account',
    trap: 'new buckets block public access by default, so the account need not',
  },
  evaluate: (block) => all(isTrue(block.BlockPublicAcls), isTrue(block.IgnorePublicAcls), isTrue(block.BlockPublicPolicy), isTrue(block.RestrictPublicBuckets)),
  fix: {
    terraform: `resource "aws_s3_account_public_access_block" "a" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    cloudformation: `# CloudFormation has no type for it:
# aws s3control put-public-access-block --account-id ACCOUNT --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html'],
  equivalents: {
    prowler: broader('s3_account_level_public_access_blocks'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_account_public_access_block" "a" {
          block_public_acls       = true
          ignore_public_acls      = true
          block_public_policy     = true
          restrict_public_buckets = true
        }
      `,
      account`{"s3-control": {"GetPublicAccessBlockCommand {\"AccountId\":\"111122223333\"}": {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true}}}}`,
    ],
    bad: [
      tf`
        resource "aws_s3_account_public_access_block" "a" {
          block_public_acls       = true
          ignore_public_acls      = true
          block_public_policy     = true
          restrict_public_buckets = false
        }
      `,
      account`{"s3-control": {"GetPublicAccessBlockCommand {\"AccountId\":\"111122223333\"}": {"error": ["NoSuchPublicAccessBlockConfiguration"]}}}`,
    ],
    unknown: [
      tf`
        variable "block" {}
        resource "aws_s3_account_public_access_block" "a" {
          block_public_acls       = true
          ignore_public_acls      = true
          block_public_policy     = true
          restrict_public_buckets = var.block
        }
      `,
      account`{"s3-control": {"GetPublicAccessBlockCommand {\"AccountId\":\"111122223333\"}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
