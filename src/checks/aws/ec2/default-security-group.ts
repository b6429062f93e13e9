import { all, child, decide, isNotEmpty, isTrue, not, type Condition, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { broader, defineCheck, tf } from '../../define.js';

const empty = (group: Field<unknown>): Condition => all(not(isNotEmpty(child(group, 'SecurityGroupIngress'))), not(isNotEmpty(child(group, 'SecurityGroupEgress'))));

export default defineCheck({
  id: 'aws-ec2-default-security-group',
  title: 'Default security group of a VPC lets nothing through',
  row: 'network',
  severity: 'medium',
  on: ['AWS::EC2::VPC', 'AWS::EC2::SecurityGroup'],
  why: 'What is launched without a group lands in the default one, whose members all reach each other and the internet.',
  cwe: ['CWE-1188', 'CWE-284'],
  judgement: {
    detection: 'hard: nobody lists the default group',
    effort: 'minutes: adopt it with no rules',
    reach: 'everything in the VPC that names no group',
    trap: 'what is not written in the code is taken not to exist; every VPC has a default group',
  },
  applies: (_, { resource, facts }) =>
    resource.type === 'AWS::EC2::VPC' ? decide(resource.dialect !== 'cloudformation') : isTrue(facts.IsDefault as Field<boolean>),
  evaluate: (properties, context) => {
    if (context.resource.type === 'AWS::EC2::SecurityGroup') return empty(properties);
    const groups = context.pointingHere('AWS::EC2::SecurityGroup');
    return lacking(
      someLinked(groups, (group, { resource }) => all(isTrue(context.from(resource).facts.IsDefault as Field<boolean>), empty(group))),
      context.resource,
      'DefaultSecurityGroup',
      'the default security group is left as AWS makes it: its members reach each other and the internet',
    );
  },
  fix: {
    terraform: `resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
}`,
    cloudformation: '# CloudFormation cannot change the default group: give each resource a group of its own, and empty the default one with a custom resource',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'],
  equivalents: {
    checkov: broader('CKV2_AWS_12'),
    prowler: broader('ec2_securitygroup_default_restrict_traffic'),
  },
  examples: {
    good: [
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_default_security_group" "d" {
          vpc_id = aws_vpc.v.id
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
      `,
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_default_security_group" "d" {
          vpc_id = aws_vpc.v.id
          ingress {
            protocol  = "-1"
            from_port = 0
            to_port   = 0
            self      = true
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_default_security_group" "d" {
          vpc_id  = aws_vpc.v.id
          ingress = var.x
        }
      `,
    ],
  },
});
