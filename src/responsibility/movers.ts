/**
 * Attributes that move the line: the same type leaves you more or less, depending on one value. The rows of a type are tried in order
 * for each layer; the first whose values fit decides. A value that is not known moves nothing, but the row says what it hangs on.
 */
import type { Layer, Owner } from '../model/layers.js';

export interface Mover {
  readonly on: string;
  /** Property path, list indexes left out. */
  readonly attribute: string;
  /** Must fit every value that the attribute holds (`some`: at least one). `any value`: it is enough that the attribute is written. */
  readonly values: RegExp | 'any value';
  readonly quantifier?: 'some';
  readonly layer: Layer;
  readonly owner: Owner;
  readonly decision: string;
  readonly reference: string;
}

const aws = (path: string): string => `https://docs.aws.amazon.com/${path}`;
const fargate = aws('AmazonECS/latest/developerguide/security-fargate.html');
const anywhere = aws('AmazonECS/latest/developerguide/ecs-anywhere.html');
const managedInstances = aws('AmazonECS/latest/developerguide/ManagedInstances.html');
const custom = aws('AmazonRDS/latest/UserGuide/rds-custom.html');
const patchesHosts = 'Fargate: AWS patches the hosts; redeploying tasks when it retires them is all that is asked';
const yourHosts = 'Your own instances: patch their operating system and agent';

/** Fargate takes the hosts, instances leave them to you, ECS Anywhere leaves you the building too. */
const ecs = (on: string, attribute: string, fargateOnly: RegExp, instances: RegExp): readonly Mover[] => [
  { on, attribute, values: fargateOnly, layer: 'os', owner: 'provider', decision: patchesHosts, reference: fargate },
  { on, attribute, values: instances, quantifier: 'some', layer: 'os', owner: 'customer', decision: yourHosts, reference: aws('AmazonECS/latest/developerguide/security.html') },
];

