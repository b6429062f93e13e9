/** What stands at the edge: distributions, their headers, and web firewalls with what they guard. */
import type { Json } from '../../../model/index.js';
import { asks, filled, json, list, reply, same, text, texts, type Collector, type ListRow, type Reply } from '../collector.js';

/** Members that are there, the others left out: nothing is said to be null. */
const kept = (members: Readonly<Record<string, Json | undefined>>): Json => Object.fromEntries(Object.entries(members).flatMap(([name, value]): readonly (readonly [string, Json])[] => (value === undefined ? [] : [[name, value]])));
/** Lists come with their length: the schema has them alone. */
const items = (value: unknown): Json | undefined => (value === undefined || value === null ? undefined : (json(reply(value)['Items'] ?? []) ?? undefined));

const forwarded = (value: unknown): Json | undefined => {
  if (value === undefined || value === null) return undefined;
  const { Cookies, Headers, QueryString, QueryStringCacheKeys } = reply(value);
  const cookies = reply(Cookies);
  return kept({ QueryString: json(QueryString), Headers: items(Headers), QueryStringCacheKeys: items(QueryStringCacheKeys), Cookies: kept({ Forward: json(cookies['Forward']), WhitelistedNames: items(cookies['WhitelistedNames']) }) });
};

function behaviour(value: Reply): Json {
  const { AllowedMethods, TrustedSigners, TrustedKeyGroups, LambdaFunctionAssociations, FunctionAssociations, ForwardedValues, FieldLevelEncryptionId, ...rest } = value;
  return kept({
    ...same(rest, 'PathPattern', 'Compress', 'TargetOriginId', 'ViewerProtocolPolicy', 'ResponseHeadersPolicyId', 'RealtimeLogConfigArn', 'DefaultTTL', 'MinTTL', 'MaxTTL', 'SmoothStreaming', 'OriginRequestPolicyId', 'CachePolicyId', 'GrpcConfig'),
    FieldLevelEncryptionId: filled(FieldLevelEncryptionId),
    AllowedMethods: items(AllowedMethods),
    CachedMethods: items(reply(AllowedMethods)['CachedMethods']),
    TrustedSigners: items(TrustedSigners),
    TrustedKeyGroups: items(TrustedKeyGroups),
    LambdaFunctionAssociations: items(LambdaFunctionAssociations),
    FunctionAssociations: items(FunctionAssociations),
    ForwardedValues: forwarded(ForwardedValues),
  });
}

function originOf(value: Reply): Json {
  const { CustomHeaders, CustomOriginConfig, OriginAccessControlId, ...rest } = value;
  const { OriginSslProtocols, ...custom } = reply(CustomOriginConfig);
  return kept({
    ...same(rest, 'Id', 'DomainName', 'OriginPath', 'S3OriginConfig', 'ConnectionAttempts', 'ConnectionTimeout', 'ResponseCompletionTimeout', 'OriginShield', 'VpcOriginConfig'),
    OriginAccessControlId: filled(OriginAccessControlId),
    // The values of such headers are credentials as a rule: the names alone are kept.
    OriginCustomHeaders: CustomHeaders === undefined ? undefined : list(reply(CustomHeaders)['Items']).map((one) => ({ HeaderName: json(one['HeaderName']) ?? null })),
    CustomOriginConfig: CustomOriginConfig === undefined ? undefined : kept({ ...same(custom, 'HTTPPort', 'HTTPSPort', 'OriginProtocolPolicy', 'OriginReadTimeout', 'OriginKeepaliveTimeout', 'IpAddressType', 'OriginMtlsConfig'), OriginSSLProtocols: items(OriginSslProtocols) }),
  });
}

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html in the schema's shape. */
function distribution(config: Reply): Json {
  const certificate = reply(config['ViewerCertificate']);
  const geography = reply(reply(config['Restrictions'])['GeoRestriction']);
  const logging = reply(config['Logging']);
  return kept({
    ...same(config, 'Comment', 'PriceClass', 'Staging', 'Enabled', 'HttpVersion', 'AnycastIpListId', 'ConnectionMode', 'TenantConfig', 'ViewerMtlsConfig', 'ConnectionFunctionAssociation'),
    DefaultRootObject: filled(config['DefaultRootObject']),
    WebACLId: filled(config['WebACLId']),
    ContinuousDeploymentPolicyId: filled(config['ContinuousDeploymentPolicyId']),
    IPV6Enabled: json(config['IsIPV6Enabled']),
    Aliases: items(config['Aliases']),
    // Logging that is off comes as an empty bucket.
    Logging: filled(logging['Bucket']) === undefined ? undefined : json({ IncludeCookies: logging['IncludeCookies'], Bucket: logging['Bucket'], Prefix: logging['Prefix'] }),
    Origins: list(reply(config['Origins'])['Items']).map(originOf),
    OriginGroups: json(config['OriginGroups']),
    DefaultCacheBehavior: behaviour(reply(config['DefaultCacheBehavior'])),
    CacheBehaviors: list(reply(config['CacheBehaviors'])['Items']).map(behaviour),
    CustomErrorResponses: items(config['CustomErrorResponses']),
    ViewerCertificate: kept({
      ...same(certificate, 'CloudFrontDefaultCertificate', 'MinimumProtocolVersion'),
      AcmCertificateArn: filled(certificate['ACMCertificateArn']),
      IamCertificateId: filled(certificate['IAMCertificateId']),
      SslSupportMethod: json(certificate['SSLSupportMethod']),
    }),
    Restrictions: { GeoRestriction: kept({ RestrictionType: json(geography['RestrictionType']), Locations: items(geography) }) },
  });
}

