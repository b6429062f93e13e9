import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-tracing',
  title: 'API stage is traced',
  row: 'logging',
  severity: 'low',
  on: 'AWS::ApiGateway::Stage',
  why: 'The trace shows which services a request went through; without it an odd request cannot be followed.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy to see in code, invisible until the log is needed',
    effort: 'a few lines',
    reach: 'the trace of who did what',
    trap: 'the service is taken to log by itself',
  },
  evaluate: ({ TracingEnabled: on }) => isTrue(on),
  fix: {
    terraform: `xray_tracing_enabled = true`,
    cloudformation: `TracingEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html'],
  equivalents: {
    checkov: equal('CKV_AWS_73'),
    trivy: equal('AVD-AWS-0003', 'AVD-AWS-0111'),
    prowler: equal('apigateway_restapi_tracing_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id          = "a1"
          deployment_id        = "d1"
          stage_name           = "prod"
          xray_tracing_enabled = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Serverless::Api
            Properties:
              StageName: prod
              TracingEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id   = "a1"
          deployment_id = "d1"
          stage_name    = "prod"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Serverless::Api
            Properties:
              StageName: prod
              TracingEnabled: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_api_gateway_stage" "r" {
          rest_api_id          = "a1"
          deployment_id        = "d1"
          stage_name           = "prod"
          xray_tracing_enabled = var.x
        }
      `,
    ],
  },
});
