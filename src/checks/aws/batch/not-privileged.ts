import { all, every, isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-batch-not-privileged',
  title: 'Batch job does not run privileged',
  row: 'runtime',
  severity: 'high',
  on: 'AWS::Batch::JobDefinition',
  why: 'A privileged container has the rights of its host: who gets into the job has the machine and its role.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'minutes, or a narrower Linux capability',
    reach: 'the host and its other jobs',
    trap: 'the flag is copied from a guide and stays',
  },
  evaluate: ({ ContainerProperties: { Privileged: on }, NodeProperties: { NodeRangeProperties: nodes } }) => all(not(isTrue(on)), every(nodes, ({ Container: { Privileged: one } }) => not(isTrue(one)))),
  fix: {
    terraform: `container_properties = jsonencode({
  image      = "shop:1"
  privileged = false
})`,
    cloudformation: `ContainerProperties:
  Image: shop:1
  Privileged: false`,
  },
  references: ['https://docs.aws.amazon.com/batch/latest/userguide/security-best-practices.html'],
  equivalents: {
    checkov: equal('CKV_AWS_210'),
  },
  examples: {
    good: [
      tf`
        resource "aws_batch_job_definition" "r" {
          name                 = "j"
          type                 = "container"
          container_properties = jsonencode({
            image      = "shop:1"
            privileged = false
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Batch::JobDefinition
            Properties:
              Type: container
              ContainerProperties:
                Image: shop:1
                Privileged: false
      `,
    ],
    bad: [
      tf`
        resource "aws_batch_job_definition" "r" {
          name                 = "j"
          type                 = "container"
          container_properties = jsonencode({
            image      = "shop:1"
            privileged = true
          })
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Batch::JobDefinition
            Properties:
              Type: container
              ContainerProperties:
                Image: shop:1
                Privileged: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_batch_job_definition" "r" {
          name                 = "j"
          type                 = "container"
          container_properties = jsonencode({
            image      = "shop:1"
            privileged = var.x
          })
        }
      `,
    ],
  },
});
