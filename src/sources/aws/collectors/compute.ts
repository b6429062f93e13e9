/** What runs instances and jobs for others: groups of instances, Batch, Elastic Beanstalk, WorkSpaces. */
import { arnOf, asks, filled, json, list, lower, named, part, pascal, reply, same, text, texts, type Collector } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;

export const compute: readonly Collector[] = [
  {
    service: 'autoscaling',
    type: 'AWS::AutoScaling::AutoScalingGroup',
    list: { ...asks('autoscaling', 'DescribeAutoScalingGroups'), next: MORE, items: (page) => list(page['AutoScalingGroups']) },
    arn: named('AutoScalingGroupARN'),
    name: named('AutoScalingGroupName'),
    properties: (item) => ({
      ...same(item, 'AutoScalingGroupName', 'LaunchTemplate', 'MixedInstancesPolicy', 'HealthCheckType', 'HealthCheckGracePeriod', 'AvailabilityZones', 'CapacityRebalance', 'MaxInstanceLifetime', 'TerminationPolicies'),
      LaunchConfigurationName: filled(item['LaunchConfigurationName']),
      TargetGroupARNs: texts(item['TargetGroupARNs']),
      LoadBalancerNames: texts(item['LoadBalancerNames']),
      MinSize: String(item['MinSize'] ?? ''),
      MaxSize: String(item['MaxSize'] ?? ''),
      VPCZoneIdentifier: (text(item['VPCZoneIdentifier']) ?? '').split(',').filter((subnet) => subnet !== ''),
      Tags: list(item['Tags']).map((tag) => part(tag, 'Key', 'Value', 'PropagateAtLaunch') ?? null),
    }),
  },
  {
    service: 'autoscaling',
    type: 'AWS::AutoScaling::LaunchConfiguration',
    list: { ...asks('autoscaling', 'DescribeLaunchConfigurations'), next: MORE, items: (page) => list(page['LaunchConfigurations']) },
    arn: named('LaunchConfigurationARN'),
    name: named('LaunchConfigurationName'),
    properties: (item) => ({
      ...same(item, 'LaunchConfigurationName', 'ImageId', 'InstanceType', 'AssociatePublicIpAddress', 'EbsOptimized', 'PlacementTenancy'),
      UserData: filled(item['UserData']),
      IamInstanceProfile: filled(item['IamInstanceProfile']),
      KeyName: filled(item['KeyName']),
      SecurityGroups: texts(item['SecurityGroups']),
      MetadataOptions: part(item['MetadataOptions'], 'HttpTokens', 'HttpEndpoint', 'HttpPutResponseHopLimit'),
      InstanceMonitoring: json(reply(item['InstanceMonitoring'])['Enabled']),
      BlockDeviceMappings: list(item['BlockDeviceMappings']).map((device) => ({ ...(part(device, 'DeviceName', 'VirtualName', 'NoDevice')), Ebs: part(device['Ebs'], 'SnapshotId', 'VolumeType', 'VolumeSize', 'Encrypted', 'Iops', 'Throughput', 'DeleteOnTermination') ?? null })),
    }),
  },
  {
    service: 'batch',
    type: 'AWS::Batch::JobDefinition',
    list: { ...asks('batch', 'DescribeJobDefinitions'), input: { status: 'ACTIVE' }, next: more, items: (page) => list(page['jobDefinitions']) },
    arn: named('jobDefinitionArn'),
    name: (item) => `${text(item['jobDefinitionName']) ?? ''}:${String(item['revision'] ?? '')}`,
    properties: (item) => ({ ...lower(item, 'JobDefinitionName', 'Type', 'ContainerProperties', 'PlatformCapabilities', 'Timeout', 'RetryStrategy', 'PropagateTags', 'EcsProperties'), NodeProperties: pascal(item['nodeProperties']), Tags: json(item['tags'] ?? {}) }),
  },
  {
    service: 'batch',
    type: 'AWS::Batch::ComputeEnvironment',
    list: { ...asks('batch', 'DescribeComputeEnvironments'), next: more, items: (page) => list(page['computeEnvironments']) },
    arn: named('computeEnvironmentArn'),
    name: named('computeEnvironmentName'),
    properties: (item) => {
      const { type, subnets, securityGroupIds, instanceRole, instanceTypes, minvCpus, maxvCpus } = reply(item['computeResources']);
      return { ...lower(item, 'ComputeEnvironmentName', 'Type', 'State', 'ServiceRole'), ComputeResources: item['computeResources'] === undefined ? undefined : pascal({ type, subnets, securityGroupIds, instanceRole, instanceTypes, minvCpus, maxvCpus }), Tags: json(item['tags'] ?? {}) };
    },
  },
  {
    service: 'elasticbeanstalk',
    type: 'AWS::ElasticBeanstalk::Environment',
    list: { ...asks('elasticbeanstalk', 'DescribeEnvironments'), input: { IncludeDeleted: false }, next: MORE, items: (page) => list(page['Environments']) },
    arn: named('EnvironmentArn'),
    name: named('EnvironmentName'),
    properties: (item) => ({ ...same(item, 'EnvironmentName', 'ApplicationName', 'PlatformArn', 'SolutionStackName', 'VersionLabel', 'Description', 'OperationsRole'), Tier: part(item['Tier'], 'Name', 'Type', 'Version') }),
    facts: (item) => same(item, 'CNAME', 'Health', 'Status'),
    reads: [
      {
        ...asks('elasticbeanstalk', 'DescribeConfigurationSettings'),
        input: (item) => ({ ApplicationName: item['ApplicationName'], EnvironmentName: item['EnvironmentName'] }),
        fills: ['OptionSettings'],
        value: (page) => ({ OptionSettings: list(list(page['ConfigurationSettings'])[0]?.['OptionSettings']).map((one) => part(one, 'Namespace', 'OptionName', 'Value', 'ResourceName') ?? null) }),
      },
    ],
  },
  {
    service: 'workspaces',
    type: 'AWS::WorkSpaces::Workspace',
    list: { ...asks('workspaces', 'DescribeWorkspaces'), next: MORE, items: (page) => list(page['Workspaces']) },
    arn: (item, place) => arnOf(place, 'workspaces', `workspace/${text(item['WorkspaceId']) ?? ''}`),
    name: named('WorkspaceId'),
    properties: (item) => ({ ...same(item, 'DirectoryId', 'BundleId', 'UserName', 'RootVolumeEncryptionEnabled', 'UserVolumeEncryptionEnabled', 'VolumeEncryptionKey'), WorkspaceProperties: part(item['WorkspaceProperties'], 'ComputeTypeName', 'RunningMode', 'RootVolumeSizeGib', 'UserVolumeSizeGib') }),
    facts: (item) => same(item, 'State'),
  },
];
