/** Which services have a file of the matrix of faults to themselves; the rest shares one. */
export const EDGE: readonly string[] = ['cloudfront', 'wafv2', 'apigateway', 'apigatewayv2', 'appsync'];
export const FLOWS: readonly string[] = ['backup', 'events', 'sfn', 'codebuild', 'cognito-idp', 'cognito-identity', 'route53', 'network-firewall', 'cloudformation', 'macie2'];
export const FURTHER: readonly string[] = ['bedrock', 'cloudsearch', 'codecommit', 'comprehend', 'connect', 'glacier', 'route53domains', 's3tables', 'ses', 'sso', 'vpc-lattice'];
