import { equals, type Field } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-accessanalyzer-in-region',
  title: 'Region has an analyzer of outside access',
  row: 'logging',
  severity: 'medium',
  on: 'Demarc::AWS::Region',
  why: 'Policies open to strangers are written every week; an analyzer proves which ones are.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: nothing tells of what is not watched',
    effort: 'minutes',
    reach: 'everything in the region',
    trap: 'reviews find them',
  },
  evaluate: (_, { here, from, resource }) =>
    lacking(
      someLinked(here('AWS::AccessAnalyzer::Analyzer'), (_found, member) => equals(from(member.resource).facts.Status as Field<string>, 'ACTIVE')),
      resource,
      'AWS::AccessAnalyzer::Analyzer',
      'no analyzer of outside access is active in the region',
    ),
  fix: { aws: `aws accessanalyzer create-analyzer --analyzer-name outside --type ACCOUNT --region REGION` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html'],
  equivalents: {
    prowler: equal('accessanalyzer_enabled'),
  },
  examples: {
    good: [
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a", "name": "a", "type": "ACCOUNT", "status": "ACTIVE"}]}}}`,
    ],
    bad: [
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"analyzers": []}}}`,
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a", "name": "a", "type": "ACCOUNT", "status": "DISABLED"}]}}}`,
    ],
    unknown: [
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
