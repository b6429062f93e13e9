import { cfn, defineCheck, equal, tf } from '../../define.js';
import { noSecretIn } from '../../aws/secrets.js';

export default defineCheck({
  id: 'aws-datasync-no-secret-key',
  title: 'Transfer location holds no secret key in code',
  row: 'secrets',
  severity: 'critical',
  on: 'AWS::DataSync::LocationObjectStorage',
  why: 'The key opens the store on the other side to everyone who may read the code or its state.',
  cwe: ['CWE-798'],
  judgement: {
    detection: 'easy for whoever may read the code',
    effort: 'minutes: hand it over from a secret, and change the key',
    reach: 'the whole store on the other side',
    trap: 'the repository is taken to be private for ever',
  },
  evaluate: ({ SecretKey: key }) => noSecretIn(key, 'SecretKey'),
  fix: {
    terraform: `secret_key = data.aws_secretsmanager_secret_version.store.secret_string`,
    cloudformation: `SecretKey: "{{resolve:secretsmanager:store}}"`,
  },
  references: ['https://docs.aws.amazon.com/datasync/latest/userguide/create-object-location.html'],
  equivalents: {
    checkov: equal('CKV_AWS_295'),
  },
  examples: {
    good: [
      tf`
        resource "aws_datasync_location_object_storage" "r" {
          server_hostname = "store.example.com"
          bucket_name     = "b"
          access_key      = "reader"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DataSync::LocationObjectStorage
            Properties:
              ServerHostname: store.example.com
              BucketName: b
              SecretKey: "{{resolve:secretsmanager:store}}"
      `,
    ],
    bad: [
      tf`
        resource "aws_datasync_location_object_storage" "r" {
          server_hostname = "store.example.com"
          bucket_name     = "b"
          secret_key      = "horse-battery-staple"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::DataSync::LocationObjectStorage
            Properties:
              ServerHostname: store.example.com
              BucketName: b
              SecretKey: horse-battery-staple
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_datasync_location_object_storage" "r" {
          server_hostname = "store.example.com"
          bucket_name     = "b"
          secret_key      = var.x
        }
      `,
    ],
  },
});
