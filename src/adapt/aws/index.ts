import type { AdaptRule } from '../adapted.js';
import { iam } from './iam.js';
import { management } from './management.js';
import { s3 } from './s3.js';

/** What a service file gives: rules by Terraform type, and by CloudFormation type where that is not the schema as written. */
export interface ServiceRules {
  readonly terraform: Readonly<Record<string, AdaptRule>>;
  readonly cloudformation?: Readonly<Record<string, AdaptRule>>;
}

const services: readonly ServiceRules[] = [iam, management, s3];

export const terraformRules: Readonly<Record<string, AdaptRule | undefined>> = Object.assign({}, ...services.map(({ terraform }) => terraform));
export const cloudformationRules: Readonly<Record<string, AdaptRule | undefined>> = Object.assign({}, ...services.map(({ cloudformation }) => cloudformation));
