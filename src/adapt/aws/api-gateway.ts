/** API Gateway: REST APIs, and HTTP and WebSocket APIs. */
import { mapping, scalar, type RawResource, type Tree } from '../../model/index.js';
import type { ServiceRules } from '../adapted.js';
import { document, keyValue, listOfOne } from '../convert.js';
import { replacement } from '../lifecycle.js';
import { argument, eachBlock, resource, satellite, type Draft } from '../table.js';

const tags = { tags: ['Tags', keyValue] } as const;
const stage = 'AWS::ApiGateway::Stage';

const SETTINGS = {
  logging_level: 'LoggingLevel',
  data_trace_enabled: 'DataTraceEnabled',
  metrics_enabled: 'MetricsEnabled',
  caching_enabled: 'CachingEnabled',
  cache_data_encrypted: 'CacheDataEncrypted',
  cache_ttl_in_seconds: 'CacheTtlInSeconds',
  throttling_burst_limit: 'ThrottlingBurstLimit',
  throttling_rate_limit: 'ThrottlingRateLimit',
} as const;

/** One entry of the stage's settings: `path/METHOD` in one argument is a path and a method in the schema. */
function methodSettings({ arguments: args, at }: RawResource, draft: Draft): void {
  const values: (readonly [string, Tree])[] = [];
  const path = argument(args, 'method_path');
  if (path?.kind === 'scalar' && typeof path.value === 'string') {
    const cut = path.value.lastIndexOf('/');
    values.push(['ResourcePath', scalar(path.value === '*/*' ? '/*' : `/${path.value.slice(0, Math.max(cut, 0))}`, path.at)], ['HttpMethod', scalar(path.value.slice(cut + 1), path.at)]);
  } else if (path !== undefined) values.push(['ResourcePath', path]);
  for (const [from, to] of Object.entries(SETTINGS)) {
    const value = argument(args, `settings.${from}`);
    if (value !== undefined) values.push([to, value]);
  }
  draft.append('MethodSettings', mapping(values, at));
}

