import { all, equals, oneOf, some } from '../../../model/index.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-elasticbeanstalk-enhanced-health',
  title: 'Environment reports its health in detail',
  row: 'logging',
  severity: 'low',
  on: 'AWS::ElasticBeanstalk::Environment',
  why: 'Basic health sees a machine that answers, not one that answers with errors; enhanced health is also what managed updates go by.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'easy: the setting is on the environment',
    effort: 'minutes',
    reach: 'the environment',
    trap: 'a green environment works',
  },
  evaluate: ({ OptionSettings: settings }) =>
      some(settings, (setting) => all(equals(setting.Namespace, 'aws:elasticbeanstalk:healthreporting:system'), oneOf(setting.OptionName, ['SystemType', 'HealthStreamingEnabled']), oneOf(setting.Value, ['enhanced', 'true']))),
  fix: {
    terraform: `resource "aws_elastic_beanstalk_environment" "e" {
  name        = "site"
  application = "site"
  setting {
    namespace = "aws:elasticbeanstalk:healthreporting:system"
    name      = "SystemType"
    value     = "enhanced"
  }
}`,
    cloudformation: `Resources:
  E:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      ApplicationName: site
      OptionSettings:
        - Namespace: aws:elasticbeanstalk:healthreporting:system
          OptionName: SystemType
          Value: enhanced`,
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/health-enhanced.html'],
  equivalents: {
    checkov: broader('CKV_AWS_312'),
    prowler: equal('elasticbeanstalk_environment_enhanced_health_reporting'),
  },
  examples: {
    good: [
      tf`
        resource "aws_elastic_beanstalk_environment" "e" {
          name        = "site"
          application = "site"
          setting {
            namespace = "aws:elasticbeanstalk:healthreporting:system"
            name      = "SystemType"
            value     = "enhanced"
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
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: enhanced
      `,
    ],
    bad: [
      tf`
        resource "aws_elastic_beanstalk_environment" "e" {
          name        = "site"
          application = "site"
          setting {
            namespace = "aws:elasticbeanstalk:healthreporting:system"
            name      = "SystemType"
            value     = "basic"
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
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: basic
      `,
    ],
    unknown: [
      tf`
        variable "health" {}
        resource "aws_elastic_beanstalk_environment" "e" {
          name        = "site"
          application = "site"
          setting {
            namespace = "aws:elasticbeanstalk:healthreporting:system"
            name      = "SystemType"
            value     = var.health
          }
        }
      `,
      cfn`
        Parameters:
          PHealth:
            Type: String
        Resources:
          E:
            Type: AWS::ElasticBeanstalk::Environment
            Properties:
              ApplicationName: site
              OptionSettings:
                - Namespace: aws:elasticbeanstalk:healthreporting:system
                  OptionName: SystemType
                  Value: !Ref PHealth
      `,
    ],
  },
});
