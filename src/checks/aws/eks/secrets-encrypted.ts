import { equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-eks-secrets-encrypted',
  title: 'Cluster encrypts Kubernetes secrets with your key',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::EKS::Cluster',
  why: 'Without envelope encryption whoever reads the control plane store reads every secret of every namespace.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy',
    effort: 'minutes, no way back',
    reach: 'all secrets of the cluster',
    trap: '"etcd is encrypted" is read as "secrets are encrypted with our key"',
  },
  evaluate: ({ EncryptionConfig }) => some(EncryptionConfig, (config) => some(config.Resources, (resource) => equals(resource, 'secrets'))),
  fix: {
    terraform: `encryption_config {
  resources = ["secrets"]
  provider {
    key_arn = aws_kms_key.main.arn
  }
}`,
    cloudformation: `EncryptionConfig:
  - Resources: [secrets]
    Provider:
      KeyArn: !GetAtt Key.Arn`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_58'),
    trivy: equal('AVD-AWS-0039'),
    prowler: equal('eks_cluster_kms_cmk_encryption_in_secrets_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          encryption_config {
            resources = ["secrets"]
            provider {
              key_arn = "k"
            }
          }
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
              EncryptionConfig:
                - Resources: [secrets]
                  Provider:
                    KeyArn: k
              ResourcesVpcConfig:
                SubnetIds: [subnet-1]
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
                SubnetIds: [subnet-1]
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
          encryption_config {
            resources = var.v
            provider {
              key_arn = "k"
            }
          }
          vpc_config {
            subnet_ids = ["subnet-1"]
          }
        }
      `,
    ],
  },
});
