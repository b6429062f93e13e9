import type { AdaptRule } from '../adapted.js';
import { compute } from './compute.js';
import { iam } from './iam.js';
import { analytics } from './analytics.js';
import { cloudfront } from './cloudfront.js';
import { cloudtrail } from './cloudtrail.js';
import { detection } from './detection.js';
import { dynamodb } from './dynamodb.js';
import { elasticache } from './elasticache.js';
import { kms } from './kms.js';
import { logs } from './logs.js';
import { messaging } from './messaging.js';
import { s3 } from './s3.js';
import { secrets } from './secrets.js';
import { storage } from './storage.js';
import { waf } from './waf.js';

/** What a service file gives: rules by Terraform type, and by CloudFormation type where that is not the schema as written. */
export interface ServiceRules {
  readonly terraform: Readonly<Record<string, AdaptRule>>;
  readonly cloudformation?: Readonly<Record<string, AdaptRule>>;
}

const services: readonly ServiceRules[] = [analytics, cloudfront, cloudtrail, compute, detection, dynamodb, elasticache, iam, kms, logs, messaging, s3, secrets, storage, waf];

export const terraformRules: Readonly<Record<string, AdaptRule | undefined>> = Object.assign({}, ...services.map(({ terraform }) => terraform));
export const cloudformationRules: Readonly<Record<string, AdaptRule | undefined>> = Object.assign({}, ...services.map(({ cloudformation }) => cloudformation));
