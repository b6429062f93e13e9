import { type Field, decide, not } from '../../../model/index.js';
import { sharedWithAll } from './shared.js';
import { defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-document-not-public',
  title: 'Document is not shared with everyone',
  row: 'data',
  severity: 'high',
  on: 'AWS::SSM::Document',
  why: 'A public document shows every account of the world how you run and patch your machines, and often scripts with names and secrets in them.',
  cwe: ['CWE-732', 'CWE-200'],
  judgement: {
    detection: 'easy for strangers, who can list public documents',
    effort: 'seconds',
    reach: 'what the document says',
    trap: 'sharing is needed between accounts; it can name them',
  },
  applies: (_, { resource }) => decide(resource.dialect !== 'cloudformation'),
  evaluate: (_, { facts }) => not(sharedWithAll(facts.Permissions as Field<unknown>)),
  fix: {
    terraform: `resource "aws_ssm_document" "d" {
  name          = "patch"
  document_type = "Command"
  content       = "{}"
  permissions = {
    type        = "Share"
    account_ids = "111122223333"
  }
}`,
    cloudformation: `# CloudFormation cannot share documents.`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html'],
  equivalents: {
    checkov: equal('CKV_AWS_303'),
    prowler: equal('ssm_documents_set_as_public'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ssm_document" "d" {
          name          = "patch"
          document_type = "Command"
          content       = "{}"
          permissions = {
            type        = "Share"
            account_ids = "111122223333"
          }
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_ssm_document" "d" {
          name          = "patch"
          document_type = "Command"
          content       = "{}"
          permissions = {
            type        = "Share"
            account_ids = "All"
          }
        }
      `,
    ],
    unknown: [
      tf`
        variable "accounts" {}
        resource "aws_ssm_document" "d" {
          name          = "patch"
          document_type = "Command"
          content       = "{}"
          permissions = {
            type        = "Share"
            account_ids = var.accounts
          }
        }
      `,
    ],
  },
});
