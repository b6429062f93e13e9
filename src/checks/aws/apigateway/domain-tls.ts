import { all, child, every, isNotEmpty, matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

/** Security policies without TLS 1.0 and 1.1. */
const MODERN = /^(?:TLS_1_[23]|SecurityPolicy_TLS1[23]_)/;

export default defineCheck({
  id: 'aws-apigateway-domain-tls',
  title: 'API domain demands TLS 1.2 or newer',
  row: 'encryption',
  severity: 'medium',
  on: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
  why: 'TLS 1.0 and 1.1 have known weaknesses; whoever stands between client and API can use them to read or change what is sent.',
  cwe: ['CWE-326'],
  judgement: {
    detection: 'easy: one argument',
    effort: 'one line',
    reach: 'every request through the domain',
    trap: 'the newest version is taken to be the one that is used',
  },
  evaluate: (properties, { resource }) =>
    resource.type === 'AWS::ApiGatewayV2::DomainName'
      ? all(isNotEmpty(child(properties, 'DomainNameConfigurations')), every(child<readonly { readonly SecurityPolicy?: string }[]>(properties, 'DomainNameConfigurations'), ({ SecurityPolicy: policy }) => matches(policy, MODERN)))
      : matches(child<string>(properties, 'SecurityPolicy'), MODERN),
  fix: {
    terraform: `security_policy = "TLS_1_2"`,
    cloudformation: `SecurityPolicy: TLS_1_2`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html'],
  equivalents: {
    checkov: equal('CKV_AWS_206'),
    trivy: equal('AVD-AWS-0005', 'AVD-AWS-0112'),
    prowler: narrower('apigateway_domain_name_pqc_tls_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_domain_name" "r" {
          domain_name     = "api.example.com"
          security_policy = "TLS_1_2"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: api.example.com
              SecurityPolicy: TLS_1_2
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_domain_name" "r" {
          domain_name     = "api.example.com"
          security_policy = "TLS_1_0"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ApiGateway::DomainName
            Properties:
              DomainName: api.example.com
              SecurityPolicy: TLS_1_0
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_api_gateway_domain_name" "r" {
          domain_name     = "api.example.com"
          security_policy = var.x
        }
      `,
    ],
  },
});
