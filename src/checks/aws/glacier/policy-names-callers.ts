import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { defineCheck, equal, tf } from '../../define.js';
import { ofPolicy } from '../../aws/policies.js';

export default defineCheck({
  id: 'aws-glacier-policy-names-callers',
  title: 'Vault policy lets in only callers that it names',
  row: 'data',
  severity: 'critical',
  on: 'Demarc::Glacier::Vault',
  why: 'A statement for everyone opens the archive to every AWS account.',
  cwe: ['CWE-732'],
  judgement: {
    detection: 'easy for strangers who know the account',
    effort: 'minutes: name the accounts',
    reach: 'every archive in the vault',
    trap: 'a vault is taken to be out of reach',
  },
  evaluate: ({ AccessPolicy: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `access_policy = jsonencode({
  Version   = "2012-10-17"
  Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "glacier:GetJobOutput", Resource = "*" }]
})`,
    cloudformation: `# CloudFormation has no vaults: change the policy with the command line.`,
  },
  references: ['https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html'],
  equivalents: {
    checkov: equal('CKV_AWS_167'),
    prowler: equal('glacier_vaults_policy_public_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_glacier_vault" "r" {
          name          = "v"
          access_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "glacier:GetJobOutput", Resource = "*" }]
          })
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_glacier_vault" "r" {
          name          = "v"
          access_policy = jsonencode({
            Version   = "2012-10-17"
            Statement = [{ Effect = "Allow", Principal = "*", Action = "glacier:GetJobOutput", Resource = "*" }]
          })
        }
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_glacier_vault" "r" {
          name          = "v"
          access_policy = var.x
        }
      `,
    ],
  },
});
