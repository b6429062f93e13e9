import { any, because, child, cursor, equals, evidenceOf, fails, undecided, type Condition, type Field } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

const secured = (options: Field<unknown>): Condition =>
  because(any(equals(child<string>(options, 'HttpTokens'), 'required'), equals(child<string>(options, 'HttpEndpoint'), 'disabled')), (truth) =>
    truth === false && cursor(child(options, 'HttpTokens')).state !== 'set' ? 'tokens are not required: version 1 answers unless the image or the account says otherwise' : undefined,
  );

export default defineCheck({
  id: 'aws-ec2-imdsv2',
  title: 'Instances answer metadata requests with session tokens only',
  row: 'os',
  severity: 'high',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'Version 1 hands the credentials of the instance role to anyone who can make the machine fetch a URL; that is how the bank Capital One was emptied of 100 million records.',
  cwe: ['CWE-918', 'CWE-306'],
  judgement: {
    detection: 'hard: a forged request looks like any other from the machine',
    effort: 'minutes; old software development kits need an update',
    reach: 'everything that the role of the instance may do',
    trap: 'the image or the account is trusted to require tokens, and the next image does not',
  },
  evaluate: (properties, { resource, here, through }) => {
    const template = child(properties, 'LaunchTemplate');
    const own = secured(resource.type === 'AWS::EC2::LaunchTemplate' ? child(child(properties, 'LaunchTemplateData'), 'MetadataOptions') : child(properties, 'MetadataOptions'));
    const templates = through('LaunchTemplate', 'AWS::EC2::LaunchTemplate');
    const byTemplate =
      resource.type !== 'AWS::EC2::Instance' || cursor(template).tree === undefined
        ? fails()
        : templates.members.length === 0
          ? undecided([templates.open ?? { kind: 'not-collected', detail: 'its launch template is not in this code' }], [evidenceOf(template)])
          : someLinked(templates, ({ LaunchTemplateData: data }) => secured(data.MetadataOptions));
    const byAccount = someLinked(here('Demarc::EC2::InstanceMetadataDefaults'), ({ HttpTokens }) => equals(HttpTokens, 'required'));
    // What says otherwise itself is not helped by a default of the account.
    return cursor(child(child(properties, 'MetadataOptions'), 'HttpTokens')).state === 'set' ? own : any(own, byTemplate, byAccount);
  },
  fix: {
    terraform: `metadata_options {
  http_tokens = "required"
}`,
    cloudformation: `MetadataOptions:
  HttpTokens: required`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html'],
  equivalents: {
    checkov: equal('CKV_AWS_79'),
    trivy: broader('AVD-AWS-0028', 'AVD-AWS-0130'),
    prowler: broader('ec2_instance_imdsv2_enabled', 'ec2_launch_template_imdsv2_required', 'autoscaling_group_launch_configuration_requires_imdsv2', 'ec2_instance_account_imdsv2_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          metadata_options {
            http_tokens = "required"
          }
        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          metadata_options {
            http_endpoint = "disabled"
          }
        }
      `,
      tf`
        resource "aws_launch_template" "t" {
          metadata_options {
            http_tokens = "required"
          }
        }
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          launch_template {
            id = aws_launch_template.t.id
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
                  HttpTokens: required
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          metadata_options {
            http_tokens = "optional"
          }
        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"

        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                ImageId: ami-1
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          metadata_options {
            http_tokens = var.x
          }
        }
      `,
    ],
  },
});
