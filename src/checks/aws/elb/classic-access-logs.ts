import { all, isFalse, isPresent, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elb-classic-access-logs',
  title: 'Classic load balancer keeps access logs',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::ElasticLoadBalancing::LoadBalancer',
  why: 'Without them nobody can tell who asked for what before and during an attack.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'everything behind the load balancer',
    trap: 'the servers keep logs, and they are gone with the servers',
  },
  evaluate: ({ AccessLoggingPolicy: policy }) => all(isPresent(policy), not(isFalse(policy.Enabled))),
  fix: {
    terraform: `access_logs {
  bucket = aws_s3_bucket.logs.id
}`,
    cloudformation: `AccessLoggingPolicy:
  Enabled: true
  S3BucketName: !Ref Logs`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html'],
  equivalents: {
    checkov: equal('CKV_AWS_92'),
    prowler: equal('elb_logging_enabled'),
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
          access_logs {
            bucket = "logs"
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
              AccessLoggingPolicy:
                Enabled: true
                S3BucketName: logs
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
          access_logs {
            bucket  = "logs"
            enabled = false
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
              AccessLoggingPolicy:
                Enabled: false
                S3BucketName: logs
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
          access_logs {
            bucket  = "logs"
            enabled = var.x
          }
        }
      `,
    ],
  },
});
