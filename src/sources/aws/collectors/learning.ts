/** Notebooks, domains, models and what judges them. */
import { asks, json, list, named, part, reply, same, type Collector, type ListRow } from '../collector.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
/** A list tells names; what a thing is, its description. `from`: the name in the list, `to`: in the question. */
const described = (what: string, plural: string, member: string, from: string, to = from): ListRow => ({
  ...asks('sagemaker', `Describe${what}`),
  over: { list: { ...asks('sagemaker', `List${plural}`), next: MORE, items: (page) => list(page[member]) }, input: ([item = {}]) => ({ [to]: item[from] }) },
  items: (page) => [page],
});

export const learning: readonly Collector[] = [
  {
    service: 'sagemaker',
    type: 'AWS::SageMaker::NotebookInstance',
    list: described('NotebookInstance', 'NotebookInstances', 'NotebookInstances', 'NotebookInstanceName'),
    arn: named('NotebookInstanceArn'),
    name: named('NotebookInstanceName'),
    properties: (item) => ({
      ...same(item, 'NotebookInstanceName', 'InstanceType', 'RoleArn', 'SubnetId', 'KmsKeyId', 'DirectInternetAccess', 'RootAccess', 'VolumeSizeInGB', 'PlatformIdentifier'),
      SecurityGroupIds: json(item['SecurityGroups']) ?? [],
      InstanceMetadataServiceConfiguration: part(item['InstanceMetadataServiceConfiguration'], 'MinimumInstanceMetadataServiceVersion'),
    }),
  },
  {
    service: 'sagemaker',
    type: 'AWS::SageMaker::Domain',
    list: described('Domain', 'Domains', 'Domains', 'DomainId'),
    arn: named('DomainArn'),
    name: named('DomainName'),
    properties: (item) => ({ ...same(item, 'DomainName', 'AuthMode', 'KmsKeyId', 'VpcId', 'SubnetIds', 'AppNetworkAccessType') }),
  },
  {
    service: 'sagemaker',
    type: 'AWS::SageMaker::Model',
    list: described('Model', 'Models', 'Models', 'ModelName'),
    arn: named('ModelArn'),
    name: named('ModelName'),
    properties: (item) => ({ ...same(item, 'ModelName', 'ExecutionRoleArn'), EnableNetworkIsolation: json(item['EnableNetworkIsolation']) ?? false, VpcConfig: part(item['VpcConfig'], 'Subnets', 'SecurityGroupIds') }),
  },
  {
    service: 'sagemaker',
    type: 'AWS::SageMaker::EndpointConfig',
    list: described('EndpointConfig', 'EndpointConfigs', 'EndpointConfigs', 'EndpointConfigName'),
    arn: named('EndpointConfigArn'),
    name: named('EndpointConfigName'),
    properties: (item) => same(item, 'EndpointConfigName', 'KmsKeyId', 'EnableNetworkIsolation'),
  },
  {
    service: 'sagemaker',
    type: 'AWS::SageMaker::DataQualityJobDefinition',
    list: described('DataQualityJobDefinition', 'DataQualityJobDefinitions', 'JobDefinitionSummaries', 'MonitoringJobDefinitionName', 'JobDefinitionName'),
    arn: named('JobDefinitionArn'),
    name: named('JobDefinitionName'),
    properties: (item) => {
      const network = reply(item['NetworkConfig']);
      const output = reply(item['DataQualityJobOutputConfig']);
      return {
        ...same(item, 'JobDefinitionName', 'RoleArn'),
        NetworkConfig: { ...(part(network, 'EnableNetworkIsolation', 'EnableInterContainerTrafficEncryption')), VpcConfig: part(network['VpcConfig'], 'Subnets', 'SecurityGroupIds') ?? null },
        JobResources: { ClusterConfig: part(reply(item['JobResources'])['ClusterConfig'], 'InstanceCount', 'InstanceType', 'VolumeSizeInGB', 'VolumeKmsKeyId') ?? null },
        DataQualityJobOutputConfig: { KmsKeyId: json(output['KmsKeyId']) ?? null },
      };
    },
  },
  {
    service: 'sagemaker',
    type: 'AWS::SageMaker::ModelPackageGroup',
    list: { ...asks('sagemaker', 'ListModelPackageGroups'), next: MORE, items: (page) => list(page['ModelPackageGroupSummaryList']) },
    arn: named('ModelPackageGroupArn'),
    name: named('ModelPackageGroupName'),
    properties: (item) => same(item, 'ModelPackageGroupName', 'ModelPackageGroupDescription'),
    reads: [{ ...asks('sagemaker', 'GetModelPackageGroupPolicy'), input: (item) => ({ ModelPackageGroupName: item['ModelPackageGroupName'] }), fills: ['ModelPackageGroupPolicy'], unset: ['NoResourcePolicyException'], value: (page) => ({ ModelPackageGroupPolicy: json(page['ResourcePolicy']) }) }],
  },
];
