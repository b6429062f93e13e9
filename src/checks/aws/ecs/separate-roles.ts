import { all, cursor, decide, evidenceOf, undecided, type Condition, type Field } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

/** Written at all, whatever its value. */
const isNotNothing = (field: Field<string>): Condition => decide(cursor(field).tree !== undefined);

export default defineCheck({
  id: 'aws-ecs-separate-roles',
  title: 'Task and its start have roles of their own',
  row: 'identity',
  severity: 'low',
  on: 'AWS::ECS::TaskDefinition',
  why: 'One role for both gives the app the rights to read all secrets and images that starting it takes.',
  cwe: ['CWE-250'],
  judgement: {
    detection: 'hard',
    effort: 'minutes',
    reach: 'the role',
    trap: 'one role is believed to be simpler and as safe',
  },
  applies: ({ TaskRoleArn, ExecutionRoleArn }) => all(isNotNothing(TaskRoleArn), isNotNothing(ExecutionRoleArn)),
  evaluate: ({ TaskRoleArn, ExecutionRoleArn }) => {
    const [task, execution] = [evidenceOf(TaskRoleArn), evidenceOf(ExecutionRoleArn)];
    const known = (value: unknown): boolean => typeof value === 'string' && value !== '(unknown)';
    const unknowns = [TaskRoleArn, ExecutionRoleArn].flatMap((role) => { const { tree } = cursor(role); return tree?.kind === 'unknown' && tree.parts === undefined ? [tree.reason] : []; });
    return unknowns.length > 0 ? undecided(unknowns, [task, execution]) : decide(!(known(task.value) && task.value === execution.value), [task, execution], task.value === execution.value ? 'the task runs with the role that starts it' : undefined);
  },
  fix: {
    terraform: `task_role_arn      = aws_iam_role.task.arn
execution_role_arn = aws_iam_role.execution.arn`,
    cloudformation: `TaskRoleArn: !GetAtt TaskRole.Arn
ExecutionRoleArn: !GetAtt ExecutionRole.Arn`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html'],
  equivalents: {
    checkov: equal('CKV_AWS_249'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          task_role_arn      = "arn:aws:iam::111122223333:role/a"
          execution_role_arn = "arn:aws:iam::111122223333:role/b"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"

          }])
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: app
              TaskRoleArn: arn:aws:iam::111122223333:role/a
              ExecutionRoleArn: arn:aws:iam::111122223333:role/b
              ContainerDefinitions:
                - Name: web
                  Image: web:1
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          task_role_arn      = "arn:aws:iam::111122223333:role/a"
          execution_role_arn = "arn:aws:iam::111122223333:role/a"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"

          }])
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Family: app
              TaskRoleArn: arn:aws:iam::111122223333:role/a
              ExecutionRoleArn: arn:aws:iam::111122223333:role/a
              ContainerDefinitions:
                - Name: web
                  Image: web:1
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = string
        }
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          task_role_arn      = var.v
          execution_role_arn = "arn:aws:iam::111122223333:role/a"
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"

          }])
        }
      `,
    ],
  },
});
