import { all, cursor, every, evidenceOf, holds, isPresent, type Condition, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

/** The rule that AWS adds by itself has nobody to explain it. */
const written = (rules: Field<readonly { readonly Description?: string }[]>): Condition => (cursor(rules).state === 'default' ? holds([evidenceOf(rules)]) : every(rules, (rule) => isPresent(rule.Description)));

export default defineCheck({
  id: 'aws-ec2-security-group-rule-descriptions',
  title: 'Every rule of a security group says why it is there',
  row: 'network',
  severity: 'info',
  on: 'AWS::EC2::SecurityGroup',
  why: 'A rule without a reason is never removed; open doors outlive those who needed them.',
  cwe: ['CWE-1059'],
  judgement: {
    detection: 'easy: the text is missing',
    effort: 'minutes a rule, if someone still knows',
    reach: 'only those who review it',
    trap: 'the name of the group is taken to explain each rule',
  },
  evaluate: ({ SecurityGroupIngress: ingress, SecurityGroupEgress: egress }) => all(every(ingress, (rule) => isPresent(rule.Description)), written(egress)),
  fix: {
    terraform: 'description = "HTTPS from the load balancer"',
    cloudformation: 'Description: HTTPS from the load balancer',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0124'),
    checkov: narrower('CKV_AWS_23'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
            description = "HTTPS"
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
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 443
                  ToPort: 443
                  CidrIp: 10.0.0.0/8
                  Description: HTTPS
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
      `,
      tf`
        resource "aws_security_group" "s" {
          description = "web"
        }
        resource "aws_security_group_rule" "r" {
          type              = "ingress"
          security_group_id = aws_security_group.s.id
          protocol          = "tcp"
          from_port         = 443
          to_port           = 443
          cidr_blocks       = ["10.0.0.0/8"]
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 443
                  ToPort: 443
                  CidrIp: 10.0.0.0/8
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_security_group" "s" {
          description = "web"
          ingress {
            protocol    = "tcp"
            from_port   = 443
            to_port     = 443
            description = var.x
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
      `,
    ],
  },
});
