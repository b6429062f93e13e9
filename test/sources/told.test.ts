/** What accounts are told of what checks ask, and of all else: nothing is absent only because a collector does not say it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { links } from '../../src/graph/links.js';
import { at } from '../../src/model/index.js';
import { movers } from '../../src/responsibility/movers.js';
import { loadSchemas, type TypeSchema } from '../../src/schema/aws/index.js';
import { collectors } from '../../src/sources/aws/collectors/index.js';
import type { Collector, Reply } from '../../src/sources/aws/collector.js';
import { Reader } from '../../src/sources/aws/reader.js';
import { others, told as table } from '../../src/sources/aws/told.js';
import { allTold, type Told } from '../../tools/gen/told.js';
import { asked } from '../../tools/gen/data/asked.js';

/** What checks ask of a type and no account tells, and why; it is unknown there. */
const UNTOLD: Readonly<Record<string, string>> = {
  'AWS::SSM::MaintenanceWindowTask TaskInvocationParameters': 'whether machines are patched is asked of what they report, not of what is planned',
  'AWS::EC2::Instance BlockDeviceMappings': 'the disks of a running machine are volumes, which have verdicts of their own: the check does not ask it of accounts',
  'AWS::SSM::Parameter Value': 'it may be a secret, and is never asked for',
  'AWS::RDS::DBInstance DBSnapshotIdentifier': 'an instance does not tell what it was made from',
  'AWS::RDS::DBInstance SourceDBClusterIdentifier': 'an instance that reads along with a cluster tells it as its source instance does',
  'AWS::RDS::DBCluster SnapshotIdentifier': 'a cluster does not tell what it was made from',
  'AWS::RDS::DBCluster SourceDBClusterIdentifier': 'likewise',
  'Demarc::EC2::Image Encrypted': 'images of an account tell it of each device',
  'Demarc::EC2::Image KmsKeyId': 'images of an account are of snapshots, which tell their key',
  'Demarc::EC2::Image BlockDeviceMappings.Ebs.SnapshotId': 'every device of an image is of a snapshot: whether that is encrypted is told beside it',
};

/** What links and movers of the line ask and no account tells, and why. */
const UNLINKED: Readonly<Record<string, string>> = {
  'AWS::Backup::BackupSelection BackupSelection.Resources': 'told of those that choose by nothing else, which a reply filled to the brim does',
  'AWS::ElastiCache::ReplicationGroup SecurityGroupIds': 'its members tell theirs',
  'AWS::Events::Rule Targets.EcsParameters.NetworkConfiguration.AwsVpcConfiguration.SecurityGroups': 'targets take a call for each rule, and no check asks for them',
};

/** What is said to be absent of every account, and why that is so. */
const ABSENT: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi Body': 'what it was made from is not kept: its methods are resources of their own',
  'AWS::ApiGateway::RestApi BodyS3Location': 'likewise',
  'AWS::ApiGatewayV2::Api Body': 'likewise',
  'AWS::DMS::Endpoint Password': 'nobody is told',
  'AWS::DocDB::DBCluster MasterUserPassword': 'nobody is told',
  'AWS::EC2::Instance SecurityGroups': 'told by their ids',
  'AWS::EC2::Instance LaunchTemplate': 'what it was made from: its own settings are told',
  'AWS::GuardDuty::Detector DataSources': 'told as features',
  'AWS::Lambda::Function Code.ImageUri': 'of functions that are no images',
  'AWS::RDS::DBCluster MasterUserPassword': 'nobody is told',
  'AWS::RDS::DBInstance MasterUserPassword': 'nobody is told',
  'AWS::Redshift::Cluster MasterUserPassword': 'nobody is told',
  'AWS::S3::Bucket AccessControl': 'the canned list that was asked for is gone once it is set: what it granted is a fact',
  'AWS::SecretsManager::Secret SecretString': 'it is never asked for',
  'Demarc::EC2::Image IsCopy': 'an image is judged by its devices, whatever it was made from',
  'Demarc::EC2::Snapshot SourceSnapshotId': 'likewise, by its own encryption',
};

