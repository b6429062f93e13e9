import { isTrue } from '../../../model/index.js';
import { lacking, someLinked } from '../../linked.js';
import { account, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-guardduty-in-region',
  title: 'Region has a detector that is switched on',
  row: 'logging',
  severity: 'high',
  on: 'Demarc::AWS::Region',
  why: 'Attacks begin where nobody looks: in the region that the team does not use.',
  cwe: ['CWE-778'],
  judgement: {
    detection: 'hard: nothing tells of what is not watched',
    effort: 'minutes',
    reach: 'everything in the region',
    trap: 'the detector of the main region sees the others',
  },
  evaluate: (_, { here, resource }) =>
    lacking(
      someLinked(here('AWS::GuardDuty::Detector'), (found) => isTrue(found.Enable)),
      resource,
      'AWS::GuardDuty::Detector',
      'no detector is switched on in the region',
    ),
  fix: { aws: `aws guardduty create-detector --enable --region REGION` },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_regions.html'],
  equivalents: {
    prowler: equal('guardduty_is_enabled'),
  },
  examples: {
    good: [
      account`{"guardduty": {"ListDetectorsCommand {}": {"DetectorIds": ["d1"]}, "GetDetectorCommand {\"DetectorId\":\"d1\"}": {"Status": "ENABLED"}}}`,
    ],
    bad: [
      account`{"guardduty": {"ListDetectorsCommand {}": {"DetectorIds": []}, "GetDetectorCommand {\"DetectorId\":\"d1\"}": {"Status": "X"}}}`,
      account`{"guardduty": {"ListDetectorsCommand {}": {"DetectorIds": ["d1"]}, "GetDetectorCommand {\"DetectorId\":\"d1\"}": {"Status": "DISABLED"}}}`,
    ],
    unknown: [
      account`{"guardduty": {"ListDetectorsCommand {}": {"error": ["AccessDenied"]}}}`,
    ],
  },
});
