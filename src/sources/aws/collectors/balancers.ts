/** Load balancers of both generations. */
import { json, list, reply, same, tags, text, texts, type Collector, type ListRow, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'NextMarker', in: 'Marker' } as const;
const loadBalancers: ListRow = { command: 'DescribeLoadBalancersCommand', permission: 'elasticloadbalancing:DescribeLoadBalancers', next: MORE, items: (page) => list(page['LoadBalancers']) };
/** Tags come for up to twenty at a time; one at a time keeps a failure where it belongs. */
const tagsOf = (id: string) => ({ command: 'DescribeTagsCommand', permission: 'elasticloadbalancing:DescribeTags', input: (item: Reply) => ({ ResourceArns: [item[id]] }), fills: ['Tags'], value: (page: Reply) => ({ Tags: tags(list(page['TagDescriptions'])[0]?.['Tags'] ?? []) }) });

/** Actions without the client's secret, which is never told. */
const actions = (value: unknown): Json => list(value).map((action) => json(action) ?? null);

export const balancers: readonly Collector[] = [
  {
    service: 'elbv2',
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    list: loadBalancers,
    arn: (item) => text(item['LoadBalancerArn']) ?? '',
    name: (item) => text(item['LoadBalancerName']) ?? '',
    properties: (item) => ({
      ...same(item, 'Type', 'Scheme', 'IpAddressType', 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic'),
      Name: json(item['LoadBalancerName']),
      SecurityGroups: texts(item['SecurityGroups']),
      Subnets: list(item['AvailabilityZones']).flatMap((zone) => text(zone['SubnetId']) ?? []),
      SubnetMappings: list(item['AvailabilityZones']).flatMap((zone) => list(zone['LoadBalancerAddresses']).map((address) => ({ SubnetId: json(zone['SubnetId']) ?? null, AllocationId: json(address['AllocationId']) ?? null }))),
    }),
    facts: (item) => same(item, 'DNSName', 'VpcId'),
    reads: [
      { command: 'DescribeLoadBalancerAttributesCommand', permission: 'elasticloadbalancing:DescribeLoadBalancerAttributes', input: (item) => ({ LoadBalancerArn: item['LoadBalancerArn'] }), fills: ['LoadBalancerAttributes'], value: (page) => ({ LoadBalancerAttributes: tags(page['Attributes'] ?? []) }) },
      tagsOf('LoadBalancerArn'),
    ],
  },
  {
    service: 'elbv2',
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    list: {
      command: 'DescribeListenersCommand',
      permission: 'elasticloadbalancing:DescribeListeners',
      next: MORE,
      over: { list: loadBalancers, input: ([item = {}]) => ({ LoadBalancerArn: item['LoadBalancerArn'] }) },
      items: (page) => list(page['Listeners']),
    },
    arn: (item) => text(item['ListenerArn']) ?? '',
    name: (item) => `${text(item['Protocol']) ?? ''}:${String(item['Port'] ?? '')}`,
    properties: (item) => ({ ...same(item, 'LoadBalancerArn', 'Port', 'Protocol', 'SslPolicy', 'AlpnPolicy', 'MutualAuthentication'), Certificates: list(item['Certificates']).map((one) => ({ CertificateArn: json(one['CertificateArn']) ?? null })), DefaultActions: actions(item['DefaultActions']) }),
  },
  {
    service: 'elbv2',
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    list: { command: 'DescribeTargetGroupsCommand', permission: 'elasticloadbalancing:DescribeTargetGroups', next: MORE, items: (page) => list(page['TargetGroups']) },
    arn: (item) => text(item['TargetGroupArn']) ?? '',
    name: (item) => text(item['TargetGroupName']) ?? '',
    properties: (item) => ({
      ...same(item, 'Protocol', 'ProtocolVersion', 'Port', 'VpcId', 'TargetType', 'HealthCheckEnabled', 'HealthCheckPath', 'HealthCheckPort', 'HealthCheckProtocol', 'HealthCheckIntervalSeconds', 'HealthCheckTimeoutSeconds', 'HealthyThresholdCount', 'Matcher', 'IpAddressType'),
      Name: json(item['TargetGroupName']),
      UnhealthyThresholdCount: json(item['UnhealthyThresholdCount']),
    }),
    facts: (item) => same(item, 'LoadBalancerArns'),
    reads: [
      { command: 'DescribeTargetGroupAttributesCommand', permission: 'elasticloadbalancing:DescribeTargetGroupAttributes', input: (item) => ({ TargetGroupArn: item['TargetGroupArn'] }), fills: ['TargetGroupAttributes'], value: (page) => ({ TargetGroupAttributes: tags(page['Attributes'] ?? []) }) },
      tagsOf('TargetGroupArn'),
    ],
  },
  {
    service: 'elb',
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    list: { command: 'DescribeLoadBalancersCommand', permission: 'elasticloadbalancing:DescribeLoadBalancers', next: MORE, items: (page) => list(page['LoadBalancerDescriptions']) },
    arn: (item, { partition, account, region }) => `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${text(item['LoadBalancerName']) ?? ''}`,
    name: (item) => text(item['LoadBalancerName']) ?? '',
    properties: (item) => ({
      ...same(item, 'LoadBalancerName', 'Scheme', 'Subnets', 'SecurityGroups', 'AvailabilityZones'),
      Instances: list(item['Instances']).flatMap((one) => text(one['InstanceId']) ?? []),
      HealthCheck: json(item['HealthCheck']),
      Listeners: list(item['ListenerDescriptions']).map((one) => {
        const listener = reply(one['Listener']);
        return { LoadBalancerPort: String(listener['LoadBalancerPort'] ?? ''), InstancePort: String(listener['InstancePort'] ?? ''), Protocol: json(listener['Protocol']) ?? null, InstanceProtocol: json(listener['InstanceProtocol']) ?? null, SSLCertificateId: json(listener['SSLCertificateId']) ?? null, PolicyNames: texts(one['PolicyNames']) };
      }),
    }),
    reads: [
      {
        command: 'DescribeLoadBalancerAttributesCommand',
        permission: 'elasticloadbalancing:DescribeLoadBalancerAttributes',
        input: (item) => ({ LoadBalancerName: item['LoadBalancerName'] }),
        fills: ['AccessLoggingPolicy', 'CrossZone', 'ConnectionDrainingPolicy', 'ConnectionSettings'],
        value: (page) => {
          const attributes = reply(page['LoadBalancerAttributes']);
          const log = reply(attributes['AccessLog']);
          return {
            AccessLoggingPolicy: { Enabled: json(log['Enabled']) ?? false, S3BucketName: json(log['S3BucketName']) ?? null },
            CrossZone: json(reply(attributes['CrossZoneLoadBalancing'])['Enabled']) ?? false,
            ConnectionDrainingPolicy: { Enabled: json(reply(attributes['ConnectionDraining'])['Enabled']) ?? false },
            ConnectionSettings: { IdleTimeout: json(reply(attributes['ConnectionSettings'])['IdleTimeout']) ?? null },
          };
        },
      },
      {
        command: 'DescribeLoadBalancerPoliciesCommand',
        permission: 'elasticloadbalancing:DescribeLoadBalancerPolicies',
        input: (item) => ({ LoadBalancerName: item['LoadBalancerName'] }),
        fills: ['Policies'],
        value: (page) => ({ Policies: list(page['PolicyDescriptions']).map((policy) => ({ PolicyName: json(policy['PolicyName']) ?? null, PolicyType: json(policy['PolicyTypeName']) ?? null, Attributes: list(policy['PolicyAttributeDescriptions']).map((one) => ({ Name: json(one['AttributeName']) ?? null, Value: json(one['AttributeValue']) ?? null })) })) }),
      },
      { command: 'DescribeTagsCommand', permission: 'elasticloadbalancing:DescribeTags', input: (item) => ({ LoadBalancerNames: [item['LoadBalancerName']] }), fills: ['Tags'], value: (page) => ({ Tags: tags(list(page['TagDescriptions'])[0]?.['Tags'] ?? []) }) },
    ],
  },
];
