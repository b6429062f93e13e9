import { all, any, every, isNotEmpty, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-config-aggregator-all-regions',
  title: 'Aggregator takes in all regions',
  row: 'logging',
  severity: 'low',
  on: 'AWS::Config::ConfigurationAggregator',
  why: 'Resources in a region that is left out are in no overview, which is where intruders put theirs.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: what is left out is not missed',
    effort: 'seconds',
    reach: 'every region that is left out',
    trap: 'we use one region only; the attacker does not',
  },
  evaluate: ({ AccountAggregationSources: accounts, OrganizationAggregationSource: organization }) =>
      any(isTrue(organization.AllAwsRegions), all(isNotEmpty(accounts), every(accounts, (source) => isTrue(source.AllAwsRegions)))),
  fix: {
    terraform: `resource "aws_config_configuration_aggregator" "a" {
  name = "all"
  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = true
  }
}`,
    cloudformation: `Resources:
  A:
    Type: AWS::Config::ConfigurationAggregator
    Properties:
      OrganizationAggregationSource:
        RoleArn: arn:aws:iam::111122223333:role/config
        AllAwsRegions: true`,
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  equivalents: {
    checkov: equal('CKV_AWS_121'),
    trivy: equal('AVD-AWS-0019'),
  },
  examples: {
    good: [
      tf`
        resource "aws_config_configuration_aggregator" "a" {
          name = "all"
          account_aggregation_source {
            account_ids = ["111122223333"]
            all_regions = true
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              OrganizationAggregationSource:
                RoleArn: arn:aws:iam::111122223333:role/config
                AllAwsRegions: true
      `,
    ],
    bad: [
      tf`
        resource "aws_config_configuration_aggregator" "a" {
          name = "all"
          account_aggregation_source {
            account_ids = ["111122223333"]
            all_regions = false
          }
        }
      `,
      cfn`
        Resources:
          A:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              OrganizationAggregationSource:
                RoleArn: arn:aws:iam::111122223333:role/config
                AllAwsRegions: false
      `,
    ],
    unknown: [
      tf`
        variable "all" {}
        resource "aws_config_configuration_aggregator" "a" {
          name = "all"
          account_aggregation_source {
            account_ids = ["111122223333"]
            all_regions = var.all
          }
        }
      `,
      cfn`
        Parameters:
          PAll:
            Type: String
        Resources:
          A:
            Type: AWS::Config::ConfigurationAggregator
            Properties:
              OrganizationAggregationSource:
                RoleArn: arn:aws:iam::111122223333:role/config
                AllAwsRegions: !Ref PAll
      `,
    ],
  },
});
