/** DynamoDB, its cache, and what scales it. */
import { list, mapping } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { document, keyValue } from '../convert.js';
import { argument, eachBlock, resource, satellite } from '../table.js';

const projection = { projection_type: 'Projection.ProjectionType', non_key_attributes: 'Projection.NonKeyAttributes', name: 'IndexName' } as const;
const encryption = { 'server_side_encryption.enabled': 'SSESpecification.SSEEnabled', 'server_side_encryption.kms_key_arn': 'SSESpecification.KMSMasterKeyId' } as const;

export const dynamodb: ServiceRules = {
  terraform: {
    aws_dynamodb_table: resource(
      'AWS::DynamoDB::Table',
      {
        name: 'TableName',
        ...encryption,
        'point_in_time_recovery.enabled': 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
        'point_in_time_recovery.recovery_period_in_days': 'PointInTimeRecoverySpecification.RecoveryPeriodInDays',
        read_capacity: 'ProvisionedThroughput.ReadCapacityUnits',
        write_capacity: 'ProvisionedThroughput.WriteCapacityUnits',
        stream_view_type: 'StreamSpecification.StreamViewType',
        'ttl.enabled': 'TimeToLiveSpecification.Enabled',
        'ttl.attribute_name': 'TimeToLiveSpecification.AttributeName',
        attribute: ['AttributeDefinitions', eachBlock({ name: 'AttributeName', type: 'AttributeType' })],
        global_secondary_index: ['GlobalSecondaryIndexes', eachBlock(projection)],
        local_secondary_index: ['LocalSecondaryIndexes', eachBlock(projection)],
        // Replicas of a table belong to the schema's GlobalTable; here they are facts of the table.
        replica: ['#Replicas', eachBlock({ region_name: 'RegionName', kms_key_arn: 'KMSMasterKeyId', point_in_time_recovery: 'PointInTimeRecovery' })],
        tags: ['Tags', keyValue],
      },
      {
        same: ['billing_mode', 'deletion_protection_enabled', 'table_class'],
        also: ({ arguments: args }, draft) => {
          const keys = (['hash_key', 'range_key'] as const).flatMap((name) => {
            const named = argument(args, name);
            const type = name === 'hash_key' ? 'HASH' : 'RANGE';
            return named === undefined ? [] : [mapping([['AttributeName', named], ['KeyType', { kind: 'scalar', value: type, at: named.at }]], named.at)];
          });
          const [first] = keys;
          if (first !== undefined) draft.set('KeySchema', list(keys, first.at));
        },
      },
    ),
    aws_dynamodb_table_replica: resource('Demarc::DynamoDB::Replica', { global_table_arn: 'GlobalTableArn', kms_key_arn: 'KMSMasterKeyId', point_in_time_recovery: 'PointInTimeRecovery' }),
    aws_dynamodb_global_table: resource('AWS::DynamoDB::GlobalTable', { name: 'TableName', replica: ['Replicas', eachBlock({ region_name: 'Region' })] }),
    aws_dynamodb_resource_policy: satellite('AWS::DynamoDB::Table', 'resource_arn', { policy: ['ResourcePolicy.PolicyDocument', document] }),
    aws_dynamodb_kinesis_streaming_destination: satellite('AWS::DynamoDB::Table', 'table_name', { stream_arn: 'KinesisStreamSpecification.StreamArn' }),
    aws_dynamodb_contributor_insights: satellite('AWS::DynamoDB::Table', 'table_name', {}, {
      also: ({ at }, draft) => draft.set('ContributorInsightsSpecification.Enabled', { kind: 'scalar', value: true, at }),
    }),
    aws_dax_cluster: resource(
      'AWS::DAX::Cluster',
      {
        'server_side_encryption.enabled': 'SSESpecification.SSEEnabled',
        iam_role_arn: 'IAMRoleARN',
        tags: 'Tags',
      },
      { same: ['cluster_name', 'cluster_endpoint_encryption_type', 'node_type', 'replication_factor', 'availability_zones', 'subnet_group_name', 'security_group_ids', 'parameter_group_name', 'description'] },
    ),
    aws_dax_subnet_group: resource('AWS::DAX::SubnetGroup', { name: 'SubnetGroupName' }, { same: ['subnet_ids', 'description'] }),
    aws_dax_parameter_group: resource('AWS::DAX::ParameterGroup', { name: 'ParameterGroupName' }, { same: ['description'] }),
    aws_appautoscaling_target: resource('AWS::ApplicationAutoScaling::ScalableTarget', { role_arn: 'RoleARN' }, { same: ['min_capacity', 'max_capacity', 'resource_id', 'scalable_dimension', 'service_namespace'] }),
    aws_appautoscaling_policy: resource('AWS::ApplicationAutoScaling::ScalingPolicy', { name: 'PolicyName' }, { same: ['policy_type', 'resource_id', 'scalable_dimension', 'service_namespace'] }),
  },
};
