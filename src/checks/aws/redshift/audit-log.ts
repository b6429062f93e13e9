import { all, any, isFalse, isPresent, isTrue, not, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-redshift-audit-log',
  title: 'Redshift keeps an audit log',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::Redshift::Cluster',
  why: 'Without the logs nobody can tell who read or changed what.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the trace of who asked what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ LoggingProperties: logging }, { facts }) => all(any(isPresent(logging.BucketName), isPresent(logging.LogDestinationType), isTrue(facts.LoggingEnabled as Field<boolean>)), not(isFalse(facts.LoggingEnabled as Field<boolean>))),
  fix: {
    terraform: `logging {
  enable      = true
  bucket_name = aws_s3_bucket.logs.id
}`,
    cloudformation: `LoggingProperties:
  BucketName: !Ref Logs`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
  equivalents: {
    checkov: equal('CKV_AWS_71'),
    prowler: equal('redshift_cluster_audit_logging'),
  },
  examples: {
    good: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          logging {
            enable      = true
            bucket_name = "logs"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              LoggingProperties:
                BucketName: logs
      `,
    ],
    bad: [
      tf`
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          logging {
            enable = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Redshift::Cluster
            Properties:
              ClusterType: single-node
              NodeType: ra3.large
              Port: 5439
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_redshift_cluster" "c" {
          cluster_identifier = "c"
          node_type          = "ra3.large"
          logging {
            enable      = var.x
            bucket_name = "logs"
          }
        }
      `,
    ],
  },
});
