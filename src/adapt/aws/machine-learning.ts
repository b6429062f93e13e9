/** SageMaker, Bedrock and Comprehend. */
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, oneBlock, resource } from '../table.js';

const tags = { tags: ['Tags', keyValue] } as const;
const vpc = oneBlock({}, { same: ['subnets', 'security_group_ids'] });
const container = oneBlock({ image: 'Image', model_data_url: 'ModelDataUrl', environment: 'Environment', mode: 'Mode' });
const filters = eachBlock({}, { same: ['type', 'input_strength', 'output_strength'] });

export const machineLearning: ServiceRules = {
  terraform: {
    aws_sagemaker_notebook_instance: resource('AWS::SageMaker::NotebookInstance', {
      name: 'NotebookInstanceName',
      security_groups: 'SecurityGroupIds',
      volume_size: 'VolumeSizeInGB',
      'instance_metadata_service_configuration.minimum_instance_metadata_service_version': 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion',
      ...tags,
    }, { same: ['role_arn', 'instance_type', 'subnet_id', 'kms_key_id', 'direct_internet_access', 'root_access', 'platform_identifier', 'lifecycle_config_name'] }),
    aws_sagemaker_model: resource('AWS::SageMaker::Model', {
      name: 'ModelName',
      primary_container: ['PrimaryContainer', container],
      'container[]': ['Containers', eachBlock({ image: 'Image', model_data_url: 'ModelDataUrl', environment: 'Environment' })],
      vpc_config: ['VpcConfig', vpc],
      ...tags,
    }, { same: ['execution_role_arn', 'enable_network_isolation'] }),
    aws_sagemaker_endpoint_configuration: resource('AWS::SageMaker::EndpointConfig', {
      name: 'EndpointConfigName',
      kms_key_arn: 'KmsKeyId',
      'production_variants[]': ['ProductionVariants', eachBlock({}, { same: ['variant_name', 'model_name', 'initial_instance_count', 'instance_type'] })],
      'data_capture_config.enable_capture': 'DataCaptureConfig.EnableCapture',
      'data_capture_config.kms_key_id': 'DataCaptureConfig.KmsKeyId',
      ...tags,
    }),
    aws_sagemaker_endpoint: resource('AWS::SageMaker::Endpoint', { name: 'EndpointName', ...tags }, { same: ['endpoint_config_name'] }),
    aws_sagemaker_domain: resource('AWS::SageMaker::Domain', { 'default_user_settings.execution_role': 'DefaultUserSettings.ExecutionRole', ...tags }, { same: ['domain_name', 'auth_mode', 'vpc_id', 'subnet_ids', 'kms_key_id', 'app_network_access_type'] }),
    aws_sagemaker_data_quality_job_definition: resource('AWS::SageMaker::DataQualityJobDefinition', {
      name: 'JobDefinitionName',
      job_definition_name: 'JobDefinitionName',
      'data_quality_job_output_config.kms_key_id': 'DataQualityJobOutputConfig.KmsKeyId',
      'job_resources.cluster_config.volume_kms_key_id': 'JobResources.ClusterConfig.VolumeKmsKeyId',
      'job_resources.cluster_config.instance_type': 'JobResources.ClusterConfig.InstanceType',
      'job_resources.cluster_config.instance_count': 'JobResources.ClusterConfig.InstanceCount',
      'network_config.enable_inter_container_traffic_encryption': 'NetworkConfig.EnableInterContainerTrafficEncryption',
      'network_config.enable_network_isolation': 'NetworkConfig.EnableNetworkIsolation',
      'network_config.vpc_config': ['NetworkConfig.VpcConfig', vpc],
      ...tags,
    }, { same: ['role_arn'] }),
    aws_sagemaker_flow_definition: resource('Demarc::SageMaker::FlowDefinition', { 'output_config.s3_output_path': 'OutputConfig.S3OutputPath', 'output_config.kms_key_id': 'OutputConfig.KmsKeyId' }, { same: ['flow_definition_name', 'role_arn'] }),
    aws_sagemaker_feature_group: resource('AWS::SageMaker::FeatureGroup', { 'online_store_config.security_config.kms_key_id': 'OnlineStoreConfig.SecurityConfig.KmsKeyId', 'online_store_config.enable_online_store': 'OnlineStoreConfig.EnableOnlineStore', 'offline_store_config.s3_storage_config.kms_key_id': 'OfflineStoreConfig.S3StorageConfig.KmsKeyId', ...tags }, { same: ['feature_group_name', 'role_arn'] }),
    aws_sagemaker_user_profile: resource('AWS::SageMaker::UserProfile', {}, { same: ['domain_id', 'user_profile_name'] }),
    aws_bedrockagent_agent: resource('AWS::Bedrock::Agent', {
      agent_name: 'AgentName',
      customer_encryption_key_arn: 'CustomerEncryptionKeyArn',
      'guardrail_configuration.guardrail_identifier': 'GuardrailConfiguration.GuardrailIdentifier',
      'guardrail_configuration.guardrail_version': 'GuardrailConfiguration.GuardrailVersion',
      tags: 'Tags',
    }, { same: ['agent_resource_role_arn', 'foundation_model', 'instruction'] }),
    aws_bedrockagent_knowledge_base: resource('AWS::Bedrock::KnowledgeBase', { tags: 'Tags' }, { same: ['name', 'role_arn'] }),
    aws_bedrockagent_data_source: resource('AWS::Bedrock::DataSource', { 'server_side_encryption_configuration.kms_key_arn': 'ServerSideEncryptionConfiguration.KmsKeyArn' }, { same: ['name', 'knowledge_base_id', 'data_deletion_policy'] }),
    aws_bedrockagent_prompt: resource('AWS::Bedrock::Prompt', { tags: 'Tags' }, { same: ['name', 'customer_encryption_key_arn'] }),
    aws_bedrock_guardrail: resource('AWS::Bedrock::Guardrail', {
      name: 'Name',
      'content_policy_config.filters_config': ['ContentPolicyConfig.FiltersConfig', filters],
      'sensitive_information_policy_config.pii_entities_config': ['SensitiveInformationPolicyConfig.PiiEntitiesConfig', eachBlock({}, { same: ['type', 'action'] })],
      'sensitive_information_policy_config.regexes_config': ['SensitiveInformationPolicyConfig.RegexesConfig', eachBlock({}, { same: ['name', 'pattern', 'action'] })],
      ...tags,
    }, { same: ['kms_key_arn', 'blocked_input_messaging', 'blocked_outputs_messaging', 'description'] }),
    aws_bedrock_custom_model: resource('Demarc::Bedrock::CustomModel', { custom_model_name: 'ModelName', custom_model_kms_key_id: 'ModelKmsKeyArn' }),
    aws_bedrock_model_invocation_logging_configuration: resource('Demarc::Bedrock::InvocationLogging', {
      'logging_config.cloudwatch_config.log_group_name': 'CloudWatchConfig.LogGroupName',
      'logging_config.s3_config.bucket_name': 'S3Config.BucketName',
      'logging_config.text_data_delivery_enabled': 'TextDataDeliveryEnabled',
    }),
    aws_comprehend_entity_recognizer: resource('AWS::Comprehend::EntityRecognizer', { name: 'RecognizerName', vpc_config: ['VpcConfig', vpc], ...tags }, { same: ['language_code', 'data_access_role_arn', 'volume_kms_key_id', 'model_kms_key_id'] }),
    aws_comprehend_document_classifier: resource('AWS::Comprehend::DocumentClassifier', { name: 'DocumentClassifierName', vpc_config: ['VpcConfig', vpc], ...tags }, { same: ['language_code', 'data_access_role_arn', 'volume_kms_key_id', 'model_kms_key_id', 'mode'] }),
    aws_sagemaker_notebook_instance_lifecycle_configuration: resource('AWS::SageMaker::NotebookInstanceLifecycleConfig', { name: 'NotebookInstanceLifecycleConfigName' }),
    aws_sagemaker_image: resource('AWS::SageMaker::Image', { role_arn: 'ImageRoleArn' }, { same: ['image_name'] }),
  },
};
