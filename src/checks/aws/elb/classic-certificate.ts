import { every, test } from '../../../model/index.js';
import type { TextPart } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

/** A reference to a certificate of the manager is one; a reference to one of IAM is not. */
const fromManager = (parts: readonly TextPart[]): boolean | undefined => {
  const [part] = parts;
  if (typeof part === 'string') return /^arn:[^:]*:acm:/.test(part) ? true : undefined;
  if (part === null || part === undefined) return undefined;
  return /aws_acm_certificate/.test(part.address) ? true : /aws_iam_server_certificate/.test(part.address) ? false : undefined;
};

export default defineCheck({
  id: 'aws-elb-classic-certificate',
  title: 'Classic load balancer uses a certificate of the certificate manager',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  why: 'Certificates uploaded by hand expire on a weekend, and their keys lie in somebody\'s folder.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'the service',
    trap: 'the calendar entry is taken to suffice',
  },
  evaluate: ({ Listeners: listeners }) => every(listeners, (listener) => test(listener.SSLCertificateId, (arn) => /^arn:[^:]*:acm:/.test(String(arn)), { partial: fromManager })),
  fix: {
    terraform: 'ssl_certificate_id = aws_acm_certificate.this.arn',
    cloudformation: 'SSLCertificateId: !Ref Certificate',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html'],
  equivalents: {
    checkov: equal('CKV_AWS_127'),
    prowler: equal('elb_ssl_listeners_use_acm_certificate'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elb" "e" {
          listener {
            instance_port      = 443
            instance_protocol  = "https"
            lb_port            = 443
            lb_protocol        = "https"
            ssl_certificate_id = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
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
                  SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/1
      `,
    ],
    bad: [
      tf`
        resource "aws_elb" "e" {
          listener {
            instance_port      = 443
            instance_protocol  = "https"
            lb_port            = 443
            lb_protocol        = "https"
            ssl_certificate_id = "arn:aws:iam::111122223333:server-certificate/web"
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
                  PolicyNames: []
              `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_elb" "e" {
          listener {
            instance_port      = 443
            instance_protocol  = "https"
            lb_port            = 443
            lb_protocol        = "https"
            ssl_certificate_id = var.x
          }
        }
      `,
    ],
  },
});
