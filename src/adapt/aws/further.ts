/** Services of which only little is asked: where their key is, and what backs them up. */
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { argument, eachBlock, resource } from '../table.js';

const fileSystem = (kind: string): ReturnType<typeof resource> =>
  resource('AWS::FSx::FileSystem', { tags: ['Tags', keyValue] }, {
    same: ['kms_key_id', 'storage_capacity', 'storage_type', 'subnet_ids', 'security_group_ids'],
    also: ({ at }, draft) => draft.set('FileSystemType', { kind: 'scalar', value: kind, at }),
  });

export const further: ServiceRules = {
  terraform: {
    aws_fsx_ontap_file_system: fileSystem('ONTAP'),
    aws_fsx_windows_file_system: fileSystem('WINDOWS'),
    aws_fsx_openzfs_file_system: fileSystem('OPENZFS'),
    aws_fsx_lustre_file_system: fileSystem('LUSTRE'),
    aws_timestreamwrite_database: resource('AWS::Timestream::Database', { tags: ['Tags', keyValue] }, { same: ['database_name', 'kms_key_id'] }),
    aws_memorydb_cluster: resource(
      'AWS::MemoryDB::Cluster',
      { name: 'ClusterName', acl_name: 'ACLName', tls_enabled: 'TLSEnabled', kms_key_arn: 'KmsKeyId', tags: ['Tags', keyValue] },
      { same: ['node_type', 'snapshot_retention_limit', 'subnet_group_name', 'security_group_ids', 'auto_minor_version_upgrade', 'engine_version'] },
    ),
    aws_codepipeline: resource('AWS::CodePipeline::Pipeline', { tags: ['Tags', keyValue] }, {
      same: ['name', 'role_arn'],
      also: (raw, draft) => {
        const { arguments: args } = raw;
        const stores = args.entries.get('artifact_store');
        const store = { location: 'Location', type: 'Type', 'encryption_key.id': 'EncryptionKey.Id', 'encryption_key.type': 'EncryptionKey.Type' } as const;
        // A store a region has a type of its own in the schema.
        if (stores?.kind === 'list' && stores.items.length > 1) {
          const regional = Object.fromEntries(Object.entries(store).map(([from, to]) => [from, `ArtifactStore.${to}`]));
          draft.set('ArtifactStores', eachBlock({ region: 'Region', ...regional })(stores, raw));
        } else for (const [from, to] of Object.entries(store)) draft.set(`ArtifactStore.${to}`, argument(args, `artifact_store.${from}`));
      },
    }),
    aws_appflow_flow: resource('AWS::AppFlow::Flow', { name: 'FlowName', kms_arn: 'KMSArn', tags: ['Tags', keyValue] }, { same: ['description'] }),
    aws_appflow_connector_profile: resource('AWS::AppFlow::ConnectorProfile', { name: 'ConnectorProfileName', kms_arn: 'KMSArn' }, { same: ['connector_type', 'connection_mode', 'connector_label'] }),
    aws_keyspaces_table: resource(
      'AWS::Cassandra::Table',
      {
        'encryption_specification.type': 'EncryptionSpecification.EncryptionType',
        'encryption_specification.kms_key_identifier': 'EncryptionSpecification.KmsKeyIdentifier',
        tags: ['Tags', keyValue],
      },
      { same: ['keyspace_name', 'table_name'] },
    ),
    aws_scheduler_schedule: resource('AWS::Scheduler::Schedule', {}, { same: ['name', 'group_name', 'schedule_expression', 'state', 'kms_key_arn'] }),
    aws_kendra_index: resource('AWS::Kendra::Index', { 'server_side_encryption_configuration.kms_key_id': 'ServerSideEncryptionConfiguration.KmsKeyId', tags: ['Tags', keyValue] }, { same: ['name', 'edition', 'role_arn'] }),
    aws_qldb_ledger: resource('AWS::QLDB::Ledger', { kms_key: 'KmsKey', tags: ['Tags', keyValue] }, { same: ['name', 'permissions_mode', 'deletion_protection'] }),
    aws_elastic_beanstalk_environment: resource('AWS::ElasticBeanstalk::Environment', {
      name: 'EnvironmentName',
      application: 'ApplicationName',
      setting: ['OptionSettings', eachBlock({ namespace: 'Namespace', name: 'OptionName', value: 'Value', resource: 'ResourceName' })],
      tags: ['Tags', keyValue],
    }, { same: ['solution_stack_name', 'template_name', 'platform_arn'] }),
    aws_codeartifact_domain: resource('AWS::CodeArtifact::Domain', { domain: 'DomainName', encryption_key: 'EncryptionKey', tags: ['Tags', keyValue] }),
    aws_codeartifact_repository: resource('AWS::CodeArtifact::Repository', { repository: 'RepositoryName', domain: 'DomainName' }),
  },
};
