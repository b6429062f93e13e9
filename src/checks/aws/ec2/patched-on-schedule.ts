import { all, any, because, undecided } from '../../../model/index.js';
import { lacking } from '../../linked.js';
import { cfn, defineCheck, tf } from '../../define.js';
import { inCode, plansOf } from './patching.js';

/*
 * That an instance is patched by nothing here is a fail only where the same root has Systems Manager patch others: then it was forgotten.
 * A root without any patching says nothing of it: a patch policy of Quick Setup, another root, or a pipeline that replaces the machine may
 * do it, so that the answer is unknown, and the row is not verified. A plan that only scans patches nothing.
 */
export default defineCheck({
  id: 'aws-ec2-patched-on-schedule',
  title: 'Instance is patched by Systems Manager',
  row: 'os',
  severity: 'medium',
  on: 'AWS::EC2::Instance',
  why: 'Known holes of an operating system are what intruders try first, and a machine that no plan covers keeps them until somebody thinks of it.',
  cwe: ['CWE-1329', 'CWE-1104'],
  judgement: {
    detection: 'hard: nothing tells of the machine that was left out',
    effort: 'minutes: a tag, or one more target',
    reach: 'the machine and what its role may do',
    trap: 'the plan is taken to cover all machines, or scanning to be patching',
  },
  applies: (_, context) => inCode(context),
  evaluate: ({ Tags: tags }, context) => {
    const plans = plansOf(context);
    if (plans.length === 0) return undecided([{ kind: 'not-collected', detail: 'nothing in this code patches machines; a patch policy or a pipeline elsewhere may' }]);
    const covered = any(...plans.map(({ covers, installs }) => all(covers(context.resource, tags), because(installs, (truth) => (truth === false ? 'the plan scans and installs nothing' : undefined)))));
    return lacking(covered, context.resource, 'Tags', `${plans.map(({ resource }) => `\`${resource.address}\``).slice(0, 3).join(', ')} patches other machines, and not this one`);
  },
  fix: {
    terraform: `resource "aws_ssm_association" "patch" {
  name                = "AWS-RunPatchBaseline"
  schedule_expression = "cron(0 3 ? * SUN *)"
  parameters          = { Operation = "Install" }
  targets {
    key    = "InstanceIds"
    values = ["*"]
  }
}`,
    cloudformation: `Patch:
  Type: AWS::SSM::Association
  Properties:
    Name: AWS-RunPatchBaseline
    ScheduleExpression: cron(0 3 ? * SUN *)
    Parameters: { Operation: [Install] }
    Targets:
      - Key: InstanceIds
        Values: ['*']`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html', 'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-ssm-documents.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_instance" "i" {
          ami  = "ami-1"
          tags = { Patch = "weekly" }
        }
        resource "aws_ssm_association" "a" {
          name       = "AWS-RunPatchBaseline"
          parameters = { Operation = "Install" }
          targets {
            key    = "tag:Patch"
            values = ["weekly"]
          }
        }
      `,
      tf`
        resource "aws_instance" "i" {
          ami = "ami-1"
        }
        resource "aws_ssm_maintenance_window" "w" {
          name     = "patch"
          schedule = "cron(0 3 ? * SUN *)"
          duration = 3
          cutoff   = 1
        }
        resource "aws_ssm_maintenance_window_target" "t" {
          window_id     = aws_ssm_maintenance_window.w.id
          resource_type = "INSTANCE"
          targets {
            key    = "InstanceIds"
            values = [aws_instance.i.id]
          }
        }
        resource "aws_ssm_maintenance_window_task" "k" {
          window_id = aws_ssm_maintenance_window.w.id
          task_arn  = "AWS-RunPatchBaseline"
          task_type = "RUN_COMMAND"
          targets {
            key    = "WindowTargetIds"
            values = [aws_ssm_maintenance_window_target.t.id]
          }
          task_invocation_parameters {
            run_command_parameters {
              parameter {
                name   = "Operation"
                values = ["Install"]
              }
            }
          }
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
          A:
            Type: AWS::SSM::Association
            Properties:
              Name: AWS-RunPatchBaseline
              Parameters: { Operation: [Install] }
              Targets:
                - Key: InstanceIds
                  Values: [!Ref I]
      `,
    ],
    bad: [
      tf`
        resource "aws_instance" "patched" {
          ami  = "ami-1"
          tags = { Patch = "weekly" }
        }
        resource "aws_instance" "forgotten" {
          ami = "ami-1"
        }
        resource "aws_ssm_association" "a" {
          name       = "AWS-RunPatchBaseline"
          parameters = { Operation = "Install" }
          targets {
            key    = "tag:Patch"
            values = ["weekly"]
          }
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::Instance
            Properties:
              ImageId: ami-1
          A:
            Type: AWS::SSM::Association
            Properties:
              Name: AWS-RunPatchBaseline
              Parameters: { Operation: [Scan] }
              Targets:
                - Key: InstanceIds
                  Values: ['*']
      `,
    ],
    unknown: [
      tf`
        resource "aws_instance" "i" {
          ami = "ami-1"
        }
      `,
    ],
  },
});
