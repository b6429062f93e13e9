import { equals, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-msk-public-access',
  title: 'Kafka brokers have no public address',
  row: 'network',
  severity: 'high',
  on: 'AWS::MSK::Cluster',
  why: 'A public address puts the service one guessed password, or one hole, from the whole internet.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag, and scanners see the port',
    effort: 'minutes; those who connect from outside need a tunnel',
    reach: 'all data of the service',
    trap: 'the security group is trusted to stay closed',
  },
  evaluate: ({ BrokerNodeGroupInfo: { ConnectivityInfo: { PublicAccess: access } } }) => not(equals(access.Type, 'SERVICE_PROVIDED_EIPS')),
  fix: {
    terraform: `connectivity_info {
  public_access {
    type = "DISABLED"
  }
}`,
    cloudformation: `ConnectivityInfo:
  PublicAccess:
    Type: DISABLED`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html'],
  equivalents: {
    checkov: equal('CKV_AWS_291'),
    prowler: equal('kafka_cluster_is_public'),
  },
  examples: {
    good: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          broker_node_group_info {
            client_subnets = ["subnet-1"]
            instance_type  = "kafka.m5.large"
            connectivity_info {
              public_access {
                type = "DISABLED"
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: c
              KafkaVersion: 3.6.0
              BrokerNodeGroupInfo:
                InstanceType: kafka.m5.large
                ConnectivityInfo:
                  PublicAccess:
                    Type: DISABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          broker_node_group_info {
            client_subnets = ["subnet-1"]
            instance_type  = "kafka.m5.large"
            connectivity_info {
              public_access {
                type = "SERVICE_PROVIDED_EIPS"
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::MSK::Cluster
            Properties:
              ClusterName: c
              KafkaVersion: 3.6.0
              BrokerNodeGroupInfo:
                InstanceType: kafka.m5.large
                ConnectivityInfo:
                  PublicAccess:
                    Type: SERVICE_PROVIDED_EIPS
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          broker_node_group_info {
            client_subnets = ["subnet-1"]
            instance_type  = "kafka.m5.large"
            connectivity_info {
              public_access {
                type = var.x
              }
            }
          }
        }
      `,
    ],
  },
});
