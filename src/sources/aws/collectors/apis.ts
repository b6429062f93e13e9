/** Interfaces for programs: REST, HTTP and GraphQL. */
import { asks, json, list, lower, pairs, pascal, reply, same, text, type Collector, type ListRow, type Place, type Reply } from '../collector.js';
import type { Json } from '../../../model/index.js';

const POSITION = { out: 'position', in: 'position' } as const;
const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;
/** All that API Gateway is asked is a GET of a path: so IAM calls it. */
const gets = (what: string): { readonly command: string; readonly permission: string } => ({ command: `${what}Command`, permission: 'apigateway:GET' });

/** ARNs of API Gateway have no account: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html */
const path = ({ partition, region }: Place, rest: string): string => `arn:${partition}:apigateway:${region}::${rest}`;
const restPath = (item: Reply): string => `/restapis/${text(item['restApiId']) ?? ''}`;
const httpPath = (item: Reply): string => `/apis/${text(item['ApiId']) ?? ''}`;

const restApis: ListRow = { ...gets('GetRestApis'), input: { limit: 500 }, next: POSITION, items: (page) => list(page['items']).map((one) => ({ ...one, restApiId: one['id'] })) };
const ofRest = (page: Reply, [api = {}]: readonly Reply[], member: string): readonly Reply[] => list(page[member]).map((one) => ({ ...one, restApiId: api['restApiId'] }));
const overRest = (further: Reply = {}): ListRow['over'] => ({ list: restApis, input: ([api = {}]) => ({ restApiId: api['restApiId'], ...further }) });

const httpApis: ListRow = { ...gets('GetApis'), next: MORE, items: (page) => list(page['Items']) };
const ofHttp = (page: Reply, [api = {}]: readonly Reply[]): readonly Reply[] => list(page['Items']).map((one) => ({ ...one, ApiId: api['ApiId'] }));
const overHttp: ListRow['over'] = { list: httpApis, input: ([api = {}]) => ({ ApiId: api['ApiId'] }) };

/** The policy comes as the inside of a JSON text, each quotation mark with a backslash before it. */
function policy(value: unknown): Json | undefined {
  const written = text(value);
  return written?.startsWith('{\\') === true ? written.replaceAll('\\"', '"').replaceAll('\\/', '/').replaceAll('\\\\', '\\') : json(value);
}

/** `resource/METHOD` → its settings; `~1` stands for `/` in the name. */
const methodSettings = (value: unknown): Json =>
  Object.entries(reply(value)).map(([name, settings]) => {
    const at = name.lastIndexOf('/');
    const { cacheDataEncrypted, cachingEnabled, cacheTtlInSeconds, dataTraceEnabled, loggingLevel, metricsEnabled, throttlingBurstLimit, throttlingRateLimit } = reply(settings);
    return { ...(pascal({ cacheDataEncrypted, cachingEnabled, cacheTtlInSeconds, dataTraceEnabled, loggingLevel, metricsEnabled, throttlingBurstLimit, throttlingRateLimit }) as object), ResourcePath: name.slice(0, at).replaceAll('~1', '/'), HttpMethod: name.slice(at + 1) };
  });

const methods = (page: Reply, [api = {}]: readonly Reply[]): readonly Reply[] =>
  list(page['items']).flatMap((resource) => Object.entries(reply(resource['resourceMethods'])).map(([httpMethod, method]) => ({ ...reply(method), httpMethod, restApiId: api['restApiId'], resourceId: resource['id'], path: resource['path'] })));

const endpoint = (value: unknown): Json | undefined => {
  const { types, vpcEndpointIds, ipAddressType } = reply(value);
  return value === undefined ? undefined : (pascal({ types, vpcEndpointIds, ipAddressType }) ?? undefined);
};

