import { all, any, isNotEmpty, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-msk-authentication',
  title: 'Kafka clients prove who they are',
  row: 'identity',
  severity: 'high',
  on: 'AWS::MSK::Cluster',
  why: 'Without authentication whoever reaches the brokers reads and writes every topic.',
  cwe: ['CWE-306'],
  judgement: {
    detection: 'hard',
    effort: 'hours: clients must be given identities',
    reach: 'all messages',
    trap: 'the private network is taken for a login',
  },
  evaluate: ({ ClientAuthentication: { Unauthenticated: open, Sasl: sasl, Tls: tls } }) => all(not(isTrue(open.Enabled)), any(isTrue(sasl.Iam.Enabled), isTrue(sasl.Scram.Enabled), isNotEmpty(tls.CertificateAuthorityArnList), isTrue(tls.Enabled))),
  fix: {
    terraform: `client_authentication {
  sasl {
    iam = true
  }
}`,
    cloudformation: `ClientAuthentication:
  Sasl:
    Iam:
      Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html'],
  equivalents: {
    prowler: equal('kafka_cluster_unrestricted_access_disabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          client_authentication {
            sasl {
              iam = true
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
              ClientAuthentication:
                Sasl:
                  Iam:
                    Enabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          client_authentication {
            unauthenticated = true
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
              ClientAuthentication:
                Unauthenticated:
                  Enabled: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_msk_cluster" "c" {
          cluster_name  = "c"
          kafka_version = "3.6.0"
          client_authentication {
            unauthenticated = var.x
            sasl {
              iam = true
            }
          }
        }
      `,
    ],
  },
});
