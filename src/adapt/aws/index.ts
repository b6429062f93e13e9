import type { AdaptRule } from '../adapted.js';
import { analytics } from './analytics.js';
import { apiGateway } from './api-gateway.js';
import { applications } from './applications.js';
import { cloudfront } from './cloudfront.js';
import { cloudtrail } from './cloudtrail.js';
import { compute } from './compute.js';
import { dataServices } from './data-services.js';
import { detection } from './detection.js';
import { developer } from './developer.js';
import { dynamodb } from './dynamodb.js';
import { ec2 } from './ec2.js';
import { elasticache } from './elasticache.js';
import { iam } from './iam.js';
import { further } from './further.js';
import { kms } from './kms.js';
import { loadBalancers } from './load-balancers.js';
import { logs } from './logs.js';
import { machineLearning } from './machine-learning.js';
import { messaging } from './messaging.js';
import { rds } from './rds.js';
import { resourcePolicies } from './resource-policies.js';
import { s3 } from './s3.js';
import { secrets } from './secrets.js';
import { securityGroups } from './security-groups.js';
import { storage } from './storage.js';
import { vpcs } from './vpc.js';
import { waf } from './waf.js';

/** What a service file gives: rules by Terraform type, and by CloudFormation type where that is not the schema as written. */
export interface ServiceRules {
  readonly terraform: Readonly<Record<string, AdaptRule>>;
  readonly cloudformation?: Readonly<Record<string, AdaptRule>>;
}

const services: readonly ServiceRules[] = [analytics, apiGateway, applications, cloudfront, cloudtrail, compute, dataServices, detection, developer, dynamodb, ec2, elasticache, iam, further, kms, loadBalancers, logs, machineLearning, messaging, rds, resourcePolicies, s3, secrets, securityGroups, storage, vpcs, waf];

export const terraformRules: Readonly<Record<string, AdaptRule | undefined>> = Object.assign({}, ...services.map(({ terraform }) => terraform));
export const cloudformationRules: Readonly<Record<string, AdaptRule | undefined>> = Object.assign({}, ...services.map(({ cloudformation }) => cloudformation));
