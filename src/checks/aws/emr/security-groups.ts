import { any, isPresent, undecided, type Condition } from '../../../model/index.js';
import { connections } from '../../../network/index.js';
import { everyLinked } from '../../linked.js';
import type { CheckContext } from '../../define.js';
import { closedToInternet } from '../ec2/security-group.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

/** A group that is named but not in this code may be open. */
function closedGroups(context: CheckContext): Condition {
  const groups = context.through('Instances', 'AWS::EC2::SecurityGroup');
  if (groups.members.length === 0) return undecided([groups.open ?? { kind: 'not-collected', detail: 'its security groups are not in this code' }]);
  return everyLinked(groups, ({ SecurityGroupIngress: rules }, { resource }) => closedToInternet(rules, resource, connections, `\`${resource.address}\` lets the internet in`));
}

export default defineCheck({
  id: 'aws-emr-security-groups',
  title: 'Hadoop cluster\'s security groups are closed to the internet',
  row: 'network',
  severity: 'high',
  on: 'AWS::EMR::Cluster',
  why: 'A cluster that strangers reach runs their jobs, and mines their coins.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: scanners find it',
    effort: 'minutes',
    reach: 'all data of the cluster',
    trap: 'the groups that EMR makes are taken to be closed',
  },
  applies: ({ Instances: { EmrManagedMasterSecurityGroup: master, EmrManagedSlaveSecurityGroup: workers } }) => any(isPresent(master), isPresent(workers)),
  evaluate: (_, context) => closedGroups(context),
  fix: {
    terraform: 'emr_managed_master_security_group = aws_security_group.private.id',
    cloudformation: 'EmrManagedMasterSecurityGroup: !GetAtt Private.GroupId',
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html'],
  equivalents: {
    checkov: equal('CKV2_AWS_7'),
    prowler: broader('emr_cluster_publicly_accesible'),
  },
  examples: {
    good: [
      tf`
        resource "aws_security_group" "s" {
          ingress {
            protocol    = "tcp"
            from_port   = 8443
            to_port     = 8443
            cidr_blocks = ["10.0.0.0/8"]
          }
        }
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          ec2_attributes {
            instance_profile                  = "p"
            emr_managed_master_security_group = aws_security_group.s.id
            emr_managed_slave_security_group  = aws_security_group.s.id
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: s
          C:
            Type: AWS::EMR::Cluster
            Properties:
              Name: c
              Instances:
                EmrManagedMasterSecurityGroup: !Ref S
      `,
    ],
    bad: [
      tf`
        resource "aws_security_group" "s" {
          ingress {
            protocol    = "tcp"
            from_port   = 8443
            to_port     = 8443
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          ec2_attributes {
            instance_profile                  = "p"
            emr_managed_master_security_group = aws_security_group.s.id
          }
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: s
              SecurityGroupIngress:
                - IpProtocol: "-1"
                  CidrIp: 0.0.0.0/0
          C:
            Type: AWS::EMR::Cluster
            Properties:
              Name: c
              Instances:
                EmrManagedMasterSecurityGroup: !Ref S
      `,
    ],
    unknown: [
      tf`
        resource "aws_emr_cluster" "c" {
          name          = "c"
          release_label = "emr-7.0.0"
          service_role  = "r"
          ec2_attributes {
            instance_profile                  = "p"
            emr_managed_master_security_group = "sg-1"
          }
        }
      `,
    ],
  },
});