/** What replies hold and the schema does not, at the time that its package is of. */
const BEYOND: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::DomainName EndpointConfiguration.VpcEndpointIds': 'of REST APIs alone',
  'AWS::Batch::JobDefinition NodeProperties.NodeRangeProperties.Container.FargatePlatformConfiguration': 'jobs of several nodes do not run on Fargate',
  'AWS::Batch::JobDefinition NodeProperties.NodeRangeProperties.Container.NetworkConfiguration': 'likewise',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.InstanceRequirements.RequireEncryptionInTransit': 'newer than the schema',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.MetadataOptions.State': 'whether a change is under way',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.Monitoring.MetricCategoryIds': 'newer than the schema',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.NetworkInterfaces.Ipv6Addresses.IsPrimaryIpv6': 'of running interfaces',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.Operator': 'the service that manages it',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.Placement.AvailabilityZoneId': 'newer than the schema',
  'AWS::EC2::LaunchTemplate LaunchTemplateData.SecondaryInterfaces': 'newer than the schema',
  'AWS::ECS::TaskDefinition ContainerDefinitions.ResourceRequirements.SharingStrategy': 'newer than the schema',
  'AWS::EKS::Cluster KubernetesNetworkConfig.ElasticLoadBalancing.GatewayApi': 'newer than the schema',
  'AWS::ElasticLoadBalancingV2::Listener MutualAuthentication.TrustStoreAssociationStatus': 'whether it is still there',
  'AWS::Lambda::Function Environment.Error': 'why values could not be told',
  'AWS::Lambda::Function VpcConfig.VpcId': 'it follows from the subnets',
  'AWS::WAFv2::RuleGroup Rules.OverrideAction': 'the API has one form for all rules; of a group in a group there is none',
  'AWS::WAFv2::RuleGroup Rules.Statement.ManagedRuleGroupStatement': 'likewise',
  'AWS::WAFv2::RuleGroup Rules.Statement.RuleGroupReferenceStatement': 'likewise',
  ...Object.fromEntries(['AllQueryArguments', 'Body', 'Cookies', 'HeaderOrder', 'Headers', 'JA3Fingerprint', 'JA4Fingerprint', 'SingleQueryArgument', 'UriFragment'].map((name) => [`AWS::WAFv2::LoggingConfiguration RedactedFields.${name}`, 'the API has one form for all that looks at a request, of which logs redact four parts'])),
};

