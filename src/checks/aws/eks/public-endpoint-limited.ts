import { any, isFalse, not, oneOf, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-eks-public-endpoint-limited',
  title: 'Public cluster API admits named addresses only',
  row: 'network',
  severity: 'high',
  on: 'AWS::EKS::Cluster',
  why: 'An API server that answers the whole internet is scanned within minutes.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the whole cluster',
    trap: 'the default list of addresses is believed to be short; it is 0.0.0.0/0',
  },
  evaluate: ({ ResourcesVpcConfig: net }) => any(isFalse(net.EndpointPublicAccess), not(some(net.PublicAccessCidrs, (cidr) => oneOf(cidr, ['0.0.0.0/0', '::/0'])))),
  fix: {
    terraform: `public_access_cidrs = ["203.0.113.0/24"]`,
    cloudformation: `PublicAccessCidrs: [203.0.113.0/24]`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  equivalents: {
    checkov: equal('CKV_AWS_38'),
    trivy: equal('AVD-AWS-0041'),
    prowler: equal('eks_cluster_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          vpc_config {
            endpoint_public_access = true
            public_access_cidrs    = ["203.0.113.0/24"]
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/eks
              ResourcesVpcConfig:
                EndpointPublicAccess: false
      `,
    ],
    bad: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          vpc_config {
            subnet_ids = ["subnet-1"]
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/eks
              ResourcesVpcConfig:
                PublicAccessCidrs: [0.0.0.0/0]
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = list(string)
        }
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          vpc_config {
            public_access_cidrs = var.v
          }
        }
      `,
    ],
  },
});
