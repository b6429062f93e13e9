import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-globalaccelerator-flow-logs',
  title: 'Accelerator logs its connections',
  row: 'logging',
  severity: 'low',
  on: 'AWS::GlobalAccelerator::Accelerator',
  why: 'Without the flow log nobody can tell who connected to what through the accelerator.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ FlowLogsEnabled: on }) => isTrue(on),
  fix: {
    terraform: `attributes {
  flow_logs_enabled   = true
  flow_logs_s3_bucket = "logs"
}`,
    cloudformation: `FlowLogsEnabled: true
FlowLogsS3Bucket: logs`,
  },
  references: ['https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_75'),
  },
  examples: {
    good: [
      tf`
        resource "aws_globalaccelerator_accelerator" "r" {
          name = "a"
          attributes {
            flow_logs_enabled   = true
            flow_logs_s3_bucket = "logs"
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::GlobalAccelerator::Accelerator
            Properties:
              Name: a
              FlowLogsEnabled: true
              FlowLogsS3Bucket: logs
      `,
    ],
    bad: [
      tf`
        resource "aws_globalaccelerator_accelerator" "r" {
          name = "a"
        }
      `,
      tf`
        resource "aws_globalaccelerator_accelerator" "r" {
          name = "a"
          attributes {
            flow_logs_enabled = false
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::GlobalAccelerator::Accelerator
            Properties:
              Name: a
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_globalaccelerator_accelerator" "r" {
          name = "a"
          attributes {
            flow_logs_enabled = var.x
          }
        }
      `,
    ],
  },
});
