import { child, isNotEmpty, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-opensearch-own-security-group',
  title: 'Search domain wears a security group of its own',
  row: 'network',
  severity: 'medium',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'The default group lets all its members in, and is shared with whatever names none.',
  cwe: ['CWE-1188'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'all data of the domain',
    trap: 'a domain in a VPC is taken to be closed',
  },
  applies: (properties) => isPresent(child(properties, 'VPCOptions')),
  evaluate: (properties) => isNotEmpty(child(child(properties, 'VPCOptions'), 'SecurityGroupIds')),
  fix: {
    terraform: `vpc_options {
  subnet_ids         = [aws_subnet.private.id]
  security_group_ids = [aws_security_group.search.id]
}`,
    cloudformation: `VPCOptions:
  SubnetIds: [!Ref Private]
  SecurityGroupIds: [!GetAtt Search.GroupId]`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
  equivalents: {
    checkov: equal('CKV_AWS_248'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          vpc_options {
            subnet_ids         = ["subnet-1"]
            security_group_ids = ["sg-1"]
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
                SecurityGroupIds: [sg-1]
      `,
    ],
    bad: [
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
    unknown: [
      tf`
        variable "x" {}
        resource "aws_opensearch_domain" "d" {
          domain_name = "d"
          vpc_options {
            subnet_ids         = ["subnet-1"]
            security_group_ids = var.x
          }
        }
      `,
    ],
  },
});
