/** Policies on resources that have no service file of their own, and the resources that hold them. */
import { mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { AdaptRule, ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite } from '../table.js';

/** The rule, with an argument set where the block leaves it to the provider. */
const leftOut =
  (name: string, value: string, rule: AdaptRule): AdaptRule =>
  Object.assign((raw: RawResource) => rule(argument(raw.arguments, name) === undefined ? written(raw, name, scalar(value, raw.at)) : raw), { writes: rule.writes });

function written(raw: RawResource, name: string, value: Tree): RawResource {
  const { arguments: args } = raw;
  if (args.open !== undefined) return raw;
  return { ...raw, arguments: mapping([...args.entries, [name, value]], args.at) };
}

const tags = { tags: ['Tags', keyValue] } as const;
const emailIdentity = 'AWS::SES::EmailIdentity';
const bus = 'AWS::Events::EventBus';

export const resourcePolicies: ServiceRules = {
  terraform: {
    // Storage
    aws_s3control_bucket_policy: resource('AWS::S3Outposts::BucketPolicy', { bucket: 'Bucket', policy: ['PolicyDocument', document] }),
    aws_s3control_multi_region_access_point_policy: resource('AWS::S3::MultiRegionAccessPointPolicy', { 'details.name': 'MrapName', 'details.policy': ['Policy', document] }),
    aws_s3control_object_lambda_access_point: resource('AWS::S3ObjectLambda::AccessPoint', { name: 'Name', 'configuration.supporting_access_point': 'ObjectLambdaConfiguration.SupportingAccessPoint' }),
    aws_s3control_object_lambda_access_point_policy: resource('AWS::S3ObjectLambda::AccessPointPolicy', { name: 'ObjectLambdaAccessPoint', policy: ['PolicyDocument', document] }),
    aws_s3tables_table_bucket: resource('AWS::S3Tables::TableBucket', { name: 'TableBucketName' }),
    aws_s3tables_table_bucket_policy: resource('AWS::S3Tables::TableBucketPolicy', { table_bucket_arn: 'TableBucketARN', resource_policy: ['ResourcePolicy', document] }),
    aws_s3tables_table_policy: resource('AWS::S3Tables::TablePolicy', { resource_policy: ['ResourcePolicy', document], name: '#TableName', namespace: '#Namespace', table_bucket_arn: '#TableBucketARN' }),
    aws_s3vectors_vector_bucket: resource('AWS::S3Vectors::VectorBucket', {}, { same: ['vector_bucket_name'] }),
    aws_s3vectors_vector_bucket_policy: resource('AWS::S3Vectors::VectorBucketPolicy', { vector_bucket_arn: 'VectorBucketArn', policy: ['Policy', document] }),
    aws_glacier_vault: resource('Demarc::Glacier::Vault', { name: 'VaultName', access_policy: ['AccessPolicy', document] }),
    aws_glacier_vault_lock: resource('Demarc::Glacier::VaultLock', { vault_name: 'VaultName', complete_lock: 'CompleteLock', policy: ['Policy', document] }),
    aws_backup_logically_air_gapped_vault: resource('AWS::Backup::LogicallyAirGappedBackupVault', { name: 'BackupVaultName', min_retention_days: 'MinRetentionDays', max_retention_days: 'MaxRetentionDays', encryption_key_arn: 'EncryptionKeyArn' }),
    aws_fsx_s3_access_point_attachment: resource('AWS::FSx::S3AccessPointAttachment', { name: 'Name', type: 'Type', 's3_access_point.policy': ['S3AccessPoint.Policy', document], 's3_access_point.vpc_configuration.vpc_id': 'S3AccessPoint.VpcConfiguration.VpcId' }),
    aws_media_store_container: resource('AWS::MediaStore::Container', { name: 'ContainerName', ...tags }),
    aws_media_store_container_policy: satellite('AWS::MediaStore::Container', 'container_name', { policy: ['Policy', document] }),

    // Keys, certificates, signing
    aws_kms_grant: resource('Demarc::KMS::Grant', { name: 'Name', 'constraints.encryption_context_equals': 'Constraints.EncryptionContextEquals', 'constraints.encryption_context_subset': 'Constraints.EncryptionContextSubset' }, { same: ['key_id', 'grantee_principal', 'retiring_principal', 'operations'] }),
    aws_acmpca_certificate_authority: resource('AWS::ACMPCA::CertificateAuthority', { type: 'Type', usage_mode: 'UsageMode', enabled: '#Enabled', 'certificate_authority_configuration.key_algorithm': 'KeyAlgorithm', 'certificate_authority_configuration.signing_algorithm': 'SigningAlgorithm', ...tags }),
    aws_acmpca_policy: resource('Demarc::ACMPCA::Policy', { resource_arn: 'ResourceArn', policy: ['Policy', document] }),
    aws_acmpca_permission: resource('AWS::ACMPCA::Permission', {}, { same: ['certificate_authority_arn', 'actions', 'principal', 'source_account'] }),
    aws_signer_signing_profile_permission: resource('AWS::Signer::ProfilePermission', {}, { same: ['action', 'principal', 'profile_name', 'profile_version', 'statement_id'] }),

    // Images, code, models
    aws_ecr_registry_policy: resource('AWS::ECR::RegistryPolicy', { policy: ['PolicyText', document] }),
    aws_ecr_repository_creation_template: resource('AWS::ECR::RepositoryCreationTemplate', { applied_for: 'AppliedFor', repository_policy: ['RepositoryPolicy', document] }, { same: ['prefix', 'image_tag_mutability'] }),
    aws_ecrpublic_repository_policy: satellite('AWS::ECR::PublicRepository', 'repository_name', { policy: ['RepositoryPolicyText', document] }),
    aws_codeartifact_domain_permissions_policy: satellite('AWS::CodeArtifact::Domain', 'domain', { policy_document: ['PermissionsPolicyDocument', document] }),
    aws_codeartifact_repository_permissions_policy: satellite('AWS::CodeArtifact::Repository', 'repository', { policy_document: ['PermissionsPolicyDocument', document] }),
    aws_sagemaker_model_package_group: resource('AWS::SageMaker::ModelPackageGroup', { model_package_group_name: 'ModelPackageGroupName', ...tags }),
    aws_sagemaker_model_package_group_policy: satellite('AWS::SageMaker::ModelPackageGroup', 'model_package_group_name', { resource_policy: ['ModelPackageGroupPolicy', document] }),
    aws_glue_resource_policy: resource('Demarc::Glue::ResourcePolicy', { policy: ['PolicyInJson', document], enable_hybrid: 'EnableHybrid' }),
    aws_redshift_resource_policy: satellite('AWS::Redshift::Cluster', 'resource_arn', { policy: ['NamespaceResourcePolicy', document] }),
    aws_redshiftserverless_resource_policy: resource('Demarc::RedshiftServerless::ResourcePolicy', { resource_arn: 'ResourceArn', policy: ['Policy', document] }),

    // Messages, streams, events, mail
    aws_kinesis_resource_policy: resource('AWS::Kinesis::ResourcePolicy', { resource_arn: 'ResourceArn', policy: ['ResourcePolicy', document] }),
    aws_msk_cluster_policy: resource('AWS::MSK::ClusterPolicy', { cluster_arn: 'ClusterArn', policy: ['Policy', document] }),
    aws_cloudwatch_event_bus: resource(bus, { name: 'Name', kms_key_identifier: 'KmsKeyIdentifier', event_source_name: 'EventSourceName', ...tags }),
    // Without a name it is the account's default bus.
    aws_cloudwatch_event_bus_policy: leftOut('event_bus_name', 'default', satellite(bus, 'event_bus_name', { policy: ['Policy', document] })),
    aws_cloudwatch_event_permission: resource('AWS::Events::EventBusPolicy', { 'condition.key': 'Condition.Key', 'condition.type': 'Condition.Type', 'condition.value': 'Condition.Value' }, {
      same: ['event_bus_name', 'principal', 'action', 'statement_id'],
      also: ({ arguments: args, at }, draft) => {
        if (argument(args, 'action') === undefined) draft.set('Action', scalar('events:PutEvents', at));
        if (argument(args, 'event_bus_name') === undefined) draft.set('EventBusName', scalar('default', at));
      },
    }),
    aws_schemas_registry: resource('AWS::EventSchemas::Registry', { name: 'RegistryName', ...tags }),
    aws_schemas_registry_policy: resource('AWS::EventSchemas::RegistryPolicy', { registry_name: 'RegistryName', policy: ['Policy', document] }),
    aws_ses_domain_identity: resource(emailIdentity, { domain: 'EmailIdentity' }),
    aws_ses_email_identity: resource(emailIdentity, { email: 'EmailIdentity' }),
    aws_sesv2_email_identity: resource(emailIdentity, { email_identity: 'EmailIdentity', configuration_set_name: 'ConfigurationSetAttributes.ConfigurationSetName', ...tags }),
    aws_ses_identity_policy: resource('Demarc::SES::IdentityPolicy', { identity: 'Identity', name: 'PolicyName', policy: ['Policy', document] }),
    aws_sesv2_email_identity_policy: resource('Demarc::SES::IdentityPolicy', { email_identity: 'Identity', policy_name: 'PolicyName', policy: ['Policy', document] }),
    aws_iot_policy: resource('AWS::IoT::Policy', { name: 'PolicyName', policy: ['PolicyDocument', document] }),
    aws_iot_policy_attachment: resource('AWS::IoT::PolicyPrincipalAttachment', { policy: 'PolicyName', target: 'Principal' }),

    // Logs and metrics
    aws_cloudwatch_log_account_policy: resource('AWS::Logs::AccountPolicy', { policy_document: ['PolicyDocument', document] }, { same: ['policy_name', 'policy_type', 'scope'] }),
    aws_cloudwatch_log_delivery_destination: resource('AWS::Logs::DeliveryDestination', { name: 'Name', 'delivery_destination_configuration.destination_resource_arn': 'DestinationResourceArn', ...tags }),
    aws_cloudwatch_log_delivery_destination_policy: satellite('AWS::Logs::DeliveryDestination', 'delivery_destination_name', { delivery_destination_policy: ['DeliveryDestinationPolicy.DeliveryDestinationPolicy', document] }),
    aws_oam_sink: resource('AWS::Oam::Sink', { name: 'Name', tags: 'Tags' }),
    aws_oam_sink_policy: satellite('AWS::Oam::Sink', 'sink_identifier', { policy: ['Policy', document] }),
    aws_xray_resource_policy: resource('AWS::XRay::ResourcePolicy', { policy_name: 'PolicyName', policy_document: ['PolicyDocument', document] }),
    aws_prometheus_workspace: resource('AWS::APS::Workspace', { alias: 'Alias', kms_key_arn: 'KmsKeyArn', 'logging_configuration.log_group_arn': 'LoggingConfiguration.LogGroupArn', ...tags }),
    aws_prometheus_resource_policy: resource('AWS::APS::ResourcePolicy', { workspace_id: 'WorkspaceArn', policy_document: ['PolicyDocument', document] }),

    // Networks
    aws_vpc_endpoint_policy: satellite('AWS::EC2::VPCEndpoint', 'vpc_endpoint_id', { policy: ['PolicyDocument', document] }),
    aws_vpclattice_service: resource('AWS::VpcLattice::Service', { ...tags }, { same: ['name', 'auth_type', 'custom_domain_name', 'certificate_arn'] }),
    aws_vpclattice_service_network: resource('AWS::VpcLattice::ServiceNetwork', { ...tags }, { same: ['name', 'auth_type'] }),
    aws_vpclattice_auth_policy: resource('AWS::VpcLattice::AuthPolicy', { resource_identifier: 'ResourceIdentifier', policy: ['Policy', document] }),
    aws_vpclattice_resource_policy: resource('AWS::VpcLattice::ResourcePolicy', { resource_arn: 'ResourceArn', policy: ['Policy', document] }),
    aws_networkfirewall_resource_policy: resource('Demarc::NetworkFirewall::ResourcePolicy', { resource_arn: 'ResourceArn', policy: ['Policy', document] }),

    // Organization, identity center, shares
    aws_organizations_organization: resource('AWS::Organizations::Organization', { feature_set: 'FeatureSet', aws_service_access_principals: '#ServiceAccessPrincipals', enabled_policy_types: '#EnabledPolicyTypes' }),
    aws_organizations_organizational_unit: resource('AWS::Organizations::OrganizationalUnit', { name: 'Name', parent_id: 'ParentId', ...tags }),
    aws_organizations_account: resource('AWS::Organizations::Account', { name: 'AccountName', email: 'Email', role_name: 'RoleName', parent_id: 'ParentIds[]', ...tags }),
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/organizations_policy#type
    aws_organizations_policy: leftOut('type', 'SERVICE_CONTROL_POLICY', resource('AWS::Organizations::Policy', { content: ['Content', document], ...tags }, { same: ['name', 'type', 'description'] })),
    aws_organizations_policy_attachment: satellite('AWS::Organizations::Policy', 'policy_id', { target_id: 'TargetIds[]' }),
    aws_organizations_resource_policy: resource('AWS::Organizations::ResourcePolicy', { content: ['Content', document] }),
    aws_ssoadmin_permission_set: resource('AWS::SSO::PermissionSet', { relay_state: 'RelayStateType', ...tags }, { same: ['name', 'description', 'instance_arn', 'session_duration'] }),
    aws_ssoadmin_permission_set_inline_policy: satellite('AWS::SSO::PermissionSet', 'permission_set_arn', { inline_policy: ['InlinePolicy', document] }),
    aws_ssoadmin_managed_policy_attachment: satellite('AWS::SSO::PermissionSet', 'permission_set_arn', { managed_policy_arn: 'ManagedPolicies[]' }),
    aws_ssoadmin_customer_managed_policy_attachment: satellite('AWS::SSO::PermissionSet', 'permission_set_arn', { 'customer_managed_policy_reference[]': ['CustomerManagedPolicyReferences', eachBlock({}, { same: ['name', 'path'] })] }),
    aws_ssoadmin_account_assignment: resource('AWS::SSO::Assignment', {}, { same: ['instance_arn', 'permission_set_arn', 'principal_id', 'principal_type', 'target_id', 'target_type'] }),
    aws_ram_resource_share: resource('AWS::RAM::ResourceShare', { permission_arns: 'PermissionArns', ...tags }, { same: ['name', 'allow_external_principals'] }),
    aws_ram_principal_association: satellite('AWS::RAM::ResourceShare', 'resource_share_arn', { principal: 'Principals[]' }),
    aws_ram_resource_association: satellite('AWS::RAM::ResourceShare', 'resource_share_arn', { resource_arn: 'ResourceArns[]' }),
    aws_cloudsearch_domain: resource('Demarc::CloudSearch::Domain', { name: 'DomainName', multi_az: 'MultiAZ', 'endpoint_options.enforce_https': 'DomainEndpointOptions.EnforceHTTPS', 'endpoint_options.tls_security_policy': 'DomainEndpointOptions.TLSSecurityPolicy' }),
    aws_cloudsearch_domain_service_access_policy: satellite('Demarc::CloudSearch::Domain', 'domain_name', { access_policy: ['AccessPolicies', document] }),
  },
};
