/** Lambda, ECS, EKS, ECR. */
import { list, mapping, unknown, type Mapping, type RawResource, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { camelKeys, document, keyValue, words } from '../convert.js';
import { eachBlock, oneBlock, resource, satellite } from '../table.js';

/** Maps of a container definition whose keys are the user's own. */
const OWN_KEYS = new Set(['options', 'dockerLabels', 'Options', 'DockerLabels']);

/** The JSON text of container definitions, in the schema's spelling. */
const containerDefinitions = (tree: Tree, raw: RawResource): Tree => {
  const structure = document(tree, raw) ?? tree;
  return structure.kind === 'list' ? camelKeys(structure, OWN_KEYS) : structure.kind === 'scalar' ? unknown({ kind: 'malformed', detail: '`container_definitions` is not JSON' }, tree.at) : structure;
};

const vpcConfig = oneBlock({ subnet_ids: 'SubnetIds', security_group_ids: 'SecurityGroupIds' });

const awsvpc = oneBlock({ subnets: 'Subnets', security_groups: 'SecurityGroups', assign_public_ip: ['AssignPublicIp', words('ENABLED', 'DISABLED')] });

export const compute: ServiceRules = {
  terraform: {
    aws_lambda_function: resource(
      'AWS::Lambda::Function',
      {
        'environment.variables': 'Environment.Variables',
        vpc_config: ['VpcConfig', vpcConfig],
        'tracing_config.mode': 'TracingConfig.Mode',
        'dead_letter_config.target_arn': 'DeadLetterConfig.TargetArn',
        image_uri: 'Code.ImageUri',
        s3_bucket: 'Code.S3Bucket',
        s3_key: 'Code.S3Key',
        filename: '#Filename',
        'ephemeral_storage.size': 'EphemeralStorage.Size',
        'snap_start.apply_on': 'SnapStart.ApplyOn',
        'logging_config.log_group': 'LoggingConfig.LogGroup',
        reserved_concurrent_executions: ['ReservedConcurrentExecutions', unlessUnreserved],
        tags: ['Tags', keyValue],
      },
      { same: ['function_name', 'role', 'runtime', 'handler', 'description', 'memory_size', 'timeout', 'layers', 'kms_key_arn', 'package_type', 'code_signing_config_arn', 'architectures'] },
    ),
    aws_lambda_permission: resource('AWS::Lambda::Permission', { principal_org_id: 'PrincipalOrgID' }, { same: ['action', 'function_name', 'principal', 'source_arn', 'source_account', 'event_source_token', 'function_url_auth_type'] }),
    aws_lambda_function_url: resource(
      'AWS::Lambda::Url',
      { function_name: 'TargetFunctionArn', authorization_type: 'AuthType', 'cors.allow_origins': 'Cors.AllowOrigins', 'cors.allow_credentials': 'Cors.AllowCredentials' },
      { same: ['qualifier', 'invoke_mode'] },
    ),
    aws_lambda_event_source_mapping: resource('AWS::Lambda::EventSourceMapping', {}, { same: ['event_source_arn', 'function_name', 'enabled', 'kms_key_arn'] }),
    aws_lambda_alias: resource('AWS::Lambda::Alias', {}, { same: ['name', 'function_name', 'function_version'] }),
    aws_lambda_layer_version: resource('AWS::Lambda::LayerVersion', {}, { same: ['layer_name', 'compatible_runtimes'] }),
    aws_lambda_layer_version_permission: resource('AWS::Lambda::LayerVersionPermission', { layer_name: 'LayerVersionArn' }, { same: ['action', 'principal', 'organization_id'] }),
    aws_lambda_code_signing_config: resource('AWS::Lambda::CodeSigningConfig', {
      'allowed_publishers.signing_profile_version_arns': 'AllowedPublishers.SigningProfileVersionArns',
      'policies.untrusted_artifact_on_deployment': 'CodeSigningPolicies.UntrustedArtifactOnDeployment',
    }),
    aws_signer_signing_profile: resource('AWS::Signer::SigningProfile', {}, { same: ['platform_id'] }),
    aws_ecs_cluster: resource(
      'AWS::ECS::Cluster',
      {
        name: 'ClusterName',
        setting: ['ClusterSettings', eachBlock({ name: 'Name', value: 'Value' })],
        capacity_providers: 'CapacityProviders',
        'configuration.execute_command_configuration.kms_key_id': 'Configuration.ExecuteCommandConfiguration.KmsKeyId',
        'configuration.execute_command_configuration.logging': 'Configuration.ExecuteCommandConfiguration.Logging',
        'configuration.execute_command_configuration.log_configuration': [
          'Configuration.ExecuteCommandConfiguration.LogConfiguration',
          oneBlock({ cloud_watch_encryption_enabled: 'CloudWatchEncryptionEnabled', cloud_watch_log_group_name: 'CloudWatchLogGroupName', s3_bucket_name: 'S3BucketName', s3_bucket_encryption_enabled: 'S3EncryptionEnabled' }),
        ],
        tags: ['Tags', keyValue],
      },
    ),
    aws_ecs_cluster_capacity_providers: satellite('AWS::ECS::Cluster', 'cluster_name', { capacity_providers: 'CapacityProviders' }),
    aws_ecs_service: resource(
      'AWS::ECS::Service',
      {
        name: 'ServiceName',
        network_configuration: ['NetworkConfiguration.AwsvpcConfiguration', awsvpc],
        enable_ecs_managed_tags: 'EnableECSManagedTags',
        iam_role: 'Role',
        load_balancer: ['LoadBalancers', eachBlock({ target_group_arn: 'TargetGroupArn', container_name: 'ContainerName', container_port: 'ContainerPort' })],
        capacity_provider_strategy: ['CapacityProviderStrategy', eachBlock({ capacity_provider: 'CapacityProvider', weight: 'Weight', base: 'Base' })],
      },
      { same: ['cluster', 'task_definition', 'desired_count', 'launch_type', 'platform_version', 'enable_execute_command'] },
    ),
    aws_ecs_task_definition: resource(
      'AWS::ECS::TaskDefinition',
      {
        container_definitions: ['ContainerDefinitions', containerDefinitions],
        pid_mode: 'PidMode',
        ipc_mode: 'IpcMode',
        volume: [
          'Volumes',
          eachBlock({
            name: 'Name',
            host_path: 'Host.SourcePath',
            'efs_volume_configuration.file_system_id': 'EFSVolumeConfiguration.FilesystemId',
            'efs_volume_configuration.transit_encryption': 'EFSVolumeConfiguration.TransitEncryption',
            'efs_volume_configuration.authorization_config.iam': 'EFSVolumeConfiguration.AuthorizationConfig.IAM',
          }),
        ],
      },
      { same: ['family', 'requires_compatibilities', 'network_mode', 'cpu', 'memory', 'task_role_arn', 'execution_role_arn'] },
    ),
    aws_ecs_task_set: resource('AWS::ECS::TaskSet', { network_configuration: ['NetworkConfiguration.AwsVpcConfiguration', awsvpc] }, { same: ['cluster', 'service', 'task_definition', 'launch_type'] }),
    aws_eks_cluster: resource('AWS::EKS::Cluster', {
      name: 'Name',
      role_arn: 'RoleArn',
      version: 'Version',
      'vpc_config.endpoint_public_access': 'ResourcesVpcConfig.EndpointPublicAccess',
      'vpc_config.endpoint_private_access': 'ResourcesVpcConfig.EndpointPrivateAccess',
      'vpc_config.public_access_cidrs': 'ResourcesVpcConfig.PublicAccessCidrs',
      'vpc_config.subnet_ids': 'ResourcesVpcConfig.SubnetIds',
      'vpc_config.security_group_ids': 'ResourcesVpcConfig.SecurityGroupIds',
      encryption_config: ['EncryptionConfig', eachBlock({ resources: 'Resources', 'provider.key_arn': 'Provider.KeyArn' })],
      enabled_cluster_log_types: ['Logging.ClusterLogging.EnabledTypes', logTypes],
      'compute_config.enabled': 'ComputeConfig.Enabled',
      'compute_config.node_pools': 'ComputeConfig.NodePools',
      'access_config.authentication_mode': 'AccessConfig.AuthenticationMode',
      deletion_protection: 'DeletionProtection',
      tags: ['Tags', keyValue],
    }),
    aws_eks_node_group: resource(
      'AWS::EKS::Nodegroup',
      { node_group_name: 'NodegroupName', node_role_arn: 'NodeRole', subnet_ids: 'Subnets', 'remote_access.ec2_ssh_key': 'RemoteAccess.Ec2SshKey', 'remote_access.source_security_group_ids': 'RemoteAccess.SourceSecurityGroups', 'launch_template.id': 'LaunchTemplate.Id' },
      { same: ['cluster_name', 'ami_type', 'version', 'release_version'] },
    ),
    aws_eks_fargate_profile: resource('AWS::EKS::FargateProfile', { subnet_ids: 'Subnets' }, { same: ['cluster_name', 'fargate_profile_name', 'pod_execution_role_arn'] }),
    aws_eks_addon: resource('AWS::EKS::Addon', {}, { same: ['addon_name', 'addon_version', 'cluster_name', 'service_account_role_arn'] }),
    aws_eks_access_entry: resource('AWS::EKS::AccessEntry', { kubernetes_groups: 'KubernetesGroups', user_name: 'Username' }, { same: ['cluster_name', 'principal_arn', 'type'] }),
    aws_eks_pod_identity_association: resource('AWS::EKS::PodIdentityAssociation', {}, { same: ['cluster_name', 'namespace', 'service_account', 'role_arn'] }),
    aws_ecr_repository: resource(
      'AWS::ECR::Repository',
      {
        name: 'RepositoryName',
        'image_scanning_configuration.scan_on_push': 'ImageScanningConfiguration.ScanOnPush',
        'encryption_configuration.encryption_type': 'EncryptionConfiguration.EncryptionType',
        'encryption_configuration.kms_key': 'EncryptionConfiguration.KmsKey',
        force_delete: 'EmptyOnDelete',
        tags: ['Tags', keyValue],
      },
      { same: ['image_tag_mutability'] },
    ),
    aws_ecr_repository_policy: satellite('AWS::ECR::Repository', 'repository', { policy: ['RepositoryPolicyText', document] }),
    aws_ecr_lifecycle_policy: satellite('AWS::ECR::Repository', 'repository', { policy: 'LifecyclePolicy.LifecyclePolicyText' }),
    aws_ecr_registry_scanning_configuration: resource('AWS::ECR::RegistryScanningConfiguration', { scan_type: 'ScanType' }),
    aws_ecrpublic_repository: resource('AWS::ECR::PublicRepository', { repository_name: 'RepositoryName' }),
  },
};

/** -1 is Terraform's word for "not reserved". */
function unlessUnreserved(tree: Tree): Tree | undefined {
  return tree.kind === 'scalar' && Number(tree.value) < 0 ? undefined : tree;
}

/** A list of names → a list of `{ Type }`. */
function logTypes(tree: Tree): Tree {
  return tree.kind !== 'list' ? tree : list(tree.items.map((item): Mapping => mapping([['Type', item]], item.at)), tree.at, tree.open);
}

