import { all, because, equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-eks-control-plane-logs',
  title: 'Cluster logs its control plane',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::EKS::Cluster',
  why: 'Without audit logs nobody can tell who did what in the cluster.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the whole cluster',
    trap: 'workload logs are believed to show it',
  },
  evaluate: ({ Logging }) => all(...['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].map((kind) => because(some(Logging.ClusterLogging.EnabledTypes, (log) => equals(log.Type, kind)), (truth) => (truth === false ? `the \`${kind}\` log is off` : undefined)))),
  fix: {
    terraform: `enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]`,
    cloudformation: `Logging:
  ClusterLogging:
    EnabledTypes:
      - Type: api
      - Type: audit
      - Type: authenticator
      - Type: controllerManager
      - Type: scheduler`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_37'),
    trivy: equal('AVD-AWS-0038'),
    prowler: equal('eks_control_plane_logging_all_types_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_cluster" "c" {
          name     = "c"
          role_arn = "arn:aws:iam::111122223333:role/eks"
          enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
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
              Logging:
                ClusterLogging:
                  EnabledTypes:
                    - Type: api
                    - Type: audit
                    - Type: authenticator
                    - Type: controllerManager
                    - Type: scheduler
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
              Logging:
                ClusterLogging:
                  EnabledTypes:
                    - Type: api
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
          enabled_cluster_log_types = var.v
          vpc_config {
            subnet_ids = ["subnet-1"]
          }
        }
      `,
    ],
  },
});
