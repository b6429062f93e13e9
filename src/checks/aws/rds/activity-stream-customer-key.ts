import { customerKey } from '../keys.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-activity-stream-customer-key',
  title: 'Activity streams are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'Demarc::RDS::ActivityStream',
  why: 'The stream holds every statement; who holds the key reads along.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'every statement of the database',
    trap: 'the stream is taken to hold figures only',
  },
  evaluate: ({ KmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: 'kms_key_id = aws_kms_key.this.key_id',
    cloudformation: '# activity streams are no resources of CloudFormation',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/DBActivityStreams.html'],
  equivalents: {
    checkov: equal('CKV_AWS_246'),
  },
  examples: {
    good: [
      tf`
        resource "aws_rds_cluster_activity_stream" "a" {
          resource_arn = "arn:aws:rds:eu-west-1:111122223333:cluster:c"
          mode         = "async"
          kms_key_id   = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_rds_cluster_activity_stream" "a" {
          resource_arn = "arn:aws:rds:eu-west-1:111122223333:cluster:c"
          mode         = "async"
          kms_key_id   = "alias/aws/rds"
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_rds_cluster_activity_stream" "a" {
          resource_arn = "arn:aws:rds:eu-west-1:111122223333:cluster:c"
          mode         = "async"
          kms_key_id   = var.x
        }
      `,
    ],
  },
});
