import { all, any, equals, isNotEmpty, isPresent, isTrue, not } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-exec-logged',
  title: 'Sessions into containers are logged and encrypted',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::ECS::Cluster',
  why: 'ECS Exec is a shell in production; without logs nobody knows what was typed.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'all tasks of the cluster',
    trap: 'nobody is believed to use it',
  },
  applies: ({ Configuration }) => isNotEmpty(Configuration.ExecuteCommandConfiguration),
  evaluate: ({ Configuration: { ExecuteCommandConfiguration: exec } }) => all(not(equals(exec.Logging, 'NONE')), isPresent(exec.KmsKeyId), any(isTrue(exec.LogConfiguration.CloudWatchEncryptionEnabled), isTrue(exec.LogConfiguration.S3EncryptionEnabled))),
  fix: {
    terraform: `configuration {
  execute_command_configuration {
    kms_key_id = aws_kms_key.main.arn
    logging    = "OVERRIDE"
    log_configuration {
      cloud_watch_encryption_enabled = true
      cloud_watch_log_group_name     = aws_cloudwatch_log_group.exec.name
    }
  }
}`,
    cloudformation: `Configuration:
  ExecuteCommandConfiguration:
    KmsKeyId: !Ref Key
    Logging: OVERRIDE
    LogConfiguration:
      CloudWatchEncryptionEnabled: true
      CloudWatchLogGroupName: !Ref ExecLogs`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  equivalents: {
    checkov: [...broader('CKV_AWS_223'), ...equal('CKV_AWS_224')],
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_cluster" "c" {
          name = "c"
          configuration {
            execute_command_configuration {
              kms_key_id = "k"
              logging    = "OVERRIDE"
              log_configuration {
                cloud_watch_encryption_enabled = true
                cloud_watch_log_group_name     = "exec"
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ECS::Cluster
            Properties:
              Configuration:
                ExecuteCommandConfiguration:
                  KmsKeyId: k
                  Logging: OVERRIDE
                  LogConfiguration:
                    CloudWatchEncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_cluster" "c" {
          name = "c"
          configuration {
            execute_command_configuration {
              logging = "NONE"
            }
          }
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::ECS::Cluster
            Properties:
              Configuration:
                ExecuteCommandConfiguration:
                  Logging: NONE
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecs_cluster" "c" {
          name = "c"
          configuration {
            execute_command_configuration {
              logging    = "OVERRIDE"
              kms_key_id = var.v
              log_configuration {
                cloud_watch_encryption_enabled = true
              }
            }
          }
        }
      `,
    ],
  },
});
