import { equals, isPresent } from '../../../model/index.js';
import { preferences } from './shared.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-ssm-session-encrypted',
  title: 'Session Manager encrypts sessions with a KMS key',
  row: 'encryption',
  severity: 'medium',
  on: 'AWS::SSM::Document',
  why: 'A session shows passwords and data on the screen. TLS protects the way to AWS; the key protects it end to end and limits who may open a session.',
  cwe: ['CWE-311', 'CWE-319'],
  judgement: {
    detection: 'hard: sessions work all the same',
    effort: 'an hour: a key, and the right to use it for users and machines',
    reach: 'every session of the account and region',
    trap: 'sessions run over TLS, so a key adds nothing',
  },
  applies: ({ DocumentType: type }) => equals(type, 'Session'),
  evaluate: (document) => isPresent(preferences(document).kmsKeyId),
  fix: {
    terraform: `resource "aws_ssm_document" "d" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"
  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs        = { kmsKeyId = "alias/sessions" }
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
          kmsKeyId: alias/sessions`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html'],
  equivalents: {
    checkov: equal('CKV_AWS_112'),
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
            inputs        = { kmsKeyId = "alias/sessions" }
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
                  kmsKeyId: alias/sessions
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
            inputs        = { kmsKeyId = "" }
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
                  kmsKeyId: ""
      `,
    ],
    unknown: [
      tf`
        variable "key" {}
        resource "aws_ssm_document" "d" {
          name          = "SSM-SessionManagerRunShell"
          document_type = "Session"
          content = jsonencode({
            schemaVersion = "1.0"
            sessionType   = "Standard_Stream"
            inputs        = { kmsKeyId = var.key }
          })
        }
      `,
      cfn`
        Parameters:
          PKey:
            Type: String
        Resources:
          D:
            Type: AWS::SSM::Document
            Properties:
              DocumentType: Session
              Content:
                schemaVersion: "1.0"
                inputs:
                  kmsKeyId: !Ref PKey
      `,
    ],
  },
});
