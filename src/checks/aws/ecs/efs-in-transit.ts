import { any, equals, every, isAbsent, isNotEmpty } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecs-efs-in-transit',
  title: 'Task encrypts its EFS volumes in transit',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::ECS::TaskDefinition',
  why: 'Files cross the network in the clear, readable and changeable by whoever sits between.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'easy',
    effort: 'minutes',
    reach: 'the volume',
    trap: 'traffic inside a VPC is believed to be private',
  },
  applies: ({ Volumes }) => isNotEmpty(Volumes),
  evaluate: ({ Volumes }) => every(Volumes, (volume) => any(isAbsent(volume.EFSVolumeConfiguration.FilesystemId), equals(volume.EFSVolumeConfiguration.TransitEncryption, 'ENABLED'))),
  fix: {
    terraform: `efs_volume_configuration {
  file_system_id     = aws_efs_file_system.files.id
  transit_encryption = "ENABLED"
}`,
    cloudformation: `EFSVolumeConfiguration:
  FilesystemId: !Ref Files
  TransitEncryption: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html'],
  equivalents: {
    checkov: equal('CKV_AWS_97'),
    trivy: equal('AVD-AWS-0035'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          volume {
            name = "v"
            efs_volume_configuration {
              file_system_id     = "fs-1"
              transit_encryption = "ENABLED"
            }
          }
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
              Volumes:
                - Name: v
                  EFSVolumeConfiguration:
                    FilesystemId: fs-1
                    TransitEncryption: ENABLED
              ContainerDefinitions:
                - Name: web
                  Image: web:1
      `,
    ],
    bad: [
      tf`
        resource "aws_ecs_task_definition" "t" {
          family = "app"
          volume {
            name = "v"
            efs_volume_configuration {
              file_system_id = "fs-1"
            }
          }
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
              Volumes:
                - Name: v
                  EFSVolumeConfiguration:
                    FilesystemId: fs-1
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
          volume {
            name = "v"
            efs_volume_configuration {
              file_system_id     = "fs-1"
              transit_encryption = var.v
            }
          }
          container_definitions = jsonencode([{
            name  = "web"
            image = "web:1"

          }])
        }
      `,
    ],
  },
});
