import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-classic-cross-zone',
  title: 'Classic load balancer spreads over all zones',
  row: 'resilience',
  severity: 'info',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  why: 'Without it one zone drowns while others idle.',
  cwe: ['CWE-400'],
  judgement: {
    detection: 'easy',
    effort: 'one line',
    reach: 'the service',
    trap: 'zones are taken to share by themselves',
  },
  evaluate: ({ CrossZone: on }) => isTrue(on),
  fix: {
    terraform: 'cross_zone_load_balancing = true',
    cloudformation: 'CrossZone: true',
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'],
  equivalents: {
    checkov: equal('CKV_AWS_138'),
    prowler: equal('elb_cross_zone_load_balancing_enabled'),
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
          }
          cross_zone_load_balancing = true
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
              CrossZone: true
      `,
    ],
    bad: [
      tf`
        resource "aws_elb" "e" {
          availability_zones = ["eu-west-1a"]
          listener {
            instance_port     = 443
            instance_protocol = "https"
            lb_port           = 443
            lb_protocol       = "https"
          }
          cross_zone_load_balancing = false
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
              CrossZone: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_elb" "e" {
          availability_zones = ["eu-west-1a"]
          listener {
            instance_port     = 443
            instance_protocol = "https"
            lb_port           = 443
            lb_protocol       = "https"
          }
          cross_zone_load_balancing = var.x
        }
      `,
    ],
  },
});
