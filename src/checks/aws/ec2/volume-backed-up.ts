import { holds } from '../../../model/index.js';
import { cfn, defineCheck, equal, narrower, tf } from '../../define.js';
import { lacking, someLinked } from '../../linked.js';

export default defineCheck({
  id: 'aws-ec2-volume-backed-up',
  title: 'Volume is in a backup plan',
  row: 'resilience',
  severity: 'low',
  on: 'AWS::EC2::Volume',
  why: 'What an intruder deletes or encrypts is gone, unless a copy is kept where he cannot reach it.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the lack is noticed when something is gone',
    effort: 'minutes: a plan and a selection',
    reach: 'all data on it',
    trap: 'snapshots beside the data are taken for a backup; who can delete one can delete both',
  },
  evaluate: (_, { resource, pointingHere }) => lacking(someLinked(pointingHere('AWS::Backup::BackupSelection'), () => holds()), resource, 'BackupSelection', 'no backup plan selects it'),
  fix: {
    terraform: `resource "aws_backup_selection" "s" {
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  name         = "daily"
  plan_id      = "p1"
  resources    = [aws_ebs_volume.r.arn]
}`,
    cloudformation: `S:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: p1
    BackupSelection:
      SelectionName: daily
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - !Sub arn:aws:ec2:\${AWS::Region}:\${AWS::AccountId}:volume/\${R}`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_9'),
    prowler: [...equal('ec2_ebs_volume_protected_by_backup_plan'), ...narrower('ec2_ebs_volume_snapshots_exists')],
  },
  examples: {
    good: [
      tf`
        resource "aws_ebs_volume" "r" {
          availability_zone = "eu-west-1a"
          size              = 10
        }
        resource "aws_backup_selection" "s" {
          iam_role_arn = "arn:aws:iam::111122223333:role/backup"
          name         = "daily"
          plan_id      = "p1"
          resources    = [aws_ebs_volume.r.arn]
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 10
          S:
            Type: AWS::Backup::BackupSelection
            Properties:
              BackupPlanId: p1
              BackupSelection:
                SelectionName: daily
                IamRoleArn: arn:aws:iam::111122223333:role/backup
                Resources:
                  - !Sub arn:aws:ec2:\${AWS::Region}:\${AWS::AccountId}:volume/\${R}
      `,
    ],
    bad: [
      tf`
        resource "aws_ebs_volume" "r" {
          availability_zone = "eu-west-1a"
          size              = 10
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::EC2::Volume
            Properties:
              AvailabilityZone: eu-west-1a
              Size: 10
      `,
    ],
    unknown: [
      tf`
        variable "arn" {
          type = string
        }
        resource "aws_ebs_volume" "r" {
          availability_zone = "eu-west-1a"
          size              = 10
        }
        resource "aws_backup_selection" "s" {
          iam_role_arn = "arn:aws:iam::111122223333:role/backup"
          name         = "daily"
          plan_id      = "p1"
          resources    = [var.arn]
        }
      `,
    ],
  },
});