/** Headers whose lists come with their length: every `Quantity` is left out, what it counts stays as `Items`. */
function uncounted(value: unknown): Json | undefined {
  if (Array.isArray(value)) return value.map((one) => uncounted(one) ?? null);
  if (value === null || typeof value !== 'object' || value instanceof Date) return json(value);
  return kept(Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (name === 'Quantity' ? [] : [[name, uncounted(one)]]))));
}

/** Statements name what they refer to with `ARN`, the schema with `Arn`; a text to search comes as bytes. */
function rule(value: unknown): Json | undefined {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map((one) => rule(one) ?? null);
  if (value === null || typeof value !== 'object' || value instanceof Date) return json(value);
  return kept(Object.fromEntries(Object.entries(value).map(([name, one]) => [name === 'ARN' ? 'Arn' : name, rule(one)])));
}

const MARKED = { out: 'NextMarker', in: 'NextMarker' } as const;
type Scope = 'REGIONAL' | 'CLOUDFRONT';
const webAcls = (Scope: Scope): ListRow => ({ ...asks('wafv2', 'ListWebACLs'), input: { Scope }, next: MARKED, items: (page) => list(page['WebACLs']).map((one) => ({ ...one, Scope })) });
/** What a web ACL of a region may guard: each is asked for by itself. */
const GUARDED = ['APPLICATION_LOAD_BALANCER', 'API_GATEWAY', 'APPSYNC', 'COGNITO_USER_POOL', 'APP_RUNNER_SERVICE', 'VERIFIED_ACCESS_INSTANCE', 'AMPLIFY'];

const webAcl = (scope: Scope): Collector => ({
  service: 'wafv2',
  // Those of distributions are asked for in one region.
  ...(scope === 'CLOUDFRONT' ? { global: true, seat: 'us-east-1' } : {}),
  type: 'AWS::WAFv2::WebACL',
  list: webAcls(scope),
  arn: (item) => text(item['ARN']) ?? '',
  name: (item) => text(item['Name']) ?? '',
  properties: (item) => same(item, 'Name', 'Scope', 'Description'),
  reads: [
    {
      ...asks('wafv2', 'GetWebACL'),
      input: (item) => ({ Name: item['Name'], Id: item['Id'], Scope: scope }),
      fills: ['DefaultAction', 'Rules', 'VisibilityConfig', 'CaptchaConfig', 'ChallengeConfig', 'CustomResponseBodies', 'TokenDomains', 'AssociationConfig', 'DataProtectionConfig', 'OnSourceDDoSProtectionConfig', 'ApplicationConfig'],
      value: (page) => {
        const acl = reply(page['WebACL']);
        return { ...Object.fromEntries(['DefaultAction', 'VisibilityConfig', 'CaptchaConfig', 'ChallengeConfig', 'CustomResponseBodies', 'TokenDomains', 'AssociationConfig', 'DataProtectionConfig', 'OnSourceDDoSProtectionConfig', 'ApplicationConfig'].map((name) => [name, rule(acl[name])])), Rules: rule(acl['Rules'] ?? []) };
      },
    },
  ],
  makes: [
    {
      ...asks('wafv2', 'GetLoggingConfiguration'),
      type: 'AWS::WAFv2::LoggingConfiguration',
      input: (item) => ({ ResourceArn: item['ARN'] }),
      unset: ['WAFNonexistentItemException'],
      suffix: '/logging',
      known: (item) => ({ ResourceArn: json(item['ARN']) }),
      fills: ['LogDestinationConfigs', 'RedactedFields', 'LoggingFilter'],
      value: (page) => {
        const logging = reply(page['LoggingConfiguration']);
        return [{ properties: { LogDestinationConfigs: json(logging['LogDestinationConfigs']), RedactedFields: rule(logging['RedactedFields']), LoggingFilter: rule(logging['LoggingFilter']) } }];
      },
    },
  ],
});

