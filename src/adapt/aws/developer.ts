/** Building and running code: CodeBuild, CodeCommit, Batch, Step Functions, App Runner, Amplify, stacks. */
import { mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { camelKeys, document, keyValue } from '../convert.js';
import { argument, eachBlock, oneBlock, resource, satellite, type Convert, type Draft } from '../table.js';

const tags = { tags: ['Tags', keyValue] } as const;
const artifacts = { type: 'Type', location: 'Location', name: 'Name', encryption_disabled: 'EncryptionDisabled', artifact_identifier: 'ArtifactIdentifier' } as const;
const sources = { type: 'Type', location: 'Location', buildspec: 'BuildSpec', insecure_ssl: 'InsecureSsl', 'auth.type': 'Auth.Type', 'auth.resource': 'Auth.Resource', source_identifier: 'SourceIdentifier' } as const;
const variables = eachBlock({}, { same: ['name', 'value', 'type'] });

/** Keys of a job's properties that are the user's own. */
const OWN_KEYS = new Set(['Options', 'options', 'labels', 'annotations', 'limits', 'requests']);
const jobProperties: Convert = (value, raw) => {
  const read = document(value, raw) ?? value;
  return read.kind === 'map' ? camelKeys(read, OWN_KEYS) : read;
};

const filters = eachBlock({}, { same: ['type', 'pattern', 'exclude_matched_pattern'] });
/** Groups of filters of a webhook: a list of lists in the schema. */
const filterGroups: Convert = (value, raw) => (value.kind !== 'list' ? value : { ...value, items: value.items.map((group) => {
  const inside = argument(group, 'filter');
  return inside === undefined ? group : (filters(inside, raw) ?? inside);
}) });

export const developer: ServiceRules = {
  terraform: {
    aws_codebuild_project: resource(
      'AWS::CodeBuild::Project',
      {
        artifacts: ['Artifacts', oneBlock(artifacts)],
        'secondary_artifacts[]': ['SecondaryArtifacts', eachBlock(artifacts)],
        source: ['Source', oneBlock(sources)],
        'secondary_sources[]': ['SecondarySources', eachBlock(sources)],
        'environment.compute_type': 'Environment.ComputeType',
        'environment.image': 'Environment.Image',
        'environment.type': 'Environment.Type',
        'environment.privileged_mode': 'Environment.PrivilegedMode',
        'environment.environment_variable': ['Environment.EnvironmentVariables', variables],
        'logs_config.cloudwatch_logs.status': 'LogsConfig.CloudWatchLogs.Status',
        'logs_config.cloudwatch_logs.group_name': 'LogsConfig.CloudWatchLogs.GroupName',
        'logs_config.s3_logs.status': 'LogsConfig.S3Logs.Status',
        'logs_config.s3_logs.location': 'LogsConfig.S3Logs.Location',
        'logs_config.s3_logs.encryption_disabled': 'LogsConfig.S3Logs.EncryptionDisabled',
        vpc_config: ['VpcConfig', oneBlock({}, { same: ['vpc_id', 'subnets', 'security_group_ids'] })],
        project_visibility: 'Visibility',
        ...tags,
      },
      { same: ['name', 'service_role', 'encryption_key', 'source_version', 'badge_enabled'] },
    ),
    aws_codebuild_webhook: satellite('AWS::CodeBuild::Project', 'project_name', { build_type: 'Triggers.BuildType', 'filter_group[]': ['Triggers.FilterGroups', filterGroups] }, {
      also: ({ at }: RawResource, draft: Draft) => draft.set('Triggers.Webhook', scalar(true, at)),
    }),
    aws_codebuild_report_group: resource('AWS::CodeBuild::ReportGroup', {
      'export_config.type': 'ExportConfig.ExportConfigType',
      'export_config.s3_destination.bucket': 'ExportConfig.S3Destination.Bucket',
      'export_config.s3_destination.encryption_disabled': 'ExportConfig.S3Destination.EncryptionDisabled',
      'export_config.s3_destination.encryption_key': 'ExportConfig.S3Destination.EncryptionKey',
      ...tags,
    }, { same: ['name', 'type'] }),
    aws_codebuild_source_credential: resource('AWS::CodeBuild::SourceCredential', { user_name: 'Username' }, { same: ['auth_type', 'server_type', 'token'] }),
    aws_codecommit_repository: resource('AWS::CodeCommit::Repository', { description: 'RepositoryDescription', ...tags }, { same: ['repository_name', 'kms_key_id'] }),
    aws_codecommit_approval_rule_template: resource('Demarc::CodeCommit::ApprovalRuleTemplate', { name: 'ApprovalRuleTemplateName', content: ['ApprovalRuleTemplateContent', document] }),
    aws_codecommit_approval_rule_template_association: resource('Demarc::CodeCommit::ApprovalRuleTemplateAssociation', { approval_rule_template_name: 'ApprovalRuleTemplateName', repository_name: 'RepositoryName' }),
    aws_codegurureviewer_repository_association: resource('AWS::CodeGuruReviewer::RepositoryAssociation', { 'kms_key_details.encryption_option': '#KMSKeyDetails.EncryptionOption', 'kms_key_details.kms_key_id': '#KMSKeyDetails.KMSKeyId', ...tags }),
    aws_codestarconnections_connection: resource('AWS::CodeStarConnections::Connection', { name: 'ConnectionName', ...tags }, { same: ['provider_type', 'host_arn'] }),
    aws_cloudformation_stack: resource('AWS::CloudFormation::Stack', { notification_arns: 'NotificationARNs', template_url: 'TemplateURL', parameters: 'Parameters', timeout_in_minutes: 'TimeoutInMinutes', name: '#StackName', capabilities: '#Capabilities', ...tags }),
    aws_batch_job_definition: resource('AWS::Batch::JobDefinition', { name: 'JobDefinitionName', container_properties: ['ContainerProperties', jobProperties], node_properties: ['NodeProperties', jobProperties], ecs_properties: ['EcsProperties', jobProperties], tags: 'Tags' }, { same: ['type', 'platform_capabilities'] }),
    aws_batch_compute_environment: resource('AWS::Batch::ComputeEnvironment', {
      compute_environment_name: 'ComputeEnvironmentName',
      name: 'ComputeEnvironmentName',
      compute_resources: ['ComputeResources', oneBlock({}, { same: ['type', 'subnets', 'security_group_ids', 'instance_role', 'image_id'] })],
      tags: 'Tags',
    }, { same: ['type', 'service_role', 'state'] }),
    aws_batch_job_queue: resource('AWS::Batch::JobQueue', { name: 'JobQueueName', tags: 'Tags' }, { same: ['priority', 'state'] }),
    aws_sfn_state_machine: resource('AWS::StepFunctions::StateMachine', {
      name: 'StateMachineName',
      type: 'StateMachineType',
      definition: 'DefinitionString',
      'logging_configuration.level': 'LoggingConfiguration.Level',
      'logging_configuration.include_execution_data': 'LoggingConfiguration.IncludeExecutionData',
      'logging_configuration.log_destination': ['LoggingConfiguration.Destinations', (value: Tree): Tree => ({ kind: 'list', at: value.at, items: [mapping([['CloudWatchLogsLogGroup', mapping([['LogGroupArn', value]], value.at)]], value.at)] })],
      'tracing_configuration.enabled': 'TracingConfiguration.Enabled',
      'encryption_configuration.type': 'EncryptionConfiguration.Type',
      'encryption_configuration.kms_key_id': 'EncryptionConfiguration.KmsKeyId',
      tags: ['Tags', keyValue],
    }, { same: ['role_arn'] }),
    aws_apprunner_service: resource('AWS::AppRunner::Service', {
      'encryption_configuration.kms_key': 'EncryptionConfiguration.KmsKey',
      'network_configuration.ingress_configuration.is_publicly_accessible': 'NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible',
      'network_configuration.egress_configuration.egress_type': 'NetworkConfiguration.EgressConfiguration.EgressType',
      'network_configuration.egress_configuration.vpc_connector_arn': 'NetworkConfiguration.EgressConfiguration.VpcConnectorArn',
      'observability_configuration.observability_enabled': 'ObservabilityConfiguration.ObservabilityEnabled',
      'instance_configuration.instance_role_arn': 'InstanceConfiguration.InstanceRoleArn',
      'source_configuration.auto_deployments_enabled': 'SourceConfiguration.AutoDeploymentsEnabled',
      'source_configuration.image_repository.image_identifier': 'SourceConfiguration.ImageRepository.ImageIdentifier',
      ...tags,
    }, { same: ['service_name'] }),
    aws_apprunner_vpc_connector: resource('AWS::AppRunner::VpcConnector', { ...tags }, { same: ['vpc_connector_name', 'subnets', 'security_groups'] }),
    aws_amplify_app: resource('AWS::Amplify::App', {
      name: 'Name',
      environment_variables: ['EnvironmentVariables', environment],
      build_spec: 'BuildSpec',
      iam_service_role_arn: 'IAMServiceRole',
      enable_basic_auth: 'BasicAuthConfig.EnableBasicAuth',
      ...tags,
    }, { same: ['access_token', 'oauth_token', 'repository', 'description'] }),
    aws_cloud9_environment_ec2: resource('AWS::Cloud9::EnvironmentEC2', { ...tags }, { same: ['name', 'instance_type', 'connection_type', 'subnet_id', 'owner_arn', 'image_id', 'automatic_stop_time_minutes'] }),
    aws_lightsail_instance: resource('AWS::Lightsail::Instance', { name: 'InstanceName', key_pair_name: 'KeyPairName', ...tags }, { same: ['availability_zone', 'blueprint_id', 'bundle_id', 'user_data'] }),
    aws_lightsail_static_ip: resource('AWS::Lightsail::StaticIp', { name: 'StaticIpName' }),
    aws_emrserverless_application: resource('AWS::EMRServerless::Application', {
      'network_configuration.subnet_ids': 'NetworkConfiguration.SubnetIds',
      'network_configuration.security_group_ids': 'NetworkConfiguration.SecurityGroupIds',
      ...tags,
    }, { same: ['name', 'type', 'release_label', 'architecture'] }),
  },
};

function environment(value: Tree): Tree {
  return value.kind !== 'map' ? value : { kind: 'list', at: value.at, open: value.open, items: [...value.entries].map(([name, one]) => mapping([['Name', scalar(name, one.at)], ['Value', one]], one.at)) };
}
