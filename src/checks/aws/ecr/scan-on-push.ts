import { isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ecr-scan-on-push',
  title: 'Repository scans images when they are pushed',
  row: 'application',
  severity: 'medium',
  on: 'AWS::ECR::Repository',
  why: 'An image with a known vulnerability that nobody scanned runs until somebody else finds it.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy',
    effort: 'a minute',
    reach: 'every workload that runs the images',
    trap: 'the base image is believed to be patched by its maker',
  },
  evaluate: ({ ImageScanningConfiguration }) => isTrue(ImageScanningConfiguration.ScanOnPush),
  fix: {
    terraform: `image_scanning_configuration {
  scan_on_push = true
}`,
    cloudformation: `ImageScanningConfiguration:
  ScanOnPush: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
  equivalents: {
    checkov: equal('CKV_AWS_163'),
    trivy: equal('AVD-AWS-0030'),
    prowler: equal('ecr_repositories_scan_images_on_push_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"
          image_scanning_configuration {
            scan_on_push = true
          }
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              ImageScanningConfiguration:
                ScanOnPush: true
      `,
    ],
    bad: [
      tf`
        resource "aws_ecr_repository" "r" {
          name = "app"

        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::ECR::Repository
            Properties:
              RepositoryName: app
      `,
    ],
    unknown: [
      tf`
        variable "v" {
          type = bool
        }
        resource "aws_ecr_repository" "r" {
          name = "app"
          image_scanning_configuration {
            scan_on_push = var.v
          }
        }
      `,
    ],
  },
});
