import { everyPort } from '../../../network/index.js';
import { closedToInternet } from './security-group.js';
import { broader, cfn, defineCheck, narrower, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-security-group-egress',
  title: 'Security group does not let everything out to the whole internet',
  row: 'network',
  severity: 'low',
  on: 'AWS::EC2::SecurityGroup',
  why: 'Malware calls home and data leaves through whatever is open outwards; a group that lists what it needs stops both and shows the attempt.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'hard: outbound traffic raises no alarm by itself',
    effort: 'hours: the needed destinations must be found first',
    reach: 'every instance that wears the group',
    trap: 'a template that says nothing of egress is taken to allow nothing; AWS allows everything',
  },
  evaluate: ({ SecurityGroupEgress: rules }, { resource }) => closedToInternet(rules, resource, everyPort, 'all traffic may leave to the internet'),
  fix: {
    terraform: `egress {
  protocol    = "tcp"
  from_port   = 443
  to_port     = 443
  cidr_blocks = ["10.0.0.0/8"]
}`,
    cloudformation: `SecurityGroupEgress:
  - IpProtocol: tcp
    FromPort: 443
    ToPort: 443
    CidrIp: 10.0.0.0/8`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    checkov: broader('CKV_AWS_382'),
    trivy: narrower('AVD-AWS-0104'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          egress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupEgress:
                - IpProtocol: tcp
                  FromPort: 443
                  ToPort: 443
                  CidrIp: 10.0.0.0/8
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          egress {
            protocol    = "-1"
            from_port   = 0
            to_port     = 0
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
      `,
    ],
    unknown: [
      tf`
        variable "office" {}
        resource "aws_security_group" "s" {
          description = "web"
          egress {
            protocol        = "-1"
            from_port       = 443
            to_port         = 443
            prefix_list_ids = [var.office]
          }
        }
      `,
    ],
  },
});
