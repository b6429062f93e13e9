import { all, because, cursor, evidenceOf, holds, isFalse, not, type Condition } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-maintenance-window-has-task',
  title: 'Maintenance window is on and has something to do',
  row: 'os',
  severity: 'medium',
  on: 'AWS::SSM::MaintenanceWindow',
  why: 'A window without a task, or one that is off, opens and closes and patches nothing, while everybody takes the machines to be looked after.',
  cwe: ['CWE-1329'],
  judgement: {
    detection: 'hard: the window runs without an error',
    effort: 'minutes: a task',
    reach: 'every machine that the window is for',
    trap: 'a window is taken for maintenance',
  },
  evaluate: (_, { facts, pointingHere, resource }) => {
    const enabled: Condition = cursor(facts['Enabled']!).tree === undefined ? holds([evidenceOf(facts['Enabled']!)]) : not(isFalse(facts['Enabled'] as Parameters<typeof isFalse>[0]));
    return all(
      because(enabled, (truth) => (truth === false ? 'the window is off' : undefined)),
      lacking(someLinked(pointingHere('AWS::SSM::MaintenanceWindowTask'), () => holds()), resource, 'AWS::SSM::MaintenanceWindowTask', 'no task runs in the window'),
    );
  },
  fix: {
    terraform: `resource "aws_ssm_maintenance_window_task" "patch" {
  window_id = aws_ssm_maintenance_window.this.id
  task_arn  = "AWS-RunPatchBaseline"
  task_type = "RUN_COMMAND"
}`,
    cloudformation: `Task:
  Type: AWS::SSM::MaintenanceWindowTask
  Properties:
    WindowId: !Ref Window
    TaskArn: AWS-RunPatchBaseline
    TaskType: RUN_COMMAND`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/maintenance-windows.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_ssm_maintenance_window" "w" {
          name     = "w"
          schedule = "cron(0 3 ? * SUN *)"
          duration = 3
          cutoff   = 1
        }
        resource "aws_ssm_maintenance_window_task" "t" {
          window_id = aws_ssm_maintenance_window.w.id
          task_arn  = "AWS-RunPatchBaseline"
          task_type = "RUN_COMMAND"
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::SSM::MaintenanceWindow
            Properties: { Name: w, Schedule: 'cron(0 3 ? * SUN *)', Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false }
          T:
            Type: AWS::SSM::MaintenanceWindowTask
            Properties: { WindowId: !Ref W, TaskArn: AWS-RunPatchBaseline, TaskType: RUN_COMMAND, Priority: 1 }
      `,
      account`{"ssm": {"DescribeMaintenanceWindowsCommand {}": {"WindowIdentities": [{"WindowId": "mw-0c50858d01EXAMPLE", "Name": "nightly", "Enabled": true, "Duration": 3, "Cutoff": 1, "Schedule": "cron(0 3 ? * SUN *)"}]}, "DescribeMaintenanceWindowTasksCommand {\"WindowId\":\"mw-0c50858d01EXAMPLE\"}": {"Tasks": [{"WindowId": "mw-0c50858d01EXAMPLE", "WindowTaskId": "t-1", "TaskArn": "AWS-RunPatchBaseline", "Type": "RUN_COMMAND"}]}}}`,
    ],
    bad: [
      tf`
        resource "aws_ssm_maintenance_window" "w" {
          name     = "w"
          schedule = "cron(0 3 ? * SUN *)"
          duration = 3
          cutoff   = 1
        }
      `,
      cfn`
        Resources:
          W:
            Type: AWS::SSM::MaintenanceWindow
            Properties: { Name: w, Schedule: 'cron(0 3 ? * SUN *)', Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false }
      `,
      account`{"ssm": {"DescribeMaintenanceWindowsCommand {}": {"WindowIdentities": [{"WindowId": "mw-0c50858d01EXAMPLE", "Name": "nightly", "Enabled": true, "Duration": 3, "Cutoff": 1, "Schedule": "cron(0 3 ? * SUN *)"}]}, "DescribeMaintenanceWindowTasksCommand {\"WindowId\":\"mw-0c50858d01EXAMPLE\"}": {"Tasks": []}}}`,
      account`{"ssm": {"DescribeMaintenanceWindowsCommand {}": {"WindowIdentities": [{"WindowId": "mw-0c50858d01EXAMPLE", "Name": "nightly", "Enabled": false, "Duration": 3, "Cutoff": 1, "Schedule": "cron(0 3 ? * SUN *)"}]}, "DescribeMaintenanceWindowTasksCommand {\"WindowId\":\"mw-0c50858d01EXAMPLE\"}": {"Tasks": [{"WindowId": "mw-0c50858d01EXAMPLE", "WindowTaskId": "t-1", "TaskArn": "AWS-RunPatchBaseline", "Type": "RUN_COMMAND"}]}}}`,
    ],
    unknown: [
      account`{"ssm": {"DescribeMaintenanceWindowsCommand {}": {"WindowIdentities": [{"WindowId": "mw-0c50858d01EXAMPLE", "Name": "nightly", "Enabled": true, "Duration": 3, "Cutoff": 1, "Schedule": "cron(0 3 ? * SUN *)"}]}, "DescribeMaintenanceWindowTasksCommand {\"WindowId\":\"mw-0c50858d01EXAMPLE\"}": {"error": ["AccessDeniedException"]}}}`,

      tf`
        variable "on" {
          type = bool
        }
        resource "aws_ssm_maintenance_window" "w" {
          name     = "w"
          schedule = "cron(0 3 ? * SUN *)"
          duration = 3
          cutoff   = 1
          enabled  = var.on
        }
        resource "aws_ssm_maintenance_window_task" "t" {
          window_id = aws_ssm_maintenance_window.w.id
          task_arn  = "AWS-RunPatchBaseline"
          task_type = "RUN_COMMAND"
        }
      `,
    ],
  },
});