const ruleGroup = (scope: Scope): Collector => ({
  service: 'wafv2',
  ...(scope === 'CLOUDFRONT' ? { global: true, seat: 'us-east-1' } : {}),
  type: 'AWS::WAFv2::RuleGroup',
  list: { ...asks('wafv2', 'ListRuleGroups'), input: { Scope: scope }, next: MARKED, items: (page) => list(page['RuleGroups']) },
  arn: (item) => text(item['ARN']) ?? '',
  name: (item) => text(item['Name']) ?? '',
  properties: (item) => ({ ...same(item, 'Name', 'Description'), Scope: scope }),
  reads: [
    {
      ...asks('wafv2', 'GetRuleGroup'),
      input: (item) => ({ Name: item['Name'], Id: item['Id'], Scope: scope }),
      fills: ['Rules', 'VisibilityConfig', 'Capacity', 'CustomResponseBodies'],
      value: (page) => {
        const group = reply(page['RuleGroup']);
        return { Rules: rule(group['Rules'] ?? []), VisibilityConfig: rule(group['VisibilityConfig']), Capacity: json(group['Capacity']), CustomResponseBodies: rule(group['CustomResponseBodies']) };
      },
    },
  ],
});

export const edge: readonly Collector[] = [
  {
    service: 'cloudfront',
    global: true,
    type: 'AWS::CloudFront::Distribution',
    list: { ...asks('cloudfront', 'ListDistributions'), next: { out: 'NextMarker', in: 'Marker', from: (page) => reply(page['DistributionList'])['NextMarker'] }, items: (page) => list(reply(page['DistributionList'])['Items']) },
    arn: (item) => text(item['ARN']) ?? '',
    name: (item) => text(item['DomainName']) ?? '',
    properties: () => ({}),
    facts: (item) => same(item, 'Id', 'DomainName', 'Status', 'LastModifiedTime'),
    reads: [
      { ...asks('cloudfront', 'GetDistributionConfig'), input: (item) => ({ Id: item['Id'] }), fills: ['DistributionConfig'], value: (page) => ({ DistributionConfig: distribution(reply(page['DistributionConfig'])) }) },
      { ...asks('cloudfront', 'ListTagsForResource'), input: (item) => ({ Resource: item['ARN'] }), fills: ['Tags'], value: (page) => ({ Tags: items(page['Tags']) ?? [] }) },
    ],
  },
  {
    service: 'cloudfront',
    global: true,
    type: 'AWS::CloudFront::ResponseHeadersPolicy',
    list: {
      ...asks('cloudfront', 'ListResponseHeadersPolicies'),
      input: { Type: 'custom' },
      next: { out: 'NextMarker', in: 'Marker', from: (page) => reply(page['ResponseHeadersPolicyList'])['NextMarker'] },
      items: (page) => list(reply(page['ResponseHeadersPolicyList'])['Items']).map((one) => reply(one['ResponseHeadersPolicy'])),
    },
    arn: (item, { partition, account }) => `arn:${partition}:cloudfront::${account}:response-headers-policy/${text(item['Id']) ?? ''}`,
    name: (item) => text(reply(item['ResponseHeadersPolicyConfig'])['Name']) ?? '',
    properties: (item) => ({ ResponseHeadersPolicyConfig: uncounted(item['ResponseHeadersPolicyConfig']) }),
  },
  webAcl('REGIONAL'),
  webAcl('CLOUDFRONT'),
  ruleGroup('REGIONAL'),
  ruleGroup('CLOUDFRONT'),
  {
    service: 'wafv2',
    type: 'AWS::WAFv2::WebACLAssociation',
    list: {
      ...asks('wafv2', 'ListResourcesForWebACL'),
      over: { list: { ...webAcls('REGIONAL'), items: (page) => list(page['WebACLs']).flatMap((one) => GUARDED.map((ResourceType) => ({ ...one, ResourceType }))) }, input: ([{ ARN, ResourceType } = {}]) => ({ WebACLArn: ARN, ResourceType }) },
      items: (page, [{ ARN } = {}]) => texts(page['ResourceArns']).map((ResourceArn) => ({ ResourceArn, WebACLArn: ARN })),
    },
    arn: (item) => `${text(item['ResourceArn']) ?? ''}/web-acl`,
    name: (item) => text(item['ResourceArn']) ?? '',
    properties: (item) => same(item, 'ResourceArn', 'WebACLArn'),
  },
];
