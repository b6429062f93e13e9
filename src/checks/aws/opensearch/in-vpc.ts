import { child, isNotEmpty } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-in-vpc',
  title: 'Search domain stands in a VPC',
  row: 'network',
  severity: 'high',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'A public endpoint leaves only the access policy between the internet and the data; open search servers are a classic of bulk leaks.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: indexes of open servers exist',
    effort: 'a new domain',
    reach: 'all data of the domain',
    trap: 'the access policy is trusted to stay narrow',
  },
  evaluate: (properties) => isNotEmpty(child(child(properties, 'VPCOptions'), 'SubnetIds')),
  fix: {
    terraform: `vpc_options {
  subnet_ids = [aws_subnet.private.id]
}`,
    cloudformation: `VPCOptions:
  SubnetIds: [!Ref Private]`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_137'),
    prowler: broader('opensearch_service_domains_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          vpc_options {
            subnet_ids = ["subnet-1"]
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              VPCOptions:
                SubnetIds: [subnet-1]
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Elasticsearch::Domain
            Properties:
              DomainName: d
              AdvancedOptions: {}
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          vpc_options {
            subnet_ids = var.x
          }
        }
      `,
    ],
  },
});
