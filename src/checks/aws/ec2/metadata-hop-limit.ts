import { any, atMost, child, cursor, decide, isPresent, type Field } from '../../../model/index.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

const options = (properties: Field<unknown>, type: string): Field<number> =>
  child<number>(child(type === 'AWS::EC2::LaunchTemplate' ? child(properties, 'LaunchTemplateData') : properties, 'MetadataOptions'), 'HttpPutResponseHopLimit');

export default defineCheck({
  id: 'aws-ec2-metadata-hop-limit',
  title: 'Metadata answers stay on the instance',
  row: 'os',
  severity: 'low',
  on: ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::EC2::Instance'],
  why: 'With more than one hop, a container on the machine gets the credentials that were meant for the machine.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'hard: nothing shows which process asked',
    effort: 'minutes; containers that use the role must get one of their own',
    reach: 'what the role of the instance may do',
    trap: 'containers are taken for walls',
  },
  applies: (properties, { resource }) => any(isPresent(options(properties, resource.type)), decide(cursor(options(properties, resource.type)).state === 'unknown')),
  evaluate: (properties, { resource }) => atMost(options(properties, resource.type), 1),
  fix: {
    terraform: `metadata_options {
  http_put_response_hop_limit = 1
}`,
    cloudformation: `MetadataOptions:
  HttpPutResponseHopLimit: 1`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html'],
  equivalents: {
    checkov: broader('CKV_AWS_341'),
  },
  examples: {
    good: [
      tf`
        resource "aws_launch_template" "t" {
          metadata_options {
            http_put_response_hop_limit = 1
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpPutResponseHopLimit: 1
      `,
    ],
    bad: [
      tf`
        resource "aws_launch_template" "t" {
          metadata_options {
            http_put_response_hop_limit = 2
          }
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                MetadataOptions:
                  HttpPutResponseHopLimit: 3
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = number
        }
        resource "aws_launch_template" "t" {
          metadata_options {
            http_put_response_hop_limit = var.x
          }
        }
      `,
    ],
  },
});
