import { letsInAnyone } from '../../../iam/index.js';
import { because, not } from '../../../model/index.js';
import { ofPolicy } from '../policies.js';
import { broader, cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-policy-names-callers',
  title: 'Bucket policy lets in only callers that it names',
  row: 'data',
  severity: 'high',
  on: 'AWS::S3::BucketPolicy',
  why: 'A statement that allows everyone, with no condition that pins who or from where, publishes whatever it covers. With write actions strangers can plant or wipe objects.',
  cwe: ['CWE-732', 'CWE-284'],
  judgement: {
    detection: 'easy: the policy says so, but it is read only when something is wrong',
    effort: 'minutes to hours: name the accounts, roles or the distribution that really read',
    reach: 'every object and action of the statement',
    trap: 'a condition is there, so it is limited (aws:ResourceAccount, aws:SecureTransport or a star in aws:PrincipalArn limit nobody)',
  },
  evaluate: ({ PolicyDocument: policy }) => because(not(ofPolicy(policy, letsInAnyone)), (truth) => (truth === false ? 'a statement lets in everyone' : undefined)),
  fix: {
    terraform: `resource "aws_s3_bucket_policy" "b" {
  bucket = "photos"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::photos/*"
    }]
  })
}`,
    cloudformation: `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: photos
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: cloudtrail.amazonaws.com }
            Action: s3:PutObject
            Resource: arn:aws:s3:::photos/*`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status'],
  equivalents: {
    checkov: equal('CKV_AWS_70'),
    prowler: broader('s3_bucket_policy_public_write_access'),
  },
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket_policy" "b" {
          bucket = "photos"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::photos/*"
            }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: photos
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: { Service: cloudtrail.amazonaws.com }
                    Action: s3:PutObject
                    Resource: arn:aws:s3:::photos/*
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket_policy" "b" {
          bucket = "photos"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = "*" }
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::photos/*"
            }]
          })
        }
      `,
      cfn`
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: photos
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: "*"
                    Action: s3:PutObject
                    Resource: arn:aws:s3:::photos/*
      `,
    ],
    unknown: [
      tf`
        variable "who" {}
        resource "aws_s3_bucket_policy" "b" {
          bucket = "photos"
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Principal = { AWS = var.who }
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::photos/*"
            }]
          })
        }
      `,
      cfn`
        Parameters:
          PWho:
            Type: String
        Resources:
          P:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: photos
              PolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal: !Ref PWho
                    Action: s3:PutObject
                    Resource: arn:aws:s3:::photos/*
      `,
    ],
  },
});
