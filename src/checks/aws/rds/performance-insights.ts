import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-performance-insights',
  title: 'Database shows what it is busy with',
  row: 'logging',
  severity: 'info',
  on: 'AWS::RDS::DBInstance',
  why: 'Load that nobody can explain, an attack too, is found late.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the database',
    trap: 'processor figures are taken to tell',
  },
  evaluate: ({ EnablePerformanceInsights: on }) => isTrue(on),
  fix: {
    terraform: 'performance_insights_enabled = true',
    cloudformation: 'EnablePerformanceInsights: true',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html'],
  equivalents: {
    checkov: equal('CKV_AWS_353'),
    trivy: narrower('AVD-AWS-0133'),
  },
  examples: {
    good: [
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
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          performance_insights_enabled = false
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EnablePerformanceInsights: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          performance_insights_enabled = var.x
        }
      `,
    ],
  },
});
