import { every } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';
import { nameOf, noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-batch-environment-no-secrets',
  title: 'Batch job gets no credentials in plain variables',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::Batch::JobDefinition',
  why: 'Variables of a job are shown to whoever may describe it.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the job',
    effort: 'an hour: a secret instead',
    reach: 'whatever the credential opens',
    trap: 'the variables are taken to stay inside the container',
  },
  evaluate: ({ ContainerProperties: { Environment: variables } }) => every(variables, ({ Name: name, Value: value }) => noSecretIn(value, nameOf(name))),
  fix: {
    terraform: `container_properties = jsonencode({
  image       = "shop:1"
  environment = [{ name = "STAGE", value = "prod" }]
})`,
    cloudformation: `ContainerProperties:
  Image: shop:1
  Environment:
    - Name: STAGE
      Value: prod`,
  },
  references: ['https://docs.aws.amazon.com/batch/latest/userguide/specifying-sensitive-data.html'],
  equivalents: {
    prowler: equal('batch_job_definition_no_secrets'),
  },
  examples: {
    good: [
      tf`
        resource "aws_batch_job_definition" "r" {
          name                 = "j"
          type                 = "container"
          container_properties = jsonencode({
            image       = "shop:1"
            environment = [{ name = "STAGE", value = "prod" }]
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
                Environment:
                  - Name: STAGE
                    Value: prod
      `,
    ],
    bad: [
      tf`
        resource "aws_batch_job_definition" "r" {
          name                 = "j"
          type                 = "container"
          container_properties = jsonencode({
            image       = "shop:1"
            environment = [{ name = "DB_PASSWORD", value = "horse-battery-staple" }]
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
                Environment:
                  - Name: DB_PASSWORD
                    Value: horse-battery-staple
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_batch_job_definition" "r" {
          name                 = "j"
          type                 = "container"
          container_properties = jsonencode({
            image       = "shop:1"
            environment = [{ name = "DB_PASSWORD", value = var.x }]
          })
        }
      `,
    ],
  },
});
