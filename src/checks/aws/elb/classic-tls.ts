import { all, every, isPresent, matches } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-classic-tls',
  title: 'Classic load balancer encrypts',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  why: 'What crosses the network in the clear can be read and changed on the way.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy',
    effort: 'an hour: a certificate is needed',
    reach: 'all who use the service',
    trap: 'TCP on 443 is taken to be HTTPS',
  },
  evaluate: ({ Listeners: listeners }) => every(listeners, (listener) => all(matches(listener.Protocol, /^(?:https|ssl)$/i), isPresent(listener.SSLCertificateId))),
  fix: {
    terraform: `listener {
  lb_port            = 443
  lb_protocol        = "https"
  instance_port      = 443
  instance_protocol  = "https"
  ssl_certificate_id = aws_acm_certificate.this.arn
}`,
    cloudformation: `Listeners:
  - LoadBalancerPort: "443"
    Protocol: HTTPS
    InstancePort: "443"
    SSLCertificateId: !Ref Certificate`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html'],
  equivalents: {
    checkov: equal('CKV_AWS_376'),
    prowler: equal('elb_ssl_listeners'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elb" "e" {
          availability_zones = ["eu-west-1a"]
          listener {
            instance_port     = 443
            instance_protocol = "https"
            lb_port           = 443
            lb_protocol       = "https"
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
          availability_zones = ["eu-west-1a"]
          listener {
            instance_port     = 443
            instance_protocol = "http"
            lb_port           = 443
            lb_protocol       = "http"
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
                  Protocol: HTTP
                  SSLCertificateId: arn:aws:acm:eu-west-1:111122223333:certificate/1
      `,
    ],
    unknown: [],
  },
});
