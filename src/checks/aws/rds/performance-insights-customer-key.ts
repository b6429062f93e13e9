import { any, child, cursor, isTrue, type Field } from '../../../model/index.js';
import { customerKey } from '../keys.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

/** Instances and clusters spell it differently. */
const key = (properties: Field<unknown>): Field<string> => child<string>(properties, cursor(child(properties, 'PerformanceInsightsKmsKeyId')).state === 'absent' ? 'PerformanceInsightsKMSKeyId' : 'PerformanceInsightsKmsKeyId');

export default defineCheck({
  id: 'aws-rds-performance-insights-customer-key',
  title: 'Performance insights are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'The figures hold the text of queries, with the data in them.',
  cwe: ['CWE-320'],
  judgement: {
    detection: 'hard',
    effort: 'it cannot be changed later: a new database',
    reach: 'the texts of queries',
    trap: 'figures are taken to hold no data',
  },
  applies: (properties) => any(isTrue(child<boolean>(properties, 'EnablePerformanceInsights')), isTrue(child<boolean>(properties, 'PerformanceInsightsEnabled'))),
  evaluate: (properties) => customerKey(key(properties)),
  fix: {
    terraform: 'performance_insights_kms_key_id = aws_kms_key.this.arn',
    cloudformation: 'PerformanceInsightsKMSKeyId: !GetAtt Key.Arn',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html'],
  equivalents: {
    checkov: broader('CKV_AWS_354'),
    trivy: equal('AVD-AWS-0078'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          performance_insights_enabled = true
          performance_insights_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EnablePerformanceInsights: true
              PerformanceInsightsKMSKeyId: arn:aws:kms:eu-west-1:111122223333:key/1
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          performance_insights_enabled = true
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EnablePerformanceInsights: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          performance_insights_enabled = true
          performance_insights_kms_key_id = var.x
        }
      `,
    ],
  },
});
