import { all, any, equals, every, isNotEmpty, isTrue, matches, not, oneOf, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-classic-tls-policy',
  title: 'Classic load balancer offers no broken protocol',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  why: 'SSL 3 and TLS 1.0 and 1.1 have known breaks; whoever sits on the way can downgrade to them.',
  cwe: ['CWE-326'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'every connection',
    trap: 'HTTPS is taken to be safe whatever its version',
  },
  applies: ({ Policies: policies }) => isNotEmpty(policies),
  evaluate: ({ Policies: policies }) =>
    every(policies, (policy) =>
      any(
        not(equals(policy.PolicyType, 'SSLNegotiationPolicyType')),
        every(policy.Attributes as Field<readonly { readonly Name?: string; readonly Value?: string }[]>, ({ Name: name, Value: value }) =>
          all(
            any(not(oneOf(name, ['Protocol-SSLv3', 'Protocol-TLSv1', 'Protocol-TLSv1.1'])), not(isTrue(value as Field<never>))),
            any(not(equals(name, 'Reference-Security-Policy')), matches(value, /TLS-1-2|TLS13|FS-1-2/)),
          ),
        ),
      ),
    ),
  fix: {
    terraform: `policy_attribute {
  name  = "Protocol-TLSv1.2"
  value = "true"
}`,
    cloudformation: `Policies:
  - PolicyName: tls
    PolicyType: SSLNegotiationPolicyType
    Attributes:
      - Name: Reference-Security-Policy
        Value: ELBSecurityPolicy-TLS-1-2-2017-01`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-options.html'],
  equivalents: {
    checkov: equal('CKV_AWS_213'),
    prowler: equal('elb_insecure_ssl_ciphers'),
  },
  examples: {
    good: [
      cfn`
        Resources:
          E:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - InstancePort: "443"
                  LoadBalancerPort: "443"
                  Protocol: HTTPS
              Policies:
                - PolicyName: tls
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - Name: Reference-Security-Policy
                      Value: ELBSecurityPolicy-TLS-1-2-2017-01
      `,
    ],
    bad: [
      tf`
        resource "aws_load_balancer_policy" "p" {
          load_balancer_name = "web"
          policy_name        = "tls"
          policy_type_name   = "SSLNegotiationPolicyType"
          policy_attribute {
            name  = "Protocol-TLSv1"
            value = "true"
          }
        }
      `,
      cfn`
        Resources:
          E:
            Type: AWS::ElasticLoadBalancing::LoadBalancer
            Properties:
              Listeners:
                - InstancePort: "443"
                  LoadBalancerPort: "443"
                  Protocol: HTTPS
              Policies:
                - PolicyName: tls
                  PolicyType: SSLNegotiationPolicyType
                  Attributes:
                    - Name: Reference-Security-Policy
                      Value: ELBSecurityPolicy-2016-08
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_load_balancer_policy" "p" {
          load_balancer_name = "web"
          policy_name        = "tls"
          policy_type_name   = "SSLNegotiationPolicyType"
          policy_attribute {
            name  = var.x
            value = "true"
          }
        }
      `,
    ],
  },
});
