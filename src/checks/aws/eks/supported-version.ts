import { cfn, defineCheck, equal, tf } from '../../define.js';
import { patched } from '../../aws/end-of-life.js';

export default defineCheck({
  id: 'aws-eks-supported-version',
  title: 'Cluster runs a Kubernetes version that still gets patches',
  row: 'runtime',
  severity: 'high',
  on: 'AWS::EKS::Cluster',
  why: 'After standard support a version gets no community patches, and extended support costs extra until it ends too.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy',
    effort: 'hours to days',
    reach: 'control plane and nodes',
    trap: 'managed is read as upgraded',
  },
  evaluate: ({ Version }, { now }) => patched('amazon-eks', Version, now),
  fix: {
    terraform: `version = "1.34"`,
    cloudformation: `Version: "1.34"`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html'],
  equivalents: {
    checkov: equal('CKV_AWS_339'),
    prowler: equal('eks_cluster_uses_a_supported_version'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          version = "1.34"
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
              Version: "1.34"
              ResourcesVpcConfig:
                SubnetIds: [subnet-1]
      `,
    ],
    bad: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          version = "1.24"
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
              Version: "1.24"
              ResourcesVpcConfig:
                SubnetIds: [subnet-1]
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          version = var.v
          vpc_config {
            subnet_ids = ["subnet-1"]
          }
        }
      `,
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          vpc_config {
            subnet_ids = ["subnet-1"]
          }
        }
      `,
    ],
  },
});
