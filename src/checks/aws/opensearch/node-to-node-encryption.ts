import { child, isTrue } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-node-to-node-encryption',
  title: 'Nodes of a search domain talk encrypted',
  row: 'encryption',
  severity: 'high',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'Inside the domain everything that is indexed and asked crosses the network in the clear.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'all data of the domain',
    trap: 'HTTPS in front is taken to cover it',
  },
  evaluate: (properties) => isTrue(child<boolean>(child(properties, 'NodeToNodeEncryptionOptions'), 'Enabled')),
  fix: {
    terraform: `node_to_node_encryption {
  enabled = true
}`,
    cloudformation: `NodeToNodeEncryptionOptions:
  Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html'],
  equivalents: {
    checkov: broader('CKV_AWS_6'),
    trivy: equal('AVD-AWS-0043'),
    prowler: equal('opensearch_service_domains_node_to_node_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          node_to_node_encryption {
            enabled = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              NodeToNodeEncryptionOptions:
                Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          node_to_node_encryption {
            enabled = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              NodeToNodeEncryptionOptions:
                Enabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          node_to_node_encryption {
            enabled = var.x
          }
        }
      `,
    ],
  },
});
