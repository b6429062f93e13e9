import { all, any, equals, isPresent, isTrue } from '../../../model/index.js';
import { preferences } from './shared.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-session-logged',
  title: 'Session Manager logs sessions, encrypted',
  row: 'logging',
  severity: 'medium',
  on: 'AWS::SSM::Document',
  why: 'Without a log nobody can say what was typed on a machine. A log in the clear shows the passwords that were typed to all who can read it.',
  cwe: ['CWE-778', 'CWE-532'],
  judgement: {
    detection: 'hard: sessions work all the same',
    effort: 'an hour: an encrypted log group or bucket',
    reach: 'every session of the account and region',
    trap: 'CloudTrail records sessions; it records that there was one',
  },
  applies: ({ DocumentType: type }) => equals(type, 'Session'),
  evaluate: (document) => {
      const { s3BucketName, s3EncryptionEnabled, cloudWatchLogGroupName, cloudWatchEncryptionEnabled } = preferences(document);
      return any(all(isPresent(s3BucketName), isTrue(s3EncryptionEnabled)), all(isPresent(cloudWatchLogGroupName), isTrue(cloudWatchEncryptionEnabled)));
    },
  fix: {
    terraform: `resource "aws_ssm_document" "d" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      cloudWatchLogGroupName      = "sessions"
      cloudWatchEncryptionEnabled = true
    }
  })
}`,
    cloudformation: `Resources:
  D:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Session
      Content:
        schemaVersion: "1.0"
        inputs:
          s3BucketName: sessions
          s3EncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-logging.html'],
  equivalents: {
    checkov: equal('CKV_AWS_113'),
  },
  examples: {
    good: [
      tf`
        resource "aws_ssm_document" "d" {
          name          = "SSM-SessionManagerRunShell"
          document_type = "Session"
          content = jsonencode({
            schemaVersion = "1.0"
            sessionType   = "Standard_Stream"
            inputs = {
              cloudWatchLogGroupName      = "sessions"
              cloudWatchEncryptionEnabled = true
            }
          })
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::SSM::Document
            Properties:
              DocumentType: Session
              Content:
                schemaVersion: "1.0"
                inputs:
                  s3BucketName: sessions
                  s3EncryptionEnabled: true
      `,
    ],
    bad: [
      tf`
        resource "aws_ssm_document" "d" {
          name          = "SSM-SessionManagerRunShell"
          document_type = "Session"
          content = jsonencode({
            schemaVersion = "1.0"
            sessionType   = "Standard_Stream"
            inputs = {
              cloudWatchLogGroupName      = "sessions"
              cloudWatchEncryptionEnabled = false
            }
          })
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::SSM::Document
            Properties:
              DocumentType: Session
              Content:
                schemaVersion: "1.0"
                inputs:
                  s3BucketName: ""
                  s3EncryptionEnabled: true
      `,
    ],
    unknown: [
      tf`
        variable "encrypted" {}
        resource "aws_ssm_document" "d" {
          name          = "SSM-SessionManagerRunShell"
          document_type = "Session"
          content = jsonencode({
            schemaVersion = "1.0"
            sessionType   = "Standard_Stream"
            inputs = {
              cloudWatchLogGroupName      = "sessions"
              cloudWatchEncryptionEnabled = var.encrypted
            }
          })
        }
      `,
      cfn`
        Parameters:
          PBucket:
            Type: String
        Resources:
          D:
            Type: AWS::SSM::Document
            Properties:
              DocumentType: Session
              Content:
                schemaVersion: "1.0"
                inputs:
                  s3BucketName: !Ref PBucket
                  s3EncryptionEnabled: true
      `,
    ],
  },
});
