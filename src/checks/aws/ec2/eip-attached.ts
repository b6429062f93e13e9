import { any, isNotEmpty, isPresent, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ec2-eip-attached',
  title: 'Public addresses are in use',
  row: 'network',
  severity: 'info',
  on: 'AWS::EC2::EIP',
  why: 'An address that nothing holds is paid for, and names that point to it wait for its next owner.',
  cwe: ['CWE-1164'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'names that point to it',
    trap: 'it is kept just in case',
  },
  evaluate: ({ InstanceId: instance }, { resource, facts, pointingHere }) =>
    lacking(
      any(
        isPresent(instance),
        isPresent(facts.NetworkInterfaceId as Field<string>),
        someLinked(pointingHere('AWS::EC2::EIPAssociation'), (association) => any(isPresent(association.AllocationId), isPresent(association.EIP))),
        someLinked(pointingHere('AWS::EC2::NatGateway'), (gateway) => isPresent(gateway.AllocationId)),
        someLinked(pointingHere('AWS::ElasticLoadBalancingV2::LoadBalancer'), (balancer) => isNotEmpty(balancer.SubnetMappings)),
        someLinked(pointingHere('AWS::Transfer::Server'), (server) => isPresent(server.EndpointDetails)),
      ),
      resource,
      'InstanceId',
      'nothing in this code uses the address',
    ),
  fix: {
    terraform: 'instance = aws_instance.this.id',
    cloudformation: 'InstanceId: !Ref Instance',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_19'),
    prowler: equal('ec2_elastic_ip_unassigned'),
  },
  examples: {
    good: [
      tf`
        resource "aws_eip" "e" {
          domain = "vpc"
          instance = "i-1"
        }
      `,
      cfn`
        Resources:
          E:
            Type: AWS::EC2::EIP
            Properties:
              Domain: vpc
              InstanceId: i-1
      `,
    ],
    bad: [
      tf`
        resource "aws_eip" "e" {
          domain = "vpc"
        }
      `,
      cfn`
        Resources:
          E:
            Type: AWS::EC2::EIP
            Properties:
              Domain: vpc
              Tags: []
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_eip" "e" {
          domain = "vpc"
          instance = var.x
        }
      `,
    ],
  },
});
