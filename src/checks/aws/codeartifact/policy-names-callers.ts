import { cfn, defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-codeartifact-policy-names-callers',
  title: 'Package repository\'s policy lets in only callers that it names',
  row: 'application',
  severity: 'high',
  on: ['AWS::CodeArtifact::Domain', 'AWS::CodeArtifact::Repository'],
  why: 'Who may publish to the repository puts code into every build that installs from it.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of every build that installs from it',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ PermissionsPolicyDocument }) => namesCallers(PermissionsPolicyDocument),
  fix: {
    terraform: `resource "aws_codeartifact_domain_permissions_policy" "p" {
  domain          = aws_codeartifact_domain.d.domain
  policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "codeartifact:GetAuthorizationToken", Resource = "*" }] })
}`,
    cloudformation: `PolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "codeartifact:GetAuthorizationToken", "Resource": "*"}]}`,
  },
  references: ['https://docs.aws.amazon.com/codeartifact/latest/ug/repo-policies.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_codeartifact_domain" "d" {
          domain = "example"
        }

        resource "aws_codeartifact_domain_permissions_policy" "p" {
          domain          = aws_codeartifact_domain.d.domain
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "codeartifact:GetAuthorizationToken", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_codeartifact_domain" "d" {
          domain = "example"
        }

        resource "aws_codeartifact_domain_permissions_policy" "p" {
          domain          = aws_codeartifact_domain.d.domain
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:GetAuthorizationToken", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CodeArtifact::Domain
            Properties:
              DomainName: example
              PermissionsPolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/app"}, "Action": "codeartifact:GetAuthorizationToken", "Resource": "*"}]}
      `,
    ],
    bad: [
      tf`
        resource "aws_codeartifact_domain" "d" {
          domain = "example"
        }

        resource "aws_codeartifact_domain_permissions_policy" "p" {
          domain          = aws_codeartifact_domain.d.domain
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "codeartifact:GetAuthorizationToken", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_codeartifact_domain" "d" {
          domain = "example"
        }

        resource "aws_codeartifact_domain_permissions_policy" "p" {
          domain          = aws_codeartifact_domain.d.domain
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "codeartifact:GetAuthorizationToken", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::CodeArtifact::Domain
            Properties:
              DomainName: example
              PermissionsPolicyDocument: {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "codeartifact:GetAuthorizationToken", "Resource": "*"}]}
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_codeartifact_domain" "d" {
          domain = "example"
        }

        resource "aws_codeartifact_domain_permissions_policy" "p" {
          domain          = aws_codeartifact_domain.d.domain
          policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "codeartifact:GetAuthorizationToken", Resource = "*" }] })
        }
      `,
    ],
  },
});
