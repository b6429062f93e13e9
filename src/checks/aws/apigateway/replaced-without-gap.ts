import { isPresent, isTrue, type Field } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-apigateway-replaced-without-gap',
  title: 'What serves requests is made anew before the old one goes',
  row: 'resilience',
  severity: 'info',
  on: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Deployment', 'AWS::CertificateManager::Certificate'],
  why: 'Terraform destroys before it creates: a change that replaces an API, a deployment or a certificate takes the service down in between, or stops half way because the old one is in use.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy in code, felt at the next change',
    effort: 'three lines',
    reach: 'all callers while it is replaced',
    trap: 'a change is taken to be applied in place',
  },
  applies: (_, { facts }) => isPresent(facts.CreateBeforeDestroy as Field<boolean>),
  evaluate: (_, { facts }) => isTrue(facts.CreateBeforeDestroy as Field<boolean>),
  fix: {
    terraform: `lifecycle {
  create_before_destroy = true
}`,
    cloudformation: `# CloudFormation has no such setting: it makes the new resource first.`,
  },
  references: ['https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle'],
  equivalents: {
    checkov: equal('CKV_AWS_237', 'CKV_AWS_217', 'CKV_AWS_233'),
  },
  examples: {
    good: [
      tf`
        resource "aws_api_gateway_rest_api" "r" {
          name = "a"
          lifecycle {
            create_before_destroy = true
          }
        }
      `,
      tf`
        resource "aws_acm_certificate" "r" {
          domain_name       = "example.com"
          validation_method = "DNS"
          lifecycle {
            create_before_destroy = true
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_api_gateway_rest_api" "r" {
          name = "a"
        }
      `,
    ],
    unknown: [],
  },
});
