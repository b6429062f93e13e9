/** Registries, clusters and what runs in them. */
import { json, list, lower, pairs, pascal, reply, same, text, texts, type Collector, type ListRow, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'nextToken', in: 'nextToken' } as const;
const byName = (item: Reply): Reply => ({ repositoryName: item['repositoryName'] });
const policyGone = ['RepositoryPolicyNotFoundException'];

const clusters: ListRow = { command: 'ListClustersCommand', permission: 'ecs:ListClusters', next: MORE, items: (page) => texts(page['clusterArns']).map((clusterArn) => ({ clusterArn })) };
const services: ListRow = {
  command: 'ListServicesCommand',
  permission: 'ecs:ListServices',
  next: MORE,
  over: { list: clusters, input: ([cluster = {}]) => ({ cluster: cluster['clusterArn'], maxResults: 100 }) },
  items: (page, [cluster = {}]) => texts(page['serviceArns']).map((serviceArn) => ({ serviceArn, cluster: cluster['clusterArn'] })),
};
const names = (command: string, permission: string, out: string, as: string, over?: ListRow['over']): ListRow => ({ command, permission, next: MORE, over, items: (page, [above = {}]) => texts(page[out]).map((name) => ({ ...above, [as]: name })) });
const eksClusters = names('ListClustersCommand', 'eks:ListClusters', 'clusters', 'cluster');

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Failure.html */
const failures = (page: Reply): readonly string[] => list(page['failures']).map((one) => text(one['arn']) ?? '');

/** A container as the schema writes it: environment files are `EnvironmentFiles`, the rest differs by its capital letters alone. */
const containers = (definition: Reply): ReturnType<typeof pascal> => pascal(definition['containerDefinitions'] ?? []);

const volumes = (definition: Reply): ReturnType<typeof pascal> =>
  list(definition['volumes']).map((volume) => {
    const { efsVolumeConfiguration: efs, fsxWindowsFileServerVolumeConfiguration: fsx, ...rest } = volume;
    const { fileSystemId, authorizationConfig, ...more } = reply(efs);
    const iam = reply(authorizationConfig);
    return {
      ...(pascal(rest) as object),
      ...(efs === undefined ? {} : { EFSVolumeConfiguration: { ...(pascal(more) as object), FilesystemId: json(fileSystemId) ?? null, AuthorizationConfig: { AccessPointId: json(iam['accessPointId']) ?? null, IAM: json(iam['iam']) ?? null } } }),
      ...(fsx === undefined ? {} : { FSxWindowsFileServerVolumeConfiguration: pascal(fsx) ?? null }),
    };
  });

/** The image that was pushed last, with what a scan of it found; null: there is none. Older ones are history that nobody should run. */
function newest(images: readonly Reply[]): Json {
  const pushed = (image: Reply): number => (image['imagePushedAt'] instanceof Date ? image['imagePushedAt'].getTime() : 0);
  const image = images.reduce<Reply | undefined>((best, one) => (best === undefined || pushed(one) > pushed(best) ? one : best), undefined);
  if (image === undefined) return null;
  const findings = image['imageScanFindingsSummary'];
  const { CRITICAL = 0, HIGH = 0 } = reply(reply(findings)['findingSeverityCounts']);
  return {
    Digest: json(image['imageDigest']) ?? null,
    Tags: json(image['imageTags']) ?? [],
    ...(findings === undefined ? {} : { Critical: json(CRITICAL) ?? null, High: json(HIGH) ?? null, ScannedAt: json(reply(findings)['imageScanCompletedAt']) ?? null }),
  };
}

