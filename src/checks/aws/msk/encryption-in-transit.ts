import { all, isFalse, not, oneOf } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-msk-encryption-in-transit',
  title: 'Kafka cluster talks encrypted, with clients and inside',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::MSK::Cluster',
  why: 'Messages that cross the network in the clear can be read on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard',
    effort: 'one line; clients need the TLS port',
    reach: 'all messages',
    trap: 'clients may use TLS, so they are taken to do so',
  },
  evaluate: ({ EncryptionInfo: { EncryptionInTransit: transit } }) => all(not(oneOf(transit.ClientBroker, ['PLAINTEXT', 'TLS_PLAINTEXT'])), not(isFalse(transit.InCluster))),
  fix: {
    terraform: `encryption_info {
  encryption_in_transit {
    client_broker = "TLS"
  }
}`,
    cloudformation: `EncryptionInfo:
  EncryptionInTransit:
    ClientBroker: TLS`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
  equivalents: {
    checkov: narrower('CKV_AWS_81'),
    trivy: equal('AVD-AWS-0073'),
    prowler: equal('kafka_cluster_in_transit_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          encryption_info {
            encryption_in_transit {
              client_broker = "TLS"
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
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: TLS
      `,
    ],
    bad: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          encryption_info {
            encryption_in_transit {
              client_broker = "TLS_PLAINTEXT"
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
              EncryptionInfo:
                EncryptionInTransit:
                  ClientBroker: PLAINTEXT
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          encryption_info {
            encryption_in_transit {
              client_broker = var.x
            }
          }
        }
      `,
    ],
  },
});
