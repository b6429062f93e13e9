/** Databases, caches and warehouses: of each kind something open, and of most something shut. */
import { CreateClusterCommand as CreateDax, DAXClient } from '@aws-sdk/client-dax';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { CreateCacheClusterCommand, CreateReplicationGroupCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateClusterCommand as CreateMemory, CreateSnapshotCommand, MemoryDBClient } from '@aws-sdk/client-memorydb';
import {
  CreateDBClusterCommand,
  CreateDBClusterParameterGroupCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBParameterGroupCommand,
  CreateDBProxyCommand,
  CreateDBSnapshotCommand,
  CreateDBSubnetGroupCommand,
  CreateGlobalClusterCommand,
  ModifyDBClusterParameterGroupCommand,
  ModifyDBParameterGroupCommand,
  ModifyDBSnapshotAttributeCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { CreateClusterCommand, CreateClusterParameterGroupCommand, CreateSnapshotCopyGrantCommand, RedshiftClient } from '@aws-sdk/client-redshift';
import { ACCOUNT, type Seed } from './seed.js';

const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;
const role = `arn:aws:iam::${ACCOUNT}:role/any`;
const user = { MasterUsername: 'app', MasterUserPassword: 'not-a-secret-1' };

export const databases: Seed = async (at) => {
  const { Subnets = [] } = await new EC2Client(at).send(new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] }));
  const SubnetIds = Subnets.slice(0, 2).map((subnet) => subnet.SubnetId ?? '');
  const rds = new RDSClient(at);
  await rds.send(new CreateDBSubnetGroupCommand({ DBSubnetGroupName: 'apart', DBSubnetGroupDescription: 'apart', SubnetIds }));
  await rds.send(new CreateDBParameterGroupCommand({ DBParameterGroupName: 'tls', DBParameterGroupFamily: 'postgres14', Description: 'tls' }));
  await rds.send(new ModifyDBParameterGroupCommand({ DBParameterGroupName: 'tls', Parameters: [{ ParameterName: 'rds.force_ssl', ParameterValue: '1', ApplyMethod: 'immediate' }] }));
  await rds.send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'held', Engine: 'postgres', EngineVersion: '14.2', DBInstanceClass: 'db.t3.micro', AllocatedStorage: 10, ...user, DBParameterGroupName: 'tls', DBSubnetGroupName: 'apart', StorageEncrypted: true, KmsKeyId: key }));
  await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: 'db', DBSnapshotIdentifier: 'given-away' }));
  await rds.send(new ModifyDBSnapshotAttributeCommand({ DBSnapshotIdentifier: 'given-away', AttributeName: 'restore', ValuesToAdd: ['all'] }));
  await rds.send(new CreateDBSnapshotCommand({ DBInstanceIdentifier: 'held', DBSnapshotIdentifier: 'kept' }));
  // The server makes no clusters of DocumentDB, which AWS answers for like for the others.
  for (const [DBClusterIdentifier, Engine] of [['aurora', 'aurora-mysql'], ['graph', 'neptune']] as const) {
    await rds.send(new CreateDBClusterCommand({ DBClusterIdentifier, Engine, ...user, BackupRetentionPeriod: 7, StorageEncrypted: Engine === 'neptune', EnableCloudwatchLogsExports: Engine === 'neptune' ? ['audit'] : [] }));
    if (Engine !== 'aurora-mysql') await rds.send(new CreateDBInstanceCommand({ DBInstanceIdentifier: `${DBClusterIdentifier}-1`, DBClusterIdentifier, Engine, DBInstanceClass: 'db.r5.large' }));
    await rds.send(new CreateDBClusterSnapshotCommand({ DBClusterIdentifier, DBClusterSnapshotIdentifier: `${DBClusterIdentifier}-kept` }));
  }
  for (const [DBClusterParameterGroupName, DBParameterGroupFamily, ParameterName, ParameterValue] of [['mysql', 'aurora-mysql8.0', 'require_secure_transport', 'ON'], ['documents', 'docdb5.0', 'tls', 'disabled'], ['graph', 'neptune1.3', 'neptune_enable_audit_log', '1']] as const) {
    await rds.send(new CreateDBClusterParameterGroupCommand({ DBClusterParameterGroupName, DBParameterGroupFamily, Description: 'own' }));
    await rds.send(new ModifyDBClusterParameterGroupCommand({ DBClusterParameterGroupName, Parameters: [{ ParameterName, ParameterValue, ApplyMethod: 'immediate' }] }));
  }
  await rds.send(new CreateGlobalClusterCommand({ GlobalClusterIdentifier: 'world', Engine: 'aurora-mysql', StorageEncrypted: true }));
  await rds.send(new CreateDBProxyCommand({ DBProxyName: 'front', EngineFamily: 'POSTGRESQL', RoleArn: role, VpcSubnetIds: SubnetIds, RequireTLS: true, Auth: [{ AuthScheme: 'SECRETS', SecretArn: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:kept`, IAMAuth: 'DISABLED' }] }));

  const elasticache = new ElastiCacheClient(at);
  await elasticache.send(new CreateReplicationGroupCommand({ ReplicationGroupId: 'open', ReplicationGroupDescription: 'open', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheClusters: 1 }));
  await elasticache.send(new CreateReplicationGroupCommand({ ReplicationGroupId: 'shut', ReplicationGroupDescription: 'shut', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheClusters: 2, TransitEncryptionEnabled: true, AtRestEncryptionEnabled: true, AuthToken: 'not-a-secret-but-long', AutomaticFailoverEnabled: true, MultiAZEnabled: true, SnapshotRetentionLimit: 7 }));
  await elasticache.send(new CreateCacheClusterCommand({ CacheClusterId: 'alone', Engine: 'redis', CacheNodeType: 'cache.t3.micro', NumCacheNodes: 1 }));
  const memory = new MemoryDBClient(at);
  await memory.send(new CreateMemory({ ClusterName: 'open', NodeType: 'db.t4g.small', ACLName: 'open-access', TLSEnabled: false }));
  await memory.send(new CreateMemory({ ClusterName: 'shut', NodeType: 'db.t4g.small', ACLName: 'own', TLSEnabled: true, KmsKeyId: key }));
  await memory.send(new CreateSnapshotCommand({ ClusterName: 'open', SnapshotName: 'open-kept' }));
  const dax = new DAXClient(at);
  await dax.send(new CreateDax({ ClusterName: 'open', NodeType: 'dax.t3.small', ReplicationFactor: 1, IamRoleArn: role }));
  await dax.send(new CreateDax({ ClusterName: 'shut', NodeType: 'dax.t3.small', ReplicationFactor: 1, IamRoleArn: role, SSESpecification: { Enabled: true }, ClusterEndpointEncryptionType: 'TLS' }));

  const redshift = new RedshiftClient(at);
  await redshift.send(new CreateClusterParameterGroupCommand({ ParameterGroupName: 'plain', ParameterGroupFamily: 'redshift-1.0', Description: 'plain' }));
  await redshift.send(new CreateClusterCommand({ ClusterIdentifier: 'open', NodeType: 'ra3.large', DBName: 'dev', ...user, PubliclyAccessible: true, ClusterParameterGroupName: 'plain' }));
  await redshift.send(new CreateClusterCommand({ ClusterIdentifier: 'shut', NodeType: 'ra3.large', DBName: 'sales', ...user, PubliclyAccessible: false, Encrypted: true, KmsKeyId: key, EnhancedVpcRouting: true, AllowVersionUpgrade: true }));
  await redshift.send(new CreateSnapshotCopyGrantCommand({ SnapshotCopyGrantName: 'copy', KmsKeyId: key }));
};
