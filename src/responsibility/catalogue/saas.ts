/** Ready-made services: AWS runs all of it, you decide who may do what. */
import { aws, shared, type Entry } from './entry.js';

export const saas: readonly Entry[] = [
  {
    type: 'AWS::Cognito::UserPool',
    service: 'Cognito',
    names: ['cognito', 'user pool'],
    model: 'SaaS',
    reference: aws('cognito/latest/developerguide/security.html'),
    layers: {
      application: 'Review the functions that run in the sign-in flow',
      identity: 'Demand MFA, strong passwords and no open sign-up where it is not meant',
      encryption: shared('Cognito encrypts at rest; the key of custom senders is yours'),
      data: 'Collect only the attributes that you need',
      logging: 'Turn on threat protection and export its logs',
      resilience: 'Protect the pool from deletion: users cannot be restored with their passwords',
    },
  },
  {
    type: 'AWS::KMS::Key',
    service: 'KMS',
    names: ['kms', 'key'],
    model: 'SaaS',
    reference: aws('kms/latest/developerguide/kms-security.html'),
    layers: {
      identity: 'Write a key policy without wildcards: whoever may use the key reads the data',
      encryption: shared('KMS guards the key material; rotation and the kind of key are yours', aws('kms/latest/developerguide/rotate-keys.html')),
      logging: 'Watch who uses the key: every use is in the trail',
      resilience: shared('AWS keeps the key durable; a scheduled deletion destroys the data with it', aws('kms/latest/developerguide/deleting-keys.html')),
    },
  },
  {
    type: 'AWS::SecretsManager::Secret',
    service: 'Secrets Manager',
    names: ['secretsmanager', 'secrets manager', 'secret'],
    model: 'SaaS',
    reference: aws('secretsmanager/latest/userguide/security.html'),
    layers: {
      identity: 'Decide who may read the secret, in its policy and in theirs',
      encryption: shared('It is always encrypted; a key of your own is yours to choose', aws('secretsmanager/latest/userguide/security-encryption.html')),
      secrets: 'Rotate it, generate it rather than write it, and delete it when it is no longer used',
      data: 'Block public policies on it',
      resilience: shared('Deletion waits for a recovery window; copies in other regions are yours'),
    },
  },
  {
    type: 'AWS::IAM::User',
    service: 'IAM',
    names: ['iam', 'user', 'account'],
    model: 'SaaS',
    reference: aws('IAM/latest/UserGuide/security.html'),
    layers: {
      identity: 'Prefer roles; where a user must exist, grant through groups and demand MFA',
      secrets: 'Avoid access keys; rotate those that must exist',
      logging: 'Watch sign-ins and the use of keys',
    },
  },
];
