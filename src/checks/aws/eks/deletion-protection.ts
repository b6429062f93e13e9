import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-eks-deletion-protection',
  title: 'Cluster cannot be deleted by mistake',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::EKS::Cluster',
  why: 'With the control plane goes the state of all that runs on the cluster.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ DeletionProtection: on }) => isTrue(on),
  fix: {
    terraform: `deletion_protection = true`,
    cloudformation: `DeletionProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/deletion-protection.html'],
  equivalents: {
    prowler: equal('eks_cluster_deletion_protection_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_cluster" "r" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/c"
          vpc_config {
            subnet_ids = ["subnet-1", "subnet-2"]
          }
          deletion_protection = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/c
              ResourcesVpcConfig:
                SubnetIds: [subnet-1, subnet-2]
              DeletionProtection: true
      `,
    ],
    bad: [
      tf`
        resource "aws_eks_cluster" "r" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/c"
          vpc_config {
            subnet_ids = ["subnet-1", "subnet-2"]
          }
        }
      `,
      tf`
        resource "aws_eks_cluster" "r" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/c"
          vpc_config {
            subnet_ids = ["subnet-1", "subnet-2"]
          }
          deletion_protection = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EKS::Cluster
            Properties:
              RoleArn: arn:aws:iam::111122223333:role/c
              ResourcesVpcConfig:
                SubnetIds: [subnet-1, subnet-2]
              DeletionProtection: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_eks_cluster" "r" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/c"
          vpc_config {
            subnet_ids = ["subnet-1", "subnet-2"]
          }
          deletion_protection = var.x
        }
      `,
    ],
  },
});
