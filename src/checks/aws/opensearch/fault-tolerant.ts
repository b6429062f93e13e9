import { all, atLeast, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-fault-tolerant',
  title: 'Search domain survives the loss of a zone',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::OpenSearchService::Domain',
  why: 'With fewer than three nodes, or in one zone, the loss of one loses indexes.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: two numbers',
    effort: 'minutes, and their price',
    reach: 'every index',
    trap: 'the service is taken to copy by itself',
  },
  evaluate: ({ ClusterConfig: { InstanceCount: count, ZoneAwarenessEnabled: zones } }) => all(atLeast(count, 3), isTrue(zones)),
  fix: {
    terraform: `cluster_config {
  instance_count         = 3
  zone_awareness_enabled = true
}`,
    cloudformation: `ClusterConfig:
  InstanceCount: 3
  ZoneAwarenessEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html'],
  equivalents: {
    prowler: equal('opensearch_service_domains_fault_tolerant_data_nodes'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "r" {
          domain_name = "d"
          cluster_config {
            instance_count         = 3
            zone_awareness_enabled = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::OpenSearchService::Domain
            Properties:
              DomainName: d
              ClusterConfig:
                InstanceCount: 3
                ZoneAwarenessEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "r" {
          domain_name = "d"
          cluster_config {
            instance_count         = 1
            zone_awareness_enabled = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::OpenSearchService::Domain
            Properties:
              DomainName: d
              ClusterConfig:
                InstanceCount: 1
                ZoneAwarenessEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_opensearch_domain" "r" {
          domain_name = "d"
          cluster_config {
            instance_count         = var.x
            zone_awareness_enabled = true
          }
        }
      `,
    ],
  },
});