export const apiGateway: ServiceRules = {
  terraform: {
    aws_api_gateway_rest_api: resource(
      'AWS::ApiGateway::RestApi',
      { policy: ['Policy', document], body: ['Body', document], 'endpoint_configuration.types': 'EndpointConfiguration.Types', 'endpoint_configuration.vpc_endpoint_ids': 'EndpointConfiguration.VpcEndpointIds', api_key_source: 'ApiKeySourceType', ...tags },
      {
        same: ['name', 'description', 'disable_execute_api_endpoint', 'fail_on_warnings'],
        also: replacement,
      },
    ),
    aws_api_gateway_rest_api_policy: satellite('AWS::ApiGateway::RestApi', 'rest_api_id', { policy: ['Policy', document] }),
    aws_api_gateway_stage: resource(
      stage,
      {
        rest_api_id: 'RestApiId',
        xray_tracing_enabled: 'TracingEnabled',
        'access_log_settings.destination_arn': 'AccessLogSetting.DestinationArn',
        'access_log_settings.format': 'AccessLogSetting.Format',
        ...tags,
      },
      { same: ['stage_name', 'deployment_id', 'cache_cluster_enabled', 'cache_cluster_size', 'client_certificate_id', 'variables'] },
    ),
    aws_api_gateway_method_settings: satellite(stage, 'stage_name', {}, { also: methodSettings }),
    aws_api_gateway_deployment: resource('AWS::ApiGateway::Deployment', { rest_api_id: 'RestApiId', stage_name: 'StageName', description: 'Description' }, { also: replacement }),
    aws_api_gateway_resource: resource('AWS::ApiGateway::Resource', {}, { same: ['rest_api_id', 'parent_id', 'path_part'] }),
    aws_api_gateway_method: resource('AWS::ApiGateway::Method', { authorization: 'AuthorizationType' }, { same: ['rest_api_id', 'resource_id', 'http_method', 'authorizer_id', 'authorization_scopes', 'api_key_required', 'request_validator_id', 'request_models', 'request_parameters'] }),
    aws_api_gateway_authorizer: resource('AWS::ApiGateway::Authorizer', { provider_arns: 'ProviderARNs' }, { same: ['name', 'rest_api_id', 'type', 'authorizer_uri', 'identity_source', 'authorizer_credentials'] }),
    aws_api_gateway_request_validator: resource('AWS::ApiGateway::RequestValidator', {}, { same: ['name', 'rest_api_id', 'validate_request_body', 'validate_request_parameters'] }),
    aws_api_gateway_domain_name: resource(
      'AWS::ApiGateway::DomainName',
      { 'endpoint_configuration.types': 'EndpointConfiguration.Types', 'mutual_tls_authentication.truststore_uri': 'MutualTlsAuthentication.TruststoreUri', policy: ['#Policy', document], ...tags },
      { same: ['domain_name', 'security_policy', 'certificate_arn', 'regional_certificate_arn'] },
    ),
    aws_api_gateway_account: resource('AWS::ApiGateway::Account', { cloudwatch_role_arn: 'CloudWatchRoleArn' }),
    aws_api_gateway_usage_plan: resource('AWS::ApiGateway::UsagePlan', { name: 'UsagePlanName', 'api_stages[]': ['ApiStages', eachBlock({}, { same: ['stage', 'api_id'] })], 'throttle_settings.burst_limit': 'Throttle.BurstLimit', 'throttle_settings.rate_limit': 'Throttle.RateLimit' }),
    aws_api_gateway_client_certificate: resource('AWS::ApiGateway::ClientCertificate', { description: 'Description', ...tags }),
    aws_apigatewayv2_api: resource(
      'AWS::ApiGatewayV2::Api',
      { body: ['Body', document], 'cors_configuration.allow_origins': 'CorsConfiguration.AllowOrigins', 'cors_configuration.allow_credentials': 'CorsConfiguration.AllowCredentials', 'cors_configuration.allow_methods': 'CorsConfiguration.AllowMethods', 'cors_configuration.allow_headers': 'CorsConfiguration.AllowHeaders', tags: 'Tags' },
      { same: ['name', 'protocol_type', 'disable_execute_api_endpoint', 'route_key', 'target'] },
    ),
    aws_apigatewayv2_stage: resource(
      'AWS::ApiGatewayV2::Stage',
      {
        name: 'StageName',
        'access_log_settings.destination_arn': 'AccessLogSettings.DestinationArn',
        'access_log_settings.format': 'AccessLogSettings.Format',
        'default_route_settings.logging_level': 'DefaultRouteSettings.LoggingLevel',
        'default_route_settings.data_trace_enabled': 'DefaultRouteSettings.DataTraceEnabled',
        'default_route_settings.detailed_metrics_enabled': 'DefaultRouteSettings.DetailedMetricsEnabled',
        'default_route_settings.throttling_burst_limit': 'DefaultRouteSettings.ThrottlingBurstLimit',
        'default_route_settings.throttling_rate_limit': 'DefaultRouteSettings.ThrottlingRateLimit',
        tags: 'Tags',
      },
      { same: ['api_id', 'auto_deploy', 'deployment_id', 'client_certificate_id'] },
    ),
    aws_apigatewayv2_route: resource('AWS::ApiGatewayV2::Route', {}, { same: ['api_id', 'route_key', 'target', 'authorization_type', 'authorizer_id', 'authorization_scopes', 'api_key_required'] }),
    aws_apigatewayv2_authorizer: resource(
      'AWS::ApiGatewayV2::Authorizer',
      { identity_sources: 'IdentitySource', 'jwt_configuration.issuer': 'JwtConfiguration.Issuer', 'jwt_configuration.audience': 'JwtConfiguration.Audience' },
      { same: ['api_id', 'name', 'authorizer_type', 'authorizer_uri'] },
    ),
    aws_apigatewayv2_integration: resource('AWS::ApiGatewayV2::Integration', {}, { same: ['api_id', 'integration_type', 'integration_uri', 'connection_type', 'connection_id'] }),
    aws_apigatewayv2_domain_name: resource('AWS::ApiGatewayV2::DomainName', { domain_name: 'DomainName', domain_name_configuration: ['DomainNameConfigurations', domainNames], 'mutual_tls_authentication.truststore_uri': 'MutualTlsAuthentication.TruststoreUri', tags: 'Tags' }),
    aws_apigatewayv2_vpc_link: resource('AWS::ApiGatewayV2::VpcLink', { tags: 'Tags' }, { same: ['name', 'subnet_ids', 'security_group_ids'] }),
  },
};

function domainNames(value: Tree, raw: RawResource): Tree | undefined {
  const blocks = listOfOne(value, raw) ?? value;
  return eachBlock({}, { same: ['certificate_arn', 'endpoint_type', 'security_policy'] })(blocks, raw);
}
