/** Load balancers of both generations. */
import { list, mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { keyValue } from '../convert.js';
import { argument, eachBlock, oneBlock, resource, satellite, type Convert, type Draft, type FieldMap } from '../table.js';

const tags: FieldMap = { tags: ['Tags', keyValue] };
const V2 = 'AWS::ElasticLoadBalancingV2';

/** Arguments that the schema holds as members of a list of attributes. */
const ATTRIBUTES: readonly (readonly [argument: string, key: string])[] = [
  ['enable_deletion_protection', 'deletion_protection.enabled'],
  ['enable_cross_zone_load_balancing', 'load_balancing.cross_zone.enabled'],
  ['drop_invalid_header_fields', 'routing.http.drop_invalid_header_fields.enabled'],
  ['desync_mitigation_mode', 'routing.http.desync_mitigation_mode'],
  ['enable_waf_fail_open', 'waf.fail_open.enabled'],
  ['preserve_host_header', 'routing.http.preserve_host_header.enabled'],
  ['idle_timeout', 'idle_timeout.timeout_seconds'],
  ['access_logs.bucket', 'access_logs.s3.bucket'],
  ['access_logs.prefix', 'access_logs.s3.prefix'],
  ['connection_logs.bucket', 'connection_logs.s3.bucket'],
];
const attribute = (key: string, value: Tree): Tree => mapping([['Key', scalar(key, value.at)], ['Value', value]], value.at);

function attributes(raw: RawResource, draft: Draft): void {
  for (const [from, key] of ATTRIBUTES) {
    const value = argument(raw.arguments, from);
    if (value !== undefined) draft.append('LoadBalancerAttributes', list([attribute(key, value)], value.at));
  }
  for (const logs of ['access_logs', 'connection_logs']) {
    const block = argument(raw.arguments, logs);
    // A block that does not say is off: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb#access_logs
    if (block === undefined || (block.kind === 'list' && block.items.length === 0 && block.open === undefined)) continue;
    const enabled = argument(raw.arguments, `${logs}.enabled`) ?? scalar(false, block.kind === 'list' ? (block.items[0]?.at ?? block.at) : block.at);
    draft.append('LoadBalancerAttributes', list([attribute(`${logs}.s3.enabled`, enabled)], enabled.at));
  }
}

const scheme: Convert = (value) => (value.kind === 'scalar' ? { ...value, value: String(value.value) === 'true' ? 'internal' : 'internet-facing' } : value);

const action = eachBlock({
  type: 'Type',
  target_group_arn: 'TargetGroupArn',
  'redirect.protocol': 'RedirectConfig.Protocol',
  'redirect.port': 'RedirectConfig.Port',
  'redirect.host': 'RedirectConfig.Host',
  'redirect.status_code': 'RedirectConfig.StatusCode',
  'fixed_response.status_code': 'FixedResponseConfig.StatusCode',
  'fixed_response.content_type': 'FixedResponseConfig.ContentType',
  'forward.target_group[]': ['ForwardConfig.TargetGroups', eachBlock({ arn: 'TargetGroupArn', weight: 'Weight' })],
});

const balancer = resource(
  `${V2}::LoadBalancer`,
  { ...tags, name: 'Name', internal: ['Scheme', scheme], load_balancer_type: 'Type', subnets: 'Subnets', security_groups: 'SecurityGroups', 'subnet_mapping[]': ['SubnetMappings[]', eachBlock({}, { same: ['subnet_id', 'allocation_id'] })] },
  { same: ['ip_address_type'], also: attributes },
);
const listener = resource(
  `${V2}::Listener`,
  {
    ...tags, 'default_action[]': ['DefaultActions', action], certificate_arn: ['Certificates', (value) => list([mapping([['CertificateArn', value]], value.at)], value.at)],
    'mutual_authentication.mode': 'MutualAuthentication.Mode', 'mutual_authentication.trust_store_arn': 'MutualAuthentication.TrustStoreArn',
  },
  { same: ['load_balancer_arn', 'port', 'protocol', 'ssl_policy'] },
);
const targetGroup = resource(
  `${V2}::TargetGroup`,
  { ...tags, name: 'Name', 'health_check.enabled': 'HealthCheckEnabled', 'health_check.path': 'HealthCheckPath', 'health_check.protocol': 'HealthCheckProtocol', 'health_check.port': 'HealthCheckPort', 'health_check.matcher': 'Matcher.HttpCode', 'health_check.interval': 'HealthCheckIntervalSeconds' },
  { same: ['port', 'protocol', 'protocol_version', 'target_type', 'vpc_id'] },
);
const listenerRule = resource(`${V2}::ListenerRule`, { 'action[]': ['Actions', action] }, { same: ['listener_arn', 'priority'] });
const attachment = satellite(`${V2}::TargetGroup`, 'target_group_arn', {
  target_id: ['Targets[]', (value) => list([mapping([['Id', value]], value.at)], value.at)],
});
const certificate = satellite(`${V2}::Listener`, 'listener_arn', { certificate_arn: ['Certificates[]', (value) => list([mapping([['CertificateArn', value]], value.at)], value.at)] });

export const loadBalancers: ServiceRules = {
  terraform: {
    aws_lb: balancer,
    aws_alb: balancer,
    aws_lb_listener: listener,
    aws_alb_listener: listener,
    aws_lb_target_group: targetGroup,
    aws_alb_target_group: targetGroup,
    aws_lb_listener_rule: listenerRule,
    aws_alb_listener_rule: listenerRule,
    aws_lb_target_group_attachment: attachment,
    aws_alb_target_group_attachment: attachment,
    aws_lb_listener_certificate: certificate,
    aws_alb_listener_certificate: certificate,
    aws_wafregional_web_acl_association: resource('Demarc::WAF::RegionalAssociation', { resource_arn: 'ResourceArn', web_acl_id: 'WebACLId' }),
    aws_lb_trust_store: resource(`${V2}::TrustStore`, { name: 'Name', ca_certificates_bundle_s3_bucket: 'CaCertificatesBundleS3Bucket', ca_certificates_bundle_s3_key: 'CaCertificatesBundleS3Key' }),
    aws_elb: resource(
      'AWS::ElasticLoadBalancing::LoadBalancer',
      {
        ...tags, name: 'LoadBalancerName', internal: ['Scheme', scheme], subnets: 'Subnets', security_groups: 'SecurityGroups', instances: 'Instances', cross_zone_load_balancing: 'CrossZone',
        access_logs: ['AccessLoggingPolicy', oneBlock({ enabled: 'Enabled', bucket: 'S3BucketName', bucket_prefix: 'S3BucketPrefix', interval: 'EmitInterval' })],
        'listener[]': ['Listeners', eachBlock({ lb_port: 'LoadBalancerPort', lb_protocol: 'Protocol', instance_port: 'InstancePort', instance_protocol: 'InstanceProtocol', ssl_certificate_id: 'SSLCertificateId' })],
        'health_check.target': 'HealthCheck.Target', connection_draining: 'ConnectionDrainingPolicy.Enabled', connection_draining_timeout: 'ConnectionDrainingPolicy.Timeout', desync_mitigation_mode: '#DesyncMitigationMode',
      },
      { same: ['availability_zones'] },
    ),
    aws_elb_attachment: satellite('AWS::ElasticLoadBalancing::LoadBalancer', 'elb', { instance: 'Instances[]' }),
    // Policies stand alone; listeners name them.
    aws_load_balancer_policy: satellite('AWS::ElasticLoadBalancing::LoadBalancer', 'load_balancer_name', {}, { also: (raw, draft) => policy(raw, draft, 'policy_type_name', 'policy_attribute') }),
    aws_lb_ssl_negotiation_policy: satellite('AWS::ElasticLoadBalancing::LoadBalancer', 'load_balancer', {}, { also: (raw, draft) => policy(raw, draft, undefined, 'attribute') }),
  },
};

const policyItems = eachBlock({ name: 'Name', value: 'Value' });

function policy(raw: RawResource, draft: Draft, type: string | undefined, items: string): void {
  const kind = type === undefined ? scalar('SSLNegotiationPolicyType', raw.at) : argument(raw.arguments, type);
  const name = argument(raw.arguments, type === undefined ? 'name' : 'policy_name');
  const attributes = argument(raw.arguments, items);
  const members = ([['PolicyName', name], ['PolicyType', kind], ['Attributes', attributes === undefined ? undefined : policyItems(attributes, raw)]] as const).filter((pair): pair is readonly [(typeof pair)[0], Tree] => pair[1] !== undefined);
  draft.append('Policies', list([mapping(members, raw.at)], raw.at));
}
