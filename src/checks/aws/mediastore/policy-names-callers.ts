import { defineCheck, tf } from '../../define.js';
import { namesCallers } from '../policies.js';

export default defineCheck({
  id: 'aws-mediastore-policy-names-callers',
  title: 'Media container\'s policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::MediaStore::Container',
  why: 'A container for everyone lets strangers replace what is streamed.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy for whoever knows or guesses its name and account',
    effort: 'minutes: name the accounts, roles or the organization',
    reach: 'all of the media',
    trap: 'a name that nobody knows is taken for a lock',
  },
  evaluate: ({ Policy }) => namesCallers(Policy),
  fix: {
    terraform: `resource "aws_media_store_container_policy" "p" {
  container_name = aws_media_store_container.c.name
  policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "mediastore:PutObject", Resource = "*" }] })
}`,
    cloudformation: `# CloudFormation has no resource for it`,
  },
  references: ['https://docs.aws.amazon.com/mediastore/latest/ug/policies.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_media_store_container" "c" {
          name = "live"
        }

        resource "aws_media_store_container_policy" "p" {
          container_name = aws_media_store_container.c.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/app" }, Action = "mediastore:PutObject", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_media_store_container" "c" {
          name = "live"
        }

        resource "aws_media_store_container_policy" "p" {
          container_name = aws_media_store_container.c.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "mediastore:PutObject", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } } }] })
        }
      `,
    ],
    bad: [
      tf`
        resource "aws_media_store_container" "c" {
          name = "live"
        }

        resource "aws_media_store_container_policy" "p" {
          container_name = aws_media_store_container.c.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "mediastore:PutObject", Resource = "*" }] })
        }
      `,
      tf`
        resource "aws_media_store_container" "c" {
          name = "live"
        }

        resource "aws_media_store_container_policy" "p" {
          container_name = aws_media_store_container.c.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "mediastore:PutObject", Resource = "*", Condition = { StringLike = { "aws:PrincipalArn" = "*" } } }] })
        }
      `,
    ],
    unknown: [
      tf`
        variable "who" {
          type = string
        }
        resource "aws_media_store_container" "c" {
          name = "live"
        }

        resource "aws_media_store_container_policy" "p" {
          container_name = aws_media_store_container.c.name
          policy         = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.who }, Action = "mediastore:PutObject", Resource = "*" }] })
        }
      `,
    ],
  },
});
