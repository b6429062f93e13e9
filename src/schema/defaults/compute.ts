/**
 * Instances, containers, functions. Left out on purpose: `MetadataOptions.HttpTokens` of instances and launch templates (it depends on the
 * image and the account), `AssociatePublicIpAddress` (on the subnet), container insights (on the account), a service's `LaunchType`
 * in a template (on the cluster's capacity providers).
 */
import { aws, template, terraform, written, type DefaultTable } from './table.js';

const ebs = aws('ebs/latest/userguide/encryption-by-default.html');

export const compute: DefaultTable = {
  'AWS::EC2::Instance': {
    'BlockDeviceMappings.Ebs.Encrypted': [written(false, ebs)],
    'MetadataOptions.HttpEndpoint': [template('enabled'), terraform('enabled', 'instance#http_endpoint')],
    Monitoring: [template(false), terraform(false, 'instance#monitoring')],
    DisableApiTermination: [template(false), terraform(false, 'instance#disable_api_termination')],
    SourceDestCheck: [template(true), terraform(true, 'instance#source_dest_check')],
  },
  'AWS::EC2::LaunchTemplate': {
    'LaunchTemplateData.BlockDeviceMappings.Ebs.Encrypted': [written(false, ebs)],
    'LaunchTemplateData.MetadataOptions.HttpEndpoint': [template('enabled'), terraform('enabled', 'launch_template#http_endpoint')],
    'LaunchTemplateData.DisableApiTermination': [written(false)],
  },
  'AWS::AutoScaling::LaunchConfiguration': {
    'BlockDeviceMappings.Ebs.Encrypted': [written(false, ebs)],
    // Unlike for instances, the documentation states one.
    'MetadataOptions.HttpTokens': [template('optional')],
    'MetadataOptions.HttpEndpoint': [template('enabled')],
  },
  'AWS::ECS::TaskDefinition': {
    'ContainerDefinitions.Privileged': [written(false, aws('AmazonECS/latest/APIReference/API_ContainerDefinition.html'))],
    'ContainerDefinitions.ReadonlyRootFilesystem': [written(false, aws('AmazonECS/latest/APIReference/API_ContainerDefinition.html'))],
    NetworkMode: [template('bridge')],
    'Volumes.EFSVolumeConfiguration.TransitEncryption': [
      template('DISABLED'),
      terraform('DISABLED', 'ecs_task_definition#transit_encryption'),
    ],
    'Volumes.EFSVolumeConfiguration.AuthorizationConfig.IAM': [template('DISABLED'), terraform('DISABLED', 'ecs_task_definition#iam')],
  },
  'AWS::ECS::Service': {
    'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp': [template('DISABLED'), terraform('DISABLED', 'ecs_service#assign_public_ip')],
    EnableExecuteCommand: [written(false, aws('AmazonECS/latest/APIReference/API_CreateService.html#ECS-CreateService-request-enableExecuteCommand'))],
    PlatformVersion: [template('LATEST'), terraform('LATEST', 'ecs_service#platform_version')],
    LaunchType: [terraform('EC2', 'ecs_service#launch_type')],
  },
  'AWS::EKS::Cluster': {
    'ResourcesVpcConfig.EndpointPublicAccess': [template(true), terraform(true, 'eks_cluster#endpoint_public_access')],
    'ResourcesVpcConfig.EndpointPrivateAccess': [template(false), terraform(false, 'eks_cluster#endpoint_private_access')],
    'ResourcesVpcConfig.PublicAccessCidrs': [template(['0.0.0.0/0']), terraform(['0.0.0.0/0'], 'eks_cluster#public_access_cidrs')],
    'AccessConfig.AuthenticationMode': [template('CONFIG_MAP')],
    'AccessConfig.BootstrapClusterCreatorAdminPermissions': [template(true), terraform(true, 'eks_cluster#bootstrap_cluster_creator_admin_permissions')],
  },
  'AWS::Lambda::Function': {
    PackageType: [template('Zip', aws('lambda/latest/api/API_CreateFunction.html')), terraform('Zip', 'lambda_function#package_type')],
    'TracingConfig.Mode': [template('PassThrough', aws('lambda/latest/api/API_TracingConfig.html'))],
    RuntimeManagementConfig: [template({ UpdateRuntimeOn: 'Auto' }, aws('lambda/latest/dg/runtimes-update.html'))],
  },
  'AWS::CodeBuild::Project': {
    'Environment.PrivilegedMode': [template(false), terraform(false, 'codebuild_project#privileged_mode')],
    'Source.InsecureSsl': [template(false)],
    'Artifacts.EncryptionDisabled': [template(false), terraform(false, 'codebuild_project#encryption_disabled')],
    'LogsConfig.CloudWatchLogs': [template({ Status: 'ENABLED' }), terraform({ Status: 'ENABLED' }, 'codebuild_project#status')],
    'LogsConfig.S3Logs.EncryptionDisabled': [template(false), terraform(false, 'codebuild_project#encryption_disabled')],
    Visibility: [template('PRIVATE'), terraform('PRIVATE', 'codebuild_project#project_visibility')],
    'LogsConfig.S3Logs': [template({ Status: 'DISABLED' }), terraform({ Status: 'DISABLED' }, 'codebuild_project#status')],
  },
  'AWS::SageMaker::NotebookInstance': {
    RootAccess: [template('Enabled'), terraform('Enabled', 'sagemaker_notebook_instance#root_access')],
    DirectInternetAccess: [
      template('Enabled', aws('sagemaker/latest/dg/appendix-notebook-and-internet-access.html')),
      terraform('Enabled', 'sagemaker_notebook_instance#direct_internet_access'),
    ],
  },
};
