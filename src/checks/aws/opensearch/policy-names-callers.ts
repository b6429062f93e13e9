import { isNotEmpty, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-opensearch-policy-names-callers',
  title: 'Search domain\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'critical',
  on: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  why: 'A domain outside a VPC with a policy for everyone answers every query from the internet.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the indexes',
    trap: 'a name that nobody knows is taken for a lock',
  },
  applies: ({ VPCOptions }) => not(isNotEmpty(VPCOptions.SubnetIds)),
  evaluate: ({ AccessPolicies }) => namesCallers(AccessPolicies),
  fix: {
    terraform: `resource "aws_opensearch_domain" "d" {
  domain_name     = "logs"
  engine_version  = "OpenSearch_2.19"
  access_policies = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "es:ESHttpGet", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "es:ESHttpGet", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html'],
  equivalents: {
    prowler: equal('opensearch_service_domains_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name     = "logs"
          engine_version  = "OpenSearch_2.19"
          access_policies = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "es:ESHttpGet", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name     = "logs"
          engine_version  = "OpenSearch_2.19"
          access_policies = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "es:ESHttpGet", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::OpenSearchService::Domain
            Properties:
              DomainName: logs
              AccessPolicies: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "es:ESHttpGet", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name     = "logs"
          engine_version  = "OpenSearch_2.19"
          access_policies = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:ESHttpGet", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_opensearch_domain" "d" {
          domain_name     = "logs"
          engine_version  = "OpenSearch_2.19"
          access_policies = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "es:ESHttpGet", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::OpenSearchService::Domain
            Properties:
              DomainName: logs
              AccessPolicies: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "es:ESHttpGet", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_opensearch_domain" "d" {
          domain_name     = "logs"
          engine_version  = "OpenSearch_2.19"
          access_policies = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "es:ESHttpGet", Resource = "*" }] })
        }
      `,
    ],
  },
});
