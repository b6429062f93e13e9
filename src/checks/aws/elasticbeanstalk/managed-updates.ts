import { all, equals, some } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticbeanstalk-managed-updates',
  title: 'Environment takes platform updates by itself',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::ElasticBeanstalk::Environment',
  why: 'Platform versions carry the patches of the operating system and the runtime. Without managed updates they wait for someone to remember.',
  cwe: ['CWE-1104', 'CWE-1329'],
  judgement: {
    detection: 'easy: the console shows a newer version',
    effort: 'minutes: a weekly window',
    reach: 'every machine of the environment',
    trap: 'Beanstalk is managed, so AWS patches it',
  },
  evaluate: ({ OptionSettings: settings }) =>
      some(settings, (setting) => all(equals(setting.Namespace, 'aws:elasticbeanstalk:managedactions'), equals(setting.OptionName, 'ManagedActionsEnabled'), equals(setting.Value, 'true'))),
  fix: {
    terraform: `resource "aws_elastic_beanstalk_environment" "e" {
  name        = "site"
  application = "site"
  setting {
    namespace = "aws:elasticbeanstalk:managedactions"
    name      = "ManagedActionsEnabled"
    value     = "true"
  }
}`,
    cloudformation: `Resources:
  E:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      ApplicationName: site
      OptionSettings:
        - Namespace: aws:elasticbeanstalk:managedactions
          OptionName: ManagedActionsEnabled
          Value: "true"`,
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-platform-update-managed.html'],
  equivalents: {
    checkov: equal('CKV_AWS_340'),
    prowler: equal('elasticbeanstalk_environment_managed_updates_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elastic_beanstalk_environment" "e" {
          name        = "site"
          application = "site"
          setting {
            namespace = "aws:elasticbeanstalk:managedactions"
            name      = "ManagedActionsEnabled"
            value     = "true"
          }
        }
      `,
      cfn`
        Resources:
          E:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: site
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ManagedActionsEnabled
                  Value: "true"
      `,
    ],
    bad: [
      tf`
        resource "aws_elastic_beanstalk_environment" "e" {
          name        = "site"
          application = "site"
          setting {
            namespace = "aws:elasticbeanstalk:managedactions"
            name      = "ManagedActionsEnabled"
            value     = "false"
          }
        }
      `,
      cfn`
        Resources:
          E:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: site
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ManagedActionsEnabled
                  Value: "false"
      `,
    ],
    unknown: [
      tf`
        variable "managed" {}
        resource "aws_elastic_beanstalk_environment" "e" {
          name        = "site"
          application = "site"
          setting {
            namespace = "aws:elasticbeanstalk:managedactions"
            name      = "ManagedActionsEnabled"
            value     = var.managed
          }
        }
      `,
      cfn`
        Parameters:
          PManaged:
            Type: String
        Resources:
          E:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: site
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:managedactions
                  OptionName: ManagedActionsEnabled
                  Value: !Ref PManaged
      `,
    ],
  },
});
