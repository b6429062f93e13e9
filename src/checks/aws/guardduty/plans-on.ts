import { all, any, equals, every, isFalse, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-guardduty-plans-on',
  title: 'GuardDuty has no protection plan switched off',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::GuardDuty::Detector',
  why: 'A plan that is off is a service in which nobody is seen: data in S3, clusters, functions, databases.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'the service that is not watched',
    trap: 'the detector is taken to watch everything',
  },
  evaluate: ({ DataSources: sources, Features: features }) => all(not(isFalse(sources.S3Logs.Enable)), not(isFalse(sources.Kubernetes.AuditLogs.Enable)), not(isFalse(sources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes)), every(features, ({ Name: name, Status: status }) => any(equals(name, 'EKS_RUNTIME_MONITORING'), not(equals(status, 'DISABLED'))))),
  fix: {
    terraform: `datasources {
  s3_logs {
    enable = true
  }
}`,
    cloudformation: `Features:
  - Name: S3_DATA_EVENTS
    Status: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html'],
  equivalents: {
    prowler: broader('guardduty_s3_protection_enabled', 'guardduty_eks_audit_log_enabled', 'guardduty_ec2_malware_protection_enabled', 'guardduty_rds_protection_enabled', 'guardduty_lambda_protection_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_guardduty_detector" "r" {
          enable = true
          datasources {
            s3_logs {
              enable = true
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
              Features:
                - Name: S3_DATA_EVENTS
                  Status: ENABLED
      `,
    ],
    bad: [
      tf`
        resource "aws_guardduty_detector" "r" {
          enable = true
          datasources {
            s3_logs {
              enable = false
            }
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::GuardDuty::Detector
            Properties:
              Enable: true
              Features:
                - Name: S3_DATA_EVENTS
                  Status: DISABLED
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_guardduty_detector" "r" {
          enable = true
          datasources {
            s3_logs {
              enable = var.x
            }
          }
        }
      `,
    ],
  },
});
