import { all, child, cursor, evidenceOf, holds, isNotEmpty, isPresent, isTrue, items, not, undecided, type Condition, type Field } from '../../../model/index.js';
import type { CheckContext } from '../../define.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

interface Interface {
  readonly AssociatePublicIpAddress?: boolean;
  readonly NetworkInterfaceId?: string;
}

function withoutPublicAddress(properties: Field<unknown>, { resource, through }: CheckContext): Condition {
  if (resource.type === 'AWS::AutoScaling::LaunchConfiguration') {
    const asked = child<boolean>(properties, 'AssociatePublicIpAddress');
    return cursor(asked).tree === undefined ? left([evidenceOf(asked)]) : not(isTrue(asked));
  }
  const interfaces = child<readonly Interface[]>(resource.type === 'AWS::EC2::LaunchTemplate' ? child(properties, 'LaunchTemplateData') : properties, 'NetworkInterfaces');
  const { views, open } = items<Interface>(interfaces);
  const saying = views.filter((view) => cursor(view.AssociatePublicIpAddress).tree !== undefined || isPresent(view.NetworkInterfaceId).truth !== false);
  const stated = all(saying.map((view) => not(isTrue(view.AssociatePublicIpAddress))), open === undefined ? [] : [undecided([open], [evidenceOf(interfaces)])]);
  if (saying.length > 0 || open !== undefined) return stated;
  const subnets = through('SubnetId', 'AWS::EC2::Subnet').members;
  return subnets.length > 0 ? all(subnets.map(({ properties: subnet }) => not(isTrue(subnet.MapPublicIpOnLaunch)))) : left([evidenceOf(interfaces)]);
}

const left = (evidence: Parameters<typeof undecided>[1]): Condition => undecided([{ kind: 'not-collected', detail: 'it is left to the subnet, which is not in this code' }], evidence);

export default defineCheck({
  id: 'aws-ec2-public-ip',
  title: 'Instances get no public address',
  row: 'network',
  severity: 'medium',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'A public address makes the machine a target of the whole internet, with only its security groups in front.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: the address is listed',
    effort: 'hours: put a load balancer, a gateway or a session manager in front',
    reach: 'the machine and the network behind it',
    trap: 'the subnet hands out public addresses though the instance asks for none',
  },
  applies: (properties, { resource }) => (resource.type === 'AWS::EC2::LaunchTemplate' ? isNotEmpty(child(child(properties, 'LaunchTemplateData'), 'NetworkInterfaces')) : holds()),
  evaluate: (properties, context) => withoutPublicAddress(properties, context),
  fix: {
    terraform: 'associate_public_ip_address = false',
    cloudformation: `NetworkInterfaces:
  - DeviceIndex: "0"
    AssociatePublicIpAddress: false`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  equivalents: {
    checkov: broader('CKV_AWS_88', 'CKV_AWS_389'),
    trivy: broader('AVD-AWS-0009'),
    prowler: broader('ec2_instance_public_ip', 'ec2_launch_template_no_public_ip', 'autoscaling_group_launch_configuration_no_public_ip'),
  },
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          associate_public_ip_address = false
        }
      `,
      tf`
        resource "aws_subnet" "s" {
          vpc_id = "vpc-1"
        }
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          subnet_id     = aws_subnet.s.id
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              NetworkInterfaces:
                - DeviceIndex: "0"
                  AssociatePublicIpAddress: false
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          associate_public_ip_address = true
        }
      `,
      tf`
        resource "aws_subnet" "s" {
          vpc_id                  = "vpc-1"
          map_public_ip_on_launch = true
        }
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          subnet_id     = aws_subnet.s.id
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              NetworkInterfaces:
                - DeviceIndex: "0"
                  AssociatePublicIpAddress: true
      `,
    ],
    unknown: [
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          subnet_id     = "subnet-1"
        }
      `,
    ],
  },
});