describe('collectors, over replies filled to the brim', () => {
  let told: ReadonlyMap<string, Told>;
  let schemas: ReadonlyMap<string, TypeSchema>;
  beforeAll(async () => {
    told = await allTold();
    schemas = await loadSchemas(told.keys());
  }, 60_000);

  const prefixes = (path: string): readonly string[] => path.split('.').map((_, i, steps) => steps.slice(0, i + 1).join('.'));

  it('tell all that checks ask', () => {
    const untold = [...told].flatMap(([type, { paths, facts, absent }]) => {
      const schema = schemas.get(type);
      const answered = (path: string): boolean => {
        const [top = ''] = prefixes(path);
        if (UNTOLD[`${type} ${path}`] !== undefined) return true;
        if (path.startsWith('#')) return facts.has(path.slice(1));
        // A check of several types asks each for what the others have: it is said to be absent.
        if ((others[type] ?? '').split(' ').includes(top)) return true;
        if (prefixes(path).some((one) => absent.has(one) || UNTOLD[`${type} ${one}`] !== undefined)) return true;
        // Of what no schema describes, what is inside of a document.
        return paths.has(path) || (schema === undefined && prefixes(path).some((one) => paths.has(one) && ![...paths].some((other) => other.startsWith(`${one}.`))));
      };
      return (asked[type] ?? '').split(' ').filter((path) => path !== '' && !answered(path)).map((path) => `${type} ${path}`);
    });
    expect(untold).toEqual([]);
    const stale = Object.keys(UNTOLD).filter((one) => {
      const [type = '', path = ''] = one.split(' ');
      return (path.startsWith('#') ? told.get(type)?.facts.has(path.slice(1)) : told.get(type)?.paths.has(path)) !== false || !(asked[type] ?? '').split(' ').includes(path);
    });
    expect(stale).toEqual([]);
  });

  it('tell what resources are linked by, and what moves the line', () => {
    const asks = [...[...links].flatMap(([type, rows]) => rows.map(({ path }) => [type, path.replaceAll('[]', '')] as const)), ...movers.map(({ on, attribute }) => [on, attribute] as const)];
    const untold = asks.flatMap(([type, path]) => {
      const said = told.get(type);
      return said === undefined || said.paths.has(path) || prefixes(path).some((one) => said.absent.has(one)) || said.facts.has(path) ? [] : [`${type} ${path}`];
    });
    expect([...new Set(untold)].filter((one) => UNLINKED[one] === undefined).sort()).toEqual([]);
    expect(Object.keys(UNLINKED).filter((one) => !untold.includes(one))).toEqual([]);
  });

  it('say to be absent only what is', () => {
    const own = (type: string, path: string): boolean => !(others[type] ?? '').split(' ').includes(path);
    expect([...told].flatMap(([type, { absent }]) => [...absent].filter((path) => own(type, path)).map((path) => `${type} ${path}`)).sort()).toEqual(Object.keys(ABSENT).sort());
  });

  it('name everything as the schema does', () => {
    expect([...told].flatMap(([type, { strange }]) => [...strange].map((path) => `${type} ${path}`)).sort()).toEqual(Object.keys(BEYOND).sort());
  });

  it('are all asked', () => {
    const types = collectors.filter(({ service }) => service !== 'cloudcontrol').flatMap(({ type, makes = [] }) => [type, ...makes.map((one) => one.type)]);
    expect([...new Set(types)].filter((type) => !told.has(type))).toEqual([]);
  });

  it('leave open what they tell in part', async () => {
    const collector = (type: string, properties: Collector['properties']): Collector => ({ service: 'ec2', type, list: { command: 'DescribeInstancesCommand', permission: 'ec2:DescribeInstances', items: (page) => [page] }, arn: () => 'arn:aws:ec2:us-east-1:111122223333:instance/i-1', name: () => 'i-1', properties });
    const answers = (page: Reply) => ({ calls: 0, home: () => Promise.resolve('us-east-1'), end: () => Promise.resolve(), send: () => Promise.resolve(page) });
    const reader = new Reader(answers({}), 'aws:111122223333');
    await reader.collect(collector('AWS::EC2::Instance', () => ({ MetadataOptions: { HttpTokens: 'required' }, NetworkInterfaces: [{ DeviceIndex: '0' }] })), { partition: 'aws', account: '111122223333', region: 'us-east-1' });
    const [{ arguments: properties } = { arguments: undefined }] = reader.resources;
    expect(table['AWS::EC2::Instance']?.['MetadataOptions']?.split(' ')).not.toContain('HttpProtocolIpv6');
    const options = at(properties, 'MetadataOptions');
    // What is told of it and was not said is absent; what is not told is not known.
    expect(at(options, 'HttpTokens')).toMatchObject({ kind: 'scalar', value: 'required' });
    expect(at(options, 'HttpEndpoint')).toMatchObject({ kind: 'scalar', value: null });
    expect(at(options, 'HttpProtocolIpv6')).toBeUndefined();
    expect(options).toMatchObject({ open: { kind: 'not-collected' } });
    expect(at(properties, 'NetworkInterfaces', 0)).toMatchObject({ open: { kind: 'not-collected' } });
  });
});
