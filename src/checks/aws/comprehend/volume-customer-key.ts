import { cfn, defineCheck, equal, tf } from '../../define.js';
import { customerKey } from '../../aws/keys.js';

export default defineCheck({
  id: 'aws-comprehend-volume-customer-key',
  title: 'Disks that train a recognizer are encrypted with a key of your own',
  row: 'encryption',
  severity: 'low',
  on: 'AWS::Comprehend::EntityRecognizer',
  why: 'The disks hold the documents that it learns from; only a key of your own can cut off whoever got at them.',
  cwe: ['CWE-311'],
  judgement: {
    detection: 'easy: the argument is missing',
    effort: 'one line, and a new resource where the key cannot be changed',
    reach: 'all that is stored with it',
    trap: 'encryption by the provider is taken to be under your control',
  },
  evaluate: ({ VolumeKmsKeyId: key }) => customerKey(key),
  fix: {
    terraform: `volume_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/k"`,
    cloudformation: `VolumeKmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/k`,
  },
  references: ['https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html'],
  equivalents: {
    checkov: equal('CKV_AWS_268'),
  },
  examples: {
    good: [
      tf`
        resource "aws_comprehend_entity_recognizer" "r" {
          name                 = "e"
          language_code        = "en"
          data_access_role_arn = "arn:aws:iam::111122223333:role/e"
          volume_kms_key_id    = "arn:aws:kms:eu-west-1:111122223333:key/k"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Comprehend::EntityRecognizer
            Properties:
              RecognizerName: e
              LanguageCode: en
              VolumeKmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/k
      `,
    ],
    bad: [
      tf`
        resource "aws_comprehend_entity_recognizer" "r" {
          name                 = "e"
          language_code        = "en"
          data_access_role_arn = "arn:aws:iam::111122223333:role/e"
        }
      `,
      cfn`
        Resources:
          R:
            Type: AWS::Comprehend::EntityRecognizer
            Properties:
              RecognizerName: e
              LanguageCode: en
      `,
    ],
    unknown: [
      tf`
        variable "x" {
          type = string
        }
        resource "aws_comprehend_entity_recognizer" "r" {
          name                 = "e"
          language_code        = "en"
          data_access_role_arn = "arn:aws:iam::111122223333:role/e"
          volume_kms_key_id    = var.x
        }
      `,
    ],
  },
});