export const apis: readonly Collector[] = [
  {
    service: 'apigateway',
    type: 'AWS::ApiGateway::RestApi',
    list: restApis,
    arn: (item, place) => path(place, restPath(item)),
    name: (item) => text(item['name']) ?? '',
    properties: (item) => ({
      ...lower(item, 'Name', 'Description', 'MinimumCompressionSize', 'DisableExecuteApiEndpoint', 'BinaryMediaTypes', 'ApiKeySourceType', 'SecurityPolicy', 'EndpointAccessMode'),
      // What it was made from is not kept: its methods are resources of their own.
      Body: undefined,
      BodyS3Location: undefined,
      ApiKeySourceType: json(item['apiKeySource']),
      EndpointConfiguration: endpoint(item['endpointConfiguration']),
      Policy: policy(item['policy']),
      Tags: pairs(item['tags'] ?? {}),
    }),
  },
  {
    service: 'apigateway',
    type: 'AWS::ApiGateway::Stage',
    list: { ...gets('GetStages'), over: overRest(), items: (page, over) => ofRest(page, over, 'item') },
    arn: (item, place) => path(place, `${restPath(item)}/stages/${text(item['stageName']) ?? ''}`),
    name: (item) => text(item['stageName']) ?? '',
    properties: (item) => ({
      ...lower(item, 'RestApiId', 'StageName', 'DeploymentId', 'Description', 'ClientCertificateId', 'CacheClusterEnabled', 'CacheClusterSize', 'TracingEnabled'),
      Variables: json(item['variables']),
      AccessLogSetting: pascal(item['accessLogSettings']),
      MethodSettings: methodSettings(item['methodSettings']),
      Tags: pairs(item['tags'] ?? {}),
    }),
  },
  {
    service: 'apigateway',
    type: 'AWS::ApiGateway::Method',
    list: { ...gets('GetResources'), over: overRest({ embed: ['methods'], limit: 500 }), next: POSITION, items: methods },
    arn: (item, place) => path(place, `${restPath(item)}/resources/${text(item['resourceId']) ?? ''}/methods/${text(item['httpMethod']) ?? ''}`),
    name: (item) => `${text(item['httpMethod']) ?? ''} ${text(item['path']) ?? ''}`,
    properties: (item) => lower(item, 'RestApiId', 'ResourceId', 'HttpMethod', 'AuthorizationType', 'AuthorizerId', 'ApiKeyRequired', 'RequestValidatorId', 'OperationName', 'AuthorizationScopes'),
  },
  {
    service: 'apigateway',
    type: 'AWS::ApiGateway::RequestValidator',
    list: { ...gets('GetRequestValidators'), over: overRest(), next: POSITION, items: (page, over) => ofRest(page, over, 'items') },
    arn: (item, place) => path(place, `${restPath(item)}/requestvalidators/${text(item['id']) ?? ''}`),
    name: (item) => text(item['name']) ?? '',
    properties: (item) => lower(item, 'RestApiId', 'Name', 'ValidateRequestBody', 'ValidateRequestParameters'),
  },
  {
    service: 'apigateway',
    type: 'AWS::ApiGateway::DomainName',
    // Private ones have a type, and calls, of their own.
    list: { ...gets('GetDomainNames'), input: { limit: 500 }, next: POSITION, items: (page) => list(page['items']) },
    arn: (item, place) => path(place, `/domainnames/${text(item['domainName']) ?? ''}`),
    name: (item) => text(item['domainName']) ?? '',
    properties: (item) => ({ ...lower(item, 'DomainName', 'CertificateArn', 'RegionalCertificateArn', 'OwnershipVerificationCertificateArn', 'SecurityPolicy', 'RoutingMode', 'EndpointAccessMode'), EndpointConfiguration: endpoint(item['endpointConfiguration']), MutualTlsAuthentication: item['mutualTlsAuthentication'] === undefined ? undefined : json({ TruststoreUri: reply(item['mutualTlsAuthentication'])['truststoreUri'], TruststoreVersion: reply(item['mutualTlsAuthentication'])['truststoreVersion'] }), Tags: pairs(item['tags'] ?? {}) }),
  },
  {
    service: 'apigatewayv2',
    type: 'AWS::ApiGatewayV2::Api',
    list: httpApis,
    arn: (item, place) => path(place, httpPath(item)),
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => ({ ...same(item, 'Name', 'ProtocolType', 'Description', 'Version', 'RouteSelectionExpression', 'ApiKeySelectionExpression', 'CorsConfiguration', 'DisableExecuteApiEndpoint', 'DisableSchemaValidation', 'IpAddressType', 'Tags'), Body: undefined }),
  },
  {
    service: 'apigatewayv2',
    type: 'AWS::ApiGatewayV2::Stage',
    list: { ...gets('GetStages'), over: overHttp, next: MORE, items: ofHttp },
    arn: (item, place) => path(place, `${httpPath(item)}/stages/${text(item['StageName']) ?? ''}`),
    name: (item) => text(item['StageName']) ?? '',
    properties: (item) => same(item, 'ApiId', 'StageName', 'Description', 'DeploymentId', 'AutoDeploy', 'ClientCertificateId', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings', 'Tags'),
  },
  {
    service: 'apigatewayv2',
    type: 'AWS::ApiGatewayV2::Route',
    list: { ...gets('GetRoutes'), over: overHttp, next: MORE, items: ofHttp },
    arn: (item, place) => path(place, `${httpPath(item)}/routes/${text(item['RouteId']) ?? ''}`),
    name: (item) => text(item['RouteKey']) ?? '',
    properties: (item) => same(item, 'ApiId', 'RouteKey', 'AuthorizationType', 'AuthorizerId', 'ApiKeyRequired', 'AuthorizationScopes', 'OperationName', 'Target'),
  },
  {
    service: 'apigatewayv2',
    type: 'AWS::ApiGatewayV2::VpcLink',
    list: { ...gets('GetVpcLinks'), next: MORE, items: (page) => list(page['Items']) },
    arn: (item, place) => path(place, `/vpclinks/${text(item['VpcLinkId']) ?? ''}`),
    name: (item) => text(item['Name']) ?? '',
    properties: (item) => same(item, 'Name', 'SubnetIds', 'SecurityGroupIds', 'Tags'),
  },
  {
    service: 'appsync',
    type: 'AWS::AppSync::GraphQLApi',
    list: { ...asks('appsync', 'ListGraphqlApis'), next: more, items: (page) => list(page['graphqlApis']) },
    arn: (item) => text(item['arn']) ?? '',
    name: (item) => text(item['name']) ?? '',
    properties: (item) => ({
      ...lower(item, 'Name', 'AuthenticationType', 'LogConfig', 'UserPoolConfig', 'OpenIDConnectConfig', 'LambdaAuthorizerConfig', 'AdditionalAuthenticationProviders', 'XrayEnabled', 'Visibility', 'ApiType', 'OwnerContact', 'MergedApiExecutionRoleArn', 'IntrospectionConfig', 'QueryDepthLimit', 'ResolverCountLimit', 'EnhancedMetricsConfig'),
      Tags: pairs(item['tags'] ?? {}),
    }),
    makes: [
      {
        ...asks('appsync', 'GetApiCache'),
        type: 'AWS::AppSync::ApiCache',
        input: (item) => ({ apiId: item['apiId'] }),
        unset: ['NotFoundException'],
        suffix: '/cache',
        known: (item) => ({ ApiId: json(item['apiId']) }),
        fills: ['AtRestEncryptionEnabled', 'TransitEncryptionEnabled', 'Type', 'Ttl', 'ApiCachingBehavior', 'HealthMetricsConfig'],
        value: (page) => [{ properties: lower(reply(page['apiCache']), 'AtRestEncryptionEnabled', 'TransitEncryptionEnabled', 'Type', 'Ttl', 'ApiCachingBehavior', 'HealthMetricsConfig') }],
      },
    ],
  },
];
