/** Which services have a file of the matrix of faults to themselves; the rest shares one. */
const EDGE: readonly string[] = ['cloudfront', 'wafv2', 'apigateway', 'apigatewayv2', 'appsync'];
const FLOWS: readonly string[] = ['backup', 'events', 'sfn', 'codebuild', 'cognito-idp', 'cognito-identity', 'route53', 'network-firewall', 'cloudformation', 'macie2'];
const PRINCIPALS: readonly string[] = ['sts', 'iam', 's3', 's3-control'];
const FURTHER: readonly string[] = ['bedrock', 'cloudsearch', 'codecommit', 'comprehend', 'connect', 'glacier', 'route53domains', 's3tables', 'ses', 'sso', 'vpc-lattice'];
const STORES: readonly string[] = ['rds', 'dynamodb', 'redshift', 'elasticache', 'memorydb', 'dax', 'opensearch', 'emr', 'glue', 'athena', 'sagemaker', 'kafka', 'kinesis', 'firehose', 'mq', 'dms', 'transfer'];
const NAMED: readonly string[] = [...PRINCIPALS, 'ec2', ...EDGE, ...FLOWS, ...STORES, ...FURTHER];

export const SHARES = {
  'principals and buckets': (service: string) => PRINCIPALS.includes(service),
  'instances and networks': (service: string) => service === 'ec2',
  'databases and streams': (service: string) => STORES.includes(service),
  'what stands at the edge': (service: string) => EDGE.includes(service),
  'builds, backups, events and sign-in': (service: string) => FLOWS.includes(service),
  'services of which only little is asked': (service: string) => FURTHER.includes(service),
  'all other services': (service: string) => !NAMED.includes(service),
} as const;
