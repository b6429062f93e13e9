/** Groups of machines, clusters, jobs, proxies, studios and stacks, and what services keep of an account. */
import { AutoScalingClient, CreateAutoScalingGroupCommand } from '@aws-sdk/client-auto-scaling';
import { BatchClient, CreateComputeEnvironmentCommand } from '@aws-sdk/client-batch';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateNodegroupCommand, EKSClient } from '@aws-sdk/client-eks';
import { CreateApplicationCommand, CreateEnvironmentCommand, ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
import { CreateSecurityConfigurationCommand, EMRClient, RunJobFlowCommand } from '@aws-sdk/client-emr';
import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { CreateDBClusterParameterGroupCommand, CreateDBInstanceCommand, CreateDBProxyCommand, CreateDBSubnetGroupCommand, ModifyDBClusterParameterGroupCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateDataQualityJobDefinitionCommand, CreateDomainCommand as CreateStudio, CreateModelPackageGroupCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { EnableSecurityHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { CreatePatchBaselineCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Case } from './parity-cases.js';
import { ACCOUNT } from './seeds/seed.js';

const role = `arn:aws:iam::${ACCOUNT}:role/work`;
const key = `arn:aws:kms:us-east-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;
const image = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/model:1`;
const REFERS = 'the template refers to it, the account names it';
const secured = { EncryptionConfiguration: { EnableInTransitEncryption: false, EnableAtRestEncryption: true, AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode: 'SSE-S3' } } } };

export const inServices: readonly Case[] = [
  {
    id: 'Fleet',
    type: 'AWS::AutoScaling::AutoScalingGroup',
    properties: { AutoScalingGroupName: 'parity', LaunchConfigurationName: { Ref: 'Launch' }, MinSize: '0', MaxSize: '1', AvailabilityZones: ['us-east-1a'], Tags: [{ Key: 'app', Value: 'parity', PropagateAtLaunch: true }] },
    make: async (at) => {
      await new AutoScalingClient(at).send(new CreateAutoScalingGroupCommand({ AutoScalingGroupName: 'parity', LaunchConfigurationName: 'parity', MinSize: 0, MaxSize: 1, AvailabilityZones: ['us-east-1a'], Tags: [{ Key: 'app', Value: 'parity', PropagateAtLaunch: true }] }));
      return ':autoScalingGroupName/parity';
    },
    unlike: { LaunchConfigurationName: REFERS },
  },
  {
    id: 'Computers',
    type: 'AWS::Batch::ComputeEnvironment',
    properties: { ComputeEnvironmentName: 'parity', Type: 'UNMANAGED', State: 'ENABLED', ServiceRole: { 'Fn::GetAtt': ['Role', 'Arn'] } },
    make: async (at) => (await new BatchClient(at).send(new CreateComputeEnvironmentCommand({ computeEnvironmentName: 'parity', type: 'UNMANAGED', state: 'ENABLED', serviceRole: `arn:aws:iam::${ACCOUNT}:role/parity-role` }))).computeEnvironmentArn ?? '',
    unlike: { ServiceRole: REFERS },
  },
  {
    id: 'Stack',
    type: 'AWS::CloudFormation::Stack',
    properties: { TemplateURL: 'https://parity-shut.s3.amazonaws.com/site.yaml', TimeoutInMinutes: 5 },
    make: async (at) => (await new CloudFormationClient(at).send(new CreateStackCommand({ StackName: 'parity', TimeoutInMinutes: 5, TemplateBody: JSON.stringify({ Resources: { StackTopic: { Type: 'AWS::SNS::Topic' } } }) }))).StackId ?? '',
    unlike: { TemplateURL: 'a stack does not tell where its template was' },
  },
  {
    id: 'Nodes',
    type: 'AWS::EKS::Nodegroup',
    properties: { ClusterName: 'parity', NodegroupName: 'parity', NodeRole: role, Subnets: [{ Ref: 'Subnet' }], RemoteAccess: { Ec2SshKey: 'admin' } },
    make: async (at, made) => (await new EKSClient(at).send(new CreateNodegroupCommand({ clusterName: 'parity', nodegroupName: 'parity', nodeRole: role, subnets: [made.get('Subnet') ?? ''], remoteAccess: { ec2SshKey: 'admin' } }))).nodegroup?.nodegroupArn ?? '',
    unlike: { Subnets: REFERS },
  },
  {
    id: 'Hadoop',
    type: 'AWS::EMR::Cluster',
    properties: { Name: 'parity', ReleaseLabel: 'emr-7.0.0', ServiceRole: 'emr', JobFlowRole: 'emr', VisibleToAllUsers: true, Instances: { Ec2KeyName: 'admin', MasterInstanceGroup: { InstanceType: 'm5.large', InstanceCount: 1 } } },
    make: async (at) => (await new EMRClient(at).send(new RunJobFlowCommand({ Name: 'parity', ReleaseLabel: 'emr-7.0.0', ServiceRole: 'emr', JobFlowRole: 'emr', VisibleToAllUsers: true, Instances: { Ec2KeyName: 'admin', MasterInstanceType: 'm5.large', InstanceCount: 1, KeepJobFlowAliveWhenNoSteps: true } }))).ClusterArn ?? '',
    unlike: { 'Instances.MasterInstanceGroup': 'groups of machines are not read' },
  },
  {
    id: 'HadoopSecurity',
    type: 'AWS::EMR::SecurityConfiguration',
    // The server lists none, so that a fixture does, under this name; it tells itself what is in it.
    properties: { Name: 'half', SecurityConfiguration: secured },
    make: async (at) => {
      await new EMRClient(at).send(new CreateSecurityConfigurationCommand({ Name: 'half', SecurityConfiguration: JSON.stringify(secured) }));
      return 'security-configuration/half';
    },
  },
  {
    id: 'Site',
    type: 'AWS::ElasticBeanstalk::Environment',
    properties: {
      ApplicationName: 'site',
      EnvironmentName: 'live',
      SolutionStackName: '64bit Amazon Linux 2018.03 v2.9.3 running Python 3.6',
      OptionSettings: [
        { Namespace: 'aws:elasticbeanstalk:healthreporting:system', OptionName: 'SystemType', Value: 'enhanced' },
        { Namespace: 'aws:elasticbeanstalk:managedactions', OptionName: 'ManagedActionsEnabled', Value: 'false' },
      ],
    },
    // The server tells nothing of how it is set up: a fixture does, under this name.
    unlike: { SolutionStackName: 'the server forgets it' },
    make: async (at) => {
      const beanstalk = new ElasticBeanstalkClient(at);
      await beanstalk.send(new CreateApplicationCommand({ ApplicationName: 'site' }));
      return (await beanstalk.send(new CreateEnvironmentCommand({ ApplicationName: 'site', EnvironmentName: 'live', SolutionStackName: '64bit Amazon Linux 2018.03 v2.9.3 running Python 3.6' }))).EnvironmentArn ?? '';
    },
  },
  {
    id: 'OldDomain',
    type: 'AWS::Elasticsearch::Domain',
    properties: { DomainName: 'parity-old', ElasticsearchVersion: '7.10', EncryptionAtRestOptions: { Enabled: false }, NodeToNodeEncryptionOptions: { Enabled: false }, ElasticsearchClusterConfig: { InstanceType: 'm5.large.search', InstanceCount: 1, DedicatedMasterEnabled: false, ZoneAwarenessEnabled: false } },
    make: async (at) =>
      (
        await new OpenSearchClient(at).send(
          new CreateDomainCommand({ DomainName: 'parity-old', EngineVersion: 'Elasticsearch_7.10', EncryptionAtRestOptions: { Enabled: false }, NodeToNodeEncryptionOptions: { Enabled: false }, ClusterConfig: { InstanceType: 'm5.large.search', InstanceCount: 1, DedicatedMasterEnabled: false, ZoneAwarenessEnabled: false } }),
        )
      ).DomainStatus?.ARN ?? '',
  },
  {
    id: 'GraphParameters',
    type: 'AWS::Neptune::DBClusterParameterGroup',
    properties: { Name: 'parity-graph', Family: 'neptune1.3', Description: 'own', Parameters: { neptune_enable_audit_log: 1 } },
    make: async (at) => {
      const rds = new RDSClient(at);
      const { DBClusterParameterGroup } = await rds.send(new CreateDBClusterParameterGroupCommand({ DBClusterParameterGroupName: 'parity-graph', DBParameterGroupFamily: 'neptune1.3', Description: 'own' }));
      await rds.send(new ModifyDBClusterParameterGroupCommand({ DBClusterParameterGroupName: 'parity-graph', Parameters: [{ ParameterName: 'neptune_enable_audit_log', ParameterValue: '1', ApplyMethod: 'immediate' }] }));
      return DBClusterParameterGroup?.DBClusterParameterGroupArn ?? '';
    },
  },
  {
    id: 'DocumentParameters',
    type: 'AWS::DocDB::DBClusterParameterGroup',
    properties: { Name: 'parity-documents', Family: 'docdb5.0', Description: 'own', Parameters: { tls: 'disabled', audit_logs: 'enabled' } },
    make: async (at) => {
      const rds = new RDSClient(at);
      const { DBClusterParameterGroup } = await rds.send(new CreateDBClusterParameterGroupCommand({ DBClusterParameterGroupName: 'parity-documents', DBParameterGroupFamily: 'docdb5.0', Description: 'own' }));
      await rds.send(new ModifyDBClusterParameterGroupCommand({ DBClusterParameterGroupName: 'parity-documents', Parameters: [{ ParameterName: 'tls', ParameterValue: 'disabled', ApplyMethod: 'pending-reboot' }, { ParameterName: 'audit_logs', ParameterValue: 'enabled', ApplyMethod: 'immediate' }] }));
      return DBClusterParameterGroup?.DBClusterParameterGroupArn ?? '';
    },
  },
  {
    id: 'GraphDatabase',
    type: 'AWS::Neptune::DBInstance',
    properties: { DBInstanceIdentifier: 'parity-graph-1', DBInstanceClass: 'db.r5.large', DBClusterIdentifier: { Ref: 'GraphCluster' }, AutoMinorVersionUpgrade: false },
    make: async (at) => (await new RDSClient(at).send(new CreateDBInstanceCommand({ DBInstanceIdentifier: 'parity-graph-1', DBClusterIdentifier: 'parity-graph', Engine: 'neptune', DBInstanceClass: 'db.r5.large', AutoMinorVersionUpgrade: false }))).DBInstance?.DBInstanceArn ?? '',
    unlike: { DBClusterIdentifier: REFERS },
  },
  {
    id: 'DatabaseSubnets',
    type: 'AWS::RDS::DBSubnetGroup',
    properties: { DBSubnetGroupName: 'parity', DBSubnetGroupDescription: 'apart', SubnetIds: [{ Ref: 'Subnet' }, { Ref: 'OtherSubnet' }] },
    make: async (at, made) => (await new RDSClient(at).send(new CreateDBSubnetGroupCommand({ DBSubnetGroupName: 'parity', DBSubnetGroupDescription: 'apart', SubnetIds: [made.get('Subnet') ?? '', made.get('OtherSubnet') ?? ''] }))).DBSubnetGroup?.DBSubnetGroupArn ?? '',
    unlike: { SubnetIds: REFERS },
  },
  {
    id: 'Proxy',
    type: 'AWS::RDS::DBProxy',
    properties: { DBProxyName: 'parity', EngineFamily: 'POSTGRESQL', RoleArn: role, RequireTLS: false, VpcSubnetIds: [{ Ref: 'Subnet' }, { Ref: 'OtherSubnet' }], Auth: [{ AuthScheme: 'SECRETS', SecretArn: { Ref: 'Secret' }, IAMAuth: 'DISABLED' }] },
    make: async (at, made) => (await new RDSClient(at).send(new CreateDBProxyCommand({ DBProxyName: 'parity', EngineFamily: 'POSTGRESQL', RoleArn: role, RequireTLS: false, VpcSubnetIds: [made.get('Subnet') ?? '', made.get('OtherSubnet') ?? ''], Auth: [{ AuthScheme: 'SECRETS', SecretArn: made.get('Secret'), IAMAuth: 'DISABLED' }] }))).DBProxy?.DBProxyArn ?? '',
    unlike: { VpcSubnetIds: REFERS, 'Auth[0].SecretArn': REFERS },
  },
  {
    id: 'Studio',
    type: 'AWS::SageMaker::Domain',
    properties: { DomainName: 'parity', AuthMode: 'IAM', DefaultUserSettings: { ExecutionRole: role }, VpcId: { Ref: 'Vpc' }, SubnetIds: [{ Ref: 'Subnet' }] },
    make: async (at, made) => (await new SageMakerClient(at).send(new CreateStudio({ DomainName: 'parity', AuthMode: 'IAM', DefaultUserSettings: { ExecutionRole: role }, VpcId: made.get('Vpc'), SubnetIds: [made.get('Subnet') ?? ''] }))).DomainArn ?? '',
    unlike: { VpcId: REFERS, SubnetIds: REFERS, DefaultUserSettings: 'no check asks for them, so that they are not read' },
  },
  {
    id: 'Quality',
    type: 'AWS::SageMaker::DataQualityJobDefinition',
    properties: {
      JobDefinitionName: 'parity',
      RoleArn: role,
      DataQualityAppSpecification: { ImageUri: image },
      DataQualityJobInput: { EndpointInput: { EndpointName: 'e', LocalPath: '/x' } },
      DataQualityJobOutputConfig: { KmsKeyId: key, MonitoringOutputs: [{ S3Output: { S3Uri: 's3://parity-shut/', LocalPath: '/x' } }] },
      JobResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 20 } },
      NetworkConfig: { EnableInterContainerTrafficEncryption: true, EnableNetworkIsolation: false },
    },
    make: async (at) =>
      (
        await new SageMakerClient(at).send(
          new CreateDataQualityJobDefinitionCommand({
            JobDefinitionName: 'parity',
            RoleArn: role,
            DataQualityAppSpecification: { ImageUri: image },
            DataQualityJobInput: { EndpointInput: { EndpointName: 'e', LocalPath: '/x' } },
            DataQualityJobOutputConfig: { KmsKeyId: key, MonitoringOutputs: [{ S3Output: { S3Uri: 's3://parity-shut/', LocalPath: '/x' } }] },
            JobResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.m5.large', VolumeSizeInGB: 20 } },
            NetworkConfig: { EnableInterContainerTrafficEncryption: true, EnableNetworkIsolation: false },
          }),
        )
      ).JobDefinitionArn ?? '',
    unlike: { DataQualityAppSpecification: 'no check asks for it, so that it is not read', DataQualityJobInput: 'likewise', 'DataQualityJobOutputConfig.MonitoringOutputs': 'likewise' },
  },
  {
    id: 'Models',
    type: 'AWS::SageMaker::ModelPackageGroup',
    properties: { ModelPackageGroupName: 'parity', ModelPackageGroupPolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sagemaker:DescribeModelPackage', Resource: '*' }] } },
    make: async (at) => (await new SageMakerClient(at).send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'parity' }))).ModelPackageGroupArn ?? '',
    unlike: { ModelPackageGroupPolicy: 'documents come as text, this one from a fixture: the server keeps none' },
  },
  {
    id: 'Hub',
    type: 'AWS::SecurityHub::Hub',
    properties: { AutoEnableControls: true, ControlFindingGenerator: 'SECURITY_CONTROL' },
    make: async (at) => {
      await new SecurityHubClient(at).send(new EnableSecurityHubCommand({ ControlFindingGenerator: 'SECURITY_CONTROL' }));
      return ':hub/default';
    },
  },
  {
    id: 'Patches',
    type: 'AWS::SSM::PatchBaseline',
    properties: { Name: 'parity', OperatingSystem: 'AMAZON_LINUX_2', Description: 'ours', ApprovalRules: { PatchRules: [{ ApproveAfterDays: 7, ComplianceLevel: 'CRITICAL', EnableNonSecurity: false, PatchFilterGroup: { PatchFilters: [{ Key: 'CLASSIFICATION', Values: ['Security'] }] } }] } },
    // The server lists baselines and tells of none what it approves: a fixture does, the same.
    make: async (at) => `patchbaseline/${(await new SSMClient(at).send(new CreatePatchBaselineCommand({ Name: 'parity', OperatingSystem: 'AMAZON_LINUX_2', Description: 'ours', ApprovalRules: { PatchRules: [{ ApproveAfterDays: 7, ComplianceLevel: 'CRITICAL', EnableNonSecurity: false, PatchFilterGroup: { PatchFilters: [{ Key: 'CLASSIFICATION', Values: ['Security'] }] } }] } }))).BaselineId ?? ''}`,
  },
];
