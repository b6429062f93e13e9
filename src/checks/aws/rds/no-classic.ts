import { child, fails, isNotEmpty, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-no-classic',
  title: 'No security groups of the retired network',
  row: 'network',
  severity: 'medium',
  on: ['AWS::RDS::DBSecurityGroup', 'AWS::RDS::DBInstance'],
  why: 'They belong to EC2-Classic, which is gone: what they were to guard is guarded by nothing.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy',
    effort: 'an hour',
    reach: 'the databases that name them',
    trap: 'the code still applies in part, so the group is taken to work',
  },
  evaluate: (properties, { resource }) =>
    resource.type === 'AWS::RDS::DBSecurityGroup' ? fails([{ path: 'GroupName', state: 'set', at: resource.at }], 'a security group of EC2-Classic guards nothing') : not(isNotEmpty(child(properties, 'DBSecurityGroups'))),
  fix: {
    terraform: 'vpc_security_group_ids = [aws_security_group.this.id]',
    cloudformation: 'VPCSecurityGroups: [!GetAtt Group.GroupId]',
  },
  references: ['https://aws.amazon.com/blogs/aws/ec2-classic-is-retiring-heres-how-to-prepare/'],
  equivalents: {
    checkov: equal('CKV_AWS_198'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine = "mysql"
        }
      `,
      cfn`
        Resources:
          C:
            Type: AWS::RDS::DBInstance
            Properties:
              Port: 5439
      `,
    ],
    bad: [
      tf`
        resource "aws_db_security_group" "g" {
          name = "g"
        }
      `,
      cfn`
        Resources:
          G:
            Type: AWS::RDS::DBSecurityGroup
            Properties:
              GroupDescription: g
      `,
    ],
    unknown: [],
  },
});
