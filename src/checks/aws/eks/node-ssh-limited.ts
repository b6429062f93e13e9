import { isNotEmpty, isPresent } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-eks-node-ssh-limited',
  title: 'Node group opens SSH to named groups only',
  row: 'network',
  severity: 'high',
  on: 'AWS::EKS::Nodegroup',
  why: 'Remote access without source groups opens port 22 of every node to the internet.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'hard: no security group shows it in the code',
    effort: 'minutes',
    reach: 'every node and pod',
    trap: 'naming a key is believed to close the port',
  },
  applies: ({ RemoteAccess }) => isPresent(RemoteAccess.Ec2SshKey),
  evaluate: ({ RemoteAccess }) => isNotEmpty(RemoteAccess.SourceSecurityGroups),
  fix: {
    terraform: `remote_access {
  ec2_ssh_key               = "ops"
  source_security_group_ids = [aws_security_group.bastion.id]
}`,
    cloudformation: `RemoteAccess:
  Ec2SshKey: ops
  SourceSecurityGroups: [!Ref Bastion]`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html'],
  equivalents: {
    checkov: equal('CKV_AWS_100'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eks_node_group" "n" {
          cluster_name    = "c"
          node_group_name = "n"
          node_role_arn   = "r"
          subnet_ids      = ["subnet-1"]
          remote_access {
            ec2_ssh_key               = "ops"
            source_security_group_ids = ["sg-1"]
          }
        }
      `,
      cfn`
        Resources:
          N:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: c
              NodeRole: r
              Subnets: [subnet-1]
              RemoteAccess:
                Ec2SshKey: ops
                SourceSecurityGroups: [sg-1]
      `,
    ],
    bad: [
      tf`
        resource "aws_eks_node_group" "n" {
          cluster_name    = "c"
          node_group_name = "n"
          node_role_arn   = "r"
          subnet_ids      = ["subnet-1"]
          remote_access {
            ec2_ssh_key = "ops"
          }
        }
      `,
      cfn`
        Resources:
          N:
            Type: AWS::EKS::Nodegroup
            Properties:
              ClusterName: c
              NodeRole: r
              Subnets: [subnet-1]
              RemoteAccess:
                Ec2SshKey: ops
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = list(string)
        }
        resource "aws_eks_node_group" "n" {
          cluster_name    = "c"
          node_group_name = "n"
          node_role_arn   = "r"
          subnet_ids      = ["subnet-1"]
          remote_access {
            ec2_ssh_key               = "ops"
            source_security_group_ids = var.v
          }
        }
      `,
    ],
  },
});