export const containerServices: readonly Collector[] = [
  {
    service: 'ecr',
    type: 'AWS::ECR::Repository',
    list: { command: 'DescribeRepositoriesCommand', permission: 'ecr:DescribeRepositories', next: MORE, items: (page) => list(page['repositories']) },
    arn: (item) => text(item['repositoryArn']) ?? '',
    name: (item) => text(item['repositoryName']) ?? '',
    properties: (item) => ({ ...lower(item, 'RepositoryName', 'ImageTagMutability', 'ImageScanningConfiguration', 'EncryptionConfiguration'), ImageTagMutabilityExclusionFilters: list(item['imageTagMutabilityExclusionFilters']).map((one) => ({ ImageTagMutabilityExclusionFilterType: json(one['filterType']) ?? null, ImageTagMutabilityExclusionFilterValue: json(one['filter']) ?? null })) }),
    reads: [
      { command: 'GetRepositoryPolicyCommand', permission: 'ecr:GetRepositoryPolicy', input: byName, fills: ['RepositoryPolicyText'], unset: policyGone, value: (page) => ({ RepositoryPolicyText: json(page['policyText']) }) },
      { command: 'GetLifecyclePolicyCommand', permission: 'ecr:GetLifecyclePolicy', input: byName, fills: ['LifecyclePolicy'], unset: ['LifecyclePolicyNotFoundException'], value: (page) => ({ LifecyclePolicy: { LifecyclePolicyText: json(page['lifecyclePolicyText']) ?? null } }) },
      { command: 'ListTagsForResourceCommand', permission: 'ecr:ListTagsForResource', input: (item) => ({ resourceArn: item['repositoryArn'] }), fills: ['Tags'], value: (page) => ({ Tags: pairs(page['tags']) }) },
      { command: 'DescribeImagesCommand', permission: 'ecr:DescribeImages', input: (item) => ({ ...byName(item), maxResults: 1000 }), next: MORE, fills: ['NewestImage'], facts: ['NewestImage'], value: (page) => ({ NewestImage: newest(list(page['imageDetails'])) }) },
    ],
  },
  {
    service: 'ecr',
    type: 'AWS::ECR::RegistryPolicy',
    list: { command: 'GetRegistryPolicyCommand', permission: 'ecr:GetRegistryPolicy', unset: ['RegistryPolicyNotFoundException'], items: (page) => [page] },
    arn: (_, { partition, account, region }) => `arn:${partition}:ecr:${region}:${account}:registry-policy`,
    name: () => 'registry policy',
    properties: (item) => ({ PolicyText: json(item['policyText']) }),
  },
  {
    service: 'ecs',
    type: 'AWS::ECS::Cluster',
    list: {
      command: 'DescribeClustersCommand',
      permission: 'ecs:DescribeClusters',
      over: { list: clusters, atOnce: 100, input: (items) => ({ clusters: items.map((item) => item['clusterArn']), include: ['SETTINGS', 'CONFIGURATIONS', 'TAGS'] }) },
      items: (page) => list(page['clusters']),
      missed: failures,
    },
    arn: (item) => text(item['clusterArn']) ?? '',
    name: (item) => text(item['clusterName']) ?? '',
    properties: (item) => ({ ...lower(item, 'ClusterName', 'CapacityProviders', 'Configuration'), ClusterSettings: pascal(item['settings'] ?? []), Tags: pairs(item['tags'] ?? []) }),
  },
  {
    service: 'ecs',
    type: 'AWS::ECS::Service',
    list: {
      command: 'DescribeServicesCommand',
      permission: 'ecs:DescribeServices',
      over: { list: services, atOnce: 10, by: (item) => text(item['cluster']) ?? '', input: (items) => ({ cluster: items[0]?.['cluster'], services: items.map((item) => item['serviceArn']), include: ['TAGS'] }) },
      items: (page) => list(page['services']),
      missed: failures,
    },
    arn: (item) => text(item['serviceArn']) ?? '',
    name: (item) => text(item['serviceName']) ?? '',
    properties: (item) => ({
      ...lower(item, 'ServiceName', 'TaskDefinition', 'LaunchType', 'CapacityProviderStrategy', 'PlatformVersion', 'NetworkConfiguration', 'EnableExecuteCommand', 'EnableECSManagedTags', 'DesiredCount', 'LoadBalancers', 'PropagateTags', 'SchedulingStrategy', 'DeploymentConfiguration'),
      Cluster: json(item['clusterArn']),
      Tags: pairs(item['tags'] ?? []),
    }),
  },
  {
    service: 'ecs',
    type: 'AWS::ECS::TaskDefinition',
    // Of each family the newest active revision: older ones run only where a service says so, and there may be thousands.
    list: {
      command: 'DescribeTaskDefinitionCommand',
      permission: 'ecs:DescribeTaskDefinition',
      over: { list: { ...names('ListTaskDefinitionFamiliesCommand', 'ecs:ListTaskDefinitionFamilies', 'families', 'family'), input: { status: 'ACTIVE' } }, input: ([item = {}]) => ({ taskDefinition: item['family'], include: ['TAGS'] }) },
      items: (page) => [{ ...reply(page['taskDefinition']), tags: page['tags'] }],
    },
    arn: (item) => text(item['taskDefinitionArn']) ?? '',
    name: (item) => text(item['family']) ?? '',
    properties: (item) => ({
      ...lower(item, 'Family', 'TaskRoleArn', 'ExecutionRoleArn', 'NetworkMode', 'IpcMode', 'PidMode', 'Cpu', 'Memory', 'RequiresCompatibilities', 'RuntimePlatform', 'EphemeralStorage', 'EnableFaultInjection'),
      ContainerDefinitions: containers(item),
      Volumes: volumes(item),
      Tags: pairs(item['tags'] ?? []),
    }),
  },
  {
    service: 'eks',
    type: 'AWS::EKS::Cluster',
    list: { command: 'DescribeClusterCommand', permission: 'eks:DescribeCluster', over: { list: eksClusters, input: ([item = {}]) => ({ name: item['cluster'] }) }, items: (page) => [reply(page['cluster'])] },
    arn: (item) => text(item['arn']) ?? '',
    name: (item) => text(item['name']) ?? '',
    properties: (item) => {
      const vpc = reply(item['resourcesVpcConfig']);
      const enabled = list(reply(item['logging'])['clusterLogging']).flatMap((one) => (one['enabled'] === true ? texts(one['types']) : []));
      return {
        ...lower(item, 'Name', 'Version', 'RoleArn', 'EncryptionConfig', 'KubernetesNetworkConfig', 'UpgradePolicy', 'ComputeConfig', 'DeletionProtection'),
        AccessConfig: pascal(item['accessConfig']),
        Logging: { ClusterLogging: { EnabledTypes: enabled.map((Type) => ({ Type })) } },
        ResourcesVpcConfig: { EndpointPublicAccess: json(vpc['endpointPublicAccess']) ?? null, EndpointPrivateAccess: json(vpc['endpointPrivateAccess']) ?? null, PublicAccessCidrs: texts(vpc['publicAccessCidrs']), SecurityGroupIds: texts(vpc['securityGroupIds']), SubnetIds: texts(vpc['subnetIds']) },
        Tags: pairs(item['tags'] ?? {}),
      };
    },
    facts: (item) => same(item, 'platformVersion', 'status'),
  },
  {
    service: 'eks',
    type: 'AWS::EKS::Nodegroup',
    list: {
      command: 'DescribeNodegroupCommand',
      permission: 'eks:DescribeNodegroup',
      over: {
        list: names('ListNodegroupsCommand', 'eks:ListNodegroups', 'nodegroups', 'nodegroup', { list: eksClusters, input: ([item = {}]) => ({ clusterName: item['cluster'] }) }),
        input: ([item = {}]) => ({ clusterName: item['cluster'], nodegroupName: item['nodegroup'] }),
      },
      items: (page) => [reply(page['nodegroup'])],
    },
    arn: (item) => text(item['nodegroupArn']) ?? '',
    name: (item) => text(item['nodegroupName']) ?? '',
    properties: (item) => {
      const access = item['remoteAccess'];
      return {
        ...lower(item, 'NodegroupName', 'ClusterName', 'Version', 'ReleaseVersion', 'AmiType', 'NodeRole', 'Subnets', 'InstanceTypes', 'ScalingConfig', 'DiskSize', 'CapacityType', 'Labels', 'LaunchTemplate', 'UpdateConfig'),
        RemoteAccess: access === undefined ? undefined : { Ec2SshKey: json(reply(access)['ec2SshKey']) ?? null, SourceSecurityGroups: Array.isArray(reply(access)['sourceSecurityGroups']) ? texts(reply(access)['sourceSecurityGroups']) : null },
        Tags: json(item['tags'] ?? {}),
      };
    },
  },
];
