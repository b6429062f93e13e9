import { all, any, atMost, because, every, isNotEmpty, isPresent, not } from '../../../model/index.js';
import { account, cfn, defineCheck, tf } from '../../define.js';

/** Days after which a patch that is out should be installed: PCI DSS 6.3.3 gives a month for critical ones; CISA's BOD 22-01 is stricter. */
const LONGEST = 30;

export default defineCheck({
  id: 'aws-ssm-patch-baseline-approves',
  title: 'Patch baseline approves patches within a month',
  row: 'os',
  severity: 'medium',
  on: 'AWS::SSM::PatchBaseline',
  why: 'What a baseline does not approve is not installed, and counts as compliant: machines look patched and are not.',
  cwe: ['CWE-1329'],
  judgement: {
    detection: 'hard: the machines are reported as compliant',
    effort: 'minutes: one rule',
    reach: 'every machine of the patch group',
    trap: 'a baseline is taken to approve what it does not reject',
  },
  evaluate: ({ ApprovalRules: { PatchRules: rules }, ApprovedPatches: patches }) =>
    all(
      because(any(isNotEmpty(rules), isNotEmpty(patches)), (truth) => (truth === false ? 'the baseline approves nothing by itself' : undefined)),
      every(rules, ({ ApproveAfterDays: days, ApproveUntilDate: until }) =>
        all(
          because(any(not(isPresent(days)), atMost(days, LONGEST)), (truth) => (truth === false ? `patches wait for more than ${LONGEST} days` : undefined)),
          because(not(isPresent(until)), (truth) => (truth === false ? 'patches of later than a day are never approved' : undefined)),
        ),
      ),
    ),
  fix: {
    terraform: `approval_rule {
  approve_after_days = 7
  patch_filter {
    key    = "CLASSIFICATION"
    values = ["Security"]
  }
}`,
    cloudformation: `ApprovalRules:
  PatchRules:
    - ApproveAfterDays: 7
      PatchFilterGroup:
        PatchFilters:
          - Key: CLASSIFICATION
            Values: [Security]`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-baselines.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_ssm_patch_baseline" "b" {
          name = "b"
          approval_rule {
            approve_after_days = 7
            patch_filter {
              key    = "CLASSIFICATION"
              values = ["Security"]
            }
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::SSM::PatchBaseline
            Properties:
              Name: b
              ApprovalRules:
                PatchRules:
                  - ApproveAfterDays: 7
      `,
      account`{"ssm": {"DescribePatchBaselinesCommand {\"Filters\":[{\"Key\":\"OWNER\",\"Values\":[\"Self\"]}]}": {"BaselineIdentities": [{"BaselineId": "pb-1", "BaselineName": "ours"}]}, "GetPatchBaselineCommand {\"BaselineId\":\"pb-1\"}": {"BaselineId": "pb-1", "ApprovalRules": {"PatchRules": [{"ApproveAfterDays": 7, "ComplianceLevel": "HIGH", "PatchFilterGroup": {"PatchFilters": [{"Key": "CLASSIFICATION", "Values": ["Security"]}]}}]}, "ApprovedPatches": []}}}`,
    ],
    bad: [
      tf`
        resource "aws_ssm_patch_baseline" "b" {
          name = "b"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::SSM::PatchBaseline
            Properties:
              Name: b
              ApprovalRules:
                PatchRules:
                  - ApproveAfterDays: 90
      `,
      account`{"ssm": {"DescribePatchBaselinesCommand {\"Filters\":[{\"Key\":\"OWNER\",\"Values\":[\"Self\"]}]}": {"BaselineIdentities": [{"BaselineId": "pb-1", "BaselineName": "ours"}]}, "GetPatchBaselineCommand {\"BaselineId\":\"pb-1\"}": {"BaselineId": "pb-1", "ApprovalRules": {"PatchRules": [{"ApproveAfterDays": 90}]}, "ApprovedPatches": []}}}`,
    ],
    unknown: [
      tf`
        variable "days" {
          type = number
        }
        resource "aws_ssm_patch_baseline" "b" {
          name = "b"
          approval_rule {
            approve_after_days = var.days
          }
        }
      `,
      account`{"ssm": {"DescribePatchBaselinesCommand {\"Filters\":[{\"Key\":\"OWNER\",\"Values\":[\"Self\"]}]}": {"BaselineIdentities": [{"BaselineId": "pb-1", "BaselineName": "ours"}]}, "GetPatchBaselineCommand {\"BaselineId\":\"pb-1\"}": {"error": ["AccessDeniedException"]}}}`,
    ],
  },
});