export const movers: readonly Mover[] = [
  // A strategy outranks the launch type, which Terraform documents a default for.
  ...ecs('AWS::ECS::Service', 'CapacityProviderStrategy.CapacityProvider', /^FARGATE(_SPOT)?$/, /^(?!FARGATE(_SPOT)?$)/),
  ...ecs('AWS::ECS::Service', 'LaunchType', /^FARGATE$/, /^(EC2|EXTERNAL)$/),
  { on: 'AWS::ECS::Service', attribute: 'LaunchType', values: /^EXTERNAL$/, layer: 'virtualization', owner: 'customer', decision: 'ECS Anywhere: the machines are yours', reference: anywhere },
  { on: 'AWS::ECS::Service', attribute: 'LaunchType', values: /^EXTERNAL$/, layer: 'facilities', owner: 'customer', decision: 'ECS Anywhere: the building is yours', reference: anywhere },
  ...ecs('AWS::ECS::TaskDefinition', 'RequiresCompatibilities', /^FARGATE$/, /^(EC2|EXTERNAL)$/),
  ...ecs('AWS::ECS::Cluster', 'CapacityProviders', /^FARGATE(_SPOT)?$/, /^(?!FARGATE(_SPOT)?$)/),
  { on: 'AWS::ECS::CapacityProvider', attribute: 'ManagedInstancesProvider', values: 'any value', layer: 'os', owner: 'shared', decision: 'Managed instances: AWS patches the hosts by replacing them; letting it drain your tasks is yours', reference: managedInstances },
  { on: 'AWS::ECS::CapacityProvider', attribute: 'AutoScalingGroupProvider', values: 'any value', layer: 'os', owner: 'customer', decision: yourHosts, reference: aws('AmazonECS/latest/developerguide/security.html') },

  { on: 'AWS::EKS::Cluster', attribute: 'ComputeConfig.Enabled', values: /^true$/i, layer: 'os', owner: 'shared', decision: 'Auto Mode: AWS patches nodes by replacing them; disruption budgets that let it do so are yours', reference: aws('eks/latest/userguide/auto-learn-iam.html') },
  { on: 'AWS::EKS::Nodegroup', attribute: 'AmiType', values: /^CUSTOM$/, layer: 'os', owner: 'customer', decision: 'Custom image: build, patch and roll it yourself', reference: aws('eks/latest/userguide/managed-node-groups.html') },
  { on: 'AWS::EKS::Nodegroup', attribute: 'AmiType', values: /^(?!CUSTOM$)/, layer: 'os', owner: 'shared', decision: 'AWS publishes patched node images; rolling them out is yours', reference: aws('eks/latest/userguide/managed-node-groups.html') },

  { on: 'AWS::Lambda::Function', attribute: 'PackageType', values: /^Image$/, layer: 'runtime', owner: 'customer', decision: 'Container image: rebuild it from a patched base and redeploy', reference: aws('lambda/latest/dg/images-create.html') },
  { on: 'AWS::Lambda::Function', attribute: 'Code.ImageUri', values: 'any value', layer: 'runtime', owner: 'customer', decision: 'Container image: rebuild it from a patched base and redeploy', reference: aws('lambda/latest/dg/images-create.html') },
  { on: 'AWS::Lambda::Function', attribute: 'Runtime', values: /^provided/, layer: 'runtime', owner: 'customer', decision: 'OS-only runtime: AWS patches the operating system, the language runtime that you bring is yours', reference: aws('lambda/latest/dg/runtimes-provided.html') },

  { on: 'AWS::RDS::DBInstance', attribute: 'Engine', values: /^custom-/, layer: 'os', owner: 'customer', decision: 'RDS Custom: patch the operating system, AWS only watches that it stays supportable', reference: custom },
  { on: 'AWS::RDS::DBInstance', attribute: 'Engine', values: /^custom-/, layer: 'runtime', owner: 'customer', decision: 'RDS Custom: patch the database engine yourself', reference: custom },
  { on: 'AWS::RDS::DBInstance', attribute: 'ManageMasterUserPassword', values: /^true$/i, layer: 'secrets', owner: 'shared', decision: 'AWS makes and rotates the master password; who may read it is yours', reference: aws('AmazonRDS/latest/UserGuide/rds-secrets-manager.html') },
  { on: 'AWS::RDS::DBCluster', attribute: 'ManageMasterUserPassword', values: /^true$/i, layer: 'secrets', owner: 'shared', decision: 'AWS makes and rotates the master password; who may read it is yours', reference: aws('AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html') },
  { on: 'AWS::RDS::DBCluster', attribute: 'EngineMode', values: /^serverless$/, layer: 'encryption', owner: 'shared', decision: 'Aurora Serverless v1: storage is always encrypted; the key and TLS from clients are yours', reference: aws('AmazonRDS/latest/AuroraUserGuide/aurora-serverless.how-it-works.html') },

  { on: 'AWS::Batch::ComputeEnvironment', attribute: 'ComputeResources.Type', values: /^FARGATE(_SPOT)?$/, layer: 'os', owner: 'provider', decision: 'Fargate: AWS patches the hosts', reference: aws('batch/latest/userguide/fargate.html') },
  { on: 'AWS::Batch::ComputeEnvironment', attribute: 'Type', values: /^unmanaged$/i, layer: 'os', owner: 'customer', decision: yourHosts, reference: aws('batch/latest/userguide/compute_environments.html') },
  { on: 'AWS::CodeBuild::Project', attribute: 'Environment.Image', values: /^(?!aws\/codebuild\/)/, layer: 'runtime', owner: 'customer', decision: 'An image of your own: rebuild it from a patched base', reference: aws('codebuild/latest/userguide/build-env-ref-available.html') },
  { on: 'AWS::KMS::Key', attribute: 'Origin', values: /^(EXTERNAL|AWS_CLOUDHSM|EXTERNAL_KEY_STORE)$/, layer: 'encryption', owner: 'customer', decision: 'The key material is yours: keep it, and replace it, outside KMS', reference: aws('kms/latest/developerguide/importing-keys.html') },
  { on: 'AWS::KMS::Key', attribute: 'Origin', values: /^(EXTERNAL|AWS_CLOUDHSM|EXTERNAL_KEY_STORE)$/, layer: 'resilience', owner: 'customer', decision: 'The key material is yours: what KMS loses, only your copy restores', reference: aws('kms/latest/developerguide/importing-keys.html') },
];

const byType = new Map<string, Mover[]>();
for (const mover of movers) {
  const found = byType.get(mover.on);
  if (found === undefined) byType.set(mover.on, [mover]);
  else found.push(mover);
}

export const moversOf = (type: string): readonly Mover[] => byType.get(type) ?? [];
