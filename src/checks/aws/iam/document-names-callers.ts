import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';
import { ofPolicy } from '../../aws/policies.js';

export default defineCheck({
  id: 'aws-iam-document-names-callers',
  title: 'Policy document lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'Demarc::IAM::PolicyDocument',
  why: 'A statement for everyone makes public whatever resource the document is put on.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'hard: the document looks like any other, and stands apart from what it opens',
    effort: 'minutes: name the accounts or services',
    reach: 'the resource that it is put on',
    trap: 'the resource is taken to limit who calls',
  },
  evaluate: ({ PolicyDocument: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `principals {
  type        = "AWS"
  identifiers = ["arn:aws:iam::111122223333:root"]
}`,
    cloudformation: `# CloudFormation writes no documents apart: name the callers in the policy of the resource.`,
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html'],
  equivalents: {
    checkov: equal('CKV_AWS_283'),
  },
  examples: {
    good: [
      tf`
        data "aws_iam_policy_document" "d" {
          statement {
            actions   = ["sns:Publish"]
            resources = ["arn:aws:sns:eu-west-1:111122223333:orders"]
            principals {
              type        = "AWS"
              identifiers = ["arn:aws:iam::111122223333:root"]
            }
          }
        }
      `,
    ],
    bad: [
      tf`
        data "aws_iam_policy_document" "d" {
          statement {
            actions   = ["sns:Publish"]
            resources = ["arn:aws:sns:eu-west-1:111122223333:orders"]
            principals {
              type        = "AWS"
              identifiers = ["*"]
            }
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        data "aws_iam_policy_document" "d" {
          statement {
            actions   = ["sns:Publish"]
            resources = ["arn:aws:sns:eu-west-1:111122223333:orders"]
            principals {
              type        = "AWS"
              identifiers = [var.who]
            }
          }
        }
      `,
    ],
  },
});
