import { isPresent } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-client-certificate',
  title: 'API proves to its back end who it is',
  row: 'network',
  severity: 'low',
  on: 'AWS::ApiGateway::Stage',
  why: 'Without a client certificate the back end cannot tell the API from anyone else who finds its address, and the checks of the API can be gone round.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy: no certificate is named',
    effort: 'an hour: a certificate here, its check there',
    reach: 'back ends that are reached over HTTP',
    trap: 'the address of the back end is taken to be secret',
  },
  evaluate: ({ ClientCertificateId: certificate }) => isPresent(certificate),
  fix: {
    terraform: `client_certificate_id = "c1"`,
    cloudformation: `ClientCertificateId: c1`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_51'),
    prowler: equal('apigateway_restapi_client_certificate_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_stage" "r" {
          rest_api_id           = "a1"
          deployment_id         = "d1"
          stage_name            = "prod"
          client_certificate_id = "c1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
              ClientCertificateId: c1
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
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: a1
              DeploymentId: d1
              StageName: prod
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_api_gateway_stage" "r" {
          rest_api_id           = "a1"
          deployment_id         = "d1"
          stage_name            = "prod"
          client_certificate_id = var.x
        }
      `,
    ],
  },
});
