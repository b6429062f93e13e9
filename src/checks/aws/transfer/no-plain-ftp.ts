import { type Field, equals, every, not } from '../../../model/index.js';
import { cfn, defineCheck, equal, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-transfer-no-plain-ftp',
  title: 'Transfer server speaks no plain FTP',
  row: 'encryption',
  severity: 'high',
  on: 'AWS::Transfer::Server',
  why: 'FTP sends user names, passwords and files in the clear.',
  cwe: ['CWE-319'],
  judgement: {
    detection: 'hard: transfers work',
    effort: 'hours: clients must change to SFTP or FTPS',
    reach: 'every user and file of the server',
    trap: 'FTP is allowed only in a VPC; whoever gets in there reads it',
  },
  evaluate: ({ Protocols: protocols }) => every(protocols, (protocol) => not(equals(protocol as Field<string>, 'FTP'))),
  fix: {
    terraform: `resource "aws_transfer_server" "s" {
  protocols = ["SFTP"]
}`,
    cloudformation: `Resources:
  S:
    Type: AWS::Transfer::Server
    Properties:
      Protocols: [SFTP]`,
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html'],
  equivalents: {
    checkov: equal('CKV_AWS_357'),
    prowler: equal('transfer_server_in_transit_encryption_enabled'),
  },
  examples: {
    good: [
      tf`
        resource "aws_transfer_server" "s" {
          protocols = ["SFTP"]
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Transfer::Server
            Properties:
              Protocols: [SFTP]
      `,
    ],
    bad: [
      tf`
        resource "aws_transfer_server" "s" {
          protocols = ["FTP"]
        }
      `,
      cfn`
        Resources:
          S:
            Type: AWS::Transfer::Server
            Properties:
              Protocols: [FTP]
      `,
    ],
    unknown: [
      tf`
        variable "protocol" {}
        resource "aws_transfer_server" "s" {
          protocols = [var.protocol]
        }
      `,
      cfn`
        Parameters:
          PProtocol:
            Type: String
        Resources:
          S:
            Type: AWS::Transfer::Server
            Properties:
              Protocols: [!Ref PProtocol]
      `,
    ],
  },
});
