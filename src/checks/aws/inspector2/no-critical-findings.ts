import { all, equals } from '../../../model/index.js';
import { account, defineCheck, narrower } from '../../define.js';

export default defineCheck({
  id: 'aws-inspector2-no-critical-findings',
  title: 'Inspector has no open critical or high finding',
  row: 'application',
  severity: 'high',
  on: 'Demarc::Inspector2::Findings',
  why: 'Somebody looked, and found a hole that is known to everyone: it is tried against every address within days of being published.',
  cwe: ['CWE-1395'],
  judgement: {
    detection: 'easy: Inspector lists them, with the package and the version that mends each',
    effort: 'hours: update, rebuild, roll out',
    reach: 'the machine, image or function that is named, and what its role opens',
    trap: 'findings on images that nobody runs hide those on the ones that do',
  },
  evaluate: ({ Critical: critical, High: high }) => all(equals(critical, 0), equals(high, 0)),
  fix: { aws: `aws inspector2 list-findings --filter-criteria '{"resourceId": [{"comparison": "EQUALS", "value": "ID"}], "findingStatus": [{"comparison": "EQUALS", "value": "ACTIVE"}]}'` },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/findings-understanding.html'],
  equivalents: {
    prowler: narrower('inspector2_active_findings_exist'),
  },
  examples: {
    good: [
      account`{"inspector2": {"ListFindingAggregationsCommand {\"aggregationType\":\"AWS_EC2_INSTANCE\"}": {"aggregationType": "AWS_EC2_INSTANCE", "responses": [{"ec2InstanceAggregation": {"instanceId": "i-0123456789abcdef0", "severityCounts": {"all": 2, "critical": 0, "high": 0, "medium": 2}}}]}}}`,
    ],
    bad: [
      account`{"inspector2": {"ListFindingAggregationsCommand {\"aggregationType\":\"AWS_EC2_INSTANCE\"}": {"aggregationType": "AWS_EC2_INSTANCE", "responses": [{"ec2InstanceAggregation": {"instanceId": "i-0123456789abcdef0", "severityCounts": {"all": 3, "critical": 1, "high": 0, "medium": 2}}}]}}}`,
    ],
    unknown: [],
  },
});
