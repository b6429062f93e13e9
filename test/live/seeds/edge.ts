/** Distributions, web firewalls and interfaces: of each one that is open and one that is shut. */
import { APIGatewayClient, CreateDeploymentCommand, CreateDomainNameCommand, CreateRequestValidatorCommand, CreateRestApiCommand, CreateStageCommand, GetResourcesCommand, PutIntegrationCommand, PutIntegrationResponseCommand, PutMethodCommand, PutMethodResponseCommand, UpdateStageCommand } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2Client, CreateApiCommand, CreateRouteCommand, CreateStageCommand as CreateHttpStage, CreateVpcLinkCommand } from '@aws-sdk/client-apigatewayv2';
import { AppSyncClient, CreateApiCacheCommand, CreateGraphqlApiCommand } from '@aws-sdk/client-appsync';
import { CloudFrontClient, CreateDistributionCommand, type DistributionConfig } from '@aws-sdk/client-cloudfront';
import { CreateWebACLCommand, PutLoggingConfigurationCommand, WAFV2Client, type Rule } from '@aws-sdk/client-wafv2';
import { ACCOUNT, type Seed } from './seed.js';

const distribution = (name: string, more: Partial<DistributionConfig>): DistributionConfig => ({
  CallerReference: name,
  Comment: name,
  Enabled: true,
  Origins: { Quantity: 1, Items: [{ Id: 'web', DomainName: 'web.example.com', CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'X-Key', HeaderValue: 'not-a-secret' }] }, CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: name === 'shut' ? 'https-only' : 'http-only', OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] } } }] },
  DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'allow-all', MinTTL: 0, ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } } },
  ...more,
});

const rule: Rule = { Name: 'inputs', Priority: 1, OverrideAction: { None: {} }, Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesKnownBadInputsRuleSet' } }, VisibilityConfig: { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'inputs' } };
const visibility = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'all' };

export const edge: Seed = async (at) => {
  const cloudfront = new CloudFrontClient(at);
  await cloudfront.send(new CreateDistributionCommand({ DistributionConfig: distribution('open', {}) }));
  await cloudfront.send(
    new CreateDistributionCommand({
      DistributionConfig: distribution('shut', {
        DefaultRootObject: 'index.html',
        Logging: { Enabled: true, IncludeCookies: false, Bucket: 'shut-data.s3.amazonaws.com', Prefix: 'cdn/' },
        ViewerCertificate: { ACMCertificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/1`, SSLSupportMethod: 'sni-only', MinimumProtocolVersion: 'TLSv1.2_2021' },
        DefaultCacheBehavior: { TargetOriginId: 'web', ViewerProtocolPolicy: 'https-only', MinTTL: 0, ForwardedValues: { QueryString: false, Cookies: { Forward: 'none' } } },
      }),
    }),
  );
  const waf = new WAFV2Client(at);
  for (const Scope of ['REGIONAL', 'CLOUDFRONT'] as const) {
    await waf.send(new CreateWebACLCommand({ Name: `open-${Scope}`, Scope, DefaultAction: { Allow: {} }, VisibilityConfig: visibility, Rules: [] }));
    const { Summary } = await waf.send(new CreateWebACLCommand({ Name: `shut-${Scope}`, Scope, DefaultAction: { Block: {} }, VisibilityConfig: visibility, Rules: [rule] }));
    await waf.send(new PutLoggingConfigurationCommand({ LoggingConfiguration: { ResourceArn: Summary?.ARN, LogDestinationConfigs: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:aws-waf-logs-all`] } }));
  }
  const rest = new APIGatewayClient(at);
  for (const name of ['open', 'shut']) {
    // The server takes the id from this tag, so that the association's fixture can name the stage.
    const { id: restApiId } = await rest.send(new CreateRestApiCommand({ name, tags: { _custom_id_: `${name}api` }, endpointConfiguration: { types: ['REGIONAL'] }, ...(name === 'open' ? { policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }] }) } : {}) }));
    const { id: requestValidatorId } = await rest.send(new CreateRequestValidatorCommand({ restApiId, name: 'all', validateRequestBody: true, validateRequestParameters: true }));
    const { items: [root] = [] } = await rest.send(new GetResourcesCommand({ restApiId }));
    const method = { restApiId, resourceId: root?.id, httpMethod: 'GET' };
    await rest.send(new PutMethodCommand({ ...method, authorizationType: name === 'open' ? 'NONE' : 'AWS_IAM', requestValidatorId: name === 'open' ? undefined : requestValidatorId }));
    await rest.send(new PutMethodResponseCommand({ ...method, statusCode: '200' }));
    await rest.send(new PutIntegrationCommand({ ...method, type: 'MOCK' }));
    await rest.send(new PutIntegrationResponseCommand({ ...method, statusCode: '200', responseTemplates: {} }));
    const { id: deploymentId } = await rest.send(new CreateDeploymentCommand({ restApiId }));
    await rest.send(new CreateStageCommand({ restApiId, deploymentId, stageName: 'live', tracingEnabled: name === 'shut', variables: name === 'open' ? { password: 'not-a-secret' } : undefined }));
    if (name === 'shut') await rest.send(new UpdateStageCommand({ restApiId, stageName: 'live', patchOperations: [{ op: 'replace', path: '/*/*/logging/loglevel', value: 'ERROR' }, { op: 'replace', path: '/accessLogSettings/destinationArn', value: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:api` }, { op: 'replace', path: '/accessLogSettings/format', value: '$context.requestId' }] }));
    await rest.send(new CreateDomainNameCommand({ domainName: `${name}.example.com`, certificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/1`, securityPolicy: name === 'open' ? 'TLS_1_0' : 'TLS_1_2' }));
  }
  const http = new ApiGatewayV2Client(at);
  for (const Name of ['open', 'shut']) {
    const { ApiId } = await http.send(new CreateApiCommand({ Name, ProtocolType: 'HTTP', CorsConfiguration: { AllowOrigins: [Name === 'open' ? '*' : 'https://example.com'] } }));
    await http.send(new CreateRouteCommand({ ApiId, RouteKey: 'GET /', AuthorizationType: Name === 'open' ? 'NONE' : 'AWS_IAM' }));
    await http.send(new CreateHttpStage({ ApiId, StageName: 'live', AccessLogSettings: Name === 'open' ? undefined : { DestinationArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:api`, Format: '$context.requestId' } }));
  }
  await http.send(new CreateVpcLinkCommand({ Name: 'inside', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }));
  const appsync = new AppSyncClient(at);
  await appsync.send(new CreateGraphqlApiCommand({ name: 'open', authenticationType: 'API_KEY' }));
  const { graphqlApi } = await appsync.send(new CreateGraphqlApiCommand({ name: 'shut', authenticationType: 'AWS_IAM', logConfig: { fieldLogLevel: 'ALL', cloudWatchLogsRoleArn: `arn:aws:iam::${ACCOUNT}:role/any` } }));
  await appsync.send(new CreateApiCacheCommand({ apiId: graphqlApi?.apiId, ttl: 60, apiCachingBehavior: 'FULL_REQUEST_CACHING', type: 'SMALL', atRestEncryptionEnabled: true, transitEncryptionEnabled: true }));
};
