import { isTrue, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-appstream-no-internet',
  title: 'Desktop fleet has no line of its own to the internet',
  row: 'network',
  severity: 'medium',
  on: 'AWS::AppStream::Fleet',
  why: 'A streamed desktop with direct internet access can send out what its user sees, past the network of the account.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a flag',
    effort: 'one line',
    reach: 'what it holds',
    trap: 'the default is taken to be the safe one',
  },
  evaluate: ({ EnableDefaultInternetAccess: on }) => not(isTrue(on)),
  fix: {
    terraform: `enable_default_internet_access = false`,
    cloudformation: `EnableDefaultInternetAccess: false`,
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/internet-access.html'],
  equivalents: {
    prowler: equal('appstream_fleet_default_internet_access_disabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                           = "f"
          instance_type                  = "stream.standard.small"
          enable_default_internet_access = false
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              EnableDefaultInternetAccess: false
      `,
    ],
    bad: [
      tf`
        resource "aws_appstream_fleet" "r" {
          name                           = "f"
          instance_type                  = "stream.standard.small"
          enable_default_internet_access = true
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::AppStream::Fleet
            Properties:
              Name: f
              InstanceType: stream.standard.small
              EnableDefaultInternetAccess: true
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = bool
        }
        resource "aws_appstream_fleet" "r" {
          name                           = "f"
          instance_type                  = "stream.standard.small"
          enable_default_internet_access = var.x
        }
      `,
    ],
  },
});
