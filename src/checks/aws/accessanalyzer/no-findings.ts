import { equals } from '../../../model/index.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-accessanalyzer-no-findings',
  title: 'Analyzer has no active findings',
  row: 'identity',
  severity: 'medium',
  on: 'Demarc::AccessAnalyzer::Findings',
  why: 'Each active finding is a door that somebody outside can open, and that nobody has said is meant to be open.',
  cwe: ['CWE-284'],
  judgement: {
    detection: 'easy: the analyzer lists them',
    effort: 'minutes each: shut it, or archive it with a rule',
    reach: 'the resources that are named',
    trap: 'findings are taken for noise',
  },
  evaluate: ({ Active: active }) => equals(active, 0),
  fix: { aws: `aws accessanalyzer list-findings-v2 --analyzer-arn ARN` },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html'],
  equivalents: {
    prowler: equal('accessanalyzer_enabled_without_findings'),
  },
  examples: {
    good: [
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a", "name": "a", "type": "ACCOUNT", "status": "ACTIVE"}]}, "ListFindingsV2Command {\"analyzerArn\":\"arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a\",\"filter\":{\"status\":{\"eq\":[\"ACTIVE\"]}}}": {"findings": []}}}`,
    ],
    bad: [
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a", "name": "a", "type": "ACCOUNT", "status": "ACTIVE"}]}, "ListFindingsV2Command {\"analyzerArn\":\"arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a\",\"filter\":{\"status\":{\"eq\":[\"ACTIVE\"]}}}": {"findings": [{"id": "1"}]}}}`,
    ],
    unknown: [
      account`{"accessanalyzer": {"ListAnalyzersCommand {}": {"analyzers": [{"arn": "arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a", "name": "a", "type": "ACCOUNT", "status": "ACTIVE"}]}, "ListFindingsV2Command {\"analyzerArn\":\"arn:aws:access-analyzer:us-east-1:111122223333:analyzer/a\",\"filter\":{\"status\":{\"eq\":[\"ACTIVE\"]}}}": {"error": ["AccessDeniedException"]}}}`,
    ],
  },
});
