import { all, any, child, cursor, decide, every, evidenceOf, fails, isNotEmpty, isPresent, isTrue, undecided, type Condition, type Field } from '../../../model/index.js';
import type { CheckContext } from '../../define.js';
import { someLinked } from '../../linked.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

interface Device {
  readonly NoDevice?: string;
  readonly VirtualName?: string;
  readonly Ebs?: { readonly Encrypted?: boolean; readonly SnapshotId?: string };
}

/** A volume made of a snapshot is encrypted where the snapshot is. */
const ofSnapshot = (encrypted: Field<boolean>, snapshot: Field<string>): Condition => {
  const said = isTrue(encrypted);
  if (cursor(encrypted).state === 'set' || said.truth !== false || isPresent(snapshot).truth === false) return said;
  return undecided([{ kind: 'not-collected', detail: 'it is as encrypted as its snapshot, which is not in this code' }], [evidenceOf(snapshot)]);
};

const devices = (mappings: Field<readonly Device[]>): Condition =>
  every(mappings, (device) => any(isPresent(device.NoDevice), isPresent(device.VirtualName), ofSnapshot(device.Ebs.Encrypted, device.Ebs.SnapshotId)));

function encrypted(properties: Field<unknown>, type: string, through: CheckContext['through']): Condition {
  if (type === 'AWS::EC2::Volume') return ofSnapshot(child<boolean>(properties, 'Encrypted'), child<string>(properties, 'SnapshotId'));
  if (type === 'AWS::EC2::LaunchTemplate') return devices(child<readonly Device[]>(child(properties, 'LaunchTemplateData'), 'BlockDeviceMappings'));
  const mappings = child<readonly Device[]>(properties, 'BlockDeviceMappings');
  if (isNotEmpty(mappings).truth !== false) return devices(mappings);
  const template = child(properties, 'LaunchTemplate');
  if (type === 'AWS::EC2::Instance' && cursor(template).tree !== undefined) {
    const { members, open } = through('LaunchTemplate', 'AWS::EC2::LaunchTemplate');
    const asked = members.map((member) => all(isNotEmpty(member.properties.LaunchTemplateData.BlockDeviceMappings), devices(member.properties.LaunchTemplateData.BlockDeviceMappings)));
    return asked.length > 0 ? all(asked) : undecided([open ?? { kind: 'not-collected', detail: 'its launch template is not in this code' }], [evidenceOf(template)]);
  }
  return fails([evidenceOf(mappings)], 'the root volume is left to the image: it is not encrypted unless the account encrypts by default');
}

export default defineCheck({
  id: 'aws-ec2-ebs-encryption',
  title: 'Block volumes are encrypted',
  row: 'encryption',
  severity: 'high',
  on: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'A snapshot of an unencrypted volume can be shared, copied and mounted by anyone who gets at it; with encryption a key stands in between.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: a flag of the volume',
    effort: 'a copy of each volume; minutes for new ones',
    reach: 'all data on the disks, and their snapshots',
    trap: 'the extra volumes are encrypted and the root volume is forgotten',
  },
  // The disks of a running machine have verdicts of their own.
  applies: (properties, { resource }) => (resource.type === 'AWS::EC2::LaunchTemplate' ? isNotEmpty(child(child(properties, 'LaunchTemplateData'), 'BlockDeviceMappings')) : decide(resource.type !== 'AWS::EC2::Instance' || resource.dialect !== 'api')),
  evaluate: (properties, { resource, here, through }) => {
    const own = encrypted(properties, resource.type, through);
    // A volume that is there tells what it is: what the account does with new ones does not change it.
    if (resource.type === 'AWS::EC2::Volume' && resource.dialect === 'api') return own;
    return any(own, someLinked(here('Demarc::EC2::EbsEncryptionByDefault'), (setting) => isTrue(setting.EbsEncryptionByDefault)));
  },
  fix: {
    terraform: `root_block_device {
  encrypted = true
}`,
    cloudformation: `BlockDeviceMappings:
  - DeviceName: /dev/xvda
    Ebs:
      Encrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html', 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  equivalents: {
    checkov: broader('CKV_AWS_3', 'CKV_AWS_8', 'CKV2_AWS_2'),
    trivy: broader('AVD-AWS-0026', 'AVD-AWS-0131', 'AVD-AWS-0008', 'AVD-AWS-0122'),
    prowler: broader('ec2_ebs_volume_encryption'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          size              = 8
          encrypted         = true
        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          root_block_device {
            encrypted = true
          }
        }
      `,
      tf`
        resource "aws_ebs_encryption_by_default" "e" {
          enabled = true
        }
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          size              = 8
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              BlockDeviceMappings:
                - DeviceName: /dev/xvda
                  Ebs:
                    Encrypted: true
      `,
    ],
    bad: [
      tf`
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          size              = 8
        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"

        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami           = "ami-1"
          instance_type = "t3.micro"
          root_block_device {
            encrypted = true
          }
          ebs_block_device {
            device_name = "/dev/sdf"
          }
        }
      `,
      tf`
        resource "aws_launch_template" "t" {
          block_device_mappings {
            device_name = "/dev/xvda"
            ebs {
              volume_size = 8
            }
          }
        }
      `,
      cfn`
        Resources:
          V:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 8
              Encrypted: false
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_ebs_volume" "v" {
          availability_zone = "eu-west-1a"
          size              = 8
          encrypted         = var.x
        }
      `,
    ],
  },
});
