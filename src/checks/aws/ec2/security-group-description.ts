import { all, isPresent, isTrue, not, test, type Field, type TextPart } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';

/** A known part that the default text does not hold decides, whatever fills the rest. */
const saysMore = (parts: readonly TextPart[]): true | undefined =>
  parts.some((part) => typeof part === 'string' && !'managed by terraform'.includes(part.trim().toLowerCase())) ? true : undefined;

export default defineCheck({
  id: 'aws-ec2-security-group-description',
  title: 'Security group says what it is for',
  row: 'network',
  severity: 'info',
  on: 'AWS::EC2::SecurityGroup',
  why: 'A group whose purpose nobody wrote down is a group that nobody dares to close.',
  cwe: ['CWE-1059'],
  judgement: {
    detection: 'easy: it is empty',
    effort: 'minutes',
    reach: 'only those who review it',
    trap: 'the default text counts as a description to the service, not to a reader',
  },
  // The group that comes with a VPC has AWS's own description and takes no other.
  applies: (_, { facts }) => not(isTrue(facts.IsDefault as Field<boolean>)),
  evaluate: ({ GroupDescription: text }) => all(isPresent(text), test(text, (value) => !/^\s*(Managed by Terraform)?\s*$/i.test(String(value)), { partial: saysMore })),
  fix: {
    terraform: 'description = "HTTPS to the web servers from the load balancer"',
    cloudformation: 'GroupDescription: HTTPS to the web servers from the load balancer',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  equivalents: {
    trivy: equal('AVD-AWS-0099'),
    checkov: narrower('CKV_AWS_23'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          description = "HTTPS from the load balancer"
        }
      `,
      tf`
        variable "stage" {}
        resource "aws_security_group" "s" {
          description = "SSH to the hosts of \${var.stage}"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: HTTPS from the load balancer
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          description = "Managed by Terraform"
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: ""
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_security_group" "s" {
          description = var.x
        }
      `,
    ],
  },
});
