import { all, any, atLeast, child, isTrue, type Condition, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

const masters = (config: Field<unknown>): Condition => all(isTrue(child<boolean>(config, 'DedicatedMasterEnabled')), atLeast(child<number>(config, 'DedicatedMasterCount'), 3));

export default defineCheck({
  id: 'aws-opensearch-dedicated-masters',
  title: 'Search domain has three dedicated masters',
  row: 'resilience',
  severity: 'low',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'With fewer the domain loses its head when one fails, and data when they disagree.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy',
    effort: 'one line; it costs more',
    reach: 'the domain',
    trap: 'data nodes are taken to suffice',
  },
  evaluate: (properties) => any(masters(child(properties, 'ClusterConfig')), masters(child(properties, 'ElasticsearchClusterConfig'))),
  fix: {
    terraform: `cluster_config {
  dedicated_master_enabled = true
  dedicated_master_count   = 3
  zone_awareness_enabled   = true
}`,
    cloudformation: `ClusterConfig:
  DedicatedMasterEnabled: true
  DedicatedMasterCount: 3
  ZoneAwarenessEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_318'),
    prowler: equal('opensearch_service_domains_fault_tolerant_master_nodes'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          cluster_config {
            dedicated_master_enabled = true
            dedicated_master_count   = 3
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              ElasticsearchClusterConfig:
                DedicatedMasterEnabled: true
                DedicatedMasterCount: 3
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          cluster_config {
            dedicated_master_enabled = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              ElasticsearchClusterConfig:
                DedicatedMasterEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          cluster_config {
            dedicated_master_enabled = true
            dedicated_master_count   = var.x
          }
        }
      `,
    ],
  },
});
