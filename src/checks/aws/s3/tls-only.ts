import { deniesPlainHttp } from '../../../iam/index.js';
import { because } from '../../../model/index.js';
import { someLinked } from '../../linked.js';
import { ofPolicy } from '../policies.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-tls-only',
  title: 'Bucket policy denies requests without TLS',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::S3::Bucket',
  why: 'S3 answers plain HTTP as well as HTTPS. Whoever sits on the path of one plain request reads the object and can replay the signed request while it is valid.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: nothing fails, and the traffic is elsewhere',
    effort: 'minutes: one Deny statement',
    reach: 'every client that was ever configured with http://',
    trap: 'the SDKs use HTTPS, so all traffic does',
  },
  evaluate: (_, { pointingHere, resource }) => {
      const answer = someLinked(pointingHere('AWS::S3::BucketPolicy'), ({ PolicyDocument: policy }) => ofPolicy(policy, deniesPlainHttp));
      const seen = answer.evidence.length > 0 || answer.truth === 'unknown' ? answer : { ...answer, evidence: [{ path: 'BucketPolicy', state: 'absent' as const, at: resource.at }] };
      return because(seen, (truth) => (truth === false ? 'no bucket policy denies requests without TLS' : undefined));
    },
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["\${aws_s3_bucket.b.arn}", "\${aws_s3_bucket.b.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref B
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: "*"
            Condition:
              Bool:
                aws:SecureTransport: "false"`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit'],
  equivalents: {
    prowler: equal('s3_bucket_secure_transport_policy'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_policy" "b" {
          bucket = aws_s3_bucket.b.id
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Deny"
              Principal = "*"
              Action    = "s3:*"
              Resource  = ["\${aws_s3_bucket.b.arn}", "\${aws_s3_bucket.b.arn}/*"]
              Condition = { Bool = { "aws:SecureTransport" = "false" } }
            }]
          })
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref B
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: "*"
                    Action: s3:*
                    Resource: "*"
                    Condition:
                      Bool:
                        aws:SecureTransport: "false"
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_policy" "b" {
          bucket = aws_s3_bucket.b.id
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::111122223333:root" }
              Action    = "s3:*"
              Resource  = ["\${aws_s3_bucket.b.arn}", "\${aws_s3_bucket.b.arn}/*"]
              Condition = { Bool = { "aws:SecureTransport" = "false" } }
            }]
          })
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref B
              PolicyDocument:
                Statement:
                  - Effect: Deny
                    Principal: "*"
                    Action: s3:*
                    Resource: "*"
                    Condition:
                      StringEquals:
                        aws:SecureTransport: "false"
      `,
    ],
    unknown: [
      tf`
        variable "effect" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_policy" "b" {
          bucket = aws_s3_bucket.b.id
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = var.effect
              Principal = "*"
              Action    = "s3:*"
              Resource  = ["\${aws_s3_bucket.b.arn}", "\${aws_s3_bucket.b.arn}/*"]
              Condition = { Bool = { "aws:SecureTransport" = "false" } }
            }]
          })
        }
      `,
    ],
  },
});
