import { all, equals, oneOf, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-container-insights',
  title: 'Cluster collects container metrics',
  row: 'logging',
  severity: 'low',
  on: 'AWS::ECS::Cluster',
  why: 'Without metrics of tasks an attack that mines or exfiltrates shows up on the bill first.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'a minute',
    reach: 'all tasks of the cluster',
    trap: 'service metrics are believed to be enough',
  },
  evaluate: ({ ClusterSettings }) => some(ClusterSettings, (setting) => all(equals(setting.Name, 'containerInsights'), oneOf(setting.Value, ['enabled', 'enhanced']))),
  fix: {
    terraform: `setting {
  name  = "containerInsights"
  value = "enabled"
}`,
    cloudformation: `ClusterSettings:
  - Name: containerInsights
    Value: enabled`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html'],
  equivalents: {
    checkov: equal('CKV_AWS_65'),
    trivy: equal('AVD-AWS-0034'),
    prowler: equal('ecs_cluster_container_insights_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_cluster" "c" {
          name = "c"
          setting {
            name  = "containerInsights"
            value = "enabled"
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ECS::Cluster
            Properties:
              ClusterSettings:
                - Name: containerInsights
                  Value: enabled
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_cluster" "c" {
          name = "c"

        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ECS::Cluster
            Properties:
              ClusterName: c
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecs_cluster" "c" {
          name = "c"
          setting {
            name  = "containerInsights"
            value = var.v
          }
        }
      `,
    ],
  },
});
