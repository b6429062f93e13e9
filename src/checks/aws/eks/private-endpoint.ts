import { isFalse } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-eks-private-endpoint',
  title: 'Cluster API is not on the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::EKS::Cluster',
  why: 'The API server is the key to every workload; on the internet it is one stolen token or one flaw away.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy',
    effort: 'hours: reach it through the VPC',
    reach: 'the whole cluster',
    trap: 'authentication is believed to be enough',
  },
  evaluate: ({ ResourcesVpcConfig: net }) => isFalse(net.EndpointPublicAccess),
  fix: {
    terraform: `vpc_config {
  endpoint_public_access  = false
  endpoint_private_access = true
}`,
    cloudformation: `ResourcesVpcConfig:
  EndpointPublicAccess: false
  EndpointPrivateAccess: true`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html'],
  equivalents: {
    checkov: equal('CKV_AWS_39'),
    trivy: equal('AVD-AWS-0040'),
    prowler: narrower('eks_cluster_not_publicly_accessible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          vpc_config {
            endpoint_public_access = false
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
                EndpointPublicAccess: true
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = bool
        }
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          vpc_config {
            endpoint_public_access = var.v
          }
        }
      `,
    ],
  },
});
