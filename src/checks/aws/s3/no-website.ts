import { all, isAbsent } from '../../../model/index.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-s3-no-website',
  title: 'Bucket does not serve a website itself',
  row: 'data',
  severity: 'medium',
  on: 'AWS::S3::Bucket',
  why: 'A website endpoint of S3 speaks plain HTTP only and works only while the bucket is readable to everyone. CloudFront serves the same pages over TLS from a bucket that stays private.',
  cwe: ['CWE-319', 'CWE-732'],
  judgement: {
    detection: 'easy: the endpoint has a name that anyone can guess',
    effort: 'hours: a distribution with origin access control',
    reach: 'every object of the bucket',
    trap: 'only the pages are public; in fact everything in the bucket is',
  },
  evaluate: ({ WebsiteConfiguration: website }) => all(isAbsent(website.IndexDocument), isAbsent(website.RedirectAllRequestsTo.HostName)),
  fix: {
    terraform: `resource "aws_s3_bucket" "b" {
  bucket = "photos"
}`,
    cloudformation: `Resources:
  B:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photos`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html'],
  equivalents: {},
  examples: {
    good: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: photos
      `,
    ],
    bad: [
      tf`
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_website_configuration" "b" {
          bucket = aws_s3_bucket.b.id
          index_document {
            suffix = "index.html"
          }
        }
      `,
      cfn`
        Resources:
          B:
            Type: AWS::S3::Bucket
            Properties:
              BucketName: photos
              WebsiteConfiguration:
                IndexDocument: index.html
      `,
    ],
    unknown: [
      tf`
        variable "bucket" {}
        resource "aws_s3_bucket" "b" {
          bucket = "photos"
        }
        resource "aws_s3_bucket_website_configuration" "b" {
          bucket = var.bucket
          index_document {
            suffix = "index.html"
          }
        } 
      `,
    ],
  },
});
