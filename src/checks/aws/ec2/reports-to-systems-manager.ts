import { all, any, because, cursor, fails, isPresent, test, undecided, type Condition } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { cfn, defineCheck, tf, type CheckContext, type Linked } from '../../define.js';
import { inCode } from './patching.js';

/** What the agent asks for first and always: https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html. */
const NEEDED = ['ssm:UpdateInstanceInformation', 'ssmmessages:CreateControlChannel'] as const;

const DEFAULT_MANAGEMENT = /(^|\/)ssm\/managed-instance\/default-ec2-instance-management-role$/;

function roleMay({ from, access }: CheckContext, profiles: Linked<'AWS::IAM::InstanceProfile'>): Condition {
  return someLinked(profiles, (_, { resource }) => someLinked(from(resource).through('Roles', 'AWS::IAM::Role'), (__, role) => all(...NEEDED.map((action) => access.may(role.resource, action)))));
}

/*
 * Absence decides here: a machine without a profile cannot be managed, but for one control that code of another place may hold, default host
 * management of the account, which the message names. A profile that is only named (it stands in other code) is unknown.
 */
export default defineCheck({
  id: 'aws-ec2-reports-to-systems-manager',
  title: 'Instance may report to Systems Manager',
  row: 'os',
  severity: 'medium',
  on: 'AWS::EC2::Instance',
  why: 'A machine that nothing can reach to inventory and patch is patched by nobody, and the one who logs in by hand opens a port for it.',
  cwe: ['CWE-1329'],
  judgement: {
    detection: 'easy: the role lacks the policy',
    effort: 'minutes: give the role AmazonSSMManagedInstanceCore, or turn on default host management',
    reach: 'the machine and what its role may do',
    trap: 'the agent is in the image, so it works',
  },
  applies: (_, context) => inCode(context),
  evaluate: ({ IamInstanceProfile: own }, context) => {
    const { through, from, all: every } = context;
    const setting = someLinked(every('Demarc::SSM::ServiceSetting'), (one) => all(test(one.SettingId, (id) => DEFAULT_MANAGEMENT.test(String(id))), isPresent(one.SettingValue)));
    const templates = through('LaunchTemplate', 'AWS::EC2::LaunchTemplate');
    const byTemplate = someLinked(templates, ({ LaunchTemplateData: { IamInstanceProfile: profile } }, { resource }) => any(roleMay(context, from(resource).through('LaunchTemplateData.IamInstanceProfile', 'AWS::IAM::InstanceProfile')), named(profile.Name), named(profile.Arn)));
    const decided = any(setting, roleMay(context, through('IamInstanceProfile', 'AWS::IAM::InstanceProfile')), named(own), byTemplate);
    if (decided.truth !== false) return decided;
    const bare = cursor(own).tree === undefined && templates.members.length === 0;
    const evidence = decided.evidence.length > 0 ? decided.evidence : [{ path: 'IamInstanceProfile', state: 'absent' as const, at: context.resource.at }];
    return because({ ...decided, message: undefined, evidence }, `${bare ? 'the instance has no role' : 'the role may not call Systems Manager'}: unless default host management is on in the account, nothing can inventory or patch it`);
  },
  fix: {
    terraform: `resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}`,
    cloudformation: `ManagedPolicyArns:
  - arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html', 'https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_iam_role" "r" {
          name               = "app"
          assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
        }
        resource "aws_iam_role_policy_attachment" "a" {
          role       = aws_iam_role.r.name
          policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
        }
        resource "aws_iam_instance_profile" "p" {
          role = aws_iam_role.r.name
        }
        resource "aws_instance" "i" {
          ami                  = "ami-1"
          iam_instance_profile = aws_iam_instance_profile.p.name
        }
      `,
      tf`
        resource "aws_ssm_service_setting" "s" {
          setting_id    = "/ssm/managed-instance/default-ec2-instance-management-role"
          setting_value = "service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole"
        }
        resource "aws_instance" "i" {
          ami = "ami-1"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { Service: ec2.amazonaws.com } }] }
              ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore']
          P:
            Type: AWS::IAM::InstanceProfile
            Properties:
              Roles: [!Ref R]
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
              IamInstanceProfile: !Ref P
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "i" {
          ami = "ami-1"
        }
      `,
      tf`
        resource "aws_iam_role" "r" {
          assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
        }
        resource "aws_iam_role_policy" "p" {
          role   = aws_iam_role.r.name
          policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
        }
        resource "aws_iam_instance_profile" "p" {
          role = aws_iam_role.r.name
        }
        resource "aws_instance" "i" {
          ami                  = "ami-1"
          iam_instance_profile = aws_iam_instance_profile.p.name
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
      `,
    ],
    unknown: [
      tf`
        resource "aws_instance" "i" {
          ami                  = "ami-1"
          iam_instance_profile = "app"
        }
      `,
    ],
  },
});

/** A profile that is named but not in this code. */
function named(field: Parameters<typeof isPresent>[0]): Condition {
  const { tree } = cursor(field);
  return tree?.kind === 'scalar' && tree.value !== '' && tree.value !== null ? undecided([{ kind: 'not-collected', detail: `instance profile \`${String(tree.value)}\` is not in this code` }]) : fails();
}
