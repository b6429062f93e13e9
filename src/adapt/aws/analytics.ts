/** Glue and Athena. */
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { eachBlock, resource } from '../table.js';

export const analytics: ServiceRules = {
  terraform: {
    aws_glue_data_catalog_encryption_settings: resource('AWS::Glue::DataCatalogEncryptionSettings', {
      catalog_id: 'CatalogId',
      'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted': 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted',
      'data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id': 'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.KmsKeyId',
      'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode': 'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode',
      'data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id': 'DataCatalogEncryptionSettings.EncryptionAtRest.SseAwsKmsKeyId',
    }),
    aws_glue_security_configuration: resource('AWS::Glue::SecurityConfiguration', {
      name: 'Name',
      'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode': 'EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode',
      'encryption_configuration.cloudwatch_encryption.kms_key_arn': 'EncryptionConfiguration.CloudWatchEncryption.KmsKeyArn',
      'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode': 'EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode',
      'encryption_configuration.job_bookmarks_encryption.kms_key_arn': 'EncryptionConfiguration.JobBookmarksEncryption.KmsKeyArn',
      'encryption_configuration.s3_encryption': ['EncryptionConfiguration.S3Encryptions', eachBlock({ s3_encryption_mode: 'S3EncryptionMode', kms_key_arn: 'KmsKeyArn' })],
    }),
    aws_glue_job: resource('AWS::Glue::Job', { role_arn: 'Role', tags: 'Tags' }, {
      same: ['name', 'default_arguments', 'non_overridable_arguments', 'glue_version', 'security_configuration', 'worker_type', 'number_of_workers'],
    }),
    aws_glue_crawler: resource('AWS::Glue::Crawler', { security_configuration: 'CrawlerSecurityConfiguration', tags: 'Tags' }, { same: ['name', 'role', 'database_name'] }),
    aws_glue_dev_endpoint: resource('AWS::Glue::DevEndpoint', { name: 'EndpointName', tags: 'Tags' }, {
      same: ['role_arn', 'security_configuration', 'subnet_id', 'security_group_ids', 'public_key', 'public_keys', 'glue_version'],
    }),
    aws_glue_connection: resource('AWS::Glue::Connection', {
      name: 'ConnectionInput.Name',
      connection_type: 'ConnectionInput.ConnectionType',
      connection_properties: 'ConnectionInput.ConnectionProperties',
      catalog_id: 'CatalogId',
    }),
    aws_glue_ml_transform: resource('AWS::Glue::MLTransform', { role_arn: 'Role' }, { same: ['name', 'glue_version'] }),
    aws_athena_workgroup: resource('AWS::Athena::WorkGroup', {
      name: 'Name',
      state: 'State',
      'configuration.enforce_workgroup_configuration': 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      'configuration.publish_cloudwatch_metrics_enabled': 'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
      'configuration.requester_pays_enabled': 'WorkGroupConfiguration.RequesterPaysEnabled',
      'configuration.result_configuration.output_location': 'WorkGroupConfiguration.ResultConfiguration.OutputLocation',
      'configuration.result_configuration.encryption_configuration.encryption_option': 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption',
      'configuration.result_configuration.encryption_configuration.kms_key_arn': 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
      tags: ['Tags', keyValue],
    }),
    aws_athena_database: resource('Demarc::Athena::Database', {
      name: 'Name',
      bucket: 'Bucket',
      'encryption_configuration.encryption_option': 'EncryptionConfiguration.EncryptionOption',
      'encryption_configuration.kms_key': 'EncryptionConfiguration.KmsKey',
    }),
  },
};
